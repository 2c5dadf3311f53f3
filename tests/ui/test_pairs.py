"""Small charts side by side: read as they come in sight, opened by a click, written whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QImage
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.ui.desk_fake import FakeCore
from tests.ui.trends_opened import opened
from ui.theme import DARK, LIGHT
from ui.trends.page import TrendsPage
from ui.trends.pairs import printing
from ui.trends.pairs.words import WEEKLY, bars


@pytest.fixture
def core() -> FakeCore:
    return FakeCore()


@pytest.fixture
def page(core: FakeCore, qtbot: QtBot, owner: QObject) -> TrendsPage:
    out = opened(core, qtbot, owner)
    out.show_view("pairs")
    qtbot.waitUntil(lambda: out.ready() and out.pairs.cells.loaded() > 0, timeout=20_000)
    return out


def read(core: FakeCore) -> set[object]:
    return {pair for kind, *pairs in core.asked if kind == "daily" for pair in pairs}


def test_only_what_is_in_sight_is_read(page: TrendsPage, core: FakeCore, qtbot: QtBot) -> None:
    assert page.pairs.cells.rowCount() == 60
    first = len(read(core))
    assert 0 < first < 40

    page.pairs.grid.scrollToBottom()
    qtbot.waitUntil(lambda: ("good-59", "CN") in read(core))
    qtbot.waitUntil(page.pairs.ready)

    assert len(read(core)) == page.pairs.cells.loaded() > first


def test_a_click_opens_the_days_of_a_pair(page: TrendsPage, qtbot: QtBot) -> None:
    grid = page.pairs.grid
    at = grid.visualRect(page.pairs.cells.index(1)).center()

    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.waitUntil(page.ready)

    assert page._stack.currentWidget() is page.charts
    assert (page.good.chosen(), page.country.chosen()) == ("good-01", "CN")


def test_the_keyboard_walks_and_opens(page: TrendsPage, qtbot: QtBot) -> None:
    grid = page.pairs.grid
    grid.setFocus()
    grid.setCurrentIndex(page.pairs.cells.index(0))
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    qtbot.waitUntil(page.ready)

    assert page.good.chosen() == "good-01"


def test_a_reader_hears_name_and_figures(page: TrendsPage) -> None:
    cells = page.pairs.cells

    assert cells.data(cells.index(0)) == (
        "good-00 (good), CN (country): 90 stories, at most 2 in a day"
    )
    assert "89 of 90 days" in page.pairs.watch.text()


def test_the_table_has_every_pair_and_opens_one(page: TrendsPage, qtbot: QtBot) -> None:
    page.as_table.setChecked(True)

    assert page.sheet_model.rowCount() == 60
    assert page.sheet_model.headerData(2, Qt.Orientation.Horizontal) == "Stories"
    page.sheet.activated.emit(page.sheet_model.index(2, 0))
    qtbot.waitUntil(page.ready)
    assert page.good.chosen() == "good-02"


def test_files_have_all_days_source_time_and_coverage(
    page: TrendsPage, qtbot: QtBot, tmp_path: Path
) -> None:
    page.ask_save = lambda kind: str(tmp_path / f"pairs.{kind}")
    for kind in ("png", "svg", "csv"):
        with qtbot.waitSignal(page.said) as told:
            page.save(kind)
        assert f"pairs.{kind}" in told.args[0]

    assert QImage(str(tmp_path / "pairs.png")).size() == printing.SIZE * printing.SCALE
    said = " ".join(" ".join(etree.parse(tmp_path / "pairs.svg").getroot().itertext()).split())
    for words in ("OSAwatch, drawn", "89 of 90 days", "20 of 60 pairs", "good-19"):
        assert words in said
    lines = (tmp_path / "pairs.csv").read_text("utf-8-sig").splitlines()
    assert lines[0] == "good,country,day_utc,stories"
    assert len(lines) == 1 + 60 * 90
    assert lines[81].endswith(",")  # not observed is empty, not nought


def test_one_scale_and_both_themes_paint(page: TrendsPage) -> None:
    for theme in (DARK, LIGHT):
        page.set_theme(theme)
        for scale in ("one", "own"):
            page.pairs.scale.pick(scale)
            assert not page.grab().isNull()


def test_the_cells_keep_the_rules_of_qt(qtmodeltester: ModelTester, page: TrendsPage) -> None:
    qtmodeltester.check(page.pairs.cells)


@given(st.lists(st.none() | st.integers(0, 9), max_size=800))
def test_weeks_lose_no_story_and_hide_no_gap(days: list[int | None]) -> None:
    drawn = bars(tuple(days))

    assert sum(bar or 0 for bar in drawn) == sum(day or 0 for day in days)
    assert len(drawn) <= max(WEEKLY, len(days) // 7 + 1)
    if all(day is None for day in days):
        assert all(bar is None for bar in drawn)
