"""Where the cursor stands in the text of a rule: in which mapping, at a key or at a value.

A text that is being written is seldom YAML: this reads brackets, indents and keys alone, before the
cursor, and what stands beside it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_KEY = re.compile(r"^\s*\"?([\w.|-]+)\"?\s*:(?:\s+(.*))?$", re.DOTALL)
_LINE = re.compile(r"^(\s*(?:-\s+)*)(.*)$")
_PLAIN = re.compile(r"[\w.|*?-]*$")
_LED = re.compile(r"([\w.|-]+)\s*:\s*$")


@dataclass(frozen=True, slots=True)
class Spot:
    """`path` leads to the mapping, `key` is the one whose value is written, "" at a key.

    `word` is what is typed of it so far, and begins at `column` (from 1). `beside` holds the other
    keys of the mapping with their values, as far as they are plain texts on one line. `item`: it
    may be an item of the list under the last key of the path, and `around` is beside that key.
    """

    path: tuple[str, ...]
    key: str
    word: str
    column: int
    beside: Mapping[str, str] = field(default_factory=dict)
    item: bool = False
    around: Mapping[str, str] = field(default_factory=dict)


def spot(text: str, line: int, column: int) -> Spot | None:
    """The place before a column of a line, both from 1; None in a remark."""
    lines = text.split("\n")
    if not 1 <= line <= len(lines):
        return None
    head = lines[line - 1][: column - 1]
    before = "\n".join([*lines[: line - 1], head])
    opened, remark = _open(before)
    if remark:
        return None
    if opened:
        return _in_flow(lines, before, opened, column)
    return _in_block(lines, line, head, column)


def _open(before: str) -> tuple[list[int], bool]:
    """Places of brackets that are open at the end, and whether the end stands in a remark."""
    stack: list[int] = []
    quote, fresh, at = "", True, 0
    while at < len(before):
        letter = before[at]
        if quote:
            quote = "" if letter == quote else quote
        elif letter == "#" and (at == 0 or before[at - 1] in " \n"):
            end = before.find("\n", at)
            if end < 0:
                return stack, True
            at = end
            continue
        elif letter in "\"'" and fresh:
            quote = letter
        elif letter in "[{" and fresh:
            stack.append(at)
        elif letter in "]}" and stack:
            stack.pop()
        fresh = letter in "[{,:-\n" or (fresh and letter == " ")
        at += 1
    return stack, False


def _in_flow(lines: list[str], before: str, opened: list[int], column: int) -> Spot:
    outer = before[: opened[0]]
    number, head = outer.count("\n"), outer[outer.rfind("\n") + 1 :]
    prefix = _LINE.match(head)
    indent = len(prefix[1]) if prefix else 0
    keys = list(_parents(lines, number, indent))
    led = _LED.search(head)
    keys += [led[1]] if led else []
    beside, last = _siblings(lines, number, indent), ""
    for start, end in zip(opened, [*opened[1:], len(before)], strict=True):
        parts = _parts(before[start + 1 : end])
        last = parts[-1]
        if before[start] == "{":
            beside = dict(one for part in parts[:-1] if (one := _pair(part)))
            beside |= _after(lines, before) if end == len(before) else {}
        if end < len(before) and (led := _LED.search(last)):
            keys.append(led[1])
    word = _typed(last)
    if before[opened[-1]] == "[":
        *path, key = keys or [""]
        return Spot(tuple(path), key, word, column - len(word), beside)
    pair = _KEY.match(last)
    key = pair[1] if pair else ""
    return Spot(tuple(keys), key, word, column - len(word), beside)


def _in_block(lines: list[str], line: int, head: str, column: int) -> Spot:
    found = _LINE.match(head)
    prefix, rest = (found[1], found[2]) if found else ("", head)
    path = _parents(lines, line - 1, len(prefix))
    beside = _siblings(lines, line - 1, len(prefix))
    pair = _KEY.match(rest)
    word = _typed(rest)
    if pair and pair[2] is not None:
        beside.pop(pair[1], None)
        return Spot(path, pair[1], word, column - len(word), beside)
    if "-" not in prefix or not path or beside:
        return Spot(path, "", word, column - len(word), beside)
    return Spot(path, "", word, column - len(word), beside, item=True,
                around=_around(lines, line - 1, len(prefix)))  # fmt: skip


def _typed(said: str) -> str:
    found = _PLAIN.search(said)
    return found[0] if found else ""


def _parts(inside: str) -> list[str]:
    """What stands between the commas of one bracket."""
    parts, depth = [""], 0
    for letter in inside:
        depth += (letter in "[{") - (letter in "]}")
        if letter == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += letter
    return parts


def _pair(part: str) -> tuple[str, str] | None:
    found = _KEY.match(part.strip())
    return (found[1], (found[2] or "").strip()) if found else None


def _after(lines: list[str], before: str) -> dict[str, str]:
    """Pairs behind the cursor, up to the end of its bracket on this line."""
    rest = lines[before.count("\n")][len(before) - before.rfind("\n") - 1 :]
    inside = re.split(r"[\]}]", rest, maxsplit=1)[0]
    return dict(one for part in _parts(inside)[1:] if (one := _pair(part)))


def _parents(lines: list[str], number: int, indent: int) -> tuple[str, ...]:
    """The keys under which a line of this indent stands, the outermost first."""
    found: list[str] = []
    for line in reversed(lines[:number]):
        column, pair = _entry(line)
        if pair is not None and column < indent:
            found.append(pair[0])
            indent = column
    return tuple(reversed(found))


def _siblings(lines: list[str], number: int, indent: int) -> dict[str, str]:
    """The keys of the same mapping, above and below."""
    found: dict[str, str] = {}
    own = _LINE.match(lines[number]) if number < len(lines) else None
    first = own is not None and "-" in own[1]
    for line in () if first else reversed(lines[:number]):
        column, pair = _entry(line)
        if pair is None or column > indent:
            continue
        if column < indent:
            break
        found |= dict([pair])
        if "-" in line[:column]:
            break  # the first line of this item
    for line in lines[number + 1 :]:
        column, pair = _entry(line)
        if pair is None or column > indent:
            continue
        if column < indent or "-" in line[:column]:
            break
        found |= dict([pair])
    return found


def _around(lines: list[str], number: int, indent: int) -> dict[str, str]:
    """What stands beside the key under which a line stands."""
    for above in range(number - 1, -1, -1):
        column, pair = _entry(lines[above])
        if pair is not None and column < indent:
            return _siblings(lines, above, column)
    return {}


def _entry(line: str) -> tuple[int, tuple[str, str] | None]:
    """The column of a key and its pair; None for a blank, a remark, or what has no key."""
    found = _LINE.match(line)
    if found is None or not found[2] or found[2].startswith("#"):
        return 0, None
    return len(found[1]), _pair(found[2])
