"""The fields of a watch entry, each with the form in which people write it.

An entry is a mapping of texts as it stands in YAML. A form or a cell of a table holds one text a
field; `shown` and `read` lead from one to the other and back. What no field speaks of stays.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from osawatch.watching import forms
from osawatch.watching.forms import Form, Wrong
from osawatch.watching.model import Entry, Problem


@dataclass(frozen=True, slots=True)
class Field:
    """A field: the path of its value in the entry, and how its text is written."""

    key: str
    form: Form

    @property
    def path(self) -> tuple[str, ...]:
        """The keys that lead to its value."""
        return tuple(self.key.split("."))


FIELDS: Mapping[str, tuple[Field, ...]] = {
    "goods": (
        Field("id", "line"), Field("names", "langs"), Field("terms", "terms"),
        Field("weak", "terms"), Field("masks", "terms"), Field("codes", "codes"),
        Field("suppliers", "suppliers"), Field("stocks.text", "line"),
        Field("stocks.source", "line"), Field("ministry.lead", "line"),
        Field("ministry.also", "list"), Field("tier", "tier"), Field("sector", "line"),
        Field("kind", "line"), Field("stage", "line"),
    ),
    "companies": (
        Field("id", "line"), Field("names", "terms"), Field("country", "land"),
        Field("goods", "list"), Field("identifiers", "pairs"), Field("source", "line"),
    ),
    "countries": (
        Field("iso2", "land"), Field("aliases", "terms"), Field("demonyms", "terms"),
        Field("capitals", "terms"), Field("bodies", "terms"), Field("masks", "terms"),
        Field("ambiguous", "yes"),
    ),
    "groups": (Field("id", "line"), Field("title", "line"), Field("members", "lands")),
    "measures": (
        Field("id", "line"), Field("names", "langs"), Field("group", "line"),
        Field("direction", "line"), Field("severity", "share"), Field("terms", "terms"),
        Field("masks", "terms"),
    ),
}  # fmt: skip
KEYS = {kind: fields[0].key for kind, fields in FIELDS.items()}


def shown(kind: str, entry: Entry) -> dict[str, str]:
    """The text of each field."""
    return {one.key: forms.shown(one.form, _value(entry, one.path)) for one in FIELDS[kind]}


def read(kind: str, texts: Mapping[str, str], base: Entry) -> tuple[Entry, list[Problem]]:
    """The entry that these texts mean; fields without a text here stay as they are in `base`."""
    entry, problems = dict(base), []
    for one in FIELDS[kind]:
        if one.key not in texts:
            continue
        try:
            value = forms.read(one.form, texts[one.key])
        except Wrong as error:
            problems.append(Problem(one.key, error.line, "error", error.message))
            continue
        if forms.shown(one.form, _value(base, one.path)) != forms.shown(one.form, value):
            entry = _put(entry, one.path, value)
    first = FIELDS[kind][0].key
    if not entry.get(first) and not any(one.field == first for one in problems):
        problems.insert(0, Problem(first, 1, "error", forms.MISSING))
    if first in entry:
        entry = {first: entry[first], **entry}
    return entry, problems


def _value(entry: Entry, path: tuple[str, ...]) -> object:
    value: object = entry
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def _put(entry: Entry, path: tuple[str, ...], value: object) -> Entry:
    """The entry with another value there; an empty one is left out."""
    key, rest = path[0], path[1:]
    if rest:
        inner = entry.get(key)
        value = _put(dict(inner) if isinstance(inner, dict) else {}, rest, value)
    if value:
        return {**entry, key: value}
    return {name: kept for name, kept in entry.items() if name != key}
