"""Watchlists as files: CSV and XLSX with a row an entry, YAML as a watchlist file stands.

    list;id;names;terms;…        a cell is written as its field in the form, a line a language
    list;id;names.en;terms.en    or with a column a language
A column that is not there leaves its field as it is; an empty cell empties it. A file with several
sheets is read from its first. Formulas are refused: their values are not to be trusted.
"""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from osawatch import watchfile
from osawatch.dependency import sheets
from osawatch.errors import BadInput
from osawatch.watching import fields
from osawatch.watching.model import KINDS, WORDS, Entry, Problem, Refused
from osawatch.workbook import workbook
from osawatch.writing import fresh

Known = Callable[[str, str], Entry]
LARGEST = 32 << 20  # bytes: far more than any watchlist
YAML = (".yaml", ".yml")
KIND, ID = "list", "id"
RISKY = ("=", "+", "-", "@")  # a spreadsheet would take the cell for a formula
_OTHER = ("schema",)


@dataclass(frozen=True, slots=True)
class Found:
    """An entry of a file with its line, and what its fields say wrong."""

    kind: str
    entry: Entry
    line: int
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Read:
    """What a file holds, and what of it is not understood."""

    found: tuple[Found, ...]
    refused: tuple[Refused, ...] = ()


def read(path: Path, known: Known) -> Read:
    """`known` is the entry as it stands now, {} if there is none. `BadInput`: no file of ours."""
    try:
        if path.stat().st_size > LARGEST:
            raise BadInput(f"is larger than {LARGEST >> 20} MB", file=str(path))
    except OSError as error:
        raise BadInput(f"cannot be read: {error.strerror}", file=str(path)) from error
    if path.suffix.lower() in YAML:
        return _yaml(path)
    with sheets.room() as folder:
        table = sheets.as_table(path, folder)
        return _rows(path, _text(table, path), known)


def write(path: Path, found: Mapping[str, Sequence[Entry]]) -> int:
    """All these entries by kind; how many. The ending of the name says in which form."""
    form = path.suffix.lower()
    if form in YAML:
        body = watchfile.file_of(found).encode("utf-8")
    elif form == ".xlsx":
        body = workbook(_table(found))
    elif form == ".csv":
        out = io.StringIO()
        csv.writer(out).writerows([[_safe(cell) for cell in row] for row in _table(found)])
        body = out.getvalue().encode("utf-8-sig")  # so that Excel knows it
    else:
        raise BadInput("is none of .csv, .xlsx, .yaml", file=str(path))
    try:
        part = path.with_name(f".{path.name}.part")
        with os.fdopen(fresh(part), "wb") as file:
            file.write(body)
        part.replace(path)
    except OSError as error:
        raise BadInput(f"cannot be written: {error.strerror}", file=str(path)) from error
    return sum(map(len, found.values()))


def _table(found: Mapping[str, Sequence[Entry]]) -> list[list[str]]:
    used = [kind for kind in KINDS if found.get(kind)]
    keys = dict.fromkeys(one.key for kind in used for one in fields.FIELDS[kind][1:])
    word = {kind: word for word, kind in WORDS.items()}
    rows = [[KIND, ID, *keys]]
    for kind in used:
        for entry in found[kind]:
            texts = fields.shown(kind, entry)
            first = texts[fields.KEYS[kind]]
            rows.append([word[kind], first, *(texts.get(key, "") for key in keys)])
    return rows


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(RISKY) else cell


