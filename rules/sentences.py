"""Where sentences and paragraphs begin, in several scripts."""

from __future__ import annotations

import re
from itertools import pairwise

from rules.fold import Folded, fold, fold_places

# A stop, then space and something that can open a sentence; CJK, Arabic and Indic stops as such.
_STOP = re.compile(r"[.!?…;。！？；｡؟۔।॥\r\n]+(?P<close>[\"'”’»)\]」』）]*)(?P<space>\s*)(?=\S)")
_STOP_ASCII = re.compile(r"[.!?;\r\n]+(?P<close>[\"')\]]*)(?P<space>\s*)(?=\S)")  # twice as fast
_ALONE = frozenset("。！？；｡؟۔।॥\r\n")  # ends a sentence without a space behind it
_ABBREVIATIONS = frozenset(
    re.split(
        " ",
        "mr mrs ms dr prof st sr jr no nos nr art sec vol fig inc ltd co corp plc gov sen rep gen "
        "approx dept est vs etc e.g i.e u.s u.k e.u u.n a.m p.m jan feb mar apr jun jul aug sep "
        "sept oct nov dec bijv dhr mevr mw o.a d.w.z t.o.v z.b u.a d.h bzw ca mio mrd abs m mme "
        "mlle sra dra núm ee uu г им т.е т.к тыс млн млрд руб стр",
    )
)
_SPACE = re.compile(r"\s+(?=\S)")
_LAST_SPACE = re.compile(r"(?:.*\S)?\s+(?=\S)", re.DOTALL)
_LAST_WORD = re.compile(r"[^\s(«„\"']+$")

MOST = 800  # characters: what is longer is a list, or made to be
_COMMAS = "，、,:："

# «am 1. Januar»
_ORDINAL = re.compile(r"\b(?:am|vom|zum|ab|der|den|dem|im)\s+\d{1,2}$")


def starts(text: str, *, title: bool = False) -> list[int]:
    """Offsets at which a sentence begins; the first is 0. A title does not break at «;».

    None is much longer than `MOST`: every word of a sentence is compared with every other, and a
    stranger may write one without an end.
    """
    found = [0]
    for stop in (_STOP_ASCII if text.isascii() else _STOP).finditer(text):
        mark = stop.group()[0]
        if mark in _ALONE:
            ends = True
        elif not stop["space"] or (title and mark == ";"):
            ends = False
        else:
            ends = mark != "." or _ends(text, stop)
        if ends:
            found.append(stop.end())
    return found if len(text) <= MOST else _short(found, text)


def _short(starts: list[int], text: str) -> list[int]:
    """The starts, and more of them in what is too long."""
    found = []
    for begin, end in pairwise([*starts, len(text)]):
        found.append(begin)
        while end - found[-1] > MOST:
            cut = _cut(text, found[-1], end)
            if cut >= end:
                break
            found.append(cut)
    return found


def _cut(text: str, begin: int, end: int) -> int:
    """Where a long sentence is cut: before a word, else behind a comma, else in an unspaced run."""
    low, high = begin + MOST // 2, begin + MOST
    space = _LAST_SPACE.search(text, low, high)
    if space:
        return space.end()
    comma = max(text.rfind(sign, low, high) for sign in _COMMAS)
    if comma >= 0 or not text.isascii():
        return comma + 1 if comma >= 0 else high
    space = _SPACE.search(text, high, end)  # one word of hundreds of letters
    return space.end() if space else end


def folded(text: str, starts: list[int]) -> list[int]:
    """Sentence starts in folded places: the space in front of the first word.

    Folding is local, so the lengths of the folded sentences add up.
    """
    if len(starts) == 1:
        return starts
    if text.isascii():
        return fold_places(text, starts)
    parts = [fold(text[begin:end]) for begin, end in pairwise([*starts, len(text)])]
    whole = Folded(text)
    if sum(len(part) - 1 for part in parts) + 1 != len(whole.folded):
        return [0, *(whole.find(start) for start in starts[1:])]
    found, place = [], 0
    for part in parts:
        found.append(place)
        place += len(part) - 1
    return found


def paragraphs(text: str) -> list[int]:
    """Offsets at which a paragraph begins."""
    return [0, *(one.end() for one in re.finditer(r"\s*\n\s*", text) if one.end() < len(text))]


def _ends(text: str, stop: re.Match[str]) -> bool:
    """A full stop ends a sentence, unless it belongs to an abbreviation, initial or ordinal."""
    following = text[stop.end()]
    if following.islower():
        return False
    start = stop.start()
    word = _LAST_WORD.search(text, max(0, start - 24), start)
    before = word.group() if word else ""
    if before.lower() in _ABBREVIATIONS or (len(before) == 1 and before.isupper()):
        return False
    return not (
        before.isdecimal() and len(before) <= 2 and _ORDINAL.search(text[start - 8 : start])
    )
