"""The three jobs of the first page, as calls without a widget. Each ends with a sentence's parts.

answers -> core.save_settings -> poll | ingest | sample -> Outcome
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from osawatch.core import Core
from osawatch.model import PollProgress, PollReport, Settings
from osawatch.paths import below

Progress = Callable[[PollProgress], None]
BAD = frozenset({"refused", "partial"})
FINE = frozenset({"ok", "not_modified", "empty", "stale", "moved"})
TOLD = 3  # refused files named in the sentence


@dataclass(frozen=True, slots=True)
class Outcome:
    """What to say when a job has ended: the key of a sentence, its values, and more lines."""

    key: str
    values: tuple[object, ...] = ()
    refused: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Offer:
    """What the shipped sources are, for the words on a card."""

    sources: int = 0
    languages: int = 0

    @property
    def minutes(self) -> int:
        """A cautious guess: eight at a time, some of them slow."""
        return max(1, round(self.sources / 40))


def offer(core: Core) -> Offer:
    """Counts the sources a first round would ask."""
    rows = [row for row in core.sources.rows() if row.enabled and row.supported]
    return Offer(len(rows), len({row.language for row in rows if row.language}))


def save(core: Core, settings: Settings) -> None:
    """Keeps the answers, if they differ from what is kept."""
    if core.settings() != settings:
        core.save_settings(settings)


def poll(core: Core, settings: Settings, progress: Progress, cancel: threading.Event) -> Outcome:
    """Asks every source once."""
    save(core, settings)
    report = core.poll(progress=progress, cancel=cancel)
    return Outcome("cancelled") if report.cancelled else Outcome("polled", _polled(report))


def _polled(report: PollReport) -> tuple[int, int, int, int]:
    rows = report.sources
    failed = sum(row.outcome not in FINE for row in rows)
    return len(rows), sum(row.new for row in rows), sum(row.alerts for row in rows), failed


def read(
    core: Core,
    settings: Settings,
    paths: Iterable[str],
    progress: Progress,
    cancel: threading.Event,
) -> Outcome:
    """Reads files as if they had been fetched; a folder stands for all files below it."""
    save(core, settings)
    results, _changes = core.ingest(spread(paths), progress=progress, cancel=cancel)
    if cancel.is_set():
        return Outcome("cancelled")
    bad = [row for row in results if row.outcome == "refused"]
    new, alerts = sum(row.new for row in results), sum(row.alerts for row in results)
    counts = (len(results) - len(bad), len(bad), new, alerts)
    told = tuple((Path(row.file).name, row.reason) for row in bad[:TOLD])
    return Outcome("imported", counts, told)


def spread(paths: Iterable[str]) -> list[Path]:
    """Files as they are, folders as the files below them, in the order of their names."""
    out: list[Path] = []
    for path in map(Path, paths):
        if path.is_dir():
            out += below(path)
        else:
            out.append(path)
    return out


def sample(core: Core, settings: Settings) -> Outcome:
    """Fills the sample desk."""
    save(core, settings)
    core.init_profile(sample=True)
    return Outcome("sampled")
