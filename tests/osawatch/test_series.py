"""Daily counts and coverage."""

from __future__ import annotations

from datetime import date, timedelta

from osawatch.core import Core
from osawatch.store import series
from osawatch.store.series import Count, DayCount
from tests.fakes import NOON, Clock, Network

WIRE, PAPER = (f"https://{name}.example/feed" for name in ("wire", "paper"))
TEXT = "The ministry said exports need a licence from the first of April, a spokesman told us."


def daily(core: Core, days: int = 10, **about: str) -> list[Count]:
    with core._store.reading() as connection:
        return series.daily(connection, core.now(), days, **about)


def test_a_story_printed_by_two_papers_counts_once(core: Core, network: Network) -> None:
    network.publish(WIRE, "China: gallium licence", content_text=TEXT)
    network.publish(PAPER, "Gallium licence in China", content_text=TEXT)
    core.poll()

    today = daily(core, good="gallium")[-1]

    assert (today.day, today.total) == (NOON.date(), 1)
    assert today.measures == {"export-licensing": 1}
    assert today.kinds == {"news": 1}


def test_series_narrow_by_good_country_and_measure(core: Core, network: Network) -> None:
    network.publish(WIRE, "China sets a gallium licence")
    network.publish(WIRE, "Congo sets a cobalt ban")
    network.publish(WIRE, "Gallium is a metal")
    core.poll()

    def total(**about: str) -> int:
        return daily(core, **about)[-1].total

    assert total() == 3
    assert total(good="gallium") == 2
    assert total(country="CD") == 1
    assert total(good="gallium", country="CN", measure="export-licensing") == 1
    assert total(good="gallium", country="CD") == 0


def test_late_items_count_on_the_day_they_were_published(core: Core, network: Network) -> None:
    old = (NOON - timedelta(days=3)).isoformat()
    network.publish(WIRE, "China sets a gallium licence", date_published=old)
    core.poll()

    found = {one.day: one.total for one in daily(core, good="gallium")}

    assert found[NOON.date() - timedelta(days=3)] == 1
    assert found[NOON.date()] == 0


def test_days_nobody_looked_are_no_zeros(core: Core, network: Network, clock: Clock) -> None:
    network.publish(WIRE, "Old news")
    core.poll()
    clock.forward(days=5)
    network.feeds[WIRE] = []
    network.publish(WIRE, "All new here", id="other", url="https://wire.example/other")
    core.poll()

    found = {one.day: one.coverage for one in daily(core)}

    assert found[NOON.date() + timedelta(days=2)] == 0
    assert found[NOON.date() + timedelta(days=5)] > 0
    assert found[NOON.date() - timedelta(days=3)] == 0


def test_a_feed_that_still_holds_an_old_item_leaves_no_gap(
    core: Core, network: Network, clock: Clock
) -> None:
    network.publish(WIRE, "Old news")
    core.poll()
    clock.forward(days=4)
    network.publish(WIRE, "And some more")
    core.poll()

    found = {one.day: one.coverage for one in daily(core)}

    assert found[NOON.date() + timedelta(days=2)] == 1
    assert found[NOON.date() + timedelta(days=3)] == 1


def test_a_failed_poll_observes_nothing(core: Core, network: Network, clock: Clock) -> None:
    network.publish(WIRE, "Old news")
    core.poll()
    clock.forward(days=2)
    network.faults[WIRE] = network.faults[PAPER] = "timeout"
    core.poll()

    assert daily(core)[-1].coverage == 0


def test_imported_history_counts_and_covers(core: Core) -> None:
    day = NOON.date() - timedelta(days=2)
    line = DayCount(day, "gallium", "CN", "export-ban", "news", 4)

    core.news.import_counts([line])
    core.news.import_counts([line])

    [found] = [one for one in daily(core, good="gallium") if one.day == day]
    assert (found.total, found.coverage, found.measures) == (4, 1.0, {"export-ban": 4})
    assert [one.total for one in daily(core, good="cobalt") if one.day == day] == [0]


def test_a_series_has_every_day_in_order(core: Core) -> None:
    found = [one.day for one in daily(core, days=400)]

    assert len(found) == 400
    assert found == sorted(found)
    assert found[-1] == date(2026, 3, 2)
