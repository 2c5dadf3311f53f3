"""Dates ahead and the first five minutes."""

from __future__ import annotations

from datetime import date, timedelta

import icalendar
import pytest

from osawatch.acts import Measure
from osawatch.agenda import dates, morning
from osawatch.core import Core
from tests.fakes import Clock, Network

FEED = "https://wire.example/feed"


def measure(**more: str) -> Measure:
    return Measure("m1", "CN", "export-ban", ("gallium",), **more)


def test_days_ahead_stand_in_order_and_what_is_over_or_vague_does_not() -> None:
    first = date(2026, 3, 1)
    found = dates.ahead(
        [
            measure(effective="2026-03-09", deadline="2026-03-02"),
            measure(suspended_until="2026-03-05", expiry="2027-01-01"),
            measure(effective="2026-03", expiry="soon"),
            measure(effective="2026-02-28"),
            measure(effective="2026-03-04", status="lifted"),
        ],
        first, 30,
    )  # fmt: skip
    assert [(row.day.day, row.what) for row in found] == [
        (2, "deadline"), (5, "suspended_until"), (9, "effective"),
    ]  # fmt: skip


def test_a_calendar_file_has_whole_days_with_reminders_and_steady_names() -> None:
    rows = dates.ahead([measure(effective="2026-03-09", act="CN:2026/7")], date(2026, 3, 1), 30)
    made = [
        dates.calendar(rows, lambda axis, key: f"{axis} {key}", lambda what: what, Clock()())
        for _ in range(2)
    ]
    assert made[0] == made[1]
    [event] = icalendar.Calendar.from_ical(made[0]).walk("VEVENT")
    assert event["DTSTART"].dt == date(2026, 3, 9)
    assert event["DTEND"].dt == date(2026, 3, 10)
    assert "country CN: measure export-ban, effective" in str(event["SUMMARY"])
    assert "CN:2026/7" in str(event["DESCRIPTION"])
    triggers = [alarm["TRIGGER"].dt for alarm in event.walk("VALARM")]
    assert triggers == [timedelta(days=-days) for days in (30, 7, 1)]


def test_strangers_text_in_a_calendar_file_stays_text() -> None:
    text = "one\r\nBEGIN:VEVENT\r\nSUMMARY:evil"
    rows = dates.ahead([measure(effective="2026-03-09", text=text)], date(2026, 3, 1), 30)
    made = dates.calendar(rows, lambda _axis, key: key, lambda what: what, Clock()())
    assert len(icalendar.Calendar.from_ical(made).walk("VEVENT")) == 1


def test_what_was_seen_is_not_new_and_what_came_later_is(
    core: Core, network: Network, clock: Clock
) -> None:
    network.publish(FEED, "China sets a licence duty for gallium")
    core.poll()
    found = morning.read(core)
    assert [card.title for card in found.cards] == ["China sets a licence duty for gallium"]
    assert {row.id for row in found.silent} == {"paper", "gazette"}
    core.visited(found.now)
    assert morning.read(core).cards == ()
    assert morning.read(core).since == found.now
    clock.forward(hours=3)
    network.publish(FEED, "Congo puts a ban on cobalt exports")
    core.poll()
    assert [card.goods for card in morning.read(core).cards] == [("cobalt",)]


def test_each_person_has_a_visit_of_their_own(core: Core) -> None:
    core.visited(core.now())
    core.act_as("Bo")
    assert core.last_visit() is None


@pytest.mark.parametrize("official", [True, False])
def test_official_news_stands_first(core: Core, network: Network, official: bool) -> None:
    network.publish(FEED, "China sets a licence duty for gallium")
    where = "https://gazette.example/feed" if official else FEED
    network.publish(where, "Congo puts a ban on cobalt exports")
    core.poll()
    cards = morning.read(core).cards
    assert len(cards) == 2
    assert cards[0].official is official
