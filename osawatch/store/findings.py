"""What was found in an item, as a column and back."""

from __future__ import annotations

import json
from dataclasses import astuple
from datetime import date
from functools import lru_cache
from typing import Any

from rules.model import CountryRole, Dated, Match, MeasureStatus, Role

ROLES = ("imposing", "supplier", "affected", "transit")


def pack(match: Match) -> str:
    """A match as a column; its rules stand in a table of their own."""
    data = {
        "goods": match.goods,
        "mentions": match.mentions,
        "countries": match.countries,
        "measures": match.measures,
        "roles": [(role.country, role.role) for role in match.roles],
        "measure_status": match.measure_status,
        "entities": match.entities,
        "silences": match.silences,
    }
    if match.dates:
        data["dates"] = [(one.kind, one.date.isoformat(), *astuple(one)[2:]) for one in match.dates]
    return json.dumps(data, ensure_ascii=False)


@lru_cache(maxsize=4096)
def unpack(column: str | None) -> Match:
    """The reverse of `pack`; no column is an empty match."""
    return match_of(json.loads(column or "{}"))


def match_of(data: dict[str, object]) -> Match:
    """The match that a finding in the store describes."""
    roles = [Role(country, _role(role)) for country, role in _pairs(data.get("roles"))]
    return Match(
        goods=_texts(data.get("goods")),
        mentions=_texts(data.get("mentions")),
        countries=_texts(data.get("countries")),
        measures=_texts(data.get("measures")),
        roles=tuple(roles),
        measure_status=_statuses(data.get("measure_status")),
        entities=_texts(data.get("entities")),
        silences=_texts(data.get("silences")),
        dates=_dates(data.get("dates")),
    )


def _texts(values: object) -> tuple[str, ...]:
    return tuple(str(one) for one in values) if isinstance(values, list | tuple) else ()


def _pairs(values: object) -> list[tuple[str, str]]:
    if not isinstance(values, list | tuple):
        return []
    return [(str(pair[0]), str(pair[1])) for pair in values]


def _dates(values: Any) -> tuple[Dated, ...]:
    if not isinstance(values, list | tuple):
        return ()
    return tuple(
        Dated(kind, date.fromisoformat(day), precision, field, start, end)
        for kind, day, precision, field, start, end in values
    )


def _role(word: str) -> CountryRole:
    return word if word in ROLES else "affected"  # type: ignore[return-value]


def _statuses(values: object) -> dict[str, MeasureStatus]:
    return dict(values) if isinstance(values, dict) else {}
