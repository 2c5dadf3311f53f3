"""The schedule: what is due, and laptops that sleep."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest

from osawatch.errors import Busy, Holder, StoreError
from osawatch.model import PollReport, PollResult
from osawatch.schedule import Schedule, jumped


@dataclass
class FakeCore:
    polled: threading.Event = field(default_factory=threading.Event)
    error: Exception | None = None
    runs: int = 0
    due: bool = False
    cancel: threading.Event | None = None

    def poll(self, wanted=(), *, due=False, progress=None, cancel=None) -> PollReport:
        self.runs += 1
        self.due, self.cancel = due, cancel
        self.polled.set()
        if self.error:
            raise self.error
        return PollReport((PollResult("a", "ok", 200, 1, 0.1, 1, 1, 1),))


def test_it_polls_what_is_due_at_once_and_stops_when_told() -> None:
    core, reports = FakeCore(), []
    schedule = Schedule(core, done=reports.append)

    schedule.start()
    assert core.polled.wait(10)
    schedule.stop()

    assert core.due
    assert core.cancel is not None
    assert core.cancel.is_set()
    assert len(reports) == core.runs == 1


@pytest.mark.parametrize("error", [Busy(Path("p"), Holder()), StoreError("full", fatal=True)])
def test_a_poll_that_cannot_run_ends_nothing(error: Exception) -> None:
    reports: list[PollReport] = []

    Schedule(FakeCore(error=error), done=reports.append).poll()

    assert reports == []


def test_a_clock_that_jumped_means_the_laptop_slept() -> None:
    assert not jumped((0, 0), (30, 30))
    assert not jumped((0, 0), (31, 30))
    assert jumped((0, 0), (8 * 3600, 30))
    assert jumped((0, 0), (-3600, 30))
    assert jumped((0, 0), (400, 400))


def test_after_a_sleep_it_polls_at_once() -> None:
    core = FakeCore()
    wall, steady = [0.0], [0.0]
    schedule = Schedule(core, wall=lambda: wall[0], steady=lambda: steady[0])
    schedule.start()
    assert core.polled.wait(10)
    core.polled.clear()

    wall[0], steady[0] = 8 * 3600.0, 30.0
    slept = schedule.heartbeat()

    assert slept
    assert core.polled.wait(10)
    schedule.stop()
    assert core.runs == 2


def test_the_chore_of_the_day_is_asked_by_the_hour_and_a_fault_of_it_ends_nothing() -> None:
    asked: list[threading.Event] = []

    def sweep(cancel: threading.Event) -> None:
        asked.append(cancel)
        raise StoreError("full", fatal=True)

    core = FakeCore()
    schedule = Schedule(core, sweep=sweep)
    schedule.start()
    assert core.polled.wait(10)
    job = schedule._scheduler.get_job("sweep")
    assert job is not None
    assert job.trigger.interval == timedelta(hours=1)
    assert asked == []  # a program that opens has other work first
    schedule.sweep()
    schedule.sweep()
    schedule.stop()
    assert len(asked) == 2
    assert asked[0].is_set()  # whoever stops the schedule stops it too


def test_a_schedule_without_a_chore_asks_for_none() -> None:
    schedule = Schedule(FakeCore())
    schedule.start()
    assert schedule._scheduler.get_job("sweep") is None
    schedule.sweep()
    schedule.stop()
