"""What the status line says after a poll."""

from __future__ import annotations

from datetime import UTC

from osawatch.model import PollReport, PollResult
from tests.fakes import NOON
from ui.frame.words import polled


def test_a_poll_without_a_network_is_not_told_as_a_quiet_one(qapp: object) -> None:
    silent = PollResult("a", "offline", 0, 0, 0.0, 0, 0, 0)
    report = PollReport((silent,), offline="no network")

    assert polled(report, NOON, UTC).startswith("No network at 12:00 (no network)")
    assert polled(PollReport(()), NOON, UTC) == "Polled at 12:00: 0 new, 0 alerts"
