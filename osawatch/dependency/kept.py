"""The last computed indicators, kept with the profile so that the page opens without the files."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from osawatch import sealed
from osawatch.dependency.model import Dependency, Supplier
from osawatch.errors import BadInput

FILE = "dependency.json"
FORMULA = ("=", "+", "-", "@", "\t", "\r")
COLUMNS = (
    "year", "hs6", "name", "reporter", "basis", "cdi1", "cdi2", "cdi3", "dependent", "steady",
    "extra_eu_imports", "intra_eu_imports", "exports", "coverage", "supplier_count", "suppliers",
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


def watched(rows: Iterable[Dependency], codes: Mapping[str, str]) -> list[Dependency]:
    """Rows that matter to a desk: dependent ones, and those of codes on the watchlist."""
    return [one for one in rows if one.dependent or one.steady or one.hs6 in codes]


def as_csv(rows: Sequence[Dependency], names: Mapping[str, str]) -> bytes:
    """A table for a spreadsheet; no cell begins as a formula would."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for one in rows:
        row = {**asdict(one), "name": names.get(one.hs6, "")}
        row["suppliers"] = "; ".join(f"{s.country} {s.share:.4f}" for s in one.suppliers)
        writer.writerow([_cell(row[column]) for column in COLUMNS])
    return out.getvalue().encode("utf-8-sig")


def _cell(value: object) -> object:
    if isinstance(value, str) and value.startswith(FORMULA):
        return f"'{value}"
    return "" if value is None else value
