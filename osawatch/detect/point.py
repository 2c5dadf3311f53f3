"""What a detector says of one count of a lone series."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Point:
    """One count judged; all None = no verdict.

    `upper` is the count that is still quiet, in the unit of the counts; the alarm is above it.
    `score` is the method's own measure: the more, the less usual.
    """

    expected: float | None = None
    upper: float | None = None
    score: float | None = None
    alarm: bool | None = None
    p: float | None = None


SILENT = Point()
