"""What leaves this machine, and when: the use cases of settings and policies over the network."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from feeds.model import SourceSpec
from osawatch.errors import UnknownId
from osawatch.model import Settings
from osawatch.policy import hours
from osawatch.policy.leaving import Leaving, leaving
from osawatch.policy.model import Policies
from osawatch.policy.network import closed
from osawatch.rulebook import Rulebook
from osawatch.store import sources
from osawatch.store.database import Store


@dataclass(frozen=True, slots=True)
class Outbound:
    """One profile's way to the world."""

    store: Store
    rules: Rulebook
    settings: Callable[[], Settings]
    policies: Policies
    clock: Callable[[], datetime]

    def shut(self) -> str:
        """Why the network may not be used now, "" when it may."""
        return closed(self.settings(), self.clock())

    def hosts(self) -> tuple[tuple[str, ...], ...]:
        """The lists that must all have a host for it to be asked; none = any host."""
        return self.policies.hosts(self.settings())

    def opens(self) -> datetime | None:
        """When it may be used next, of a network with hours that is shut now."""
        mine = self.settings()
        if mine.network != "scheduled":
            return None
        return hours.opens(mine.hours, self.clock(), mine.time_zone)

    def of(self, spec: SourceSpec) -> Leaving:
        """What goes to a source when it is asked."""
        mine = self.settings()
        return leaving(spec, mine, self.hosts(), self.rules.secrets())

    def all(self, wanted: Sequence[str] = ()) -> list[tuple[str, Leaving]]:
        """What goes to each of these sources, or to all there are."""
        with self.store.reading() as connection:
            names = wanted or sorted(sources.known_ids(connection))
            found = sources.standing(connection, names) if names else []
        unknown = set(wanted) - {one.spec.id for one in found}
        if unknown:
            raise UnknownId("source", min(unknown))
        return [(one.spec.id, self.of(one.spec)) for one in found]
