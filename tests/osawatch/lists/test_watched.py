"""The watchlist's companies after each update of a list: told once, closed when they are off it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from osawatch.core import Core
from osawatch.lists.watched import RULE
from osawatch.model import Action, Filter
from rules.terms import Term
from rules.watchlist import Company
from tests.fakes import Clock, Network, Pack
from tests.osawatch.lists.test_keeping import entity, person, un

METALS, SHIPS = entity(1, "Invented Metals LLC"), entity(2, "Unreal Ships Co")


def company(key: str, name: str, country: str = "RU") -> Company:
    return Company(key, {"xx": (Term(name),)}, country)


@pytest.fixture
def pack() -> Pack:
    made = Pack()
    made.watchlist = SimpleNamespace(goods={}, countries={}, measures={}, companies={})
    made.watchlist.companies["metals"] = company("metals", "Invented Metals")
    return made


@pytest.fixture
def desk(tmp_path: Path, clock: Clock, network: Network, pack: Pack) -> Iterator[Core]:
    with Core(tmp_path / "profile", clock=clock, fetch=network, pack=pack) as core:
        core.save_settings(replace(core.settings(), name="Ann", post="The Hague"))
        yield core


def take(core: Core, *records: str) -> int:
    return core.lists.take("un-sc", un(*records), "list.xml").alerts


def listed(core: Core) -> list[tuple[str, str]]:
    """(title, status) of the alerts on companies."""
    found = core.alerts(Filter(view="all"))
    return sorted((one.title, one.status) for one in found if one.rule == RULE)


TOLD = (
    "UN Security Council list: Invented Metals, a company of the watchlist, is listed as"
    " «Invented Metals LLC»"
)


def test_a_company_that_is_newly_listed_is_an_alert_once(desk: Core, clock: Clock) -> None:
    take(desk, SHIPS)
    assert take(desk, SHIPS, METALS) == 1
    clock.forward(days=10)
    take(desk, SHIPS, METALS, entity(3, "Other Wares Ltd"))
    desk.lists.take("un-sc", un(SHIPS, METALS, entity(3, "Other Wares Ltd")), "list.xml")

    assert listed(desk) == [(TOLD, "new")]
    alert = next(one for one in desk.alerts(Filter(view="all")) if one.rule == RULE)
    detail = desk.alert(alert.id)
    assert detail is not None
    assert "the same name but for legal form" in detail.because
    assert detail.story[0].marks[0].text == "Invented Metals"


def test_who_stands_on_the_first_version_is_noted_and_no_news(desk: Core) -> None:
    take(desk, METALS)

    assert listed(desk) == []
    assert [(one.company, one.entity, one.until) for one in desk.listed.companies()] == [
        ("metals", "1", None)
    ]


def test_a_removal_closes_the_alert_with_its_reason(desk: Core, clock: Clock) -> None:
    take(desk, SHIPS)
    take(desk, SHIPS, METALS)
    clock.forward(days=1)

    take(desk, SHIPS)

    assert listed(desk) == [(TOLD, "closed")]
    alert = next(one for one in desk.alerts(Filter(view="all")) if one.rule == RULE)
    last = desk.history(alert.id)[-1]
    assert (last.kind, last.actor) == ("close", "osawatch")
    assert last.data["note"] == (
        "no longer on the list: UN Security Council list, version of 2026-03-03"
    )
    assert [one.reason for one in desk.listed.companies("metals")] == ["removed"]


def test_the_desks_own_item_counts_in_no_trend_and_leaves_the_profile_sound(desk: Core) -> None:
    take(desk, SHIPS)
    take(desk, SHIPS, METALS)

    assert desk.care.doctor() == []
    desk.care.repair()
    assert listed(desk) == [(TOLD, "new")]


def test_what_a_person_has_closed_is_not_closed_again(desk: Core) -> None:
    take(desk, SHIPS)
    take(desk, SHIPS, METALS)
    alert = next(one for one in desk.alerts(Filter(view="all")) if one.rule == RULE)
    desk.triage(Action("close", (alert.id,), {"relevant": True}))

    take(desk, SHIPS)

    assert [one.kind for one in desk.history(alert.id)].count("close") == 1


def test_who_comes_back_is_told_again(desk: Core, clock: Clock) -> None:
    take(desk, SHIPS)
    for records in ((SHIPS, METALS), (SHIPS,), (SHIPS, METALS)):
        clock.forward(days=30)
        take(desk, *records)

    assert [status for _, status in listed(desk)] == ["closed", "new"]


def test_a_record_under_another_key_is_the_same_record(desk: Core) -> None:
    take(desk, SHIPS)
    take(desk, SHIPS, METALS)

    take(desk, SHIPS, entity(77, "Invented Metals LLC"))

    assert [status for _, status in listed(desk)] == ["new"]
    assert [(one.entity, one.until) for one in desk.listed.companies()] == [("77", None)]


def test_a_company_that_joins_the_watchlist_is_screened_though_the_list_is_unchanged(
    desk: Core, pack: Pack
) -> None:
    take(desk, SHIPS, METALS)
    pack.watchlist.companies["ships"] = company("ships", "Unreal Ships")

    assert take(desk, SHIPS, METALS) == 1
    assert take(desk, SHIPS, METALS) == 0

    assert len(listed(desk)) == 1


def test_a_company_that_leaves_the_watchlist_is_closed_for_that_reason(
    desk: Core, pack: Pack
) -> None:
    take(desk, SHIPS)
    take(desk, SHIPS, METALS)
    pack.watchlist.companies.clear()

    take(desk, SHIPS, METALS)

    assert [status for _, status in listed(desk)] == ["closed"]
    assert [one.reason for one in desk.listed.companies()] == ["unwatched"]


def test_a_natural_person_is_no_company(desk: Core) -> None:
    take(desk, SHIPS)

    take(desk, SHIPS, person(9, "Invented Metals", "QDi.9"))

    assert listed(desk) == []
