"""Whose report an item passes on: «citing Reuters» is no second source. Pure.

text -> words beside a cue, up to the next sign -> a publisher of the story, or a news agency?
  -> the origin; who passes on what others passed on leads to the first of them
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

REACH = 48  # code points beside a cue in which a name is looked for
LONGEST = 1200  # of a text: who is cited stands at its beginning
# News agencies that half the world passes on, each under the name it counts as.
AGENCIES = {
    "Reuters": ("Reuters", "路透", "ロイター", "로이터", "Рейтер", "رويترز"),
    "Bloomberg": ("Bloomberg", "彭博", "ブルームバーグ", "블룸버그", "Блумберг", "بلومبرغ"),
    "AFP": ("AFP", "Agence France-Presse", "法新社"),
    "AP": ("Associated Press", "AP", "美联社"),
    "dpa": ("dpa",),
    "ANP": ("ANP",),
    "EFE": ("EFE",),
    "Xinhua": ("Xinhua", "新华社", "新華社", "新华网", "Синьхуа"),
    "TASS": ("TASS", "ТАСС"),
    "Interfax": ("Interfax", "Интерфакс"),
    "RIA Novosti": ("RIA Novosti", "РИА Новости"),
    "Kyodo": ("Kyodo", "共同通信"),
    "Nikkei": ("Nikkei", "日経", "日经"),
    "Yonhap": ("Yonhap", "연합뉴스"),
    "Anadolu": ("Anadolu",),
    "Antara": ("Antara",),
    "Financial Times": ("Financial Times", "金融时报"),
    "Wall Street Journal": ("Wall Street Journal", "华尔街日报"),
}
# What stands before the name, and what after it, in the languages that the rules read.
BEFORE = (
    r"citing", r"according to", r"as reported by", r"reported by", r"told", r"seen by", r"quoting",
    r"volgens", r"aldus", r"meldt", r"meldde", r"bericht", r"schrijft", r"op gezag van",
    r"laut", r"unter berufung auf", r"nach angaben von", r"berichtet", r"meldet", r"zitiert",
    r"selon", r"d[’']après", r"citant", r"rapporte", r"a rapporté",
    r"según", r"citando a?", r"informó", r"informa", r"segundo", r"de acordo com",
    r"со ссылкой на", r"сообщает", r"сообщило?", r"передает", r"передаёт", r"по данным", r"пишет",
    r"з посиланням на", r"повідомляє", r"за даними",
    r"według", r"powołując się na", r"jak podaje", r"mengutip", r"menurut", r"dikutip dari",
    r"نقلا عن", r"نقلاً عن", r"بحسب", r"وفقا ل", r"وفقًا ل",
)  # fmt: skip
AFTER = (
    r"reported", r"reports", r"reporting", r"said", r"says", r"has learned", r"quoted",
    r"meldt", r"meldde", r"schrijft", r"berichtete?", r"meldete", r"rapporte", r"a rapporté",
    r"informó", r"informa", r"сообщает", r"сообщило?", r"передает", r"пишет", r"повідомляє",
    r"[’'](?:ın|in|un|ün|nın|nin)? haberine göre", r"[’']?(?:e|a|ye|ya) göre",
)  # fmt: skip
UNSPACED_BEFORE, UNSPACED_AFTER = (
    ("据", "據", "援引", "引述"),
    ("报道", "報道", "報導", "によると", "が報じ", "에 따르면", "보도"),
)
_STOP = re.compile(r"[,.;:!?()«»\"“”\n，。；：！？（）「」]")
_BEFORE = re.compile(rf"(?<!\w)(?:{'|'.join(BEFORE)})(?!\w)\s*|{'|'.join(UNSPACED_BEFORE)}", re.I)
_AFTER = re.compile(rf"\s*(?<!\w)(?:{'|'.join(AFTER)})(?!\w)|{'|'.join(UNSPACED_AFTER)}", re.I)
_BRACKETS = re.compile(r"[(（]([^()（）]{2,30})[)）]")


def cited(title: str, summary: str, publisher: str, others: Iterable[str]) -> str:
    """The publisher or agency whose report this is, "" = its own."""
    places = _places(title) + _places(summary[:LONGEST])
    if not places:
        return ""
    mine = canonical(publisher)
    known = {canonical(name): (name,) for name in others if len(name) > 2} | AGENCIES
    for words, whole in places:
        for name, aliases in known.items():
            if name != mine and any(_names(words, alias, whole=whole) for alias in aliases):
                return name
    return ""


@lru_cache(maxsize=4096)  # the same publishers are asked about again and again
def canonical(publisher: str) -> str:
    """One name for an agency, however its feeds spell it."""
    for name, aliases in AGENCIES.items():
        if any(_names(publisher, alias, whole=False) for alias in aliases):
            return name
    return publisher


def origins(said: Sequence[tuple[str, str]]) -> list[str]:
    """Of each (publisher, cited) the first who told it, as far as this story shows.

    A publisher who has a report of its own is an origin. A circle of those who only cite each
    other counts once.
    """
    own = {canonical(publisher) for publisher, other in said if not other}
    passes: dict[str, str] = {}
    for publisher, other in said:
        if other and canonical(publisher) not in own:
            passes.setdefault(canonical(publisher), other)
    return [_first(other or canonical(publisher), own, passes) for publisher, other in said]


def _first(name: str, own: set[str], passes: Mapping[str, str]) -> str:
    way: list[str] = []
    while name not in own and name in passes and name not in way:
        way.append(name)
        name = passes[name]
    return min(way[way.index(name) :]) if name in way else name


@lru_cache(maxsize=8192)
def _places(text: str) -> tuple[tuple[str, bool], ...]:
    """Words beside cues, and in brackets; whether a name must be all of them."""
    after = [_STOP.split(text[cue.end() : cue.end() + REACH], maxsplit=1)[0]
             for cue in _BEFORE.finditer(text)]  # fmt: skip
    before = [_STOP.split(text[max(0, cue.start() - REACH) : cue.start()])[-1]
              for cue in _AFTER.finditer(text)]  # fmt: skip
    inside = [one[1] for one in _BRACKETS.finditer(text)]
    return tuple(
        [(words, False) for words in (*after, *before) if words.strip()]
        + [(words.strip(), True) for words in inside]
    )


def _names(words: str, name: str, *, whole: bool) -> bool:
    if whole:
        return words == name
    at = words.find(name)
    while at >= 0:
        edges = words[at - 1 : at] + words[at + len(name) : at + len(name) + 1]
        if not name.isascii() or not any(edge.isalnum() and edge.isascii() for edge in edges):
            return True
        at = words.find(name, at + 1)
    return False
