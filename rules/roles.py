"""Which part each country plays: it imposes, it is hit, or the good comes from it.

Read sentence by sentence: small words at the country speak first («to Japan», «against
Russia», «by China», 对日本); then government bodies; then the order of the words: who stands
in front of the measure is the one who takes it. Events that nobody decides (a strike, a
flood) have no imposing country: where they happen is the supplier.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

from rules import marked, smallwords, transit
from rules import rolewords as words
from rules.event import Event
from rules.hits import Hit
from rules.lexicon import Kind
from rules.model import CountryRole
from rules.scan import Scan
from rules.smallwords import Said, languages
from rules.watchlist import Measure

_AIMED = frozenset(["sanctions", "coercion", "trade-policy"])  # taken at somebody
_HAPPENS = frozenset(["disruption", "logistics", "market", "security"])
_HAPPENS_IDS = frozenset(["restart", "new-production"])
_AT_PORTS = frozenset(["port-disruption", "strike", "restart", "sabotage-cyber"])
_LAMED = frozenset(["port-disruption", "sabotage-cyber"])
_LOOSE = frozenset(["legal", "investment"])
_FILLING = "eu-stockpile"
_BUYING = "foreign-stockpiling"  # who fills a store does not supply
_SCREENING = "investment-screening"  # «takeover by a Chinese firm»: the firm is hit
_INBOUND = frozenset(["import-ban-boycott", "import-tariff", "anti-dumping"])
_GRANTED = "licence-granted"
_UNION = "EU"
_REVOKED = "permit-revocation"
_CUT_OFF = "supply-cutoff"  # somebody's decision, unless a flood or a blast is told beside it
_AIMED_IDS = frozenset(
    [
        "foreign-customer-limit",
        "strategic-acquisition",
        "permit-revocation",
        _CUT_OFF,
        "nationalisation",
        "state-intervention-company",
    ]
)
_LACKING = frozenset(["medicine-shortage"])
_NOT_TAKEN = frozenset(["dumping-overcapacity", "strategic-acquisition", "wto-dispute"])


@dataclass(frozen=True, slots=True)
class Part:
    """A country's part in one sentence, and the measure it has it in."""

    country: str
    role: CountryRole
    hit: Hit
    measure: str


def find(
    scan: Scan,
    events: Sequence[Event],
    countries: Iterable[Hit],
    measures: Mapping[str, Measure],
    goods: Container[int],
) -> list[Part]:
    """The parts of all sentences that hold a measure; `goods`: sentences that hold a good."""
    named = list(countries)
    by_sentence: dict[int, list[Hit]] = {}
    for hit in named:
        by_sentence.setdefault(scan.sentence(hit.start), []).append(hit)
    live = [event for event in events if not event.denied and event.measure in measures]
    happening = {one.sentence for one in live if _happens(measures[one.measure])}
    found: list[Part] = []
    memo: dict[tuple[int, bool], list[Said]] = {}
    for event in live:
        here, measure = by_sentence.get(event.sentence, []), measures[event.measure]
        if measure.id == _CUT_OFF and event.sentence in happening:
            found += [_at(scan, hit, measure) for hit in _apart(here)]
            continue
        if measure.id not in _LACKING or event.sentence not in happening:
            found += _of_event(scan, event, here, measure, memo)
    found += _from_above(scan, live, named, measures, found)
    told = {event.sentence for event in events}
    for number, here in by_sentence.items():
        if number in goods and number not in told:
            found += _without_measure(scan, here)
    return _settled(found)


def _without_measure(scan: Scan, here: Sequence[Hit]) -> list[Part]:
    """Where a good comes from or passes, in a sentence that tells no measure."""
    here = _apart(here)
    said: list[Said] = [_stated(scan, hit) for hit in here]
    marked.share_in_lists(scan, here, said)
    if "transit" in said:
        _passing(scan, here, said)
    return [
        Part(hit.use.key, role, _worded(scan, hit, role), "")
        for hit, role in zip(here, said, strict=True)
        if role is not None and role != "of"
    ]


def _passing(scan: Scan, here: Sequence[Hit], said: list[Said]) -> None:
    """What passes somewhere comes from the first that is named, and goes to the others."""
    others = [place for place, role in enumerate(said) if role != "transit"]
    for place in others:
        if here[place].use.detail == "demonyms":
            continue
        towards = smallwords.said(scan, here[place], aimed=False) == "affected"
        if towards or said[place] is None:
            first = place == others[0] and len(others) > 1 and not towards
            said[place] = "supplier" if first else "affected"


def _stated(scan: Scan, hit: Hit) -> Said:
    if transit.begins(scan, hit, languages(scan, hit)) is not None:
        return "transit"
    if hit.use.detail == "bodies":  # «in the Kremlin» is no place where goods come from
        return None
    return "supplier" if marked.supplies(scan, hit) else None


