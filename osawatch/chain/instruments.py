"""Which instruments fit a good and a measure, and the matrix of the toolbox. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from osawatch.chain.model import Instrument

KINDS = ("offensive", "defensive", "both")
ALL = "all"
MITIGATION = "mitigation"


def fitting(
    every: Iterable[Instrument],
    goods: Sequence[Any],  # rules' Good
    measures: Collection[str] = (),
    countries: Collection[str] = (),
) -> tuple[Instrument, ...]:
    """Those whose sector AND measure fit, and whose own list of goods or countries does.

    Without measures any measure fits; without goods none does, whatever it is for.
    Those made for one of the sectors stand before those that are for all.
    """
    fit = [
        one
        for one in every
        if any(_for_good(one, good) for good in goods)
        and (not measures or ALL in one.measures or not set(measures).isdisjoint(one.measures))
        and (not one.countries or not set(countries).isdisjoint(one.countries))
    ]
    return tuple(sorted(fit, key=lambda one: ALL in one.sectors))


def mitigating(every: Iterable[Instrument]) -> tuple[Instrument, ...]:
    """Those that make a dependence smaller."""
    return tuple(one for one in every if MITIGATION in one.blocks)


def matrix(
    every: Iterable[Instrument], blocks: Iterable[str]
) -> Mapping[tuple[str, str], tuple[Instrument, ...]]:
    """(building block, kind) -> instruments. One of several blocks stands in each of them."""
    found: dict[tuple[str, str], list[Instrument]] = {
        (block, kind): [] for block in blocks for kind in KINDS
    }
    for one in every:
        for block in one.blocks:
            found.setdefault((block, one.kind), []).append(one)
    return {cell: tuple(those) for cell, those in found.items()}


def _for_good(one: Instrument, good: Any) -> bool:
    if ALL not in one.sectors and good.sector not in one.sectors:
        return False
    if one.critical_only and not (good.critical or good.strategic):
        return False
    return not one.goods or good.id in one.goods
