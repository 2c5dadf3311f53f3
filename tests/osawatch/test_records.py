"""What people know of a measure: with its source, on the right measure, never overwritten."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from osawatch.acts import Detail, Measure, NewDetail
from osawatch.core import Core
from osawatch.errors import BadInput, UnknownId
from osawatch.records import belongs, records, use
from osawatch.store import measures
from tests.fakes import Clock, Network, Pack

BAN = Measure("aaaa1111", "CN", "export-ban", ("gallium",), "CN:2026/1")
ANSWER = Measure("bbbb2222", "US", "tariff", ("steel",))
MORE = Measure("aaaa9999", "CN", "export-tax", ("tin",))


@pytest.fixture
def desk(tmp_path: Path, clock: Clock, network: Network) -> Iterator[Core]:
    with Core(tmp_path / "profile", clock=clock, fetch=network, pack=Pack()) as core:
        core.save_settings(replace(core.settings(), name="Ann", post="The Hague"))
        keep(core, BAN, MORE)
        keep(core, ANSWER)
        yield core


def keep(core: Core, *found: Measure) -> None:
    with core._store.writing() as connection:
        measures.replace(connection, found[0].country, found)


def add(core: Core, kind: Any, value: str = "", **more: Any) -> str:
    return core.records.add("CN:2026/1", NewDetail(kind, **({"source": "MOFCOM"} | more),
                                                   value=value))  # fmt: skip


def test_a_quota_and_its_use_stand_with_their_sources(desk: Core, clock: Clock) -> None:
    add(desk, "quota", amount=1200.0, unit="t", day="2026-12-31")
    add(desk, "used", amount=300.0, unit="t", day="2026-03-01")
    clock.forward(days=1)
    add(desk, "used", amount=420.0, unit="t", day="2026-06-01", source="customs")
    add(desk, "used", amount=9.0, unit="licences")

    found = desk.records.show("CN:2026/1")

    assert found.use is not None
    assert (found.use.share, found.use.used.source) == (0.35, "customs")
    first = found.details[0]
    assert (first.kind, first.by, first.source) == ("quota", "Ann", "MOFCOM")


@pytest.mark.parametrize(
    ("kind", "more", "field"),
    [
        ("quota", {"amount": 5.0}, "unit"),
        ("quota", {"unit": "t"}, "amount"),
        ("used", {"amount": -1.0, "unit": "t"}, "amount"),
        ("used", {"amount": float("nan"), "unit": "t"}, "amount"),
        ("exemption", {}, "value"),
        ("exemption", {"value": "x", "source": " "}, "source"),
        ("route", {"value": "x", "day": "soon"}, "day"),
        ("destination", {"value": "Atlantis"}, "value"),
        ("reaction", {"value": "aaaa9999"}, "value"),
    ],
)
def test_what_is_wrong_is_told_by_its_field_and_nothing_is_kept(
    desk: Core, kind: Any, more: dict[str, Any], field: str
) -> None:
    with pytest.raises(BadInput) as error:
        add(desk, kind, **more)

    assert error.value.field == field
    assert desk.records.show("CN:2026/1").details == ()


def test_a_measure_is_named_by_act_id_or_the_beginning_of_one(desk: Core) -> None:
    assert desk.records.show("bbbb").measure.id == "bbbb2222"
    assert desk.records.show("CN:2026/1").measure.id == "aaaa1111"
    with pytest.raises(BadInput, match="beginning of 2"):
        desk.records.show("aaaa")
    with pytest.raises(UnknownId):
        desk.records.show("zzzz")


def test_a_reaction_is_told_on_both_sides(desk: Core) -> None:
    add(desk, "reaction", "bbbb2222")

    def told(name: str) -> list[tuple[str, str]]:
        return [(relation, one.id) for relation, one in desk.records.show(name).reactions]

    assert told("CN:2026/1") == [("answered-by", "bbbb2222")]
    assert told("bbbb2222") == [("answers", "aaaa1111")]


def test_an_act_that_says_it_retaliates_needs_nobody_to_link_it() -> None:
    answer = replace(ANSWER, links=(("retaliates", "CN:2026/1"),))

    first, second = records([BAN, answer], [])

    assert [(relation, one.id) for relation, one in first.reactions] == [("answered-by", answer.id)]
    assert [(relation, one.id) for relation, one in second.reactions] == [("answers", BAN.id)]


def test_what_is_withdrawn_is_shown_no_more_and_all_or_nothing_is(desk: Core) -> None:
    key = add(desk, "exemption", "medical use")
    with pytest.raises(UnknownId):
        desk.records.withdraw([key, "nothing"])
    assert len(desk.records.show("CN:2026/1").details) == 1

    desk.records.withdraw([key])

    assert desk.records.show("CN:2026/1").details == ()
    with pytest.raises(UnknownId):
        desk.records.withdraw([key])


def test_a_detail_follows_the_act_when_the_measure_is_made_anew(desk: Core) -> None:
    add(desk, "route", "MOFCOM, 45 working days")
    keep(desk, replace(BAN, id="cccc3333"))

    assert [one.value for one in desk.records.show("cccc3333").details] == [
        "MOFCOM, 45 working days"
    ]


def test_what_hangs_on_nothing_any_more_is_lost_and_still_there(desk: Core) -> None:
    add(desk, "end-user", "Invented Metals", source="note 7")
    keep(desk, MORE)

    assert [one.value for one in desk.records.lost()] == ["Invented Metals"]
    assert not any(one.details for one in desk.records.every())


def test_a_use_in_another_unit_is_no_use_of_the_quota() -> None:
    at = datetime(2026, 1, 1, tzinfo=UTC)
    quota = Detail("1", "m", "", "quota", "s", "", 10.0, "t", "", "", "", "", at)

    assert use([quota, replace(quota, id="2", kind="used", unit="kg")]) is None
    assert use([replace(quota, amount=0.0), replace(quota, id="2", kind="used")]) is None
    assert belongs(quota, replace(BAN, id="m", act=""))


def test_look_up_shows_what_was_added(desk: Core) -> None:
    from osawatch.lookup import Subject

    add(desk, "destination", "nl")

    found = desk.lookup.dossier(Subject("country", "CN", "China", "China"))

    kept = {one.measure.id: one.record for one in found.standings}
    assert kept["aaaa1111"] is not None
    assert [one.value for one in kept["aaaa1111"].details] == ["NL"]
