"""The chain as a directed graph, input -> output, and the walks over it. Pure.

    start -> rounds of one link each -> strongest path to every node -> Walk
The weight of a path is the product of its links' factors, so the strongest path never turns
back: every further link makes it weaker.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from osawatch.chain.model import FLOOR, Link, Reach, Walk, Way

HAIR = 1e-9  # 0.5 * 0.2 is a floor of 0.1, whatever the machine makes of it


class Graph:
    """All links by both of their ends.

    A pair that is given twice counts once, as it was given last: the desk's own word stands above
    the pack's.
    """

    def __init__(self, links: Iterable[Link]) -> None:
        found = {(link.input, link.output): link for link in links if link.input != link.output}
        self.links = tuple(found[key] for key in sorted(found))
        self._ways: dict[Way, dict[str, list[Link]]] = {
            "up": defaultdict(list), "down": defaultdict(list),
        }  # fmt: skip
        for link in self.links:
            self._ways["up"][link.input].append(link)
            self._ways["down"][link.output].append(link)

    @property
    def nodes(self) -> frozenset[str]:
        """All that a link names."""
        return frozenset(end for link in self.links for end in (link.input, link.output))

    def next(self, node: str, way: Way) -> Sequence[Link]:
        """The links that lead on from a node."""
        return self._ways[way].get(node, ())

    def walk(self, start: str, way: Way, *, depth: int | None = None, floor: float = FLOOR) -> Walk:
        """Everything that a path no weaker than `floor` leads to; an unknown start leads nowhere.

        `depth`: only what is at most so many links away by its strongest path, None = any.
        """
        every = self._strongest(start, way, floor)
        shown = [one for one in every.values() if depth is None or one.depth <= depth]
        ordered = sorted(shown, key=lambda one: (-one.weight, one.depth, one.node))
        nodes = {start, *(one.node for one in shown)}
        between = tuple(link for link in self.links if {link.input, link.output} <= nodes)
        return Walk(
            start, way, tuple(ordered), between,
            len(every) - len(shown), len(self._reachable(start, way)) - len(every),
        )  # fmt: skip

    def _strongest(self, start: str, way: Way, floor: float) -> dict[str, Reach]:
        """In round n, paths of n links; a path that is as strong and longer does not replace."""
        best = {start: Reach(start, 1.0, (), ())}
        fresh = dict(best)
        while fresh:
            fresh = self._round(fresh, best, way, floor)
            best |= fresh
        del best[start]
        return best

    def _round(
        self, fresh: dict[str, Reach], best: dict[str, Reach], way: Way, floor: float
    ) -> dict[str, Reach]:
        found: dict[str, Reach] = {}
        for node in sorted(fresh):
            for link in self.next(node, way):
                there = far_end(link, way)
                weight = fresh[node].weight * link.factor
                known = found.get(there) or best.get(there)
                if weight >= floor - HAIR and (known is None or weight > known.weight + HAIR):
                    found[there] = _further(fresh[node], link, there)
        return found

    def _reachable(self, start: str, way: Way) -> set[str]:
        seen, left = {start}, [start]
        while left:
            for link in self.next(left.pop(), way):
                there = far_end(link, way)
                if there not in seen:
                    seen.add(there)
                    left.append(there)
        return seen - {start}


def _further(reach: Reach, link: Link, there: str) -> Reach:
    weight = reach.weight * link.factor
    return Reach(there, weight, (*reach.path, link), (*reach.nodes, there))


def far_end(link: Link, way: Way) -> str:
    """Where a link leads when it is walked this way."""
    return link.output if way == "up" else link.input
