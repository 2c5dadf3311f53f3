"""Rule files tried on what is stored here, and on archives of it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from osawatch import backtest
from osawatch.backtest import Asked, Report
from osawatch.house import House
from osawatch.parquet import archive, remote, runs
from osawatch.parquet.model import Index
from osawatch.parquet.runs import Where

Step = Callable[[int, int], None]
Elsewhere = Callable[[Asked, Step | None, threading.Event | None], Report]


def _quiet(_done: int, _all: int) -> None:
    """Nobody asked to be told of each step."""


@dataclass(frozen=True, slots=True)
class Backtests:
    """The use cases of one profile. `elsewhere` carries out `run` in another process."""

    house: House
    elsewhere: Elsewhere | None = None

    def run(
        self, asked: Asked, progress: Step | None = None, cancel: threading.Event | None = None
    ) -> Report:
        """What rule files would have raised over the stored items."""
        if self.elsewhere is not None:
            return self.elsewhere(asked, progress, cancel)
        store, rules, now = self.house.store, self.house.rules, self.house.clock()
        return backtest.run(store, rules, asked, now, progress, cancel)

    def export(
        self, folder: Path, progress: Step = _quiet, cancel: threading.Event | None = None
    ) -> Index:
        """All items as Parquet, a file a month."""
        self.house.policies.refuse_media(folder)
        return archive.export(self.house.store, folder, self.house.clock(), progress, cancel)

    def over_archive(
        self,
        asked: Asked,
        where: Where,
        progress: Step = _quiet,
        cancel: threading.Event | None = None,
    ) -> Report:
        """What rule files would have raised over an archive."""
        folder = self.house.profile.folder
        way, stop = remote.Way(self.house.asking, self.house.shut), cancel or threading.Event()
        here = remote.at_hand(where, asked.since, folder / "archive-cache", way, progress, stop)
        return runs.run(self.house.rules, asked, here, folder / "archive-runs", progress, stop)
