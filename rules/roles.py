"""Which part each country plays: it imposes, it is hit, or the good comes from it.

Read sentence by sentence: small words at the country speak first («to Japan», «against
Russia», «by China», 对日本); then government bodies; then the order of the words: who stands
in front of the measure is the one who takes it. Events that nobody decides (a strike, a
flood) have no imposing country: where they happen is the supplier.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from rules import rolewords as words
from rules import transit
from rules.event import Event
from rules.hits import Hit
from rules.lexicon import Kind
from rules.model import CountryRole
from rules.scan import Scan
from rules.watchlist import Measure

_AIMED = frozenset(["sanctions", "coercion", "trade-policy"])  # taken at somebody
_HAPPENS = frozenset(["disruption", "logistics", "market", "security"])
_HAPPENS_IDS = frozenset(["restart", "new-production"])
_LOOSE = frozenset(["legal", "investment"])
_BUYING = "foreign-stockpiling"  # who fills a store does not supply
_SCREENING = "investment-screening"  # «takeover by a Chinese firm»: the firm is hit
_CUT_OFF = "supply-cutoff"  # somebody's decision, unless a flood or a blast is told beside it
_AIMED_IDS = frozenset(["foreign-customer-limit", "strategic-acquisition", _CUT_OFF])
_LACKING = frozenset(["medicine-shortage"])
_NOT_TAKEN = frozenset(["dumping-overcapacity", "strategic-acquisition", "wto-dispute"])
REACH = 3  # words in front of a country
LITTLE = 3  # letters of «in», «von», «в»
Said = CountryRole | Literal["of"] | None
# The first table that has a word decides; the last two speak only of measures aimed at somebody.
_TABLES: tuple[tuple[Mapping[str, frozenset[str]], Said], ...] = (
    (words.TOWARDS, "affected"), (words.BY, "imposing"), (words.UPON, "affected"), (words.OF, "of"),
)  # fmt: skip


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
    _share_in_lists(scan, here, said)
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
        towards = _said(scan, here[place], aimed=False) == "affected"
        if towards or said[place] is None:
            first = place == others[0] and len(others) > 1 and not towards
            said[place] = "supplier" if first else "affected"


def _stated(scan: Scan, hit: Hit) -> Said:
    if transit.begins(scan, hit, _languages(scan, hit)) is not None:
        return "transit"
    return "supplier" if _supplies(scan, hit) else None


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
        return [_at(scan, hit, measure) for hit in hits if _happens(measure)]
    hits = [
        hit for hit in hits if hit.use.detail != "dateline"
    ]  # where a pen stood decides nothing
    aimed = measure.group in _AIMED or measure.id in _AIMED_IDS
    key = (event.sentence, aimed)
    if key not in memo:
        memo[key] = [_said(scan, hit, aimed=aimed) for hit in hits]
        _share_in_lists(scan, hits, memo[key])
        _genitives(memo[key], aimed=aimed)
    said = list(memo[key])
    screened = measure.id == _SCREENING
    if screened:
        _refused(said)
    else:  # «Chinese takeover»: the adjective there tells the buyer
        _whose(scan, hits, said, event, sanctions=measure.group == "sanctions")
    _by_order(hits, said, event, aimed=aimed or screened)
    return [
        Part(hit.use.key, role, _worded(scan, hit, role), event.measure)
        for hit, role in zip(hits, said, strict=True)
        if role is not None and role != "of"
    ]


def _at(scan: Scan, hit: Hit, measure: Measure) -> Part:
    """Where something happens the good comes from, unless it only passes there."""
    through = transit.begins(scan, hit, _languages(scan, hit)) is not None
    role: CountryRole = "transit" if through else "supplier"
    return Part(hit.use.key, role, _worded(scan, hit, role), measure.id)


def _refused(said: list[Said]) -> None:
    """«Berlin blocks a takeover by a Chinese firm»: who wanted to buy does not impose."""
    if None in said and said.index(None) == 0:
        said[:] = ["affected" if role == "imposing" else role for role in said]


def _worded(scan: Scan, hit: Hit, role: CountryRole) -> Hit:
    """The place that shows a part: «via Kazakhstan», not «Kazakhstan» alone."""
    start = transit.begins(scan, hit, _languages(scan, hit)) if role == "transit" else None
    return hit if start is None else hit._replace(start=start)


def _decided(measure: Measure) -> bool:
    return measure.decided and measure.id not in _NOT_TAKEN


def _apart(here: Sequence[Hit]) -> list[Hit]:
    """One hit a place, in the order of the text."""
    found: list[Hit] = []
    for hit in sorted(here, key=lambda one: (one.start, -one.end)):
        if not found or hit.start >= found[-1].end or hit.use.key != found[-1].use.key:
            found.append(hit)
    return found


def _said(scan: Scan, hit: Hit, *, aimed: bool) -> Said:
    """What the small words at the country say; None when they say nothing."""
    if transit.begins(scan, hit, _languages(scan, hit)) is not None:
        return "transit"
    if _body_of(scan, hit):
        return "imposing"
    table = _table(_languages(scan, hit), aimed)
    body = hit.use.detail == "bodies"
    for word in _before(scan, hit):
        role = None if _where(scan, hit, word) or _article(scan, hit, word) else table.get(word)
        if role is not None and not (role == "affected" and (body or _bound(scan, hit))):
            return role
    if not aimed and _placed_on(scan, hit):
        return "affected"
    if words.IS_HIT.match(scan.page.folded[hit.end : hit.end + 60].lstrip()):
        return "affected"
    return "imposing" if body else _glued(scan, hit, aimed=aimed)


def _body_of(scan: Scan, hit: Hit) -> bool:
    """«Суд в США», «un tribunal de EE. UU.»: the body in front acts for its country."""
    start, _ = scan.sentence_span(scan.sentence(hit.start))
    tokens = scan.page.folded[max(start, hit.start - 40) : hit.start].split()
    while tokens and (tokens[-1] in words.BETWEEN or len(tokens[-1]) <= LITTLE):
        tokens.pop()
        if tokens and tokens[-1] in words.BODIES:
            return True
    return False


def _where(scan: Scan, hit: Hit, word: str) -> bool:
    """«в Казахстане» tells where, which says nothing of who is hit."""
    for language in _languages(scan, hit):
        small, endings = words.WHERE.get(language, (frozenset[str](), ()))
        if word in small and scan.page.folded[hit.start : hit.end].endswith(endings):
            return True
    return False


def _article(scan: Scan, hit: Hit, word: str) -> bool:
    """«A China» at the head of a Portuguese sentence is no «à China»."""
    if word not in ("a", "as") or "pt" not in _languages(scan, hit):
        return False
    start, _ = scan.sentence_span(scan.sentence(hit.start))
    return scan.page.folded[start : hit.start].split() == [word]


def _bound(scan: Scan, hit: Hit) -> bool:
    """«binding on U.S. persons»: a country's own rule, which names whom it binds."""
    folded = scan.page.folded
    after = folded[hit.end : hit.end + 60].lstrip()
    if not words.PERSONS.match(after):
        return False
    before = folded[max(0, hit.start - 40) : hit.start]
    return bool(words.BOUND.match(after) or words.BINDS.search(before))


