"""Whether the fields of an entry hold what they are for. Pure; `BadInput` names the field."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from datetime import date

from osawatch.errors import BadInput
from osawatch.registers.model import DECIDED, LONGEST, Column, Shape

COUNTRY = re.compile(r"[A-Z]{2}\Z")
SEVERAL = re.compile(r"[,;\s]+")
Known = Callable[[str], Collection[str]]
"""The keys of an axis of the watchlist: good, country, measure, company (names, folded)."""


def checked(shape: Shape, given: Mapping[str, str], known: Known) -> dict[str, str]:
    """The fields in their own form. A field that is not there stays out."""
    found: dict[str, str] = {}
    for key, value in given.items():
        column = shape.column(key)
        if column is None:
            raise BadInput("is no field", field=key)
        found[key] = _value(column, value.strip(), known)
    return found


def whole(shape: Shape, values: Mapping[str, str], known: Known) -> None:
    """What only shows when all fields are there."""
    for column in shape.columns:
        if column.needed and not values.get(column.key):
            raise BadInput("is missing", field=column.key)
    if shape.name == "licence":
        _licence(values, known)


def _licence(values: Mapping[str, str], known: Known) -> None:
    decided = values.get("decided", "")
    if decided and values["status"] not in DECIDED:
        raise BadInput("goes with a decision only", field="decided")
    if decided and decided < values["filed"]:
        raise BadInput("lies before the day it was filed", field="decided")
    if values["firm"].casefold() in known("company"):
        raise BadInput("names a firm of the watchlist: use a name that hides it", field="firm")


def _value(column: Column, said: str, known: Known) -> str:
    if not said or column.kind == "text":
        return _short(column, said)
    said = " ".join(said.split())
    if column.kind == "choice":
        return _choice(column, said)
    if column.kind in ("country", "countries"):
        return _lands(column, said)
    if column.kind in ("good", "goods"):
        return _goods(column, said, known)
    return _day(column, said) if column.kind == "day" else _short(column, said)


def _choice(column: Column, said: str) -> str:
    if said not in column.choices:
        raise BadInput(f"{said!r} is not one of {', '.join(column.choices)}", field=column.key)
    return said


def _short(column: Column, said: str) -> str:
    most = LONGEST.get(column.kind, LONGEST["line"])
    if len(said) > most:
        raise BadInput(f"is longer than {most} characters", field=column.key)
    return said


def _day(column: Column, said: str) -> str:
    try:
        return date.fromisoformat(said).isoformat()
    except ValueError as error:
        raise BadInput(f"{said!r} is not a day (YYYY-MM-DD)", field=column.key) from error


def _lands(column: Column, said: str) -> str:
    parts = [one.upper() for one in SEVERAL.split(said) if one]
    if column.kind == "country" and len(parts) != 1:
        raise BadInput("takes one country", field=column.key)
    for one in parts:
        if not COUNTRY.match(one):
            raise BadInput(f"{one!r} is no country code of two letters", field=column.key)
    return ", ".join(dict.fromkeys(parts))


def _goods(column: Column, said: str, known: Known) -> str:
    parts = [said] if column.kind == "good" else [one for one in SEVERAL.split(said) if one]
    every = known("good")
    for one in parts:
        if every and one not in every:
            raise BadInput(f"{one!r} is no good of the watchlist", field=column.key)
    return ", ".join(dict.fromkeys(parts))
