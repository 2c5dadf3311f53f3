"""The second fact beside a name in running text: a number, a country, a birth, a kind of vessel.

A name of one word, or one that many bear, is told only with one of these. Which of them is enough
depends on what is lacking: a ship with a common word for a name needs «tanker» before it, as its
flag stands in too many texts; a person with one name needs a year of birth.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from osawatch.screening.nametable import Bearer
from osawatch.screening.tables import COMMON, FILLERS, PARTICLES

SHORTEST = 4
NEAR = 100  # letters around a name in which a year of birth counts
_WORD = re.compile(r"[^\W\d_]+")
_PLAIN = re.compile(r"[^0-9A-Z]")
_CRAFT = {
    "vessel": r"vessel|tanker|ship|freighter|carrier|yacht|tug|barge|ferry|trawler|m/?v|m/?t|s/?s"
    r"|schip|vrachtschip|jacht|schiff|frachter|navire|p[ée]trolier|cargo|buque|petrolero|nave"
    r"|судно|танкер|корабль|сухогруз",
    "aircraft": r"aircraft|plane|jet|helicopter|vliegtuig|flugzeug|avion|avi[óo]n|самол[её]т",
}
_BEFORE = {
    kind: re.compile(rf"\b(?:{words})(?:s|en)?\W{{1,3}}$", re.I) for kind, words in _CRAFT.items()
}


def capital(text: str) -> bool:
    """Whether every word begins as a name's does; scripts without capitals cannot tell."""
    words = (word for word in _WORD.findall(text) if len(word) > 3)
    return all(not word[0].islower() or word in PARTICLES for word in words)


def fact(
    bearer: Bearer, need: str, text: str, start: int, end: int, countries: Collection[str]
) -> str:
    """What speaks for this bearer beside the name at [start, end), as «about value»; "" = none."""
    written = _number(bearer, text)
    if written:
        return f"number {written}"
    if bearer.kind in _BEFORE:
        craft = _BEFORE[bearer.kind].search(text[max(0, start - 30) : start])
        return f"kind {craft[0].strip()}" if craft else ""
    around = text[max(0, start - NEAR) : end + NEAR]
    year = next((one[:4] for one in bearer.births if re.search(rf"\b{one[:4]}\b", around)), "")
    if year:
        return f"birth {year}"
    if need == "one-word" and (bearer.person or text.isupper()):
        return ""
    land = next((one for one in bearer.countries if one in countries), "")
    return f"country {land}" if land else ""


def _number(bearer: Bearer, text: str) -> str:
    """A number of the bearer that stands in the text."""
    if not bearer.numbers:
        return ""
    plain = _PLAIN.sub("", text.upper())
    values = (key.partition(" ")[2] for key in bearer.numbers)
    return next((value for value in values if value in plain), "")


def ordinary(words: str) -> bool:
    """Whether one word says too little for a name, whatever stands beside it."""
    plain = words.casefold()
    return " " not in plain and (len(plain) < SHORTEST or plain in COMMON or plain in FILLERS)
