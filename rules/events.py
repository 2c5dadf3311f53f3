"""Measures as a text tells them: where, in what state, denied or not.

A measure comes from a term, or from a near pair within one sentence. Its state comes from
the words beside it: «suspends exports» is a ban, «suspends export controls» is relief.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence

from rules import inbound, leftopen, since, standing
from rules.beside import FAR, WORDS_APART, apart, same, swallowed
from rules.event import Event
from rules.hits import Hit
from rules.lexicon import Kind
from rules.scan import SIGNS, Scan

_PASSIVE = frozenset(["es", "pt", "it", "fr", "ru", "uk", "pl", "cs", "de", "nl", "sv", "tr"])
# The first rather than the second, where its words are longer, or, of taxes, where they share one.
_INSTEAD = frozenset(
    [("import-ban-boycott", "export-ban"), ("export-ban", "export-licensing"),
     ("export-ban", "licence-granted"), ("export-ban", "import-ban-boycott"),
     ("export-tax", "import-tariff"), ("export-tax", "nationalisation"),
     ("import-tariff", "nationalisation")]
)  # fmt: skip
_TAKEN = "nationalisation"
# The second alone, where both share a word: «lifts its sanctions», «caps the volume of exports».
_ONE = frozenset(
    [("sanctions-listing", "sanctions-delisting"), ("export-licensing", "export-quota"),
     ("export-ban", "investment-screening"), ("foreign-customer-limit", "investment-screening"),
     ("import-ban-boycott", "investment-screening"), ("export-tax", "export-rebate-cut"),
     ("export-licensing", "export-rebate-cut"), ("import-tariff", "anti-dumping"),
     ("export-licensing", "licence-granted")]
)  # fmt: skip
_CONTROL = "export-licensing"
_SALES = (
    "sale ", "sales ", "verkoop", "verkopen", "verkauf", "vertrieb", "vente ", "ventes ", "venta ",
    "ventas ", "venda ", "vendas ", "продаж", "sprzedaz", "prodej", "forsaljning", "satis",
    "penjualan", "vendita ", "vendite ", "بيع", "مبيعات",
)  # fmt: skip
_FAR_OFF = re.compile(
    r" (?:abroad|overseas|foreign|buitenland\w*|ausland\w*|l etranger|all estero|"
    r"oltreconfine|exterior|extranjero|externas|"
    r"за рубеж\w*|за границ\w*|за кордон\w*|za granic\w*|do zahranici|utomlands|luar negeri|"
    r"yurt dis\w*|الخارج|للخارج) "
)
_BOYCOTT = "import-ban-boycott"  # yields to a whole term alone: «embargo on exports of wheat»
_TAXES = frozenset(["export-tax"])
WAR, ANSWER = "armed-conflict", "counter-sanctions"
ENDING = "restart"  # the measure that says of others that they are over
# What a sentence is about, and what its words then do not mean as well.
_RATHER = {
    "investment-screening": frozenset(["strategic-acquisition", "mine-accident-closure"]),
    "permit-revocation": frozenset(["mine-accident-closure", "restart"]),
    "port-disruption": frozenset(["export-ban", "supply-cutoff"]),
    "export-quota": frozenset(["licence-granted"]),
    "producer-cartel": frozenset(["plant-outage", "supply-cutoff"]),
}


def find(scan: Scan, hits: Sequence[Hit], pairs: Sequence[tuple[str, bool]]) -> list[Event]:
    """All measures of a text, in the order of the text; their states are not settled."""
    terms = _longer(hit for hit in hits if hit.use.kind is Kind.MEASURE)
    events = [Event(hit.use.key, scan.sentence(hit.start), (hit,)) for hit in terms]
    events += _paired(scan, hits, terms, pairs)
    if not events:
        return []
    return _going_on(inbound.turned(scan, _told_longer(scan, _once(_abroad(scan, events)))))


def settle(scan: Scan, events: Sequence[Event], decided: Container[str]) -> None:
    """Give each measure its state, by the words beside it and those of the title."""
    if not events:
        return
    title = range(scan.sentence(scan.page.cut - 2) + 1)
    signs = scan.beside(SIGNS, {*title, *(event.sentence for event in events)})
    standing.settle(scan, signs, events, decided)


def _longer(terms: Iterable[Hit]) -> list[Hit]:
    """Of two terms that share letters the longer one: an export duty on nickel is no «duty on»."""
    kept: list[Hit] = []
    for hit in terms:
        over = kept and kept[-1].start < hit.start < kept[-1].end < hit.end
        if not over or hit.use.key == kept[-1].use.key:
            kept.append(hit)
        elif hit.end - hit.start > kept[-1].end - kept[-1].start:
            kept[-1] = hit
    return kept


def _going_on(events: list[Event]) -> list[Event]:
    """A strike of which a sentence says that it ends goes on no more; a bid refused is no sale."""
    less = {(event.sentence, other) for event in events for other in _RATHER.get(event.measure, ())}
    events = [event for event in events if (event.sentence, event.measure) not in less]
    if any(event.measure == WAR for event in events):  # there a threat to hit back means arms
        events = [event for event in events if event.measure != ANSWER or len(event.parts) == 1]
    over = [event for event in events if event.measure == ENDING]
    if not over:
        return events
    ended = {(part.start, part.end) for event in over for part in event.parts}
    return [
        event
        for event in events
        if event.measure == ENDING or ended.isdisjoint((one.start, one.end) for one in event.parts)
    ]


def _abroad(scan: Scan, events: list[Event]) -> list[Event]:
    """«limits the sale of chip tools to China» is a control, «limits the sale of eggs» is none."""
    doubted = [event for event in events if _sold(scan.page.folded, event)]
    if not doubted:
        return events
    lands: dict[int, set[str]] = {}
    for hit in scan.whole_of(Kind.COUNTRY):
        lands.setdefault(scan.sentence(hit.start), set()).add(hit.use.key)
    for event in doubted:
        first, last = scan.sentence_span(event.sentence)
        far = len(lands.get(event.sentence, ())) > 1 or _FAR_OFF.search(
            scan.page.folded, first, last
        )
        if not far:
            events = [one for one in events if one is not event]
    return events


def _sold(folded: str, event: Event) -> bool:
    return event.measure == _CONTROL and any(
        folded.startswith(_SALES, part.start) and " to" not in folded[part.start : part.end]
        for part in event.parts
    )


def _told_longer(scan: Scan, events: list[Event]) -> list[Event]:
    """Of two measures that share a word, and of which one has a longer other word, that one.

    «halts shipments from» closes a market, «halts shipments» an export; «no longer permits exports»
    is no permit. A tax on exports is none on imports, though «heffing … op» may stand there too.
    """
    kept = []
    for event in events:
        rivals = (one for one in events if one is not event and one.sentence == event.sentence)
        if not any(
            _longer_told(event, one) or _out_alone(scan, event, one)
            for one in rivals
            if one.measure != event.measure
        ):
            kept.append(event)
    return kept


def _out_alone(scan: Scan, event: Event, other: Event) -> bool:
    """«Export of wheat banned»: banned and wheat tell no import ban beside banned and export."""
    if event.measure != _BOYCOTT or other.measure != "export-ban" or len(event.parts) < 2:
        return False
    rest = [part for part in event.parts if not same(part, other.parts)]
    goods = {hit.start for hit in scan.whole_of(Kind.GOOD | Kind.WEAK)}
    return 0 < len(rest) < len(event.parts) and all(part.start in goods for part in rest)


def _longer_told(event: Event, other: Event) -> bool:
    if (event.measure, other.measure) in _ONE:
        return any(same(part, other.parts) for part in event.parts)
    if (other.measure, event.measure) not in _INSTEAD:
        return False
    if event.measure == _BOYCOTT and len(other.parts) > 1:
        return False
    if event.measure == _TAKEN:  # 征收 taxes as well as it takes
        return all(part.use.language == "zh" for part in event.parts)
    if other.measure in _TAXES:
        return any(same(part, other.parts) for part in event.parts)
    shared = [part for part in event.parts if any(_at(part, one) for one in other.parts)]
    rest = [part for part in event.parts if part not in shared]
    return any(_within(part, one) for part in rest for one in other.parts)


def _at(one: Hit, other: Hit) -> bool:
    return one.start == other.start and one.end == other.end


def _within(one: Hit, other: Hit) -> bool:
    return other.start <= one.start and one.end <= other.end and not _at(one, other)


def _once(events: Iterable[Event]) -> list[Event]:
    """In the order of the text, each place once, also if two languages have the word."""
    spots = {(event.start, event.end, event.measure): event for event in events}
    return [spots[spot] for spot in sorted(spots)]


def _paired(
    scan: Scan, hits: Sequence[Hit], terms: Sequence[Hit], pairs: Sequence[tuple[str, bool]]
) -> list[Event]:
    sides: dict[tuple[int, int], tuple[list[Hit], list[Hit]]] = {}
    beside: dict[int, list[Hit]] = {}  # terms by sentence: a text may hold thousands of both
    for term in terms:
        beside.setdefault(scan.sentence(term.start), []).append(term)
    turns: dict[tuple[int, str], list[leftopen.Place]] = {}
    for hit in hits:
        if (
            hit.use.kind not in (Kind.FIRST, Kind.SECOND)
            or swallowed(scan.page.folded, hit, beside.get(scan.sentence(hit.start), ()))
            or since.dated(scan.page.folded, hit.start, hit.end)
            or leftopen.tells((hit.start, hit.end), _turns(scan, hit, turns))
        ):
            continue
        both = sides.setdefault((scan.sentence(hit.start), hit.use.pair), ([], []))
        both[hit.use.kind is Kind.SECOND].append(hit)
    told = {(hit.use.key, sentence) for sentence, some in beside.items() for hit in some}
    best: dict[tuple[str, int], tuple[int, tuple[Hit, Hit]]] = {}
    for (sentence, number), (firsts, seconds) in sides.items():
        measure, ordered = pairs[number]
        if (measure, sentence) in told:
            continue
        near = _nearest(scan.page.folded, firsts, seconds, ordered=ordered)
        known = best.get((measure, sentence))
        if near is not None and (known is None or near[0] < known[0]):
            best[measure, sentence] = near  # of «pauses a ban on exports» the ban, not the pause
    return [Event(measure, sentence, near[1]) for (measure, sentence), near in best.items()]


def _turns(
    scan: Scan, hit: Hit, known: dict[tuple[int, str], list[leftopen.Place]]
) -> list[leftopen.Place]:
    """«sluit een tekort niet uit»: neither word closes a market. Sought once in a sentence."""
    key = number, language = scan.sentence(hit.start), hit.use.language
    if key not in known:
        known[key] = leftopen.spans(scan.page, scan.sentence_span(number), [language])
    return known[key]


def _nearest(
    folded: str, firsts: Sequence[Hit], seconds: Sequence[Hit], *, ordered: bool
) -> tuple[int, tuple[Hit, Hit]] | None:
    best: tuple[int, tuple[Hit, Hit]] | None = None
    for one in firsts:
        for other in seconds:
            if ordered and other.start < one.start:
                continue
            behind = other.start < one.start and one.use.language in _PASSIVE
            gap = apart(folded, one, other, FAR if behind else WORDS_APART)
            if gap is not None and (best is None or gap < best[0]):
                best = (gap, (one, other))
    return best
