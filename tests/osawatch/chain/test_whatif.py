"""A cut and its outcome, worked out by hand."""

from __future__ import annotations

import pytest

from osawatch.chain.graph import Graph
from osawatch.chain.model import Link
from osawatch.chain.whatif import cut
from rules.watchlist import Good, Supplier

GRAPH = Graph(
    [
        Link("gallium", "wafer", "essential"), Link("wafer", "radar", "essential"),
        Link("germanium", "radar", "important"), Link("germanium", "lens", "essential"),
    ]
)  # fmt: skip


def good(name: str, *shares: tuple[str, float | None]) -> Good:
    suppliers = tuple(Supplier(land, share, "eu-sourcing", "study") for land, share in shares)
    return Good(name, {"en": name}, suppliers=suppliers)


GALLIUM = good("gallium", ("CN", 0.7), ("US", 0.3))
GERMANIUM = good("germanium", ("CN", 0.4), ("BE", 0.6))


def test_supply_left_is_what_the_gravest_path_leaves() -> None:
    found = cut(GRAPH, [GALLIUM, GERMANIUM], "CN", 1.0, str.title)

    told = {hit.name: (round(hit.left[0], 4), hit.good) for hit in found.hits}
    # wafer 1-.7*.8; radar 1-.7*.64 by gallium (by germanium only .4*.5 is lost); lens 1-.4*.8
    assert told == {
        "Wafer": (0.44, "gallium"), "Radar": (0.552, "gallium"), "Lens": (0.68, "germanium"),
    }  # fmt: skip
    assert [hit.name for hit in found.hits] == ["Wafer", "Radar", "Lens"]


def test_half_a_cut_takes_half_of_it() -> None:
    (first, *_) = cut(GRAPH, [GALLIUM], "CN", 0.5, str.title).hits

    assert first.left == (pytest.approx(0.72), pytest.approx(0.72))  # 1 - .5*.7*.8


def test_a_share_that_nobody_knows_gives_a_span() -> None:
    unknown = good("gallium", ("CN", None))

    (first, *_) = cut(GRAPH, [unknown], "CN", 1.0, str.title).hits
    assert first.left == (pytest.approx(0.2), 1.0)


def test_a_country_that_supplies_nothing_takes_nothing() -> None:
    found = cut(GRAPH, [GALLIUM], "JP", 1.0, str.title)

    assert all(hit.left == (1.0, 1.0) for hit in found.hits)
