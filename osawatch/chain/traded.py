"""Shares from the desk's own trade figures, for goods that nobody else counts. Pure.

The dependency page keeps indicators by HS6 code; the latest year by value of the EU is taken.
Where the pack has a figure, that stays: two sources in one mark would not say whose it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from osawatch.chain.model import Source
from osawatch.dependency.kept import Kept
from osawatch.dependency.model import Dependency
from rules.watchlist import Supplier

SOURCE, SCOPE, REPORTER, BASIS = "own-trade", "eu27-extra-imports-value", "EU27_2020", "value"


def filled(goods: Mapping[str, Any], kept: Kept | None) -> Mapping[str, Any]:  # rules' Good by id
    """The goods, those without any figure with the suppliers of their codes."""
    latest = _latest(kept)
    if not latest:
        return goods
    return {key: _filled(good, latest) for key, good in goods.items()}


def source(kept: Kept | None) -> dict[str, Source]:
    """What stands behind these figures."""
    if kept is None:
        return {}
    told = ", ".join((*kept.files, kept.made))
    return {SOURCE: Source(SOURCE, "", told, "own")}


def _latest(kept: Kept | None) -> dict[str, Dependency]:
    found: dict[str, Dependency] = {}
    for row in kept.rows if kept else ():
        known = found.get(row.hs6)
        fits = row.reporter == REPORTER and row.basis == BASIS and row.suppliers
        if fits and (known is None or row.year > known.year):
            found[row.hs6] = row
    return found


def _filled(good: Any, latest: Mapping[str, Dependency]) -> Any:
    if any(one.share is not None for one in good.suppliers):
        return good
    rows = [latest[hs6] for hs6 in dict.fromkeys(c.hs6 for c in good.codes) if hs6 in latest]
    own = tuple(
        Supplier(one.country, one.share, SCOPE, SOURCE, period=str(row.year), code=row.hs6)
        for row in rows
        for one in row.suppliers
    )
    return replace(good, suppliers=(*good.suppliers, *own)) if own else good
