"""Spreadsheets as tables: the first sheet, values alone. A formula is no value to be trusted."""

from __future__ import annotations

import csv
import re
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from osawatch.errors import BadInput

SUFFIXES = (".xlsx", ".xls", ".ods")
FORMULA = re.compile(rb'<c r="([A-Z]+)(\d+)"[^>]*>\s*<f[ >/]')
LARGEST = 512 << 20


@contextmanager
def room() -> Iterator[Path]:
    """A folder for what is needed while files are read, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="osawatch-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def as_table(file: Path, folder: Path) -> Path:
    """A table as it is; a spreadsheet as a table of the same name in `folder`."""
    return _table(file, folder / f"{file.name}.csv") if file.suffix.lower() in SUFFIXES else file


def _table(file: Path, target: Path) -> Path:
    from python_calamine import CalamineError, CalamineWorkbook

    _refuse_formulas(file)
    try:
        rows = CalamineWorkbook.from_path(str(file)).get_sheet_by_index(0).to_python()
    except (CalamineError, OSError, IndexError) as error:
        raise BadInput(f"is no spreadsheet that can be read ({error})", file=str(file)) from error
    with target.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([_plain(cell) for cell in row] for row in rows)
    return target


def _refuse_formulas(file: Path) -> None:
    if file.suffix.lower() != ".xlsx":
        return
    try:
        with zipfile.ZipFile(file) as box:
            names = sorted(
                name for name in box.namelist() if name.startswith("xl/worksheets/sheet")
            )
            if not names or box.getinfo(names[0]).file_size > LARGEST:
                raise BadInput("has no sheet, or one too large", file=str(file))
            found = FORMULA.search(box.read(names[0]))
    except (zipfile.BadZipFile, OSError, KeyError) as error:
        raise BadInput(f"is no spreadsheet that can be read ({error})", file=str(file)) from error
    if found:
        cell = (found[1] + found[2]).decode()
        told = f"cell {cell} is a formula: save the sheet as values first"
        raise BadInput(told, file=str(file), line=int(found[2]), field=found[1].decode())


def _plain(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)
