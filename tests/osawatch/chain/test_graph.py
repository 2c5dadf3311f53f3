"""Walks over a chain, worked out by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osawatch.chain.graph import Graph
from osawatch.chain.model import FACTORS, Link, Weight


def link(input_: str, output: str, weight: Weight = "essential", **more: object) -> Link:
    return Link(input_, output, weight, **more)  # type: ignore[arg-type]


# ore -> metal -> magnet -> turbine -> power;  ore -> paint;  metal -> turbine by a weaker way
GRAPH = Graph(
    [
        link("ore", "metal"), link("metal", "magnet"), link("magnet", "turbine"),
        link("turbine", "power", "important"), link("ore", "paint", "minor"),
        link("metal", "turbine", "important"), link("paint", "art", "minor"),
    ]
)  # fmt: skip


def test_a_walk_up_multiplies_along_the_strongest_path() -> None:
    walk = GRAPH.walk("ore", "up")

    found = {one.node: (round(one.weight, 4), one.nodes) for one in walk.reached}
    # turbine: .8*.8*.8 = .512 by the magnet beats .8*.5 = .4 straight from the metal
    assert found == {
        "metal": (0.8, ("metal",)),
        "magnet": (0.64, ("metal", "magnet")),
        "turbine": (0.512, ("metal", "magnet", "turbine")),
        "power": (0.256, ("metal", "magnet", "turbine", "power")),
        "paint": (0.2, ("paint",)),
    }
    assert [one.node for one in walk.reached] == ["metal", "magnet", "turbine", "power", "paint"]


def test_a_walk_down_goes_the_other_way_with_the_same_weights() -> None:
    walk = GRAPH.walk("turbine", "down")

    found = {one.node: round(one.weight, 4) for one in walk.reached}
    assert found == {"magnet": 0.8, "metal": 0.64, "ore": 0.512}


def test_what_is_too_weak_or_too_deep_is_counted_and_not_shown() -> None:
    assert GRAPH.walk("ore", "up").weaker == 1  # art: .2 * .2 = .04
    near = GRAPH.walk("ore", "up", depth=1)
    assert {one.node for one in near.reached} == {"metal", "paint"}
    assert (near.deeper, near.weaker) == (3, 1)
    assert GRAPH.walk("ore", "up", floor=0.0).weaker == 0


def test_a_depth_never_makes_a_node_look_weaker_than_it_is() -> None:
    walk = GRAPH.walk("ore", "up", depth=2)  # turbine is two links away by a weaker path

    assert {one.node for one in walk.reached} == {"metal", "magnet", "paint"}
    assert walk.deeper == 2


def test_all_links_between_what_is_shown_are_told() -> None:
    between = {(one.input, one.output) for one in GRAPH.walk("turbine", "down").links}

    assert between == {
        ("ore", "metal"), ("metal", "magnet"), ("magnet", "turbine"), ("metal", "turbine"),
    }  # fmt: skip


def test_a_path_of_exactly_a_tenth_is_followed() -> None:
    graph = Graph([link("a", "b", "important"), link("b", "c", "minor")])

    assert [one.node for one in graph.walk("a", "up").reached] == ["b", "c"]


def test_a_circle_ends_and_never_leads_back_to_the_start() -> None:
    graph = Graph([link("a", "b"), link("b", "a"), link("b", "c"), link("c", "b")])

    assert [one.node for one in graph.walk("a", "up").reached] == ["b", "c"]


def test_the_desks_own_word_stands_above_the_packs() -> None:
    graph = Graph([link("a", "b", "minor"), link("a", "b", "essential", own=True)])

    (only,) = graph.walk("a", "up").reached
    assert (only.weight, only.own) == (0.8, True)


def test_an_unknown_node_leads_nowhere() -> None:
    assert GRAPH.walk("moon", "up").reached == ()


NODES = st.sampled_from("abcdefg")
LINKS = st.lists(st.builds(link, NODES, NODES, st.sampled_from(tuple(FACTORS))), max_size=18)


@given(LINKS, NODES, st.sampled_from(["up", "down"]))
def test_no_path_is_stronger_than_the_one_told(links: list[Link], start: str, way: str) -> None:
    graph = Graph(links)
    told = {one.node: one for one in graph.walk(start, way, floor=0.0).reached}  # type: ignore[arg-type]

    best: dict[str, float] = {}

    def follow(node: str, weight: float, seen: frozenset[str]) -> None:
        for one in graph.links:
            here, there = (one.input, one.output) if way == "up" else (one.output, one.input)
            if here == node and there not in seen:
                best[there] = max(best.get(there, 0.0), weight * one.factor)
                follow(there, weight * one.factor, seen | {there})

    follow(start, 1.0, frozenset(start))
    assert set(told) == set(best)
    for node, one in told.items():
        assert one.weight == pytest.approx(best[node])
        assert one.nodes[-1] == node
        assert len(set(one.nodes)) == one.depth == len(one.path)
