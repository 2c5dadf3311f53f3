"""The sign beside the clock: our own, in one colour, with what waits painted on it.

ui/assets/app.svg -> without its ground, in one ink -> dimmed and struck through while nothing is
fetched -> a warning below, a count above, cut out of the sign so that any panel shows them.

A panel has a colour of its own, which a system may say (`ground`). Where it does not, the sign
keeps its own ground, which can be seen on all of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtSvg import QSvgRenderer

from ui import icons
from ui.theme import DARK, LIGHT

SIZES = (16, 22, 24, 32, 48, 64)
WHOLE = 64.0  # the drawing's own units
MOST = 9  # what a single figure can say; more is "9+"
DIM = 0.55
# Desktops whose panel is dark whatever colours windows have.
DARK_PANELS = frozenset(["gnome", "unity", "pantheon", "budgie"])


class Ground(Enum):
    """What the panel is like."""

    LIGHT = "light"
    DARK = "dark"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Shown:
    """What the sign tells: new alerts, sources that need a person, whether nothing is fetched."""

    new: int = 0
    trouble: int = 0
    offline: bool = False


def ground(scheme: Qt.ColorScheme, desktop: str) -> Ground:
    """Of the system's colours and the names in XDG_CURRENT_DESKTOP."""
    if DARK_PANELS & set(desktop.casefold().split(":")):
        return Ground.DARK
    known = {Qt.ColorScheme.Light: Ground.LIGHT, Qt.ColorScheme.Dark: Ground.DARK}
    return known.get(scheme, Ground.UNKNOWN)


@lru_cache(maxsize=64)
def sign(shown: Shown, on: Ground) -> QIcon:
    """The icon, in each size that panels take."""
    made = QIcon()
    for size in SIZES:
        made.addPixmap(_painted(shown, on, size))
    return made


def spoken(count: int) -> str:
    """A count in one figure."""
    return str(count) if count <= MOST else f"{MOST}+"


def _painted(shown: Shown, on: Ground, size: int) -> QPixmap:
    out = QPixmap(size, size)
    out.fill(Qt.GlobalColor.transparent)
    p = QPainter(out)
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    p.scale(size / WHOLE, size / WHOLE)
    ink = QColor(DARK.text if on is Ground.DARK else LIGHT.text)
    p.setOpacity(DIM if shown.offline else 1.0)
    own = on is Ground.UNKNOWN
    grow = 0 if own else 8  # without its ground the sign would be small
    around = QRectF(-grow, -grow, WHOLE + 2 * grow, WHOLE + 2 * grow)
    _drawing(on, ink.name()).render(p, around)
    p.setOpacity(1.0)
    # on its own ground the sign is dark and light: what is painted on it wears a colour
    worn = QColor(DARK.warn) if own else ink
    if shown.offline:
        _strike(p, worn)
    if shown.trouble:
        _warning(p, worn)
    if shown.new:
        _count(p, spoken(shown.new), worn, size, QColor(LIGHT.text) if own else None)
    p.end()
    return out


@lru_cache(maxsize=8)
def _drawing(on: Ground, ink: str) -> QSvgRenderer:
    text = (icons.ASSETS / "app.svg").read_text(encoding="utf-8")
    if on is not Ground.UNKNOWN:
        text = re.sub(r"#[0-9A-Fa-f]{6}", ink, re.sub(r"<rect[^>]*/>", "", text))
    return QSvgRenderer(QByteArray(text.encode()))


def _cut(p: QPainter) -> None:
    """What is painted now is taken out of the sign: on any panel a gap can be seen."""
    p.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)


def _paint(p: QPainter) -> None:
    p.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)


def _strike(p: QPainter, ink: QColor) -> None:
    ends = QPointF(10, 54), QPointF(54, 10)
    for width, set_mode in ((16, _cut), (7, _paint)):
        set_mode(p)
        p.setPen(QPen(ink, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        p.drawLine(*ends)


def _warning(p: QPainter, ink: QColor) -> None:
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(ink)
    for grow, set_mode in ((5, _cut), (0, _paint)):
        set_mode(p)
        corners = ((0 - grow, 64 + grow), (17, 34 - 2 * grow), (34 + grow, 64 + grow))
        p.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
    _cut(p)
    p.drawRoundedRect(QRectF(14.5, 44, 5, 9), 2, 2)
    p.drawEllipse(QPointF(17, 58), 2.7, 2.7)
    _paint(p)


def _count(p: QPainter, words: str, ink: QColor, size: int, figure: QColor | None) -> None:
    """A disc with the count, cut out of it or in a colour; at the least size the disc alone."""
    middle, radius = QPointF(45, 19), 19.0
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(ink)
    _cut(p)
    p.drawEllipse(middle, radius + 5, radius + 5)
    _paint(p)
    p.drawEllipse(middle, radius, radius)
    if size < 22:
        return
    font = QFont()
    font.setBold(True)
    font.setPixelSize(32 if len(words) == 1 else 24)
    p.setFont(font)
    p.setPen(figure or ink)
    if figure is None:
        _cut(p)
    p.drawText(QRectF(26, 0, 38, 38), Qt.AlignmentFlag.AlignCenter, words)
    _paint(p)
