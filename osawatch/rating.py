"""The score of a single text, as if it raised its alerts alone. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from osawatch import score
from osawatch.decide import axis, stage_of
from osawatch.model import Score
from rules.model import Match

ROLES = ("imposing", "supplier", "affected", "transit")


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of the source and the series: the score of a text alone knows no better."""

    grade: str = "C"
    official: bool = False
    novelty: float = 0.0
    p: float = 1.0


def rate(match: Match, watchlist: Any, standing: Standing) -> Score | None:  # rules' Watchlist
    """The highest score among the alerts that a text asks for, None when it asks for none."""
    groups = {frozenset(group) for hit in match.rules for group in hit.groups or ((),)}
    scores = [_rated(match, watchlist, standing, _named(group, match)) for group in groups]
    return max(scores, key=lambda one: (one.value, one.vector), default=None)


def _rated(
    match: Match, watchlist: Any, standing: Standing, named: Mapping[str, tuple[str, ...]]
) -> Score:
    goods = named.get("good", match.goods)
    measures = named.get("measure", match.measures)
    return score.rate(
        score.facts_for(
            [watchlist.goods[one] for one in goods if one in watchlist.goods] or None,
            named.get("country", acting(match)),
            watched=watchlist.measures,
            measures=measures,
            status=stage_of(match.measure_status, measures),
            reach=score.reach(one.country for one in match.roles if one.role == "affected"),
            grades=standing.grade,
            official=standing.official,
            novelty=standing.novelty,
            p=standing.p,
        )
    )


def acting(match: Match) -> tuple[str, ...]:
    """The imposing countries, else the suppliers, else those affected, else all."""
    for wanted in ROLES:
        named = tuple(role.country for role in match.roles if role.role == wanted)
        if named:
            return named
    return match.countries


def _named(group: frozenset[tuple[str, str]], match: Match) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for _, value in sorted(group):
        if value:
            kind = axis(value, match)
            found[kind] = (*found.get(kind, ()), value)
    return found
