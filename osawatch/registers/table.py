"""Registers as tables: CSV and XLSX in, CSV out. What is wrong in a row names file, line, field.

    id;firm;good;filed;status;…    columns are the fields; `id`, `days` and `told` are for reading
A file with one wrong row is refused whole: half a register is worse than none.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from osawatch.dependency import sheets
from osawatch.errors import BadInput
from osawatch.registers.desk import Registers
from osawatch.registers.model import LICENCES, Entry, Shape, waited

LARGEST, MOST = 16 << 20, 20_000
RISKY = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would take the cell for a formula
MORE = ("id", "days", "told")
MOST_FAULTS = 20


def rows(path: Path, shape: Shape, desk: Registers) -> list[dict[str, str]]:
    """All rows, each checked; `BadInput` holds every fault, the first 20 by line."""
    text = _text(path)
    comma = max(",;\t", key=text.split("\n", 1)[0].count)
    reader = csv.reader(io.StringIO(text), delimiter=comma)
    found: list[dict[str, str]] = []
    faults: list[BadInput] = []
    try:
        head = _head(next(reader, []), shape, path)
        for row in reader:
            if any(cell.strip() for cell in row):
                _take(row, head, shape, desk, (path, reader.line_num), found, faults)
    except csv.Error as error:
        raise BadInput(f"cannot be read: {error}", file=str(path), line=reader.line_num) from error
    if len(found) > MOST:
        raise BadInput(f"holds more than {MOST} rows", file=str(path))
    if faults:
        raise _all(faults)
    return found


def as_csv(shape: Shape, found: Iterable[Entry], today: date) -> bytes:
    """A CSV that spreadsheets open: UTF-8 with a mark, no cell a formula."""
    out = io.StringIO()
    keys = [one.key for one in shape.columns]
    days = ["days"] if shape is LICENCES else []
    writer = csv.writer(out)
    writer.writerow(["id", *keys, *days, "told"])
    for one in found:
        waits = waited(one, today)
        writer.writerow(
            _safe(cell)
            for cell in (
                one.id, *(one.text(key) for key in keys),
                *(["" if waits is None else str(waits)] if days else []),
                "; ".join(f"{told.who} ({told.at:%Y-%m-%d})" for told in one.told),
            )
        )  # fmt: skip
    return out.getvalue().encode("utf-8-sig")


def _take(
    row: Sequence[str],
    head: Sequence[str],
    shape: Shape,
    desk: Registers,
    place: tuple[Path, int],
    found: list[dict[str, str]],
    faults: list[BadInput],
) -> None:
    file, line = place
    if len(row) > len(head) and any(cell.strip() for cell in row[len(head) :]):
        faults.append(BadInput("has more cells than the head", file=str(file), line=line))
        return
    cells = {
        key: _plain(cell) for key, cell in zip(head, row, strict=False) if key not in (*MORE, "")
    }
    try:
        found.append(desk.check(shape.name, cells))
    except BadInput as error:
        faults.append(BadInput(error.message, file=str(file), line=line, field=error.field))


def _head(row: Sequence[str], shape: Shape, path: Path) -> list[str]:
    head = [cell.strip().lower() for cell in row]
    for key in head:
        if key and key not in MORE and shape.column(key) is None:
            raise BadInput("is no column of this register", file=str(path), line=1, field=key)
    for column in shape.columns:
        if column.needed and column.key not in head:
            raise BadInput("is missing in the head", file=str(path), line=1, field=column.key)
    twice = next((key for key in head if key and head.count(key) > 1), "")
    if twice:
        raise BadInput("stands twice in the head", file=str(path), line=1, field=twice)
    return head


def _all(faults: Sequence[BadInput]) -> BadInput:
    first = faults[0]
    rest = [f"line {one.line}: {one.field}: {one.message}" for one in faults[1:MOST_FAULTS]]
    more = len(faults) - 1 - len(rest)
    rest += [f"and {more} more"] if more > 0 else []
    told = "; ".join([first.message, *rest])
    return BadInput(told, file=first.file, line=first.line, field=first.field)


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST:
            raise BadInput(f"is larger than {LARGEST >> 20} MB", file=str(path))
        with sheets.room() as folder:
            body = sheets.as_table(path, folder).read_bytes()
        return body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput("is not UTF-8: save it as «CSV UTF-8»", file=str(path)) from error
    except OSError as error:
        raise BadInput(f"cannot be read: {error.strerror}", file=str(path)) from error


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(RISKY) else cell


def _plain(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(RISKY) else cell
