"""A spreadsheet as rows of text: the first sheet, values alone. A formula is no value to trust."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO

from python_calamine import CalamineError, CalamineWorkbook

FORMULA = re.compile(rb'<c r="([A-Z]+)(\d+)"[^>]*>\s*<f[ >/]')
LARGEST = 512 << 20  # bytes of a sheet, unpacked


class SheetError(ValueError):
    """Why these bytes give no rows; `line` 0 and `field` "" = not of one cell."""

    def __init__(self, message: str, line: int = 0, field: str = "") -> None:
        super().__init__(message)
        self.message, self.line, self.field = message, line, field


def rows(body: bytes) -> Iterator[list[str]]:
    """The rows of the first sheet of an .xlsx, .xls or .ods file; `SheetError` when it has none."""
    if body[:2] == b"PK":
        _refuse_formulas(body)
    try:
        found = CalamineWorkbook.from_filelike(BytesIO(body)).get_sheet_by_index(0)
        for row in found.iter_rows():
            yield [_plain(cell) for cell in row]
    except (CalamineError, OSError, IndexError) as error:
        raise SheetError(f"is no spreadsheet that can be read ({error})") from error


def _refuse_formulas(body: bytes) -> None:
    """An .xlsx keeps a cell's formula beside its value; an .ods has no such part."""
    try:
        with zipfile.ZipFile(BytesIO(body)) as box:
            names = sorted(
                name for name in box.namelist() if name.startswith("xl/worksheets/sheet")
            )
            if "xl/workbook.xml" not in box.namelist():
                return
            if not names or box.getinfo(names[0]).file_size > LARGEST:
                raise SheetError("has no sheet, or one too large")
            found = FORMULA.search(box.read(names[0]))
    except (zipfile.BadZipFile, OSError, KeyError, NotImplementedError, RuntimeError) as error:
        raise SheetError(f"is no spreadsheet that can be read ({error})") from error
    if found:
        cell = (found[1] + found[2]).decode()
        told = f"cell {cell} is a formula: save the sheet as values first"
        raise SheetError(told, int(found[2]), found[1].decode())


def _plain(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)
