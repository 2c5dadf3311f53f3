"""Everything that gets news: by the clock, by hand, from files. One at a time, each can be stopped.

Schedule --every minute--> poll(due) --+--> core.poll --progress--> bridge --> status bar
a person --poll now--> poll(ids) ------+--> report --> ended (on the GUI thread)
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from osawatch.core import Core
from osawatch.errors import Busy
from osawatch.model import Changes, FileResult, PollProgress, PollReport
from ui.bridge import Bridge
from ui.i18n import wrong
from ui.tasks import Tasks

if TYPE_CHECKING:
    from osawatch.schedule import Schedule

Step = Callable[[PollProgress], None]


class Polling(QObject):
    """The schedule polls through it as well, so that Cancel stops either.

    Signals:
        began: a person asked for it, nothing is known yet.
        ended: a PollReport.
        read: the results of an ingest.
        rested: nothing runs any more, however it ended.
        sweeping, swept: how far old news by the clock is, and a Swept of what went.
        refused: why nothing was done: "busy", "held", "offline", "hours" or "failed", and more.
    """

    began = Signal()
    ended = Signal(object)
    read = Signal(object)
    rested = Signal()
    sweeping = Signal(int, int)
    swept = Signal(object)
    refused = Signal(str, str)

    def __init__(self, core: Core, tasks: Tasks, bridge: Bridge, *, offline: bool = False) -> None:
        super().__init__(tasks)
        self._core, self._tasks, self._bridge = core, tasks, bridge
        self._never = offline
        self._cancel: threading.Event | None = None
        self._enough = threading.Event()  # of what is swept
        self._guard = threading.Lock()
        self._schedule: Schedule | None = None
        self.reading = False

    @property
    def online(self) -> bool:
        """Whether anything is ever fetched: the settings, unless the program was told otherwise."""
        return not self._never and self._core.settings().network != "offline"

    @property
    def opens(self) -> datetime | None:
        """When the hours of the network begin, None where none are kept, or they are now."""
        return self._core.outbound.opens() if self.online else None

    def running(self) -> bool:
        """Whether a poll or a reading is under way."""
        return self._cancel is not None

    def follow_settings(self) -> None:
        """Works by the clock once the profile is set up, offline too: then nobody is asked.

        Snoozes end, days pass and rules over time speak without a network.
        """
        wanted = not self._never and self._core.settings().ready
        if wanted and self._schedule is None:
            from osawatch.schedule import Schedule  # not needed to open a window

            self._schedule = Schedule(
                self, progress=self._bridge.progress.emit, done=self._done, sweep=self.sweep
            )
            self._schedule.start()
        elif not wanted and self._schedule is not None:
            schedule, self._schedule = self._schedule, None
            self.cancel()
            self._tasks.run(self, schedule.stop, lambda _: None)  # it waits for what runs

    def now(self, sources: Sequence[str] = ()) -> None:
        """Polls these sources, or all, because a person asked."""
        if not self.online:
            self.refused.emit("offline", "")
        elif self.opens is not None:
            self.refused.emit("hours", self._core.settings().hours)
        elif self.running():
            self.refused.emit("busy", "")
        else:
            self.began.emit()
            step = self._bridge.progress.emit
            call = partial(self.poll, tuple(sources), progress=step)
            self._tasks.run(self, call, self.ended.emit, self._on_failed)

    def read_files(self, files: Sequence[str]) -> None:
        """Reads files as if they had been fetched."""
        if self.running():
            self.refused.emit("busy", "")
            return
        self.reading = True
        self.began.emit()
        paths = [Path(file) for file in files]
        self._tasks.run(self, partial(self._ingest, paths), self._on_read, self._on_failed)

    def cancel(self) -> None:
        """Stops what runs after the sources it is at, and old news after its page."""
        self._enough.set()
        event = self._cancel
        if event is not None:
            event.set()

    def stop(self) -> None:
        """The program ends: stops what runs and waits for it."""
        self.cancel()
        schedule, self._schedule = self._schedule, None
        if schedule is not None:
            schedule.stop()

    def poll(
        self,
        wanted: Sequence[str] = (),
        *,
        due: bool = False,
        progress: Step | None = None,
        cancel: threading.Event | None = None,
    ) -> PollReport:
        """What the schedule calls, on its thread; a person's poll takes the same way.

        The schedule's own `cancel` is not asked: whoever stops it stops this as well.
        """
        event = self._take()
        if event is None:
            return PollReport(())
        try:
            return self._core.poll(wanted, due=due, progress=progress, cancel=event)
        finally:
            self._leave()

    def sweep(self, cancel: threading.Event) -> None:
        """Old news by the clock, on the thread of the schedule; polls go on beside it."""
        if cancel.is_set():  # the program ends: today's look is for its next start
            return
        self._enough.clear()
        told = -1

        def step(done: int, whole: int) -> None:
            nonlocal told
            if cancel.is_set():
                self._enough.set()
            if (share := 100 * done // max(1, whole)) != told:
                told = share
                self.sweeping.emit(done, whole)

        found = self._core.daily.run(step, self._enough)
        if found is not None:
            self.rested.emit()
            self.swept.emit(found)

    def _ingest(self, files: list[Path]) -> tuple[list[FileResult], Changes]:
        event = self._take()
        if event is None:
            return [], Changes()
        try:
            return self._core.ingest(files, progress=self._bridge.progress.emit, cancel=event)
        finally:
            self._leave()

    def _take(self) -> threading.Event | None:
        """The right to run, or None when somebody else has it."""
        with self._guard:
            if self._cancel is not None:
                return None
            self._cancel = threading.Event()
            return self._cancel

    def _leave(self) -> None:
        self._cancel = None
        self.rested.emit()

    def _done(self, report: PollReport) -> None:
        self.ended.emit(report)  # on the schedule's thread; a slot hears it on the GUI thread

    def _on_read(self, found: tuple[list[FileResult], Changes]) -> None:
        self.reading = False
        self.read.emit(found[0])

    def _on_failed(self, error: Exception) -> None:
        self.reading = False
        if isinstance(error, Busy):
            self.refused.emit("held", str(error.holder))
        else:
            self.refused.emit("failed", wrong(error))
