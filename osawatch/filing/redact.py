"""Words made unreadable in a text, each with the ground it is kept back on. Pure.

Only words that are named are found: a person reads all before it leaves the desk.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

Grounds = Mapping[str, str]
"""Words -> why they are kept back."""


class Redaction:
    """Looks for the words as whole words, whatever their case; the longest first."""

    def __init__(self, grounds: Grounds) -> None:
        self._grounds = {_key(words): ground for words, ground in grounds.items() if words.strip()}
        longest = sorted(self._grounds, key=len, reverse=True)
        spaced = [r"\s+".join(map(re.escape, words.split(" "))) for words in longest]
        self._found = re.compile(rf"(?<!\w)(?:{'|'.join(spaced)})(?!\w)", re.IGNORECASE)

    def text(self, text: str) -> str:
        """The text with `[ground]` where a word stood."""
        if not self._grounds:
            return text
        return self._found.sub(lambda found: f"[{self._ground(found[0])}]", text)

    def places(self, text: str) -> list[tuple[int, int, int]]:
        """Where the words stand: [start, end), and the length of what comes there instead."""
        if not self._grounds:
            return []
        return [(*hit.span(), len(self._ground(hit[0])) + 2) for hit in self._found.finditer(text)]

    def all(self, value: Any) -> Any:
        """The same for every text in a structure of JSON, keys excepted."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, Mapping):
            return {key: self.all(one) for key, one in value.items()}
        if isinstance(value, list | tuple):
            return [self.all(one) for one in value]
        return value

    def grounds(self, value: Any) -> tuple[str, ...]:
        """The grounds that hold for a structure, each once."""
        if not self._grounds:
            return ()
        hits = (hit[0] for text in texts(value) for hit in self._found.finditer(text))
        return tuple(sorted({self._ground(hit) for hit in hits}))

    def holds(self, value: Any) -> bool:
        """Whether any of the words stands in it."""
        return bool(self.grounds(value))

    def _ground(self, words: str) -> str:
        return self._grounds.get(_key(words), "")


def texts(value: Any) -> Iterable[str]:
    """Every text in a structure of JSON, keys excepted."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from texts(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from texts(one)


def _key(words: str) -> str:
    return " ".join(words.split()).lower()
