"""What a text says: the goods it is about, measures and their state, countries and their parts.

Scan -> events -> goods (weak ones in context, codes) -> countries -> roles -> Sense
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass, field

from rules import events as measures_in
from rules import roles, sentences
from rules.codes import Codebook
from rules.events import Event
from rules.lexicon import Kind, Use
from rules.model import MeasureStatus, Role, Text
from rules.roles import Part
from rules.scan import Hit, Page, Scan, Scanner
from rules.watchlist import Watchlist

OFTEN = 3  # mentions that make a text about a good
Coded = tuple[str, str, int, int]  # good, field, start, end
LEAD = 3  # sentences of the first paragraph that count as its lead


@dataclass(slots=True)
class Sense:
    """The reading of one text. Hits are folded places; `about` are the goods it is about."""

    scan: Scan
    goods: dict[str, list[Hit]] = field(default_factory=dict)
    about: tuple[str, ...] = ()
    events: list[Event] = field(default_factory=list)
    countries: dict[str, list[Hit]] = field(default_factory=dict)
    companies: dict[str, list[Hit]] = field(default_factory=dict)
    terms: dict[str, list[Hit]] = field(default_factory=dict)
    parts: list[Part] = field(default_factory=list)

    @property
    def measures(self) -> tuple[str, ...]:
        """Measures that are not denied, in the order of the text."""
        return tuple(dict.fromkeys(event.measure for event in self.events if not event.denied))

    def status(self) -> dict[str, MeasureStatus]:
        """The state of each measure that tells one."""
        found: dict[str, MeasureStatus] = {}
        for measure in self.measures:
            own = [one for one in self.events if one.measure == measure and not one.denied]
            state = measures_in.verdict(own)
            if state is not None:
                found[measure] = state
        return found

    def roles(self) -> tuple[Role, ...]:
        """Each country's parts, imposing first."""
        order = {"imposing": 0, "supplier": 1, "affected": 2, "transit": 3}
        pairs = dict.fromkeys((part.country, part.role) for part in self.parts)
        imposing = {country for country, role in pairs if role == "imposing"}
        kept = [pair for pair in pairs if pair[1] != "supplier" or pair[0] not in imposing]
        return tuple(Role(*pair) for pair in sorted(kept, key=lambda pair: order[pair[1]]))


class Reader:
    """Reads texts against a watchlist. Thread safe."""

    def __init__(self, scanner: Scanner, watchlist: Watchlist) -> None:
        self._scanner = scanner
        self._measures = watchlist.measures
        self._codes = Codebook.of(watchlist.goods.values())
        self._decided = frozenset(
            key for key, measure in watchlist.measures.items() if measure.decided
        )
        self._doubtful = _doubtful(watchlist)

    def read(self, text: Text) -> Sense | None:
        """What a text says; None when it holds nothing of ours."""
        page = Page(text)
        coded = list(_coded(text, self._codes)) if self._codes.likely(page.folded) else []
        scan = self._scanner.scan(page)
        if scan is None:
            if not coded:
                return None
            scan = Scan(page, [], None)
        sense = Sense(scan)
        hits = list(scan.whole())
        if coded or any(hit.use.kind != Kind.COUNTRY for hit in hits):
            sense.events = measures_in.find(scan, hits, self._scanner.pairs, self._decided)
            _sort_out(sense, hits)
            _goods(sense, hits, coded)
        self._countries(sense, hits)
        if sense.countries and (sense.events or sense.goods):
            sense.parts = self._roles(sense)
        return sense

    def _roles(self, sense: Sense) -> list[Part]:
        scan = sense.scan
        stated = frozenset(
            scan.sentence(hit.start) for group in sense.goods.values() for hit in group
        )
        named = [hit for group in sense.countries.values() for hit in group]
        return roles.find(scan, sense.events, named, self._measures, stated)

    def _countries(self, sense: Sense, hits: Iterable[Hit]) -> None:
        """Countries; a doubtful name needs a clear one, a good or a measure beside it."""
        scan = sense.scan
        sound: dict[str, list[Hit]] = {}
        doubtful: list[Hit] = []
        for hit in hits:
            if hit.use.kind != Kind.COUNTRY:
                continue
            if hit.use.detail == "name" and (hit.use.key in self._doubtful):
                doubtful.append(hit)
            else:
                sound.setdefault(hit.use.key, []).append(hit)
        if doubtful:
            told = {event.sentence for event in sense.events}
            told |= {scan.sentence(hit.start) for group in sense.goods.values() for hit in group}
            for hit in doubtful:
                if hit.use.key in sound or scan.sentence(hit.start) in told:
                    sound.setdefault(hit.use.key, []).append(hit)
        sense.countries = {key: sound[key] for key in _by_place(sound)}


