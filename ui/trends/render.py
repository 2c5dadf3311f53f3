"""A trend as a picture for a file: the chart with what it shows, source, time and coverage.

Imports pyqtgraph; the command line calls `trend_png`, the window prints the chart it shows.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QBuffer, QCoreApplication, QEvent, QIODevice, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from osawatch.model import Trend
from ui import faces
from ui.theme import DARK, LIGHT, T11, T16, Theme, font, palette
from ui.trends import series
from ui.trends.chart import Chart
from ui.trends.series import Names, Split
from ui.trends.words import span, text
from ui.widgets import ink, label

SIZE = QSize(1200, 640)
SCALE = 2  # a picture for a printed page
THEMES = {"light": LIGHT, "dark": DARK}


def heading(trend: Trend, names: Names) -> str:
    """«Gallium, China, Export licensing», or all stories."""
    asked = (("good", trend.good), ("country", trend.country), ("measure", trend.measure))
    return ", ".join(names(kind, key) for kind, key in asked if key) or text("all")


class Sheet(QWidget):
    """The picture: heading and days, the chart, and below it where it comes from."""

    def __init__(
        self, trend: Trend, theme: Theme, names: Names, split: Split, at: datetime
    ) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        self.setPalette(palette(theme))
        self.setAutoFillBackground(True)
        self._theme = theme
        self.chart = Chart(theme, names)
        self.chart.for_print()
        days = trend.days
        when = f"{span(days[0].day, days[-1].day)} {days[-1].day.year}" if days else text("empty")
        foot = f"{text('print_source', f'{at:%Y-%m-%d %H:%M}')}. "
        foot += text("print_coverage", *series.observed(trend))
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 12)
        box.setSpacing(2)
        box.addWidget(self._words(heading(trend, names), T16, 600, theme.text))
        box.addWidget(self._words(f"{when} (UTC)", T11, 400, theme.text2))
        box.addSpacing(8)
        box.addWidget(self.chart, 1)
        box.addSpacing(4)
        box.addWidget(self._words(foot, T11, 400, theme.text3))
        self.resize(SIZE)
        self.chart.show_trend(trend, split)

    def _words(self, words: str, size: int, weight: int, colour: str) -> QLabel:
        out = label(words, size, weight)
        ink(out, colour)
        return out

    def paintEvent(self, event: object) -> None:
        """The ground, whatever the style sheet says."""
        QPainter(self).fillRect(self.rect(), self._theme.c("surface"))


def trend_image(
    trend: Trend,
    theme: Theme,
    names: Names,
    *,
    split: Split = "measure",
    at: datetime | None = None,
) -> QImage:
    """The picture, to save in a task. On the GUI thread only."""
    sheet = _settled(Sheet(trend, theme, names, split, at or datetime.now(UTC)))
    image = QImage(SIZE * SCALE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(SCALE)
    image.fill(theme.c("surface"))
    sheet.render(image)
    _gone(sheet)
    return image


def trend_svg(
    trend: Trend,
    theme: Theme,
    names: Names,
    *,
    split: Split = "measure",
    at: datetime | None = None,
) -> bytes:
    """The same as a drawing that stays sharp at any size. On the GUI thread only."""
    sheet = _settled(Sheet(trend, theme, names, split, at or datetime.now(UTC)))
    held = QBuffer()
    held.open(QIODevice.OpenModeFlag.WriteOnly)
    drawing = QSvgGenerator()
    drawing.setOutputDevice(held)
    drawing.setSize(SIZE)
    drawing.setViewBox(QRect(QPoint(0, 0), SIZE))
    drawing.setTitle(heading(trend, names))
    painter = QPainter(drawing)
    sheet.render(painter, QPoint(0, 0))
    painter.end()
    _gone(sheet)
    return bytes(held.data().data())


def _settled(sheet: Sheet) -> Sheet:
    sheet.show()
    # two rounds: the axes learn their size in the first and the plots follow in the second
    for _ in range(2):
        for widget in (sheet, *sheet.findChildren(QWidget)):
            QCoreApplication.sendPostedEvents(widget, QEvent.Type.LayoutRequest)
        for plot in (sheet.chart.counts, sheet.chart.surprise, sheet.chart.coverage):
            plot.getPlotItem().layout.activate()
            plot.scene().prepareForPaint()
    return sheet


def _gone(sheet: Sheet) -> None:
    sheet.close()
    sheet.deleteLater()


def save(image: QImage, path: str) -> None:
    """Writes a PNG, whatever the file is called; OSError says why it could not."""
    writer = QImageWriter(path, b"png")
    if not writer.write(image):
        raise OSError(f"{path}: {writer.errorString()}")


def screen() -> QApplication:
    """The application that runs, else one with an invisible screen of its own."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        app = QApplication(["osawatch"])
        app.setStyle("Fusion")
        faces.carry()
        app.setFont(font())
    return app


def trend_png(trend: Trend, path: Path | str, theme: Theme | str, names: Names) -> None:
    """Writes the picture. Brings its own invisible screen when no application runs yet."""
    chosen = THEMES[theme] if isinstance(theme, str) else theme
    screen()
    save(trend_image(trend, chosen, names), str(path))
