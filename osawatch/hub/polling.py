"""A worker that asks sources for all posts: a few at a time, those whose turn it is.

turns (the hub marks them) -> poll these -> items to the hub -> next turns      (a round)
follow: round -> told -> a pause -> round ..., until called off
The mark comes before the question, and is taken for few sources at a time: a worker that is killed
leaves no more than those unstored until their next turn, and nobody asks them again before it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol

from osawatch.errors import BadInput, Busy
from osawatch.hub.desk import Hub
from osawatch.hub.model import HubDown, HubRefused
from osawatch.model import Changes, PollProgress, PollReport
from osawatch.poll import WORKERS
from osawatch.sourcebook import Sourcebook

Progress = Callable[[PollProgress], None]
Told = Callable[[PollReport, str], None]
"""What a round brought, and why it broke off, "" = it went through."""


NOTHING = PollReport((), cancelled=False, changes=Changes())


class Poller(Protocol):
    """What this needs of the core."""

    @property
    def hub(self) -> Hub:
        """Its hub."""

    @property
    def sources(self) -> Sourcebook:
        """Its sources."""

    def reread_settings(self) -> None:
        """Take the settings as another process may have written them."""

    def poll(
        self,
        wanted: Sequence[str] = (),
        *,
        progress: Progress | None = None,
        cancel: threading.Event | None = None,
    ) -> PollReport:
        """Ask these."""


def poll(
    core: Poller, wanted: Sequence[str], progress: Progress, cancel: threading.Event
) -> tuple[PollReport, str]:
    """Ask all whose turn it is, and give the hub what they brought; why it broke off, "" = not."""
    minutes = {row.id: row.poll_minutes for row in core.sources.rows() if row.enabled}
    if unknown := set(wanted) - set(minutes):
        raise BadInput(f"is not switched on: {', '.join(sorted(unknown))}", field="--source")
    minutes = {name: minutes[name] for name in wanted} if wanted else minutes
    report = NOTHING
    down = core.hub.sync().down  # what a worker before us could not bring
    while not (down or cancel.is_set()):
        try:
            names = core.hub.turns(minutes, WORKERS)
        except (HubDown, HubRefused) as error:
            return report, str(error)
        if not names:
            break
        report = _more(report, core.poll(names, progress=progress, cancel=cancel))
        down = core.hub.sync().down
    return report, down


def follow(
    core: Poller,
    wanted: Sequence[str],
    pause: float,
    told: Told,
    progress: Progress,
    cancel: threading.Event,
) -> None:
    """Round after round until called off; what a round has in its hands then still goes to the hub.

    A hub that is down, or a profile that another program polls, ends a round, never the worker.
    """
    while not cancel.is_set():
        core.reread_settings()
        try:
            found = poll(core, wanted, progress, cancel)
        except Busy as error:
            found = NOTHING, str(error)
        told(*found)
        cancel.wait(pause)


def _more(report: PollReport, one: PollReport) -> PollReport:
    return replace(
        one, sources=report.sources + one.sources, changes=report.changes | one.changes,
        cancelled=report.cancelled or one.cancelled, offline=one.offline or report.offline,
    )  # fmt: skip
