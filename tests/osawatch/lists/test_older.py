"""Names that are new on a list are looked for in items that were here before it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from osawatch.core import Core
from osawatch.errors import UnknownId
from osawatch.hits import Finding
from osawatch.model import Filter, PollProgress
from osawatch.store import replay
from tests.fakes import Clock, Network, source
from tests.osawatch.lists.test_keeping import entity, person, un

SHIPS, METALS = "Fictional Ships Group", "Invented Metals LLC"
PERSON = "Anatoly Fiktsionov"
FIRST = un(entity(1, METALS))
THEN = un(entity(1, METALS), entity(2, SHIPS), person(9, PERSON, "QDi.999"))
RULE = """\
schema: 1
id: listed
title: A listed name and an export ban
level: high
match:
  who: {watchlist: sanctions}
  measure: {watchlist: measures, items: [export-ban]}
condition: who and measure
"""
FEED = "https://wire.example/feed"


@pytest.fixture
def desk(tmp_path: Path, clock: Clock, network: Network) -> Iterator[Core]:
    rules = tmp_path / "profile/rules"
    rules.mkdir(parents=True)
    (rules / "own.yaml").write_text(RULE)
    with Core(tmp_path / "profile", clock=clock, fetch=network) as core:
        core.save_settings(replace(core.settings(), name="Ann", post="The Hague"))
        core.sources.add(source("wire"))
        core.lists.take("un-sc", FIRST, "list.xml")
        yield core


def publish(desk: Core, network: Network, *titles: str) -> None:
    for title in titles:
        network.publish(FEED, title)
    desk.poll(["wire"])


def later(desk: Core) -> list[Finding]:
    """What was found in older items."""
    return [one for one in desk.listed.hits("", persons=False) if one.after]


def raised(desk: Core) -> list[str]:
    """The rule «listed» among the alerts."""
    return [one.id for one in desk.alerts(Filter(view="all")) if one.rule == "listed"]


def test_a_name_that_an_update_brings_is_found_in_an_item_of_before(
    desk: Core, network: Network, clock: Clock
) -> None:
    publish(desk, network, f"{SHIPS} buys three tankers", f"{METALS} was named")
    clock.forward(days=3)

    desk.lists.take("un-sc", THEN, "list.xml")
    desk.lists.older.run()

    [found] = later(desk)
    assert (found.entity, found.text, found.after) == ("2", SHIPS, clock())
    [done] = desk.lists.older.rounds()
    assert (done.state, done.found, done.looked) == ("done", 1, done.total)
    assert done.entities == {"2", "9"}


def test_a_rule_speaks_of_it_once_and_the_log_says_after_which_list(
    desk: Core, network: Network, clock: Clock
) -> None:
    publish(desk, network, f"China: export ban on gallium hits {SHIPS}")
    assert raised(desk) == []
    clock.forward(days=3)

    desk.lists.take("un-sc", THEN, "list.xml")
    desk.lists.older.run()
    desk.lists.older.run()

    [alert] = raised(desk)
    [event] = [one for one in desk.history(alert) if one.kind == "raised"]
    assert event.data["after"] == {"list": "un-sc", "day": f"{clock():%Y-%m-%d}"}
    assert desk.lists.older.rounds()[0].alerts == 1
    assert desk.care.doctor() == []


def test_what_a_rule_said_of_an_item_already_is_not_said_again(
    desk: Core, network: Network, clock: Clock
) -> None:
    publish(desk, network, f"China: export ban on gallium hits {METALS} and {SHIPS}")
    [before] = raised(desk)
    opened = len(desk.history(before))

    desk.lists.take("un-sc", THEN, "list.xml")
    desk.lists.older.run()

    assert raised(desk) == [before]
    assert len(desk.history(before)) == opened
    assert [one.entity for one in later(desk)] == ["2"]


def test_a_natural_person_is_found_and_told_of_nowhere_else(desk: Core, network: Network) -> None:
    publish(desk, network, f"China: export ban on gallium, says {PERSON}")

    desk.lists.take("un-sc", THEN, "list.xml")
    desk.lists.older.run()

    [found] = later(desk)
    assert (found.person, found.state, found.sure) == (True, "open", False)
    assert raised(desk) == []
    assert desk.lists.older.rounds()[0].alerts == 0


def test_what_is_older_than_the_setting_is_left_alone_and_zero_days_means_none(
    desk: Core, network: Network, clock: Clock
) -> None:
    publish(desk, network, f"{SHIPS} buys three tankers")
    clock.forward(days=40)
    desk.save_settings(replace(desk.settings(), older_days=30))
    desk.lists.take("un-sc", THEN, "list.xml")
    desk.lists.older.run()
    assert later(desk) == []

    desk.save_settings(replace(desk.settings(), older_days=0))
    desk.lists.take("un-sc", un(entity(1, METALS), entity(5, "Another Name Ltd")), "list.xml")
    assert len(desk.lists.older.rounds()) == 1


def test_a_first_version_asks_for_nothing_and_an_alias_that_is_new_does(
    desk: Core, network: Network
) -> None:
    assert desk.lists.older.rounds() == []
    alias = "<ENTITY_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Quixotic Ores</ALIAS_NAME>"
    publish(desk, network, "Quixotic Ores was seen in port")

    desk.lists.take("un-sc", un(entity(1, METALS, f"{alias}</ENTITY_ALIAS>")), "list.xml")
    desk.lists.older.run()

    [found] = later(desk)
    assert (found.entity, found.name, found.type) == ("1", "Quixotic Ores", "alias")


def test_a_round_that_is_stopped_in_the_middle_goes_on_from_there(
    desk: Core, network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(replay, "PAGE", 2)
    publish(desk, network, *(f"{SHIPS} buys tanker {number}" for number in range(7)))
    desk.lists.take("un-sc", THEN, "list.xml")
    stop, steps = threading.Event(), list[tuple[int, int, str]]()

    def step(done: int, total: int, list_id: str) -> None:
        steps.append((done, total, list_id))
        if done >= 2:
            stop.set()

    desk.lists.older.run(step, stop)
    [half] = desk.lists.older.rounds()
    assert (half.state, half.looked) == ("waiting", 2)
    total = half.total

    desk.lists.older.run(lambda *_: None)
    [whole] = desk.lists.older.rounds()
    assert (whole.state, whole.looked, whole.found) == ("done", total, 7)
    assert len(later(desk)) == 7
    assert steps[0] == (0, total, "un-sc")


def test_a_poll_goes_on_with_it_and_tells_how_far_it_is(desk: Core, network: Network) -> None:
    publish(desk, network, f"{SHIPS} buys three tankers")
    desk.lists.take("un-sc", THEN, "list.xml")
    steps: list[PollProgress] = []

    desk.poll(due=True, progress=steps.append)

    assert [one.source for one in steps if one.older] == ["un-sc"]
    assert len(later(desk)) == 1


def test_a_person_stops_a_round_for_good_or_lets_it_go_on(desk: Core, network: Network) -> None:
    publish(desk, network, f"{SHIPS} buys three tankers")
    desk.lists.take("un-sc", THEN, "list.xml")
    [waiting] = desk.lists.older.rounds("waiting")

    desk.lists.older.settle(waiting.n, "stopped")
    desk.lists.older.run()
    assert later(desk) == []

    desk.lists.older.settle(waiting.n, "waiting")
    desk.lists.older.run()
    assert len(later(desk)) == 1
    with pytest.raises(UnknownId):
        desk.lists.older.settle(99, "stopped")


def test_a_list_that_cannot_be_read_leaves_its_round_waiting(
    desk: Core, network: Network, tmp_path: Path
) -> None:
    publish(desk, network, f"{SHIPS} buys three tankers")
    desk.lists.take("un-sc", THEN, "list.xml")
    for file in (tmp_path / "profile/lists/un-sc").iterdir():
        file.write_bytes(b"not packed")

    desk.lists.older.run()

    assert [one.state for one in desk.lists.older.rounds()] == ["waiting"]
