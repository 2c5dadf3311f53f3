"""The last computed indicators, kept with the profile so that the page opens without the files."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from osawatch import sealed
from osawatch.dependency.model import Dependency, Supplier
from osawatch.errors import BadInput
from osawatch.workbook import Cell, workbook

FILE = "dependency.json"
PAST = 3  # suppliers of years past that are kept
FORMULA = ("=", "+", "-", "@", "\t", "\r")
COLUMNS = (
    "year", "hs6", "name", "reporter", "basis", "cdi1", "cdi2", "cdi3", "dependent", "steady",
    "extra_eu_imports", "intra_eu_imports", "exports", "cdi3_extra_exports_only", "coverage",
    "supplier_count", "suppliers",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Kept:
    """Indicators with the files they come from and when they were computed (RFC 3339)."""

    files: tuple[str, ...]
    made: str
    rows: tuple[Dependency, ...]


def save(folder: Path, kept: Kept) -> None:
    """Replace what was kept."""
    said = {"files": kept.files, "made": kept.made, "rows": [asdict(one) for one in kept.rows]}
    sealed.write_text(folder / FILE, json.dumps(said, separators=(",", ":")))


def load(folder: Path) -> Kept | None:
    """What was kept last, None = nothing yet; `BadInput` when it cannot be read any more."""
    path = folder / FILE
    try:
        said = json.loads(sealed.read_text(path))
        rows = tuple(
            Dependency(**{**row, "suppliers": tuple(Supplier(**one) for one in row["suppliers"])})
            for row in said["rows"]
        )
        return Kept(tuple(said["files"]), str(said["made"]), rows)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        told = "is damaged: read the trade files again"
        raise BadInput(told, file=path.name) from error


def watched(rows: Iterable[Dependency], codes: Container[str]) -> list[Dependency]:
    """Rows that matter to a desk, in their order, of years past the largest suppliers alone.

    All years of products that depend in any of them, and of codes on the watchlist.
    """
    every = list(rows)
    wanted = {one.hs6 for one in every if one.dependent or one.steady or one.hs6 in codes}
    last: dict[str, int] = {}
    for one in every:
        last[one.hs6] = max(one.year, last.get(one.hs6, one.year))
    return [
        one if one.year == last[one.hs6] else replace(one, suppliers=one.suppliers[:PAST])
        for one in every
        if one.hs6 in wanted
    ]


def as_csv(rows: Sequence[Dependency], names: Mapping[str, str]) -> bytes:
    """A table for a spreadsheet; no cell begins as a formula would."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for row in _table(rows, names):
        writer.writerow([_cell(cell) for cell in row])
    return out.getvalue().encode("utf-8-sig")


def as_xlsx(rows: Sequence[Dependency], names: Mapping[str, str]) -> bytes:
    """The same as a workbook: figures are figures, and a text is never a formula."""
    return workbook(_table(rows, names), "dependency")


def _table(rows: Sequence[Dependency], names: Mapping[str, str]) -> list[list[Cell]]:
    made: list[list[Cell]] = [list(COLUMNS)]
    for one in rows:
        row = {**asdict(one), "name": names.get(one.hs6, "")}
        row["suppliers"] = "; ".join(
            f"{s.country}{' (near)' if s.near else ''} {s.share:.4f}" for s in one.suppliers
        )
        row |= {key: _truth(row[key]) for key in ("dependent", "steady")}
        made.append([row[column] for column in COLUMNS])
    return made


def _truth(value: bool | None) -> str:  # noqa: FBT001 # what is written of it
    return "" if value is None else "yes" if value else "no"


def _cell(value: object) -> object:
    if isinstance(value, str) and value.startswith(FORMULA):
        return f"'{value}"
    return "" if value is None else value
