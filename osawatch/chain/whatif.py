"""What if a country stops: an own estimate from the graph and the shares alone. Pure.

    country, goods, cut -> loss of each good -> along the strongest paths -> supply left
Of several paths and goods the gravest counts; nothing is summed, replaced, stored or recycled.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from osawatch.chain.graph import Graph
from osawatch.chain.model import Cut, Hit, Reach
from osawatch.chain.supply import loss


def cut(
    graph: Graph,
    goods: Sequence[Any],  # rules' Good
    country: str,
    share: float,
    name: Callable[[str], str],
    ministry: Callable[[str], str] = lambda _: "",
) -> Cut:
    """What is lost and what is left when a country withholds `share` (0..1) of these goods."""
    losses = tuple(loss(good, country, share) for good in goods)
    walks = [graph.walk(one.good, "up") for one in losses]
    reached: dict[str, list[tuple[float, float, Reach, str]]] = {}
    for one, walk in zip(losses, walks, strict=True):
        for reach in walk.reached:
            lost = (one.high * reach.weight, one.low * reach.weight, reach, one.good)
            reached.setdefault(reach.node, []).append(lost)
    hits = (_gravest(those, name(node), ministry(node)) for node, those in reached.items())
    ordered = sorted(hits, key=lambda hit: (-hit.high, -hit.low, hit.name))
    return Cut(country, share, losses, tuple(ordered), sum(walk.weaker for walk in walks))


def _gravest(those: Iterable[tuple[float, float, Reach, str]], name: str, ministry: str) -> Hit:
    """The path with the greatest possible loss; the least loss that is certain on any of them."""
    found = list(those)
    high, _, reach, good = max(found, key=lambda one: one[0])
    return Hit(reach, name, good, max(one[1] for one in found), high, ministry)
