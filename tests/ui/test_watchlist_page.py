"""The page of the watchlist on a real core, by keyboard: looked at, changed, tried, taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from osawatch.core import Core
from rules.model import Text
from tests.osawatch.watching.conftest import core, small_pack  # noqa: F401 # fixtures
from tests.ui.stage import staged
from ui import theme
from ui.watchlist.page import WatchlistPage
from ui.watchlist.report import Report


@pytest.fixture
def page(core: Core, qtbot: QtBot) -> Iterator[WatchlistPage]:  # noqa: F811 # the fixture
    with staged(core, WatchlistPage, qtbot, shown=True) as made:
        yield made


def settled(qtbot: QtBot, page: WatchlistPage) -> None:
    qtbot.waitUntil(page.ready, timeout=30_000)


def at(page: WatchlistPage, qtbot: QtBot, words: str) -> None:
    """The cursor on the first row that these words leave."""
    qtbot.keyClick(page.table, Qt.Key.Key_Slash)
    page.search.selectAll()
    qtbot.keyClicks(page.search, words)
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    page.table.selectRow(0)
    settled(qtbot, page)


def editor(page: WatchlistPage, key: str) -> QPlainTextEdit | QLineEdit:
    found = page.side.form.editors[key]
    assert isinstance(found, (QPlainTextEdit, QLineEdit))
    return found


def press(qtbot: QtBot, widget: QWidget, keys: str) -> None:
    qtbot.keySequence(widget, QKeySequence(keys))


def goods(page: WatchlistPage, title: str) -> tuple[str, ...]:
    found = page._core.rulebook.match(Text(title, language="en"))
    return (*found.goods, *found.mentions)


def typed_tea(page: WatchlistPage, qtbot: QtBot) -> None:
    page.watch_new("goods", {})
    qtbot.keyClicks(editor(page, "id"), "green-tea")
    qtbot.keyClicks(editor(page, "names"), "en: Green tea")
    qtbot.keyClicks(editor(page, "terms"), "en: green tea, matcha")


def test_a_shipped_entry_is_only_looked_at_until_return_is_pressed(
    page: WatchlistPage, qtbot: QtBot
) -> None:
    at(page, qtbot, "gallium")
    assert editor(page, "terms").isReadOnly()
    assert "shipped" in page.side.about.text()
    assert not page.side.save.isVisible()

    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    settled(qtbot, page)

    assert not editor(page, "terms").isReadOnly()
    assert not page.side.save.isEnabled()  # nothing has changed


def test_a_word_is_added_tried_saved_found_at_once_and_taken_back(
    page: WatchlistPage, qtbot: QtBot
) -> None:
    at(page, qtbot, "gallium")
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    words = editor(page, "terms")
    words.setFocus()
    press(qtbot, words, "Ctrl+End")
    qtbot.keyClick(words, Qt.Key.Key_Return)
    qtbot.keyClicks(words, "en: green tea")
    settled(qtbot, page)

    tried = page.side.tried
    assert tried is not None
    assert (tried.added, tried.touched) == (1, 5)
    assert "It would add" in page.side.result.text()
    assert "Export ban on green tea" in page.side.examples.text()
    press(qtbot, words, "Ctrl+S")
    qtbot.waitUntil(lambda: not page.side.editing and page.ready(), timeout=30_000)
    row = page.row()
    assert row is not None
    assert (row.id, row.state) == ("gallium", "override")
    assert goods(page, "Green tea") == ("gallium",)

    page.table.setFocus()
    press(qtbot, page.table, "Ctrl+Z")
    qtbot.waitUntil(lambda: goods(page, "Green tea") == (), timeout=30_000)
    settled(qtbot, page)


def test_bad_input_is_told_under_its_field_and_cannot_be_saved(
    page: WatchlistPage, qtbot: QtBot
) -> None:
    typed_tea(page, qtbot)
    qtbot.keyClicks(editor(page, "suppliers"), "China; 80 %")
    settled(qtbot, page)

    wrong = page.side.form.wrongs["suppliers"]
    assert wrong.isVisible()
    assert "1: «China» is no country code" in wrong.text()
    assert not page.side.form.wrongs["id"].isVisible()
    assert not page.side.save.isEnabled()
    press(qtbot, editor(page, "suppliers"), "Ctrl+S")
    assert page.side.editing
    assert editor(page, "suppliers").accessibleDescription() == wrong.text()


def test_a_new_good_is_dropped_with_delete_and_comes_back_with_undo(
    page: WatchlistPage, qtbot: QtBot
) -> None:
    typed_tea(page, qtbot)
    settled(qtbot, page)
    page.side.save_now()
    qtbot.waitUntil(lambda: goods(page, "matcha") == ("green-tea",), timeout=30_000)
    settled(qtbot, page)

    at(page, qtbot, "green-tea")
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: goods(page, "matcha") == (), timeout=30_000)
    settled(qtbot, page)
    assert page.rows.rowCount() == 0

    press(qtbot, page.table, "Ctrl+Z")
    qtbot.waitUntil(lambda: goods(page, "matcha") == ("green-tea",), timeout=30_000)
    settled(qtbot, page)


def test_what_was_typed_is_not_lost_unasked(page: WatchlistPage, qtbot: QtBot) -> None:
    typed_tea(page, qtbot)
    page.ask_leave = lambda: False
    page.table.selectRow(1)
    assert page.side.form.texts()["id"] == "green-tea"
    qtbot.keyClick(editor(page, "id"), Qt.Key.Key_Escape)
    assert page.side.editing

    page.ask_leave = lambda: True
    qtbot.keyClick(editor(page, "id"), Qt.Key.Key_Escape)
    assert not page.side.editing
    settled(qtbot, page)


def test_a_shipped_entry_that_was_taken_out_stands_there_and_can_be_put_back(
    page: WatchlistPage, qtbot: QtBot
) -> None:
    at(page, qtbot, "germanium")
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: page.side.put_back.isVisible(), timeout=30_000)
    settled(qtbot, page)
    assert goods(page, "germanium") == ()
    page.side.put_back.click()
    qtbot.waitUntil(lambda: goods(page, "germanium") == ("germanium",), timeout=30_000)
    settled(qtbot, page)


def test_typing_and_picking_narrow_the_table(page: WatchlistPage, qtbot: QtBot) -> None:
    every = page.rows.rowCount()
    page.segments.pick("companies")
    assert page.rows.rowCount() == 1
    page.segments.pick("all")
    page.ours.setChecked(True)
    assert page.rows.rowCount() == 0
    page.ours.setChecked(False)
    assert page.rows.rowCount() == every


def shown(report: Report) -> list[list[str]]:
    items = [report.table.topLevelItem(n) for n in range(report.table.topLevelItemCount())]
    return [[item.text(n) for n in range(4)] for item in items if item is not None]


def test_a_file_is_told_before_it_is_taken_and_taking_it_can_be_undone(
    page: WatchlistPage, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "list.csv"
    file.write_text("list,id,terms.en\ngood,green-tea,green tea\ngood,salt,s*\n", "utf-8")
    page.take(file)
    report = page.report
    assert report is not None
    qtbot.waitUntil(lambda: report.plan is not None, timeout=30_000)

    assert [line[0] for line in shown(report)] == ["Refused", "Added"]
    assert shown(report)[0][3] == "3"
    assert goods(page, "green tea") == ()
    qtbot.keyClick(report.apply, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: goods(page, "green tea") == ("green-tea",), timeout=30_000)
    settled(qtbot, page)
    page.take_back()
    qtbot.waitUntil(lambda: goods(page, "green tea") == (), timeout=30_000)
    settled(qtbot, page)


def test_a_file_that_cannot_be_read_is_told_in_the_report(
    page: WatchlistPage, qtbot: QtBot, tmp_path: Path
) -> None:
    page.take(tmp_path / "none.csv")
    report = page.report
    assert report is not None
    qtbot.waitUntil(lambda: "cannot be read" in report.sum.text(), timeout=30_000)
    assert not report.apply.isEnabled()
    report.reject()


def test_own_entries_are_written_to_a_file(
    page: WatchlistPage, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(page.said, timeout=30_000) as told:
        page.give(tmp_path / "all.xlsx", everything=True)
    assert "all.xlsx" in told.args[0]
    assert (tmp_path / "all.xlsx").stat().st_size > 1000


def test_a_term_from_elsewhere_opens_a_form_filled_in(page: WatchlistPage, qtbot: QtBot) -> None:
    page.watch_new("companies", {"id": "acme", "names": "en: Acme"})
    settled(qtbot, page)
    assert page.side.form.texts()["names"] == "en: Acme"
    assert page.side.save.isEnabled()
    page.side.leave()

    page.watch_word("goods", "gallium", "terms", "nl: halfgeleidermetaal")
    qtbot.waitUntil(lambda: page.side.editing and page.ready(), timeout=30_000)
    assert page.side.form.texts()["terms"].endswith("\nnl: halfgeleidermetaal")
    assert page.side.save.isEnabled()
    page.side.leave()
    settled(qtbot, page)


def test_other_colours_keep_what_was_typed(page: WatchlistPage, qtbot: QtBot) -> None:
    typed_tea(page, qtbot)
    page.set_theme(theme.DARK)
    assert page.side.form.texts()["id"] == "green-tea"
    settled(qtbot, page)
    page.side.leave()