def _placed_on(scan: Scan, hit: Hit) -> bool:
    if hit.use.detail != "name" or scan.page.folded[hit.end :].startswith(" s "):
        return False
    before = _before(scan, hit)
    return any(
        word in words.PLACED_ON.get(language, ())
        for word in before
        for language in _languages(scan, hit)
    )


@cache
def _table(languages: tuple[str, ...], aimed: bool) -> Mapping[str, Said]:  # noqa: FBT001
    """The small words of some languages; where two tables have a word, the first decides."""
    found: dict[str, Said] = {}
    for table, role in _TABLES if aimed else _TABLES[:2]:
        for language in languages:
            for word in table.get(language, ()):
                found.setdefault(word, role)
    return found


def _glued(scan: Scan, hit: Hit, *, aimed: bool) -> Said:
    """Scripts that write small words to the country itself: 对日本, 日本への, 중국산."""
    folded = scan.page.folded
    name, after = folded[hit.start : hit.end], folded[hit.end : hit.end + 8].lstrip()
    front = folded[max(0, hit.start - 2) : hit.start].strip()
    short = len(name) == 2 and hit.use.detail != "name"  # 対日, 대미; but 대만 is Taiwan
    towards = short and name.startswith(words.BEFORE_AFFECTED)
    towards = towards or (bool(front) and front.endswith(words.BEFORE_AFFECTED))
    glues = hit.use.language in words.GLUING
    if towards or (glues and after.startswith(words.AFTER_AFFECTED)):
        return "affected"
    if front.endswith(words.BEFORE_SUPPLIER) or (glues and after.startswith(words.AFTER_SUPPLIER)):
        if aimed and hit.use.language == "tr" and _acts_from(scan, hit, after):
            return "imposing"
        return "affected" if aimed else "supplier"
    if hit.use.language == "ar" and name.startswith("لل"):
        return "affected"
    return None


