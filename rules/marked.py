"""What marks a country's part beside small words: a list, a good, a seat, an adjective."""

from __future__ import annotations

from collections.abc import Sequence

from rules import rolewords as words
from rules.event import Event
from rules.hits import Hit
from rules.lexicon import Kind
from rules.scan import Scan
from rules.smallwords import Said, before, languages


def share_in_lists(scan: Scan, hits: Sequence[Hit], said: list[Said]) -> None:
    """«to Japan, Korea and Taiwan»: the small word is said once."""
    for place in range(1, len(hits)):
        listed = joined(scan, hits[place - 1], hits[place])
        if said[place] is None and said[place - 1] in ("affected", "transit") and listed:
            said[place] = said[place - 1]


def joined(scan: Scan, first: Hit, second: Hit) -> bool:
    """Whether two countries stand in one list."""
    if words.APART.search(scan.page.original(first.end - 1, second.start + 1)):
        return False
    if words.ANSWER.search(scan.page.folded, max(0, first.start - 40), first.start):
        return both(scan, first, second)  # «in retaliation for Washington, Delhi taxes»
    return not scan.page.folded[first.end : second.start].strip() or both(scan, first, second)


def both(scan: Scan, first: Hit, second: Hit) -> bool:
    """Whether only an «and» stands between."""
    gap = scan.page.folded[first.end : second.start].split()
    return len(gap) == 1 and gap[0] in words.AND


def is_list(scan: Scan, part: Hit) -> bool:
    """Whether a word of a measure is a list: «sanctions list»."""
    return "list" in scan.page.folded[part.start : part.end]


def of_good(scan: Scan, hit: Hit, event: Event) -> bool:
    """«wins reprieve from Indonesian coal export curbs»: only a good between adjective and curb."""
    if not event.measure.startswith("export-") or event.start < hit.end:
        return False
    gap = scan.page.folded[hit.end : event.start]
    goods = [one for one in scan.whole_of(Kind.GOOD | Kind.WEAK)
             if hit.end <= one.start and one.end <= event.start + 1]  # fmt: skip
    named = " ".join(scan.page.folded[one.start : one.end] for one in goods).split()
    words_between = gap.split()
    return bool(words_between) and all(
        word in named or word in words.OF_ORE for word in words_between
    )


def follows(scan: Scan, first: Hit, second: Hit) -> bool:
    """Whether nothing stands between the first and the second."""
    return first.end <= second.start and not scan.page.folded[first.end : second.start].strip()


def origins(scan: Scan, hits: Sequence[Hit], said: list[Said]) -> None:
    """«A ban on imports, of Ukrainian maize»: the adjective at a good tells whom a duty hits."""
    goods = scan.whole_of(Kind.GOOD | Kind.WEAK)
    for place, hit in enumerate(hits):
        if said[place] is None and hit.use.detail == "demonyms":
            front = hit.use.language in words.ADJECTIVE_FRONT or hit.use.language == "pl"
            pairs = [(hit, good) if front else (good, hit) for good in goods]
            if any(follows(scan, *pair) for pair in pairs):
                said[place] = "affected"


def seated(scan: Scan, hits: Sequence[Hit], said: list[Said]) -> None:
    """«A court suspends the licence of a mine in Minas Gerais»: where the mine is they decide."""
    if "imposing" in said:
        return
    for place, hit in enumerate(hits):
        if said[place] is None and before(scan, hit)[:1] and before(scan, hit)[0] in words.INSIDE:
            said[place] = "imposing"
            return


def sitting(scan: Scan, hits: Sequence[Hit], said: list[Said]) -> None:
    """«Une taxe sur les engrais russes à l'étude à Bruxelles»: there it sits who decides."""
    for place, hit in enumerate(hits):
        if hit.use.detail == "capitals" and before(scan, hit)[:1] == ["a"]:
            said[place] = "imposing"
            return


def supplies(scan: Scan, hit: Hit) -> bool:
    """Whether an adjective or a small word says that goods come from there."""
    if hit.use.detail == "demonyms":
        return True
    spoken = languages(scan, hit)
    return any(
        word in words.FROM.get(language, ()) for word in before(scan, hit) for language in spoken
    )
