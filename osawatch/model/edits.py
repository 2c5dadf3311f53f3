"""What a person says of a source, and what one poll of it came to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class SourceEdit:
    """Changes of a source; None leaves a field as it is.

    `minutes`: between polls; the hints of the server stay the floor. `shipped`: take back the
    shipped values of all that the desk changed, before the rest is written.
    """

    title: str | None = None
    kind: str | None = None
    language: str | None = None
    country: str | None = None
    official: bool | None = None
    minutes: int | None = None
    tags: tuple[str, ...] | None = None
    shipped: bool = False


@dataclass(frozen=True, slots=True)
class PollLine:
    """One poll of a source: when, how it went, what was new, how long the answers took."""

    at: datetime
    outcome: str
    detail: str
    http: int
    new: int
    seconds: float
    next_poll: datetime | None
