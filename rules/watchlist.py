"""What the desk watches: goods, countries, measures, companies and the words around them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from rules.model import Tier
from rules.terms import Term, Terms
from rules.yamlnodes import NOWHERE, Place

# Groups of measures that a government or a firm decides on.
DECIDED = frozenset(
    ["export-restriction", "sanctions", "coercion", "trade-policy", "investment", "legal"]
)
DECIDED_TOO = frozenset(["supply-cutoff"])  # stands among disruptions, but somebody turns the tap


class Supplier(NamedTuple):
    """A country's share (0..1, None = named without a figure) within one scope of one source."""

    country: str
    share: float | None
    scope: str
    source: str
    stage: str = ""
    period: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class Indicators:
    """Import reliance, end-of-life recycling, substitution, concentration, importance, risk."""

    ir: float | None = None
    eol: float | None = None
    si: float | None = None
    hhi: float | None = None
    ei: float | None = None
    sr: float | None = None


UNKNOWN = Indicators()


class Code(NamedTuple):
    """A customs code of a good: 8 digits of the Combined Nomenclature and 6 of the HS."""

    cn8: str
    hs6: str


@dataclass(frozen=True, slots=True)
class Good:
    """A material, product, route or medicine. `weak` terms count only in context."""

    id: str
    names: Mapping[str, str]
    kind: str = ""
    sector: str = ""
    stage: str = ""
    tier: Tier = "B"
    ministry: str = ""
    ministries: tuple[str, ...] = ()
    critical: bool = False
    strategic: bool = False
    symbol: str = ""
    cas: str = ""
    codes: tuple[Code, ...] = ()
    terms: Terms = field(default_factory=dict)
    weak: Terms = field(default_factory=dict)
    masks: Terms = field(default_factory=dict)
    suppliers: tuple[Supplier, ...] = ()
    supplier_groups: tuple[Supplier, ...] = ()
    indicators: Indicators = UNKNOWN
    littoral: tuple[str, ...] = ()
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Country:
    """A country or the EU. `ambiguous` names, and `places`, need other evidence beside them."""

    iso2: str
    names: Mapping[str, str]
    iso3: str = ""
    groups: tuple[str, ...] = ()
    ambiguous: bool = False
    aliases: Terms = field(default_factory=dict)
    demonyms: Terms = field(default_factory=dict)
    capitals: Terms = field(default_factory=dict)
    bodies: Terms = field(default_factory=dict)
    places: Terms = field(default_factory=dict)
    masks: Terms = field(default_factory=dict)
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Pair:
    """A word of `first` and a word of `second` in one sentence, not far apart."""

    first: Terms
    second: Terms
    language: str
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Measure:
    """Something a state does or that happens to supply."""

    id: str
    names: Mapping[str, str]
    group: str = ""
    direction: str = ""
    severity: float = 0.5
    gta: tuple[str, ...] = ()
    terms: Terms = field(default_factory=dict)
    pairs: tuple[Pair, ...] = ()
    masks: Terms = field(default_factory=dict)
    place: Place = NOWHERE

    @property
    def decided(self) -> bool:
        """Whether somebody takes it; a strike or a flood just happens."""
        return self.group in DECIDED or self.id in DECIDED_TOO

    @property
    def title(self) -> str:
        """The English name."""
        return self.names.get("en", self.id)


@dataclass(frozen=True, slots=True)
class Company:
    """A firm of a watched chain."""

    id: str
    names: Terms
    country: str = ""
    goods: tuple[str, ...] = ()
    identifiers: Mapping[str, str] = field(default_factory=dict)
    source: str = ""
    place: Place = NOWHERE


@dataclass(slots=True)
class Words:
    """What one file says in one language. Places are those of ids, for what is not watched."""

    language: str
    goods: dict[str, tuple[Term, ...]] = field(default_factory=dict)
    weak: dict[str, tuple[Term, ...]] = field(default_factory=dict)
    measures: dict[str, tuple[tuple[Term, ...], tuple[Pair, ...]]] = field(default_factory=dict)
    countries: dict[str, dict[str, tuple[Term, ...]]] = field(default_factory=dict)
    plain: dict[str, tuple[Term, ...]] = field(default_factory=dict)
    keyed: dict[str, dict[str, tuple[Term, ...]]] = field(default_factory=dict)
    places: dict[tuple[str, str], Place] = field(default_factory=dict)


@dataclass(slots=True)
class Watchlist:
    """All that is watched, by id; and the words that give it its meaning."""

    goods: dict[str, Good] = field(default_factory=dict)
    countries: dict[str, Country] = field(default_factory=dict)
    measures: dict[str, Measure] = field(default_factory=dict)
    companies: dict[str, Company] = field(default_factory=dict)
    groups: dict[str, tuple[str, ...]] = field(default_factory=dict)
    status: dict[str, Terms] = field(default_factory=dict)
    negation: Terms = field(default_factory=dict)
    context: Terms = field(default_factory=dict)
    masks: Terms = field(default_factory=dict)
    lists: dict[str, Terms] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)  # of what is no entry: groups.NAME
    words: dict[str, list[Words]] = field(default_factory=dict)  # by language, until all is read
