"""Between two whole lists of OFAC: its numbered publications; the whole list when one is lost."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from feeds.lists.address import known
from osawatch.core import Core
from osawatch.lists.desk import Updated
from osawatch.lists.watched import RULE
from osawatch.model import Filter
from osawatch.seen import SeenFilter
from rules.terms import Term
from rules.watchlist import Company
from tests.fakes import Clock, Network, Pack

ADDRESS = known()["ofac-sdn"]
HISTORY = f"{ADDRESS.changes}/history/2026"


def sdn(*records: tuple[int, str]) -> bytes:
    rows = "".join(
        f"<sdnEntry><uid>{key}</uid><lastName>{name}</lastName><sdnType>Entity</sdnType>"
        "<programList><program>CUBA</program></programList></sdnEntry>"
        for key, name in records
    )
    return f"<sdnList>{rows}</sdnList>".encode()


def delta(*records: tuple[int, str, str]) -> bytes:
    rows = "".join(
        f'<entity id="{key}" action="{action}"><generalInfo><entityType>Entity</entityType>'
        "</generalInfo><sanctionsLists><sanctionsList>SDN List</sanctionsList></sanctionsLists>"
        "<sanctionsPrograms><sanctionsProgram>CUBA</sanctionsProgram></sanctionsPrograms><names>"
        "<name><isPrimary>true</isPrimary><translations><translation><isPrimary>true</isPrimary>"
        f"<formattedFullName>{name}</formattedFullName></translation></translations></name></names>"
        "</entity>"
        for action, key, name in ((action, key, name) for key, name, action in records)
    )
    return f'<sanctionsData xmlns="x"><entities>{rows}</entities></sanctionsData>'.encode()


def history(*numbers: int) -> bytes:
    return json.dumps([{"publicationID": one} for one in numbers]).encode()


@pytest.fixture
def desk(tmp_path: Path, clock: Clock, network: Network) -> Iterator[Core]:
    pack = Pack()
    pack.watchlist = SimpleNamespace(goods={}, countries={}, measures={}, companies={})
    pack.watchlist.companies["wares"] = Company("wares", {"xx": (Term("Other Wares"),)}, "")
    network.bodies[ADDRESS.url] = sdn((1, "Invented Metals LLC"), (2, "Unreal Ships Co"))
    network.bodies[HISTORY] = history(500)
    with Core(tmp_path / "profile", clock=clock, fetch=network, pack=pack) as core:
        core.save_settings(replace(core.settings(), name="Ann", post="The Hague"))
        assert [one.outcome for one in core.lists.update(["ofac-sdn"])] == ["ok"]
        yield core


def publish(network: Network, number: int, body: bytes) -> None:
    numbers = [one["publicationID"] for one in json.loads(network.bodies[HISTORY])]
    network.bodies[HISTORY] = history(*numbers, number)
    network.bodies[f"{ADDRESS.changes}/{number}"] = body


def follow(desk: Core, clock: Clock, **step: float) -> list[Updated]:
    clock.forward(**(step or {"hours": 3}))
    return desk.lists.follow()


def names(desk: Core) -> list[str]:
    return sorted(entry.name for _, found in desk.lists.current() for entry in found)


def titles(desk: Core) -> list[str]:
    return sorted(one.title for one in desk.alerts(Filter(view="all")) if one.rule != RULE)


def test_what_was_published_since_is_applied_and_told(
    desk: Core, network: Network, clock: Clock
) -> None:
    publish(network, 501, delta((3, "Other Wares Ltd", "add"), (2, "Unreal Ships Co", "remove")))

    (told,) = follow(desk, clock)

    assert (told.outcome, told.added, told.removed, told.records) == ("ok", 1, 1, 2)
    assert names(desk) == ["Invented Metals LLC", "Other Wares Ltd"]
    assert [one.company for one in desk.listed.companies()] == ["wares"]
    assert [one.rule for one in desk.alerts(Filter(view="all"))] == [RULE]


def test_the_whole_list_that_follows_tells_nothing_twice(
    desk: Core, network: Network, clock: Clock
) -> None:
    publish(network, 501, delta((3, "Other Wares Ltd", "add"), (2, "Unreal Ships Co", "remove")))
    follow(desk, clock)
    items = desk.archive.ids(SeenFilter())
    network.bodies[ADDRESS.url] = sdn((1, "Invented Metals LLC"), (3, "Other Wares Ltd"))

    (told,) = follow(desk, clock, hours=25)

    assert (told.outcome, told.added, told.removed, told.changed, told.items) == ("ok", 0, 0, 0, 0)
    assert desk.archive.ids(SeenFilter()) == items
    assert names(desk) == ["Invented Metals LLC", "Other Wares Ltd"]


def test_a_gap_in_the_numbers_fetches_the_whole_list(
    desk: Core, network: Network, clock: Clock
) -> None:
    publish(network, 502, delta((3, "Other Wares Ltd", "add")))
    network.bodies[ADDRESS.url] = sdn((1, "Invented Metals LLC"), (3, "Other Wares Ltd"))

    (told,) = follow(desk, clock)

    assert (told.added, told.removed, told.detail) == (1, 1, "")
    assert f"{ADDRESS.changes}/502" not in [one.url for one in network.asked]


@pytest.mark.parametrize(
    "body", [b"<html>a wall</html>", b"<sanctionsData><entities>", delta((1, "Another", "change"))]
)
def test_a_delta_that_does_not_lead_on_fetches_the_whole_list(
    desk: Core, network: Network, clock: Clock, body: bytes
) -> None:
    publish(network, 501, body)
    network.bodies[ADDRESS.url] = sdn((1, "Another"), (2, "Unreal Ships Co"))

    (told,) = follow(desk, clock)

    assert (told.outcome, told.changed, told.detail) == ("ok", 1, "")
    assert names(desk) == ["Another", "Unreal Ships Co"]


def test_a_history_that_cannot_be_had_changes_nothing_and_is_asked_again(
    desk: Core, network: Network, clock: Clock
) -> None:
    network.faults[HISTORY] = "timeout"
    publish(network, 501, delta((3, "Other Wares Ltd", "add")))

    assert [one.outcome for one in follow(desk, clock)] == ["not_modified"]

    del network.faults[HISTORY]
    assert [one.added for one in follow(desk, clock)] == [1]


def test_deltas_are_asked_for_every_two_hours_and_no_sooner(desk: Core, clock: Clock) -> None:
    assert follow(desk, clock, hours=1) == []
    assert [one.outcome for one in follow(desk, clock, hours=1)] == ["not_modified"]
    assert follow(desk, clock, minutes=30) == []


def test_names_of_a_delta_are_looked_for_in_the_news(
    desk: Core, network: Network, clock: Clock
) -> None:
    publish(network, 501, delta((3, "Imaginary Vymysel Works", "add")))
    follow(desk, clock)

    edition = desk._house.names.current()

    assert edition is not None
    assert edition.names.search("Imaginary Vymysel Works was named", "") != ()


def test_the_number_of_the_last_year_is_found_in_january(
    desk: Core, network: Network, clock: Clock
) -> None:
    clock.forward(days=305)
    list(desk.lists.update(["ofac-sdn"]))
    network.bodies[HISTORY.replace("2026", "2027")] = history(501)
    network.bodies[f"{ADDRESS.changes}/501"] = delta((3, "Other Wares Ltd", "add"))

    (told,) = follow(desk, clock)

    assert told.added == 1
