"""Values of a measure's life: what one item says of it, and what all of them add up to. Frozen.

An act is what a state publishes under a number: "CN:2025/70" (MOFCOM announcement 70 of 2025),
"EU:2026/261" (regulation or decision), "US:2025-19825" (document of the Federal Register),
"US:EO 14257", "NL:2026/12345" (Staatscourant), "IN:26/2026-27" (DGFT notification).
Days are dates of the issuing authority; "" = not known.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, get_args

from rules.model import Tier


@dataclass(frozen=True, slots=True)
class Sighting:
    """What one item says of one measure. `at` in seconds; `refs`: acts it changes, and how."""

    item: int
    id: str
    at: int
    day: str
    official: bool
    act: str
    country: str
    measure: str
    goods: tuple[str, ...]
    codes: tuple[str, ...]
    status: str
    effective: str = ""
    until: str = ""
    deadline: str = ""
    refs: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One day in the life of a measure: what happened, by which act or item, or from which list.

    `what`: a measure status, or effective, until, deadline, and relations of other acts to it.
    """

    day: str
    what: str
    act: str = ""
    item: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure as it stands. `links`: (relation, act or measure id) of what it does to others.

    `announced`, `effective`, `suspended_until`, `expiry` and `deadline` (for comments) are days
    of the issuing authority, whose `zone` is a name of the IANA time zone database. `source` names
    the entry of the shipped list it comes from, "" = seen by this desk alone; `known_on` is the
    date of that list. `check`: the entry asks a person to confirm it.
    """

    id: str
    country: str
    measure: str
    goods: tuple[str, ...]
    act: str = ""
    codes: tuple[str, ...] = ()
    status: str = ""
    announced: str = ""
    effective: str = ""
    suspended_until: str = ""
    expiry: str = ""
    deadline: str = ""
    zone: str = "UTC"
    links: tuple[tuple[str, str], ...] = ()
    steps: tuple[Step, ...] = ()
    items: tuple[int, ...] = ()
    text: str = ""
    source: str = ""
    check: bool = False
    known_on: str = ""
    last_seen: str = ""


DetailKind = Literal["quota", "used", "exemption", "route", "end-user", "destination", "reaction"]
DETAILS: tuple[DetailKind, ...] = get_args(DetailKind)


@dataclass(frozen=True, slots=True)
class NewDetail:
    """What a person adds to a measure, before it is stored. `source` is never empty.

    quota, used: `amount` of `unit`, `day` = by when. exemption, route, end-user: `value` in words.
    destination: `value` is a country. reaction: `value` is a measure or act of another country.
    """

    kind: DetailKind
    source: str
    value: str = ""
    amount: float | None = None
    unit: str = ""
    day: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Detail:
    """The same with who said it and when. `measure` and `act`: what it belongs to."""

    id: str
    measure: str
    act: str
    kind: DetailKind
    source: str
    value: str
    amount: float | None
    unit: str
    day: str
    note: str
    by: str
    post: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Fact:
    """A measure of the shipped list: known on the date of the pack."""

    day: str
    goods: tuple[str, ...]
    countries: tuple[str, ...]
    measure: str
    status: str
    text: str
    source: str
    until: str = ""
    check: bool = False
    known_on: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """What the pack says: facts of its list, measures that somebody decides on, tiers of goods."""

    facts: tuple[Fact, ...] = ()
    decided: frozenset[str] = frozenset()
    tiers: Mapping[str, Tier] = field(default_factory=dict)
