"""Measures as a text tells them: where, in what state, denied or not.

A measure comes from a term, or from a near pair within one sentence. Its state comes from
the words beside it: «suspends exports» is a ban, «suspends export controls» is relief.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

from rules import since
from rules.fold import has_unspaced
from rules.lexicon import Kind
from rules.model import MeasureStatus
from rules.scan import Hit, Scan

WORDS_APART = 6
SMALL = 3  # letters of a word like «on» or «op»
WAR, ANSWER = "armed-conflict", "counter-sanctions"
ENDING = "restart"  # the measure that says of others that they are over
# What a sentence is about, and what its words then do not mean as well.
_RATHER = {
    "investment-screening": frozenset(["strategic-acquisition"]),
    "producer-cartel": frozenset(["plant-outage", "supply-cutoff"]),
}
# Languages whose headlines end in a noun that does a verb's work: «수출 금지», «輸出を禁止».
_CLOSING = frozenset(["ja", "ko", "zh", "tr"])
PAST = "recall"  # the shared list of words that tell of old times
RELIEF: frozenset[MeasureStatus] = frozenset(["suspended", "lifted", "expired"])
# The state that wins when a sentence speaks of several.
_WEIGHT: tuple[MeasureStatus, ...] = (
    "expired", "lifted", "suspended", "rumour", "proposed", "considered", "adopted", "in_force",
)  # fmt: skip
_STANDING = frozenset(["adopted", "in_force", "proposed"])
_OPEN = frozenset(["considered", "proposed", "rumour"])


@dataclass(slots=True)
class Event:
    """One mention of a measure. `parts` are the words that tell it, folded places."""

    measure: str
    sentence: int
    parts: tuple[Hit, ...]
    status: MeasureStatus | None = None
    denied: str = ""
    signs: tuple[Hit, ...] = ()
    tells: bool = False  # whether its own words say that it is done: «imposes sanctions»

    @property
    def start(self) -> int:
        """Where its first word begins."""
        return min(part.start for part in self.parts)

    @property
    def end(self) -> int:
        """Where its last word ends."""
        return max(part.end for part in self.parts)


def find(
    scan: Scan, hits: Sequence[Hit], pairs: Sequence[tuple[str, bool]], decided: Container[str]
) -> list[Event]:
    """All measures of a text with their states, in the order of the text."""
    terms = _longer(hit for hit in hits if hit.use.kind is Kind.MEASURE)
    events = [Event(hit.use.key, scan.sentence(hit.start), (hit,)) for hit in terms]
    events += _paired(scan, hits, terms, pairs)
    if not events:
        return []
    events = _going_on(_once(events))
    _settle(scan, hits, events)
    for event in events:
        if event.status in _STANDING and event.measure not in decided:
            event.status = None  # nobody adopts a flood
    return events


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


def _once(events: Iterable[Event]) -> list[Event]:
    """In the order of the text, each place once, also if two languages have the word."""
    spots = {(event.start, event.end, event.measure): event for event in events}
    return [spots[spot] for spot in sorted(spots)]


def verdict(events: Iterable[Event]) -> MeasureStatus | None:
    """The state of a measure over all its mentions: the first that is told counts."""
    return next((event.status for event in events if event.status is not None), None)


def _paired(
    scan: Scan, hits: Sequence[Hit], terms: Sequence[Hit], pairs: Sequence[tuple[str, bool]]
) -> list[Event]:
    sides: dict[tuple[int, int], tuple[list[Hit], list[Hit]]] = {}
    for hit in hits:
        if (
            hit.use.kind not in (Kind.FIRST, Kind.SECOND)
            or _swallowed(scan.page.folded, hit, terms)
            or since.dated(scan.page.folded, hit.start, hit.end)
        ):
            continue
        both = sides.setdefault((scan.sentence(hit.start), hit.use.pair), ([], []))
        both[hit.use.kind is Kind.SECOND].append(hit)
    told = {(hit.use.key, scan.sentence(hit.start)) for hit in terms}
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


def _swallowed(folded: str, hit: Hit, terms: Sequence[Hit]) -> bool:
    """«export» in «export controls» tells no ban: the longer term has it."""
    return any(
        (
            term.start <= hit.start
            and hit.end <= term.end
            and term.end - term.start > hit.end - hit.start
            and not _small(folded[term.start : hit.start], folded[hit.end : term.end])
        )
        or (term.start < hit.start < term.end < hit.end and hit.use.key != term.use.key)
        for term in terms
    )


def _small(*rest: str) -> bool:
    """Whether a longer term has only a small word more: «tariffs» in «tariffs on»."""
    words = [word for part in rest for word in part.split()]
    return all(len(word) <= SMALL and word < "\u0590" for word in words)


def _nearest(
    folded: str, firsts: Sequence[Hit], seconds: Sequence[Hit], *, ordered: bool
) -> tuple[int, tuple[Hit, Hit]] | None:
    best: tuple[int, tuple[Hit, Hit]] | None = None
    for one in firsts:
        for other in seconds:
            if ordered and other.start < one.start:
                continue
            gap = apart(folded, one, other)
            if gap is not None and (best is None or gap < best[0]):
                best = (gap, (one, other))
    return best


def apart(folded: str, one: Hit, other: Hit, words: int = WORDS_APART) -> int | None:
    """Words between two hits; None when they overlap or stand too far apart."""
    first, second = (one, other) if one.start <= other.start else (other, one)
    if second.start < first.end:
        return None
    gap = folded[first.end : second.start].strip()
    if has_unspaced(gap):
        letters = sum(1 for letter in gap if letter > "\u0e00")
        return letters if letters <= 2 * words else None
    count = len(gap.split())
    return count if count <= words else None


def _settle(scan: Scan, hits: Sequence[Hit], events: Sequence[Event]) -> None:
    """Give each event the signs of its sentence that stand nearest to it."""
    by_sentence: dict[int, list[Event]] = {}
    for event in events:
        by_sentence.setdefault(event.sentence, []).append(event)
    for hit in hits:
        if hit.use.kind not in (Kind.STATUS, Kind.DENIAL):
            continue
        here = by_sentence.get(scan.sentence(hit.start), [])
        if hit.use.key == "adopted":
            for event in here:
                event.tells |= _same(hit, event.parts)
        for event in _nearest_events(scan.page.folded, hit, here):
            event.signs = (*event.signs, hit)
    past = past_sentences(scan, scan.whole_of(Kind.TERM))
    for event in events:
        _judge(scan, event)
        event.denied = event.denied or past.get(event.sentence, "")
    _inherit(scan, events)
    _announced(scan, hits, events)


def past_sentences(scan: Scan, hits: Iterable[Hit]) -> dict[int, str]:
    """Sentences that tell of old times, and the words that say so."""
    return {
        scan.sentence(hit.start): scan.page.original(hit.start, hit.end)
        for hit in hits
        if hit.use.key == f"list:{PAST}"
    }


def _nearest_events(folded: str, hit: Hit, events: Sequence[Event]) -> list[Event]:
    """The events a sign belongs to; a sign within the words of a measure belongs to none.

    Exceptions: a denial denies also what it is a word of («will not ban»), and a verb that
    tells one measure tells that the other of its sentence is taken («hits back with tariffs»).
    """
    own = [
        event for event in events if _swallowed(folded, hit, event.parts) or _same(hit, event.parts)
    ]
    if own and hit.use.kind is Kind.DENIAL:
        return own if any(_same(hit, event.parts) for event in own) else []
    if own and hit.use.key in _OPEN:
        return own  # «threatens retaliation»: it is not there yet
    if own and hit.use.key != "adopted":
        return [event for event in own if _wider(folded, hit, event.parts)]
    events = [event for event in events if event not in own]
    distances = [(_distance(hit, event), event) for event in events]
    least = min((distance for distance, _ in distances), default=0)
    return [event for distance, event in distances if distance <= least + 2]


def _same(hit: Hit, parts: Iterable[Hit]) -> bool:
    return any(part.start < hit.end and hit.start < part.end for part in parts)


def _wider(folded: str, hit: Hit, parts: Iterable[Hit]) -> bool:
    """A sign of more words than the measure's own: «ends ban», 继续禁止.

    A measure's word may be a stem only: it goes on to the end of the word.
    """
    over = [part for part in parts if part.start < hit.end and hit.start < part.end]
    return bool(over) and not any(
        part.start <= hit.start and hit.end <= _word_end(folded, part) for part in over
    )


def _word_end(folded: str, hit: Hit) -> int:
    return hit.end if has_unspaced(folded[hit.end - 1]) else folded.find(" ", hit.end)


def _closes(scan: Scan, event: Event) -> bool:
    """Whether a measure is the last word of its sentence, where that word is the verb."""
    if not _CLOSING.intersection(part.use.language for part in event.parts):
        return False
    return not scan.page.folded[event.end : scan.sentence_span(event.sentence)[1]].strip()


def _distance(hit: Hit, event: Event) -> int:
    return min(max(0, part.start - hit.end, hit.start - part.end) for part in event.parts)


def _judge(scan: Scan, event: Event) -> None:
    denials = [sign for sign in event.signs if sign.use.kind is Kind.DENIAL]
    states = {sign.use.key for sign in event.signs if sign.use.kind is Kind.STATUS}
    if denials:
        event.denied = scan.page.original(denials[0].start, denials[0].end)
        return
    if states & _OPEN and states & RELIEF:
        event.status = "in_force"  # relief is only talked about: the measure stands
        return
    event.status = next((state for state in _WEIGHT if state in states), None)
    if event.status is None and (len(event.parts) > 1 or event.tells or _closes(scan, event)):
        event.status = "adopted"  # «bans … exports»: a verb in the present says it is done


def _announced(scan: Scan, hits: Iterable[Hit], events: Sequence[Event]) -> None:
    """«公告» in a title without a measure announces what stands below; relief says so itself."""
    if any(event.start < scan.page.cut for event in events):
        return
    states = {
        hit.use.key for hit in hits if hit.use.kind is Kind.STATUS and hit.start < scan.page.cut
    }
    state = next((one for one in _WEIGHT if one in states - RELIEF), None)
    for event in events:
        event.status = event.status or state


def _inherit(scan: Scan, events: Sequence[Event]) -> None:
    """Relief or denial told in the title holds for the measure in the text below it."""
    for event in events:
        if event.start < scan.page.cut and (event.denied or event.status in RELIEF):
            for other in events:
                below = other.measure == event.measure and other.start >= scan.page.cut
                if below and other.status in (None, "adopted", "in_force"):
                    other.status, other.denied = event.status, event.denied
