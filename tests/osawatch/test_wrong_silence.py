"""A source that answers and says nothing is told of, however it does that."""

from __future__ import annotations

import json

import pytest

from osawatch.core import Core
from osawatch.model import SourceRow
from osawatch.verdicts import PAGES
from tests.fakes import Clock, Network

WIRE = "https://wire.example/feed"
UNDATED = {"date_published": ""}


def poll(core: Core) -> SourceRow:
    """The source's row after a poll; what the poll reports is the same."""
    [result] = core.poll(["wire"]).sources
    [row] = [one for one in core.sources.rows() if one.id == "wire"]
    assert (row.outcome, row.outcome_detail) == (result.outcome, result.detail)
    return row


def daily(network: Network, clock: Clock, core: Core, days: int = 8, **more: str) -> None:
    """A week and a day of news, polled as they come: its rhythm is known then."""
    for day in range(days):
        network.publish(WIRE, f"Report {day} on the harvest of berries in the north", **more)
        assert poll(core).outcome == "ok"
        clock.forward(days=1)


@pytest.mark.parametrize("validator", [True, False])
def test_a_list_that_is_empty_stays_empty_when_the_server_says_it_did_not_change(
    core: Core, network: Network, clock: Clock, validator: bool
) -> None:
    daily(network, clock, core)
    network.feeds[WIRE] = []
    told = []
    for _ in range(7):
        told.append(poll(core).outcome)
        clock.forward(days=1)
    assert told == ["empty"] * 7
    assert all(not one.etag for one in network.asked[-6:])  # it was read each time
    row = poll(core)
    assert row.outcome_detail.startswith("no items; the newest it gave is of ")
    network.publish(WIRE, "It speaks again")
    assert poll(core).outcome == "ok"


def test_a_feed_without_dates_that_says_the_same_is_told_of(
    core: Core, network: Network, clock: Clock
) -> None:
    daily(network, clock, core, **UNDATED)
    clock.forward(days=2)
    assert poll(core).outcome == "not_modified"
    clock.forward(days=4)
    row = poll(core)
    assert (row.outcome, row.outcome_detail) == ("stale", "nothing new since 2026-03-09")
    network.publish(WIRE, "It speaks again", **UNDATED)
    assert poll(core).outcome == "ok"
    assert poll(core).outcome == "not_modified"


def test_a_feed_that_gives_its_old_items_todays_date_is_told_of(
    core: Core, network: Network, clock: Clock
) -> None:
    daily(network, clock, core)
    for day in range(7):
        for entry in network.feeds[WIRE]:
            entry["date_published"] = clock().isoformat()
        assert (poll(core).outcome == "stale") == (day > 4), day
        clock.forward(days=1)


def test_a_feed_whose_ids_are_others_at_each_poll_says_so_and_is_not_taken_for_lively(
    core: Core, network: Network, clock: Clock
) -> None:
    daily(network, clock, core, **UNDATED)
    told = []
    for turn in range(7):
        for number, entry in enumerate(network.feeds[WIRE]):
            entry["id"] = entry["url"] = f"{WIRE}/{turn}-{number}"
        told.append(poll(core))
        clock.forward(days=1)
    assert told[0].outcome == "ok"
    assert told[0].outcome_detail.endswith(" items came again under other ids")
    assert told[-1].outcome == "stale"


def test_a_feed_that_gives_only_old_dates_is_told_of(
    core: Core, network: Network, clock: Clock
) -> None:
    daily(network, clock, core)
    clock.forward(days=6)
    network.publish(WIRE, "A report of the year before", date_published="2025-02-02T00:00:00Z")
    row = poll(core)
    assert row.outcome == "stale"
    assert row.outcome_detail.startswith("newest item 2026-03-09")


def test_pages_that_go_in_a_ring_are_left_and_told(core: Core, network: Network) -> None:
    for page in range(1, 40):
        entry = {"document_number": f"2026-{page % 2}", "title": f"Notice {page % 2}"}
        address = f"{WIRE}?p={page}" if page > 1 else WIRE
        said = {"count": 999, "results": [entry], "next_page_url": f"{WIRE}?p={page + 1}"}
        network.bodies[address] = json.dumps(said).encode()
    row = poll(core)
    assert len(network.asked) == 3
    assert row.outcome_detail.startswith("page 3 repeats those before it")


def test_pages_beyond_the_last_that_is_asked_are_told(core: Core, network: Network) -> None:
    for page in range(1, 40):
        entry = {"document_number": f"2026-{page}", "title": f"Notice {page}"}
        address = f"{WIRE}?p={page}" if page > 1 else WIRE
        said = {"count": 999, "results": [entry], "next_page_url": f"{WIRE}?p={page + 1}"}
        network.bodies[address] = json.dumps(said).encode()
    assert poll(core).outcome_detail == f"only the first {PAGES} pages were asked"
