"""One mapping of a YAML file, read key by key; what nobody asked for is reported at the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Dict
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from difflib import get_close_matches
from math import inf, isfinite

from rules.terms import Term, Terms, read_terms
from rules.yamlnodes import Findings, Mapping, Node, Place, Scalar, Sequence

_HOURS = {"m": 1 / 60, "h": 1.0, "d": 24.0, "w": 168.0}
_TRUTH = {"true": True, "yes": True, "false": False, "no": False}


@dataclass(slots=True)
class Record:
    """A mapping that remembers which keys were read."""

    node: Mapping
    findings: Findings
    asked: set[str] = field(default_factory=set)

    @property
    def place(self) -> Place:
        """Where the mapping begins."""
        return self.node.place

    def get(self, key: str) -> Node | None:
        """The node under a key."""
        self.asked.add(key)
        return self.node.entries.get(key)

    def where(self, key: str) -> Place:
        """Where a key stands, else where the mapping begins."""
        return self.node.keys.get(key, self.node.place)

    def text(self, key: str, default: str = "", *, needed: bool = False) -> str:
        """A text."""
        node = self.get(key)
        if isinstance(node, Scalar):
            text = node.text.strip()
            if needed and not text:
                self.findings.error(node.place, "missing", f"«{key}» is empty")
            return text
        if node is not None:
            self.findings.error(node.place, "type", f"{key}: expected a text")
        elif needed:
            self.findings.error(self.place, "missing", f"«{key}» is missing")
        return default

    def choice(self, key: str, options: Iterator[str] | tuple[str, ...], default: str) -> str:
        """One of a few words."""
        value, allowed = self.text(key, default), tuple(options)
        if value in allowed:
            return value
        hint = did_you_mean(value, allowed)
        self.findings.error(
            self.at(key), "choice", f"{key}: «{value}» is none of {', '.join(allowed)}{hint}"
        )
        return default

    def number(self, key: str) -> float | None:
        """A number, None when it is not there."""
        value = self.text(key)
        try:
            number = float(value) if value else None
        except ValueError:
            number = inf
        if number is None or isfinite(number):
            return number
        self.findings.error(self.at(key), "number", f"{key}: «{value}» is not a number")
        return None

    def whole(self, key: str, default: int) -> int:
        """A whole number from 0."""
        value = self.text(key)
        if (value.isdecimal() and len(value) < 10) or not value:
            return int(value) if value else default
        self.findings.error(self.at(key), "number", f"{key}: «{value}» is not a whole number")
        return default

    def truth(self, key: str, *, default: bool = False) -> bool:
        """True or false."""
        value = self.text(key).lower()
        if value in _TRUTH or not value:
            return _TRUTH.get(value, default)
        self.findings.error(self.at(key), "type", f"{key}: «{value}» is neither true nor false")
        return default

    def duration(self, key: str) -> timedelta | None:
        """A duration like 90m, 72h, 3d or 2w."""
        value = self.text(key)
        if not value:
            return None
        if value[:-1].isdecimal() and int(value[:-1]) and value[-1] in _HOURS and len(value) < 8:
            return timedelta(hours=int(value[:-1]) * _HOURS[value[-1]])
        self.findings.error(
            self.at(key), "duration", f"{key}: «{value}» is no duration like 90m, 72h, 3d or 2w"
        )
        return None

    def day(self, key: str) -> date | None:
        """A day as YYYY-MM-DD."""
        value = self.text(key)
        try:
            return datetime.fromisoformat(value).date() if value else None
        except ValueError:
            self.findings.error(self.at(key), "date", f"{key}: «{value}» is no day like 2026-12-31")
            return None

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; one text stands for a list of one."""
        return tuple(node.text.strip() for node in self.scalars(key))

    def scalars(self, key: str) -> tuple[Scalar, ...]:
        """A list of texts with their places."""
        node = self.get(key)
        if isinstance(node, Scalar):
            return (node,)
        if node is None:
            return ()
        items = node.items if isinstance(node, Sequence) else ()
        if not isinstance(node, Sequence) or not all(isinstance(one, Scalar) for one in items):
            self.findings.error(node.place, "type", f"{key}: expected a list of texts in [ ]")
        return tuple(one for one in items if isinstance(one, Scalar))

    def terms(self, key: str) -> Terms:
        """Terms per language."""
        node = self.get(key)
        return read_terms(node, self.findings) if node is not None else {}

    def names(self, key: str) -> Dict[str, str]:
        """One text per language."""
        record = self.record(key)
        return {code: record.text(code) for code in record.node.entries} if record else {}

    def record(self, key: str) -> Record | None:
        """A mapping within."""
        node = self.get(key)
        if isinstance(node, Mapping):
            return Record(node, self.findings)
        if node is not None:
            self.findings.error(node.place, "type", f"{key}: expected «name: value» pairs")
        return None

    def records(self, key: str) -> Iterator[Record]:
        """A list of mappings."""
        node = self.get(key)
        if node is None:
            return
        if not isinstance(node, Sequence):
            self.findings.error(node.place, "type", f"{key}: expected a list")
            return
        for item in node.items:
            if isinstance(item, Mapping):
                yield Record(item, self.findings)
            else:
                self.findings.error(item.place, "type", f"{key}: expected «name: value» pairs")

    def at(self, key: str) -> Place:
        """Where the value of a key stands."""
        node = self.node.entries.get(key)
        return node.place if node is not None else self.node.place

    def done(self) -> None:
        """Report keys that nobody asked for."""
        for key, place in self.node.keys.items():
            if key not in self.asked:
                hint = did_you_mean(key, tuple(self.asked))
                if not hint and _spilled(self.node, key):
                    hint = ": quote a text that holds a comma"
                self.findings.error(place, "unknown-key", f"«{key}» is not known here{hint}")


def flat(terms: Terms) -> tuple[Term, ...]:
    """All terms of all languages."""
    return tuple(term for group in terms.values() for term in group)


def _spilled(node: Mapping, key: str) -> bool:
    """Whether a key looks like the end of a text: {title: tin, zinc and lead} has three words."""
    value = node.entries.get(key)
    return isinstance(value, Scalar) and not value.text and value.plain


def did_you_mean(word: str, options: Iterable[str]) -> str:
    """The nearest of the options, as the end of a message; "" if none is near."""
    close = get_close_matches(word, options, 1)
    return f": did you mean «{close[0]}»?" if close else ""
