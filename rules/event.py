"""One mention of a measure in a text, and where its words stand."""

from __future__ import annotations

from dataclasses import dataclass

from rules.hits import Hit
from rules.model import MeasureStatus


@dataclass(slots=True)
class Event:
    """One mention of a measure. `parts` are the words that tell it, folded places."""

    measure: str
    sentence: int
    parts: tuple[Hit, ...]
    status: MeasureStatus | None = None
    denied: str = ""
    signs: tuple[Hit, ...] = ()
    tells: bool = False  # whether its own words say that it is done: «imposes sanctions»

    @property
    def start(self) -> int:
        """Where its first word begins."""
        return min(part.start for part in self.parts)

    @property
    def end(self) -> int:
        """Where its last word ends."""
        return max(part.end for part in self.parts)
