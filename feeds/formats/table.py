"""Tables that people download: CSV, TSV, spreadsheets, lists of JSON objects, by their columns.

rows -> header | the recipe's columns, else columns whose names say what they hold -> Draft

Inventories (OECD, IFPRI and the like) change their columns between editions, so a mapping is kept
with the source and never written into the program. Without one, a column must be called «title» or
the like, and another «date» or «url», or the table is not taken for news.
"""

from __future__ import annotations

import csv
import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from io import BytesIO, StringIO

from feeds import dates
from feeds.jsontext import Value, array, record
from feeds.jsontext import text as text_of
from feeds.recipe import Columns
from feeds.text import clean

from .draft import MAX_ITEMS, Draft, Frame, settle_all

FORMAT = "table"
Row = dict[str, str]
_FIELD = re.compile(r"\{([^{}]*)\}")
# Names of columns as inventories and archives use them, in the order of preference.
_KNOWN: dict[str, tuple[str, ...]] = {
    "title": (
        "title", "headline", "title_original", "name", "titel", "event_name", "label", "subject",
        "measure", "title_ko", "onderwerp",
    ),
    "summary": (
        "summary", "description", "abstract", "introduction", "remarks", "summary_ko", "content",
        "text", "notes",
    ),
    "url": ("url", "link", "html_url", "canonical", "source_url", "href"),
    "id": ("id", "guid", "number", "document_number", "event_id", "intervention_id"),
    "published": (
        "published", "date", "publication_date", "pubdate", "date_announced", "event_date",
        "effective_date", "start_date", "available", "datum",
    ),
    "updated": ("updated", "last_updated", "lastmodified", "modified"),
    "language": ("language", "lang", "taal"),
    "publisher": ("publisher", "press", "source", "domain"),
}  # fmt: skip


def fits(text: str) -> bool:
    """Whether this is a delimited table whose header names a title and a date or an address."""
    header = next(_delimited(text[:20_000]), [])
    return len(header) > 1 and guess(header) is not None


def read(text: str, frame: Frame) -> None:
    """Read a delimited table into the frame."""
    _read(_delimited(text, frame), frame)


def read_sheet(body: bytes, frame: Frame) -> None:
    """Read a spreadsheet (xlsx, old xls, ods) into the frame."""
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(BytesIO(body))
        wanted = frame.recipe.columns.sheet if frame.recipe.columns else ""
        sheet = book.get_sheet_by_name(wanted) if wanted else book.get_sheet_by_index(0)
        rows = [[_cell(value) for value in row] for row in sheet.to_python(nrows=MAX_ITEMS + 50)]
    except (CalamineError, ValueError, OSError, IndexError) as error:
        frame.format, frame.partial, frame.reason = FORMAT, True, "damaged"
        frame.notes.note(f"The spreadsheet cannot be read: {clean(str(error), 100)}")
        return
    _read(iter(rows), frame)


def fits_lines(text: str) -> bool:
    """Whether each line is a JSON object, and their names say what they hold."""
    lines = [line for line in text[:50_000].split("\n", 3)[:3] if line.strip()]
    if len(lines) < 2 or not all(line.startswith("{") for line in lines[:2]):
        return False
    return guess(list(_object(lines[0]))) is not None


def read_lines(text: str, frame: Frame) -> None:
    """Read lines of JSON objects into the frame."""
    _settle(_objects(text, frame), frame)


def fits_records(value: Value) -> bool:
    """Whether this is a list of JSON objects whose names say what they hold."""
    entries = value if isinstance(value, list) else []
    first = record(entries[0]) if entries else {}
    return bool(first) and guess(list(first)) is not None


def read_records(value: Value, frame: Frame) -> None:
    """Read a list of JSON objects into the frame."""
    rows = ({name: _cell(one) for name, one in record(entry).items()} for entry in array(value))
    _settle(enumerate(rows, 1), frame)


def _objects(text: str, frame: Frame) -> Iterator[tuple[int, Row]]:
    for number, line in enumerate(text.split("\n"), 1):
        row = _object(line)
        if row:
            yield number, row
        elif line.strip():
            frame.notes.note("A line is no JSON object and is left out", line=number)
            frame.partial, frame.reason = True, "damaged"


def _object(line: str) -> Row:
    try:
        found = record(json.loads(line))
    except (ValueError, RecursionError):
        return {}
    return {name: _cell(value) for name, value in found.items()}


def _cell(value: Value) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    if isinstance(value, list):
        return "; ".join(word for one in value if (word := text_of(one)))
    return "" if value is None or isinstance(value, dict) else str(value)


