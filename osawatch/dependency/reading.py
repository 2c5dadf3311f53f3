"""Trade files as a table of flows: read as texts, checked whole, then counted.

file -> header -> layout -> DuckDB's reader (a stream of any size, every field a text)
     -> checks over all rows; what fails is looked up by line -> view `flows`
Nothing of a file counts before all of it was checked.
"""

from __future__ import annotations

import csv
import gzip
import io
import re
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import IO, Any

from osawatch.dependency.layouts import AGGREGATES, COUNTRY, EXPORT, Layout, find, missing
from osawatch.dependency.model import EU
from osawatch.errors import BadInput, why

SEPARATORS = (",", ";", "|", "\t")
EXACT = "DECIMAL(28, 6)"
YEAR_OF = "substr(year, 1, 4)"
# A spreadsheet drops the zero that a code begins with.
CODE = (
    "CASE WHEN length(product) IN (5, 7, 9) AND NOT contains(product, 'X')"
    " THEN '0' || product ELSE product END"
)
YEAR = r"^(19|20)\d\d([-]?\d\d)?$"
PRODUCT = r"^[0-9X]{1,10}$"
NUMBER = r"^\s*[-+]?(\d+([.]\d*)?|[.]\d+)([eE][-+]?\d+)?\s*$"
NONE = ("", "NA", "N/A", "NaN", "null", ":")
HEAD = 1 << 16
CUT = (OSError, EOFError, zlib.error)
NOT_UTF8 = re.compile("[\udc80-\udcff]")


@dataclass(frozen=True, slots=True)
class Form:
    """A file with its layout."""

    path: Path
    layout: Layout
    separator: str
    header: tuple[str, ...]

    @property
    def decimal_comma(self) -> bool:
        """Whether a comma may stand before the decimals."""
        return self.separator != ","


def form(path: Path, mapping: Mapping[str, str] | None = None) -> Form:
    """What kind of trade file it is, or `BadInput` that names the line."""
    try:
        with _open(path) as file:
            head = file.read(HEAD)
    except (*CUT, UnicodeDecodeError) as error:
        raise BadInput(f"cannot be read: {why(error)}", file=str(path)) from error
    line = head.split("\n", 1)[0].strip("\r")
    if not head.strip():
        raise BadInput("is empty", file=str(path))
    try:
        headers = {one: tuple(next(csv.reader([line], delimiter=one))) for one in SEPARATORS}
    except csv.Error as error:  # a carriage return of its own, in the first line
        raise BadInput(f"has no line of names: {error}", file=str(path), line=1) from error
    for separator, header in headers.items():
        layout = find(header, mapping)
        if layout:
            return Form(path, layout, separator, _named(path, layout, header))
    widest = max(headers.values(), key=len)
    if mapping:
        lacks = sorted(set(mapping.values()) - set(widest))
        raise BadInput(f"has no column {lacks[0] if lacks else '?'!r}", file=str(path), line=1)
    raise BadInput(missing(widest), file=str(path), line=1)


def _named(path: Path, layout: Layout, header: Sequence[str]) -> tuple[str, ...]:
    """Column names, each once: a second of one that counts is refused, of another renamed."""
    names = [one.strip() for one in header]
    for name in (*layout.columns.values(), *layout.keys):
        if names.count(name) > 1:
            raise BadInput(f"has the column {name!r} twice", file=str(path), line=1, field=name)
    return tuple(
        name if name and names.count(name) == 1 else f"{name} #{place}"
        for place, name in enumerate(names, 1)
    )


def attach(
    connection: Any, forms: Sequence[Form], step: Callable[[], None], *, all_rows: bool = False
) -> None:
    """The table `flows(year, reporter, partner, hs6, flow, value, quantity)` of checked files.

    `step` is called after each pass over a file. Amounts are exact decimals, so that their sums
    do not hang on the order of rows. Without `all_rows` only flows with a member of the EU at one
    end are kept.
    """
    pairs = _countries(connection)
    members = sorted({code for code, iso in pairs if iso in EU} | EU)
    ours = "" if all_rows else _texts(members)
    connection.execute(
        "CREATE TABLE flows(year SMALLINT, reporter VARCHAR, partner VARCHAR, hs6 VARCHAR,"
        f" flow VARCHAR, value {EXACT}, quantity {EXACT}, more VARCHAR, file TINYINT)"
    )
    for number, one in enumerate(forms):
        _raw(connection, f"raw{number}", one)
        _check(connection, f"raw{number}", one)
        step()
        for select in _flows(f"raw{number}", one.layout, number, ours):
            connection.execute(f"INSERT INTO flows {select}")
            step()
        _refuse_doubles(connection, number, one)


