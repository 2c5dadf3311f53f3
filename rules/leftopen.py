"""What is not ruled out stays possible: «does not rule out a ban», «schließt … nicht aus», 不排除.

The two denials of such words undo each other; without this they would hush the measure. All words
are in folded form.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

Place = tuple[int, int]  # folded start and end

_PATTERNS: dict[str, re.Pattern[str]] = {
    "en": re.compile(
        r" (?:not|t|never|cannot|without|(?:refus|declin)\w+ to)(?: [^ \n]+){0,2}"
        r" (?:rul(?:e|ed|ing) out|off the table)(?= )"
    ),
    "nl": re.compile(
        r" (?:sluiten|sluit|sloot|sloten)(?: [^ \n]+){0,8} niet(?: langer| meer)? uit(?= )"
        r"| niet(?: langer| meer)? (?:uit te sluiten|uitgesloten|uitsluiten)(?= )"
    ),
    "de": re.compile(
        r" schl(?:iesst|iessen|oss|ossen)(?: [^ \n]+){0,8} nicht(?: langer| mehr)? aus(?= )"
        r"| nicht(?: langer| mehr)? (?:auszuschliessen|ausgeschlossen|ausschliessen)(?= )"
    ),
    "fr": re.compile(
        r" n (?:exclu|ecart)\w+ (?:pas|plus|point)(?= )"
        r"| (?:n|ne) \w+ pas (?:etre )?(?:exclu|ecarte)e?s?(?= )"
        r"| (?:ne pas|sans|ne peut|refuse d) exclure(?= )| pas exclue?s?(?= )"
    ),
    "es": re.compile(r" (?:no|sin)(?: se| ha| han| puede| queda)? (?:descart|exclu)\w+"),
    "pt": re.compile(r" (?:nao|sem)(?: se| foi| tem| pode| esta)? (?:descart|exclu)\w+"),
    "it": re.compile(r" (?:non|senza)(?: si| ha| hanno| puo| e)? esclu\w+"),
    "ru": re.compile(r" не(?: стал[аи]?)? исключ\w+(?! из )"),
    "uk": re.compile(r" не(?: став| стала| стали)? виключ\w+(?! із? | з )"),
    "pl": re.compile(r" nie wyklucz\w+"),
    "cs": re.compile(r" nevyl(?:ouc|uc)\w+"),
    "sv": re.compile(r" utesl\w+(?: [^ \n]+){0,6} inte(?= )| inte utesl\w+"),
    "zh": re.compile(r"[不未没沒][能可有]?排除"),
    "ja": re.compile(
        r"(?:排除|否定)(?:は|も)?(?:しない|せず|しなかった|していない|しません)|辞さ(?:ない|ず)"
    ),
    "ko": re.compile(r"배제(?:하지|하진|하지는|할 수)? ?(?:않|못|안|없)"),
    "ar": re.compile(r" و?(?:لا|لم|لن) [يتن]ستبعد\w*"),
    "tr": re.compile(r" disla(?:mi|ma[dzy])\w*"),
    "id": re.compile(
        r" (?:tidak|tak|belum) (?:menutup kemungkinan|mengesampingkan|menutup peluang)"
    ),
}


def spans(folded: str, sentence: Place, languages: Iterable[str]) -> list[Place]:
    """Where a sentence leaves open what it speaks of."""
    first, last = sentence
    patterns = {language[:2]: _PATTERNS.get(language[:2]) for language in languages}
    return [
        (hit.start() + hit.group().startswith(" "), hit.end())
        for pattern in patterns.values()
        if pattern is not None
        for hit in pattern.finditer(folded, max(0, first - 1), last + 1)
    ]


def undone(denial: Place, open_: Iterable[Place]) -> bool:
    """Whether a denial is itself denied."""
    return any(denial[0] < end and start < denial[1] for start, end in open_)
