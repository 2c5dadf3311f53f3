"""The menu's file for a helper is written in a task and said."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from osawatch.core import Core
from ui.frame.diagnosing import Diagnosing
from ui.tasks import Tasks


def test_the_file_is_written_and_said(qtbot: QtBot, tmp_path: Path) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    with Core(tmp_path / "profile") as core:
        tasks = Tasks(parent)
        diagnosing = Diagnosing(core, tasks, parent)
        said: list[str] = []
        diagnosing.said.connect(said.append)

        diagnosing.write(tmp_path / "d.json")

        qtbot.waitUntil(lambda: len(said) == 2, timeout=60_000)
        tasks.close()
    assert "d.json" in said[1]
    told = json.loads((tmp_path / "d.json").read_text("utf-8"))
    assert "osawatch" in told
    assert isinstance(told["window"]["scripts_without_a_font"], list)
