"""Short texts of our own with what they are about, and how much of it a matcher finds.

    language | text | goods | countries with roles | measures with status

"-" means none. `x?` is right with and without; `x:a/b` is right with either, and so is `x/y:a/b`
with any of the four. In a text, " // " parts the headline from its lead.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from rules.matcher import Matcher
from rules.model import Match, Text

FILE = Path(__file__).parent / "data" / "labelled.txt"
KINDS = ("goods", "countries", "roles", "measures", "status")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What must be found of one kind: each inner set needs one of its members; `fine` may be."""

    needed: tuple[frozenset[str], ...] = ()
    fine: frozenset[str] = frozenset()

    def against(self, found: Iterable[str]) -> Tally:
        """How a matcher did."""
        have = set(found)
        right = sum(1 for one in self.needed if one & have)
        allowed = self.fine.union(*self.needed)
        missed = tuple("/".join(sorted(one)) for one in self.needed if not one & have)
        return Tally(right, sorted(have - allowed), missed)


@dataclass(slots=True)
class Tally:
    """Right ones, and the names of wrong and missed ones."""

    right: int = 0
    wrong: Iterable[str] = ()
    missed: Iterable[str] = ()

    @property
    def precision(self) -> float:
        """Of what was found, how much is right."""
        return _share(self.right, self.right + len(list(self.wrong)))

    @property
    def recall(self) -> float:
        """Of what is there, how much was found."""
        return _share(self.right, self.right + len(list(self.missed)))

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.right + other.right, [*self.wrong, *other.wrong], [*self.missed, *other.missed]
        )


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the file."""

    language: str
    text: str
    wanted: dict[str, Wanted] = field(default_factory=dict)

    @property
    def trap(self) -> bool:
        """Whether nothing is to be told of any measure."""
        return not self.wanted["measures"].needed

    def tallies(self, matcher: Matcher) -> dict[str, Tally]:
        """How a matcher does on this item, by kind."""
        title, _, lead = self.text.partition(" // ")
        match = matcher.match(Text(title, lead, language=self.language[:2]))
        told = said(match)
        return {kind: self.wanted[kind].against(told[kind]) for kind in KINDS}


def said(match: Match) -> dict[str, tuple[str, ...]]:
    """A match in the words of the file."""
    return {
        "goods": match.goods,
        "countries": match.countries,
        "roles": tuple(f"{role.country}:{role.role}" for role in match.roles),
        "measures": match.measures,
        "status": tuple(f"{key}:{state}" for key, state in match.measure_status.items()),
    }


def items(file: Path = FILE) -> list[Item]:
    """All items of a file."""
    rows = file.read_text(encoding="utf-8").splitlines()
    return [_item(row) for row in rows if row.strip() and not row.startswith("#")]


def by_language(matcher: Matcher, found: Iterable[Item]) -> dict[str, dict[str, Tally]]:
    """Tallies by language and kind."""
    sums: dict[str, dict[str, Tally]] = {}
    for item in found:
        own = sums.setdefault(item.language, {kind: Tally() for kind in KINDS})
        for kind, tally in item.tallies(matcher).items():
            own[kind] = own[kind] + tally
    return sums


def overall(sums: dict[str, dict[str, Tally]]) -> dict[str, Tally]:
    """All languages together."""
    return {kind: sum((one[kind] for one in sums.values()), Tally()) for kind in KINDS}


def _item(row: str) -> Item:
    language, text, goods, countries, measures = (part.strip() for part in row.split(" | "))
    named = [one for part in countries.split(",") for one in part.split() if one != "-"]
    told = [one for one in measures.split() if one != "-"]
    wanted = {
        "goods": _wanted(one for one in goods.split() if one != "-"),
        "countries": _wanted(_head(one) for one in named),
        "roles": _wanted(pair for one in named for pair in _pair(one)),
        "measures": _wanted(_head(one) for one in told),
        "status": _wanted(pair for one in told for pair in _pair(one)),
    }
    return Item(language, text, wanted)


def _head(one: str) -> str:
    """`CN:imposing?` -> CN, `CN?:imposing` -> CN?"""
    return one.split(":")[0]


def _pair(one: str) -> Iterable[str]:
    """`CN?:imposing` -> CN:imposing?"""
    head, _, tail = one.partition(":")
    if not tail:
        return ()
    doubt = "?" if head.endswith("?") or tail.endswith("?") else ""
    heads, tails = head.rstrip("?").split("/"), tail.rstrip("?").split("/")
    return ("/".join(f"{start}:{end}" for start in heads for end in tails) + doubt,)


def _wanted(told: Iterable[str]) -> Wanted:
    listed = list(told)
    needed = [frozenset(one.split("/")) for one in listed if not one.endswith("?")]
    fine = {name for one in listed if one.endswith("?") for name in one[:-1].split("/")}
    return Wanted(tuple(dict.fromkeys(needed)), frozenset(fine))


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0
