"""Shares from the desk's own trade figures, for goods that nobody else counts. Pure.

The dependency page keeps indicators by HS6 code; the latest year by value of the EU is taken.
Where the pack has a figure, that stays: two sources in one mark would not say whose it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from osawatch.chain.model import Source, Supply
from osawatch.dependency.kept import Kept
from osawatch.dependency.model import Dependency
from rules.watchlist import Supplier

SOURCE, SCOPE, REPORTER, BASIS = "own-trade", "eu27-extra-imports-value", "EU27_2020", "value"
HOME, HOME_SCOPE = "NL", "nl-imports-value"


def filled(goods: Mapping[str, Any], kept: Kept | None) -> Mapping[str, Any]:  # rules' Good by id
    """The goods, those without any figure with the suppliers of their codes."""
    latest = _latest(kept, REPORTER)
    if not latest:
        return goods
    return {key: _filled(good, latest) for key, good in goods.items()}


def source(kept: Kept | None) -> dict[str, Source]:
    """What stands behind these figures."""
    if kept is None:
        return {}
    told = ", ".join((*kept.files, kept.made))
    return {SOURCE: Source(SOURCE, "", told, "own")}


def at_home(good: Any, kept: Kept | None) -> tuple[Supply, ...]:  # rules' Good
    """What the Netherlands buys of a good and from whom: a list a customs code, latest year."""
    latest = _latest(kept, HOME)
    codes = dict.fromkeys(code.hs6 for code in good.codes)
    return tuple(
        Supply(
            HOME_SCOPE, SOURCE, "", row.hs6, str(row.year),
            tuple((one.country, one.share) for one in row.suppliers),
        )
        for row in (latest[hs6] for hs6 in codes if hs6 in latest)
    )  # fmt: skip


def _latest(kept: Kept | None, reporter: str) -> dict[str, Dependency]:
    found: dict[str, Dependency] = {}
    for row in kept.rows if kept else ():
        known = found.get(row.hs6)
        fits = row.reporter == reporter and row.basis == BASIS and row.suppliers
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
