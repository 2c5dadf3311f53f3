"""Sources that answer together are stored together, and are as they would be one by one."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import timedelta

import pytest

from feeds.messages import Request, blank
from feeds.model import Document, Item
from osawatch import storing
from osawatch.core import Core
from osawatch.line import Answer
from osawatch.store import sources
from osawatch.verdicts import Gathered
from tests.fakes import NOON

LICENCE = "China sets a licence duty for gallium exports from April"


def item(number: int, title: str, site: str = "wire") -> Item:
    url = f"https://{site}.example/{number}"
    return Item("json", url, url, title, "A text.", NOON - timedelta(hours=number))


def answers(core: Core, brought: dict[str, Sequence[Item]]) -> list[Answer]:
    """Each source with a document that holds these items."""
    with core._store.reading() as connection:
        found = sources.standing(connection, brought)
    return [
        (one, Gathered((blank(Request(one.spec.url), "ok", ""),),
                       (Document("json", tuple(brought[one.spec.id])),)))
        for one in found
    ]  # fmt: skip


def together(core: Core, brought: dict[str, Sequence[Item]]) -> dict[str, tuple[str, int]]:
    """The outcome and the number of new items of each."""
    batch = answers(core, brought)
    stored = storing.together(core._house.desk(), batch, lambda: NOON)
    return {one.id: (one.outcome, one.new) for one, _ in stored}


def rows(core: Core, statement: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(core.profile.database)) as connection:
        return connection.execute(statement).fetchall()


def test_what_two_sources_bring_at_once_is_one_item_that_both_carried(core: Core) -> None:
    same = [item(1, LICENCE)]

    told = together(core, {"wire": same, "paper": same})

    assert sorted(new for _, new in told.values()) == [0, 1]
    assert len(rows(core, "SELECT n FROM items")) == 1
    assert len(rows(core, "SELECT source FROM sightings")) == 2
    assert core.care.doctor() == []


def test_a_fault_of_ours_in_one_source_leaves_those_stored_with_it_unharmed(
    core: Core, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = storing.intake.items.see

    def faulty(connection: sqlite3.Connection, source: str, *rest: object) -> int:
        if source == "paper":
            raise RuntimeError("a bug")
        return note(connection, source, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(storing.intake.items, "see", faulty)

    told = together(
        core, {"wire": [item(1, LICENCE)], "paper": [item(2, "Copper", "paper")],
               "gazette": [item(3, "Nickel", "gazette")]},
    )  # fmt: skip

    assert told == {"wire": ("ok", 1), "paper": ("damaged", 0), "gazette": ("ok", 1)}
    kept = rows(core, "SELECT source FROM items ORDER BY source")
    assert kept == [("gazette",), ("wire",)]
    assert core.care.doctor() == []


def test_what_came_is_stored_when_nothing_else_is_there_and_never_too_much_at_once(
    core: Core,
) -> None:
    [wire, paper] = answers(core, {"wire": [item(1, LICENCE)], "paper": []})
    many = (wire[0], Gathered((), (Document("json", tuple(item(n, "x") for n in range(700))),)))

    found = list(storing.batches([wire, paper, None, None, many, wire, wire]))

    assert found == [[wire, paper], [many], [wire, wire]]


def test_what_holds_the_lock_long_is_made_smaller_at_once_and_grows_slowly() -> None:
    pace = storing.Pace(400)
    pace.took(400, 0.4)
    assert pace.items == 40
    pace.took(40, 0.001)
    assert pace.items == 60
    pace.took(0, 0.001)
    assert pace.items == 60
    for _ in range(20):
        pace.took(100, 0.001)
    assert pace.items == storing.ITEMS


def test_a_batch_is_as_large_as_the_pace_says(core: Core) -> None:
    [many] = answers(core, {"wire": [item(number, "x") for number in range(50)]})
    assert [len(one) for one in storing.batches([many] * 4, storing.Pace(100))] == [2, 2]
