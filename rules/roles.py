"""Which part each country plays: it imposes, it is hit, or the good comes from it.

Read sentence by sentence: small words at the country speak first («to Japan», «against
Russia», «by China», 对日本); then government bodies; then the order of the words: who stands
in front of the measure is the one who takes it. Events that nobody decides (a strike, a
flood) have no imposing country: where they happen is the supplier.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rules import rolewords as words
from rules.events import Event
from rules.model import CountryRole
from rules.scan import Hit, Scan
from rules.watchlist import Measure

_AIMED = frozenset(["sanctions", "coercion", "trade-policy"])  # taken at somebody
_DECIDED = frozenset(
    ["export-restriction", "sanctions", "coercion", "trade-policy", "investment", "legal"]
)
_HAPPENS = frozenset(["disruption", "logistics", "market", "security"])
_AIMED_IDS = frozenset(["foreign-customer-limit", "strategic-acquisition"])
_LACKING = frozenset(["medicine-shortage"])
_NOT_TAKEN = frozenset(["dumping-overcapacity", "strategic-acquisition", "wto-dispute"])
REACH = 3


@dataclass(frozen=True, slots=True)
class Part:
    """A country's part in one sentence, and the measure it has it in."""

    country: str
    role: CountryRole
    hit: Hit
    measure: str


def find(
    scan: Scan, events: Sequence[Event], countries: Iterable[Hit], measures: dict[str, Measure],
    goods: frozenset[int],
) -> list[Part]:  # fmt: skip
    """The parts of all sentences that hold a measure; `goods`: sentences that hold a good."""
    by_sentence: dict[int, list[Hit]] = {}
    for hit in countries:
        by_sentence.setdefault(scan.sentence(hit.start), []).append(hit)
    found: list[Part] = []
    for event in events:
        if event.denied or event.measure not in measures:
            continue
        here = by_sentence.get(event.sentence, [])
        found += _of_event(scan, event, here, measures[event.measure])
    told = {event.sentence for event in events}
    for number, here in by_sentence.items():
        if number in goods and number not in told:
            found += [
                Part(hit.use.key, "supplier", hit, "") for hit in here if _supplies(scan, hit)
            ]
    return found


def _of_event(scan: Scan, event: Event, here: Sequence[Hit], measure: Measure) -> list[Part]:
    hits = _apart(here)
    aimed = measure.group in _AIMED or measure.id in _AIMED_IDS
    said = [_said(scan, hit, event, measure, aimed=aimed) for hit in hits]
    _share_in_lists(scan, hits, said)
    if measure.group in _DECIDED and measure.id not in _NOT_TAKEN:
        _by_order(hits, said, event, aimed=aimed)
    else:
        rest: CountryRole = "affected" if measure.id in _LACKING else "supplier"
        if measure.group in _HAPPENS:
            said = [role or rest for role in said]
    return [
        Part(hit.use.key, role, hit, event.measure)
        for hit, role in zip(hits, said, strict=True)
        if role is not None
    ]


def _apart(here: Sequence[Hit]) -> list[Hit]:
    """One hit a place, in the order of the text."""
    found: list[Hit] = []
    for hit in sorted(here, key=lambda one: (one.start, -one.end)):
        if not found or hit.start >= found[-1].end or hit.use.key != found[-1].use.key:
            found.append(hit)
    return found


def _said(
    scan: Scan, hit: Hit, event: Event, measure: Measure, *, aimed: bool
) -> CountryRole | None:
    """What the small words at the country say; None when they say nothing."""
    before = _before(scan, hit)
    spoken = _languages(scan, hit)
    body = hit.use.detail == "bodies"
    for word in before:
        if _among(word, words.TOWARDS, spoken) and not body:
            return "affected"
        if _among(word, words.BY, spoken):
            return "imposing" if measure.group in _DECIDED else None
        if aimed and _among(word, words.UPON, spoken) and not body:
            return "affected"
        if _among(word, words.FROM, spoken):
            return _origin(event, measure, hit)
    return "imposing" if body and measure.group in _DECIDED else _glued(scan, hit, measure)


def _origin(event: Event, measure: Measure, hit: Hit) -> CountryRole | None:
    if measure.group not in _DECIDED:
        return "supplier"
    return None if measure.group == "export-restriction" and hit.start > event.start else None


def _glued(scan: Scan, hit: Hit, measure: Measure) -> CountryRole | None:
    """Scripts that write small words to the country itself: 对日本, 日本への, 중국산."""
    folded = scan.page.folded
    name = folded[hit.start : hit.end]
    front, after = folded[max(0, hit.start - 2) : hit.start], folded[hit.end : hit.end + 8].lstrip()
    if name.startswith(("对", "對", "対", "대")) and hit.use.detail == "aliases" and len(name) == 2:
        return "affected"
    if front.rstrip().endswith(words.BEFORE_AFFECTED) and front.strip():
        return "affected"
    if front.rstrip().endswith(words.BEFORE_SUPPLIER):
        return "supplier" if measure.group not in _AIMED else "affected"
    if hit.use.language not in ("zh", "ja", "ko", "tr", "xx"):
        return None
    if after.startswith(words.AFTER_AFFECTED) and hit.use.language in ("ja", "ko", "tr"):
        return "affected"
    if after.startswith(words.AFTER_SUPPLIER):
        return "supplier" if measure.group not in _AIMED else "affected"
    return None


def _share_in_lists(scan: Scan, hits: Sequence[Hit], said: list[CountryRole | None]) -> None:
    """«to Japan, Korea and Taiwan»: the small word is said once."""
    for place in range(1, len(hits)):
        first, second = hits[place - 1], hits[place]
        gap = scan.page.folded[first.end : second.start].split()
        if said[place] is None and said[place - 1] == "affected" and len(gap) <= 1:
            if not gap or gap[0] in words.AND:
                said[place] = said[place - 1]


def _by_order(
    hits: Sequence[Hit], said: list[CountryRole | None], event: Event, *, aimed: bool
) -> None:
    """Who is not marked: the first in front of the measure takes it; with none, the next one."""
    free = [place for place, role in enumerate(said) if role is None]
    if not free:
        return
    taken = "imposing" in said
    front = [place for place in free if hits[place].start < event.end]
    if not taken and front:
        said[front[0]] = "imposing"
        taken = True
    elif not taken and not aimed:
        said[free[0]] = "imposing"
        taken = True
    for place in free:
        if said[place] is None and aimed:
            same = hits[place].use.key in {
                hits[other].use.key for other, role in enumerate(said) if role == "imposing"
            }
            said[place] = "imposing" if same else "affected"


def _supplies(scan: Scan, hit: Hit) -> bool:
    spoken = _languages(scan, hit)
    if hit.use.detail == "demonyms":
        return True
    return any(_among(word, words.FROM, spoken) for word in _before(scan, hit))


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


def _among(word: str, table: Mapping[str, frozenset[str]], languages: Iterable[str]) -> bool:
    return any(word in table.get(language, ()) for language in languages)


def _languages(scan: Scan, hit: Hit) -> tuple[str, ...]:
    """The languages whose small words to expect."""
    said = scan.page.text.language[:2].lower()
    if said and (scan.languages is None or said in scan.languages):
        return (said,)
    if scan.languages is not None:
        return tuple(scan.languages)
    return (hit.use.language,) if hit.use.language != "xx" else ("en",)
