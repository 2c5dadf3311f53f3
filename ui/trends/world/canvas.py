"""The map as a widget: pointed at, walked over with the keys, zoomed and moved.

The picture is drawn once for each world, size and zoom, and kept; the pointer only adds a line.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from osawatch.lands import World
from ui import tips
from ui.theme import Theme
from ui.trends.world.atlas import NOBODYS, Atlas
from ui.trends.world.pen import Figures, Pen, figures, fitted
from ui.trends.world.scale import What, ranked
from ui.trends.world.words import describe, hover, text

MOST, STEP = 12.0, 1.25
MOVED = 4  # pixels from which a press is a drag and no click
ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class Canvas(QWidget):
    """Countries by colour. `land_chosen` carries a code or "", `land_opened` a code."""

    land_chosen = Signal(str)
    land_opened = Signal(str)

    def __init__(self, theme: Theme, atlas: Atlas) -> None:
        super().__init__()
        self._theme, self._atlas = theme, atlas
        self._figures: Figures | None = None
        self._names: Mapping[str, str] = {}
        self._zoom, self._middle = 1.0, atlas.bounds.center()
        self._pen: Pen | None = None
        self._picture: QPixmap | None = None
        self._under = self._at = self._chosen = ""
        self._pressed: QPointF | None = None
        self._dragged = False
        self.setMinimumHeight(110)  # at 960 x 600 the legend needs the rest
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(text("map"))

    def show_world(self, world: World, what: What, names: Mapping[str, str]) -> None:
        """Other figures; zoom and choice stay."""
        self._figures, self._names = figures(world, what), names
        self.setAccessibleDescription(describe(world, what, names))
        self._anew()

    def set_theme(self, theme: Theme) -> None:
        """The same map in other colours."""
        self._theme = theme
        self._anew()

    def choose(self, code: str) -> None:
        """Marks a country without telling; "" = none."""
        self._chosen = self._at = code if code in self._atlas.points else ""
        self.update()

    def chosen(self) -> str:
        """The country that is marked, "" = none."""
        return self._chosen

    def show_part(self, zoom: float, middle: QPointF) -> None:
        """So much larger than whole, around a point of the plane; never off the world."""
        bounds = self._atlas.bounds
        self._zoom = min(MOST, max(1.0, zoom))
        x = min(max(middle.x(), bounds.left()), bounds.right())
        y = min(max(middle.y(), bounds.top()), bounds.bottom())
        self._middle = bounds.center() if self._zoom == 1.0 else QPointF(x, y)
        self._pen = None
        self._anew()

    def _anew(self) -> None:
        self._picture = None
        self.update()

    def _drawn(self) -> Pen:
        if self._pen is None:
            room = QRectF(self.rect()).adjusted(4, 4, -4, -4)
            self._pen = Pen(self._atlas, fitted(self._atlas, room, self._zoom, self._middle))
            self._picture = None
        if self._picture is None:
            ratio = self.devicePixelRatioF()
            self._picture = QPixmap(self.size() * ratio)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(self._theme.c("surface"))
            if self._figures:
                p = QPainter(self._picture)
                self._pen.draw(p, self._figures, self._theme, QRectF(self.rect()))
                p.end()
        return self._pen

    def words_at(self, code: str) -> str:
        """The hover text of a country."""
        if code == NOBODYS or self._figures is None:
            return text("nobodys")
        name = self._names.get(code, code)
        lines = hover(self._figures.of(code), name, self._atlas.notes.get(code, ()))
        return "\n".join([*lines, text("of_hint")])

    def _tell(self, code: str | None, where: QPointF) -> None:
        if code is None or self._figures is None:
            QToolTip.hideText()
        else:
            tips.show(self.mapToGlobal(where.toPoint()), self.words_at(code), self)

    def _zoom_at(self, factor: float, where: QPointF) -> None:
        pen = self._drawn()
        plane = pen.transform.inverted()[0].map(where)
        zoom = min(MOST, max(1.0, self._zoom * factor))
        share = self._zoom / zoom
        self.show_part(zoom, plane + (self._middle - plane) * share)

    def _walk(self, step: tuple[int, int]) -> None:
        if not self._at:
            some = ranked(self._figures.world, self._figures.scale.what) if self._figures else ()
            first = next((one.code for one in some if one.code in self._atlas.points), "NL")
            self._go(first)
        else:
            self._go(self._atlas.towards(self._at, step))

    def _go(self, code: str) -> None:
        self._at = code
        pen = self._drawn()
        where = pen.point(code)
        if not self.rect().adjusted(20, 20, -20, -20).contains(where.toPoint()):
            self.show_part(self._zoom, self._atlas.points[code])
            where = self._drawn().point(code)
        self.setAccessibleDescription(self.words_at(code))
        self._tell(code, where)
        self.update()

    def _choose(self, code: str) -> None:
        self.choose(code)
        self.land_chosen.emit(code)

    def sizeHint(self) -> QSize:
        """As wide as two and a fifth of its height."""
        return QSize(880, 400)

    def resizeEvent(self, event: object) -> None:
        """Drawn anew at the next paint."""
        super().resizeEvent(event)  # type: ignore[arg-type]  # a QResizeEvent
        self._pen = None

    def leaveEvent(self, event: object) -> None:
        """The pointer has left."""
        super().leaveEvent(event)  # type: ignore[arg-type]  # a QEvent
        self._under = ""
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zooms at the pointer."""
        turns = event.angleDelta().y() / 120
        self._zoom_at(STEP**turns, event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click or the beginning of a drag."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._dragged = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Moves the map, or tells the country below the pointer."""
        where = event.position()
        if self._pressed is not None:
            moved = where - self._pressed
            self._dragged = self._dragged or moved.manhattanLength() > MOVED
            if self._dragged and self._zoom > 1:
                scale = self._drawn().transform.m11()
                self._pressed = where
                self.show_part(self._zoom, self._middle - moved / scale)
            return
        code = self._drawn().at(where)
        self._tell(code, where)
        if (code or "") != self._under:
            self._under = code or ""
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click chooses."""
        pressed, self._pressed = self._pressed, None
        if pressed is None or self._dragged:
            return
        self._choose(self._drawn().at(event.position()) or "")

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Opens the days of a country."""
        code = self._drawn().at(event.position())
        if code:
            self.land_opened.emit(code)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk, Return and Space choose, + - 0 zoom."""
        key = Qt.Key(event.key())
        centre = QRectF(self.rect()).center()
        if key in ARROWS:
            self._walk(ARROWS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._at:
            self._choose(self._at)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self._zoom_at(STEP, self._drawn().point(self._at) if self._at else centre)
        elif key == Qt.Key.Key_Minus:
            self._zoom_at(1 / STEP, centre)
        elif key == Qt.Key.Key_0:
            self.show_part(1.0, self._atlas.bounds.center())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The kept picture, then what is pointed at and what is chosen."""
        pen = self._drawn()
        p = QPainter(self)
        if self._picture:
            p.drawPixmap(0, 0, self._picture)
        if self._under:
            pen.outline(p, self._under, self._theme.text, 1.2)
        if self._at and self.hasFocus():
            pen.outline(p, self._at, self._theme.accent, 1.6)
        if self._chosen:
            pen.outline(p, self._chosen, self._theme.accent, 2.4)
