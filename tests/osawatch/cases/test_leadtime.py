"""How long before an act the desk had seen it: measured, or said to be unknown."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osawatch.briefing.compose import compose
from osawatch.briefing.gather import gather
from osawatch.briefing.model import Asked, Table
from osawatch.cases.leads import middles
from osawatch.cases.leadtime import Lead, Sight, lead, middle
from osawatch.core import Core
from osawatch.model import Filter
from tests.fakes import Clock, Network, source
from tests.osawatch.commands import Commands
from ui.cases.words import page

WIRE, GAZETTE = "https://wire.example/feed", "https://gazette.example/feed"
START = datetime(2026, 3, 2, 12, tzinfo=UTC)
moments = st.integers(0, 400).map(lambda days: START + timedelta(days=days))
sights = st.lists(
    st.builds(
        Sight, n=st.integers(1, 99), first_seen=moments, at=moments, official=st.booleans(),
        status=st.sampled_from(["", "rumour", "considered", "proposed", "adopted", "in_force"]),
        effective=st.lists(moments.map(datetime.date), max_size=2).map(tuple),
    ),
    max_size=8,
)  # fmt: skip


def sight(day: int, *, official: bool = False, status: str = "", **more: object) -> Sight:
    at = START + timedelta(days=day)
    return Sight(day, at, at, official, status, **more)  # type: ignore[arg-type]


def test_the_lead_is_counted_from_the_first_sight_to_act_and_force() -> None:
    found = lead(
        [
            sight(0, status="rumour"),
            sight(10, official=True, status="proposed"),
            sight(21, official=True, status="adopted", effective=(date(2026, 5, 1),)),
            sight(30, official=True, status="adopted"),
        ]
    )

    assert (found.to_act, found.to_force) == (21, 60)
    assert (found.first_seen, found.act) == (date(2026, 3, 2), date(2026, 3, 23))


def test_a_missing_date_is_unknown_and_nothing_is_guessed() -> None:
    assert lead([]) == Lead()
    rumour = lead([sight(0, status="rumour"), sight(3, status="in_force")])
    assert (rumour.act, rumour.in_force, rumour.to_act, rumour.to_force) == (None,) * 4


def test_the_record_of_a_measure_counts_more_than_what_items_say_of_its_force() -> None:
    item = sight(5, official=True, effective=(date(2026, 4, 1),))

    assert lead([item], [date(2026, 6, 1)]).in_force == date(2026, 6, 1)


def test_the_day_of_an_older_measure_is_not_this_ones() -> None:
    item = sight(5, official=True, effective=(date(2023, 8, 1), date(2026, 4, 1)))

    assert lead([item], [date(2023, 8, 1)]).in_force == date(2026, 4, 1)
    assert lead([sight(5)], [date(2023, 8, 1)]).in_force is None


def test_an_act_that_was_out_before_it_was_seen_has_a_lead_below_zero() -> None:
    late = Sight(1, START + timedelta(days=4), START, official=True, status="adopted")

    assert lead([late]).to_act == -4


@given(sights, st.lists(moments.map(datetime.date), max_size=2), st.randoms())
def test_the_order_of_items_changes_nothing_and_each_figure_has_its_dates(
    some: list[Sight], known: list[date], chance: object
) -> None:
    some = list({one.n: one for one in some}.values())
    mixed = list(some)
    chance.shuffle(mixed)  # type: ignore[attr-defined]

    found = lead(some, known)

    assert lead(mixed, known) == found
    assert (found.to_act is None) == (found.act is None or found.first_seen is None)
    assert (found.to_force is None) == (found.in_force is None or found.first_seen is None)


@given(st.lists(st.none() | st.integers(-50, 400)))
def test_the_median_says_over_how_many_it_is(days: list[int | None]) -> None:
    found = middle(days)
    known = [one for one in days if one is not None]

    assert (found.n, found.of) == (len(known), len(days))
    assert found.days == (float(median(known)) if known else None)


@pytest.fixture
def led(core: Core, network: Network, clock: Clock) -> Core:
    """A closed case: a rumour, ten days later the act; and an open one without an act."""
    network.publish(WIRE, "Beijing considers a ban on gallium for all customers")
    core.poll(["wire"])
    clock.forward(days=10)
    day = clock() + timedelta(days=20)
    told = f"It takes effect on {day.day} {day:%B} {day.year}."
    network.publish(GAZETTE, "Notice: a ban on gallium", content_text=told)
    core.poll(["gazette"])
    gallium = [one.id for one in core.alerts(Filter(view="all", goods=("gallium",)))]
    case = core.cases.open("Gallium", gallium)
    core.cases.status(case.id, "closed", "told the firms")
    network.publish(WIRE, "Cobalt: Kinshasa speaks of a ban")
    core.poll(["wire"])
    cobalt = [one.id for one in core.alerts(Filter(view="all", goods=("cobalt",)))]
    core.cases.open("Cobalt", cobalt)
    core.cases.open("A visit")
    return core


def test_a_case_is_measured_from_the_items_of_its_alerts(led: Core) -> None:
    cases = led.cases.every(closed=True)
    leads = {one.title: led.cases.leads(cases)[one.id] for one in cases}

    assert (leads["Gallium"].to_act, leads["Gallium"].to_force) == (10, 30)
    assert leads["Cobalt"].first_seen is not None
    assert leads["Cobalt"].to_act is None
    assert leads["A visit"] == Lead()
    to_act, to_force = middles(cases, led.cases.leads(cases))
    assert (to_act.days, to_act.n, to_act.of) == (10, 1, 1)
    assert (to_force.days, to_force.n) == (30, 1)


def test_the_page_and_the_briefing_say_the_days_or_that_they_are_not_known(
    led: Core, clock: Clock
) -> None:
    cases = led.cases.every(closed=True)
    leads = led.cases.leads(cases)
    medians = middles(cases, leads)
    said = {one.title: page(one, {}, clock(), leads[one.id], medians) for one in cases}

    assert "10 days after it was first seen" in said["Gallium"]
    assert "Official act: not known" in said["Cobalt"]
    assert "Median to the official act: 10 days (n = 1 of 1 closed cases)" in said["Cobalt"]
    for language in ("en", "nl"):
        asked = Asked(clock() - timedelta(days=60), clock(), language=language)
        document = compose(gather(led, asked), led.names)
        [section] = [one for one in document.sections if "n = 1" in one.lead]
        [table] = section.parts
        assert isinstance(table, Table)
        rows = {row[0]: row for row in table.rows}
        assert "(+10 d)" in rows["Gallium"][2]
        assert rows["Cobalt"][2] in ("not known", "niet bekend")


def test_the_command_line_tells_each_case_and_the_median(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    commands = Commands(tmp_path / "profile", capsys)
    at = ("--profile", commands.profile)
    with commands.open() as core:
        core.sources.add(source("gazette", kind="official-gazette", grade="A", official=True))
        commands.network.publish(GAZETTE, "Notice: a ban on gallium")
        core.poll(["gazette"])
        case = core.cases.open("Gallium", [core.alerts(Filter())[0].id])

    found = commands.run("cases", "leadtime", "--json", *at).json
    shown = commands.run("cases", "show", case.id, "--json", *at).json

    assert found["median_of_closed"]["to_act"] == {"days": None, "n": 0, "of": 0}
    [row] = found["cases"]
    assert (row["days_to_act"], row["in_force"]) == (0, None)
    assert shown["lead_time"]["act"] == row["act"]
    told = commands.run("cases", "leadtime", *at).out
    assert "not known" in told
    assert "n = 0 of 0" in told
    assert "official act" in commands.run("cases", "show", case.id, *at).out
    assert commands.run("cases", "leadtime", "nothing", *at).code == 2
