"""Each page is taken along: as text on the clipboard, or as a file to print."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.ui.driven import settled
from ui import saving
from ui.main_window import MainWindow
from ui.shown import MOST, sheet_of
from ui.takeaway import text

SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def copied(qtbot: QtBot, window: MainWindow) -> str:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("")
    qtbot.keyClick(window, Qt.Key.Key_C, SHIFT)
    settled(qtbot, window)
    qtbot.wait(20)
    return clipboard.text()


def at(qtbot: QtBot, window: MainWindow, page: str) -> None:
    window.go(page)
    settled(qtbot, window)
    qtbot.waitUntil(window.pages.at(page).ready, timeout=60_000)


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("sources", ("Sources", "Not polled yet", "official")),
        ("rules", ("Rules", "A tariff is put on the import of a watched good")),
        ("watchlist", ("Name  ·  List", "gallium  ·  Good")),
        ("items", ("All items", "In the inbox")),
        ("notices", ("Notices", "Not told")),
    ],
)
def test_a_page_is_copied_with_the_heads_and_the_words_of_its_rows(
    qtbot: QtBot, window: MainWindow, page: str, words: tuple[str, ...]
) -> None:
    at(qtbot, window, page)

    said = copied(qtbot, window)

    assert [word for word in words if word.casefold() not in said.casefold()] == []
    assert text("copied") in window.toast.words


def test_the_inbox_takes_along_the_story_under_the_cursor(qtbot: QtBot, window: MainWindow) -> None:
    card = window.inbox.card()
    assert card

    assert card.title in copied(qtbot, window)


def test_a_page_without_a_list_or_text_says_so_and_leaves_the_clipboard_alone(
    qtbot: QtBot, window: MainWindow
) -> None:
    at(qtbot, window, "chains")

    assert copied(qtbot, window) == ""
    assert text("nothing") in window.toast.words


def test_a_page_without_buttons_of_its_own_is_written_to_a_file(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "rules.html"
    monkeypatch.setattr(saving, "ask", lambda *_: target)
    at(qtbot, window, "rules")

    qtbot.keyClick(window, Qt.Key.Key_P, SHIFT)
    qtbot.waitUntil(target.exists, timeout=20_000)
    settled(qtbot, window)

    assert "A tariff is put on the import of a watched good" in target.read_text(encoding="utf-8")


def test_a_long_list_is_cut_and_says_how_long_it_was(qtbot: QtBot) -> None:
    from PySide6.QtCore import QStringListModel
    from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

    page, view = QWidget(), QListView()
    qtbot.addWidget(page)
    QVBoxLayout(page).addWidget(view)
    view.setModel(QStringListModel([f"row {number}" for number in range(MOST + 3)]))
    page.show()

    sheet = sheet_of(page, "Rows")

    assert sheet
    assert len(sheet.parts[0].lines) == MOST + 1
    assert sheet.parts[0].lines[-1].said == f"The first {MOST} rows of {MOST + 3}."
