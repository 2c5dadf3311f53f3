"""Rows of delimited lists: decoding, header names, one mapping a row, with its line number."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from io import StringIO

from feeds.lists.words import tidy

csv.field_size_limit(8 << 20)


def decode(body: bytes) -> str:
    """UTF-8 (with or without its mark), else Windows-1252 as British lists use it."""
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        return body.decode("cp1252", errors="replace")


def rows(text: str, delimiter: str = ",") -> Iterator[list[str]]:
    """The rows, without empty ones and without the Ctrl-Z that ends some files."""
    for row in csv.reader(StringIO(text, newline=""), delimiter=delimiter):
        if any(cell.strip(" \x1a") for cell in row):
            yield row


def mappings(header: Sequence[str], body: Iterator[list[str]]) -> Iterator[dict[str, str]]:
    """Each row by its column names; of two equal names the first counts."""
    names = [tidy(name) for name in header]
    twice = len(set(names)) < len(names)
    for row in body:
        cells = [" ".join(cell.split()) if cell else "" for cell in row]
        if cells == names:
            continue
        if twice:  # of two equal names the first counts: the later are written over
            yield dict(
                zip(reversed(names[: len(cells)]), reversed(cells[: len(names)]), strict=True)
            )
        else:
            yield dict(zip(names, cells, strict=False))


def leaves(found: dict[str, str]) -> dict[str, tuple[str, ...]]:
    """A row as leaves of a record: column -> (value,), empty ones left out."""
    return {name: (value,) for name, value in found.items() if value}


def merge(rows_of_one: Sequence[dict[str, str]]) -> dict[str, tuple[str, ...]]:
    """Several rows of one record as leaves: column -> its different values, sorted."""
    found: dict[str, set[str]] = {}
    for row in rows_of_one:
        for name, value in row.items():
            if value:
                found.setdefault(name, set()).add(value)
    return {name: tuple(sorted(values)) for name, values in found.items()}
