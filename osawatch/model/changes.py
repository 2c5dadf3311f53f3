"""Which ids a write touched."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Changes:
    """Which ids a write touched; listeners redraw only what they show."""

    alerts: frozenset[str] = frozenset()
    cards: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    items: frozenset[str] = frozenset()
    settings: bool = False
    undoable: str = ""

    def __or__(self, other: Changes) -> Changes:
        return Changes(
            self.alerts | other.alerts,
            self.cards | other.cards,
            self.sources | other.sources,
            self.items | other.items,
            self.settings or other.settings,
            other.undoable or self.undoable,
        )


def merged(told: Iterable[Changes]) -> Changes:
    """All of these as one; `|` again and again would copy the ids each time."""
    every = list(told)
    return Changes(
        frozenset().union(*(one.alerts for one in every)),
        frozenset().union(*(one.cards for one in every)),
        frozenset().union(*(one.sources for one in every)),
        frozenset().union(*(one.items for one in every)),
        any(one.settings for one in every),
        next((one.undoable for one in reversed(every) if one.undoable), ""),
    )
