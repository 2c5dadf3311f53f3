"""Light or dark: what a person chose, else what the system wears."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolTip

from ui.contrast import CONTRAST
from ui.theme import DARK, LIGHT, Theme, font, palette, stylesheet
from ui.tips import Tips

THEMES = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}


def chosen(setting: str, scheme: Qt.ColorScheme) -> Theme:
    """The theme for a setting of system, light, dark or contrast; an unknown system is light."""
    system = DARK if scheme == Qt.ColorScheme.Dark else LIGHT
    return THEMES.get(setting, system)


def dress(app: QApplication, theme: Theme) -> None:
    """Fusion in our colours, everywhere."""
    if app.style().objectName() != "fusion":
        app.setStyle("Fusion")
    if app.findChild(Tips) is None:
        app.installEventFilter(Tips(app))
    app.setFont(font())
    app.setPalette(palette(theme))
    QToolTip.setPalette(palette(theme))
    app.setStyleSheet(stylesheet(theme))
