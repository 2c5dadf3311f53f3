"""A score further down the chain: context, smaller at each link."""

from __future__ import annotations

from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from osawatch.chain.derived import score
from osawatch.chain.graph import Graph
from osawatch.chain.model import FACTORS, Link, Weight

weights = st.lists(st.sampled_from(get_args(Weight)), min_size=1, max_size=4)


@given(weights, st.floats(0, 100))
def test_each_link_further_weakens_the_score_and_none_exceeds_the_goods_own(
    way: list[Weight], of_good: float
) -> None:
    graph = Graph([Link(f"n{i}", f"n{i + 1}", weight) for i, weight in enumerate(way)])

    reached = sorted(graph.walk("n0", "up", floor=0.0).reached, key=lambda one: one.depth)
    found = [score(of_good, one) for one in reached]

    assert len(found) == len(way)
    assert found == sorted(found, reverse=True)
    assert all(0 <= one <= of_good * 0.7 + 1e-9 for one in found)


def test_it_is_score_times_strength_times_07_for_each_link() -> None:
    graph = Graph([Link("a", "b", "important"), Link("b", "c", "important")])
    factor = FACTORS["important"]

    first, second = sorted(graph.walk("a", "up", floor=0.0).reached, key=lambda one: one.depth)

    assert score(80, first) == 80 * factor * 0.7
    assert abs(score(80, second) - 80 * factor * factor * 0.49) < 1e-9
