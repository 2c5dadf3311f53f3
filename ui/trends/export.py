"""The table behind the chart: its columns, its cells, and the same as CSV."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

from osawatch.model import Trend, TrendDay
from ui.trends.series import Names, Split, Stack, stacks

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")
KINDS = {"measure": "measure", "kind": "kind"}


@dataclass(frozen=True, slots=True)
class Table:
    """What stands in the rows: heads and cells as text, and the day of each row."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def safe(cell: str) -> str:
    """A cell no spreadsheet takes for a formula."""
    return "'" + cell if cell.lstrip(" ").startswith(FORMULA) else cell


def number(value: float | None, digits: int = 2) -> str:
    """A number as a machine reads it, or nothing."""
    if value is None:
        return ""
    return str(int(value)) if float(value).is_integer() else f"{value:.{digits}f}"


def table(trend: Trend, names: Names, split: Split = "measure") -> Table:
    """Every figure of the chart. An empty count means not observed; it is never a nought."""
    cols = stacks(trend, split, limit=40)
    heads = ("day_utc", "stories", *(_head(c, names, split) for c in cols))
    heads = (*heads, "expected", "upper", "p", "coverage")
    return Table(heads, tuple(_row(day, i, cols) for i, day in enumerate(trend.days)))


def _head(stack: Stack, names: Names, split: Split) -> str:
    return stack.key if stack.key == "other" else names(KINDS[split], stack.key)


def _row(day: TrendDay, i: int, cols: tuple[Stack, ...]) -> tuple[str, ...]:
    seen = day.total is not None
    return (
        day.day.isoformat(),
        number(day.total),
        *(str(c.values[i]) if seen else "" for c in cols),
        number(day.expected),
        number(day.upper),
        "" if day.p is None else f"{day.p:.3g}",
        number(day.coverage, 3),
    )


def to_csv(shown: Table) -> str:
    """RFC 4180 text, safe to open in a spreadsheet."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(safe(head) for head in shown.heads)
    writer.writerows([safe(cell) for cell in row] for row in shown.rows)
    return out.getvalue()
