"""The sources of a profile: their health, and which of them are asked."""

from __future__ import annotations

from dataclasses import dataclass

from feeds.model import SourceSpec
from osawatch.errors import BadInput, UnknownId
from osawatch.house import House
from osawatch.model import Changes, SourceRow
from osawatch.outbound import Outbound
from osawatch.store import sources


@dataclass(frozen=True, slots=True)
class Sourcebook:
    """The use cases of one profile."""

    house: House
    outbound: Outbound

    def rows(self) -> list[SourceRow]:
        """All sources with their health."""
        with self.house.store.reading() as connection:
            return [row for row in sources.rows(connection, self.house.clock()) if row.url]

    def add(self, spec: SourceSpec) -> Changes:
        """Add a source of the person's own, switched on; a known id is `BadInput`.

        One whose question names words of the watchlist stays off until a person switches it on.
        """
        on = not self.outbound.of(spec).words
        with self.house.store.writing() as connection:
            if not sources.add(connection, [spec], origin="person", on=on):
                raise BadInput(f"there is a source {spec.id!r} already", field="id")
        return self.house.announce(Changes(sources=frozenset({spec.id})))

    def enable(self, source: str, on: bool) -> Changes:  # noqa: FBT001 # reads as a switch
        """Switch a source on or off."""
        with self.house.store.writing() as connection:
            known = sources.enable(connection, source, on=on)
        return self._touched(source, known=known)

    def remove(self, source: str) -> Changes:
        """Take a source off the list; its items stay."""
        with self.house.store.writing() as connection:
            known = sources.remove(connection, source)
        return self._touched(source, known=known)

    def accept_move(self, source: str) -> Changes:
        """Take the new address that a source proposed."""
        with self.house.store.writing() as connection:
            known = sources.accept_move(connection, source)
        return self._touched(source, known=known)

    def _touched(self, source: str, *, known: bool) -> Changes:
        if not known:
            raise UnknownId("source", source)
        return self.house.announce(Changes(sources=frozenset({source})))
