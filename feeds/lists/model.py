"""One neutral record for every sanctions and screening list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Kind = Literal["person", "entity", "vessel", "aircraft", ""]
NameType = Literal["primary", "alias", "former", "original"]
Quality = Literal["strong", "weak"]

LIST_IDS = (
    "ofac-sdn",
    "ofac-cons",
    "us-csl",
    "eu-fsf",
    "un-sc",
    "uk-sl",
    "uk-ofsi",
    "ch-seco",
    "ca-sema",
    "au-dfat",
    "nl",
    "opensanctions",
)


class Name(NamedTuple):
    """A name as the list writes it. `script` by its letters: Latin, Cyrillic, Arabic, Han, ...

    A tuple, as the other small parts: a list has 100,000, and a frozen dataclass takes 2 us each.
    """

    text: str
    type: NameType = "primary"
    quality: Quality = "strong"
    script: str = "Latin"
    language: str = ""


class Identifier(NamedTuple):
    """A number that can decide alone (passport, IMO, registration). `country` is ISO 3166 or ""."""

    type: str
    value: str
    country: str = ""


class Birth(NamedTuple):
    """A date of birth as far as the list knows it: YYYY, YYYY-MM, YYYY-MM-DD or YYYY/YYYY."""

    value: str
    circa: bool = False


@dataclass(frozen=True, slots=True)
class ListEntry:
    """One designation. `id` is the list's own key; dates are YYYY-MM-DD or "" when not given.

    `fields` holds every leaf of the record as the wire has it (path -> values), so that
    a comparison misses nothing that the neutral part leaves out.
    """

    list: str
    id: str
    kind: Kind = ""
    names: tuple[Name, ...] = ()
    programmes: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    births: tuple[Birth, ...] = ()
    addresses: tuple[str, ...] = ()
    listed: str = ""
    amended: str = ""
    reference: str = ""
    legal_basis: tuple[str, ...] = ()
    remarks: str = ""
    active: bool = True
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The primary name, else the first of any kind."""
        primary = next((name.text for name in self.names if name.type == "primary"), "")
        return primary or (self.names[0].text if self.names else "")
