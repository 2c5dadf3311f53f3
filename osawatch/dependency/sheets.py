"""Spreadsheets as tables: the first sheet, values alone. A formula is no value to be trusted."""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from osawatch.errors import BadInput

SUFFIXES = (".xlsx", ".xls", ".ods")


@contextmanager
def room() -> Iterator[Path]:
    """A folder for what is needed while files are read, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="osawatch-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def as_table(file: Path, folder: Path) -> Path:
    """A table as it is; a spreadsheet as a table of the same name in `folder`."""
    return _table(file, folder / f"{file.name}.csv") if file.suffix.lower() in SUFFIXES else file


def _table(file: Path, target: Path) -> Path:
    """Read in the process apart: it may die of the file, and the program does not."""
    from feeds.jail import apart
    from feeds.jail.keeper import Died
    from feeds.workbook import SheetError

    try:
        with target.open("w", encoding="utf-8", newline="") as out:
            apart.rows(file.read_bytes(), csv.writer(out).writerows)
    except (Died, OSError) as error:
        raise BadInput(f"is no spreadsheet that can be read ({error})", file=str(file)) from error
    except SheetError as error:
        raise BadInput(error.message, file=str(file), line=error.line, field=error.field) from error
    return target
