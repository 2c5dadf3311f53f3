"""A template from its file, and filled. Pure.

    name: Memo
    for: case, alert
    ---
    # Memo: {{title}}
    {{facts}}

A line that is nothing but a field of several points becomes a list. A field that does not exist,
or that one of the subjects does not have, is `BadInput` with file, line and field.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import cast

from osawatch.errors import BadInput
from osawatch.papers.layout import JOINER
from osawatch.papers.model import FIELDS, SUBJECTS, Subject, Template, Value, Values

HEAD = ("name", "for")
LONGEST = 60_000
FIELD = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
ALONE = re.compile(r"(?:[-*]\s+)?\{\{\s*([a-z_]+)\s*\}\}\s*\Z")
MARKS = re.compile(r"(#{1,6}\s|[-*]\s|\||---)")


def parse(text: str, key: str, language: str, file: str, *, own: bool = False) -> Template:
    """A template; `BadInput` names the first thing that is wrong with it."""
    if len(text) > LONGEST:
        raise BadInput(f"is longer than {LONGEST} characters", file=file)
    lines = text.replace("\r\n", "\n").split("\n")
    end = next((place for place, line in enumerate(lines) if line.strip() == "---"), -1)
    if end < 0:
        raise BadInput("has no line --- between its head and its text", file=file, line=1)
    head = _head(lines[:end], file)
    subjects = _subjects(head, file)
    body = lines[end + 1 :]
    for number, line in enumerate(body, end + 2):
        _check(line, subjects, file, number)
    name = head.get("name", ("", 0))[0]
    if not name:
        raise BadInput("is missing", file=file, line=1, field="name")
    return Template(key, language, name, subjects, tuple(body), file, own)


def fill(template: Template, values: Values, none: str) -> str:
    """The text of a template; `none` is said where nothing is known."""
    lines: list[str] = []
    for line in template.lines:
        alone = ALONE.match(line.strip())
        value = values.get(alone[1], "") if alone else ""
        if alone and isinstance(value, tuple):
            lines += [f"- {plain(one)}" for one in value] or [none]
        else:
            lines.append(FIELD.sub(lambda found: _inline(values.get(found[1], ""), none), line))
    return "\n".join(lines).strip() + "\n"


def plain(words: str) -> str:
    """Words of a stranger in one line, which no line of ours can be taken for."""
    said = " ".join(words.split())
    return f"{JOINER}{said}" if MARKS.match(said) else said


def _inline(value: Value, none: str) -> str:
    if isinstance(value, tuple):
        return ", ".join(plain(one) for one in value) or none
    return plain(value) or none


def _head(lines: Iterable[str], file: str) -> dict[str, tuple[str, int]]:
    found: dict[str, tuple[str, int]] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        key, colon, value = line.partition(":")
        key = key.strip()
        if not colon or key not in HEAD:
            raise BadInput(f"is not one of {', '.join(HEAD)}", file=file, line=number, field=key)
        found[key] = value.strip(), number
    return found


def _subjects(head: dict[str, tuple[str, int]], file: str) -> tuple[Subject, ...]:
    said, line = head.get("for", ("", 1))
    named = [one.strip() for one in said.split(",") if one.strip()]
    wrong = [one for one in named if one not in SUBJECTS]
    if wrong or not named:
        told = f"{', '.join(wrong) or 'nothing'!r} is not among {', '.join(SUBJECTS)}"
        raise BadInput(told, file=file, line=line, field="for")
    return tuple(cast("list[Subject]", named))


def _check(line: str, subjects: tuple[Subject, ...], file: str, number: int) -> None:
    for name in FIELD.findall(line):
        if name not in FIELDS:
            raise BadInput("is no field", file=file, line=number, field=name)
        without = [one for one in subjects if one not in FIELDS[name]]
        if without:
            told = f"is no field of: {', '.join(without)}"
            raise BadInput(told, file=file, line=number, field=name)
    left = FIELD.sub("", line)
    if "{{" in left or "}}" in left:
        raise BadInput("a field is written {{name}}", file=file, line=number)
