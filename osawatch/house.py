"""What the rooms that take in news have in common: the profile, its rules, its names, a network."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from osawatch.model import Changes, Person, Settings
from osawatch.paths import Profile
from osawatch.policy import network
from osawatch.policy.model import Policies
from osawatch.rulebook import Rulebook
from osawatch.store.database import Store

if TYPE_CHECKING:
    from osawatch.intake import Desk
    from osawatch.naming.book import Namebook
    from osawatch.poll import Fetching


@dataclass(frozen=True, slots=True)
class House:
    """`person`: who works here now. `fetch` is for tests: a network of their own."""

    profile: Profile
    store: Store
    rules: Rulebook
    names: Namebook
    settings: Callable[[], Settings]
    person: Callable[[], Person]
    policies: Policies
    clock: Callable[[], datetime]
    fetch: Fetching | None
    announce: Callable[[Changes], Changes]

    def desk(self) -> Desk:
        """Who takes in, with today's rules and today's lists."""
        from osawatch.intake import Desk

        rules = self.rules
        rules.refresh()  # what was saved a moment ago counts for what comes in now
        return Desk(
            self.store,
            rules,
            rules.rater,
            self.person(),
            rules.windows(),
            rules.timed(),
            self.names.current,
        )

    @contextmanager
    def asking(self) -> Iterator[Fetching]:
        """A fetcher for one use."""
        fetcher = self.fetch or self._fetcher()
        try:
            yield fetcher
        finally:
            if fetcher is not self.fetch:
                fetcher.close()

    def shut(self) -> str:
        """Why nobody may be asked now, "" when one may."""
        return "" if self.fetch else network.closed(self.settings(), self.clock())

    def _fetcher(self) -> Fetching:
        """No client of a network is made while it is switched off, or outside its hours."""
        return network.fetcher(self.settings(), self.policies, self.clock())