def _doubtful(watchlist: Watchlist) -> frozenset[str]:
    return frozenset(code for code, country in watchlist.countries.items() if country.ambiguous)


def _sort_out(sense: Sense, hits: Iterable[Hit]) -> None:
    for hit in hits:
        if hit.use.kind is Kind.TERM:
            sense.terms.setdefault(hit.use.key, []).append(hit)
        elif hit.use.kind is Kind.COMPANY:
            sense.companies.setdefault(hit.use.key, []).append(hit)


def _goods(sense: Sense, hits: list[Hit], coded: list[Coded]) -> None:
    scan = sense.scan
    found: dict[str, list[Hit]] = {}
    for hit in hits:
        if hit.use.kind is Kind.GOOD:
            found.setdefault(hit.use.key, []).append(hit)
    for good, name, start, end in coded:
        owners = sum(1 for one in coded if one[1:] == (name, start, end))
        hit = _code_hit(scan.page, good, name, start, end, "code" if owners == 1 else "codes")
        found.setdefault(good, []).append(hit)
    weak = [hit for hit in hits if hit.use.kind is Kind.WEAK]
    if weak:
        context = {scan.sentence(hit.start) for hit in hits if hit.use.kind is Kind.CONTEXT}
        context |= {event.sentence for event in sense.events}
        for hit in weak:
            if scan.sentence(hit.start) in context:
                found.setdefault(hit.use.key, []).append(hit)
    sense.goods = {key: found[key] for key in _by_place(found)}
    sense.about = _about(sense)


def _about(sense: Sense) -> tuple[str, ...]:
    """Title, lead, the sentence of a measure, or three mentions."""
    if not sense.goods:
        return ()
    scan, told = sense.scan, {event.sentence for event in sense.events}
    lead, past = _lead(scan), measures_in.past_sentences(scan, scan.hits)
    return tuple(
        good
        for good, hits in sense.goods.items()
        if (named := [hit for hit in hits if _counts(scan, hit, told, past)])
        and (len(named) >= OFTEN or any(_stands_out(scan, hit, told, lead) for hit in named))
    )


def _counts(scan: Scan, hit: Hit, told: set[int], past: Container[int]) -> bool:
    """Old times do not count; a customs code counts beside a measure, if it is one good's only."""
    sentence = scan.sentence(hit.start)
    if sentence in past:
        return False
    return hit.use.detail != "codes" and (hit.use.detail != "code" or sentence in told)


def _stands_out(scan: Scan, hit: Hit, told: set[int], lead: int) -> bool:
    return hit.start < lead or scan.sentence(hit.start) in told


def _lead(scan: Scan) -> int:
    """The folded place at which the lead ends."""
    page = scan.page
    first = sum(1 for bound in scan.bounds if bound < page.cut) + LEAD
    place = scan.bounds[first] if first < len(scan.bounds) else len(page.folded)
    breaks = sentences.paragraphs(page.text.summary)
    if len(breaks) > 1:
        place = min(place, page.cut + page.summary.find(breaks[1]))
    return place


def _coded(text: Text, codes: Codebook) -> Iterable[Coded]:
    for name, body in (("title", text.title), ("summary", text.summary)):
        for good, start, end in codes.find(body):
            yield good, name, start, end


def _code_hit(page: Page, good: str, name: str, start: int, end: int, detail: str) -> Hit:
    folded, shift = (page.title, 0) if name == "title" else (page.summary, page.cut)
    first, last = folded.find(start), folded.find(end - 1) + 1
    return Hit(first + shift, last + shift, Use(Kind.GOOD, good, "xx", None, detail))


def _by_place(found: dict[str, list[Hit]]) -> list[str]:
    for hits in found.values():
        hits.sort(key=lambda hit: (hit.start, hit.end))
    return sorted(found, key=lambda key: found[key][0].start)