def _settled(found: Sequence[Part]) -> list[Part]:
    """Who is hit does not impose, if somebody else does."""
    imposing = {part.country for part in found if part.role == "imposing"}
    affected = {part.country for part in found if part.role == "affected"}
    doubted = imposing & affected if imposing - affected else set()
    placed = {part.country for part in found if part.measure}
    return [
        part
        for part in found
        if not (part.role == "imposing" and part.country in doubted)
        and (part.measure or part.country not in placed)
    ]


def _happens(measure: Measure) -> bool:
    return measure.id in _HAPPENS_IDS or (
        measure.group in _HAPPENS
        and measure.id not in _LACKING
        and measure.id != _BUYING
        and not measure.decided
    )


def _from_above(
    scan: Scan,
    live: Sequence[Event],
    named: Sequence[Hit],
    measures: Mapping[str, Measure],
    found: Sequence[Part],
) -> list[Part]:
    """Who takes a measure whose sentence does not say so: the one body named in the text."""
    bodies = {hit.use.key: hit for hit in reversed(named) if hit.use.detail == "bodies"}
    if len(bodies) != 1:
        bodies = _only_one(scan, named, {part.country for part in found})
        live = [event for event in live if event.measure.startswith("export-")]
    if len(bodies) != 1:
        return []
    taken = {part.measure for part in found if part.role == "imposing"}
    ((country, hit),) = bodies.items()
    return [
        Part(country, "imposing", hit, measure)
        for measure in dict.fromkeys(event.measure for event in live)
        if measure not in taken
        and measures[measure].decided
        and measures[measure].group not in _LOOSE
    ]


def _only_one(scan: Scan, named: Sequence[Hit], placed: Container[str]) -> dict[str, Hit]:
    """The only country of a text without a part, named in the lead: its exports it bans itself."""
    free = [hit for hit in named if hit.use.key not in placed and hit.use.detail != "dateline"]
    if len({hit.use.key for hit in free}) != 1:
        return {}
    first = min(free, key=lambda hit: hit.start)
    said = smallwords.said(scan, first, aimed=False)
    return {first.use.key: first} if said in (None, "imposing") else {}


def _of_event(
    scan: Scan,
    event: Event,
    here: Sequence[Hit],
    measure: Measure,
    memo: dict[tuple[int, bool], list[Said]],
) -> list[Part]:
    hits = _apart(here)
    if measure.id in _LACKING:
        return [Part(hit.use.key, "affected", hit, measure.id) for hit in hits]
    if not _decided(measure):
        if measure.id == _FILLING:  # who fills a store decides it
            return [Part(hits[0].use.key, "imposing", hits[0], measure.id)] if hits else []
        return [_at(scan, hit, measure) for hit in hits if _happens(measure)]
    hits = [
        hit for hit in hits if hit.use.detail != "dateline"
    ]  # where a pen stood decides nothing
    aimed = measure.group in _AIMED or measure.id in _AIMED_IDS
    key = (event.sentence, aimed)
    if key not in memo:
        memo[key] = [smallwords.said(scan, hit, aimed=aimed) for hit in hits]
        marked.share_in_lists(scan, hits, memo[key])
        _genitives(hits, memo[key], aimed=aimed)
    said = list(memo[key])
    screened = measure.id == _SCREENING
    if screened:
        _refused(scan, hits, said, event)
    else:
        if measure.id in _INBOUND:
            marked.origins(scan, hits, said)
        # «Chinese takeover»: the adjective there tells the buyer
        _whose(scan, hits, said, event, sanctions=measure.group == "sanctions")
    if measure.id == _REVOKED:
        marked.seated(scan, hits, said)
    _by_order(scan, hits, said, event, aimed=aimed or screened)
    return [
        Part(hit.use.key, role, _worded(scan, hit, role), event.measure)
        for hit, role in zip(hits, said, strict=True)
        if role is not None and role != "of"
    ]


def _at(scan: Scan, hit: Hit, measure: Measure) -> Part:
    """Where something happens the good comes from, unless it only passes there."""
    through = transit.begins(scan, hit, languages(scan, hit)) is not None
    role: CountryRole = "transit" if through else "supplier"
    if not through and hit.use.detail != "bodies" and _reached(scan, hit, measure):
        role = "affected"
    return Part(hit.use.key, role, _worded(scan, hit, role), measure.id)


def _reached(scan: Scan, hit: Hit, measure: Measure) -> bool:
    """A port that stands still hits its country; oil that flows again «to Hungary» goes there."""
    first, last = scan.sentence_span(scan.sentence(hit.start))
    place = words.QUAY if measure.id in _HAPPENS_IDS else words.PORT
    lamed = measure.id in _LAMED or not scan.whole_of(Kind.GOOD)  # else its goods wait there
    if measure.id in _AT_PORTS and lamed and place.search(scan.page.folded, first, last):
        return True
    return measure.id in _HAPPENS_IDS and smallwords.said(scan, hit, aimed=False) == "affected"


