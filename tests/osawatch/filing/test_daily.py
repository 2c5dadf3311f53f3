"""Old news by the clock: chosen, once a day, by the way of the command, never on a wrong clock."""

from __future__ import annotations

import json
import threading
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osawatch.core import Core
from osawatch.errors import BadInput
from osawatch.filing.daily import ENOUGH, LEAP, SLACK, doubted
from osawatch.model import Filter
from osawatch.store import thinning
from osawatch.store.hub import FILE
from tests.fakes import NOON, Clock, Network
from tests.osawatch.filing.test_thinning import ALERT, FAIR, FEED, PRICE, TERM, listed, rows


def chosen(core: Core, *, on: bool = True) -> None:
    core.filing.set_schedule(TERM)
    core.save_settings(replace(core.settings(), old_news_daily=on))


BETWEEN, TODAY = "News in between", "Something of today"


def old(core: Core, network: Network, clock: Clock, *titles: str) -> None:
    """These were published, then 40 days went by with news now and then; the newest is of today."""
    for title in titles:
        network.publish(FEED, title)
    core.poll()
    clock.forward(days=20)
    of_today(core, network, BETWEEN)
    clock.forward(days=20)
    of_today(core, network, TODAY)


def of_today(core: Core, network: Network, title: str) -> None:
    network.publish(FEED, title)
    core.poll()


def test_nothing_goes_unless_it_was_chosen_and_at_first_it_is_not(
    core: Core, network: Network, clock: Clock
) -> None:
    old(core, network, clock, PRICE, FAIR)
    core.filing.set_schedule(TERM)
    before = rows(core)
    assert not core.settings().old_news_daily
    assert core.daily.run() is None
    assert rows(core) == before


def test_nothing_goes_without_a_term(core: Core, network: Network, clock: Clock) -> None:
    old(core, network, clock, PRICE, FAIR)
    core.save_settings(replace(core.settings(), old_news_daily=True))
    before = rows(core)
    assert core.daily.run() is None
    assert rows(core) == before


def test_it_goes_as_by_the_command_and_the_log_says_who_and_why(
    core: Core, network: Network, clock: Clock
) -> None:
    old(core, network, clock, ALERT, PRICE, FAIR)
    told = core.alerts(Filter(view="all"))
    chosen(core)
    swept = core.daily.run()
    assert swept is not None
    assert (swept.items, swept.days, swept.doubted) == (2, 30, None)
    assert listed(core) == {ALERT, BETWEEN, TODAY}
    [line] = core.filing.log()
    assert (line.items, line.days, line.by) == (2, 30, "Ann")
    assert line.why == "by the clock: its term was over"
    assert core.alerts(Filter(view="all")) == told
    assert core.care.doctor() == []


def test_the_reason_is_in_the_language_of_the_desk(
    core: Core, network: Network, clock: Clock
) -> None:
    old(core, network, clock, PRICE)
    chosen(core)
    core.save_settings(replace(core.settings(), language="nl"))
    core.daily.run()
    assert core.filing.log()[0].why == "volgens de klok: de bewaartermijn was voorbij"


def test_it_looks_once_a_day_however_often_the_program_starts(
    core: Core, network: Network, clock: Clock
) -> None:
    old(core, network, clock, PRICE)
    chosen(core)
    assert core.daily.run() is not None
    clock.forward(hours=3)
    assert core.daily.run() is None
    clock.forward(days=1)
    swept = core.daily.run()
    assert swept is not None
    assert swept.items == 0
    assert len(core.filing.log()) == 1  # nothing went, so nothing is told


def test_what_waits_for_a_hub_stays(core: Core, network: Network, clock: Clock) -> None:
    old(core, network, clock, PRICE, FAIR)
    with core._store.writing() as connection:
        connection.execute("INSERT INTO hubs(identity, sent_item) VALUES('a hub', 0)")
    (core.profile.folder / FILE).write_text('{"address": "host=nowhere.example"}')
    chosen(core)
    swept = core.daily.run()
    assert swept is not None
    assert swept.items == 0
    assert listed(core) == {PRICE, FAIR, BETWEEN, TODAY}


