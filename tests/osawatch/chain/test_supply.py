"""Shares, concentration and risk marks, worked out by hand."""

from __future__ import annotations

import pytest

from osawatch.chain import supply
from osawatch.chain.governance import weights
from osawatch.chain.marks import advice, marks, risk, worst
from osawatch.chain.model import Source, Supply
from osawatch.exposure import exposure
from osawatch.own import shipped
from rules.watchlist import Good, Indicators, Supplier


def good(*rows: tuple[str, float | None, str, str], **more: object) -> Good:
    """(country, share, scope, stage)"""
    suppliers = tuple(
        Supplier(land, share, scope, "study", stage, "2020") for land, share, scope, stage in rows
    )
    return Good("thing", {"en": "thing"}, suppliers=suppliers, **more)  # type: ignore[arg-type]


def listed(*shares: tuple[str, float]) -> Supply:
    return Supply("eu-sourcing", "study", "", "", "2020", shares)


def test_the_herfindahl_index_lies_between_two_bounds() -> None:
    half = listed(("CN", 0.5), ("CA", 0.2))

    assert half.hhi == pytest.approx(0.29)  # .25 + .04
    assert half.rest == pytest.approx(0.3)
    assert half.hhi_high == pytest.approx(0.38)  # and .09, if one holds the rest


def test_governance_weighs_the_squares_of_the_shares() -> None:
    weighed = supply.governed(listed(("CN", 0.5), ("CA", 0.2)), {"CN": 6.0, "CA": 2.0})

    assert weighed == pytest.approx(0.25 * 6 + 0.04 * 2)
    assert supply.governed(listed(("CN", 1.0)), {}) is None  # not known is not well governed


def test_governance_runs_from_nought_to_ten_and_the_worse_is_higher() -> None:
    table = weights()

    assert table["CN"] == pytest.approx((2.5 + 0.15) * 2)
    assert table["CD"] > table["CN"] > table["NO"]
    assert {"NA", "NO", "TW"} <= set(table)
    assert all(0 <= value <= 10 for value in table.values())


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        ((("CN", 0.65), ("US", 0.3)), "high"),  # the ceiling of the Act
        ((("CN", 0.64), ("US", 0.1), ("CA", 0.1)), "high"),  # HHI .43
        ((("CN", 0.4), ("US", 0.35), ("CA", 0.25)), "low"),  # HHI .345
        ((("ES", 0.99),), "medium"),  # within the EU
        ((("NO", 0.8), ("CN", 0.2)), "medium"),  # near it
        ((("CN", 0.43),), "unknown"),  # who holds the other .57?
    ],
)
def test_the_risk_mark_follows_first_share_and_concentration(
    shares: tuple[tuple[str, float], ...], expected: str
) -> None:
    assert risk(listed(*shares)) == expected


def test_without_a_figure_the_risk_is_not_known_and_not_low() -> None:
    found = marks(good(("CN", None, "", "")), {})

    assert (found.risk, found.best, found.named) == ("unknown", None, ("CN",))
    assert [one.code for one in advice(found, {})] == ["no-figures"]


def test_one_concentrated_stage_is_enough() -> None:
    cobalt = good(
        ("FI", 0.3, "eu-sourcing", "processing"), ("BE", 0.3, "eu-sourcing", "processing"),
        ("CA", 0.4, "eu-sourcing", "processing"), ("CD", 0.7, "world-production", "extraction"),
    )  # fmt: skip

    best = worst(supply.telling(supply.supplies(cobalt)))
    assert best is not None
    assert (best.stage, best.first) == ("extraction", ("CD", 0.7))


def test_a_stage_that_may_be_concentrated_is_not_hidden_behind_one_that_is_spread() -> None:
    spread = [(land, 0.25, "eu-sourcing", "processing") for land in ("CN", "US", "CA", "CL")]
    half = ("CN", 0.45, "world-supply", "extraction")  # who digs the other .55?
    loose = ("CN", 0.45, "world-supply", "")  # of no stage: says less than the whole list

    assert marks(good(*spread, half), {}).risk == "unknown"
    assert marks(good(*spread, loose), {}).risk == "low"


def test_of_a_stage_what_the_eu_buys_goes_before_what_the_world_makes() -> None:
    gallium = good(
        ("CN", 0.94, "world-supply", "processing"), ("CN", 0.69, "eu-sourcing", "processing")
    )

    found = marks(gallium, {"study": Source("study", reliability="high")})
    assert found.best is not None
    assert (found.best.scope, found.best.first) == ("eu-sourcing", ("CN", 0.69))
    assert found.reliability == "high"


def test_advice_names_partners_and_says_when_nothing_can_replace_it() -> None:
    rare = good(
        ("CN", 0.7, "eu-sourcing", ""), ("KZ", 0.2, "eu-sourcing", ""),
        ("RU", 0.05, "eu-sourcing", ""), ("GB", 0.05, "eu-sourcing", ""),
        indicators=Indicators(si=0.95, eol=0.01),
    )  # fmt: skip

    said = {one.code: one.values for one in advice(marks(rare, {}), {"eu_fta_in_force": ("KZ",)})}
    assert said == {
        "diversify": ("CN", "0.70"), "partners": ("KZ", "GB"), "stocks": ("0.95",),
        "recycle": ("0.01",),
    }  # fmt: skip


def test_a_loss_is_the_share_that_is_withheld() -> None:
    gallium = good(("CN", 0.6, "eu-sourcing", ""), ("US", 0.3, "eu-sourcing", ""))

    assert supply.loss(gallium, "CN", 0.5).low == pytest.approx(0.3)
    unlisted = supply.loss(gallium, "JP", 1.0)  # no more than what is left over
    assert (unlisted.low, unlisted.high) == (0.0, pytest.approx(0.1))
    nobody = supply.loss(good(("CN", None, "", "")), "CN", 0.5)
    assert (nobody.low, nobody.high, nobody.share) == (0.0, 0.5, None)


def test_a_loss_rests_on_the_same_share_as_the_score() -> None:
    watched = shipped().watchlist
    for one in watched.goods.values():
        for land in {row.country for row in one.suppliers} | {"LU"}:
            found, scored = supply.loss(one, land, 1.0), exposure(one, land)
            assert found.share == scored.share, (one.id, land)
            bounds = (found.low, found.high)
            known = (scored.share, scored.share) if scored.share is not None else scored.bounds
            assert bounds == pytest.approx(known), (one.id, land)
