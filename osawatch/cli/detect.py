"""`detect FILE.csv`: which counts of a file are unusual, by the method of one's choice.

    rows -> a grid without holes -> the detector -> date,count,expected,upper,score,alarm
What was not observed has an empty count and gets no verdict; a date that is missing is the same.
"""

from __future__ import annotations

import argparse
import csv
import io
import math
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import get_args

from osawatch import gpd
from osawatch.cli import out
from osawatch.cli.args import DONE, Parser, Run, prepared
from osawatch.cli.files import body_of
from osawatch.detect import ears
from osawatch.detect.point import SILENT, Point
from osawatch.errors import BadInput

METHODS = ("gpd", "ears-c1", "ears-c2", "ears-c3", "farrington")
CONTROLS = ("far", "nouf", "muan", "simple", "lim54")  # farrington.CONTROLS, without its numpy
ALPHA = 1e-3
DAYS = {"day": 1, "week": 7}
LONGEST = 200_000  # steps between the first and the last date
FIELDS = ("date", "count", "expected", "upper", "score", "alarm")


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the file; None = not observed."""

    day: date
    told: str
    count: float | None
    total: float | None
    line: int


def add(_name: str, parser: Parser) -> None:
    """The arguments."""
    prepared(parser, run)
    parser.add_argument("file", metavar="FILE.csv", help="columns date,count[,total]")
    parser.add_argument("--method", choices=METHODS, default="gpd")
    parser.add_argument("--period", choices=tuple(DAYS), help="else told by the dates")
    parser.add_argument("--alpha", type=_share, metavar="A", help="false alarms at most, one-sided")
    parser.add_argument("--baseline", type=int, choices=(7, 28), default=7, help="of EARS")
    parser.add_argument(
        "--min-sigma", type=_deviation, default=0.0, metavar="S",
        help="floor of EARS' deviation; 0.5 keeps a flat past from alarming at anything",
    )  # fmt: skip
    parser.add_argument("--variant", choices=get_args(ears.Variant), default="cdc", help="of C3")
    parser.add_argument("--farrington", choices=CONTROLS, default="nouf", help="which of its ways")


def run(run: Run) -> int:
    """Judge each count of the file by those before it."""
    file = str(run.args.file)
    rows, shares = read(file)
    step = DAYS[run.args.period or _told(rows)]
    grid = _grid(rows, step, file)
    points = judge(grid, run.args, step, shares=shares)
    found = [(row, point) for row, point in zip(grid, points, strict=True) if row.line]
    if run.form == "table":
        _print(found)
    else:
        out.rows((_plain(*one) for one in found), (), run.form)
    return DONE


def judge(grid: Sequence[Row], args: argparse.Namespace, step: int, *, shares: bool) -> list[Point]:
    """A verdict a row. EARS knows no shares: it takes the counts as they are."""
    seen = [row.count if not shares or row.total else None for row in grid]
    if args.method == "gpd":
        return _gpd(grid, seen, args.alpha or ALPHA, step, shares=shares)
    if args.method == "farrington":
        from dataclasses import replace

        from osawatch.detect import farrington

        control = farrington.CONTROLS[args.farrington]
        control = replace(control, alpha=args.alpha or control.alpha)
        totals = [row.total for row in grid] if shares else None
        return farrington.judge(seen, control, totals=totals, period=52 if step > 1 else 365)
    kind: ears.Method = next(one for one in get_args(ears.Method) if args.method.endswith(one))
    return ears.judge(
        seen, kind, baseline=args.baseline, alpha=args.alpha, least_sigma=args.min_sigma,
        variant=args.variant,
    )  # fmt: skip


def _gpd(
    grid: Sequence[Row], seen: Sequence[float | None], alpha: float, step: int, *, shares: bool
) -> list[Point]:
    exposures = _exposures(grid, shares=shares)
    days = [
        gpd.Observed(int(y), exposure) if y is not None else gpd.Observed(0, 0.0)
        for y, exposure in zip(seen, exposures, strict=True)
    ]
    pace = gpd.DAILY if step == 1 else gpd.WEEKLY
    verdicts = gpd.judge(days, grid[0].day.weekday() if grid else 0, pace)
    return [_point(one, alpha) for one in verdicts]


def _exposures(grid: Sequence[Row], *, shares: bool) -> list[float]:
    """How much was looked at, 1 on a usual day."""
    if not shares:
        return [1.0] * len(grid)
    known = sorted(row.total for row in grid if row.total)
    usual = known[len(known) // 2] if known else 1.0
    return [(row.total or 0.0) / usual for row in grid]


def _point(one: gpd.Verdict, alpha: float) -> Point:
    if one.p is None:
        return SILENT
    score = -math.log10(max(one.p, 1e-300))
    return Point(one.expected, one.upper, abs(score), one.p < alpha, one.p)


def read(file: str) -> tuple[list[Row], bool]:
    """The rows of a file, and whether it has totals. `BadInput` names line and column."""
    try:
        words = body_of(Path(file)).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput("is not UTF-8 text", file=file) from error
    table = csv.DictReader(io.StringIO(words, newline=""), skipinitialspace=True)
    try:
        names = [name.strip().casefold() for name in table.fieldnames or ()]
        table.fieldnames = names
        for name in ("date", "count"):
            if name not in names:
                raise BadInput("is missing: the first line is date,count[,total]", file=file,
                               line=1, field=name)  # fmt: skip
        rows = [_row(cells, table.line_num, file) for cells in table]
    except csv.Error as error:
        raise BadInput(f"is no CSV: {error}", file=file, line=table.line_num) from error
    _ordered(rows, file)
    return rows, "total" in names


def _row(cells: dict[str, str | None], line: int, file: str) -> Row:
    told = (cells["date"] or "").strip()
    try:
        day = date.fromisoformat(told)
    except ValueError as error:
        message = f"{told!r} is not a day like 2026-03-01"
        raise BadInput(message, file=file, line=line, field="date") from error
    count = _number(cells, "count", line, file)
    if count is not None and count != int(count):
        raise BadInput(f"{count} is not a whole number", file=file, line=line, field="count")
    said = (cells["count"] or "").strip()
    return Row(day, said, count, _number(cells, "total", line, file), line)


def _number(cells: dict[str, str | None], name: str, line: int, file: str) -> float | None:
    told = (cells.get(name) or "").strip()
    if not told:
        return None
    try:
        value = float(told)
    except ValueError:
        value = math.nan
    if not 0 <= value <= 1e12:
        raise BadInput(f"{told!r} is not a count", file=file, line=line, field=name)
    return value


def _ordered(rows: Sequence[Row], file: str) -> None:
    for before, row in pairwise(rows):
        if row.day <= before.day:
            message = f"{row.day} does not come after {before.day}"
            raise BadInput(message, file=file, line=row.line, field="date")


def _told(rows: Sequence[Row]) -> str:
    """Weeks if all dates lie whole weeks apart."""
    gaps = {(row.day - before.day).days % 7 for before, row in pairwise(rows)}
    return "week" if gaps == {0} else "day"


def _grid(rows: Sequence[Row], step: int, file: str) -> list[Row]:
    """A row for every step from the first to the last; those the file lacks have line 0."""
    found: list[Row] = []
    for row in rows:
        missing, odd = divmod((row.day - found[-1].day).days if found else step, step)
        if odd:
            message = f"{row.day} is not whole weeks after {found[-1].day}; give --period day"
            raise BadInput(message, file=file, line=row.line, field="date")
        if len(found) + missing > LONGEST:
            raise BadInput("the dates lie too far apart", file=file, line=row.line, field="date")
        last = found[-1].day if found else row.day
        found += [Row(last + timedelta(step * n), "", None, None, 0) for n in range(1, missing)]
        found.append(row)
    return found


def _print(found: Iterable[tuple[Row, Point]]) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(FIELDS)
    for row, point in found:
        alarm = "" if point.alarm is None else int(point.alarm)
        cells = (point.expected, point.upper, point.score)
        writer.writerow((row.day, row.told, *(_cell(one) for one in cells), alarm))


def _cell(value: float | None) -> str:
    """The shortest number that reads back as the same."""
    return "" if value is None else repr(float(value))


def _plain(row: Row, point: Point) -> dict[str, object]:
    count = None if row.count is None else int(row.count)
    values = (row.day.isoformat(), count, point.expected, point.upper, _finite(point.score))
    return dict(zip(FIELDS, (*values, point.alarm), strict=True))


def _finite(value: float | None) -> float | None:
    """JSON knows no infinity; above a flat past the score has none that it could name."""
    return value if value is None or math.isfinite(value) else math.copysign(1e308, value)


def _between(low: float, high: float) -> Callable[[str], float]:
    def number(words: str) -> float:
        try:
            value = float(words)
        except ValueError:
            value = math.nan
        if not low < value < high:
            told = f"{words!r} is not a number between {max(low, 0.0):g} and {high:g}"
            raise argparse.ArgumentTypeError(told)
        return value

    return number


def _share(words: str) -> float:
    return _between(0.0, 1.0)(words)


def _deviation(words: str) -> float:
    return _between(-1e-300, 1e12)(words)
