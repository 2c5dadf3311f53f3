"""Polling: what comes in, what is kept when things fail, what is never made twice."""

from __future__ import annotations

import json
import threading
from datetime import timedelta
from pathlib import Path

import pytest

from osawatch.core import Core
from osawatch.errors import Busy, UnknownId
from osawatch.model import Action, Changes, Filter, PollProgress, PollResult
from tests.fakes import Clock, Network, Pack, json_feed, source

WIRE, PAPER, GAZETTE = (f"https://{name}.example/feed" for name in ("wire", "paper", "gazette"))
LICENCE = "China sets a licence duty for gallium exports from April"


def polled(core: Core, *names: str) -> dict[str, PollResult]:
    return {one.id: one for one in core.poll(names).sources}


def everything(core: Core) -> list[tuple[object, ...]]:
    return sorted(
        (one.id, one.title, one.items, one.publishers, one.status)
        for one in core.alerts(Filter(view="all"))
    )


def test_a_new_item_becomes_an_alert_that_explains_itself(core: Core, network: Network) -> None:
    network.publish(WIRE, LICENCE, content_text="The ministry said so.")

    result = polled(core, "wire")["wire"]

    [alert] = core.alerts(Filter())
    detail = core.alert(alert.id)
    assert (result.outcome, result.new, result.matched, result.alerts) == ("ok", 1, 1, 1)
    assert (alert.goods, alert.countries, alert.measure_status) == (
        ("gallium",),
        ("CN",),
        "adopted",
    )
    assert detail is not None
    assert [mark.text for mark in detail.story[0].marks] == ["gallium"]
    assert detail.because == "good and measure"
    assert [entry.kind for entry in detail.history] == ["raised"]


def test_polling_the_same_bytes_again_makes_nothing_twice(core: Core, network: Network) -> None:
    network.publish(WIRE, LICENCE)
    core.poll()
    before = everything(core)
    network.bodies[PAPER] = json_feed(network.feeds[WIRE])  # no validator, same entries

    results = [polled(core), polled(core)]

    assert everything(core) == before
    assert [one["wire"].outcome for one in results] == ["not_modified", "not_modified"]
    assert results[0]["paper"].new == 0


def test_validators_are_sent_back_as_they_came(core: Core, network: Network) -> None:
    network.publish(WIRE, LICENCE)
    core.poll(["wire"])
    core.poll(["wire"])

    first, second = [one for one in network.asked if one.url == WIRE]

    assert first.etag == ""
    assert second.etag != ""


def test_a_feed_that_is_down_does_not_stop_the_others(core: Core, network: Network) -> None:
    network.publish(WIRE, LICENCE)
    network.faults[PAPER] = "timeout"
    network.faults[GAZETTE] = "bug"

    results = polled(core)

    assert results["wire"].new == 1
    assert results["paper"].outcome == "timeout"
    assert results["gazette"].outcome == "damaged"
    assert "a fault of ours" in results["gazette"].detail