def _countries(connection: Any) -> list[tuple[str, str]]:
    table = resources.files("osawatch.dependency").joinpath("countries.csv").read_text("utf-8")
    rows = [line.split(",") for line in table.splitlines() if line[:1].isdigit()]
    pairs = [(code, iso or code) for code, iso in rows] + list(COUNTRY.items())
    connection.execute("CREATE TABLE country(code VARCHAR PRIMARY KEY, iso VARCHAR)")
    codes, isos = zip(*pairs, strict=True)  # a statement a country took longer than the figures
    connection.execute(
        "INSERT INTO country SELECT unnest(?::VARCHAR[]), unnest(?::VARCHAR[])",
        [list(codes), list(isos)],
    )
    return pairs


def _raw(connection: Any, name: str, one: Form) -> None:
    """A view of the file's texts by role; numbers with a point, whatever the file uses."""
    column = one.layout.column
    chosen = [
        f"{f'trim(upper({_name(column(role))}))' if column(role) else 'NULL'} AS {role}"
        for role in ("year", "reporter", "partner", "product", "flow", "unit")
    ]
    nothing = ", ".join(_text(word) for word in NONE)
    for role in ("value", "quantity"):
        text = f"trim({_name(column(role))})" if column(role) else "NULL"
        text = f"replace({text}, ',', '.')" if one.decimal_comma else text
        chosen.append(f"CASE WHEN {text} IN ({nothing}) THEN NULL ELSE {text} END AS {role}")
    # of a reporter's file a flow is a month's and of the full code: years and HS6 only add them up
    told = () if one.layout.bilateral else (column("year"), column("product"))
    keys = " || '|' || ".join(f"coalesce({_name(key)}, '')" for key in (*told, *one.layout.keys))
    keys = keys or "''"
    fields = ", ".join(f"{_text(head)}: 'VARCHAR'" for head in one.header)
    connection.execute(
        f"CREATE VIEW {name} AS SELECT {', '.join(chosen)}, {keys} AS more FROM read_csv("
        f"{_text(str(one.path))}, all_varchar=true, header=true, auto_detect=false,"
        f" delim={_text(one.separator)}, quote='\"', escape='\"', strict_mode=true,"
        f" columns={{{fields}}})"
    )


def _check(connection: Any, name: str, one: Form) -> None:
    """All rows, in one pass: the first thing that is wrong is told with its line."""
    import duckdb

    wrong = {
        "year": f"coalesce(try_cast({YEAR_OF} AS INTEGER), 0) NOT BETWEEN 1900 AND 2099",
        "value": f"value IS NOT NULL AND try_cast(value AS {EXACT}) IS NULL",
        "quantity": f"quantity IS NOT NULL AND try_cast(quantity AS {EXACT}) IS NULL",
        "product": "coalesce(translate(product, '0123456789X', ''), '?') <> '' OR product = ''",
        "partner": "coalesce(partner, '') = ''",
    }
    counts = ", ".join(f"count(*) FILTER ({test})" for test in wrong.values())
    try:
        found = connection.execute(
            f"SELECT {counts}, count(*), count(*) FILTER (partner NOT IN ({_texts(AGGREGATES)})),"
            f" count(DISTINCT unit) FROM {name}"
        ).fetchone()
    except duckdb.InvalidInputException as error:
        raise _misread(one, str(error)) from error
    roles = {role for role, count in zip(wrong, found, strict=False) if count}
    if roles:
        raise _found(one, roles)
    rows, countries, units = found[-3:]
    if not rows:
        raise BadInput("holds no rows below its header", file=str(one.path))
    if not countries:
        raise BadInput(
            "names sums of countries only (WORLD, EU, ...): it tells no suppliers",
            file=str(one.path), field=one.layout.column("partner"),
        )  # fmt: skip
    if units > 1:
        raise BadInput(
            f"counts quantities in {units} units: give one file a unit",
            file=str(one.path), field=one.layout.column("unit"),
        )  # fmt: skip


def _flows(name: str, layout: Layout, number: int, members: str) -> list[str]:
    """A reporter's rows say a flow once; a bilateral row says it for both its ends."""
    word = f"CASE WHEN flow IN ({_texts(EXPORT)}) THEN 'X' ELSE 'M' END"
    if not layout.bilateral:
        return [_ends(name, layout, number, members, ("reporter", "partner"), word)]
    into = _ends(name, layout, number, members, ("reporter", "partner"), "'M'")
    out = _ends(name, layout, number, members, ("partner", "reporter"), "'X'")
    return [into, out] if members else [into]


