"""JSON from strangers: whole, or as many list entries as can be saved."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import cast

from .model import Problem

Value = object
_MAX_SAVED = 20_000
_STRAY = re.compile(r"(?<!\\)((?:\\\\)*+)\\(?![\"\\/bfnrt]|u[0-9A-Fa-f]{4})")


@dataclass(frozen=True, slots=True)
class Parsed:
    """`value` None when nothing could be read. `cut` is true when only a part was."""

    value: Value = None
    cut: bool = False
    problems: tuple[Problem, ...] = ()


def read(text: str, lists: tuple[str, ...]) -> Parsed:
    """The value of a text; of a broken one, the whole entries of the first of `lists` in it."""
    try:
        return Parsed(json.loads(text, strict=False))
    except json.JSONDecodeError as error:
        told = Problem(f"Not valid JSON: {error.msg}", error.lineno)
        whole = _trailing(text, error) or _unescaped(text, error) or _saved(text, lists)
    except RecursionError:
        return Parsed(problems=(Problem("Not valid JSON: nested too deep"),), cut=True)
    except ValueError as error:  # an integer of more digits than Python converts
        return Parsed(problems=(Problem(f"Not valid JSON: {error}"),), cut=True)
    if whole is None:
        return Parsed(problems=(told,), cut=True)
    return Parsed(whole.value, whole.cut, (told, *whole.problems))


def _trailing(text: str, error: json.JSONDecodeError) -> Parsed | None:
    """A whole value with something behind it."""
    if error.msg != "Extra data":
        return None
    value = _decoded(text, 0)
    return Parsed(value[0]) if value else None


def _unescaped(text: str, error: json.JSONDecodeError) -> Parsed | None:
    """A value in which a backslash stands before a character that needs none."""
    if "escape" not in error.msg:
        return None
    try:
        return Parsed(json.loads(_STRAY.sub(r"\1\\\\", text), strict=False))
    except (ValueError, RecursionError):
        return None


def _saved(text: str, lists: tuple[str, ...]) -> Parsed | None:
    if text.startswith("["):
        entries = _entries(text, 1)
        told = Problem(f"The document breaks off; {len(entries)} whole entries are saved")
        return Parsed(entries, cut=True, problems=(told,)) if entries else None
    for name in lists:
        found = re.search(rf'"{name}"\s*:\s*\[', text)
        if found:
            entries = _entries(text, found.end())
            told = Problem(f"The document breaks off; {len(entries)} whole entries are saved")
            return Parsed(
                {**_head(text[: found.start()]), name: entries}, cut=True, problems=(told,)
            )
    return None


def _entries(text: str, at: int) -> list[Value]:
    entries: list[Value] = []
    between = re.compile(r"[\s,]*")
    while len(entries) < _MAX_SAVED:
        gap = between.match(text, at)
        at = gap.end() if gap else at
        if text[at : at + 1] != "{":
            return entries
        value = _decoded(text, at)
        if value is None:
            return entries
        entries.append(value[0])
        at = value[1]
    return entries


def _decoded(text: str, at: int) -> tuple[Value, int] | None:
    try:
        value, end = json.JSONDecoder(strict=False).raw_decode(text, at)
    except (ValueError, RecursionError):
        return None
    return value, end


def _head(text: str) -> dict[str, Value]:
    """The simple fields before the list: they say what the document is."""
    try:
        head = json.loads(text.rstrip().rstrip(",") + "}", strict=False)
    except (ValueError, RecursionError):
        return {}
    return cast("dict[str, Value]", head) if isinstance(head, dict) else {}


def text(value: Value) -> str:
    """A string or number as text; anything else is ""."""
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return ""


def record(value: Value) -> dict[str, Value]:
    """A JSON object, or an empty one."""
    return cast("dict[str, Value]", value) if isinstance(value, dict) else {}


def array(value: Value) -> list[Value]:
    """A JSON list, or an empty one."""
    return cast("list[Value]", value) if isinstance(value, list) else []