def _plain(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(RISKY) else cell


def _text(table: Path, path: Path) -> str:
    try:
        return table.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        line = table.read_bytes()[: error.start].count(b"\n") + 1
        raise BadInput("is not UTF-8: save it as «CSV UTF-8»", file=str(path), line=line) from error
    except OSError as error:
        raise BadInput(f"cannot be read: {error.strerror}", file=str(path)) from error


def _rows(path: Path, text: str, known: Known) -> Read:
    first = text.split("\n", 1)[0]
    comma = max(",;\t", key=first.count)
    found: list[Found] = []
    refused: list[Refused] = []
    reader, begun = csv.reader(io.StringIO(text), delimiter=comma), 1
    try:
        head = [cell.strip() for cell in next(reader, [])]
        refused += [
            Refused(str(path), 1, cell, "is no column of a watchlist")
            for cell in head
            if cell and not _known_column(cell)
        ]
        if KIND not in head or not {ID, "iso2"} & set(head):
            raise BadInput("needs the columns «list» and «id»", file=str(path), line=1)
        for row in reader:
            line, begun = begun + 1, reader.line_num
            if any(cell.strip() for cell in row):
                cells = dict(zip(head, map(_plain, row), strict=False))
                one = _row(cells, line, known)
                found += [one] if isinstance(one, Found) else []
                refused += [] if isinstance(one, Found) else [_at(path, line, one)]
    except csv.Error as error:
        told = Refused(str(path), reader.line_num, "", f"cannot be read: {error}")
        return Read(tuple(found), (*refused, told))
    return Read(tuple(found), tuple(refused))


def _at(path: Path, line: int, told: tuple[str, str]) -> Refused:
    return Refused(str(path), line, *told)


def _known_column(cell: str) -> bool:
    keys = {one.key for kind in KINDS for one in fields.FIELDS[kind]}
    return cell in (KIND, ID) or cell in keys or _language_column(cell) != ""


def _language_column(cell: str) -> str:
    """«terms» of terms.en; "" for anything else."""
    key, _, language = cell.partition(".")
    forms = {one.form for kind in KINDS for one in fields.FIELDS[kind] if one.key == key}
    return key if language and forms & {"terms", "langs"} else ""


def _row(cells: Mapping[str, str], line: int, known: Known) -> Found | tuple[str, str]:
    word = cells.get(KIND, "").strip().lower()
    kind = WORDS.get(word, word)
    if kind not in KINDS:
        return KIND, f"«{word}» is none of {', '.join(WORDS)}"
    first = fields.KEYS[kind]
    key = (cells.get(ID) or cells.get(first) or "").strip()
    if not key:
        return ID, "is missing"
    texts = {one.key: cells[one.key] for one in fields.FIELDS[kind] if one.key in cells}
    for cell, said in cells.items():
        part = _language_column(cell)
        if part and said.strip():
            parts = f"{cell.partition('.')[2]}: {said.strip()}"
            texts[part] = "\n".join(one for one in (texts.get(part, ""), parts) if one)
    entry, problems = fields.read(kind, {**texts, first: key}, known(kind, key))
    return Found(kind, entry, line, tuple(problems))


def _yaml(path: Path) -> Read:
    stored = watchfile.read(path)
    lines = _lines(path)
    found: list[Found] = []
    refused: list[Refused] = []
    for part, value in stored.items():
        if part in KINDS:
            listed = watchfile.listed(stored, part)
            size = len(value) if isinstance(value, (list, dict)) else 1
            if value and len(listed) < size:
                told = "holds what is no entry: that is left out"
                refused.append(Refused(str(path), lines.get((part, ""), 0), part, told))
            found += [
                Found(part, one, lines.get((part, str(one.get(fields.KEYS[part], ""))), 0))
                for one in listed
            ]
        elif part not in _OTHER:
            told = "is no part of a watchlist that is taken in here"
            refused.append(Refused(str(path), lines.get((part, ""), 0), part, told))
    return Read(tuple(found), tuple(refused))


def _lines(path: Path) -> dict[tuple[str, str], int]:
    """The line of each part and of each entry, by kind and id."""
    from rules import yamlnodes

    found: dict[tuple[str, str], int] = {}
    for node in yamlnodes.read(path, yamlnodes.Findings()):
        for part, place in getattr(node, "keys", {}).items():
            found[part, ""] = place.line
            inner = getattr(node, "entries", {})[part]
            found |= dict(_entries(part, inner))
    return found


def _entries(part: str, inner: object) -> Iterator[tuple[tuple[str, str], int]]:
    for key, place in getattr(inner, "keys", {}).items():
        yield (part, key), place.line
    items = getattr(inner, "items", ())
    for one in items if isinstance(items, tuple) else ():
        with suppress(AttributeError, KeyError):
            yield (part, one.entries[fields.KEYS[part]].text), one.place.line
