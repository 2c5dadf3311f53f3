"""Writing a rule by keyboard: words are offered, and a pasted text is explained."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from ui.main_window import MainWindow
from ui.rules.page import RulesPage

CONTROL = Qt.KeyboardModifier.ControlModifier
RULE = """schema: 1
id: my-rule
title: Mine
status: stable
level: low
match:
  good: {watchlist: goods, items: [gallium, ]}
condition: good
"""


def opened(qtbot: QtBot, window: MainWindow) -> RulesPage:
    window.go("rules")
    page = window.pages.rules
    qtbot.waitUntil(lambda: page.ready() and page.side._tried is not None, timeout=60_000)
    page.writing.turn("yaml")
    page.editor.setPlainText(RULE)
    return page


def at(page: RulesPage, after: str) -> None:
    cursor = page.editor.textCursor()
    cursor.setPosition(RULE.index(after) + len(after), QTextCursor.MoveMode.MoveAnchor)
    page.editor.setTextCursor(cursor)
    page.editor.setFocus()


def offered(qtbot: QtBot, page: RulesPage) -> list[str]:
    qtbot.waitUntil(page.editor.completing.shown, timeout=20_000)
    return page.editor.completing._model.stringList()


def left(qtbot: QtBot, page: RulesPage) -> None:
    """Nothing is under way when the window ends."""
    page.editor.document().setModified(False)
    idle = lambda: page.ready() and page._tasks.pending() == 0  # noqa: E731
    qtbot.waitUntil(idle, timeout=60_000)


def test_control_and_space_offers_ids_and_return_takes_one(
    qtbot: QtBot,
    window: MainWindow,
) -> None:
    page = opened(qtbot, window)
    at(page, "[gallium, ")
    qtbot.keyClick(page.editor, Qt.Key.Key_Space, CONTROL)
    assert len(offered(qtbot, page)) > 20

    qtbot.keyClicks(page.editor, "germ")
    qtbot.waitUntil(lambda: offered(qtbot, page)[:1] == ["germanium"], timeout=20_000)
    qtbot.keyClick(page.editor, Qt.Key.Key_Return)

    assert "items: [gallium, germanium]}" in page.editor.toPlainText()
    assert not page.editor.completing.shown()
    left(qtbot, page)


def test_keys_are_offered_as_one_types_and_escape_leaves_them(
    qtbot: QtBot,
    window: MainWindow,
) -> None:
    page = opened(qtbot, window)
    at(page, "condition: good\n")
    qtbot.keyClicks(page.editor, "gui")
    assert offered(qtbot, page) == ["guidance"]
    qtbot.keyClick(page.editor, Qt.Key.Key_Escape)
    assert not page.editor.completing.shown()
    assert page.editor.toPlainText().endswith("\ngui")

    qtbot.keyClick(page.editor, Qt.Key.Key_Space, CONTROL)
    offered(qtbot, page)
    qtbot.keyClick(page.editor, Qt.Key.Key_Tab)
    assert page.editor.toPlainText().endswith("\nguidance: ")
    left(qtbot, page)


def test_a_pasted_text_is_explained_and_again_when_the_rule_changes(
    qtbot: QtBot,
    window: MainWindow,
) -> None:
    page = opened(qtbot, window)
    page.why.input.setFocus()
    qtbot.keyClicks(page.why.input, "Germanium is rare")
    qtbot.waitUntil(lambda: page.why.found is not None, timeout=60_000)
    assert page.why.said.text() == "The rule is silent: good"

    page.editor.setPlainText(RULE.replace("gallium, ", "germanium"))
    qtbot.waitUntil(lambda: page.why.said.text() == "The rule speaks of it.", timeout=60_000)
    assert page.why.found is not None
    assert "Germanium = good:germanium" in page.why.found.lines[0].words
    page.editor.setPlainText("id: [")
    qtbot.waitUntil(lambda: "has errors" in page.why.said.text(), timeout=60_000)
    left(qtbot, page)