def _refused(scan: Scan, hits: Sequence[Hit], said: list[Said], event: Event) -> None:
    """«Berlin blocks a takeover by a Chinese firm»: who wanted to buy does not impose.

    The adjective behind «by» is a buyer's, unless a government follows; so is who stands in front
    of «による».
    """
    if None in said and said.index(None) == 0:
        said[:] = ["affected" if role == "imposing" else role for role in said]
    for place, hit in enumerate(hits):
        if hit.use.detail == "bodies":
            continue
        behind = scan.page.folded[hit.end : hit.end + 40]
        by_firm = (
            said[place] == "imposing"
            and hit.use.detail == "demonyms"
            and not any(word in words.BODIES for word in behind.split()[:3])
        )
        named = scan.page.folded[hit.start : hit.end]
        firm = hit.use.language == "zh" and named.endswith(("资", "資", "企"))
        if (
            firm
            or (by_firm and hit.start > event.start)
            or words.FIRM_BY.match(scan.page.folded, hit.start + 1)
        ):
            said[place] = "affected"


def _worded(scan: Scan, hit: Hit, role: CountryRole) -> Hit:
    """The place that shows a part: «via Kazakhstan», not «Kazakhstan» alone."""
    start = transit.begins(scan, hit, languages(scan, hit)) if role == "transit" else None
    return hit if start is None else hit._replace(start=start)


def _decided(measure: Measure) -> bool:
    return (measure.decided and measure.id not in _NOT_TAKEN) or measure.id == _GRANTED


def _apart(here: Sequence[Hit]) -> list[Hit]:
    """One hit a place, in the order of the text."""
    found: list[Hit] = []
    for hit in sorted(here, key=lambda one: (one.start, -one.end)):
        if not found or hit.start >= found[-1].end or hit.use.key != found[-1].use.key:
            found.append(hit)
    return found


def _genitives(hits: Sequence[Hit], said: list[Said], *, aimed: bool) -> None:
    """«sanctions de l'UE contre la Russie»: beside a target, «de» tells who; alone, whom."""
    target = "affected" in said
    for place, role in enumerate(said):
        if role == "of":
            said[place] = "affected" if aimed and not target else None
            if hits[place].use.key == _UNION and aimed:  # «duties of the EU» hit others
                said[place] = "imposing"


def _whose(
    scan: Scan, hits: Sequence[Hit], said: list[Said], event: Event, *, sanctions: bool
) -> None:
    """«arancel estadounidense», «an Indonesian import ban»: the adjective beside tells whose it is.

    «Russian sanctions» may be those of others.
    """
    if "imposing" in said:
        return
    for place, hit in enumerate(hits):
        if sanctions and any(
            marked.follows(scan, hit, one) and marked.is_list(scan, one) for one in event.parts
        ):
            said[place] = "imposing"  # «struck off UK sanctions list»
            return
        if hit.use.detail != "demonyms":
            continue
        if said[place] is not None:  # «brace for Chinese boycott», «Antwort auf chinesische Zölle»
            other = [one for one in event.parts if one.end <= hit.start or hit.end <= one.start]
            whole = len(other) == 1 and hit.use.language in words.ADJECTIVE_FRONT
            if whole and not sanctions and marked.follows(scan, hit, other[0]):
                said[place] = "imposing"
                return
            continue
        behind = hit.use.language in words.ADJECTIVE_BEHIND
        pairs = [(one, hit) if behind else (hit, one) for one in event.parts]
        told = any(marked.follows(scan, *pair) for pair in pairs)
        if (behind or not sanctions) and (
            told or (not behind and marked.of_good(scan, hit, event))
        ):
            said[place] = "imposing"
            return


def _by_order(
    scan: Scan, hits: Sequence[Hit], said: list[Said], event: Event, *, aimed: bool
) -> None:
    """Who is not marked: the first in front of the measure takes it; with none, the next one.

    «중국이 … 일본 수출을 금지»: a country between the one that acts and the measure is hit.
    """
    free = [place for place, role in enumerate(said) if role is None]
    front = [place for place in free if hits[place].start < event.end]
    first = front[:1] or (free[:1] if not aimed or "affected" in said else [])
    if "imposing" not in said and first:
        said[first[0]] = "imposing"
        for place in free[1:]:  # «London and Canberra join»
            if said[place - 1] == "imposing" and marked.both(scan, hits[place - 1], hits[place]):
                said[place] = "imposing"
    if "imposing" not in said and "affected" in said and "supplier" in said:
        said[said.index("supplier")] = "imposing"  # «sales from Turkey to Israel stopped»
    if "imposing" not in said and said.count("affected") > 1:
        marked.sitting(scan, hits, said)
    acting = {hits[place].use.key for place, role in enumerate(said) if role == "imposing"}
    for place in free:
        if said[place] is None and (aimed or hits[place].use.language in words.VERB_LAST):
            said[place] = "imposing" if hits[place].use.key in acting else "affected"
