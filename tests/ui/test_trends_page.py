"""The Trends page: a series, its days, the stories behind them, and the same as table and file."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from lxml import etree
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QApplication, QScrollBar, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from osawatch.bursts import Burst
from osawatch.errors import StoreError
from osawatch.model import Changes, Filter, Trend
from tests.ui.desk_fake import NOW, FakeCore, card, days_ago, year
from tests.ui.trends_opened import opened
from ui.bridge import Bridge
from ui.tasks import Tasks
from ui.theme import DARK, LIGHT
from ui.trends.export import table
from ui.trends.page import Asked, TrendsPage
from ui.trends.sheet import SheetModel
from ui.trends.words import chance_words, describe, tooltip


@pytest.fixture
def core() -> FakeCore:
    return FakeCore()


@pytest.fixture
def page(core: FakeCore, qtbot: QtBot, owner: QObject) -> TrendsPage:
    return opened(core, qtbot, owner)


def test_the_page_shows_ninety_days_and_what_they_are(page: TrendsPage) -> None:
    assert page.ready()
    assert page.chart is not None
    assert len(page.shown().days) == 90
    assert "95 stories on 87 of 90 days" in page.chart.accessibleDescription()


def test_another_range_needs_no_new_question(page: TrendsPage, core: FakeCore) -> None:
    core.broken = StoreError("not asked again")

    page.range.pick("28")

    assert len(page.shown().days) == 28
    assert page.sheet_model.rowCount() == 28


def test_a_good_is_found_by_typing_and_shown(page: TrendsPage, qtbot: QtBot) -> None:
    page.good.open()
    page.good.popup.line.setText("COPP")

    with qtbot.waitSignal(page.loaded):
        qtbot.keyClick(page.good.popup.line, Qt.Key.Key_Return)

    assert page.good.chosen() == "copper"
    assert page.shown().good == "copper"
    assert "copper" in page.good.text()


def test_a_chosen_day_lists_its_stories(page: TrendsPage, core: FakeCore, qtbot: QtBot) -> None:
    assert page.chart is not None

    page.chart.setFocus()
    qtbot.keyClick(page.chart, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: page.side.model.rowCount() == 1)

    _, since, until, _goods = core.asked[-1]
    assert (since.date(), until.date()) == (days_ago(0), days_ago(-1))  # type: ignore[attr-defined]
    assert page.side.model.data(page.side.model.index(0)) == "high: Gallium needs a licence"
    assert "9 stories" in page.side.summary.accessibleName()


def test_a_story_can_be_opened_and_the_days_sent_to_the_list(
    page: TrendsPage, qtbot: QtBot
) -> None:
    assert page.chart is not None
    page.chart.choose(85, 89)
    qtbot.waitUntil(lambda: page.side.model.rowCount() == 1)

    with qtbot.waitSignal(page.card_chosen) as opened:
        page.side._on_row(page.side.model.index(0))
    with qtbot.waitSignal(page.stories_asked) as sent:
        page.side.more.click()

    wanted = sent.args[0]
    assert opened.args == [card().id]
    assert isinstance(wanted, Filter)
    assert wanted.since is not None
    assert wanted.since.date() == days_ago(4)


def test_days_nobody_watched_are_not_called_quiet(
    page: TrendsPage, core: FakeCore, qtbot: QtBot
) -> None:
    assert page.chart is not None
    core.stories = []

    page.chart.choose(78, 78)
    qtbot.waitUntil(lambda: not page.side.note.isHidden() and page.side.model.rowCount() == 0)

    assert "not a quiet day" in page.side.note.text()
    assert page.side.summary.accessibleName().split(": ")[1].startswith("–")


def test_escape_goes_back_to_the_movers(page: TrendsPage, qtbot: QtBot) -> None:
    assert page.chart is not None
    page.chart.choose(80, 80)

    qtbot.keyClick(page, Qt.Key.Key_Escape)

    assert page.chart.chosen() == (-1, -1)
    assert "Strongest movers" in page.side.summary.accessibleName()


def test_a_mover_opens_its_series(page: TrendsPage, qtbot: QtBot) -> None:
    assert page.side.model.rowCount() == 2

    with qtbot.waitSignal(page.loaded):
        page.side._on_row(page.side.model.index(0))

    assert page.shown().good in ("gallium", "copper")


def test_what_stands_out_says_since_when_and_opens_its_series(
    page: TrendsPage, core: FakeCore, qtbot: QtBot
) -> None:
    start, end = days_ago(6), days_ago(0)
    core.outstanding = [Burst("gallium", "CN", "alert", start, end, end, 2e-7, ())]
    with qtbot.waitSignal(page.loaded):
        page.refresh()

    first = page.side.model.index(0)
    assert page.side.model.data(first) == (
        "gallium (good), CN (country): Alert, 26 Feb to 4 Mar: by chance 1 in 10⁶"
    )
    with qtbot.waitSignal(page.loaded):
        page.side._on_row(first)
    assert (page.shown().good, page.shown().country) == ("gallium", "CN")
    assert (page.good.chosen(), page.country.chosen()) == ("gallium", "CN")


def test_the_budget_of_false_alerts_is_told_once_something_was_judged(
    page: TrendsPage, core: FakeCore, qtbot: QtBot
) -> None:
    assert page.side.budget.isHidden()

    end = days_ago(0)
    core.outstanding = [Burst("copper", "", "watch", end, end, end, 2e-4, ())]
    with qtbot.waitSignal(page.loaded):
        page.refresh()

    assert page.side.budget.isVisible()
    assert "240 series about 0.4 false alerts a week" in page.side.budget.text()


def test_a_click_on_the_calendar_widens_the_range_if_it_must(page: TrendsPage) -> None:
    assert page.chart is not None

    page._on_calendar(days_ago(200))

    assert len(page.shown().days) == 365
    first, last = page.chart.chosen()
    assert first == last
    assert page.shown().days[first].day == days_ago(200)


def test_an_empty_profile_says_what_to_do_next(
    core: FakeCore, qtbot: QtBot, owner: QObject
) -> None:
    core.found = lambda **_: Trend("", "", "", ())
    out = TrendsPage(core, Tasks(owner), Bridge(core, owner), LIGHT)
    qtbot.addWidget(out)

    with qtbot.waitSignal(out.loaded, timeout=20_000):
        out.show()

    assert out._empty.isVisible()
    assert "Poll" in out._empty.more.text()


def test_a_core_that_fails_is_said_in_words(page: TrendsPage, core: FakeCore, qtbot: QtBot) -> None:
    core.broken = StoreError("the disk is full")

    with qtbot.waitSignal(page.loaded):
        page.refresh()

    assert page._empty.more.text() == "the disk is full"


def test_new_stories_are_read_unless_someone_reads_a_day(page: TrendsPage, qtbot: QtBot) -> None:
    assert page.chart is not None
    with qtbot.waitSignal(page.loaded):
        page._on_changed(Changes(items=frozenset({"i"})))

    page.chart.choose(80, 80)
    page._on_changed(Changes(items=frozenset({"i"})))

    assert page.chart.chosen() == (80, 80)


def test_the_picture_and_the_table_are_written(
    page: TrendsPage, qtbot: QtBot, tmp_path: Path
) -> None:
    page.ask_save = lambda kind: str(tmp_path / f"trend.{kind}")

    for kind in ("png", "svg", "csv"):
        with qtbot.waitSignal(page.said) as told:
            page.save(kind)
        assert f"trend.{kind}" in told.args[0]

    assert QImage(str(tmp_path / "trend.png")).width() == 2400
    drawn = etree.parse(tmp_path / "trend.svg").getroot()
    said = " ".join(" ".join(drawn.itertext()).split())
    assert "OSAwatch, drawn" in said
    assert "Observed on 87 of 90 days" in said
    lines = (tmp_path / "trend.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == 91
    assert lines[-1].startswith(f"{NOW:%Y-%m-%d},9,9,")


def test_the_command_line_draws_the_same_picture(qapp: object, tmp_path: Path) -> None:
    from ui.trends.render import trend_png

    path = tmp_path / "trend.png"
    trend_png(year("gallium", 90), path, "dark", lambda kind, key: f"{kind} <i>{key}</i>")

    image = QImage(str(path))
    assert (image.width(), image.height()) == (2400, 1280)
    assert len({image.pixel(x, 600) for x in range(0, 2400, 3)}) > 3


def test_a_chart_of_one_day_and_of_none_can_be_drawn(page: TrendsPage) -> None:
    assert page.chart is not None
    for days in (1, 2):
        page.chart.show_trend(year("gallium", days))
        assert not page.chart.grab().isNull()
    page.chart.show_trend(Trend("", "", "", ()))
    assert not page.chart.grab().isNull()
    page.chart.choose(0, 0)
    assert page.chart.chosen() == (-1, -1)


def test_both_themes_paint_every_view(page: TrendsPage) -> None:
    for theme in (DARK, LIGHT):
        page.set_theme(theme)
        for as_table in (True, False):
            page.as_table.setChecked(as_table)
            assert not page.grab().isNull()


def test_the_sheet_keeps_the_rules_of_qt(qtmodeltester: ModelTester, owner: QObject) -> None:
    model = SheetModel(owner)
    model.show_table(table(year("gallium", 20), lambda _, key: key))

    qtmodeltester.check(model)
    assert model.data(model.index(10, 1)) == "Not observed"


def test_a_feeds_words_never_become_markup(qapp: object) -> None:
    shown = year("gallium", 20)

    lines = tooltip(shown, 19, "measure", lambda _, key: f"<img src=x>{key}")

    assert any("<img" in line for line in lines)  # escaped by the chart, as every line is
    assert "<b>notice</b>" in lines
    assert "<" not in describe(shown)


def test_small_chances_are_said_in_powers(qapp: object) -> None:
    assert chance_words(0.025) == "1 in 40"
    assert chance_words(1e-6) == "1 in 10⁶"
    assert chance_words(0.0) == "< 1 in 10¹²"


def test_every_widget_that_takes_the_keyboard_has_a_name(page: TrendsPage) -> None:
    nameless = [
        widget
        for widget in page.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and widget.isVisible()
        and not isinstance(widget, QScrollBar)
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]

    assert nameless == []


def test_a_later_question_wins_over_an_earlier_answer(page: TrendsPage, qtbot: QtBot) -> None:
    late = page._found

    with qtbot.waitSignal(page.loaded):
        page.ask(Asked(good="copper"))
        page._on_read(late)
        assert not page.ready()

    assert page.shown().good == "copper"


def test_chart_and_calendar_stand_in_a_large_window_without_scrolling(page: TrendsPage) -> None:
    QApplication.processEvents()

    assert page.charts.verticalScrollBar().maximum() == 0
    assert page.chart is not None
    assert page.chart.counts.height() > 180


def test_a_low_window_scrolls_the_charts_and_none_lies_over_another(
    page: TrendsPage, qtbot: QtBot
) -> None:
    page.resize(752, 480)
    chart = page.chart
    assert chart is not None

    qtbot.waitUntil(lambda: page.charts.verticalScrollBar().maximum() > 0)

    parts = [chart.legend, chart.counts, chart.surprise, chart.coverage]

    def apart() -> bool:
        edges = [
            (one.geometry().top(), one.geometry().bottom()) for one in parts if one.isVisible()
        ]
        return all(end < begin for (_, end), (begin, _) in itertools.pairwise(edges))

    qtbot.waitUntil(apart)
    assert page.charts.widget().width() <= page.charts.viewport().width()
    low = page.calendar.mapTo(page.charts.widget(), page.calendar.rect().topLeft()).y()
    assert chart.mapTo(page.charts.widget(), chart.rect().bottomLeft()).y() < low
