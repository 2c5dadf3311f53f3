"""Dates that are 30, 7 and 1 days away are told once a step, over real parts of a desk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from osawatch.acts import Measure
from osawatch.agenda.reminders import Reminders, step
from osawatch.core import Core
from osawatch.model import Filter
from osawatch.store import measures, reminded
from tests.fakes import Clock, Network, Pack, source

TODAY = date(2026, 3, 2)  # of the clock


@pytest.fixture
def core(tmp_path: Path, clock: Clock, network: Network) -> Iterator[Core]:
    with Core(tmp_path / "profile", clock=clock, fetch=network, pack=Pack()) as made:
        yield made


def known(core: Core, **more: str) -> None:
    """The one measure that this desk knows, as it stands now."""
    one = Measure("m1", "CN", "export-ban", ("gallium",), **more)
    with core.records.store.writing() as connection:
        measures.replace(connection, "CN", [one])


def listed(core: Core) -> list[tuple[str, int, str, str]]:
    rows = (one for one in Reminders(core).listed() if one.reminder)
    return sorted(
        (str(one.reminder.day), one.reminder.days, one.verdict.act, one.verdict.why)
        for one in rows
        if one.reminder
    )


def test_the_nearest_step_that_has_come_is_the_one_that_counts() -> None:
    days = {31: 0, 30: 30, 8: 30, 7: 7, 2: 7, 1: 1, 0: 1, -1: 0}
    assert {n: step(date.fromordinal(TODAY.toordinal() + n), TODAY) for n in days} == days


def test_a_date_is_told_at_each_step_and_never_twice(core: Core, clock: Clock) -> None:
    known(core, expiry="2026-04-01")
    told = []
    for _ in range(31):
        told += [Reminders(core).look().dates, Reminders(core).look().dates]
        clock.forward(days=1)

    assert [one for one in told if one] == [{30: 1}, {7: 1}, {1: 1}]


def test_what_fell_while_the_program_was_closed_is_told_once_as_the_nearest_step(
    tmp_path: Path, clock: Clock, network: Network
) -> None:
    with Core(tmp_path / "q", clock=clock, fetch=network, pack=Pack()) as core:
        known(core, expiry="2026-04-20")
        assert not Reminders(core).look().dates
    clock.forward(days=48)  # past 30 and 7 days before; it is tomorrow

    with Core(tmp_path / "q", clock=clock, fetch=network, pack=Pack()) as core:
        core.notify.begin()
        assert Reminders(core).look().dates == {1: 1}
        assert not Reminders(core).look().dates
    with Core(tmp_path / "q", clock=clock, fetch=network, pack=Pack()) as core:
        core.notify.begin()
        assert not Reminders(core).look().dates


def test_a_date_that_moved_reminds_anew_and_one_that_was_taken_back_no_more(
    core: Core, clock: Clock
) -> None:
    known(core, expiry="2026-03-09")
    assert Reminders(core).look().dates == {7: 1}
    known(core, expiry="2026-03-08")
    assert Reminders(core).look().dates == {7: 1}
    known(core)
    clock.forward(days=5)

    assert not Reminders(core).look().dates
    assert [row[0] for row in listed(core)] == ["2026-03-08", "2026-03-09"]  # what was told stays


def test_a_date_of_a_measure_that_was_lifted_reminds_nobody(core: Core) -> None:
    known(core, expiry="2026-03-09", status="lifted")

    assert not Reminders(core).look().dates
    assert not listed(core)


def test_days_and_steps_of_open_cases_remind_too_and_those_done_or_late_do_not(core: Core) -> None:
    case = core.cases.open("Talks", []).id
    core.cases.step(case, "ask Customs", due="2026-03-09", who="Bob")
    core.cases.step(case, "too late", due="2026-02-20", who="Bob")

    assert Reminders(core).look().dates == {7: 1}
    [notice] = Reminders(core).listed()
    assert notice.title == "Talks: ask Customs"
    assert "Customs" not in notice.alert  # what is kept names nobody


def test_quiet_hours_hold_a_date_back_and_a_moved_one_waits_no_more(
    core: Core, clock: Clock
) -> None:
    core.save_settings(replace(core.settings(), quiet_from="11:00", quiet_until="14:00"))
    known(core, expiry="2026-03-09")
    found = Reminders(core).look()
    assert (found.dates, found.waiting) == ({}, 1)
    core.notify.begin()
    assert core.notify.look().waiting == 0  # alerts do not take it for one of them
    assert listed(core) == [("2026-03-09", 7, "wait", "quiet")]

    known(core, expiry="2026-05-09")
    assert Reminders(core).look().waiting == 0
    known(core, expiry="2026-03-09")
    Reminders(core).look()
    clock.forward(hours=3)

    assert Reminders(core).look().dates == {7: 1}


def test_a_day_that_came_while_its_reminder_waited_is_listed_as_passed(
    core: Core, clock: Clock
) -> None:
    core.save_settings(replace(core.settings(), notify_digest="weekly"))  # it is Monday noon
    known(core, expiry="2026-03-03")
    assert Reminders(core).look().waiting == 1
    clock.forward(days=3)

    assert not Reminders(core).look().dates
    assert listed(core) == [("2026-03-03", 1, "never", "passed")]


def test_the_level_of_the_settings_holds_for_dates_and_each_silence_says_why(core: Core) -> None:
    known(core, effective="2026-03-03", deadline="2026-03-09", expiry="2026-04-01")
    core.save_settings(replace(core.settings(), notify_level="medium"))
    assert Reminders(core).look().dates == {7: 1, 1: 1}
    assert ("2026-04-01", 30, "never", "level") in listed(core)

    core.save_settings(replace(core.settings(), notify_level="off"))
    Reminders(core).look()
    assert ("2026-04-01", 30, "never", "off") in listed(core)


def test_reminders_that_are_switched_off_tell_nothing_until_they_are_on_again(core: Core) -> None:
    core.save_settings(replace(core.settings(), remind_dates=False))
    known(core, expiry="2026-03-09")
    found = Reminders(core).look()
    assert (found.dates, found.near) == ({}, 0)
    assert listed(core) == [("2026-03-09", 7, "never", "reminders-off")]

    core.save_settings(replace(core.settings(), remind_dates=True))
    assert Reminders(core).look().dates == {7: 1}


def test_a_window_in_front_tells_it_there_and_the_list_says_so(core: Core) -> None:
    known(core, expiry="2026-03-09")

    assert Reminders(core).look(here=True).dates == {7: 1}
    assert listed(core) == [("2026-03-09", 7, "notify", "here")]


def test_notices_of_stories_and_of_dates_do_not_touch_each_other(
    core: Core, network: Network
) -> None:
    core.sources.add(source("wire"))
    core.notify.begin()
    network.publish("https://wire.example/feed", "Gallium needs a licence")
    fresh = core.poll(["wire"]).changes.alerts
    known(core, expiry="2026-03-09")

    assert Reminders(core).look().dates == {7: 1}
    assert core.notify.look(fresh).count == 1
    assert len(core.notify.listed()) == len(core.alerts(Filter(view="all"))) == 1


def test_a_clock_far_ahead_at_one_start_does_not_tell_a_date_twice(
    core: Core, clock: Clock
) -> None:
    known(core, expiry="2026-03-31")
    core.notify.begin()
    assert Reminders(core).look().dates == {30: 1}

    clock.forward(days=120)
    core.notify.begin()
    Reminders(core).look()
    clock.forward(days=-120)
    core.notify.begin()
    assert not Reminders(core).look().dates


def test_a_step_told_by_a_clock_ahead_is_told_again_when_its_time_comes(
    core: Core, clock: Clock
) -> None:
    known(core, expiry="2026-04-20")
    clock.forward(days=20)
    assert Reminders(core).look().dates == {30: 1}
    clock.forward(days=-20)
    assert not Reminders(core).look().dates

    clock.forward(days=20)
    assert Reminders(core).look().dates == {30: 1}
    assert not Reminders(core).look().dates


def test_a_date_long_gone_is_listed_no_more_and_forgotten_at_last(core: Core, clock: Clock) -> None:
    known(core, expiry="2026-03-09")
    Reminders(core).look()
    clock.forward(days=120)
    assert not listed(core)
    clock.forward(days=400)
    core.notify.begin()
    with core.records.store.reading() as connection:
        assert not reminded.every(connection)
