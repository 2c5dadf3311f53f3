"""One set of icons, 24 x 24, recoloured for the theme by replacing currentColor."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

ASSETS = Path(__file__).parent / "assets"
APP = "app"  # the sign of the house keeps its own colours


@lru_cache(maxsize=512)
def renderer(name: str, colour: str) -> QSvgRenderer:
    """The drawing of an icon in a colour, made once."""
    path = ASSETS / "app.svg" if name == APP else ASSETS / "icons" / f"{name}.svg"
    text = path.read_text(encoding="utf-8").replace("currentColor", colour)
    return QSvgRenderer(QByteArray(text.encode()))


def draw(p: QPainter, name: str, x: float, y: float, size: float, colour: str) -> None:
    """Paints an icon into a square."""
    renderer(name, colour).render(p, QRectF(x, y, size, size))


def pixmap(name: str, colour: str, size: int, scale: float) -> QPixmap:
    """An icon as pixels, for one scale of the screen."""
    out = QPixmap(round(size * scale), round(size * scale))
    out.fill(Qt.GlobalColor.transparent)
    p = QPainter(out)
    renderer(name, colour).render(p, QRectF(0, 0, size * scale, size * scale))
    p.end()
    out.setDevicePixelRatio(scale)
    return out


@lru_cache(maxsize=512)
def icon(name: str, colour: str, size: int = 16) -> QIcon:
    """An icon for a button or a menu, sharp at single and double scale."""
    out = QIcon(pixmap(name, colour, size, 1.0))
    out.addPixmap(pixmap(name, colour, size, 2.0))
    return out