def test_a_fault_in_matching_one_source_is_recorded_and_its_items_come_next_time(
    core: Core, network: Network, pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    network.publish(WIRE, LICENCE)
    network.publish(PAPER, "Miners vote")
    good = pack.match
    monkeypatch.setattr(
        core._rules, "match", lambda text: good(text) if "Miners" in text.title else 1 / 0
    )
    first = polled(core)
    monkeypatch.setattr(core._rules, "match", good)

    second = polled(core)

    assert (first["wire"].outcome, first["paper"].new) == ("damaged", 1)
    assert second["wire"].new == 1


def test_a_body_that_is_no_feed_never_counts_as_no_news(core: Core, network: Network) -> None:
    network.publish(WIRE, LICENCE)
    core.poll(["wire"])
    network.bodies[WIRE] = b"<html><body>Please enable cookies</body></html>"

    result = polled(core, "wire")["wire"]
    row = {one.id: one for one in core.sources.rows()}["wire"]

    assert result.outcome not in ("ok", "empty", "not_modified")
    assert row.outcome == result.outcome
    assert row.last_success is not None


def test_a_format_that_cannot_be_read_is_said_and_not_skipped(core: Core, network: Network) -> None:
    core.sources.add(source("list", format="csv"))

    result = polled(core, "list")["list"]

    assert result.outcome == "not_a_feed"
    assert "csv" in result.detail
    assert not network.asked


def test_an_unknown_source_is_named(core: Core) -> None:
    with pytest.raises(UnknownId, match="nowhere"):
        core.poll(["wire", "nowhere"])


def test_only_what_is_due_is_asked(core: Core, network: Network, clock: Clock) -> None:
    for url in (WIRE, PAPER, GAZETTE):
        network.publish(url, f"Something at {url}")
    core.poll(due=True)

    assert core.poll(due=True).sources == ()
    clock.forward(minutes=67)  # an hour and its jitter
    assert len(core.poll(due=True).sources) == 3


def test_a_source_that_speaks_daily_is_asked_less_often_unless_it_is_official(
    core: Core, network: Network, clock: Clock
) -> None:
    for _ in range(10):
        for url in (WIRE, GAZETTE):
            network.publish(url, f"Something of {clock():%d %B} at {url}")
        clock.forward(days=1)
    core.poll()

    core.poll()
    wait = {row.id: row.next_poll - clock() for row in core.sources.rows() if row.next_poll}

    assert timedelta(hours=3) <= wait["wire"] <= timedelta(hours=3.3)
    assert timedelta(hours=1) <= wait["gazette"] <= timedelta(hours=1.1)


def test_a_clock_that_was_a_year_ahead_silences_nothing(
    core: Core, network: Network, clock: Clock
) -> None:
    network.publish(WIRE, LICENCE)
    clock.forward(days=365)
    core.poll()
    clock.forward(days=-365)

    assert len(core.poll(due=True).sources) == 3
    assert core.care.doctor() == []


def test_a_changed_text_is_matched_again_and_the_old_one_kept(
    core: Core, network: Network, clock: Clock
) -> None:
    network.publish(WIRE, "China speaks about gallium")
    core.poll(["wire"])
    clock.forward(hours=2)
    network.feeds[WIRE][0]["title"] = "China speaks about gallium licence"

    result = polled(core, "wire")["wire"]

    assert (result.new, result.alerts) == (0, 1)
    with core._store.reading() as connection:
        versions = connection.execute("SELECT title FROM item_versions").fetchall()
    assert versions == [("China speaks about gallium",)]
    assert core.care.doctor() == []


def test_an_entry_and_its_correction_in_one_feed_are_both_read(
    core: Core, network: Network
) -> None:
    url = "https://wire.example/1"
    network.publish(WIRE, "China and gallium", id="1", url=url, content_text="A licence is set.")
    network.publish(WIRE, "China and gallium", id="1", url=url, content_text="No, nothing is.")

    first, again = polled(core, "wire")["wire"], polled(core, "wire")["wire"]

    assert (first.new, first.alerts) == (1, 1)
    assert (again.new, again.alerts) == (0, 0)
    assert core.care.stats()["items"] == 1
    assert core.care.doctor() == []


def test_one_report_in_two_papers_is_one_story(core: Core, network: Network) -> None:
    text = "The ministry said exports need a licence from the first of April, a spokesman told us."
    network.publish(WIRE, LICENCE, content_text=text)
    network.publish(PAPER, "Licence duty for gallium out of China", content_text=text)

    core.poll()

    [alert] = core.alerts(Filter())
    detail = core.alert(alert.id)
    assert detail is not None
    assert (alert.publishers, alert.items) == (2, 2)
    assert sorted(bool(item.copy_of) for item in detail.story) == [False, True]
    assert core.care.stats()["stories"] == 1


@pytest.mark.parametrize("order", [("wire", "gazette"), ("gazette", "wire")])
def test_an_item_that_an_official_source_carries_too_is_official(
    core: Core, network: Network, clock: Clock, order: tuple[str, str]
) -> None:
    network.publish(WIRE, LICENCE)
    network.feeds[GAZETTE] = network.feeds[WIRE]
    core.poll([order[0]])
    [alert] = core.alerts(Filter())
    core.triage(Action("close", (alert.id,), {"relevant": False}))
    clock.forward(hours=1)
    core.poll([order[1]])
    core.poll()

    [after] = core.alerts(Filter(view="all"))
    assert after.official
    assert (after.items, after.publishers) == (1, 1)
    assert after.status == ("new" if order[0] == "wire" else "closed")
    assert core.care.doctor() == []


def test_one_announcement_on_two_goods_is_one_card(core: Core, network: Network) -> None:
    network.publish(WIRE, "China sets a licence duty for gallium and germanium")

    core.poll()

    assert len(core.alerts(Filter())) == 2
    [card] = core.cards(core.card_ids(Filter()))
    assert set(card.goods) == {"gallium", "germanium"}
    assert len(card.alerts) == 2


def test_tier_c_goes_to_suppressed_and_a_trial_rule_to_trial(
    core: Core, network: Network, pack: Pack
) -> None:
    pack.tier = "C"
    network.publish(WIRE, "China sets a licence duty for gallium")
    core.poll()
    pack.tier, pack.status = "A", "experimental"
    network.publish(PAPER, "Congo puts a ban on cobalt exports")
    core.poll()

    assert core.card_ids(Filter()) == []
    assert [one.suppressed for one in core.alerts(Filter(view="suppressed"))] == ["tier-c"]
    assert [one.goods for one in core.alerts(Filter(view="trial"))] == [("cobalt",)]
    assert core.counts()["suppressed"] == core.counts()["trial"] == 1


def test_documents_of_official_sources_are_kept_as_they_came(core: Core, network: Network) -> None:
    network.publish(GAZETTE, LICENCE)
    network.publish(WIRE, LICENCE)

    core.poll()

    with core._store.reading() as connection:
        rows = connection.execute("SELECT source, bytes FROM documents").fetchall()
    assert rows == [("gazette", len(json_feed(network.feeds[GAZETTE])))]


def paged(network: Network, numbers: list[int]) -> None:
    """A paged interface, one entry a page, the newest first."""
    network.bodies.clear()
    for place, number in enumerate(numbers):
        entry = {"document_number": f"d{number}", "title": f"Notice number {number}",
                 "html_url": f"https://wire.example/d{number}", "type": "Notice",
                 "publication_date": "2026-03-01"}  # fmt: skip
        body: dict[str, object] = {"count": len(numbers), "results": [entry]}
        if place + 1 < len(numbers):
            body["next_page_url"] = f"{WIRE}?p={place + 1}"
        network.bodies[f"{WIRE}?p={place}" if place else WIRE] = json.dumps(body).encode()


def test_pages_of_one_source_are_followed_and_bounded(core: Core, network: Network) -> None:
    paged(network, list(range(60, 0, -1)))

    result = polled(core, "wire")["wire"]

    assert (result.outcome, result.new) == ("ok", 20)
    assert len(network.asked) == 20


def test_paging_ends_where_the_known_begins(core: Core, network: Network) -> None:
    paged(network, [3, 2, 1])
    core.poll(["wire"])
    network.asked.clear()
    paged(network, [5, 4, 3, 2, 1])

    result = polled(core, "wire")["wire"]

    assert result.new == 2
    assert len(network.asked) == 3


def test_pages_that_were_missed_are_asked_again(core: Core, network: Network) -> None:
    paged(network, [3, 2, 1])
    network.faults[f"{WIRE}?p=1"] = "timeout"
    first = polled(core, "wire")["wire"]
    del network.faults[f"{WIRE}?p=1"]

    second = polled(core, "wire")["wire"]

    assert (first.outcome, first.new) == ("timeout", 1)
    assert second.new == 2


def test_progress_counts_every_source_and_listeners_hear_of_each(
    core: Core, network: Network
) -> None:
    network.publish(WIRE, LICENCE)
    seen: list[PollProgress] = []
    heard: list[Changes] = []
    core.watch(heard.append)

    core.poll(progress=seen.append)

    assert [one.done for one in seen] == [1, 2, 3]
    assert {one.total for one in seen} == {3}
    assert {name for one in heard for name in one.sources} == {"wire", "paper", "gazette"}


def test_a_cancelled_poll_keeps_what_it_has_and_says_so(core: Core, network: Network) -> None:
    for number in range(40):
        core.sources.add(source(f"s{number}"))
        network.publish(f"https://s{number}.example/feed", f"Entry {number}")
    cancel = threading.Event()

    report = core.poll(progress=lambda one: cancel.set() if one.done == 5 else None, cancel=cancel)

    assert report.cancelled
    assert 5 <= len(report.sources) < 43
    assert core.care.doctor() == []


def test_two_pollers_of_one_profile_do_not_meet(core: Core, network: Network) -> None:
    network.publish(WIRE, LICENCE)
    caught: list[Busy] = []

    def meanwhile(_: object) -> None:
        try:
            core.poll()
        except Busy as busy:
            caught.append(busy)

    network.before = meanwhile
    core.poll(["wire"])

    assert "process" in str(caught[0])


def test_offline_is_no_failure_of_a_source(core: Core, network: Network) -> None:
    network.faults[WIRE] = "offline"

    result = polled(core, "wire")["wire"]
    row = {one.id: one for one in core.sources.rows()}["wire"]

    assert result.outcome == "offline"
    assert row.outcome == ""
    assert row.last_polled is None


def test_the_order_of_sources_does_not_change_what_stands(
    tmp_path: Path, network: Network, clock: Clock
) -> None:
    for day in range(6):
        for name in ("wire", "paper", "gazette"):
            network.publish(
                f"https://{name}.example/feed", f"{name} {day}: China licence gallium cobalt ban"
            )
        clock.forward(hours=20)
    orders = [("wire", "paper", "gazette"), ("gazette", "paper", "wire")]
    found = []
    for number, order in enumerate(orders):
        with Core(tmp_path / str(number), clock=clock, fetch=network, pack=Pack()) as core:
            for name in order:
                core.sources.add(source(name, official=name == "gazette"))
                core.poll([name])
            found.append((everything(core), core.card_ids(Filter(view="all"))))
            assert core.care.doctor() == []

    assert found[0] == found[1]
    assert found[0][0]


def test_the_items_of_one_document_stretch_an_alert_one_after_the_other(
    core: Core, network: Network, clock: Clock
) -> None:
    for days in (10.0, 7.5, 5.0):  # each within three days of the one before
        when = (clock() - timedelta(days=days)).isoformat()
        network.publish(WIRE, f"Gallium licence, report {days}", date_published=when)

    core.poll(["wire"])

    assert [one.items for one in core.alerts(Filter())] == [3]
    assert core.care.doctor() == []


def test_files_go_through_the_same_pipeline(core: Core, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.json", tmp_path / "bad.html"
    good.write_bytes(json_feed([{"id": "1", "url": "https://x.example/1", "title": LICENCE}]))
    bad.write_bytes(b"<html><body>Access denied</body></html>")

    results, changes = core.ingest([good, bad, tmp_path / "missing.xml"])

    assert [one.outcome for one in results] == ["parsed", "refused", "refused"]
    assert (results[0].items, results[0].new, results[0].alerts) == (1, 1, 1)
    assert all(one.reason for one in results[1:])
    assert len(changes.alerts) == 1
    assert [one.id for one in core.sources.rows()] == ["gazette", "paper", "wire"]


def test_a_file_can_be_taken_in_for_a_source(core: Core, tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_bytes(json_feed([{"id": "1", "title": LICENCE}]))

    core.ingest([file], source="gazette")

    assert core.alerts(Filter())[0].official
