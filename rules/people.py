"""Countries that are first names or surnames: Chad Smith, Michael Jordan, Georgia Rose.

A capital letter beside the name tells a person, unless the whole line is written in capitals or
an office or institution stands there («Chad President Déby», «Jordan Phosphate Mines»).
"""

from __future__ import annotations

import re

from rules.model import Text

_WORD = re.compile(r"[^\W\d_][\w'’-]*")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_OFFICE = _words(
    "president prime minister king queen army parliament foreign central government state "
    "ministry trade finance energy phosphate potash customs police court senate republic north "
    "south east west and or says bissau conakry brazzaville kinshasa delta river el le la les il "
    "from while when after before with but for why how meanwhile also both since until near "
    "власти власть правительство президент президента министр минфин республика республики глава "
    "влада уряд прем'єр міністр республіка władze rząd prezydent gobierno presidente gouvernement "
    "président regering kabinet junta república république governo "
    "neighbouring neighboring if that what where over under against via"
)


def person(text: Text, name: str) -> bool:
    """Whether every place of a country's name in a text is a person's."""
    if text.language[:2] == "de":  # every noun has a capital there
        return False
    places = [
        (body, found)
        for body in (text.title, text.summary)
        for found in re.finditer(rf"\b{re.escape(name)}\b", body)
    ]
    return bool(places) and all(_named(body, found) for body, found in places)


def _named(body: str, found: re.Match[str]) -> bool:
    line = body[max(0, found.start() - 60) : found.end() + 60]
    if _capitals(line):
        return False
    after = _WORD.match(body, found.end() + 1) if body[found.end() :][:1] == " " else None
    before = _last(body[max(0, found.start() - 30) : found.start()])
    return (after is not None and _proper(after.group())) or _proper(before)


def _capitals(line: str) -> bool:
    """A headline that gives every word its capital says nothing by one."""
    longer = [word for word in _WORD.findall(line) if len(word) > 3]
    written: int = sum(word[0].isupper() for word in longer)
    return written * 3 > len(longer) * 2


def _last(front: str) -> str:
    """The word right in front of the name, "" when a sign stands between."""
    words = _WORD.findall(front)
    last: str = words[-1] if words else ""
    return last if last and front.endswith(f"{last} ") else ""


def _proper(word: str) -> bool:
    """Whether a word is written like a name."""
    written = len(word) > 2 and word[0].isupper() and not word.isupper()
    return written and word.lower() not in _OFFICE
