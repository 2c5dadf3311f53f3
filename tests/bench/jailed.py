"""CPU seconds of the process that reads documents: the clocks of this one do not see them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import feeds.parse
import osawatch.poll
from feeds.jail.keeper import OURS


def spent() -> float:
    """So far, in its present life; 0 before it started. Linux only: elsewhere 0."""
    stat = Path(f"/proc/{OURS.pid}/stat")
    if OURS.pid is None or not stat.exists():
        return 0.0
    fields = stat.read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def without() -> Iterator[None]:
    """Polls read documents in their own process, as they once did."""
    osawatch.poll.parse = feeds.parse.parse  # type: ignore[assignment]
    try:
        yield
    finally:
        osawatch.poll.parse = OURS.parse