def test_a_clock_before_the_newest_item_lets_nothing_go_and_it_is_said(
    core: Core, network: Network, clock: Clock
) -> None:
    old(core, network, clock, PRICE, FAIR)
    chosen(core)
    newest = clock.now
    clock.forward(days=-2)
    swept = core.daily.run()
    assert swept is not None
    assert (swept.items, swept.clock, swept.doubted) == (0, clock.now, newest)
    assert len(listed(core)) == 4
    assert core.filing.log() == []


@pytest.mark.parametrize("days", [22, 31, 365, 801])
@pytest.mark.parametrize("polled", [False, True])
def test_a_clock_that_leapt_ahead_lets_nothing_go_though_news_came_in_since(
    core: Core, network: Network, clock: Clock, polled: bool, days: int
) -> None:
    old(core, network, clock, PRICE, FAIR)
    chosen(core)
    newest = clock.now
    clock.forward(days=days)
    if polled:
        of_today(core, network, "By a clock that is wrong")
    swept = core.daily.run()
    assert swept is not None
    assert (swept.items, swept.doubted) == (0, newest)
    assert {PRICE, FAIR} < listed(core)


def test_a_desk_that_was_shut_for_years_is_believed_after_thirty_days_with_news(
    core: Core, network: Network, clock: Clock
) -> None:
    old(core, network, clock, PRICE, FAIR)
    chosen(core)
    clock.forward(days=800)
    for n in range(ENOUGH + 1):
        assert {PRICE, FAIR} < listed(core)
        clock.forward(days=1)
        of_today(core, network, f"News number {n} of an invented desk")
        core.daily.run()
    assert not {PRICE, FAIR} & listed(core)


@given(st.lists(st.integers(0, 20 * 24), max_size=40), st.integers(-1, 1))
def test_no_desk_with_news_every_three_weeks_is_doubted(hours: list[int], early: int) -> None:
    days, when = [], NOON + early * SLACK
    for step in hours:
        when -= timedelta(hours=step)
        days.append(when)
    assert doubted(NOON, days) is None


@given(st.lists(st.integers(0, 40), max_size=20), st.integers(1, 10_000))
def test_a_leap_is_seen_wherever_it_stands(hours: list[int], more: int) -> None:
    days, when = [], NOON
    for step in hours:
        when -= timedelta(hours=step)
        days.append(when)
    before = when - LEAP - timedelta(hours=more)
    assert doubted(NOON, [*days, before]) == before
    assert doubted(NOON - timedelta(days=1), [NOON, before]) == NOON


def test_it_stops_after_a_page_when_it_is_told_to_or_switched_off(
    core: Core, network: Network, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(thinning, "PAGE", 1)
    old(core, network, clock, *(f"Invented thing number {n}" for n in range(6)))
    chosen(core)
    cancel = threading.Event()
    swept = core.daily.run(lambda _done, _whole: cancel.set(), cancel)
    assert swept is not None
    assert swept.items == 1
    clock.forward(days=1)
    swept = core.daily.run(lambda _done, _whole: chosen(core, on=False))
    assert swept is not None
    assert swept.items == 1
    assert [line.items for line in core.filing.log()] == [1, 1]
    clock.forward(days=1)
    assert core.daily.run() is None
    assert core.care.doctor() == []


def test_a_person_and_the_clock_at_once_let_each_item_go_once(
    core: Core, network: Network, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(thinning, "PAGE", 1)
    old(core, network, clock, *(f"Invented thing number {n}" for n in range(20)))
    chosen(core)
    begun = threading.Event()
    by_hand = threading.Thread(
        target=core.filing.thinning.end, args=("by hand", lambda _done, _whole: begun.set())
    )
    by_hand.start()
    assert begun.wait(10)
    swept = core.daily.run()
    by_hand.join(10)
    assert swept is not None
    assert swept.items == 0
    assert [(line.items, line.why) for line in core.filing.log()] == [(20, "by hand")]


def test_a_set_up_of_another_desk_does_not_choose_it(core: Core) -> None:
    chosen(core)
    given = json.loads(core.setup.give())
    assert "old_news_daily" not in given["settings"]
    given["settings"]["old_news_daily"] = True
    with pytest.raises(BadInput, match="belongs to a person or a machine"):
        core.setup.plan(json.dumps(given).encode(), "setup.json")
