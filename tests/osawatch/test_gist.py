"""The line in the reader's language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osawatch.gist import foreign, gist
from rules.model import Dated, DateKind
from tests.fakes import source
from tests.osawatch.commands import Commands

TODAY = date(2026, 11, 26)
NAMES = {
    ("measure", "export-licensing"): "Export licensing / export control",
    ("measure", "export-ban"): "Export ban",
    ("good", "antimony"): "Antimony",
    ("good", "hbm"): "HBM memory",
}


def name(axis: str, key: str) -> str:
    return NAMES.get((axis, key), key)


def on(kind: DateKind, day: date, precision: str = "day") -> Dated:
    return Dated(kind, day, precision, "title", 0, 1)  # type: ignore[arg-type]


@dataclass(frozen=True)
class Told:
    goods: Sequence[str] = ("antimony",)
    countries: Sequence[str] = ("CN",)
    measures: Sequence[str] = ("export-licensing",)
    measure_status: str = "adopted"
    dates: Sequence[Dated] = ()


def test_the_line_says_who_does_what_on_which_goods_and_when() -> None:
    told = Told(dates=[on("effective", date(2026, 12, 1))])

    assert gist(told, name, "en", TODAY) == "CN, export licensing, antimony, from 1 Dec"
    assert gist(told, name, "nl", TODAY) == "CN, export licensing, antimony, vanaf 1 dec"


def test_a_state_short_of_force_and_a_far_year_are_said() -> None:
    told = Told(measure_status="suspended", dates=[on("until", date(2027, 11, 10))])

    assert gist(told, name, "en", TODAY) == (
        "CN, export licensing suspended, antimony, until 10 Nov 2027"
    )


def test_a_month_stays_a_month_and_an_abbreviation_keeps_its_capitals() -> None:
    told = Told(goods=("hbm",), dates=[on("effective", date(2027, 3, 1), "month")])

    assert gist(told, name, "nl", TODAY) == "CN, export licensing, HBM memory, vanaf mrt"


def test_many_goods_are_counted() -> None:
    told = Told(goods=("antimony", "b", "c", "d", "e"), measures=())

    assert gist(told, name, "en", TODAY) == "CN, antimony, b, c and 2 more"


def test_a_range_and_a_deadline_are_at_most_two_dates() -> None:
    kinds: tuple[DateKind, ...] = ("deadline", "until", "effective")
    told = Told(dates=[on(kind, date(2026, 12, 1)) for kind in kinds])

    assert gist(told, name, "en", TODAY).endswith("from 1 Dec, until 1 Dec")


def test_an_item_without_concepts_has_no_line() -> None:
    assert gist(Told((), (), (), ""), name, "en", TODAY) == ""


@pytest.mark.parametrize(
    ("language", "readers", "other"),
    [("zh", "en", True), ("en-GB", "en", False), ("", "en", False), ("nl", "nl", False)],
)
def test_an_unknown_language_is_not_foreign(language: str, readers: str, other: bool) -> None:
    assert foreign(language, readers) is other


@given(st.lists(st.text(max_size=5), max_size=5), st.text(max_size=3), st.dates())
def test_any_concepts_make_a_line(goods: list[str], language: str, day: date) -> None:
    told = Told(goods, goods, goods, language, [on("effective", day)])

    assert isinstance(gist(told, name, language, TODAY), str)


def test_alerts_show_has_the_line_of_the_alert_and_of_each_item(
    tmp_path: object, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = Commands(tmp_path / "profile", capsys)  # type: ignore[operator]
    desk.network.clock = desk.clock
    with desk.open() as core:
        core.sources.add(source("wire"))
        desk.network.publish(
            "https://wire.example/feed", "Gallium: licence from 1 April", summary="Beijing"
        )
        core.poll(["wire"])
    at = ("--profile", desk.profile)
    alert = desk.run("alerts", "list", "--json", *at).json[0]["id"]

    shown = desk.run("alerts", "show", alert, "--json", *at).json

    assert shown["gist"] == "CN, export-licensing, gallium, from 1 Apr"
    assert [one["gist"] for one in shown["items"]] == [shown["gist"]]
    assert shown["dates"][0]["date"] == "2026-04-01"
    assert shown["gist"] in desk.run("alerts", "show", alert, *at).out
