"""What the small words at a country say of it: «to Japan», «against Russia», «by China», 对日本.

Words in front come first, then what stands behind («hit by»), then what is glued to the name.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal

from rules import rolewords as words
from rules import transit
from rules.hits import Hit
from rules.lexicon import Kind
from rules.model import CountryRole
from rules.scan import Scan

REACH = 3  # words in front of a country
LITTLE = 3  # letters of «in», «von», «в»
Said = CountryRole | Literal["of"] | None
# The first table that has a word decides; the last two speak only of measures aimed at somebody.
_TABLES: tuple[tuple[Mapping[str, frozenset[str]], Said], ...] = (
    (words.TOWARDS, "affected"), (words.BY, "imposing"), (words.UPON, "affected"), (words.OF, "of"),
)  # fmt: skip


def said(scan: Scan, hit: Hit, *, aimed: bool) -> Said:
    """What the small words at the country say; None when they say nothing."""
    if transit.begins(scan, hit, languages(scan, hit)) is not None:
        return "transit"
    if _body_of(scan, hit) or _done_by(scan, hit):
        return "imposing"
    table = _table(languages(scan, hit), aimed)
    body = hit.use.detail == "bodies"
    for word in before(scan, hit):
        role = None if _where(scan, hit, word) or _article(scan, hit, word) else table.get(word)
        if role is not None and not (role == "affected" and (body or _bound(scan, hit))):
            return role
    if _into(scan, hit) or (not aimed and _placed_on(scan, hit)):
        return "affected"
    if words.IS_HIT.match(scan.page.folded[hit.end : hit.end + 60].lstrip()) or _given(scan, hit):
        return "affected"
    return "imposing" if body else _glued(scan, hit, aimed=aimed)


def _given(scan: Scan, hit: Hit) -> bool:
    """«поставки … Израилю»: a Russian name in the dative or accusative is whom something is for."""
    if hit.use.detail != "name" or "ru" not in languages(scan, hit):
        return False
    folded = scan.page.folded
    end = folded.find(" ", hit.end - 1)
    return folded[hit.start : end].endswith(("у", "ю")) and before(scan, hit)[:1] != ["по"]


def _body_of(scan: Scan, hit: Hit) -> bool:
    """«Суд в США», «un tribunal de EE. UU.»: the body in front acts for its country."""
    start, _ = scan.sentence_span(scan.sentence(hit.start))
    tokens = scan.page.folded[max(start, hit.start - 40) : hit.start].split()
    while tokens and (tokens[-1] in words.BETWEEN or len(tokens[-1]) <= LITTLE):
        tokens.pop()
        if tokens and tokens[-1] in words.BODIES:
            return True
    return False


def _done_by(scan: Scan, hit: Hit) -> bool:
    """«dazi imposti dalla Cina»: the same word says whence, but not behind a participle."""
    if "it" not in languages(scan, hit):
        return False
    return words.IT_BY.search(scan.page.folded[max(0, hit.start - 40) : hit.start]) is not None


def _where(scan: Scan, hit: Hit, word: str) -> bool:
    """«в Казахстане» tells where, which says nothing of who is hit."""
    for language in languages(scan, hit):
        small, endings = words.WHERE.get(language, (frozenset[str](), ()))
        if word in small and scan.page.folded[hit.start : hit.end].endswith(endings):
            return True
    return False


def _article(scan: Scan, hit: Hit, word: str) -> bool:
    """«A China» at the head of a Portuguese sentence is no «à China»."""
    if word not in ("a", "as") or "pt" not in languages(scan, hit):
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


def _into(scan: Scan, hit: Hit) -> bool:
    front = scan.page.folded[max(0, hit.start - 30) : hit.start]
    return "de" in languages(scan, hit) and words.DE_INTO.search(front) is not None


def _placed_on(scan: Scan, hit: Hit) -> bool:
    if hit.use.detail != "name" or scan.page.folded[hit.end :].startswith(" s "):
        return False
    return any(
        word in words.PLACED_ON.get(language, ())
        for word in before(scan, hit)
        for language in languages(scan, hit)
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


def before(scan: Scan, hit: Hit) -> list[str]:
    """The nearest words in front of a country, articles and such left out."""
    start, _ = scan.sentence_span(scan.sentence(hit.start))
    tokens = scan.page.folded[max(start, hit.start - 40) : _noun(scan, hit, start)].split()
    found: list[str] = []
    for word in reversed(tokens[-REACH:]):
        found.append(word)
        if word not in words.BETWEEN:
            break
    return found


def _noun(scan: Scan, hit: Hit, start: int) -> int:
    """Where the noun of an adjective behind it begins: «sur les engrais russes».

    Only what is watched is passed over: of other nouns nobody knows where they begin.
    """
    if hit.use.detail != "demonyms" or hit.use.language not in words.ADJECTIVE_BEHIND:
        return hit.start
    goods = scan.whole_of(Kind.GOOD | Kind.WEAK)
    return min(
        (one.start for one in goods if start <= one.start < hit.start and hit.start <= one.end + 1),
        default=hit.start,
    )


def languages(scan: Scan, hit: Hit) -> tuple[str, ...]:
    """The languages whose small words to expect."""
    said = scan.page.text.language[:2].lower()
    if said and (scan.languages is None or said in scan.languages):
        return (said,)
    if scan.languages is not None:
        return tuple(sorted(scan.languages))
    return (hit.use.language,) if hit.use.language != "xx" else ("en",)
