"""Polls what is due, as long as the program runs; survives the sleep of a laptop.

    every minute: core.poll(due=True)          one run at a time, missed ones become one
    every hour:   sweep                        the chore of the day, which knows the day itself
    every 30 s:   heartbeat -> clock jumped?   the machine slept: wake the scheduler, poll now

The scheduler waits on a clock that stands still while a laptop sleeps, so without the heartbeat
an overdue run would come hours late.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Protocol

from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.interval import IntervalTrigger

from osawatch.errors import Busy, OsawatchError
from osawatch.model import PollProgress, PollReport

HEARTBEAT = 30.0
JUMP = 60.0
EVERY = 60
SWEEP, FIRST_SWEEP = 3600, timedelta(minutes=5)  # a program that opens has other work first
log = logging.getLogger(__name__)


class Polling(Protocol):
    """What the schedule needs of the core."""

    def poll(
        self,
        wanted: tuple[str, ...] = (),
        *,
        due: bool = False,
        progress: Callable[[PollProgress], None] | None = None,
        cancel: threading.Event | None = None,
    ) -> PollReport:
        """Ask the sources that are due."""


class Schedule:
    """Start it once; `stop` calls off a poll under way."""

    def __init__(
        self,
        core: Polling,
        *,
        progress: Callable[[PollProgress], None] | None = None,
        done: Callable[[PollReport], None] | None = None,
        sweep: Callable[[threading.Event], object] | None = None,
        wall: Callable[[], float] = time.time,
        steady: Callable[[], float] = time.monotonic,
    ) -> None:
        self._core = core
        self._progress = progress
        self._done = done
        self._sweep = sweep
        self._wall, self._steady = wall, steady
        self._cancel = threading.Event()
        self._beat = (wall(), steady())
        self._scheduler = BackgroundScheduler(
            timezone=UTC,
            job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
        )

    def start(self) -> None:
        """Poll what is due now, and from now on."""
        self._cancel.clear()
        now = datetime.now(UTC)
        every = IntervalTrigger(seconds=EVERY, timezone=UTC)
        self._scheduler.add_job(self.poll, every, id="poll", next_run_time=now)
        if self._sweep is not None:
            hourly = IntervalTrigger(seconds=SWEEP, timezone=UTC)
            first = now + FIRST_SWEEP
            self._scheduler.add_job(self.sweep, hourly, id="sweep", next_run_time=first)
        beat = IntervalTrigger(seconds=int(HEARTBEAT), timezone=UTC)
        self._scheduler.add_job(self.heartbeat, beat, id="heartbeat")
        self._scheduler.start()

    def stop(self) -> None:
        """Call off what runs and wait until it has stopped."""
        self._cancel.set()
        if self._scheduler.running:
            self._scheduler.shutdown(wait=True)

    def poll(self) -> None:
        """One run. That somebody else polls this profile is no fault: it gets polled."""
        try:
            report = self._core.poll(due=True, progress=self._progress, cancel=self._cancel)
        except Busy as busy:
            log.info("not polling: %s", busy)
        except OsawatchError:
            log.exception("the poll could not be kept")
        else:
            if self._done is not None and report.sources:
                self._done(report)

    def sweep(self) -> None:
        """The chore of the day. One that failed is tried again in an hour."""
        if self._sweep is None:
            return
        try:
            self._sweep(self._cancel)
        except OsawatchError:
            log.exception("the chore of the day did not work")

    def heartbeat(self) -> bool:
        """Whether the machine slept since the last beat; if so, poll now."""
        before, self._beat = self._beat, (self._wall(), self._steady())
        slept = jumped(before, self._beat)
        if slept:
            log.info("the clock jumped by %.0f s: waking up", self._beat[0] - before[0])
            self._wake()
        return slept

    def _wake(self) -> None:
        job = self._scheduler.get_job("poll")
        if job is not None:
            job.modify(next_run_time=datetime.now(UTC))
        if self._scheduler.running:
            self._scheduler.wakeup()


def jumped(before: tuple[float, float], now: tuple[float, float]) -> bool:
    """Whether the wall clock moved otherwise than the steady one, or a beat came far too late."""
    wall, steady = now[0] - before[0], now[1] - before[1]
    return abs(wall - steady) > JUMP or steady > HEARTBEAT + JUMP
