"""No dialog is larger than its screen, and its buttons stand in sight."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout
from pytestqt.qtbot import QtBot

import ui
from ui.fitting import FRAME, fit
from ui.theme import LIGHT
from ui.widgets import Button, label


def dialog(qtbot: QtBot, lines: int, words: str = "A line of words") -> tuple[QDialog, QPushButton]:
    made, button = QDialog(), Button("Close", LIGHT)
    qtbot.addWidget(made)
    fit(made)
    column, foot = QVBoxLayout(made), QHBoxLayout()
    for _ in range(lines):
        column.addWidget(label(words))
    foot.addStretch(1)
    foot.addWidget(button)
    column.addLayout(foot)
    made.show()
    return made, button


def most(made: QDialog) -> QSize:
    return made.screen().availableSize() - FRAME


def test_a_dialog_higher_than_its_screen_scrolls_above_its_buttons(qtbot: QtBot) -> None:
    made, button = dialog(qtbot, 200)

    assert made.height() <= most(made).height()
    assert button.mapTo(made, button.rect().bottomRight()).y() < made.height()
    area = made.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    assert area.horizontalScrollBar().maximum() == 0
    assert not area.isAncestorOf(button)


def test_a_dialog_wider_than_its_screen_is_made_narrower(qtbot: QtBot) -> None:
    made, button = dialog(qtbot, 2, "word " * 1000)

    assert made.width() <= most(made).width()
    assert button.mapTo(made, button.rect().bottomRight()).x() < made.width()


def test_a_dialog_that_fits_stays_as_it_is(qtbot: QtBot) -> None:
    made, _button = dialog(qtbot, 3)

    assert made.findChild(QScrollArea) is None


def test_a_dialog_that_grows_beyond_its_screen_begins_to_scroll(qtbot: QtBot) -> None:
    made, button = dialog(qtbot, 3)
    column = made.layout()
    assert isinstance(column, QVBoxLayout)

    for _ in range(200):
        column.insertWidget(0, label("A line that comes later"))

    qtbot.waitUntil(lambda: made.findChild(QScrollArea) is not None)
    assert made.height() <= most(made).height()
    assert button.mapTo(made, button.rect().bottomRight()).y() < made.height()


def test_every_dialog_of_the_window_is_held_to_its_screen() -> None:
    for file in Path(ui.__file__).parent.rglob("*.py"):
        said = file.read_text("utf-8")
        dialogs = len(re.findall(r"^class \w+\(QDialog\)", said, re.MULTILINE))
        assert said.count("\n        fit(self)\n") == dialogs, file.name
