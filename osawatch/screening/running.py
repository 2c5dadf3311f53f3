"""Listed names in running text: exact ones, by one automaton over the names of all kept lists.

    title, summary -> folded -> automaton -> the longest of those within each other -> spots
      -> settled: a name that does not tell by itself needs a second fact beside it
      -> one `Named` an entry, told or silent with its reason; by place

IMO numbers and LEI codes that stand in the text decide alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from osawatch.screening import beside
from osawatch.screening.identifiers import placed
from osawatch.screening.nametable import Bearer, Listed, Table
from rules.automaton import Automaton
from rules.fold import Folded

Field = Literal["title", "summary"]
FIELDS: tuple[Field, Field] = ("title", "summary")
MOST_TOLD, MOST_SILENT = 50, 5  # of one text


class Spot(NamedTuple):
    """A name or number in a text: code points [start, end) of the field as given."""

    field: Field
    start: int
    end: int
    text: str
    name: Listed | None
    bearer: Bearer


class Named(NamedTuple):
    """An entry that a text names, and how. `name` is the list's own spelling that was met.

    `relation`: exact, legal (but for the legal form) or number. `need` says what the name lacks,
    "" = nothing; `fact` what stands beside it instead. `silent`: why it is not told, "" = it is.
    """

    bearer: Bearer
    name: str
    type: str
    quality: str
    field: Field
    start: int
    end: int
    text: str
    relation: str
    need: str = ""
    fact: str = ""
    silent: str = ""


class Findings(NamedTuple):
    """What a text names. `beyond` counts entries that were found and left out of both."""

    told: tuple[Named, ...] = ()
    silent: tuple[Named, ...] = ()
    beyond: int = 0


class Names:
    """The names of several lists. Holds nothing that changes: thread safe."""

    def __init__(self, tables: Sequence[Table]) -> None:
        self._tables = tuple(tables)
        places: dict[str, list[tuple[int, int]]] = {}
        for at, one in enumerate(self._tables):
            for row, name in enumerate(one.names):
                places.setdefault(name.literal, []).append((at, row))
        self._places = list(places.values())
        self._automaton = Automaton(places)
        self._numbers: dict[str, list[Bearer]] = {}
        for one in self._tables:
            for bearer in one.bearers:
                for key in bearer.numbers:
                    if key.startswith(("imo ", "lei ")):
                        self._numbers.setdefault(key, []).append(bearer)
        self.count = sum(len(one.names) for one in self._tables)

    def search(self, title: str, summary: str) -> tuple[Spot, ...]:
        """Where names and numbers of the lists stand, whatever they need beside them."""
        found: list[Spot] = []
        for field, text in zip(FIELDS, (title, summary), strict=True):
            found += self._in_names(field, text)
            found += self._in_numbers(field, text)
        return tuple(found)

    def _in_names(self, field: Field, text: str) -> Iterator[Spot]:
        folded = Folded(text)
        for number, start, end in _longest(self._automaton.scan(folded.folded)):
            first, last = folded.span(start, end)
            for at, row in self._places[number]:
                one = self._tables[at]
                name = one.names[row]
                yield Spot(field, first, last, text[first:last], name, one.bearers[name.bearer])

    def _in_numbers(self, field: Field, text: str) -> Iterator[Spot]:
        for key, start, end in placed(text):
            for bearer in self._numbers.get(key, ()):
                yield Spot(field, start, end, text[start:end], None, bearer)


def wants_countries(spots: Iterable[Spot]) -> bool:
    """Whether it matters which countries the text names."""
    return any(one.name is not None and one.name.need for one in spots)


def settle(spots: Sequence[Spot], title: str, summary: str, countries: Collection[str]) -> Findings:
    """One finding an entry: its strongest spot. `countries` are those that the text names."""
    best: dict[tuple[str, str], Named] = {}
    for spot in spots:
        one = _judged(spot, title, summary, countries)
        key = (spot.bearer.list, spot.bearer.id)
        if one is not None and (key not in best or _rank(one) < _rank(best[key])):
            best[key] = one
    found = sorted(best.values(), key=lambda one: (one.field != "title", one.start, one.bearer))
    told = [one for one in found if not one.silent]
    silent = [one for one in found if one.silent]
    beyond = max(0, len(told) - MOST_TOLD) + max(0, len(silent) - MOST_SILENT)
    return Findings(tuple(told[:MOST_TOLD]), tuple(silent[:MOST_SILENT]), beyond)


def _judged(spot: Spot, title: str, summary: str, countries: Collection[str]) -> Named | None:
    """A finding; None for an ordinary word that happens to be spelled as a name is."""
    where = (spot.field, spot.start, spot.end, spot.text)
    name, bearer = spot.name, spot.bearer
    if name is None:
        return Named(bearer, bearer.name, "number", "strong", *where, "number", fact=spot.text)
    plain = Named(bearer, name.text, name.type, name.quality, *where, name.relation, name.need)
    if not beside.capital(spot.text):
        return None
    if not name.need:
        return plain
    if beside.ordinary(spot.text):
        return None
    whole = title if spot.field == "title" else summary
    fact = beside.fact(bearer, name.need, whole, spot.start, spot.end, countries)
    return plain._replace(fact=fact) if fact else plain._replace(silent=name.need)


def _rank(one: Named) -> tuple[bool, bool, bool, bool, int]:
    return (
        bool(one.silent),
        bool(one.need),
        one.relation == "legal",
        one.field != "title",
        one.start,
    )


def _longest(raw: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Of literals within each other the longest: «Invented Bank» is not meant in its branch."""
    if len(raw) < 2:
        return raw
    kept: list[tuple[int, int, int]] = []
    reach = -1
    for one in sorted(raw, key=lambda hit: (hit[1], -hit[2])):
        if one[2] > reach or (kept and one[1:] == kept[-1][1:]):
            kept.append(one)
            reach = max(reach, one[2])
    return kept
