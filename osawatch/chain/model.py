"""What a chain is made of, and what is answered about it. Frozen; shares and weights are 0..1."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Weight = Literal["essential", "important", "minor"]
Way = Literal["up", "down"]
"""Up: from an input to all that is made with it. Down: from a product to what is in it."""
Risk = Literal["high", "medium", "low", "unknown"]
Why = Literal["", "uncounted", "partial", "route", "group"]

# A proposal of this desk's makers, measured by nobody: how much of a loss goes on over a link.
FACTORS: Mapping[str, float] = {"essential": 0.8, "important": 0.5, "minor": 0.2}
FLOOR = 0.1  # a path weaker than this is not followed


@dataclass(frozen=True, slots=True)
class Link:
    """An input and what it goes into. `own`: the desk's own, not of the shipped pack.

    `use_share` is the share of the input's use in the EU, and says nothing of the output's need.
    """

    input: str
    output: str
    weight: Weight
    use_share: float | None = None
    source: str = ""
    note: str = ""
    own: bool = False

    @property
    def factor(self) -> float:
        """What of a loss goes on."""
        return FACTORS[self.weight]


@dataclass(frozen=True, slots=True)
class Use:
    """An end of the chain that is no good: a sector that uses goods."""

    id: str
    names: Mapping[str, str]
    ministry: str = ""


@dataclass(frozen=True, slots=True)
class Reach:
    """A node that a walk came to by its strongest path, the links in the order walked."""

    node: str
    weight: float
    path: tuple[Link, ...]
    nodes: tuple[str, ...]
    """Where each link of the path leads; the last is `node`."""

    @property
    def depth(self) -> int:
        """How many links away."""
        return len(self.path)

    @property
    def own(self) -> bool:
        """Whether a link of the desk's own is needed to come here."""
        return any(link.own for link in self.path)


@dataclass(frozen=True, slots=True)
class Walk:
    """Where one comes to from a node: the strongest first. `links`: all between nodes shown.

    What is not shown is counted: `deeper` nodes lie behind the depth asked for, `weaker` ones
    are only reached by paths below the floor.
    """

    start: str
    way: Way
    reached: tuple[Reach, ...]
    links: tuple[Link, ...]
    deeper: int = 0
    weaker: int = 0


@dataclass(frozen=True, slots=True)
class Supply:
    """Who supplies a good, by one source within one scope, stage or customs code.

    `shares` are sorted, the largest first. What they leave over is held by suppliers that the
    source does not list, so the Herfindahl index lies between `hhi` and `hhi_high`.
    """

    scope: str
    source: str
    stage: str
    code: str
    period: str
    shares: tuple[tuple[str, float], ...]
    passing: tuple[str, ...] = ()
    """Countries of the list through which goods pass: its own study names no production there."""

    @property
    def counted(self) -> tuple[tuple[str, float], ...]:
        """The shares of those that make it; all of them when nobody on the list does."""
        kept = tuple(pair for pair in self.shares if pair[0] not in self.passing)
        return kept or self.shares

    @property
    def first(self) -> tuple[str, float]:
        """The largest supplier."""
        return self.counted[0]

    @property
    def rest(self) -> float:
        """What the counted suppliers leave over: who makes that is not known."""
        return max(0.0, 1 - sum(share for _, share in self.counted))

    @property
    def unnamed(self) -> float:
        """What the list leaves to countries that it does not name."""
        return max(0.0, 1 - sum(share for _, share in self.shares))

    @property
    def hhi(self) -> float:
        """Sum of the squares of the listed shares: a lower bound."""
        return min(1.0, sum(share * share for _, share in self.counted))

    @property
    def hhi_high(self) -> float:
        """As if one supplier held all that is left over: an upper bound."""
        return min(1.0, self.hhi + self.rest**2)


@dataclass(frozen=True, slots=True)
class Source:
    """Where a figure comes from and how far to trust it."""

    key: str
    publisher: str = ""
    title: str = ""
    reliability: str = ""