def _ends(
    name: str, layout: Layout, number: int, members: str, ends: tuple[str, str], flow: str
) -> str:
    """The flows of `members` ("" = of all), seen from the first of the two ends."""
    countries = _texts(AGGREGATES)
    whose = f" AND {ends[0]} IN ({members})" if members else ""
    return (
        f"SELECT {YEAR_OF}::SMALLINT, coalesce(a.iso, {ends[0]}), coalesce(b.iso, {ends[1]}),"
        f" substr({CODE}, 1, 6), {flow}, value::{EXACT},"
        f" (quantity::DOUBLE * {layout.tonnes})::{EXACT}, more || {ends[0]} || '>' || {ends[1]},"
        f" {number} FROM {name} LEFT JOIN country a ON a.code = {ends[0]}"
        f" LEFT JOIN country b ON b.code = {ends[1]} WHERE partner NOT IN ({countries})"
        f" AND reporter NOT IN ({countries}) AND length(product) >= 5"
        f" AND substr(replace(year, '-', ''), 5) <> '52'{whose}"
    )


def _refuse_doubles(connection: Any, number: int, one: Form) -> None:
    twice = connection.execute(
        "SELECT 1 FROM flows WHERE file = ? GROUP BY year, hs6, reporter, partner, flow, more"
        " HAVING count(*) > ? LIMIT 1",
        (number, 1),
    ).fetchone()
    if twice:
        raise _doubled(one)


# -- finding the line


def _found(one: Form, roles: set[str]) -> BadInput:
    """The first line whose field cannot be read, for people."""
    layout, names = one.layout, one.header
    told = {
        "year": (YEAR, "is no year"), "product": (PRODUCT, "is no customs code"),
        "value": (NUMBER, "is no number"), "quantity": (NUMBER, "is no number"),
        "partner": (r"\S", "names no country"),
    }  # fmt: skip
    for line, row in _rows(one):
        for role in sorted(roles):
            place = names.index(layout.column(role))
            text = row[place].strip() if place < len(row) else ""
            if role in ("value", "quantity"):
                text = text.replace(",", ".") if one.decimal_comma else text
                if text in NONE:
                    continue
            pattern, why = told[role]
            if not re.search(pattern, text):
                return BadInput(
                    f"column {place + 1}, {text[:40]!r} {why}",
                    file=str(one.path), line=line, field=layout.column(role),
                )  # fmt: skip
    return BadInput("cannot be read", file=str(one.path))


def _doubled(one: Form) -> BadInput:
    layout = one.layout
    roles = ("year", "reporter", "partner", "product", "flow")
    places = [one.header.index(layout.column(role)) for role in roles if layout.column(role)]
    places += [one.header.index(key) for key in layout.keys]
    seen: dict[tuple[str, ...], int] = {}
    for line, row in _rows(one):
        key = tuple(row[place] for place in places if place < len(row))
        if key in seen:
            told = f"says the same flow as line {seen[key]}: it would count twice"
            return BadInput(told, file=str(one.path), line=line)
        seen[key] = line
    return BadInput("says a flow twice", file=str(one.path))


def _misread(one: Form, error: str) -> BadInput:
    found = re.search(r"Line: (\d+)", error)
    line = int(found[1]) if found else 0
    for number, row in _rows(one):
        if len(row) != len(one.header):
            told = f"has {len(row)} fields where the header has {len(one.header)}"
            return BadInput(told, file=str(one.path), line=number)
    reason = next((part for part in error.splitlines() if part.strip()), "")
    return BadInput(f"cannot be read as a table ({reason[:120]})", file=str(one.path), line=line)


def _rows(one: Form) -> Iterator[tuple[int, list[str]]]:
    """The rows below the header; the line that no reader of tables takes is told of."""
    with _open(one.path, "surrogateescape") as file:
        reader = csv.reader(file, delimiter=one.separator)
        try:
            next(reader, None)
            for row in reader:
                if any(NOT_UTF8.search(text) for text in row):
                    raise BadInput("is not UTF-8", file=str(one.path), line=reader.line_num)
                if row:
                    yield reader.line_num, row
        except (csv.Error, *CUT) as error:
            told = f"cannot be read as a table ({error})"
            raise BadInput(told, file=str(one.path), line=reader.line_num) from error


def _open(path: Path, errors: str = "strict") -> IO[str]:
    if path.suffix == ".gz":
        return io.TextIOWrapper(gzip.open(path), "utf-8-sig", errors, newline="")
    return path.open(encoding="utf-8-sig", errors=errors, newline="")


def _name(column: str) -> str:
    return '"' + column.replace('"', '""') + '"'


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _texts(values: Sequence[str]) -> str:
    return ", ".join(_text(one) for one in values)
