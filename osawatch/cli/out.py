"""What the program prints: tables for people, JSON for programs, and nothing that moves a terminal.

Results go to stdout, talk goes to stderr. Feeds are strangers: their text is shown, never obeyed.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from osawatch.cli import codes
from osawatch.cli.tongue import translated

Form = Literal["table", "json", "jsonl"]

# Controls (old terminals obey U+009B as well), marks that turn the direction of writing, line ends.
_UNSAFE = "\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"
_CONTROL = re.compile(f"[{_UNSAFE}\ud800-\udfff\U000e0000-\U000e007f]+")
_ESCAPED = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
NARROWEST = 8


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its head and the cell of a row."""

    head: str
    cell: Callable[[dict[str, object]], object]
    right: bool = False
    whole: bool = False


def column(head: str, key: str = "", *, right: bool = False) -> Column:
    """A column that shows one field, codes in words. An id is never cut: it is to be copied."""
    field = key or head
    return Column(head, lambda row: codes.shown(field, row.get(field)), right, whole=head == "id")


def document(value: object) -> None:
    """One JSON document."""
    _write(as_json(value, indent=2) + "\n")


def one(value: object, form: Form) -> None:
    """One value that is no list, in the form that was asked for."""
    (line if form == "jsonl" else document)(value)


def line(value: object) -> None:
    """One JSON object in a line."""
    _write(as_json(value) + "\n")


def text(words: str = "") -> None:
    """A line for people; its indent stays."""
    indent = words[: len(words) - len(words.lstrip(" "))]
    _write(indent + clean(words) + "\n")


def flush() -> None:
    """What was printed goes out now: whoever reads a log does not wait for the end."""
    sys.stdout.flush()


def talk(words: str) -> None:
    """A line beside the results: on stderr."""
    with suppress(OSError, ValueError):  # nobody listens any more
        sys.stderr.write(f"osawatch-cli: {clean(words)}\n")


def rows(
    found: Iterable[dict[str, object]],
    columns: Sequence[Column],
    form: Form,
    *,
    none: str = "nothing found",
) -> None:
    """Rows in the form that was asked for; `none` is said to people when there are none."""
    if form == "jsonl":
        for row in found:
            line(row)
    elif form == "json":
        document(list(found))
    else:
        _table(list(found), columns, none)


def as_json(value: object, *, indent: int | None = None) -> str:
    """JSON in UTF-8; what could move a terminal stands as an escape, which means the same."""
    plain = json.dumps(value, ensure_ascii=False, indent=indent, default=_plain)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", plain)


def clean(words: str) -> str:
    """Text that stays where it is put: no controls, no change of direction, one line."""
    return _CONTROL.sub(" ", words).strip()


def width(words: str) -> int:
    """Columns on a terminal: Chinese takes two a character, an accent none."""
    if words.isascii():
        return len(words)
    return sum(_columns(letter) for letter in words)


def cut(words: str, most: int) -> str:
    """The beginning of a text in at most so many columns."""
    if width(words) <= most:
        return words
    used, kept = 0, []
    for letter in words:
        used += _columns(letter)
        if used > most - 1:
            break
        kept.append(letter)
    return "".join(kept) + "…"


def when(moment: datetime | None) -> str:
    """RFC 3339 in UTC, to the second; "" for none."""
    if moment is None:
        return ""
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


class Progress:
    """A line on stderr that counts, on a terminal only."""

    def __init__(self) -> None:
        self._shown = False
        self._on = sys.stderr is not None and sys.stderr.isatty()

    def show(self, done: int, total: int, what: str) -> None:
        """So many of so many, and what is worked on."""
        if self._on:
            room = shutil.get_terminal_size().columns - 1
            sys.stderr.write("\r\x1b[K" + cut(f"{done}/{total} {clean(what)}", room))
            sys.stderr.flush()
            self._shown = True

    def end(self) -> None:
        """Take the line away."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self._shown = False


def _table(found: Sequence[dict[str, object]], columns: Sequence[Column], none: str) -> None:
    if not found:
        talk(translated(none))
        return
    cells = [[_cell(one.cell(row)) for one in columns] for row in found]
    heads = [translated(one.head) for one in columns]
    widths = [max(map(width, stack)) for stack in zip(heads, *cells, strict=True)]
    _fit(widths, columns)
    for row in (heads, *cells):
        padded = [
            _pad(cut(cell, room), room, right=one.right)
            for cell, room, one in zip(row, widths, columns, strict=True)
        ]
        _write("  ".join(padded).rstrip() + "\n")


def _fit(widths: list[int], columns: Sequence[Column]) -> None:
    """Let the widest columns give way, so that a row stays a line; files get everything."""
    if not (sys.stdout and sys.stdout.isatty()):
        return
    room = shutil.get_terminal_size().columns - 2 * (len(widths) - 1)
    while sum(widths) > room:
        giving = [n for n, one in enumerate(columns) if not one.whole and widths[n] > NARROWEST]
        if not giving:
            return
        widths[max(giving, key=lambda n: widths[n])] -= 1


def _pad(words: str, room: int, *, right: bool) -> str:
    space = " " * (room - width(words))
    return space + words if right else words + space


def yes_or_no(value: bool | None) -> str:  # noqa: FBT001 # a word for a truth
    """In the desk's language, for people; "" = not known."""
    return {True: translated("yes"), False: translated("no"), None: ""}[value]


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return translated("yes") if value else ""
    if isinstance(value, float):
        return f"{value:.1f}"
    if isinstance(value, datetime):
        return when(value)
    if isinstance(value, list | tuple):
        return ", ".join(_cell(one) for one in value)
    return clean(str(value))


def _columns(letter: str) -> int:
    if unicodedata.combining(letter) or unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return when(value)
    if isinstance(value, frozenset | set):
        return sorted(value)
    return str(value)


def _write(words: str) -> None:
    sys.stdout.write(words)
