"""Small words and endings that deny what stands beside them: «not», «nicht», не, 未, -madı, 지 않.

Three manners: in front of what they deny (en, fr, es, pt, ru, uk, pl, ar, id, zh, cs), behind it
(de, nl, sv, where the word may close the sentence), or as the end of the verb (tr, ja, ko). Words
that go on to mean something else («not only», «no longer», не только, 不得) deny nothing. All
words are in folded form.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rules.fold import fold

Place = tuple[int, int]  # folded start and end
FAR = 10  # words behind what it denies at which a closing «nicht» may stand
LONGEST = 12  # letters of the word that is shown
NEAR = 16  # letters behind «ne … pas» at which what it denies may begin


class Manner(NamedTuple):
    """How a language denies."""

    front: re.Pattern[str] | None = None  # ends where the denied words begin
    behind: re.Pattern[str] | None = None  # anywhere from the first denied word on
    upon: re.Pattern[str] | None = None  # the word that holds a denied word
    around: re.Pattern[str] | None = None  # holds a denied word, or ends right in front of it


def _front(words: str, reach: int, other: str = "", unless: str = "") -> re.Pattern[str]:
    """One of the words, at most `reach` words in front; not before `other`, not behind `unless`."""
    one_of = "|".join(re.escape(word) for word in fold(words).split())
    behind = "".join(rf"(?<! {re.escape(word)})" for word in fold(unless).split())
    ahead = rf"(?!(?:{'|'.join(fold(other).split())}) )" if other else ""
    return re.compile(rf"{behind} (?:{one_of}) {ahead}(?:[^ \n]+ ){{0,{reach}}}$")


def _behind(words: str, other: str, unless: str) -> re.Pattern[str]:
    one_of = "|".join(fold(words).split())
    no = "".join(rf"(?<! {re.escape(word)})" for word in fold(unless).split())
    return re.compile(
        rf"(?: [^ \n]+){{0,{FAR}}}{no} (?:{one_of})(?! (?:{'|'.join(fold(other).split())}) )(?= )"
    )


_MANNERS: dict[str, Manner] = {
    "en": Manner(
        re.compile(
            r"(?<! or) (?:not (?!only |just |merely |least )(?:[^ \n]+ ){0,2}|"
            r"never (?:[^ \n]+ ){0,1}|no (?!longer |more )(?:[^ \n]+ ){0,1}|"
            r"(?:won|don|doesn|didn|hasn|haven|isn|aren|wasn|weren|wouldn|couldn|can) t "
            r"(?:[^ \n]+ ){0,2}|cannot |without |neither |nor )$"
        )
    ),
    "nl": Manner(
        _front("geen geenszins", 2, "enkel"),
        _behind("niet", "meer langer alleen enkel", "nog voorlopig vooralsnog al of"),
    ),
    "de": Manner(
        _front("kein keine keinen keiner keinerlei", 2),
        _behind("nicht", "nur mehr allein zuletzt", "noch vorerst ob"),
    ),
    "sv": Manner(
        _front("inga inget ingen aldrig", 2),
        _behind("inte ej", "bara langre endast", "annu om"),
    ),
    "fr": Manner(
        re.compile(r" (?:pas|aucun|aucune|nul|nulle) (?:(?:de|d|nouvelle|nouveau) ){0,2}$"),
        around=re.compile(r" (?:n|ne) (?:[^ \n]+ ){1,4}?(?:pas|jamais|aucune?)(?= )"),
    ),
    "es": Manner(_front("no nunca tampoco ningún ninguna", 3, "solo sólo obstante", "ya o si")),
    "it": Manner(_front("non nessun nessuno nessuna mai né", 3, "solo soltanto appena",
    "già se o")),
    "pt": Manner(_front("não nunca tampouco nenhum nenhuma jamais", 3, "só apenas", "já ou se")),
    "ru": Manner(_front("не никаких никакого нет никогда", 1, "только менее", "больше более")),
    "uk": Manner(_front("не жодних жодного немає нема ніколи", 1, "лише тільки", "більше")),
    "pl": Manner(_front("nie żadnych żadnego nigdy", 2, "tylko", "już")),
    "cs": Manner(
        _front("žádný žádné žádná žádného nikdy", 2),
        upon=re.compile(r"ne(?:zru|zak|zav|plan|bud|ni$|omez|chyst|uval|prodl|hodl|uvaz|chce|pov)"),
    ),
    "ar": Manner(_front("لم ولم لا ولا لن ولن ليس ليست عدم", 2, "تزال يزال زالت زال سيما")),
    "id": Manner(_front("tidak tak bukan belum", 2, "lagi hanya cuma memutuskan putuskan "
    "diputuskan", "apakah")),
    "zh": Manner(
        re.compile(
            r"(?:未(?![经經加])|没有|沒有|没(?!收)|並無|并无|無意|无意|(?<![会會是能要])不(?![得再准許许仅僅断斷])).{0,2}$"
            r"|(?:没有|沒有|未|并未|並未|(?<![会會])不会|(?<![会會])不會)[对對向给給].{1,8}$"
        )
    ),
    "ja": Manner(
        behind=re.compile(
            r".*?(?:しない|せず|していな|しません|されない|されず|ではない|ことはない|はない |"
            r"行わない|行わず|課さ(?:ない|ず)|禁じ(?:ない|ず)|"
            r"[かさらわまば](?:ない(?=[ 方考と])|ず )|考えはな|方針はな|つもりはな|予定はな|"
            r"事実はな|ない方針|ない考え)"
        )
    ),
    "ko": Manner(
        behind=re.compile(
            r".*?(?:(?:지(?:는|도)?)? ?(?:않|못)(?!으면|을 경우)| 안 (?:하|한|할|해|막|끊|푼|풀)|"
            r" 아니다| 아니라| 아냐)"
        )
    ),
    "tr": Manner(
        behind=re.compile(r"(?: [^ \n]+)*? (?:yok|degil|olmadigini|bulunmuyor)(?= )"),
        upon=re.compile(
            r"\w+?(?:m[ae](?:d[iu]|y[ae]c[ae]|z(?= |l|$|s)|mis|dik|yiz)|m[iu]yor)\w*$"
        ),
    ),
}  # fmt: skip

# «a levy instead of a ban»: what stands behind is what does not come.
_INSTEAD: dict[str, re.Pattern[str]] = {
    "en": re.compile(r" (?:instead of|rather than) (?:[^ \n]+ ){0,2}$"),
    "nl": re.compile(r" in plaats van (?:[^ \n]+ ){0,2}$"),
    "de": _front("statt anstelle anstatt", 2),
    "fr": re.compile(r" (?:au lieu|plutot que?|en lieu et place) (?:[^ \n]+ ){0,2}$"),
    "es": re.compile(r" (?:en lugar|en vez) de (?:[^ \n]+ ){0,2}$"),
    "pt": re.compile(r" (?:em vez|ao inves|em lugar) d[eao] (?:[^ \n]+ ){0,2}$"),
    "it": re.compile(r" (?:invece|al posto) d[ie]l?l?[aoi]? (?:[^ \n]+ ){0,2}$"),
    "ru": _front("вместо", 2),
    "uk": _front("замість", 2),
    "pl": _front("zamiast", 2),
    "cs": _front("místo namísto", 2),
    "sv": re.compile(r" (?:i stallet|istallet) for (?:[^ \n]+ ){0,2}$"),
    "id": re.compile(r" (?:alih alih|ketimbang) (?:[^ \n]+ ){0,2}$"),
    "ar": re.compile(r" (?:بدلا من|بدل|عوضا عن) (?:[^ \n]+ ){0,1}$"),
    "zh": re.compile(r"(?:取代|代替|而非|而不是|替代).{0,8}$"),
}  # fmt: skip


def denies(
    folded: str, sentence: Place, languages: Iterable[str], denied: Sequence[Place],
    own: Sequence[Place],
) -> Place | None:  # fmt: skip
    """The small word that denies one of the places; None when none does.

    `own` are the words that tell a measure: «levert … niet meer» holds its «niet» itself.
    """
    for language in languages:
        manner = _MANNERS.get(language)
        if manner is None:
            continue
        for found in _found(folded, sentence, manner, denied):
            if not any(start <= found[0] < end and found[1] <= end + 1 for start, end in own):
                return found
        if language in _INSTEAD:
            found_instead = next(_in_front(folded, sentence[0], _INSTEAD[language], own), None)
            if found_instead is not None:
                return found_instead
    return None


def _found(
    folded: str, sentence: Place, manner: Manner, denied: Sequence[Place]
) -> Iterable[Place]:
    first, last = sentence
    if manner.front is not None:
        yield from _in_front(folded, first, manner.front, denied)
    if manner.around is not None:
        for hit in manner.around.finditer(folded, first, last):
            if any(hit.start() < start <= hit.end() + NEAR for start, _ in denied):
                yield hit.start() + 1, hit.end()
    if manner.behind is not None and denied:
        begin = max(first, min(start for start, _ in denied) - 1)
        closed = manner.behind.match(f"{folded[:last]} ", begin)
        if closed is not None:
            spaced = folded.rfind(" ", begin, closed.end()) + 1
            yield max(spaced, closed.end() - LONGEST), closed.end()
    if manner.upon is not None:
        yield from _upon(folded, last, manner.upon, denied)


def _in_front(
    folded: str, first: int, front: re.Pattern[str], denied: Iterable[Place]
) -> Iterator[Place]:
    for start, _ in denied:
        head = max(first, start - 48)
        hit = front.search(folded[head:start])
        if hit:
            yield head + hit.start() + hit.group().startswith(" "), head + hit.end()


def _upon(
    folded: str, last: int, upon: re.Pattern[str], denied: Iterable[Place]
) -> Iterable[Place]:
    for start, end in denied:
        begin, stop = folded.rfind(" ", 0, start + 1) + 1, folded.find(" ", end - 1)
        for word in _words(folded, begin, stop if stop >= 0 else last):
            if upon.match(folded[word[0] : word[1]]):
                yield word


def _words(folded: str, begin: int, stop: int) -> Iterable[Place]:
    place = begin
    for word in folded[begin:stop].split(" "):
        if word:
            yield place, place + len(word)
        place += len(word) + 1
