"""A change of theme walks all widgets: none is freed on the way, and the style stays."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui import theme
from ui.frame import look


class Watcher(QWidget):
    """Notes whether Python might collect while it is told of another style."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[bool] = []

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            self.seen.append(gc.isenabled())
        return super().event(event)


def test_nothing_is_collected_while_widgets_are_told_of_a_theme(
    qapp: QApplication, qtbot: QtBot
) -> None:
    widget = Watcher()
    qtbot.addWidget(widget)
    widget.show()

    look.dress(qapp, theme.DARK)
    look.dress(qapp, theme.LIGHT)

    assert widget.seen
    assert not any(widget.seen)
    assert gc.isenabled()


def test_the_style_is_set_once(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    look.dress(qapp, theme.LIGHT)
    again: list[str] = []

    class Counting(QObject):
        """The application, with an eye on the style."""

        def __getattr__(self, name: str) -> object:
            return again.append if name == "setStyle" else getattr(qapp, name)

        def findChild(self, kind: type) -> object:
            return qapp.findChild(kind)

        def property(self, name: str) -> object:
            return qapp.property(name)

    look.dress(Counting(), theme.DARK)  # type: ignore[arg-type]
    look.dress(qapp, theme.LIGHT)

    assert again == []
