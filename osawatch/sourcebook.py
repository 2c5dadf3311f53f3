"""The sources of a profile: their health, and which of them are asked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from feeds.model import SourceSpec
from osawatch.errors import BadInput, UnknownId
from osawatch.excluding import Excluding
from osawatch.house import House
from osawatch.model import Changes, Excluded, PollLine, SourceEdit, SourceRow
from osawatch.outbound import Outbound
from osawatch.store import owned, polled_log, sources

LEAST, MOST = 5, 100_000  # minutes between polls, as the command line takes them
TAGS, LETTERS, TITLE = 20, 40, 200  # of a source, of a tag, of a name
KIND, COUNTRY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*"), re.compile(r"[A-Z]{2}")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{1,8})*")


@dataclass(frozen=True, slots=True)
class Sourcebook:
    """The use cases of one profile."""

    house: House
    outbound: Outbound

    def rows(self) -> list[SourceRow]:
        """All sources with their health."""
        with self.house.store.reading() as connection:
            return [row for row in sources.rows(connection, self.house.clock()) if row.url]

    def add(self, spec: SourceSpec, tags: Iterable[str] = ()) -> Changes:
        """Add a source of the person's own, switched on; a known id is `BadInput`.

        One whose question names words of the watchlist stays off until a person switches it on.
        """
        on, marked = not self.outbound.of(spec).words, tags_of(tags)
        with self.house.store.writing() as connection:
            if not sources.add(connection, [spec], origin="person", on=on):
                raise BadInput(f"there is a source {spec.id!r} already", field="id")
            if marked:
                owned.edit(connection, spec.id, SourceEdit(tags=marked))
        return self.house.announce(Changes(sources=frozenset({spec.id})))

    def enable(self, source: str, on: bool) -> Changes:  # noqa: FBT001 # reads as a switch
        """Switch a source on or off."""
        with self.house.store.writing() as connection:
            known = sources.enable(connection, source, on=on)
        return self._touched(source, known=known)

    def edit(self, source: str, wanted: SourceEdit) -> Changes:
        """Say otherwise what a source is, how often it is asked, which tags it has.

        Of a shipped source the desk's word stands beside the shipped one and outlives new
        catalogues. Kind, language and country hold for what it brings from now on.
        """
        wanted = sound(wanted)
        with self.house.store.writing() as connection:
            known = owned.edit(connection, source, wanted)
        return self._touched(source, known=known)

    def polls(self, source: str) -> list[PollLine]:
        """Its last polls, the newest first."""
        self._known(source)
        with self.house.store.reading() as connection:
            return polled_log.lines(connection, source)

    def excluded(self, source: str = "") -> list[Excluded]:
        """What a source, or any, raises no alerts for."""
        return self._excluding.every(source)

    def exclude(self, wanted: Excluded) -> Excluded:
        """Raise no alerts for what a source says of this, until a day; as it is kept."""
        self._known(wanted.source)
        kept = self._excluding.add(wanted)
        self.house.announce(Changes(sources=frozenset({wanted.source})))
        return kept

    def hear(self, source: str, name: str) -> Changes:
        """Take an exclusion back, by its name; also of a source that is gone."""
        self._excluding.remove(source, name)
        return self.house.announce(Changes(sources=frozenset({source})))

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

    @property
    def _excluding(self) -> Excluding:
        return Excluding(self.house.rules, self.house.person, self.house.clock)

    def _known(self, source: str) -> None:
        with self.house.store.reading() as connection:
            if source not in sources.known_ids(connection):
                raise UnknownId("source", source)

    def _touched(self, source: str, *, known: bool) -> Changes:
        if not known:
            raise UnknownId("source", source)
        return self.house.announce(Changes(sources=frozenset({source})))


def tags_of(said: Iterable[str]) -> tuple[str, ...]:
    """Tags as they are kept: in one line, each once whatever its case, no comma or slash in them.

    Both part tags in lists that other readers make.
    """
    found: dict[str, str] = {}
    for one in said:
        for part in re.split("[,/]", one):
            tag = " ".join(part.split())[:LETTERS].strip()
            if tag:
                found.setdefault(tag.casefold(), tag)
    return tuple(found.values())[:TAGS]


def sound(wanted: SourceEdit) -> SourceEdit:
    """What can be kept; else `BadInput` with the field."""
    title = None if wanted.title is None else " ".join(wanted.title.split())[:TITLE]
    country = None if wanted.country is None else wanted.country.strip().upper()
    language = None if wanted.language is None else wanted.language.strip()
    if title == "":
        raise BadInput("is empty: a source needs a name", field="name")
    if wanted.kind is not None and not KIND.fullmatch(wanted.kind):
        raise BadInput(f"is no kind of source: {wanted.kind!r}", field="kind")
    if language and not LANGUAGE.fullmatch(language):
        raise BadInput(f"is no code of a language: {language!r}", field="language")
    if country and not COUNTRY.fullmatch(country):
        raise BadInput(f"is no code of a country of two letters: {country!r}", field="country")
    if wanted.minutes is not None and not LEAST <= wanted.minutes <= MOST:
        raise BadInput(
            f"is not between {LEAST} and {MOST} minutes: {wanted.minutes}", field="every"
        )
    tags = None if wanted.tags is None else tags_of(wanted.tags)
    return replace(wanted, title=title, country=country, language=language, tags=tags)
