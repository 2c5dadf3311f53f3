"""Light or dark: what a person chose, else what the system wears."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolTip

from ui.contrast import CONTRAST
from ui.theme import DARK, LIGHT, Theme, font, palette, stylesheet
from ui.tips import Tips

STYLED = "osawatchStyled"
THEMES = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}


def chosen(setting: str, scheme: Qt.ColorScheme) -> Theme:
    """The theme for a setting of system, light, dark or contrast; an unknown system is light."""
    system = DARK if scheme == Qt.ColorScheme.Dark else LIGHT
    return THEMES.get(setting, system)


def dress(app: QApplication, theme: Theme) -> None:
    """Fusion in our colours, everywhere."""
    with _nothing_freed(), _unwatched(app):
        if not app.property(STYLED):  # its name is lost once a style sheet lies over it
            app.setStyle("Fusion")
            app.setProperty(STYLED, True)
        if app.font() != font():  # all widgets would be told, and measured anew
            app.setFont(font())
        app.setPalette(palette(theme))
        QToolTip.setPalette(palette(theme))
        app.setStyleSheet(stylesheet(theme))


@contextmanager
def _unwatched(app: QApplication) -> Iterator[None]:
    """Without the watch over tips: Qt tells every widget several times, and shows no tip meanwhile.

    Most of the time of another theme was spent asking of each such event whether it is a tip.
    """
    tips = app.findChild(Tips) or Tips(app)
    app.removeEventFilter(tips)
    try:
        yield
    finally:
        app.installEventFilter(tips)


@contextmanager
def _nothing_freed() -> Iterator[None]:
    """While Qt walks its list of all widgets and tells each, no widget of the list may go.

    Python's collector frees those that only point to each other whenever it likes, also in the
    middle of an event: Qt then reads freed memory (a crash in `QWidget::style`, seen often in the
    packaged program). What can go, goes before.
    """
    on = gc.isenabled()
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()
