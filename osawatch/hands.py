"""Into whose hands a story can be given: functions, posts and people that this desk knows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from osawatch import signing
from osawatch.model import Holder, Settings
from osawatch.store import cards, events
from osawatch.store.database import Store


@dataclass(frozen=True, slots=True)
class Hands:
    """The use cases of giving stories away."""

    store: Store
    settings: Callable[[], Settings]

    def known(self) -> tuple[Holder, ...]:
        """Own function and post first, then other posts, then who else had one in hand."""
        mine = self.settings()
        with self.store.reading() as connection:
            posts, had = events.posts(connection), cards.assignees(connection)
        own = [Holder("role", signing.function(mine)), Holder("post", mine.post)]
        own = [one for one in own if one.name]
        others = [Holder("post", one) for one in posts if one != mine.post]
        taken = {one.name for one in (*own, *others)}
        return (*own, *others, *(Holder("other", one) for one in had if one not in taken))
