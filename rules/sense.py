"""What a text says: the goods it is about, measures and their state, countries and their parts.

Scan -> events -> goods (weak ones in context, codes) -> countries -> roles

Each is worked out when somebody asks for it, and once: most texts are asked for little.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from rules import events as measures_in
from rules import roles, sentences, standing, unneeded, withheld
from rules.codes import Codebook, shape_of
from rules.dateline import filed
from rules.event import Event
from rules.headings import Headings
from rules.hits import Hit
from rules.lexicon import Kind, Use
from rules.model import MeasureStatus, Role, Text
from rules.page import Page
from rules.people import person
from rules.roles import Part
from rules.scan import GOODS, TOLD, Scan, Scanner
from rules.watchlist import Measure, Watchlist

OFTEN = 3  # mentions that make a text about a good
Coded = tuple[str, str, int, int]  # good, field, start, end
OUR_STOCKS, THEIR_STOCKS = "eu-stockpile", "foreign-stockpiling"
LEISURE = "leisure"  # the shared list of words of films, sport and the body
LEAD = 3  # sentences of the first paragraph that count as its lead


@dataclass(frozen=True, slots=True)
class Facts:
    """What a reading needs to know of the watchlist. `pairs`: measure and whether in order."""

    measures: Mapping[str, Measure]
    pairs: Sequence[tuple[str, bool]]
    decided: frozenset[str]  # measures that somebody takes
    doubtful: frozenset[str]  # countries whose name means other things too
    union: frozenset[str] = frozenset()  # the European Union and its members


class Sense:
    """The reading of one text. Hits are folded places; `about` are the goods it is about."""

    def __init__(self, scan: Scan, facts: Facts, coded: Sequence[Coded] = ()) -> None:
        self.scan = scan
        self.coded = coded
        self._facts = facts

    @cached_property
    def told(self) -> list[Event]:
        """Measures where they stand, also denied ones; their states may not be settled yet."""
        scan = self.scan
        if not (scan.kinds & Kind.MEASURE or scan.near):
            return []
        return measures_in.find(scan, scan.whole_of(TOLD), self._facts.pairs)

    @cached_property
    def events(self) -> list[Event]:
        """Measures with their states, also denied ones, in the order of the text."""
        measures_in.settle(self.scan, self.told, self._facts.decided)
        settled = withheld.settle(self.scan, self.told)
        unneeded.settle(self.scan, settled)
        return _whose_stocks(self.scan, settled, self._facts.union)

    def tells(self, measures: Container[str]) -> bool:
        """Whether one of some measures may be told; its state, and whose it is, are left open."""
        open_yet = {OUR_STOCKS, THEIR_STOCKS}
        if withheld.CONTROL in measures:
            open_yet |= {withheld.GRANTED, unneeded.REVOKED}  # given no more, or to export
        return any(event.measure in measures or event.measure in open_yet for event in self.told)

    @cached_property
    def goods(self) -> dict[str, list[Hit]]:
        """Goods that are named: by a term, a code, or a weak word in context."""
        if not (self.scan.kinds & GOODS or self.coded):
            return {}
        return _goods(self)

    @cached_property
    def about(self) -> tuple[str, ...]:
        """Goods the text is about."""
        return _about(self) if self.goods else ()

    @cached_property
    def countries(self) -> dict[str, list[Hit]]:
        """Countries; a doubtful name needs a clear one, a good or a measure beside it."""
        found = _countries(self, self._facts.doubtful) if self.scan.kinds & Kind.COUNTRY else {}
        return found or (_filed(self) if self.told and self.goods else {})

    @cached_property
    def companies(self) -> dict[str, list[Hit]]:
        """Companies of the watched chains."""
        return _by_key(self.scan, Kind.COMPANY)

    @cached_property
    def terms(self) -> dict[str, list[Hit]]:
        """Words of the rules' own selections and of shared lists."""
        return _by_key(self.scan, Kind.TERM)

    @cached_property
    def parts(self) -> list[Part]:
        """The part of each country in each sentence."""
        if not self.countries or not (self.told or self.goods):
            return []
        named = [hit for group in self.countries.values() for hit in group]
        measures = self._facts.measures
        return roles.find(self.scan, self.events, named, measures, self.stated)

    @cached_property
    def stated(self) -> frozenset[int]:
        """Sentences that name a good."""
        sentence, told = self.scan.sentence, {event.sentence for event in self.told}
        named = {sentence(hit.start) for hits in self.goods.values() for hit in hits}
        return frozenset(named - _leisure(self.scan, told))

    @property
    def measures(self) -> tuple[str, ...]:
        """Measures that are not denied, in the order of the text."""
        return tuple(dict.fromkeys(event.measure for event in self.events if not event.denied))

    def status(self) -> dict[str, MeasureStatus]:
        """The state of each measure that tells one."""
        found: dict[str, MeasureStatus] = {}
        for measure in self.measures:
            own = [one for one in self.events if one.measure == measure and not one.denied]
            state = standing.verdict(own)
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
        self._codes = Codebook.of(watchlist.goods.values())
        self._headings = Headings.of(watchlist.goods.values())
        measures = watchlist.measures
        self._facts = Facts(
            measures,
            scanner.pairs,
            frozenset(key for key, measure in measures.items() if measure.decided),
            _doubtful(watchlist),
            frozenset(["EU", *watchlist.groups.get("eu27", ())]),
        )

    def read(self, text: Text) -> Sense:
        """What a text says."""
        page = Page(text)
        scan = self._scanner.scan(page)
        letters = page.folded.encode()
        shape = shape_of(letters)
        coded = list(_coded(text, self._codes, shape)) if self._codes.likely(shape) else []
        if scan.kinds & Kind.HINT and self._headings.likely(letters, shape):
            coded += _listed(text, self._headings, coded)
        return Sense(scan, self._facts, coded)


