"""Where the nodes of a walk stand: a tree in columns, so that no two lines cross. Pure.

walk -> each node under the one before it on its strongest path -> leaves in rows -> places
The start stands at the left. Links that are on no strongest path are told apart (`more`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from osawatch.chain.graph import far_end
from osawatch.chain.model import Link, Walk

MARGIN, GAP, AIR = 16.0, 36.0, 6.0
NARROW, BROAD = 120.0, 320.0  # a box, and the widest where there is room
WIDE = {False: 212.0, True: 176.0}  # where there is not: of one line, of two
LOW, HIGH, TALL = 28.0, 52.0, 38.0  # a row, and a box that takes two lines


@dataclass(frozen=True, slots=True)
class Box:
    """A node's rectangle; `column` counts from the start."""

    node: str
    column: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Edge:
    """A link between two boxes; `near` is the one on the side of the start."""

    near: str
    far: str
    link: Link


@dataclass(frozen=True, slots=True)
class Plan:
    """All boxes and lines. `tree` are the lines of the strongest paths."""

    boxes: Mapping[str, Box]
    tree: tuple[Edge, ...]
    more: tuple[Edge, ...]
    width: float
    height: float

    def path(self, node: str) -> tuple[str, ...]:
        """The nodes from the start to this one."""
        near = {edge.far: edge.near for edge in self.tree}
        found = [node] if node in self.boxes else []
        while found and found[-1] in near:
            found.append(near[found[-1]])
        return tuple(reversed(found))


def plan(walk: Walk, width: float, height: float, need: Callable[[str, bool], float]) -> Plan:
    """Places for a room of this size; what needs more room than that gets it.

    `need`: how wide the words of a node are, in two lines or in one. A column is as wide as its
    widest, within bounds.
    """
    parent = {one.node: (one.nodes[-2] if one.depth > 1 else walk.start) for one in walk.reached}
    children: dict[str, list[str]] = defaultdict(list)
    for one in walk.reached:  # the strongest first
        children[parent[one.node]].append(one.node)
    columns = {walk.start: 0}
    rows: dict[str, float] = {}
    _place(walk.start, children, columns, rows)
    leaves = int(max(rows.values())) + 1
    high = _within((height - 2 * MARGIN) / leaves, LOW, HIGH)
    wide = _widths(columns, need, width, tall=high - AIR >= TALL)
    left = [MARGIN + sum(wide[:at]) + at * GAP for at in range(len(wide))]
    boxes = {
        node: Box(node, at, left[at], MARGIN + rows[node] * high + AIR / 2, wide[at], high - AIR)
        for node, at in columns.items()
    }
    tree = tuple(Edge(parent[one.node], one.node, one.path[-1]) for one in walk.reached)
    drawn = {(edge.link.input, edge.link.output) for edge in tree}
    more = tuple(
        Edge(link.input, link.output, link)
        if far_end(link, walk.way) == link.output
        else Edge(link.output, link.input, link)
        for link in walk.links
        if (link.input, link.output) not in drawn
    )
    return Plan(boxes, tree, more, left[-1] + wide[-1] + MARGIN, 2 * MARGIN + leaves * high)


def _widths(
    columns: Mapping[str, int], need: Callable[[str, bool], float], room: float, *, tall: bool
) -> list[float]:
    """As wide as the words, within bounds; where there is room, no word is cut."""
    wants = [NARROW] * (max(columns.values()) + 1)
    for node, at in columns.items():
        wants[at] = _within(need(node, tall), wants[at], BROAD)
    wide = [min(one, WIDE[tall]) for one in wants]
    spare = room - 2 * MARGIN - (len(wide) - 1) * GAP - sum(wide)
    lack = sum(wants) - sum(wide)
    share = _within(spare / lack, 0.0, 1.0) if lack else 0.0
    return [one + (want - one) * share for one, want in zip(wide, wants, strict=True)]


def _place(
    start: str, children: Mapping[str, list[str]], columns: dict[str, int], rows: dict[str, float]
) -> None:
    """Leaves take a row each, in order; what has children stands at the middle of them."""
    order, left, free = list[str](), [start], 0.0
    while left:
        node = left.pop()
        order.append(node)
        below = children.get(node, [])
        for child in below:
            columns[child] = columns[node] + 1
        left += reversed(below)
        if not below:
            rows[node] = free
            free += 1
    for node in reversed(order):
        below = children.get(node, [])
        if below:
            rows[node] = (rows[below[0]] + rows[below[-1]]) / 2


def _within(value: float, low: float, high: float) -> float:
    return max(low, min(high, value))
