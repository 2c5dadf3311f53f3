"""The log is read where it is sealed; a fault is told without a word of what it stumbled over."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from osawatch import log as log_file
from osawatch import sealed
from ui.frame.about import About
from ui.frame.crash import CrashDialog, report, where
from ui.frame.licences import parts
from ui.frame.log_view import LogView, fitting, read
from ui.tasks import Tasks
from ui.theme import LIGHT

LINES = [
    "2026-03-04T12:00:00Z INFO osawatch.poll done",
    "2026-03-04T12:00:01Z ERROR ui.app a fault",
    "Traceback (most recent call last):",
    "2026-03-04T12:00:02Z INFO osawatch.poll again",
]


def test_warnings_keep_the_trace_that_belongs_to_them() -> None:
    assert fitting(LINES, "", grave=True) == LINES[1:3]
    assert fitting(LINES, "poll again", grave=False) == LINES[3:]


@pytest.mark.parametrize("key", [None, b"k" * 32])
def test_the_log_is_shown_plain_and_sealed(tmp_path: Path, qtbot: QtBot, key: bytes | None) -> None:
    path = tmp_path / "logs" / "osawatch.log"
    if key:
        sealed.unlock(tmp_path, key)
    handler = log_file.start(path)
    try:
        logging.getLogger("osawatch.x").warning("something was odd")
    finally:
        log_file.stop(handler)
    assert (b"odd" in path.read_bytes()) == (key is None)
    parent, owner = QWidget(), QObject()
    qtbot.addWidget(parent)
    tasks = Tasks(owner)

    dialog = LogView(path, tasks, LIGHT, parent)

    qtbot.waitUntil(lambda: "something was odd" in dialog.shown.toPlainText())
    dialog.copy.click()
    assert "something was odd" in QGuiApplication.clipboard().text()
    tasks.close()
    sealed.forget(tmp_path)


def test_a_profile_without_a_log_has_no_lines(tmp_path: Path) -> None:
    assert read(tmp_path / "logs" / "osawatch.log") == []


def test_a_report_names_kind_and_place_and_not_the_message(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    try:
        fitting(None, "", grave="Secret title of an item")  # type: ignore[arg-type]
    except TypeError as error:
        told, place = report(TypeError, error.__traceback__), where(error.__traceback__)
    assert "TypeError" in told
    assert "ui/frame/log_view.py" in told
    assert "Secret" not in told
    assert "NoneType" not in told
    assert place.startswith("ui/frame/log_view.py:")
    dialog = CrashDialog(told, place, LIGHT, parent)

    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == told
    with qtbot.waitSignal(dialog.quit_asked):
        dialog.quit.click()


def test_about_lists_what_the_program_stands_on_with_its_licences(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    names = {one.name: one for one in parts()}

    about = About(Path("/profile"), LIGHT, parent)
    about.fill(parts())

    assert about.table.rowCount() == len(names) > 20
    assert "LGPL" in names["PySide6_Essentials"].licence
