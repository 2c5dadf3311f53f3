"""Supply risk and economic importance: as published, and near it when computed."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from osawatch.chain.criticality import of
from osawatch.chain.studied import assessments, factors, uses
from osawatch.core import Core
from osawatch.errors import UnknownId
from rules.watchlist import Good, Indicators, Supplier
from tests.shared import SHARED, needs_shared
from ui.cli import main

GOLDEN = SHARED / "domain" / "golden" / "crm2023_sr_approx.csv"


@pytest.fixture(scope="module")
def core(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Core]:
    with Core(tmp_path_factory.mktemp("critical") / "p") as made:
        yield made


def good(*rows: tuple[str, float, str], **known: float) -> Good:
    suppliers = tuple(
        Supplier(land, share, scope, "eu-crm-2023-gs", "extraction", "2016-2020")
        for land, share, scope in rows
    )
    return Good("thing", {"en": "thing"}, suppliers=suppliers, indicators=Indicators(**known))


def test_a_supply_risk_by_hand() -> None:
    from osawatch.chain.governance import weights

    china, germany = weights()["CN"], weights()["DE"]
    one = of(
        good(("CN", 0.9, "world-supply"), ("DE", 0.1, "world-supply"), ("CN", 0.5, "eu-sourcing"),
             ("DE", 0.5, "eu-sourcing"), ir=0.6, eol=0.1, si=0.9)
    )  # fmt: skip
    world = 0.81 * china + 0.01 * germany * 0.8  # t of a member is 0.8
    sourcing = 0.25 * china + 0.25 * germany * 0.8
    assert one.sr == pytest.approx((world * 0.3 + sourcing * 0.7) * 0.9 * 0.9)
    assert one.missing == ()
    assert one.latest is None  # nobody studied it


def test_what_is_not_known_is_named_and_nothing_is_taken_for_it() -> None:
    whole = good(("CN", 1.0, "world-supply"), ir=1.0, si=1.0)
    assert (of(whole).sr, of(whole).missing) == (None, ("eol",))
    half = good(("CN", 0.5, "world-supply"), ir=1.0, eol=0.0, si=1.0)
    assert (of(half).sr, of(half).missing) == (None, ("shares",))
    nowhere = good(("XX", 1.0, "world-supply"), ir=1.0, eol=0.0, si=1.0)
    assert of(nowhere).missing == ("shares",)  # no governance is no good governance


def test_the_last_study_is_what_the_watchlist_says(core: Core) -> None:
    goods = core.rulebook.pack.watchlist.goods
    found = {one.good: one for one in core.chain.materials()}
    assert len(found) > 60
    for key, one in found.items():
        known = goods[key].indicators
        assert one.latest
        assert (one.latest.year, one.latest.sr, one.latest.ei) == (2023, known.sr, known.ei)
        assert one.critical == (known.sr >= 1.0 and known.ei >= 2.8)


def test_computed_risks_go_with_the_published_ones(core: Core) -> None:
    pairs = [(x.latest.sr, x.sr) for x in core.chain.materials() if x.latest and x.sr is not None]
    assert len(pairs) >= 50
    assert sum((said >= 1) == (own >= 1) for said, own in pairs) >= 0.8 * len(pairs)
    agree = sum(
        (a[0] - b[0]) * (a[1] - b[1]) > 0 for n, a in enumerate(pairs) for b in pairs[n + 1 :]
    )
    differ = sum(a[0] != b[0] for n, a in enumerate(pairs) for b in pairs[n + 1 :])
    assert agree / differ > 0.8  # measured 0.84: of two materials the riskier one is found


@needs_shared
def test_computed_risks_are_near_those_of_another_computation(core: Core) -> None:
    """It took the shares of the study itself, of which the watchlist holds the largest."""
    with GOLDEN.open(encoding="utf-8") as file:
        other = {row["material"].replace(" ", "-"): float(row["sr_approx"])
                 for row in csv.DictReader(file)}  # fmt: skip
    both = [(x.sr, other[x.good]) for x in core.chain.materials() if x.sr and x.good in other]
    assert len(both) >= 30
    near = sum(abs(own - theirs) <= max(0.35, 0.25 * theirs) for own, theirs in both)
    assert near >= 0.7 * len(both)


def test_importance_before_substitution_is_not_below_the_published_one_by_much(core: Core) -> None:
    """SI_EI lies between 0.79 and 1 for most: EI is uses times that. Groups were studied whole."""
    groups = ("platinum", "palladium", "rhodium", "iridium", "ruthenium", "yttrium", "cerium")
    for one in core.chain.materials():
        if one.ei_uses and one.latest and one.used > 0.9 and one.good not in groups:
            assert one.ei_uses >= 0.95 * one.latest.ei, one.good


def test_the_tables_name_goods_of_the_watchlist_alone(core: Core) -> None:
    goods = core.rulebook.pack.watchlist.goods
    assert set(assessments()) <= set(goods)
    assert set(uses()) <= set(goods)
    assert {key for key, _, _ in factors()} <= set(goods)
    assert all(t > 1 for row in factors().values() for t in row.values())


def test_an_unknown_good_is_refused(core: Core) -> None:
    with pytest.raises(UnknownId):
        core.chain.criticality("unobtainium")


def test_the_command_tells_published_and_own_figures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("OSAWATCH_PROFILE", str(tmp_path / "p"))
    assert main(["dependency", "sr", "gallium", "hydrogen", "--json"]) == 0
    gallium, hydrogen = json.loads(capsys.readouterr().out)
    assert gallium["studies"][-1] == [2023, 3.9, 3.7]
    assert gallium["sr"] == pytest.approx(2.97, abs=0.05)
    assert (hydrogen["sr"], hydrogen["missing"]) == (None, ["ir", "eol", "si"])
    assert main(["dependency", "sr", "gallium"]) == 0
    told = capsys.readouterr()
    assert "own estimate" in told.err
    assert "2020: 1.3" in told.out
