"""Hybrid logical clock: wall time that never runs backwards, as a text that sorts.

`TTTTTTTTTTTTTTT.CCCCC`: milliseconds since 1970, then a counter for equal milliseconds.
"""

from __future__ import annotations

from datetime import datetime

ZERO = f"{0:015d}.{0:05d}"


def tick(last: str, now: datetime) -> str:
    """The next reading after `last`: the wall clock if it moved on, else one count more."""
    wall = int(now.timestamp() * 1000)
    then, count = _parts(last or ZERO)
    if wall > then:
        return f"{wall:015d}.{0:05d}"
    if count < 99_999:
        return f"{then:015d}.{count + 1:05d}"
    return f"{then + 1:015d}.{0:05d}"


def _parts(hlc: str) -> tuple[int, int]:
    wall, _, count = hlc.partition(".")
    return int(wall), int(count or 0)
