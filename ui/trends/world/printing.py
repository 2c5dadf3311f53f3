"""The map as a picture for a file, with all it needs to be read alone.

The window and the command line draw with this code; it needs fonts, and no screen.
"""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from ui import paint
from ui.theme import T11, T16, Theme, font
from ui.trends.words import text as trends_text
from ui.trends.world import key
from ui.trends.world.pen import Pen, figures, fitted
from ui.trends.world.reading import Seen
from ui.trends.world.scale import What
from ui.trends.world.words import elsewhere, observed, text

SIZE, SCALE = QSize(1200, 700), 2
EDGE, LINE = 20.0, 16.0


def heading(seen: Seen, what: What) -> str:
    """«Highest open score: Gallium, Export licensing»."""
    asked = ", ".join(seen.titles)
    return f"{text(what)}: {asked}" if asked else text(what)


def image(seen: Seen, what: What, theme: Theme, at: datetime | None = None) -> QImage:
    """The picture, twice as fine as a screen."""
    out = QImage(SIZE * SCALE, QImage.Format.Format_RGB32)
    out.setDevicePixelRatio(SCALE)
    out.fill(theme.c("surface"))
    p = QPainter(out)
    draw(p, seen, what, theme, at or datetime.now(UTC))
    p.end()
    return out


def svg(seen: Seen, what: What, theme: Theme, at: datetime | None = None) -> bytes:
    """The same as a drawing that stays sharp at any size."""
    held = QBuffer()
    held.open(QIODevice.OpenModeFlag.WriteOnly)
    drawing = QSvgGenerator()
    drawing.setOutputDevice(held)
    drawing.setSize(SIZE)
    drawing.setViewBox(QRect(QPoint(0, 0), SIZE))
    drawing.setTitle(heading(seen, what))
    p = QPainter(drawing)
    p.fillRect(QRect(QPoint(0, 0), SIZE), theme.c("surface"))
    draw(p, seen, what, theme, at or datetime.now(UTC))
    p.end()
    return bytes(held.data().data())


def draw(p: QPainter, seen: Seen, what: What, theme: Theme, at: datetime) -> None:
    """Heading, days, map, legend, and the small print."""
    world, width = seen.world, SIZE.width() - 2 * EDGE
    of = figures(world, what)
    title = QRectF(EDGE, 14, width, 24)
    paint.text(p, title, heading(seen, what), font(T16, 600), theme.text)
    when = f"{world.first} – {world.last} (UTC)"
    paint.text(p, QRectF(EDGE, 38, width, LINE), when, font(T11), theme.text2)
    small = _small_print(seen, what, at, width)
    high = key.placed(of.scale, theme, width)[-1][2].y() + key.ROW
    below = SIZE.height() - 12 - LINE * len(small)
    room = QRectF(EDGE, 60, width, below - high - 8 - 60)
    Pen(seen.atlas, fitted(seen.atlas, room)).draw(p, of, theme, room)
    key.draw(p, QRectF(EDGE, below - high - 4, width, high), of.scale, theme)
    for n, words in enumerate(small):
        line = QRectF(EDGE, below + n * LINE, width, LINE)
        paint.text(p, line, words, font(T11), theme.text3, elide=False)


def _small_print(seen: Seen, what: What, at: datetime, width: float) -> list[str]:
    rest = elsewhere(seen.world, what, seen.names, seen.atlas.lands)
    said = f"{rest} {observed(seen.world)}".strip()
    drawn = trends_text("print_source", f"{at:%Y-%m-%d %H:%M}")
    return [*_wrapped(said, width), *_wrapped(f"{drawn}. {text('borders')}", width)]


def _wrapped(words: str, width: float) -> list[str]:
    metrics, lines = QFontMetricsF(font(T11)), [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if metrics.horizontalAdvance(longer) > width and lines[-1]:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines
