"""Days are brushed, their stories read page by page, and notes lead to their measure."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, QObject, QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from osawatch.noted import Noted
from tests.ui.desk_fake import TODAY, FakeCore, card
from tests.ui.trends_opened import opened
from ui.trends.chart import Chart
from ui.trends.page import Asked, TrendsPage
from ui.trends.reading import PAGE


@pytest.fixture
def core() -> FakeCore:
    return FakeCore()


@pytest.fixture
def page(core: FakeCore, qtbot: QtBot, owner: QObject) -> TrendsPage:
    out = opened(core, qtbot, owner)
    qtbot.waitExposed(out)
    return out


def chart(page: TrendsPage) -> Chart:
    assert page.chart is not None
    return page.chart


def pixel(page: TrendsPage, day: float, high: float = 1.0) -> QPoint:
    plot = chart(page).counts
    box = plot.getPlotItem().getViewBox()
    return plot.mapFromScene(box.mapViewToScene(QPointF(day, high)))


def test_days_are_brushed_with_the_pointer(page: TrendsPage, core: FakeCore, qtbot: QtBot) -> None:
    view = chart(page).counts.viewport()
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(view, left, pos=pixel(page, 20))
    for day in (22, 25, 30):
        QTest.mouseMove(view, pixel(page, day), 20)
    QTest.mouseRelease(view, left, pos=pixel(page, 30), delay=20)
    qtbot.waitUntil(lambda: page.side.model.rowCount() == 1)

    assert chart(page).chosen() == (20, 30)
    _, since, until, _goods = core.asked[-1]
    assert (until - since).days == 11  # type: ignore[operator]


def test_a_brush_beyond_the_edge_ends_there_and_tells_once(page: TrendsPage, qtbot: QtBot) -> None:
    told: list[tuple[int, int]] = []
    chart(page).days_chosen.connect(lambda first, last: told.append((first, last)))

    chart(page).counts.brush.brushed.emit(80.2, 95.0, False)
    chart(page).counts.brush.brushed.emit(80.2, 400.0, True)

    assert chart(page).chosen() == (80, 89)
    assert told == [(80, 89)]


def test_stories_are_read_on_as_the_list_is_scrolled(
    page: TrendsPage, core: FakeCore, qtbot: QtBot
) -> None:
    core.stories = [card(f"{n:08} story") for n in range(2 * PAGE + 5)]
    chart(page).choose(60, 89)
    model = page.side.model
    qtbot.waitUntil(lambda: PAGE <= model.rowCount() <= 2 * PAGE)

    for wanted in (2 * PAGE, 2 * PAGE + 5):
        if model.rowCount() < wanted:
            page.side.list.scrollToBottom()
            model.fetchMore(QModelIndex())
        qtbot.waitUntil(lambda wanted=wanted: model.rowCount() >= wanted)

    assert model.rowCount() == 2 * PAGE + 5
    assert not model.canFetchMore(QModelIndex())
    names = [model.data(model.index(n)) for n in range(model.rowCount())]
    assert len(set(names)) == len(names)  # none twice, none lost


def test_a_page_that_comes_late_does_not_join_other_rows(page: TrendsPage, core: FakeCore) -> None:
    model = page.side.model
    ids = tuple(f"card-{n}" for n in range(5))
    model.show_rows([], {}, ids)
    model.fetchMore(QModelIndex())
    model.show_rows([], {})

    model.append(ids, [card("too late")])

    assert model.rowCount() == 0


def test_the_rows_keep_the_rules_of_qt(qtmodeltester: ModelTester, page: TrendsPage) -> None:
    qtmodeltester.check(page.side.model)


@pytest.fixture
def noted(page: TrendsPage, core: FakeCore, qtbot: QtBot) -> Noted:
    """The last day has a note; its alert has a card."""
    one = Noted(TODAY, "in_force", "export-ban", "CN", "m1", "CN:2026/7", "card-of-it")
    core.notes = [one]
    with qtbot.waitSignal(page.loaded):
        page.ask(Asked(good="gallium", country="CN"))
    return one


def test_a_click_on_a_note_opens_the_story_of_its_measure(
    page: TrendsPage, noted: Noted, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.card_chosen) as told:
        qtbot.mouseClick(
            chart(page).counts.viewport(), Qt.MouseButton.LeftButton, pos=pixel(page, 88.5, 5)
        )

    assert told.args == ["card-of-it"]
    assert chart(page).chosen() == (-1, -1)  # the day was not what was pointed at


def test_return_opens_the_note_of_a_chosen_day(
    page: TrendsPage, noted: Noted, qtbot: QtBot
) -> None:
    chart(page).choose(85, 89)

    with qtbot.waitSignal(page.card_chosen) as told:
        qtbot.keyClick(chart(page), Qt.Key.Key_Return)

    assert told.args == ["card-of-it"]


def test_a_measure_without_an_alert_is_looked_up(
    page: TrendsPage, core: FakeCore, noted: Noted, qtbot: QtBot
) -> None:
    core.notes = [Noted(TODAY, "in_force", "export-ban", "CN", "m1")]

    with qtbot.waitSignal(page.lookup_asked) as told:
        page._on_note(89)

    assert told.args == ["gallium (good)"] or told.args == ["Gallium"]


def test_several_measures_of_a_day_are_offered(
    page: TrendsPage, core: FakeCore, noted: Noted, qtbot: QtBot
) -> None:
    core.notes = [noted, Noted(TODAY, "adopted", "export-tax", "CN", "m2", "A & B", "other-card")]
    page._on_note(89)
    qtbot.waitUntil(lambda: page.noting.menu is not None)
    menu = page.noting.menu
    assert menu is not None

    with qtbot.waitSignal(page.card_chosen) as told:
        menu.actions()[1].trigger()
    menu.close()

    assert told.args == ["other-card"]
    assert "A && B" in menu.actions()[1].text()


def test_a_day_without_notes_opens_nothing(page: TrendsPage, qtbot: QtBot) -> None:
    page._on_note(3)
    page._on_note(-1)
    qtbot.wait(50)

    assert page.noting.menu is None
