"""Which languages a text may be in: by its script, and by small words.

A guess never decides a match alone: what a source says of its language counts as well, and
without any idea all languages are read.
"""

from __future__ import annotations

import re
from functools import cache

from rules.fold import fold

_SCRIPTS = (
    (re.compile(r"[\u3040-\u30ff]"), frozenset(["ja"])),
    (re.compile(r"[\uac00-\ud7a3]"), frozenset(["ko"])),
    (re.compile(r"[\u3400-\u9fff]"), frozenset(["zh"])),
    (re.compile(r"[\u0600-\u06ff]"), frozenset(["ar", "fa"])),
    (re.compile(r"[\u0e00-\u0e7f]"), frozenset(["th"])),
)
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_UKRAINIAN = re.compile(r"[іїє]")
_LATIN = re.compile(r"[a-z]")
_OTHER = re.compile(r"[\u0400-\u9fff\uac00-\ud7a3]")
_SAMPLE = 400  # letters that are enough to tell
_SMALL = {
    "en": "the of and to in for with on by from as at is are was were its has have after will says "
    "over that this be not into new under us amid their which",
    "nl": "de het een van en in op voor met niet naar door aan uit bij zijn wordt ook om te tot "
    "dat die over na heeft zegt uitvoer tegen wil geen er",
    "de": "der die das und von für mit den dem des im auf nach ist ein eine zu aus bei über gegen "
    "wird nicht sich vor zum zur wegen auch werden",
    "fr": "le la les des du et en pour sur dans par avec au aux une un est son ses pas qui que "
    "après contre vers face d l",
    "es": "el la los las de y en del por para con su al una un se que más tras sobre contra sus es "
    "como no",
    "pt": "o a os as de e em do da dos das para com por no na ao um uma se que sobre após contra "
    "sua seu são não",
    "it": "il lo la gli dei delle della del di che per con non su al alla dal dalla nel "
    "sono una un "
    "più è dopo contro anche",
    "pl": "i w na z do się nie że przez po od dla jest oraz za ze przed o którzy będzie",
    "tr": "ve bir bu için ile da de olarak daha çok sonra ise kadar en göre karşı olan",
    "cs": "že ve ke při byl byla bylo jsou nebo jako až kvůli podle který která které proti mezi",
    "sv": "och att det som på är av för med till den har inte om ett från ska vid efter mot",
    "id": "yang dan di dari untuk dengan ke pada ini akan itu atas oleh dalam sebagai",
}
_BY_WORD: dict[str, tuple[str, ...]] = {}
for _language, _words in _SMALL.items():
    for _word in frozenset(fold(_words).split()):
        _BY_WORD[_word] = (*_BY_WORD.get(_word, ()), _language)
_SMALL_WORDS = frozenset(_BY_WORD)
SURE = 3  # small words of another language that outweigh what a source says of itself


def spoken(folded: str, said: str = "") -> frozenset[str] | None:
    """The languages a folded text may be in, None = no idea.

    What a source says holds, unless the script or many small words say otherwise.
    """
    text = folded[:_SAMPLE]
    if not text.isascii() and _OTHER.search(text):
        found = _by_script(text)
        if found is not None:
            return found | {said} if said else found
    counts: dict[str, int] = {}
    for word in _SMALL_WORDS.intersection(text.split()):
        for one in _BY_WORD[word]:
            counts[one] = counts.get(one, 0) + 1
    best = max(counts.values(), default=0)
    if not said:
        return frozenset(one for one, count in counts.items() if count * 2 >= best) or None
    needed = max(SURE, 2 * counts.get(said, 0) + 1)
    if best < needed:
        return _alone(said)
    return frozenset([said, *(one for one, count in counts.items() if count == best)])


@cache
def _alone(language: str) -> frozenset[str]:
    return frozenset([language])


def _by_script(text: str) -> frozenset[str] | None:
    latin = len(_LATIN.findall(text))
    for script, languages in _SCRIPTS:
        if len(script.findall(text)) * 3 > latin:
            return languages
    cyrillic = len(_CYRILLIC.findall(text))
    if cyrillic * 2 <= latin:
        return None
    return frozenset(["uk"]) if _UKRAINIAN.search(text) else frozenset(["ru", "uk"])
