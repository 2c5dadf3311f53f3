"""What the desk says of a source, and what it might say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Why = Literal["edit", "accepted", "rejected"]
GRADES = "ABCDEF"


@dataclass(frozen=True, slots=True)
class Given:
    """A decision on a grade. `grade` "" = the shipped one again.

    Of a proposal that was rejected: what stood.

    `what`: a person's own edit, or a proposal accepted or rejected.
    """

    source: str
    grade: str
    who: str
    post: str
    at: datetime
    why: str
    what: Why


@dataclass(frozen=True, slots=True)
class Wrong:
    """An alert that a person closed because what it reported was wrong."""

    alert: str
    title: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Proposal:
    """A lower grade for a source that reported what was wrong; a person decides."""

    source: str
    title: str
    grade: str
    proposed: str
    wrong: tuple[Wrong, ...]


def lower(grade: str) -> str:
    """One letter lower, "" = there is none. F says «cannot be judged»: now it can, as D."""
    return {"A": "B", "B": "C", "C": "D", "D": "E", "F": "D"}.get(grade, "")