@dataclass(frozen=True, slots=True)
class Marks:
    """The risk marks of a good. `best` None = nobody counts it; `named` have no figure.

    `why` says why the risk is unknown: uncounted, partial (its list), route or group; "" = known.
    `governed` is the HHI weighted with governance, 0..10, higher is worse: the sum of
    share^2 * WGI. `risk` rests on the first share and the HHI (`osawatch.chain.marks`).
    """

    good: str
    risk: Risk = "unknown"
    best: Supply | None = None
    governed: float | None = None
    named: tuple[str, ...] = ()
    groups: tuple[float, ...] = ()
    critical: bool = False
    strategic: bool = False
    supply_risk: float | None = None
    importance: float | None = None
    recycled: float | None = None
    substitution: float | None = None
    reliability: str = ""
    why: Why = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A node of a walk with its marks; an end use has none. `score` = weight * governed HHI."""

    reach: Reach
    name: str
    marks: Marks | None

    @property
    def score(self) -> float | None:
        """How much of a bottleneck it is, 0..10; None = no figure says so."""
        known = self.marks.governed if self.marks else None
        return None if known is None else self.reach.weight * known


@dataclass(frozen=True, slots=True)
class Advice:
    """A way to lower the risk of a good, as a code, and the figures that speak for it."""

    good: str
    code: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Instrument:
    """A policy instrument. `kind`: offensive, defensive or both, by the pack's authors."""

    id: str
    names: Mapping[str, str]
    blocks: tuple[str, ...]
    kind: str
    level: str
    owners: tuple[str, ...]
    sectors: tuple[str, ...]
    measures: tuple[str, ...]
    goods: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    strategies: tuple[str, ...] = ()
    critical_only: bool = False
    legal: str = ""
    since: str = ""
    after_letter: bool = False
    source: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Toolbox:
    """All instruments, with the names of building blocks and strategies in all languages."""

    instruments: tuple[Instrument, ...] = ()
    blocks: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    strategies: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Scan:
    """A good or an end use: who supplies it, what is in it, what speaks for which remedy."""

    node: str
    name: str
    marks: Marks | None
    inside: tuple[Row, ...]
    walk: Walk
    advice: tuple[Advice, ...]
    instruments: tuple[Instrument, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A node that words may mean; `matched` is the word or code that led to it."""

    node: str
    name: str
    matched: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What typed words were taken for.

    `found` are the nodes that the first name may mean, the best first; `also` are further ones
    that were named; `unused` are words that name nothing here.
    """

    found: tuple[Found, ...]
    country: str = ""
    also: tuple[Found, ...] = ()
    unused: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Loss:
    """What of a good's supply a cut takes, between `low` and `high`, 0..1; equal when known.

    `share` is the country's share in `supply`; None = named without a figure, or not listed.
    """

    good: str
    low: float
    high: float
    share: float | None
    supply: Supply | None


@dataclass(frozen=True, slots=True)
class Hit:
    """What a cut leaves of a dependent product, and the path from the good that limits it."""

    reach: Reach
    name: str
    good: str
    low: float
    high: float
    ministry: str = ""
    """Who owns an end use or leads on a good, as the pack's code; "" = not said."""

    @property
    def left(self) -> tuple[float, float]:
        """Supply left, from the worst to the best case."""
        return 1 - self.high, 1 - self.low


@dataclass(frozen=True, slots=True)
class Cut:
    """A what-if and its outcome: an own estimate from shares and links alone.

    `home` is what the Netherlands itself buys of each good, by customs code, where this desk has
    read trade figures that say so. The estimate rests on the EU's shares and not on these.
    """

    country: str
    share: float
    losses: tuple[Loss, ...]
    hits: tuple[Hit, ...]
    weaker: int
    home: Mapping[str, tuple[Supply, ...]] = field(default_factory=dict)
