"""Countries that goods pass through: «via Kazakhstan», «re-exports from the UAE», 经哈萨克斯坦.

Some small words always say so («via»); others («door», «przez», «par») mean «by» as well and
count only beside a word of movement. The words are in folded form.
"""

from __future__ import annotations

from collections.abc import Iterable

from rules.fold import fold
from rules.hits import Hit
from rules.rolewords import FROM
from rules.scan import Scan


def _words(text: str) -> tuple[str, ...]:
    return tuple(fold(text).split())


# in front of a country, whatever else the sentence says
_VIA = {
    "en": _words("via through transiting"),
    "nl": _words("via"),
    "de": _words("via über"),
    "fr": _words("via travers"),
    "es": _words("vía via través"),
    "pt": _words("via através"),
    "it": _words("via attraverso tramite"),
    "ru": _words("через"),
    "uk": _words("через"),
    "pl": _words("poprzez"),
    "ar": _words("عبر"),
    "id": _words("melalui lewat via"),
    "tr": _words("via"),
    "cs": _words("přes"),
    "sv": _words("via genom"),
}
# in front of a country, beside a word of movement
_DOUBTED = {
    "nl": _words("door langs"),
    "de": _words("durch"),
    "fr": _words("par"),
    "es": _words("por"),
    "pt": _words("por pelo pela"),
    "it": _words("per"),
    "pl": _words("przez"),
}
_MOVES = {
    "nl": _words("bereik doorvoer doorgevoerd smokkel omzeil omweg vervoer transport"),
    "de": _words("gelang erreich transit schmuggel umgeh umweg umgeleitet liefer"),
    "fr": _words("transit arriv parvien achemin contourn contreband passe"),
    "es": _words("transit lleg contraband elud esquiv tránsito desvi"),
    "pt": _words("transit cheg contraband trânsito burl desvi"),
    "it": _words("transit contrabband aggir triangol passa arriv"),
    "pl": _words("trafi tranzyt przemyt omija obchodz obejsci docier dotar przewoz transport"),
}
# small words after the particle that go on: «à travers le», «a través de», «über die»
_BETWEEN = frozenset(
    _words("the de het der die das den dem le la les l el los las o a os as de del du des do da")
)
_AGAIN = ("reexport", "reeksport", "реэкспорт", "реекспорт", "wederuitvoer", "wiederausfuhr")
# written to the country or after it
_AFTER = (
    "経由", "を経て", "を通じ", "경유해", "경유한", "경유로", "경유하", "거쳐", "통해", "通じ",
    "转口", "轉口", "转运", "轉運",
    "uzerinden", "araciligiyla", "yoluyla", "dan gecerek", "den gecerek",
)  # fmt: skip
_FRONT = ("经", "經", "经由", "經由", "途经", "途經", "借道", "取道", "通过", "透過")
_FLOWS = (
    "流入", "进入", "進入", "转口", "轉口", "转运", "轉運", "运往", "運往", "输往", "輸往", "規避",
    "规避",
)  # fmt: skip
REACH = 6  # words in front of a country


def begins(scan: Scan, hit: Hit, languages: Iterable[str]) -> int | None:
    """Where the words begin that say goods pass through a country; None when none do."""
    first, last = scan.sentence_span(scan.sentence(hit.start))
    folded = scan.page.folded
    after = folded[hit.end : min(last, hit.end + 12)].lstrip(" s")
    if after.startswith(_AFTER):
        return hit.start
    front = folded[max(first, hit.start - 3) : hit.start].rstrip()
    for sign in _FRONT:
        if front.endswith(sign) and any(one in folded[first:last] for one in _FLOWS):
            return hit.start - len(sign)
    words = folded[max(first, hit.start - 64) : hit.start].split()[-REACH:]
    place = hit.start
    while words:
        word = words.pop()
        place = folded.rfind(word, first, place)
        named = hit.use.detail != "demonyms"
        if _carries(word, folded[first:last], languages, named=named) or _again(word, words):
            return place
        if word not in _BETWEEN:
            source = any(word in FROM.get(language, ()) for language in languages)
            return place if source and _any_again(words) else None
    return None


def _carries(word: str, sentence: str, languages: Iterable[str], *, named: bool) -> bool:
    for language in languages:
        if word in _VIA.get(language, ()):
            return named or word == "via"  # an explosion «rips through» a Chinese works
        if word in _DOUBTED.get(language, ()):
            return any(f" {stem}" in sentence for stem in _MOVES[language])
    return False


def _again(word: str, before: list[str]) -> bool:
    """«re-exports of», «Reexporte», «re-exported»: the good has been there before."""
    return word.startswith(_AGAIN) or (
        word.startswith(("export", "exporta")) and before[-1:] == ["re"]
    )


def _any_again(words: list[str]) -> bool:
    """«re-exports of drones from the UAE»."""
    return any(_again(word, words[:place]) for place, word in enumerate(words))