def _whose_stocks(scan: Scan, events: list[Event], union: Container[str]) -> list[Event]:
    """A strategic reserve is ours or another's, as the countries of its sentence say."""
    stocks = [event for event in events if event.measure in (OUR_STOCKS, THEIR_STOCKS)]
    named = scan.whole_of(Kind.COUNTRY) if stocks else []
    for event in stocks:
        here = {hit.use.key for hit in named if scan.sentence(hit.start) == event.sentence}
        if here:
            ours = any(country in union for country in here)
            event.measure = OUR_STOCKS if ours else THEIR_STOCKS
    return events


def _doubtful(watchlist: Watchlist) -> frozenset[str]:
    return frozenset(code for code, country in watchlist.countries.items() if country.ambiguous)


def _by_key(scan: Scan, kind: Kind) -> dict[str, list[Hit]]:
    found: dict[str, list[Hit]] = {}
    if scan.kinds & kind:
        for hit in scan.whole_of(kind):
            found.setdefault(hit.use.key, []).append(hit)
    return found


def _countries(sense: Sense, ambiguous: Container[str]) -> dict[str, list[Hit]]:
    scan = sense.scan
    sound: dict[str, list[Hit]] = {}
    doubtful: list[Hit] = []
    for hit in scan.whole_of(Kind.COUNTRY):
        if hit.use.detail == "places":  # a port may be a football club's as well
            doubtful.append(hit)
            continue
        spelled = scan.page.folded[hit.start] < "\u0600"  # elsewhere a name is no other word
        if spelled and hit.use.detail == "name" and hit.use.key in ambiguous:
            if not person(scan.page.text, scan.page.original(hit.start, hit.end)):
                doubtful.append(hit)
        else:
            sound.setdefault(hit.use.key, []).append(hit)
    if doubtful:
        told = {event.sentence for event in sense.told} | sense.stated
        for hit in doubtful:
            if hit.use.key in sound or scan.sentence(hit.start) in told:
                sound.setdefault(hit.use.key, []).append(hit)
    return {key: sound[key] for key in _by_place(sound)}


