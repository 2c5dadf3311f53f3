"""The page of dates: as a list and as a month, by key, over a core whose day is 5 November 2026."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QSize, Qt
from pytestqt.qtbot import QtBot

from osawatch.agenda.reminders import Reminders
from osawatch.core import Core
from osawatch.sample import load
from tests.fakes import Network
from tests.ui import stage
from ui import theme
from ui.deadlines import dates
from ui.deadlines.dates import Row
from ui.deadlines.month import CELL, MonthGrid, first_shown, next_month
from ui.deadlines.page import DeadlinesPage
from ui.notices.page import NoticesPage

TODAY = date(2026, 11, 5)
ASIDE = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def core(tmp_path: Path) -> Iterator[Core]:
    clock = lambda: datetime(2026, 11, 5, 9, 0, tzinfo=UTC)  # noqa: E731
    with Core(tmp_path / "p", fetch=Network(), clock=clock) as made:
        yield made


@pytest.fixture
def page(core: Core, qtbot: QtBot) -> Iterator[DeadlinesPage]:
    load(core.news, core.now())  # after which the measures of the shipped list stand in the store
    case = core.cases.open("Talks <b>in</b> Brussels", []).id
    core.cases.step(case, "ask Customs", due="2026-11-20", who="B. Colleague")
    core.cases.step(case, "call the chip makers", due="2026-10-28", who="A. Officer")
    with stage.staged(core, DeadlinesPage, qtbot, shown=True) as made:
        yield made


def told(page: DeadlinesPage) -> list[tuple[str, str]]:
    return [
        (page.table.item(place, 0).text(), page.table.item(place, 2).text())
        for place in range(page.table.rowCount())
    ]


def on(grid: MonthGrid, day: date) -> str:
    for place in range(42):
        item = grid.item(place // 7, place % 7)
        if item.data(CELL)[0] == day:
            return str(item.data(ASIDE))
    return ""


def test_each_date_stands_on_its_day_and_in_the_list_of_its_month(page: DeadlinesPage) -> None:
    page.turn_to("month")

    assert page.name.text() == "November 2026"
    assert "ask Customs" in on(page.grid, date(2026, 11, 20))
    assert "suspension ends" in on(page.grid, date(2026, 11, 10))  # of the shipped measures
    assert "No date is known" in on(page.grid, date(2026, 11, 6))
    assert any("ask Customs" in subject for _, subject in told(page))
    assert not any("chip makers" in subject for _, subject in told(page))  # of October


def test_a_late_step_is_in_the_list_and_in_the_month_before(page: DeadlinesPage) -> None:
    assert "chip makers" in told(page)[0][1]

    page.turn_to("month")
    page.before.click()

    assert page.name.text() == "October 2026"
    assert [subject for _, subject in told(page)] == [
        "Talks <b>in</b> Brussels: call the chip makers (A. Officer)"
    ]
    assert not page.before.isEnabled()  # nothing lies before it
    page.turn(-1)
    assert page.name.text() == "October 2026"


def test_keys_walk_over_the_days_turn_the_month_and_open_a_date(
    page: DeadlinesPage, qtbot: QtBot
) -> None:
    page.turn_to("month")
    page.grid.setFocus()
    assert page.grid.chosen() == TODAY
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right):
        qtbot.keyClick(page.grid, key)
    assert page.grid.chosen() == date(2026, 11, 20)
    assert "ask Customs" in told(page)[page.table.currentRow()][1]

    with qtbot.waitSignal(page.place_asked) as asked:
        qtbot.keyClick(page.grid, Qt.Key.Key_Return)
    assert asked.args == ["cases"]

    qtbot.keyClick(page.grid, Qt.Key.Key_PageUp)
    assert page.name.text() == "October 2026"
    qtbot.keyClick(page.grid, Qt.Key.Key_PageDown)
    assert page.name.text() == "November 2026"


def test_a_date_of_a_measure_leads_to_what_is_known_of_its_good(
    page: DeadlinesPage, qtbot: QtBot
) -> None:
    page.turn_to("month")
    place = next(i for i, (_, words) in enumerate(told(page)) if words.startswith("China"))
    good = page.table.item(place, 3).text().split(", ")[0]
    page.table.setCurrentCell(place, 0)
    page.table.setFocus()

    with qtbot.waitSignal(page.lookup_asked) as asked:
        qtbot.keyClick(page.table, Qt.Key.Key_Return)

    assert asked.args == [good]


def test_a_day_that_is_past_is_said_to_be_past_in_its_month_and_left_out_of_the_list(
    tmp_path: Path, qtbot: QtBot
) -> None:
    later = lambda: datetime(2026, 11, 28, 9, 0, tzinfo=UTC)  # noqa: E731
    with (
        Core(tmp_path / "q", fetch=Network(), clock=later) as core,
        stage.staged(core, DeadlinesPage, qtbot, shown=True) as page,
    ):
        load(core.news, core.now())
        page.refresh()
        qtbot.waitUntil(page.ready, timeout=20_000)
        assert not any("10 Nov" in when for when, _ in told(page))
        page.turn_to("month")
        assert "suspension ends (past)" in on(page.grid, date(2026, 11, 10))
        assert any("10 Nov" in when for when, _ in told(page))


def test_a_month_without_a_date_is_drawn_and_the_empty_list_says_why(
    tmp_path: Path, qtbot: QtBot
) -> None:
    far = lambda: datetime(2031, 2, 3, tzinfo=UTC)  # noqa: E731
    with (
        Core(tmp_path / "q", fetch=Network(), clock=far) as core,
        stage.staged(core, DeadlinesPage, qtbot, shown=True) as page,
    ):
        assert not told(page)
        assert not page.grid.isVisible()
        page.turn_to("month")
        assert page.grid.isVisible()
        assert not page.before.isEnabled()
        assert not page.after.isEnabled()


def test_weeks_begin_as_the_language_has_them_and_months_turn_over_the_year() -> None:
    before = QLocale()
    try:
        QLocale.setDefault(QLocale("nl_NL"))
        assert first_shown(TODAY) == date(2026, 10, 26)  # a Monday
        QLocale.setDefault(QLocale("en_US"))
        assert first_shown(TODAY) == date(2026, 11, 1)  # a Sunday
    finally:
        QLocale.setDefault(before)
    assert next_month(date(2026, 11, 30), 2) == date(2027, 1, 1)
    assert next_month(date(2026, 1, 31), -1) == date(2025, 12, 1)


def test_a_day_with_more_dates_than_it_has_room_for_says_how_many_more(qtbot: QtBot) -> None:
    grid = MonthGrid(theme.LIGHT)
    qtbot.addWidget(grid)
    grid.resize(QSize(900, 420))
    rows = [Row(TODAY, TODAY, "takes effect", f"China: act {i}", name="gallium") for i in range(9)]
    grid.show_month(TODAY, TODAY, dates.by_day(rows))
    grid.show()
    one = grid.visualItemRect(grid.item(1, 3))
    assert one.height() < 9 * 16  # so that not all fit
    full = grid.grab(one).toImage()
    grid.show_month(TODAY, TODAY, dates.by_day(rows[:1]))
    assert grid.grab(one).toImage() != full
    assert all(f"act {i}" in str(_of(rows, grid)) for i in range(9))  # a screen reader hears all


def _of(rows: list[Row], grid: MonthGrid) -> str:
    grid.show_month(TODAY, TODAY, dates.by_day(rows))
    return on(grid, TODAY)


def reminders(page: DeadlinesPage) -> dict[str, str]:
    last = page.table.columnCount() - 1
    return {
        page.table.item(place, 2).text(): page.table.item(place, last).text()
        for place in range(page.table.rowCount())
    }


def again(page: DeadlinesPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.loaded, timeout=20_000):
        page.refresh()


def test_each_date_says_whether_its_reminder_was_told_and_when_the_next_one_comes(
    page: DeadlinesPage, core: Core, qtbot: QtBot
) -> None:
    step = "Talks <b>in</b> Brussels: ask Customs (B. Colleague)"
    assert "30, 7, 1 days before" in page.hint.text()
    assert reminders(page)[step] == "next Fri 13 Nov 2026"  # nobody has looked yet

    Reminders(core).look()
    again(page, qtbot)

    assert reminders(page)[step] == "told · next Fri 13 Nov 2026"
    late = "Talks <b>in</b> Brussels: call the chip makers (A. Officer)"
    assert not reminders(page)[late]


def test_the_page_says_why_nobody_is_reminded(
    page: DeadlinesPage, core: Core, qtbot: QtBot
) -> None:
    said = {
        "remind_dates": (False, "switched off in Settings"),
        "notify_level": ("off", "nothing interrupts"),
    }
    for name, (value, words) in said.items():
        before = core.settings()
        with qtbot.waitSignal(page.loaded, timeout=20_000):  # by itself: it heard of it
            core.save_settings(replace(before, **{name: value}))  # type: ignore[arg-type]
        assert words in page.hint.text()
        assert not any("next" in told for told in reminders(page).values())
        core.save_settings(before)
    for level, words in (("high", "Reminders 1 days"), ("critical", "No reminder interrupts")):
        core.save_settings(replace(core.settings(), notify_level=level))
        again(page, qtbot)
        assert words in page.hint.text()


def test_a_reminder_stands_in_the_list_of_notices_by_name_and_leads_to_the_dates(
    page: DeadlinesPage, core: Core, qtbot: QtBot
) -> None:
    Reminders(core).look()
    with stage.staged(core, NoticesPage, qtbot, shown=True) as notices:
        rows = {
            notices.table.item(place, 4).text(): place for place in range(notices.table.rowCount())
        }
        told = next(words for words in rows if "ask Customs" in words)
        assert "20 Nov 2026, step of a case: Talks <b>in</b> Brussels" in told
        assert any("suspension ends: China" in words for words in rows)

        with qtbot.waitSignal(notices.place_asked) as asked:
            notices.table.itemActivated.emit(notices.table.item(rows[told], 0))

    assert asked.args == ["deadlines"]


def test_a_narrow_page_keeps_the_words_and_leaves_act_and_zone_to_the_tip(
    page: DeadlinesPage, qtbot: QtBot
) -> None:
    page.show()
    for width, narrow in ((1200, False), (680, True)):
        page.resize(width, 600)
        qtbot.waitUntil(lambda width=width: page.table.viewport().width() <= width)

        shown = {
            key: page.table.columnWidth(place)
            for place, key in enumerate(dates.COLUMNS)
            if not page.table.isColumnHidden(place)
        }
        assert ("act" in shown, "zone" in shown) == (not narrow, not narrow)
        assert min(shown[key] for key in ("what", "measure", "goods")) >= 80
        assert sum(shown.values()) <= page.table.viewport().width()
    tip = page.table.item(0, 0).toolTip()
    assert all(words in tip for words in page._shown[0].cells)
