"""Names of the sanctions lists that items hold: what was found, why, and what a person says of it.

They live in tables of their own. What leaves the desk (alerts, exports, bundles, hub, briefings)
does not read them; a natural person is shown to nobody but who looks at the item here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from feeds.lists.address import shipped
from osawatch.errors import UnknownId
from osawatch.hits import Finding, Standing, Told
from osawatch.house import House
from osawatch.store import named, watched


@dataclass(frozen=True, slots=True)
class ListedNames:
    """The use cases of one profile."""

    house: House

    def of(self, items: Sequence[str]) -> Told:
        """What these items name; what a person rejected is left out."""
        with self.house.store.reading() as connection:
            found = named.of(connection, items)
            checks = named.checks(connection, items)
        told = tuple(one for one in found if one.state != "rejected")
        lists = {one.list for check in checks.values() for one in check.lists}
        language = self.house.settings().language
        called = {key: one.called(language) for key, one in shipped().items() if key in lists}
        return Told(told, tuple(checks[item] for item in items if item in checks), called)

    def hits(self, state: str = "open", *, persons: bool = True) -> list[Finding]:
        """Findings in this state, "" = any; those on natural persons, which wait for a word."""
        self.sweep()
        with self.house.store.reading() as connection:
            return named.in_state(connection, state, persons=persons)

    def companies(self, company: str = "") -> list[Standing]:
        """Companies of the watchlist that stand or stood on a list; those that stand first."""
        with self.house.store.reading() as connection:
            return watched.every(connection, company)

    def decide(self, names: Sequence[str], state: str) -> None:
        """A person confirms or rejects findings: all of them, or none when one is unknown."""
        with self.house.store.writing() as connection:
            for name in names:
                if not named.decide(
                    connection, name, state, self.house.person(), self.house.clock()
                ):
                    raise UnknownId("hit", name)

    def sweep(self) -> int:
        """Take away hits on persons that nobody confirmed in 30 days."""
        with self.house.store.writing() as connection:
            return named.purge(connection, self.house.clock())
