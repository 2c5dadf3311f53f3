"""A situation asks its sources faster for a time, keeps a timeline, and ends by itself."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feeds.messages import Request
from osawatch.agenda import timeline
from osawatch.core import Core
from osawatch.errors import BadInput, UnknownId
from osawatch.papers.make import draft, left, written
from osawatch.papers.model import About
from osawatch.situation.fold import KINDS, fold
from osawatch.stages import Event
from tests.fakes import Clock, Network
from ui.cli import main

WIRE, ACT = "https://wire.example/feed", "https://gazette.example/feed"


def asked(network: Network, url: str) -> int:
    return sum(one.url == url for one in network.asked)


@pytest.fixture
def polled(core: Core, network: Network) -> Core:
    for url in (WIRE, ACT, "https://paper.example/feed"):
        network.publish(url, "An old story")
    core.poll()
    return core


def test_its_sources_are_asked_as_soon_as_is_polite_and_the_others_at_their_own_pace(
    polled: Core, network: Network, clock: Clock
) -> None:
    network.asked.clear()
    clock.forward(minutes=6)
    polled.poll(due=True)
    assert network.asked == []
    polled.situations.open("Strait", ["wire"], 2)
    polled.poll(due=True)
    assert [one.url for one in network.asked] == [WIRE]
    clock.forward(minutes=4)
    polled.poll(due=True)
    assert asked(network, WIRE) == 1  # five minutes are the least
    clock.forward(minutes=2)
    polled.poll(due=True)
    assert asked(network, WIRE) == 2


def test_what_the_server_asks_for_stays_the_floor(
    core: Core, network: Network, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dataclasses import replace

    fetch = network.fetch
    network.publish(WIRE, "An old story")

    def hinting(request: Request, /) -> object:
        return replace(fetch(request), max_age=1800.0)

    monkeypatch.setattr(network, "fetch", hinting)
    core.situations.open("Strait", ["wire"], 12)
    core.poll()
    network.asked.clear()
    for _ in range(5):
        clock.forward(minutes=5)
        core.poll(due=True)
    assert asked(network, WIRE) == 0
    clock.forward(minutes=6)
    core.poll(due=True)
    assert asked(network, WIRE) == 1


def test_a_source_that_fails_is_not_hammered(core: Core, network: Network, clock: Clock) -> None:
    network.faults[WIRE] = "http_error"
    core.situations.open("Strait", ["wire"], 24)
    core.poll()
    network.asked.clear()
    for _ in range(24):
        clock.forward(minutes=5)
        core.poll(due=True)
    assert asked(network, WIRE) <= 6


def test_it_ends_by_itself_and_says_so_once(polled: Core, network: Network, clock: Clock) -> None:
    one = polled.situations.open("Strait", ["wire"], 2)
    clock.forward(hours=2)
    assert not polled.situations.one(one.id).runs(clock())
    network.asked.clear()
    [over] = polled.situations.settle()
    assert (over.ended, over.ended_by) == (one.until, "")
    assert polled.situations.settle() == []
    with pytest.raises(BadInput, match="ended"):
        polled.situations.extend(one.id, 2)
    with pytest.raises(BadInput, match="ended"):
        polled.situations.end(one.id)


def test_it_is_extended_and_ended_by_hand(core: Core, clock: Clock) -> None:
    one = core.situations.open("Strait", ["wire"], 2)
    clock.forward(hours=1)
    assert core.situations.extend(one.id, 5).until == clock.forward(hours=5)
    clock.forward(hours=-5)
    ended = core.situations.end(one.id)
    assert (ended.ended, ended.ended_by) == (clock(), "Ann")
    core.situations.undo()
    assert core.situations.one(one.id).ended is None


def test_the_timeline_holds_lines_and_stories_with_how_sure_they_are(
    polled: Core, network: Network, clock: Clock
) -> None:
    one = polled.situations.open("Strait", ["wire", "gazette"], 24)
    clock.forward(hours=1)
    network.publish(WIRE, "China sets a licence duty for gallium")
    network.publish("https://paper.example/feed", "China puts a ban on germanium")
    polled.poll()
    clock.forward(hours=1)
    network.publish(ACT, "Congo puts a ban on cobalt")
    polled.poll()
    polled.situations.line(one.id, "The port says it is open", "rumour")
    found = timeline.rows(polled, polled.situations.one(one.id))
    assert sorted((row.what, row.certainty) for row in found) == [
        ("line", "rumour"), ("story", "confirmed"), ("story", "unconfirmed"),
    ]  # fmt: skip
    story = next(row for row in found if row.certainty == "unconfirmed")
    line = next(row for row in found if row.what == "line")
    polled.situations.mark(one.id, story.id, "confirmed")
    polled.situations.mark(one.id, line.id[:8], "confirmed")
    now = timeline.rows(polled, polled.situations.one(one.id))
    assert {row.certainty for row in now} == {"confirmed"}
    assert all(row.said for row in now if row.id in (story.id, line.id))


def test_reports_are_numbered_for_each_post_and_the_same_text_is_one(core: Core) -> None:
    one = core.situations.open("Strait", ["wire"], 24)
    core.situations.line(one.id, "Closed since noon", "confirmed")
    for number in (1, 2):
        paper = draft(core, About("situation", one.id), "sitrep", "en")
        assert paper.text.startswith(f"# SITREP {number}: Strait\nAs of 2026-03-02 12:00 UTC.")
        assert "Closed since noon (Ann)" in paper.text.partition("## Unconfirmed")[0]
        body = written(core, paper, "txt")
        left(core, paper, "txt", body)
        left(core, paper, "docx", body)
    kept = core.situations.one(one.id).reports
    assert [(one.number, one.post) for one in kept] == [(1, "The Hague"), (2, "The Hague")]
    assert "Closed since noon" in kept[0].text
    assert core.care.doctor() == []


def test_what_is_wrong_opens_nothing(core: Core) -> None:
    for title, names, hours in ((" ", ["wire"], 1), ("X", [], 1), ("X", ["wire"], 0),
                                ("X", ["wire"], 337)):  # fmt: skip
        with pytest.raises(BadInput):
            core.situations.open(title, names, hours)
    with pytest.raises(UnknownId):
        core.situations.open("X", ["nowhere"], 1)
    assert core.situations.every() == []


DATA = st.dictionaries(
    st.sampled_from(["until", "text", "certainty", "of", "number", "by_time", "sources", "title"]),
    st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=4), st.lists(st.integers()),
              st.sampled_from(["2026-03-03T00:00:00", "rumour"])),
    max_size=4,
)  # fmt: skip


@given(st.lists(st.tuples(st.sampled_from([*sorted(KINDS), "situation_open", "undo"]), DATA),
                max_size=10), st.randoms(use_true_random=False))  # fmt: skip
@settings(max_examples=150, deadline=None)
def test_whatever_stands_on_the_log_desks_agree_and_no_situation_runs_for_ever(
    lines: list[tuple[str, dict[str, object]]], dice: random.Random
) -> None:
    log = [
        Event(str(n), f"{1772452800000 + n:015d}.00000", "a", n, "Ann", "", kind, "situation:1",
              {"events": [str(n - 1)]} if kind == "undo" else data)
        for n, (kind, data) in enumerate(lines)
    ]  # fmt: skip
    mixed = [*log]
    dice.shuffle(mixed)
    one = fold(log)
    assert fold(mixed) == one
    if one is not None:
        assert (one.until - one.opened).days <= 14


def test_the_command_line_runs_a_situation(
    core: Core, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    profile = str(core.profile.folder)

    def cli(family: str, verb: str, *words: str, code: int = 0) -> str:
        assert main([family, verb, "--profile", profile, *words]) == code
        return capsys.readouterr().out

    made = json.loads(cli("situation", "open", "Strait", "--source", "wire", "--hours", "300",
                          "--json"))  # fmt: skip
    name = made["id"]
    cli("situation", "line", name, "rumour", "The port says it is open")
    assert "The port says" in cli("situation", "show", name)
    assert "SITREP 1" in cli("papers", "fill", "sitrep", "--situation", name)
    cli("papers", "fill", "sitrep", "--situation", name, "-o", str(tmp_path / "a.txt"))
    assert json.loads(cli("situation", "reports", name, "--json"))[0]["number"] == 1
    cli("situation", "extend", name, "3")
    cli("situation", "end", name)
    cli("situation", "end", name, code=2)
    cli("situation", "undo")
    assert "Strait" in cli("situation", "list")
