"""Rules tried on one text: which selections are true, where, and whether they stand together."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from rules import nearby, sentences
from rules.dateline import filed
from rules.hits import Hit
from rules.lexicon import Kind
from rules.rule import FIELDS, Near, Selection
from rules.scan import GOODS, TOLD
from rules.sense import Sense

_TITLE = frozenset(["title"])
_KINDS = {"goods": GOODS, "countries": int(Kind.COUNTRY), "companies": int(Kind.COMPANY)}


class Found(NamedTuple):
    """Words that make a selection true. `value` is what it stands for in a group."""

    start: int
    end: int
    concept: str
    value: str


@dataclass(frozen=True, slots=True)
class Compiled:
    """A selection with the keys of its own terms.

    `every`: keys that must all be there. `plain`: one word anywhere is enough, so that the
    places need not be known to tell whether it is true.
    """

    selection: Selection
    any_keys: tuple[str, ...] = ()
    every: tuple[str, ...] = ()
    regexes: tuple[re.Pattern[str], ...] = ()
    plain: bool = False


@dataclass(slots=True)
class Trial:
    """One text; what was asked before is remembered for the next rule."""

    sense: Sense
    _known: dict[int, tuple[Found, ...]] = field(default_factory=dict)

    def found(self, number: int, compiled: Compiled) -> tuple[Found, ...]:
        """Where a selection is true; empty when it is not. `number` names equal selections."""
        known = self._known.get(number)
        if known is None:
            known = self._known[number] = self._look(compiled)
        return known

    def _look(self, compiled: Compiled) -> tuple[Found, ...]:
        selection = compiled.selection
        if self.lacks(selection):
            return ()
        found = sorted(
            set(self._within(_FINDERS[selection.kind](self.sense, compiled), selection.fields))
        )
        if compiled.every and not set(compiled.every) <= {one.value for one in found}:
            return ()
        return tuple(found) if len(found) >= selection.least else ()

    def lacks(self, selection: Selection) -> bool:
        """Whether a text cannot hold what is asked, told before anything is read."""
        if selection.kind == "measures" and selection.fields == _TITLE:
            return not self.sense.scan.titled(TOLD)
        if selection.kind != "goods" or selection.least == 1 or selection.ids is None:
            return False
        return not self.sense.coded and self.sense.scan.most(selection.ids) < selection.least

    def _within(self, found: Iterable[Found], fields: frozenset[str]) -> Iterator[Found]:
        if len(fields) == len(FIELDS):
            yield from found
            return
        cut, title = self.sense.scan.page.cut, "title" in fields
        for one in found:
            if (one.start < cut) == title:
                yield one

    def apart(self, near: Near, parts: Sequence[Compiled]) -> bool:
        """Whether all words of some selections are sure to stand too far apart, read or not."""
        if near.within != "words" or self.sense.coded:
            return False
        anchors, *others = [self._places(one.selection) for one in parts]
        if anchors is None or any(places is None for places in others):
            return False
        page = self.sense.scan.page
        return not any(
            all(
                any(nearby.within(page, near.words, one, two) for two in part or ())
                for part in others
            )
            for one in anchors
        ) and not any(filed(text) for text in (page.text.summary, page.text.title))

    def _places(self, selection: Selection) -> list[nearby.Place] | None:
        kinds = _KINDS.get(selection.kind)
        if kinds is None or selection.role is not None:
            return None
        return self.sense.scan.places(kinds, selection.ids)

    def together(self, near: Near, parts: list[tuple[Found, ...]]) -> frozenset[int] | None:
        """The sentences in which all parts stand near each other; None when there are none."""
        if not all(parts):
            return None
        if near.within == "words":
            return self._within_words(near.words, parts)
        unit = self._unit(near.within)
        shared = set.intersection(*({unit(one.start) for one in part} for part in parts))
        shared.discard(-1)
        if not shared:
            return None
        scan = self.sense.scan
        return frozenset(
            scan.sentence(one.start) for part in parts for one in part if unit(one.start) in shared
        )

    def _unit(self, within: str) -> Callable[[int], int]:
        scan = self.sense.scan
        if within == "title":
            return lambda place: 0 if place < scan.page.cut else -1
        if within == "sentence":
            return scan.sentence
        page = scan.page
        breaks = [
            page.cut + page.summary.find(one) for one in sentences.paragraphs(page.text.summary)
        ]
        return lambda place: sum(1 for one in breaks if one <= place)

    def _within_words(self, words: int, parts: list[tuple[Found, ...]]) -> frozenset[int] | None:
        scan = self.sense.scan
        held: set[int] = set()
        for anchor in parts[0]:
            near = [[one for one in part if self._close(anchor, one, words)] for part in parts[1:]]
            if all(near):
                held |= {scan.sentence(one.start) for group in near for one in group}
                held.add(scan.sentence(anchor.start))
        return frozenset(held) or None

    def _close(self, one: Found, other: Found, words: int) -> bool:
        first, second = (one, other) if one.start <= other.start else (other, one)
        if (first.start < self.sense.scan.page.cut) != (second.start < self.sense.scan.page.cut):
            return False
        return (
            _words(self.sense.scan.page.folded[first.end : max(first.end, second.start)]) <= words
        )


def _words(gap: str) -> int:
    """Words of a gap; in scripts without spaces two letters are about one word."""
    unspaced = sum(
        1 for letter in gap if "\u3040" <= letter <= "\u9fff" or "\u0e00" <= letter <= "\u0eff"
    )
    return unspaced // 2 if unspaced else len(gap.split())


def _goods(sense: Sense, compiled: Compiled) -> Iterator[Found]:
    selection = compiled.selection
    if not _meets(sense.goods, selection.ids):
        return
    for good in sense.goods if selection.mentions else sense.about:
        if selection.ids is None or good in selection.ids:
            yield from _hits(sense.goods[good], f"good:{good}", good)


def _countries(sense: Sense, compiled: Compiled) -> Iterator[Found]:
    selection = compiled.selection
    if selection.role is not None:
        for part in sense.parts:
            if part.role == selection.role and (
                selection.ids is None or part.country in selection.ids
            ):
                yield Found(part.hit.start, part.hit.end, f"country:{part.country}", part.country)
        return
    for country, hits in sense.countries.items():
        if selection.ids is None or country in selection.ids:
            yield from _hits(hits, f"country:{country}", country)


def _measures(sense: Sense, compiled: Compiled) -> Iterator[Found]:
    selection = compiled.selection
    if selection.ids is not None and not sense.tells(selection.ids):
        return
    for event in sense.events:
        if event.denied or (selection.ids is not None and event.measure not in selection.ids):
            continue
        if selection.status and event.status not in selection.status:
            continue
        if event.status in selection.not_status:
            continue
        yield from _hits(event.parts, f"measure:{event.measure}", event.measure)


def _companies(sense: Sense, compiled: Compiled) -> Iterator[Found]:
    for company, hits in sense.companies.items():
        if compiled.selection.ids is None or company in compiled.selection.ids:
            yield from _hits(hits, f"company:{company}", company)


def _terms(sense: Sense, compiled: Compiled) -> Iterator[Found]:
    concept = f"term:{compiled.selection.name}"
    for key in (*compiled.any_keys, *compiled.every):
        yield from _hits(sense.terms.get(key, ()), concept, key)
    page = sense.scan.page
    for pattern in compiled.regexes:
        for folded, shift in ((page.title, 0), (page.summary, page.cut)):
            for one in pattern.finditer(folded.original):
                start, end = folded.find(one.start()), folded.find(one.end() - 1) + 1
                yield Found(start + shift, max(start + 1, end) + shift, concept, "")


def _sanctions(sense: Sense, compiled: Compiled) -> Iterator[Found]:
    """Names of sanctions lists: they were found before the text came here."""
    page, ids = sense.scan.page, compiled.selection.ids
    for one in page.text.listed:
        if ids is None or one.list in ids:
            folded, shift = (page.title, 0) if one.field == "title" else (page.summary, page.cut)
            start, end = folded.find(one.start), folded.find(one.end - 1) + 1
            key = f"{one.list}:{one.entity}"
            yield Found(start + shift, max(start + 1, end) + shift, f"sanctions:{key}", key)


def _hits(hits: Iterable[Hit], concept: str, value: str) -> Iterator[Found]:
    for hit in hits:
        yield Found(hit.start, hit.end, concept, value)


_FINDERS: dict[str, Callable[[Sense, Compiled], Iterator[Found]]] = {
    "goods": _goods,
    "countries": _countries,
    "measures": _measures,
    "companies": _companies,
    "sanctions": _sanctions,
    "terms": _terms,
}


def _any_good(sense: Sense, compiled: Compiled) -> bool:
    selection = compiled.selection
    if not _meets(sense.goods, selection.ids):
        return False
    return selection.mentions or _meets(sense.about, selection.ids)


def _any_measure(sense: Sense, compiled: Compiled) -> bool:
    ids = compiled.selection.ids
    if ids is not None and not sense.tells(ids):
        return False
    return any(not event.denied and (ids is None or event.measure in ids) for event in sense.events)


def _any_term(sense: Sense, compiled: Compiled) -> bool:
    return sense.scan.names(compiled.any_keys)


def _meets(found: Collection[str], ids: frozenset[str] | None) -> bool:
    return bool(found) and (ids is None or not ids.isdisjoint(found))


# for plain selections: whether they are true
TESTS: dict[str, Callable[[Sense, Compiled], bool]] = {
    "goods": _any_good,
    "countries": lambda sense, compiled: _meets(sense.countries, compiled.selection.ids),
    "measures": _any_measure,
    "companies": lambda sense, compiled: _meets(sense.companies, compiled.selection.ids),
    "sanctions": lambda sense, compiled: _meets(
        {one.list for one in sense.scan.page.text.listed}, compiled.selection.ids
    ),
    "terms": _any_term,
}
