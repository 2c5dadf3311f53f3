"""What is not ruled out stays possible: «does not rule out a ban», «schließt … nicht aus», 不排除.

The two denials of such words undo each other; without this they would hush the measure. All words
are in folded form.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from rules import clauses
from rules.page import Page

Place = tuple[int, int]  # folded start and end

# «not planned and ruled out» denies twice: only such words stand within one denial of another
_EN = (
    r"(?: (?:yet|now|for|at|this|that|point|stage|time|be|been|being|even|ever|still|also|just|to"
    r"|going|have|has|had|necessarily|really|simply|quite|taken|\w+ly)){0,5}"
)
# verbs that have the «out» of «sluit … niet uit» for themselves: «en voert het verbod niet uit»
_OUT = {
    "nl": "voert voerde vaardigt vaardigde roept riep breidt breidde stelt stelde zet zette zendt "
    "zond oefent werkt legt komt kwam maakt reikt wijkt spreekt sprak kiest lokt deelt geeft gaf "
    "betaalt trekt schrijft schakelt leent wisselt vindt daagt loopt liep levert nodigt rolt "
    "steekt stoot valt viel zoekt bouwt put gaat ziet blijft bleef",
    "de": "fuhrt fuhrte ubt setzt setzte weitet weitete dehnt dehnte baut gibt gab liefert lasst "
    "liess spricht sprach lost loste stellt ruft rief reicht reizt schopft nutzt tauscht weist "
    "schaltet zahlt raumt gleicht bleibt blieb lauft lief fallt fiel geht ging kommt kam sieht "
    "sah wirkt tragt arbeitet bringt legt rollt",
}
_VERBS = {tongue: re.compile(f" (?:{verbs.replace(' ', '|')}) ") for tongue, verbs in _OUT.items()}
_UIT, _AUS = (
    rf"(?:{ands}) (?:[^ \n]+ ){{0,2}}(?:{_OUT[tongue].replace(' ', '|')}) "
    for tongue, ands in (("nl", "en|maar|of"), ("de", "und|aber|oder"))
)

_PATTERNS: dict[str, re.Pattern[str]] = {
    "en": re.compile(
        rf" (?:not|t|never|cannot|without){_EN} (?:rul(?:ed|ing) out|off the table)(?= )"
        r"| (?:not|t|never|cannot|(?:refus|declin)\w+ to)"
        r"(?: (?!and |but |or )[^ \n]+){0,5} rule out(?= )"
        rf"| (?:rul(?:e|es|ed|ing) nothing out|nothing(?: (?:is|was|s))?{_EN} ruled out)(?= )"
        rf"| (?:refus|declin)\w+ to{_EN} (?:rule out|take off the table)(?= )"
    ),
    "nl": re.compile(
        rf" (?:sluiten|sluit|sloot|sloten)(?: (?!{_UIT})[^ \n]+){{0,8}}? niet"
        r"(?: langer| meer| helemaal| volledig)? uit(?= )(?! te )"
        r"| niet(?: langer| meer)? (?:uit te sluiten|uitgesloten|uitsluiten|uitsluit|uitsloot)(?= )"
        rf"| (?:sluiten|sluit|sloot|sloten)(?: (?!{_UIT})[^ \n]+){{0,8}}? niets uit(?= )"
        r"(?! (?:te|het|de|een|dit|dat|deze|die) )"
        r"| niets(?: (?:is|wordt|blijft|bij voorbaat|op voorhand)){0,2} uitgesloten(?= )"
    ),
    "de": re.compile(
        rf" schl(?:iesst|iessen|oss|ossen)(?: (?!{_AUS})[^ \n]+){{0,8}}? nicht"
        r"(?: langer| mehr| ganz| vollig| grundsatzlich)? aus(?= )"
        r"| nicht(?: langer| mehr)? (?:auszuschliessen|ausgeschlossen|ausschliessen)(?= )"
        rf"| schl(?:iesst|iessen|oss|ossen)(?: (?!{_AUS})[^ \n]+){{0,8}}? nichts aus(?= )"
        r"(?! (?:dem|der|den|einem|einer|diesem|dieser) )"
        r"| nichts(?: (?:ist|wird|bleibt|von vornherein)){0,2} ausgeschlossen(?= )"
    ),
    "fr": re.compile(
        r" n (?:exclu|ecart)\w+ (?:toujours )?(?:pas|plus|point)(?= )"
        r"| (?:n|ne) \w+ pas (?:etre )?(?:exclu|ecarte)e?s?(?= )"
        r"| (?:ne pas|sans|ne peut|refuse d) exclure(?= )| pas exclue?s?(?= )"
        r"| n (?:exclu|ecart)\w+ (?:toujours )?rien(?= )| rien n est (?:exclu|ecarte)(?= )"
    ),
    "es": re.compile(r" (?:no|sin)(?: se| ha| han| puede| queda)? (?:descart|exclu)\w+"),
    "pt": re.compile(r" (?:nao|sem)(?: se| foi| tem| pode| esta)? (?:descart|exclu)\w+"),
    "it": re.compile(r" (?:non|senza)(?: si| ha| hanno| puo| e)? esclu\w+"),
    "ru": re.compile(r" не(?: стал[аи]?)? исключ\w+(?! из )"),
    "uk": re.compile(r" не(?: став| стала| стали)? виключ\w+(?! із? | з )"),
    "pl": re.compile(r" nie wyklucz\w+"),
    "cs": re.compile(r" nevyl(?:ouc|uc)\w+"),
    "sv": re.compile(
        r" utesl\w+(?: (?!och |men |att |som |utan )[^ \n]+){0,3} inte(?= )| inte utesl\w+"
    ),
    "zh": re.compile(r"[不未没沒][能可有会會]?排除"),
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

# What is told beside a main clause: «not ruling out talks, China bans …»
_ASIDE = re.compile(
    r"(?:without|not ruling|sans|sin|sem|senza|не исключая|не виключаючи|nie wykluczajac"
    r"|no descartando|no excluyendo|nao descartando|nao excluindo|non escludendo|nevylucujic)\b"
)
_BE = (" is", " are", " was", " were", " s", " re", " be", " m")
_FOR_NOW = ("vorerst", "einstweilen", "vooralsnog", "voorlopig")


def spans(page: Page, sentence: Place, languages: Iterable[str]) -> list[Place]:
    """Where a sentence leaves open what it speaks of."""
    first, last = sentence
    found: list[Place] = []
    for language in dict.fromkeys(one[:2] for one in languages):
        pattern = _PATTERNS.get(language)
        for hit in pattern.finditer(page.folded, max(0, first - 1), last + 1) if pattern else ():
            start, end = hit.start() + hit.group().startswith(" "), hit.end()
            # what is left open stands within: «sluit gallium, germanium en kobalt niet uit»
            verb = _VERBS.get(language)
            lists = verb is not None and not verb.search(page.folded, start, end)
            if not clauses.crossed(page, start, end, lists=lists):
                found.append((start, end))
    return found


def aside(page: Page, place: Place, span: Place, language: str, goods: Iterable[int]) -> bool:
    """Whether a place belongs to another clause than what is left open.

    «bans exports and does not rule out more»; but «of gallium and germanium is not ruled out».
    """
    start, end = span
    beside = _ASIDE.match(page.folded, start) and not page.folded.endswith(_BE, 0, start - 1)
    if place[0] >= end:
        return bool(beside) and clauses.parted(page, end, place[0])
    if place[1] > start:
        return False
    ands = {word + 1 for word in clauses.joined(page, place[1], start, language)}
    also = page.folded[start] == "و" or page.folded[start - 1] in "并並但也且"
    return bool(beside or also or ands.difference(goods)) or clauses.parted(page, place[1], start)


def tells(place: Place, spans: Iterable[Place]) -> bool:
    """Whether a word is the first or last of such a turn: «sluit» and «uit» close no market."""
    return any(
        place[0] == start or (start < place[0] and end - 1 <= place[1] <= end)
        for start, end in spans
    )


def own_word(folded: str, place: Place, spans: Iterable[Place]) -> bool:
    """Whether a word belongs to such a turn: «not yet ruled out» suspends nothing."""
    now = folded.startswith(_FOR_NOW, place[0])
    return tells(place, spans) or (now and undone(place, spans))


def undone(denial: Place, open_: Iterable[Place]) -> bool:
    """Whether a denial is itself denied."""
    return any(denial[0] < end and start < denial[1] for start, end in open_)
