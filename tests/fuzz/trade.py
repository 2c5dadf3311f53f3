"""Trade files, at three depths: the first line, the search for a bad line, all of it in DuckDB.

A DuckDB of its own a try took a hundred times as long as reading, so one is kept for the process;
planning its statements still takes milliseconds, and only what the first line lets pass gets there.
"""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import duckdb

from osawatch.dependency import reading
from osawatch.errors import BadInput

HEADS = (
    b"t,i,j,k,v,q\n",
    b"PERIOD;REPORTER;PARTNER;PRODUCT_NC;FLOW;VALUE_EUR;QUANTITY_KG;SUPPL_UNIT\n",
)
ROWS = (
    b"2023,156,528,010121,60,6\n2023,579,276,010121,20,NA\n",
    b"202301;NL;CN;01012100;1;60,5;6;kg\n202302;NL;CN;01012100;2;7;;kg\n",
    b'2023,156,528,"010121",6e1,6\n2023,156,528,010121,1,1\n',
)
WHOLE = tuple(head + row for head, row in zip(HEADS, ROWS, strict=False))
MADE = ("VIEW raw0", "TABLE flows", "TABLE country")
ROLES = {"year", "product", "value", "quantity", "partner"}


def head(path: Path) -> None:
    """Which layout its first line is."""
    reading.form(path, None)


def lines(path: Path) -> None:
    """The line that is told of when DuckDB says only that one of them is bad."""
    one = reading.form(path, None)
    for search in (
        lambda: reading._found(one, ROLES & set(one.layout.columns)),
        lambda: reading._misread(one, "CSV Error on Line: 2"),
        lambda: reading._doubled(one),
    ):
        assert isinstance(search(), BadInput)


def whole(path: Path) -> None:
    """Read, checked and added up, as for the indicators."""
    connection = _duckdb()
    try:
        reading.attach(connection, [reading.form(path, None)], lambda: None)
        connection.execute("SELECT sum(value), sum(quantity) FROM flows").fetchall()
    except duckdb.Error as error:  # what `compute` makes of it
        raise BadInput(str(error), file=str(path)) from error
    finally:
        for one in MADE:
            with suppress(duckdb.CatalogException):
                connection.execute(f"DROP {one}")


def rows(body: bytes) -> bytes:
    """Rows that were changed, below a first line that was not."""
    return HEADS[b";" in body[:40]] + body


@cache
def _duckdb() -> Any:
    connection = duckdb.connect(":memory:")
    for setting in ("autoinstall_known_extensions", "autoload_known_extensions"):
        connection.execute(f"SET {setting}=false")
    connection.execute("SET threads=1")
    return connection
