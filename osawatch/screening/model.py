"""Who is asked for, and what was found: frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from feeds.lists.model import Identifier, Kind, ListEntry, Name
from osawatch.screening.score import Likeness

Ground = Literal["name", "identifier"]


@dataclass(frozen=True, slots=True)
class Subject:
    """Who is asked for. Countries are ISO 3166 codes, births YYYY[-MM[-DD]]; "" = not known."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    kind: Kind = ""
    countries: tuple[str, ...] = ()
    births: tuple[str, ...] = ()
    identifiers: tuple[Identifier, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """A second fact beside the name: `about` birth, country or kind; it `agrees` or not."""

    about: Literal["birth", "country", "kind"]
    agrees: bool
    value: str


class Hit(NamedTuple):
    """A listed entry that may be the one asked for, with all that speaks for and against it.

    A tuple, as `Likeness`: one is made for each candidate, and a frozen dataclass takes 1 us more.
    """

    entry: ListEntry
    score: float
    ground: Ground
    asked: str
    name: Name | None = None
    likeness: Likeness | None = None
    facts: tuple[Fact, ...] = ()
    number: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """The list and the entry's key in it."""
        return self.entry.list, self.entry.id