def _goods(sense: Sense) -> dict[str, list[Hit]]:
    scan, coded = sense.scan, sense.coded
    found: dict[str, list[Hit]] = {}
    hits = scan.whole_of(GOODS)
    for hit in hits:
        if hit.use.kind is Kind.GOOD:
            found.setdefault(hit.use.key, []).append(hit)
    for good, name, start, end in coded:
        owners = sum(1 for one in coded if one[1:] == (name, start, end))
        hit = _code_hit(scan.page, good, name, start, end, "code" if owners == 1 else "codes")
        found.setdefault(good, []).append(hit)
    weak = [hit for hit in hits if hit.use.kind is Kind.WEAK]
    if weak:
        context = {event.sentence for event in sense.told}
        lacking = {scan.sentence(hit.start) for hit in weak} - context
        context |= {scan.sentence(hit.start) for hit in scan.beside(Kind.CONTEXT, lacking)}
        for hit in weak:
            if scan.sentence(hit.start) in context:
                found.setdefault(hit.use.key, []).append(hit)
    return {key: found[key] for key in _by_place(found)}


def _about(sense: Sense) -> tuple[str, ...]:
    """Title, lead, the sentence of a measure, or three mentions."""
    scan, told = sense.scan, {event.sentence for event in sense.told}
    lead, past = _lead(scan), {*standing.past_sentences(scan), *_leisure(scan, told)}
    return tuple(
        good
        for good, hits in sense.goods.items()
        if (named := [hit for hit in hits if _counts(scan, hit, told, past)])
        and (len(named) >= OFTEN or any(_stands_out(scan, hit, told, lead) for hit in named))
    )


def _leisure(scan: Scan, told: set[int]) -> set[int]:
    """Sentences of films, sport and the body that tell no measure: «Cobalt Blue», zinc in blood."""
    return {scan.sentence(hit.start) for hit in scan.named(f"list:{LEISURE}")} - told


def _counts(scan: Scan, hit: Hit, told: set[int], past: Container[int]) -> bool:
    """Old times and leisure do not count, a customs code beside a measure, if one good's only."""
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


def _coded(text: Text, codes: Codebook, shape: bytes) -> Iterable[Coded]:
    for name, body in (("title", text.title), ("summary", text.summary)):
        for good, start, end in codes.find(body, shape):
            yield good, name, start, end


def _listed(text: Text, headings: Headings, coded: Sequence[Coded]) -> list[Coded]:
    """Goods of the codes in lists behind a hint that nobody has read yet."""
    return [
        (good, name, start, end)
        for name, body in (("title", text.title), ("summary", text.summary))
        for good, start, end in headings.find(body, (one[2:] for one in coded if one[1] == name))
    ]


def _code_hit(page: Page, good: str, name: str, start: int, end: int, detail: str) -> Hit:
    folded, shift = (page.title, 0) if name == "title" else (page.summary, page.cut)
    first, last = folded.find(start), folded.find(end - 1) + 1
    return Hit(first + shift, last + shift, Use(Kind.GOOD, good, "xx", None, detail))


def _filed(sense: Sense) -> dict[str, list[Hit]]:
    """The country a report without any other was filed from."""
    page = sense.scan.page
    for name, body in (("summary", page.text.summary), ("title", page.text.title)):
        found = filed(body)
        if found is not None:
            hit = _code_hit(page, *found[:1], name, *found[1:], "dateline")
            use = hit.use._replace(kind=Kind.COUNTRY)
            return {found[0]: [hit._replace(use=use)]}
    return {}


def _by_place(found: dict[str, list[Hit]]) -> list[str]:
    for hits in found.values():
        hits.sort(key=lambda hit: (hit.start, hit.end))
    return sorted(found, key=lambda key: found[key][0].start)
