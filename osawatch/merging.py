"""Which alert stands under which, when desks merged them apart from each other. Pure.

Each alert's own log says what it was merged into. One desk refuses a circle; two desks that did not
know of each other can make one. Then the merge that was said last does not hold, wherever it is
looked at from: all desks that hold the same lines see the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Claim(NamedTuple):
    """Merged into which alert, and the place of the line that says so."""

    into: str
    at: str


def settled(claims: Mapping[str, Claim]) -> dict[str, str]:
    """What holds: alert -> alert. Of each circle the youngest claim is left out."""
    void = {max(circle, key=lambda name: (claims[name].at, name)) for circle in _circles(claims)}
    return {name: claim.into for name, claim in claims.items() if name not in void}


def _circles(claims: Mapping[str, Claim]) -> list[list[str]]:
    """Every alert points to one other at most: circles have no part in common."""
    found: list[list[str]] = []
    seen: set[str] = set()
    for start in claims:
        path: dict[str, None] = {}
        name = start
        while name in claims and name not in seen and name not in path:
            path[name] = None
            name = claims[name].into
        if name in path:
            walked = list(path)
            found.append(walked[walked.index(name) :])
        seen |= path.keys()
    return found
