"""Core dependency indicators from flows. Formulas and thresholds: SWD(2021) 352."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from osawatch.dependency.model import (
    CDI1,
    CDI2,
    CDI3,
    NEAR,
    OF_YEARS,
    YEARS,
    Basis,
    Dependency,
    Supplier,
)


@dataclass(frozen=True, slots=True)
class Sums:
    """What the flows of a product add up to in a year; `squares`: of each country's imports."""

    year: int
    hs6: str
    extra: float
    squares: float
    intra: float
    out_extra: float
    out_intra: float
    count: int
    suppliers: tuple[tuple[str, float], ...]


def indicators(sums: Iterable[Sums], reporter: str, basis: Basis) -> list[Dependency]:
    """One line for each product and year; confidential codes are no products, but are counted."""
    found: list[Sums] = []
    open_: dict[tuple[int, str], float] = defaultdict(float)
    hidden: dict[tuple[int, str], float] = defaultdict(float)
    for one in sums:
        chapter, imports = (one.year, one.hs6[:2]), one.extra + one.intra
        if "X" in one.hs6:
            hidden[chapter] += imports
        else:
            open_[chapter] += imports
            found.append(one)
    return _steady(
        [
            _line(one, reporter, basis, _share(open_, hidden, (one.year, one.hs6[:2])))
            for one in found
        ]
    )


def _share(
    open_: dict[tuple[int, str], float], hidden: dict[tuple[int, str], float], at: tuple[int, str]
) -> float:
    total = open_[at] + hidden[at]
    return open_[at] / total if total else 1.0


def _line(one: Sums, reporter: str, basis: Basis, coverage: float) -> Dependency:
    imports, exports = one.extra, one.out_extra + one.out_intra
    cdi1 = one.squares / (imports * imports) if imports else None
    cdi2 = imports / (imports + one.intra) if imports + one.intra else None
    cdi3 = imports / exports if exports else None
    shares = [(land, amount / imports) for land, amount in one.suppliers if imports and amount]
    return Dependency(
        one.year, one.hs6, reporter, basis, imports, one.intra, exports, one.out_extra, cdi1, cdi2,
        cdi3, imports / one.out_extra if one.out_extra else None, _dependent(cdi1, cdi2, cdi3),
        None, coverage, one.count,
        tuple(Supplier(land, share, land in NEAR) for land, share in shares),
    )  # fmt: skip


def _dependent(cdi1: float | None, cdi2: float | None, cdi3: float | None) -> bool:
    """All three; without any export there is nothing to put in the place of imports."""
    if cdi1 is None or cdi2 is None:
        return False
    return cdi1 > CDI1 and cdi2 > CDI2 and (cdi3 is None or cdi3 > CDI3)


def _steady(found: Sequence[Dependency]) -> list[Dependency]:
    years: dict[str, dict[int, bool]] = defaultdict(dict)
    for one in found:
        years[one.hs6][one.year] = one.dependent
    made = []
    for one in found:
        known = [years[one.hs6].get(one.year - back) for back in range(OF_YEARS)]
        seen = [value for value in known if value is not None]
        label = sum(seen) >= YEARS if len(seen) >= YEARS else None
        made.append(replace(one, steady=label))
    return made
