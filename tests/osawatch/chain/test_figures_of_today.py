"""Shares say of which years they are, transit is no supply, and «not known» has its reason."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from osawatch.chain.supply import supplies
from osawatch.core import Core
from osawatch.dependency.model import EU
from rules.watchlist import Good, Supplier


@pytest.fixture(scope="module")
def core(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Core]:
    with Core(tmp_path_factory.mktemp("figures") / "p") as made:
        yield made


def good(world: float = 1.0) -> Good:
    eu, study = "eu-crm-2023-eu", "eu-crm-2023-gs"
    rows = [("GB", 0.85, "eu-sourcing", eu), ("CN", 0.1, "eu-sourcing", eu),
            ("ES", 0.05, "eu-sourcing", eu), ("CN", world, "world-supply", study)]  # fmt: skip
    suppliers = tuple(
        Supplier(land, share, scope, source, "processing", "2016-2020")
        for land, share, scope, source in rows
    )
    return Good("thing", {"en": "thing"}, suppliers=suppliers)


def test_who_makes_none_is_transit_and_no_supplier() -> None:
    eu, _world = supplies(good())
    assert eu.passing == ("GB",)  # a member may make what is too little for the world's list
    assert eu.first == ("CN", 0.1)
    assert eu.rest == pytest.approx(0.85)
    assert eu.hhi == pytest.approx(0.0125)
    assert dict(eu.shares)["GB"] == 0.85  # and is still shown


def test_where_the_worlds_list_is_not_whole_nobody_is_called_transit() -> None:
    eu, _world = supplies(good(world=0.9))
    assert eu.passing == ()


def test_transit_of_the_shipped_goods_is_outside_the_eu_and_makes_no_mark(core: Core) -> None:
    goods = core.rulebook.pack.watchlist.goods
    found = {
        (key, land) for key, one in goods.items() for each in supplies(one) for land in each.passing
    }
    assert {("neodymium", "JP"), ("scandium", "GB"), ("neon", "CH")} <= found
    assert not {land for _, land in found} & EU
    for key, _ in found:
        marks = core.chain.marks(key)
        assert marks
        assert marks.best
        assert marks.best.first[0] not in marks.best.passing


def test_every_share_of_the_shipped_goods_says_of_which_years_it_is(core: Core) -> None:
    goods = core.rulebook.pack.watchlist.goods
    dated = [one.period for good in goods.values() for one in good.suppliers if one.share]
    assert all(dated)


def test_each_mark_that_is_not_known_says_why(core: Core) -> None:
    goods = core.rulebook.pack.watchlist.goods
    marks = [found for key in goods if (found := core.chain.marks(key))]
    why = Counter(one.why for one in marks if one.risk == "unknown")
    assert set(why) == {"uncounted", "partial", "route", "group"}
    note = (Path(__file__).parents[3] / "docs/notes/012-value-chain.md").read_text("utf-8")
    told = re.search(r"\((\d+) goods\).*?\((\d+) goods\).*?\((\d+)\)", note, re.DOTALL)
    assert told
    assert [int(one) for one in told.groups()] == [
        why["uncounted"], why["partial"], why["route"],
    ]  # fmt: skip
    assert all(not one.why for one in marks if one.risk != "unknown")
    assert all(one.best for one in marks if one.why == "partial")


def test_the_shares_of_a_preview_are_of_one_list_that_is_named(core: Core) -> None:
    goods = core.rulebook.pack.watchlist.goods
    mixed = [
        key for key, one in goods.items() if len({each.code for each in supplies(one)} - {""}) > 1
    ]
    assert mixed
    for key in mixed:
        [one] = core.rulebook.listed((key,))
        shares = {(land, share) for _, land, share in core.rulebook.suppliers((key,))}
        assert shares == set(one.shares)
        assert sum(share for _, share in one.shares) <= 1.01
        assert one.period
