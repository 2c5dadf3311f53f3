"""Questions that leave open whether something is done: «Will India ban exports?» and its like.

A question about how, why or when takes it for granted, and so says nothing of it.
"""

from __future__ import annotations

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_MARKS = re.compile(r"[?？؟]")
_STOPS = re.compile(r"[.!。！;；:：|]\s|[–—]|\s-\s|[。！：；]")
# What begins a question that more than yes or no answers.
_KNOWN = _words(
    "what how why who whom whose when where which wat hoe waarom wie wiens wanneer waar welke "
    "was warum wieso weshalb wer wem wann wo welche welcher welches womit wofür worum "
    "que quoi comment pourquoi qui quand où quel quelle quels quelles combien "
    "qué cómo por quién cuándo dónde cuál cuáles cuánto como quem quando onde qual quais quanto "
    "что как почему зачем кто когда где какой какие какая чем сколько "
    "що як чому навіщо хто коли де який які яка чим скільки "
    "co jak dlaczego kto kiedy gdzie jaki jakie jaka ile proč kdo kdy kde jaký jaké která kolik "
    "vad hur varför vem när var vilken vilka ماذا ما كيف لماذا من متى أين كم "
    "ne nasıl neden niçin kim nerede hangi kaç niye "
    "che cosa come perché quanto quanti quale quali dove chi "
    "apa bagaimana mengapa kenapa siapa kapan mana berapa"
)
_KNOWN_WITHIN = re.compile(
    "什么|什麼|为何|為何|为什么|為什麼|如何|怎么|怎麼|谁|誰|多少|哪|なぜ|どう|何|誰|いつ|どこ|"
    "무엇|왜|어떻게|누가|언제|어디|얼마"
)
_ENDS = re.compile(
    r"(?:[るいたのうだすぐむ]|検討|禁止|規制|解除|停止|導入|課税)か$|(?:[을할될날갈볼]까|[하막끊풀서되지]나)$"
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")


def ends_open(sentence: str) -> bool:
    """Whether a folded sentence ends as a question does in Japanese or Korean, without a mark."""
    return _ENDS.search(sentence.rstrip()) is not None and not _KNOWN_WITHIN.search(sentence)


def leaves_open(body: str, start: int, end: int) -> bool:
    """Whether the words [start, end) of a field stand in a question that yes or no answers."""
    mark = _MARKS.search(body, start)
    if mark is None:
        return False
    if any(stop.start() >= end for stop in _STOPS.finditer(body, start, mark.start())):
        return False
    begins = [stop.end() for stop in _STOPS.finditer(body, 0, start)]
    begins += [one.end() for one in _MARKS.finditer(body, 0, start)]
    clause = body[max(begins, default=0) : mark.start()].lower()
    word = _WORD.search(clause)
    first = word.group() if word else ""
    return first not in _KNOWN and not _KNOWN_WITHIN.search(clause)
