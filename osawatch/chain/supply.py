"""Who supplies a good: the watchlist's suppliers as lists, and how concentrated they are. Pure.

The same choice of list as for the score (`osawatch.exposure`): first what the EU buys, then what
it imports, then what the world makes; of the links in a list's chain the one that is worst.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from osawatch.chain.model import Loss, Supply
from osawatch.dependency.model import EU
from osawatch.exposure import rank

EU_STUDY, WORLD_STUDY = "eu-crm-2023-eu", "eu-crm-2023-gs"
WHOLE, SEEN = 0.03, 0.02  # what a whole list may leave over; a smaller share is rounding
BEYOND = 5  # a proposal of the makers


def supplies(good: Any) -> list[Supply]:  # rules' Good
    """All lists with figures, the scope that says most about us first, then the largest share.

    A country that stands twice in a list counts with its larger share.
    """
    found: dict[tuple[str, str, str, str, str], dict[str, float]] = {}
    for one in good.suppliers:
        if one.share is not None:
            key = (one.scope, one.source, one.stage, one.code, one.period)
            shares = found.setdefault(key, {})
            shares[one.country] = max(one.share, shares.get(one.country, 0.0))
    made = [Supply(*key, _sorted(shares)) for key, shares in found.items()]
    made = [replace(one, passing=_passing(one, made)) for one in made]
    return sorted(made, key=lambda one: (rank(one.scope), -one.first[1], one.stage, one.code))


def _passing(one: Supply, lists: Sequence[Supply]) -> tuple[str, ...]:
    """Who is on an EU list and makes none, by the world's list of the same study and stage.

    Members of the EU may mine what is too little for the world's list; so may anybody where
    that list leaves something over.
    """
    if one.source != EU_STUDY or not one.stage:
        return ()
    key = (WORLD_STUDY, one.stage, one.period)
    world = next((x for x in lists if (x.source, x.stage, x.period) == key), None)
    if world is None or world.unnamed > WHOLE:
        return ()
    makers = {land for land, _ in world.shares} | EU
    least = max(SEEN, BEYOND * world.unnamed)  # what is left over could not feed such a share
    return tuple(land for land, share in one.shares if land not in makers and share >= least)


def telling(lists: Sequence[Supply]) -> list[Supply]:
    """All lists of the highest scope of each link (stage, else code), in their order."""
    first: dict[str, int] = {}
    for one in lists:
        first.setdefault(_link(one), rank(one.scope))
    return [one for one in lists if rank(one.scope) == first[_link(one)]]


def loss(good: Any, country: str, cut: float) -> Loss:  # rules' Good
    """What is missing when a country withholds `cut` (0..1) of what it supplies."""
    lists = supplies(good)
    naming = [one for one in lists if country in dict(one.shares)]
    if naming:
        worst = max(telling(naming), key=lambda one: dict(one.shares)[country])
        share = dict(worst.shares)[country]
        return Loss(good.id, cut * share, cut * share, share, worst)
    if not lists:
        return Loss(good.id, 0.0, cut, None, None)
    # A country on no list can have no more than what the listed ones leave over.
    widest = max(telling(lists), key=lambda one: one.unnamed)
    return Loss(good.id, 0.0, cut * widest.unnamed, None, widest)


def named(good: Any) -> tuple[str, ...]:  # rules' Good
    """Suppliers that are named without any figure."""
    counted = {one.country for one in good.suppliers if one.share is not None}
    return tuple(dict.fromkeys(o.country for o in good.suppliers if o.country not in counted))


def governed(supply: Supply, wgi: Mapping[str, float]) -> float | None:
    """HHI weighted with governance, 0..10; None when a supplier has no governance figure.

    Listed suppliers only, without the trade factor t of the Commission's method.
    """
    if any(country not in wgi for country, _ in supply.counted):
        return None
    return sum(share * share * wgi[country] for country, share in supply.counted)


def _link(one: Supply) -> str:
    return one.stage or one.code


def _sorted(shares: Mapping[str, float]) -> tuple[tuple[str, float], ...]:
    return tuple(sorted(shares.items(), key=lambda pair: (-pair[1], pair[0])))
