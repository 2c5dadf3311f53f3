"""Supply risk and economic importance of a material: as published, and computed anew. Pure.

    suppliers of the study, governance, trade factor -> HHI of the world and of EU sourcing, a stage
    import reliance, recycling, substitution (2017)  -> SR of a stage; the higher one counts
Formulas: `osawatch.dependency.risk`. A computed figure is an own estimate: shares are averages of
2016-2020, inputs of the formula are of 2017, governance is one of six dimensions (2024), and t
knows no export control after 2020.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from osawatch.chain.governance import weights
from osawatch.chain.model import Supply
from osawatch.chain.studied import Assessed, Use, assessments, factors, uses
from osawatch.chain.supply import supplies
from osawatch.dependency.model import EU
from osawatch.dependency.risk import concentration, critical, economic_importance, supply_risk

WORLD, SOURCING = "world-supply", "eu-sourcing"
STUDY = ("eu-crm-2023-eu", "eu-crm-2023-gs", "ec-crm-press-2023")
INSIDE = 0.8  # t of members of the EU
HIDDEN = 0.2  # of a list that leaves more than this to nobody, no figure is computed
INPUTS = ("ir", "eol", "si")


@dataclass(frozen=True, slots=True)
class Side:
    """One side of the formula at one stage: HHI with governance and t, 0..15.

    `rest` is what the list leaves to suppliers that it does not name, 0..1; the HHI counts none
    of it, so it is a lower bound.
    """

    scope: str
    stage: str
    period: str
    source: str
    hhi: float
    rest: float


@dataclass(frozen=True, slots=True)
class Stage:
    """Supply risk of one stage. A side that is None is not known, and the other stands for both."""

    stage: str
    sr: float
    world: Side | None
    sourcing: Side | None


@dataclass(frozen=True, slots=True)
class Criticality:
    """All that is known of a good's criticality. `missing` says what kept SR from being computed.

    `studies` are the Commission's own figures by year. `sr` is computed here, and so is
    `ei_uses`: EI before substitution, from the `used` part (0..1) of all use that is known.
    """

    good: str
    studies: tuple[Assessed, ...]
    critical: bool | None
    sr: float | None
    stages: tuple[Stage, ...]
    reliance: float | None
    recycled: float | None
    substitution: float | None
    missing: tuple[str, ...]
    uses: tuple[Use, ...]
    used: float
    ei_uses: float | None

    @property
    def latest(self) -> Assessed | None:
        """The last study."""
        return self.studies[-1] if self.studies else None


def of(good: Any) -> Criticality:  # rules' Good
    """A good's criticality; nothing is taken for what is not known."""
    known, studies = good.indicators, assessments().get(good.id, ())
    missing = [name for name in INPUTS if getattr(known, name) is None]
    sides = _sides(good)
    if not sides:
        missing.append("shares")
    stages = () if missing else _stages(sides, known.ir, known.eol, known.si)
    used, last = uses().get(good.id, ()), studies[-1] if studies else None
    return Criticality(
        good.id, studies, critical(last.sr, last.ei) if last else None,
        max((one.sr for one in stages), default=None), stages, known.ir, known.eol, known.si,
        tuple(missing), used, min(1.0, sum(one.share for one in used)),
        economic_importance([(one.share, one.added) for one in used], 1.0) if used else None,
    )  # fmt: skip


def _sides(good: Any) -> list[Side]:  # rules' Good
    """Lists of the study that are nearly whole and of which every country is known."""
    made = []
    for one in supplies(good):
        if one.source in STUDY and one.scope in (WORLD, SOURCING) and one.unnamed <= HIDDEN:
            side = _side(good.id, one)
            made += [side] if side else []
    return made


def _side(good: str, one: Supply) -> Side | None:
    shares, governed = dict(one.shares), weights()
    if any(land not in governed for land in shares):
        return None
    above = factors().get((good, one.scope, one.stage), {})
    t = {land: INSIDE if land in EU else above.get(land, 1.0) for land in shares}
    hhi = concentration(shares, governed, t)
    return Side(one.scope, one.stage, one.period, one.source, hhi, one.unnamed)


def _stages(
    sides: Iterable[Side], reliance: float, recycled: float, substitution: float
) -> tuple[Stage, ...]:
    by: dict[str, dict[str, Side]] = {}
    for one in sides:
        by.setdefault(one.stage, {}).setdefault(one.scope, one)
    made = []
    for stage, found in by.items():
        world, sourcing = found.get(WORLD), found.get(SOURCING)
        sr = supply_risk(
            world.hhi if world else None, sourcing.hhi if sourcing else None, reliance=reliance,
            recycled=recycled, substitution=substitution,
        )  # fmt: skip
        made.append(Stage(stage, sr, world, sourcing))
    return tuple(sorted(made, key=lambda one: (-one.sr, one.stage)))