def _delimited(text: str, frame: Frame | None = None) -> Iterator[list[str]]:
    head = text[: text.find("\n") if "\n" in text else len(text)]
    delimiter = max(",;\t|", key=head.count)
    csv.field_size_limit(max(csv.field_size_limit(), 1 << 20))
    try:
        for row in csv.reader(StringIO(text, newline=""), delimiter=delimiter):
            if any(cell.strip() for cell in row):
                yield row
    except csv.Error as error:  # a field longer than any text
        if frame is not None:
            frame.notes.note(f"The table cannot be read to its end: {error}")
            frame.partial, frame.reason = True, "damaged"


def _read(rows: Iterator[list[str]], frame: Frame) -> None:
    """Titles and remarks may stand above the header: it is the first row that can be one."""
    frame.format = FORMAT
    columns = frame.recipe.columns
    for number, header in enumerate(rows, 1):
        names = [clean(name, 100) for name in header]
        if number > 30:
            break
        if _heads(names, columns):
            body = ((number + n, dict(zip(names, row, strict=False))) for n, row in _counted(rows))
            _settle(body, frame)
            return
    wanted = "a title, and a date or an address"
    if columns is not None:
        wanted = ", ".join("|".join(names) for names in _wanted(columns))
    frame.notes.note(f"No row names the columns that are needed ({wanted})"[:300])
    frame.partial, frame.reason = True, "format_changed"


def _counted(rows: Iterator[list[str]]) -> Iterator[tuple[int, list[str]]]:
    return enumerate(rows, 1)


def _heads(names: Sequence[str], columns: Columns | None) -> bool:
    """Whether a row is the header: it has a column for each field that is wanted."""
    if columns is None:
        return guess(names) is not None
    wanted = _wanted(columns)
    return bool(wanted) and all(set(one) & set(names) for one in wanted)


def _wanted(columns: Columns) -> list[list[str]]:
    """The columns that a mapping needs, each with those that may stand in for it."""
    found: list[list[str]] = []
    for field in (*_KNOWN, "categories"):
        pattern: str = getattr(columns, field)
        names = _names(pattern)
        found += [[name] for name in names] if "{" in pattern else [names]
    return [names for names in found if names]


def _names(pattern: str) -> list[str]:
    return (
        _FIELD.findall(pattern) if "{" in pattern else [name for name in pattern.split("|") if name]
    )


def guess(header: Sequence[str]) -> Columns | None:
    """Which columns hold what, by their names; None when that cannot be told."""
    there = {re.sub(r"\W+", "_", name.strip().casefold()): name for name in header}
    found = {
        field: "|".join(there[name] for name in names if name in there)
        for field, names in _KNOWN.items()
    }
    if not found["title"] or not (found["url"] or found["published"]):
        return None
    return Columns(**{field: name for field, name in found.items() if name})


def _settle(rows: Iterator[tuple[int, Row]], frame: Frame) -> None:
    frame.format = FORMAT
    settle_all(_drafts(rows, frame.recipe.columns), frame)


def _drafts(rows: Iterator[tuple[int, Row]], columns: Columns | None) -> Iterator[Draft]:
    for number, row in rows:
        if not any(row.values()):
            continue
        columns = columns or guess(list(row)) or Columns()
        url = _filled(columns.url, row)
        yield Draft(
            title=_filled(columns.title, row),
            title_plain=True,
            summary=_filled(columns.summary, row),
            link=url,
            guid=_filled(columns.id, row) or ("" if url else _digest(row)),
            published=_date(_filled(columns.published, row), columns),
            updated=_date(_filled(columns.updated, row), columns),
            language=_filled(columns.language, row),
            publisher=_filled(columns.publisher, row),
            categories=[one for name in _names(columns.categories) if (one := row.get(name, ""))],
            line=number,
        )


def _filled(pattern: str, row: Row) -> str:
    if "{" in pattern:
        return _FIELD.sub(lambda found: row.get(found[1], ""), pattern).strip()
    return next((found for name in _names(pattern) if (found := row.get(name, "").strip())), "")


def _date(text: str, columns: Columns) -> str:
    if not columns.date_format:
        return text
    stamp = dates.exactly(text, columns.date_format)
    return dates.iso(stamp) if stamp else text


def _digest(row: Row) -> str:
    """A row without an id of its own is known by all it says."""
    return hashlib.sha256("\x1f".join(row.values()).encode("utf-8", "replace")).hexdigest()[:20]
