"""The window opens where it was left, and never larger than the screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.window import standing


def opened(qtbot: QtBot, file: Path) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(5_000, 4_000)
    standing.restore(window, file)
    window.show()
    return window


def test_a_window_that_is_larger_than_the_screen_opens_within_it(
    qtbot: QtBot, tmp_path: Path
) -> None:
    window = opened(qtbot, tmp_path / "none")
    room = window.screen().availableSize()
    assert window.size().boundedTo(room) == window.size()


def test_a_window_opens_as_large_as_it_was_left(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "window"
    left = opened(qtbot, file)
    left.resize(611, 433)
    standing.keep(left, file)
    assert opened(qtbot, file).size() == QSize(611, 433)


@pytest.mark.parametrize(
    "kept", [b"", b"no geometry", bytes(70), b"\x01\xd9\xd0\xcb" + b"\xff" * 66]
)
def test_bytes_that_are_no_geometry_are_as_good_as_none(
    qtbot: QtBot, tmp_path: Path, kept: bytes
) -> None:
    file = tmp_path / "window"
    file.write_bytes(kept)
    window = opened(qtbot, file)
    room = window.screen().availableSize()
    assert window.size().boundedTo(room) == window.size()


def test_where_nothing_can_be_written_nothing_is_kept_and_nothing_is_raised(
    qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "no folder" / "window"
    standing.keep(opened(qtbot, tmp_path / "none"), file)
    assert not file.exists()
    assert list(tmp_path.iterdir()) == []
