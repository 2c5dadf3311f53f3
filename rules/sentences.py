"""Where sentences and paragraphs begin, in several scripts."""

from __future__ import annotations

import re

# A stop, then space and something that can open a sentence; CJK, Arabic and Indic stops as such.
_STOP = re.compile(
    r"(?P<latin>[.!?…]+[\"'”’»)\]]*)\s+(?=[^\s\d]|\d)"
    r"|[。！？；｡]+[」』”’）]*"
    r"|[؟۔।॥]+\s*"
    r"|;\s+"
    r"|\s*[\r\n]+\s*"
)
_TITLE_STOP = re.compile(r"(?P<latin>[.!?…]+[\"'”’»)\]]*)\s+(?=[^\s\d]|\d)|[。！？｡]+[」』”’）]*")
_ABBREVIATIONS = frozenset(
    re.split(
        " ",
        "mr mrs ms dr prof st sr jr no nos nr art sec vol fig inc ltd co corp plc gov sen rep gen "
        "approx dept est vs etc e.g i.e u.s u.k e.u u.n a.m p.m jan feb mar apr jun jul aug sep "
        "sept oct nov dec bijv dhr mevr mw o.a d.w.z t.o.v z.b u.a d.h bzw ca mio mrd abs m mme "
        "mlle sra dra núm ee uu г им т.е т.к тыс млн млрд руб стр",
    )
)
_LAST_WORD = re.compile(r"[^\s(«„\"']+$")


def starts(text: str, *, title: bool = False) -> list[int]:
    """Offsets at which a sentence begins; the first is 0. A title breaks only at stops."""
    found = [0]
    for stop in (_TITLE_STOP if title else _STOP).finditer(text):
        if stop["latin"] and not _ends(text, stop):
            continue
        if stop.end() < len(text):
            found.append(stop.end())
    return found


def paragraphs(text: str) -> list[int]:
    """Offsets at which a paragraph begins."""
    return [0, *(one.end() for one in re.finditer(r"\s*\n\s*", text) if one.end() < len(text))]


def _ends(text: str, stop: re.Match[str]) -> bool:
    """A full stop ends a sentence, unless it belongs to an abbreviation, initial or ordinal."""
    if not stop["latin"].startswith(".") or stop["latin"].startswith(".."):
        return True
    following = text[stop.end()]
    if following.islower():
        return False
    word = _LAST_WORD.search(text, max(0, stop.start() - 24), stop.start())
    before = word.group() if word else ""
    lower = before.lower()
    if lower in _ABBREVIATIONS or (len(before) == 1 and before.isalpha() and before.isupper()):
        return False
    return not (
        before.isdecimal() and len(before) <= 2 and following.isalpha() and _ordinal(text, stop)
    )


def _ordinal(text: str, stop: re.Match[str]) -> bool:
    """«am 1. Januar»: a short number, a stop, a capital, and more words in front."""
    return bool(
        re.search(
            r"\b(?:am|vom|zum|ab|der|den|dem|im)\s+\d{1,2}$",
            text[max(0, stop.start() - 12) : stop.start()],
        )
    )
