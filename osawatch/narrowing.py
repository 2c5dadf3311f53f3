"""A rule that is too wide: the exception and the test that an item asks for.

    rule, item, its evidence -> proposal (words beside the evidence, last day) -> put into the text
The text of a rule keeps its remarks and its form: an exception and a test are put in where they
belong, nothing else is written anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import yaml

LASTS = timedelta(days=90)
MOST_WORDS, LEAST_WORDS, LEAST_LETTERS = 5, 3, 12
LONGEST = 2000  # letters of a summary that go into a test
_EDGE = re.compile(r"^[\W_]+|[\W_]+$")


@dataclass(frozen=True, slots=True)
class Item:
    """An item that a rule should have been silent on; `marks` are its evidence in the title."""

    title: str
    summary: str = ""
    language: str = ""
    kind: str = ""
    source: str = ""
    publisher: str = ""
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """An exception with its last day, and a test that holds while the exception does."""

    exception: Mapping[str, Any]
    test: Mapping[str, Any]


def proposal(item: Item, today: date) -> Proposal:
    """What would have kept this item silent: the words beside its evidence, for 90 days."""
    words = beside(item.title, item.marks)
    named = f"{words[:60]} {today:%Y-%m-%d}".replace(":", " ")
    exception = {
        "name": " ".join(named.split()),
        "when": {"title|contains": words},
        "reason": "not relevant, the rule is too wide here",
        "until": f"{today + LASTS:%Y-%m-%d}",
    }
    said = {
        "title": item.title, "summary": item.summary[:LONGEST], "language": item.language,
        "kind": item.kind, "feed": item.source, "publisher": item.publisher,
        "published": f"{today:%Y-%m-%d}",
    }  # fmt: skip
    test = {
        "name": f"silent on {exception['name']}",
        "item": {key: " ".join(value.split()) for key, value in said.items() if value.strip()},
        "expect": "no-match",
        "because": "exception",
    }
    return Proposal(exception, test)


def beside(title: str, marks: Iterable[tuple[int, int]]) -> str:
    """The longest run of words that are no evidence; the whole title when none says enough.

    Few or short words would hide what nobody thought of: better to hide this text alone.
    """
    found = (" ".join(run[:MOST_WORDS]) for run in _runs(title, sorted(marks)))
    best = max(found, key=len, default="")
    letters = sum(one.isalnum() for one in best)
    enough = len(best.split()) >= LEAST_WORDS and letters >= LEAST_LETTERS
    return best if enough else " ".join(title.split())


def _runs(title: str, marks: list[tuple[int, int]]) -> Iterator[list[str]]:
    at = 0
    for start, end in (*marks, (len(title), len(title))):
        for part in re.split(r"[,;:.!?()«»\"“”]+\s|\s[-–—]\s", title[at : max(start, at)]):
            yield from _whole(part.split())
        at = max(at, end)


def _whole(words: Iterable[str]) -> Iterator[list[str]]:
    """Runs of words that stand so in the text: a sign at a word's edge ends one."""
    run: list[str] = []
    for one in words:
        word = _EDGE.sub("", one)
        if run and (not word or not one.startswith(word)):
            yield run
            run = []
        if word:
            run.append(word)
        if run and not one.endswith(word or one):
            yield run
            run = []
    if run:
        yield run


def put_in(text: str, key: str, item: Mapping[str, Any], before: str = "") -> str:
    """The document with one more item in a list under a key; `before`: where a new key goes."""
    text = text.rstrip("\n") + "\n"
    root = yaml.compose(text, Loader=yaml.BaseLoader)
    if not isinstance(root, yaml.MappingNode):
        return f"{text.rstrip()}\n{_block(key, item)}".lstrip("\n")
    known = {name.value: (name, value) for name, value in root.value}
    if key not in known:
        lines = text.rstrip("\n").split("\n")
        at = known[before][0].start_mark.line if before in known else len(lines)
        return "\n".join([*lines[:at], _block(key, item), *lines[at:]]).rstrip("\n") + "\n"
    name, value = known[key]
    if isinstance(value, yaml.SequenceNode) and value.flow_style:
        return _into_flow(text, value, item)
    column = value.start_mark.column if isinstance(value, yaml.SequenceNode) else 2
    end = value.end_mark.line if isinstance(value, yaml.SequenceNode) else name.end_mark.line + 1
    return _into_block(text, end, column, item)


def _into_flow(text: str, value: yaml.SequenceNode, item: Mapping[str, Any]) -> str:
    at = value.end_mark.index - 1
    said = yaml.safe_dump(
        [dict(item)], allow_unicode=True, default_flow_style=True, width=1 << 30, sort_keys=False
    )
    before = text[:at].rstrip().rstrip(",")
    comma = ", " if value.value else ""
    return before + comma + said.strip().removeprefix("[").removesuffix("]") + text[at:]


def _into_block(text: str, end: int, column: int, item: Mapping[str, Any]) -> str:
    lines = text.rstrip("\n").split("\n")
    at = min(end, len(lines))
    while at > 0 and not lines[at - 1].split("#")[0].strip():
        at -= 1  # remarks and blanks before what follows stay with it
    body = "\n".join(" " * column + line for line in _dumped(item).split("\n"))
    return "\n".join([*lines[:at], body, *lines[at:]]) + "\n"


def _block(key: str, item: Mapping[str, Any]) -> str:
    body = "\n".join("  " + line for line in _dumped(item).split("\n"))
    return f"{key}:\n{body}"


def _dumped(item: Mapping[str, Any]) -> str:
    return yaml.safe_dump(
        [dict(item)], allow_unicode=True, sort_keys=False, width=1 << 30
    ).rstrip("\n")  # fmt: skip