def _acts_from(scan: Scan, hit: Hit, after: str) -> bool:
    """«Çin'den ABD'ye yaptırım»: who comes first acts; «Çin, Avustralya'dan kömür» is whence."""
    sentence = scan.sentence(hit.start)
    return not words.TR_FROM.match(after) and not any(
        one.end <= hit.start and scan.sentence(one.start) == sentence
        for one in scan.whole_of(Kind.COUNTRY)
    )


def _share_in_lists(scan: Scan, hits: Sequence[Hit], said: list[Said]) -> None:
    """«to Japan, Korea and Taiwan»: the small word is said once."""
    for place in range(1, len(hits)):
        first, second = hits[place - 1], hits[place]
        gap = scan.page.folded[first.end : second.start].split()
        joined = not gap or (len(gap) == 1 and gap[0] in words.AND)
        if said[place] is None and said[place - 1] in ("affected", "transit") and joined:
            said[place] = said[place - 1]


def _genitives(said: list[Said], *, aimed: bool) -> None:
    """«sanctions de l'UE contre la Russie»: beside a target, «de» tells who; alone, whom."""
    target = "affected" in said
    for place, role in enumerate(said):
        if role == "of":
            said[place] = "affected" if aimed and not target else None


def _whose(
    scan: Scan, hits: Sequence[Hit], said: list[Said], event: Event, *, sanctions: bool
) -> None:
    """«arancel estadounidense», «an Indonesian import ban»: the adjective beside tells whose it is.

    «Russian sanctions» may be those of others.
    """
    if "imposing" in said:
        return
    for place, hit in enumerate(hits):
        if hit.use.detail != "demonyms" or said[place] is not None:
            continue
        behind = hit.use.language in words.ADJECTIVE_BEHIND
        pairs = [(one, hit) if behind else (hit, one) for one in event.parts]
        if (behind or not sanctions) and any(_follows(scan, *pair) for pair in pairs):
            said[place] = "imposing"
            return


def _follows(scan: Scan, first: Hit, second: Hit) -> bool:
    return first.end <= second.start and not scan.page.folded[first.end : second.start].strip()


def _by_order(hits: Sequence[Hit], said: list[Said], event: Event, *, aimed: bool) -> None:
    """Who is not marked: the first in front of the measure takes it; with none, the next one.

    «중국이 … 일본 수출을 금지»: a country between the one that acts and the measure is hit.
    """
    free = [place for place, role in enumerate(said) if role is None]
    front = [place for place in free if hits[place].start < event.end]
    first = front[:1] or (free[:1] if not aimed or "affected" in said else [])
    if "imposing" not in said and first:
        said[first[0]] = "imposing"
    acting = {hits[place].use.key for place, role in enumerate(said) if role == "imposing"}
    for place in free:
        if said[place] is None and (aimed or hits[place].use.language in words.VERB_LAST):
            said[place] = "imposing" if hits[place].use.key in acting else "affected"


def _supplies(scan: Scan, hit: Hit) -> bool:
    if hit.use.detail == "demonyms":
        return True
    spoken = _languages(scan, hit)
    return any(
        word in words.FROM.get(language, ()) for word in _before(scan, hit) for language in spoken
    )


def _before(scan: Scan, hit: Hit) -> list[str]:
    """The nearest words in front of a country, articles and such left out."""
    start, _ = scan.sentence_span(scan.sentence(hit.start))
    tokens = scan.page.folded[max(start, hit.start - 40) : hit.start].split()
    found: list[str] = []
    for word in reversed(tokens[-REACH:]):
        found.append(word)
        if word not in words.BETWEEN:
            break
    return found


def _languages(scan: Scan, hit: Hit) -> tuple[str, ...]:
    """The languages whose small words to expect."""
    said = scan.page.text.language[:2].lower()
    if said and (scan.languages is None or said in scan.languages):
        return (said,)
    if scan.languages is not None:
        return tuple(sorted(scan.languages))
    return (hit.use.language,) if hit.use.language != "xx" else ("en",)
