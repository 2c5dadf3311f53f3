"""Where a statement comes from: the items under an alert or a measure, the best one first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from osawatch.acts import Measure
from osawatch.core import Core
from osawatch.model import StoryItem


def ranked(story: Iterable[StoryItem]) -> list[StoryItem]:
    """Official ones first, then the earliest; copies only where there is nothing else."""
    found = sorted(story, key=lambda item: (not item.official, item.first_seen))
    return [item for item in found if not item.copy_of] or found


class Origins:
    """Reads each card once."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self._read: dict[str, tuple[StoryItem, ...]] = {}

    def story(self, name: str) -> tuple[StoryItem, ...]:
        """All items of a card, by its id or that of one of its alerts or items."""
        if name not in self._read:
            card = self._core.card(name)
            self._read[name] = card.story if card else ()
        return self._read[name]

    def first(self, name: str) -> StoryItem | None:
        """The item to name when one has to do."""
        return next(iter(ranked(self.story(name))), None)

    def of_measure(self, measure: Measure) -> StoryItem | None:
        """The last item that told of a measure, None = known from a list alone."""
        named: Sequence[str] = [step.item for step in measure.steps if step.item]
        for name in reversed(named):
            exact = [item for item in self.story(name) if item.id == name]
            if exact or self.story(name):
                return exact[0] if exact else self.first(name)
        return None
