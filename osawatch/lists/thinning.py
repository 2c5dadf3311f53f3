"""Which versions of a list stay: a day's last for a year, then a month's, and what is referred to.

Pure. The first and the newest version stay for ever, and so does what an alert, a finding or a
confirmed hit refers to, with the version before it: what changed can be shown again.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal

from osawatch.store.lists import Version

YEAR = timedelta(days=366)
Why = Literal["newest", "first", "referred", "before", "day", "month", ""]


@dataclass(frozen=True, slots=True)
class Kept:
    """A version and why it stays; "" = it goes."""

    version: Version
    why: Why


def judged(versions: Sequence[Version], referred: Collection[str], now: datetime) -> list[Kept]:
    """Each version, newest first as given; `referred` are the hashes of those in use elsewhere."""
    days: set[str] = set()
    found: list[Kept] = []
    for place, one in enumerate(versions):
        when = one.received.astimezone(UTC)
        recent = now - when < YEAR
        day = f"{when:%Y-%m-%d}" if recent else f"{when:%Y-%m}"
        last = day not in days
        days.add(day)
        why: Why = ("day" if recent else "month") if last else ""
        newer = versions[place - 1].sha256 if place else ""
        if place == 0:
            why = "newest"
        elif place == len(versions) - 1:
            why = "first"
        elif one.sha256 in referred:
            why = "referred"
        elif newer in referred:
            why = "before"
        found.append(Kept(one, why))
    return found
