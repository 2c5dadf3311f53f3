"""Old news by the clock, where this desk chose so: once a day, by the way that the command goes.

    the setting is on, a term is set, not looked at today -> may this clock be believed?
      -> Thinning.end, with a reason that says so -> Swept (a notice)
What goes does not come back, so a clock that may be wrong lets nothing go.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from osawatch.filing.model import Swept
from osawatch.filing.thinning import Progress, Thinning, silent
from osawatch.filing.words import words
from osawatch.model import Settings
from osawatch.store import retention, thinning
from osawatch.store.database import Store

LOOKED = "items-by-clock"
"""The day of the last look: a program that is started ten times a day looks once."""
SLACK = timedelta(hours=1)  # a clock that is set right by minutes is right
LEAP = timedelta(days=21)  # a wrong month or year; a desk that was shut for longer is asked too
ENOUGH = 30  # days with news after a leap: then the clock that said so is believed
log = logging.getLogger(__name__)


def doubted(now: datetime, days: Sequence[datetime]) -> datetime | None:
    """What news speaks against this clock: when it came in. None = nothing does.

    `days`: the last days on which news came in, newest first, each by its newest item. A clock
    that leaps ahead gets news of its own within a minute, so the days before count as well.
    """
    if days and days[0] > now + SLACK:
        return days[0]
    later = [now, *days]
    return next((old for new, old in zip(later, days, strict=False) if new - old > LEAP), None)


class Daily:
    """Does nothing unless it was chosen."""

    def __init__(
        self,
        kept: Store,
        thinning: Thinning,
        settings: Callable[[], Settings],
        clock: Callable[[], datetime],
    ) -> None:
        self._store, self._thinning = kept, thinning
        self._settings, self._clock = settings, clock

    def run(
        self, progress: Progress = silent, cancel: threading.Event | None = None
    ) -> Swept | None:
        """What went; None = it is not chosen, no term is set, or today's look was taken.

        Once `cancel` is set, or the setting is off, the rest stays until another day.
        """
        now, days = self._clock(), self._thinning.days()
        if not (self._settings().old_news_daily and days) or self._looked() == f"{now:%Y-%m-%d}":
            return None
        with self._store.reading() as connection:
            against = doubted(now, thinning.days_of_news(connection, ENOUGH + 1))
        if against is not None:
            told = "old news stays: this clock says %s, but news came in on %s"
            log.warning(told, f"{now:%Y-%m-%d %H:%M}", f"{against:%Y-%m-%d %H:%M}")
            swept = Swept(days, 0, now, against)
        else:
            swept = Swept(days, self._end(progress, cancel or threading.Event()))
        with self._store.writing() as connection:
            retention.keep(connection, {"day": f"{now:%Y-%m-%d}"}, LOOKED)
        return swept

    def _looked(self) -> str:
        with self._store.reading() as connection:
            return str(retention.read(connection, LOOKED).get("day", ""))

    def _end(self, progress: Progress, cancel: threading.Event) -> int:
        stop = threading.Event()

        def step(done: int, whole: int) -> None:
            progress(done, whole)
            if cancel.is_set() or not self._settings().old_news_daily:
                stop.set()

        if cancel.is_set():
            return 0
        why = words(self._settings().language)["by_clock"]
        gone = self._thinning.end(why, step, stop)
        log.info("%d items older than %d days went by the clock", gone.items, gone.days)
        return gone.items
