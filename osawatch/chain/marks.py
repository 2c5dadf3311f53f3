"""The risk marks of a good, and what lowers a risk. Pure.

Thresholds: 65 % from one third country is the ceiling that Regulation (EU) 2024/1252 sets for
strategic raw materials by 2030; an HHI above 0.4 is the first test of SWD(2021) 352. A supplier
inside the EU or near it (EEA, Switzerland, United Kingdom) is another risk than one far away.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from osawatch.chain import supply
from osawatch.chain.governance import weights
from osawatch.chain.model import Advice, Marks, Risk, Row, Source, Supply, Why
from osawatch.dependency.model import CDI1, EU, NEAR
from osawatch.exposure import rank

CEILING = 0.65
FIXED = 0.9  # a substitution index from here means: hardly to be replaced
GRAVITY = {"unknown": 0, "low": 1, "open": 2, "medium": 3, "high": 4}  # open: of a stage or code
PARTNERS = ("eu_crm_strategic_partners", "eu_fta_in_force")


def marks(good: Any, sources: Mapping[str, Source]) -> Marks:  # rules' Good
    """All marks of a good of the watchlist."""
    best = worst(supply.telling(supply.supplies(good)))
    known, told = good.indicators, sources.get(best.source) if best else None
    found = risk(best)
    return Marks(
        good.id, found, best, supply.governed(best, weights()) if best else None,
        supply.named(good), tuple(o.share for o in good.supplier_groups if o.share is not None),
        good.critical, good.strategic, known.sr, known.ei, known.eol, known.si,
        told.reliability if told else "", _why(good, best) if found == "unknown" else "",
    )  # fmt: skip


def _why(good: Any, best: Supply | None) -> Why:
    """What kept the concentration from being known."""
    if best is not None:
        return "partial"
    if good.kind == "chokepoint":
        return "route"
    return "group" if good.kind == "group" and not good.codes else "uncounted"


def worst(lists: Iterable[Supply]) -> Supply | None:
    """The list to judge a good by: one link that is concentrated is enough to break a chain.

    So is one stage or code that may be: it stands before a whole list of another one. A list
    that is not whole and says of no stage or code which it is counts only where no other is.
    """
    return max(lists, key=_gravity, default=None)


def risk(best: Supply | None) -> Risk:
    """High: concentrated far away. Medium: concentrated in the EU or near it. Low: neither.

    Unknown: nobody counts it, or what is counted leaves so much over that it may be either.
    A country through which goods only pass is no supplier, and its share is held by nobody known.
    """
    if best is None:
        return "unknown"
    land, share = best.first
    if share >= CEILING or best.hhi > CDI1:
        return "medium" if land in EU | NEAR else "high"
    return "unknown" if best.rest >= CEILING or best.hhi_high > CDI1 else "low"


def bottlenecks(rows: Iterable[Row]) -> list[Row]:
    """Goods that are concentrated, the worst first: path weight * HHI weighted with governance."""
    weak = [row for row in rows if row.marks and row.marks.risk in ("high", "medium")]
    return sorted(weak, key=lambda row: (-(row.score or 0.0), row.name))


def advice(found: Marks, groups: Mapping[str, Iterable[str]]) -> tuple[Advice, ...]:
    """What can be done about a good, the figures that speak for it, and what is not known."""
    if found.best is None:
        return (Advice(found.good, "no-figures", found.named),)
    said: list[Advice] = []
    land, share = found.best.first
    if found.risk in ("high", "medium"):
        others = _partners(found.best, groups)
        said.append(Advice(found.good, "diversify", (land, f"{share:.2f}")))
        if others:
            said.append(Advice(found.good, "partners", others))
        if found.risk == "high" and found.substitution is not None and found.substitution >= FIXED:
            said.append(Advice(found.good, "stocks", (f"{found.substitution:.2f}",)))
    if found.substitution is not None and found.substitution < FIXED:
        said.append(Advice(found.good, "substitute", (f"{found.substitution:.2f}",)))
    if found.recycled is not None:
        said.append(Advice(found.good, "recycle", (f"{found.recycled:.2f}",)))
    return tuple(said)


def _gravity(one: Supply) -> tuple[int, int, float]:
    """Of equally grave lists the one whose scope says most about us."""
    found = risk(one)
    named = found == "unknown" and (one.stage or one.code)
    return GRAVITY["open" if named else found], -rank(one.scope), one.hhi


def _partners(best: Supply, groups: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """Listed suppliers beside the first that have a partnership or agreement, or are near."""
    friends = EU | NEAR | {land for group in PARTNERS for land in groups.get(group, ())}
    return tuple(land for land, _ in best.shares[1:] if land in friends)
