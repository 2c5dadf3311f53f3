"""What each change asks of the store is found by an index: years of news make no desk slower."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable

import pytest

from osawatch.core import Core
from osawatch.model import Action, Alert, Filter
from tests.fakes import Network

WIRE = "https://wire.example/feed"
# tables that grow with the years; the others stay as small as what a desk watches
GROWING = ("alerts", "items", "events", "tellings", "alert_items", "aliases")
NAMED = re.compile(r"\b(?:FROM|JOIN|UPDATE)\s+(\w+)(?:\s+(?:AS\s+)?(\w+))?", re.IGNORECASE)


def whole_scans(connection: sqlite3.Connection, said: str) -> list[str]:
    """Growing tables that a statement reads from end to end, by no index."""
    tables = {alias or table: table for table, alias in NAMED.findall(said)}
    tables |= {table: table for table, _ in NAMED.findall(said)}
    plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {said}")]
    found = [re.fullmatch(r"SCAN (\w+)", line) for line in plan]
    return [one[1] for one in found if one and tables.get(one[1]) in GROWING]


def asked(core: Core, change: Callable[[], object]) -> set[str]:
    """The statements of a change, as they were run."""
    said: set[str] = set()
    with core._store.writing() as connection:
        connection.set_trace_callback(lambda words: said.add(words))
    change()
    with core._store.writing() as connection:
        connection.set_trace_callback(None)
    return said


def polled(core: Core, network: Network) -> None:
    network.publish(WIRE, "China considers a licence duty for gallium, says a paper")
    core.poll(["wire"])


def merged(core: Core, _: Network) -> None:
    first, second = core.alerts(Filter())[:2]
    core.merge([second.id], first.id)
    core.undo()


def closed(core: Core, _: Network) -> None:
    core.triage(Action("close", (core.alerts(Filter())[0].id,), {"relevant": True}))
    core.undo()


@pytest.mark.parametrize("change", [polled, merged, closed])
def test_no_change_reads_all_that_a_desk_has_ever_kept(
    core: Core, network: Network, alert: Alert, change: Callable[[Core, Network], None]
) -> None:
    assert alert
    network.publish(WIRE, "Congo puts a licence duty on cobalt and gallium")
    core.poll(["wire"])

    said = asked(core, lambda: change(core, network))

    with core._store.reading() as connection:
        slow = {
            words: tables
            for words in said
            if " IN ()" not in words  # asked about none: nothing is read
            if words.split(None, 1)[0].upper() in ("SELECT", "UPDATE", "DELETE", "WITH", "INSERT")
            if (tables := whole_scans(connection, words))
        }
    assert len(said) > 10
    assert slow == {}
