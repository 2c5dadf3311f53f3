"""A measure that a house votes down: «MPs reject a ban on», «议会否决», «법안 부결».

Who merely refuses what others took denies nothing («Beijing rejects the US tariffs»): a house, a
committee or a bill must be named, and no other country between the verb and the measure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from rules.fold import fold

Place = tuple[int, int]  # folded start and end
APART = 8  # words between the house and its verb
NEAR = 20  # letters between them where words are not parted

# By language: stems of houses and bills, and stems of «reject».
_VOTES = {
    "en": ("parliament mps lawmakers senat congress house deputies assembly legislat duma bill "
           "committee voters bundestag sejm", "reject defeat voted~down votes~down vote~down"),
    "nl": ("parlement kamer senaat kamerleden congres wetsvoorstel motie commissie doema",
           "verwerp verwierp verworpen stemt~weg stemde~weg weggestemd wijst afgewezen wees"),
    "de": ("bundestag parlament abgeordnete senat kongress nationalrat bundesrat gesetz ausschuss "
           "duma unterhaus", "lehnt lehnen abgelehnt lehnte verw stimmt~gegen stimmte~gegen"),
    "fr": ("depute parlement senat congres assemblee projet~de~loi proposition~de~loi commission "
           "douma", "rejet repouss vot~contre"),
    "es": ("congreso parlamento senado diputad asamblea proyecto~de~ley cortes comision duma",
           "rechaz tumb vot~en~contra"),
    "pt": ("congresso parlamento senado deputad assembleia projeto~de~lei camara comissao duma",
           "rejeit derrub chumb recus"),
    "it": ("camera senato parlamento deputat congresso commissione disegno~di~legge "
    "proposta~di~legge",
           "bocci resping respint"),
    "ru": ("депутат парламент сенат конгресс дум законопроект комитет бундестаг сейм",
           "отклон отверг провалил не~поддержал"),
    "uk": ("депутат нардеп парламент сенат конгрес рад законопро комітет бундестаг сейм",
           "відхил провалил не~підтрим"),
    "pl": ("poslowie sejm senat parlament kongres deputowan projekt~ustawy komisj izb",
           "odrzuc"),
    "cs": ("poslanc parlament senat snemovn kongres navrh~zakona vybor", "zamit odmit"),
    "sv": ("riksdag parlament senat kongress ledamot lagforslag utskott",
           "rostade~ner rostar~ner avslog avslar avslag forkast"),
    "ar": ("البرلمان برلمان مجلس النواب الكونغرس نواب الشيوخ مشروع~قانون",
           "يرفض رفض رفضت ترفض يسقط اسقط"),
    "id": ("dpr parlemen senat kongres legislator anggota~dewan ruu", "tolak menolak ditolak"),
    "tr": ("meclis parlamento senato kongre milletvekil tasari komisyon", "reddet reddedil"),
    "zh": ("议会 議會 国会 國會 众议院 眾議院 参议院 參議院 立法院 下院 上院 议员 議員 法案 "
           "杜马 杜馬", "否决 否決 驳回 駁回 未通过 未通過"),
    "ja": ("議会 国会 下院 上院 議員 法案 委員会 案を", "否決"),
    "ko": ("의회 국회 하원 상원 의원 법안 위원회", "부결"),
}  # fmt: skip
_UNSPACED = frozenset(["zh", "ja", "ko"])


def lost(folded: str, sentence: Place, languages: Iterable[str]) -> Place | None:
    """The verb by which a house rejects something in this sentence; None when none does."""
    for language in languages:
        for votes in _patterns(language):
            found = votes.search(folded, *sentence)
            if found:
                return found.span("verb")
    return None


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    """House before verb, and verb before house."""
    if language not in _VOTES:
        return ()
    house, verb = (_one_of(words) for words in _VOTES[language])
    if language in _UNSPACED:
        verb, gap = f"(?P<verb>{verb})", f".{{0,{NEAR}}}?"
    else:
        house, verb = rf"(?<= ){house}[^ ]*", rf"(?<= )(?P<verb>{verb}[^ ]*)"
        gap = rf" (?:[^ ]+ ){{0,{APART}}}?"
    return re.compile(house + gap + verb), re.compile(verb + gap + house)


def _one_of(words: str) -> str:
    stems = (re.escape(fold(word.replace("~", " ")).strip()) for word in words.split())
    return f"(?:{'|'.join(stems)})"
