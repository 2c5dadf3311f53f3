"""Where the nodes of a walk stand: nothing covers anything, and no two lines cross."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osawatch.chain.graph import Graph
from osawatch.chain.model import FACTORS, Link
from osawatch.chain.read import chain_of
from osawatch.own import shipped
from ui.chains.layout import LOW, Plan, plan

NODES = st.sampled_from("abcdefghij")
LINKS = st.lists(st.builds(Link, NODES, NODES, st.sampled_from(tuple(FACTORS))), max_size=24)


def laid_out(graph: Graph, start: str, way: str) -> Plan:
    walk = graph.walk(start, way)  # type: ignore[arg-type]
    return plan(walk, 800, 700, lambda node, tall: 8.0 * len(node) + (0 if tall else 60))


def sound(found: Plan) -> None:
    for one, other in combinations(found.boxes.values(), 2):
        apart = (
            one.x + one.width <= other.x
            or other.x + other.width <= one.x
            or one.y + one.height <= other.y
            or other.y + other.height <= one.y
        )
        assert apart, (one, other)
    for box in found.boxes.values():
        assert 0 <= box.x <= box.x + box.width <= found.width
        assert 0 <= box.y <= box.y + box.height <= found.height
        assert box.height >= LOW - 6
    ends = [(found.boxes[edge.near], found.boxes[edge.far]) for edge in found.tree]
    for (a, b), (c, d) in combinations(ends, 2):
        assert b.column == a.column + 1
        if a.column == c.column and a.y != c.y:
            assert (a.y < c.y) == (b.y < d.y), "two lines cross"


@given(LINKS, NODES, st.sampled_from(["up", "down"]))
def test_no_chain_makes_boxes_meet_or_lines_cross(links: list[Link], start: str, way: str) -> None:
    sound(laid_out(Graph(links), start, way))


@pytest.mark.parametrize("way", ["up", "down"])
def test_every_chain_of_the_pack_can_be_read(way: str) -> None:
    graph = chain_of(shipped()).graph
    for node in sorted(graph.nodes):
        found = laid_out(graph, node, way)
        sound(found)
        for far in found.boxes:
            assert found.path(far)[0] == node
            assert found.path(far)[-1] == far


def test_what_has_no_links_stands_alone() -> None:
    found = laid_out(Graph([]), "a", "up")

    assert list(found.boxes) == ["a"]
    assert found.path("b") == ()
