"""Supply risk and economic importance of a material.

Formulas: European Commission, methodology for establishing the EU list of critical raw materials
(2017, ISBN 978-92-79-68051-9); the words of the glossary and section 2 of the 2017 review.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

Sources = Literal["GS + EUS", "GS only", "EUS only"]
CRITICAL_SR, CRITICAL_EI = 1.0, 2.8


def concentration(
    shares: Mapping[str, float], wgi: Mapping[str, float], t: Mapping[str, float]
) -> float:
    """HHI weighted with governance (0..10, higher is worse) and the trade factor t (1 = free).

    `shares` are 0..1. A country without a governance figure raises KeyError: it must not count
    as well governed.
    """
    return sum(share * share * wgi[land] * t.get(land, 1.0) for land, share in shares.items())


def import_reliance(imports: float, exports: float, production: float) -> float:
    """(import - export) / (production + import - export), 0..1; a net exporter relies on none."""
    net = imports - exports
    used = production + net
    return max(0.0, net / used) if used > 0 else 0.0


def supply_risk(
    global_: float | None,
    sourcing: float | None,
    *,
    reliance: float,
    recycled: float,
    substitution: float,
    used: Sources = "GS + EUS",
) -> float:
    """SR = [HHI_GS * IR/2 + HHI_EU * (1 - IR/2)] * (1 - EoL-RIR) * SI_SR.

    `reliance` and `recycled` are 0..1. Without data of one side only the other counts.
    """
    if used == "GS only" or sourcing is None:
        mixed = global_
    elif used == "EUS only" or global_ is None:
        mixed = sourcing
    else:
        half = reliance / 2
        mixed = global_ * half + sourcing * (1 - half)
    if mixed is None:
        raise ValueError("neither global supply nor EU sourcing is known")
    return mixed * (1 - recycled) * substitution


def economic_importance(uses: Sequence[tuple[float, float]], substitution: float) -> float:
    """EI = sum of (share of use 0..1 * value added of its sector, scaled to 10) * SI_EI."""
    return sum(share * added for share, added in uses) * substitution


def critical(sr: float, ei: float) -> bool:
    """Both thresholds of the method."""
    return sr >= CRITICAL_SR and ei >= CRITICAL_EI
