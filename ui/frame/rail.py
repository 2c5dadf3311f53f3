"""The rail at the left: where one can go, and how much waits there."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui import icons, paint
from ui.frame.words import text
from ui.places import PLACES, Place
from ui.theme import RADIUS_M, T11, T13, T16, Theme, font
from ui.widgets import Button

WIDTH, HEAD, ITEM, CHILD = 208, 52, 32, 28
PLACE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class Places(QAbstractListModel):
    """The rows with their counts. A count that is not known is not shown."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._counts: dict[str, int] = {}

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Other counts, by place; `unread` and `needs` beside them."""
        if dict(counts) == self._counts:
            return
        self._counts = dict(counts)
        self.dataChanged.emit(self.index(0), self.index(len(PLACES) - 1))

    def count(self, key: str) -> int:
        """How much waits at a place; 0 when nothing does or it is not known."""
        return self._counts.get("needs" if key == "sources" else key, 0)

    def spoken(self, place: Place) -> str:
        """A row as a screen reader says it."""
        words, count = text(place.words), self.count(place.key)
        if not count:
            return words
        if place.key == "inbox":
            return text("row_new", words, count, self._counts.get("unread", 0))
        return text("row_needs" if place.key == "sources" else "row", words, count)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's signature
        """All places."""
        return 0 if parent.isValid() else len(PLACES)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The place, its words, or what is said of it."""
        place = PLACES[index.row()]
        if role == PLACE:
            return place
        if role == Qt.ItemDataRole.DisplayRole:
            return text(place.words)
        spoken = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
        return self.spoken(place) if role in spoken else None


class RailDelegate(QStyledItemDelegate):
    """Icon, words, count. What is chosen stands on raised ground with a short accent bar."""

    def __init__(self, theme: Theme, places: Places) -> None:
        super().__init__(places)
        self.theme, self._places = theme, places

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Children are lower."""
        return QSize(WIDTH, CHILD if index.data(PLACE).child else ITEM)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One row."""
        place: Place = index.data(PLACE)
        r = QRectF(option.rect)
        state = option.state
        on = bool(state & QStyle.StateFlag.State_Selected)
        focus = bool(state & QStyle.StateFlag.State_HasFocus)
        self._ground(painter, r, on=on, hover=bool(state & QStyle.StateFlag.State_MouseOver))
        if focus:
            paint.box(painter, r.adjusted(8, 1, -8, -1), None, RADIUS_M, self.theme.accent)
        self._words(painter, r, place, on=on)
        count = self._places.count(place.key)
        if count and place.key == "inbox":
            self._pill(painter, r, str(count))
        elif count:
            self._count(painter, r, str(count), warn=place.key == "sources")

    def _ground(self, p: QPainter, r: QRectF, *, on: bool, hover: bool) -> None:
        t = self.theme
        if on:
            paint.box(p, r.adjusted(8, 1, -8, -1), t.rail_on, RADIUS_M)
            paint.box(p, QRectF(r.x() + 8, r.center().y() - 7, 3, 14), t.accent, 1.5)
        elif hover:
            paint.box(p, r.adjusted(8, 1, -8, -1), t.hover, RADIUS_M)

    def _words(self, p: QPainter, r: QRectF, place: Place, *, on: bool) -> None:
        t, size = self.theme, 16 if place.child else 18
        x = r.x() + (44 if place.child else 20)
        icons.draw(p, place.icon, x, r.center().y() - size / 2, size, t.accent if on else t.text2)
        face = font(T13, 600 if on else 400 if place.child else 500)
        ink = t.text if on or not place.child else t.text2
        where = QRectF(x + size + 10, r.y(), r.right() - x - size - 62, r.height())
        paint.text(p, where, text(place.words), face, ink)

    def _pill(self, p: QPainter, r: QRectF, count: str) -> None:
        face = font(T11, 600, tnum=True)
        width = QFontMetricsF(face).horizontalAdvance(count) + 12
        pill = QRectF(r.right() - 14 - width, r.center().y() - 9, width, 18)
        paint.box(p, pill, self.theme.fill, 9)
        middle = Qt.AlignmentFlag.AlignHCenter
        paint.text(p, pill, count, face, self.theme.on_fill, middle, elide=False)

    def _count(self, p: QPainter, r: QRectF, count: str, *, warn: bool) -> None:
        t, face = self.theme, font(T11, 600 if warn else 500, tnum=True)
        where = QRectF(r.right() - 64, r.y(), 44, r.height())
        ink = t.warn if warn else t.text3
        width = paint.text(p, where, count, face, ink, Qt.AlignmentFlag.AlignRight)
        if warn:
            icons.draw(p, "alert", where.right() - width - 18, r.center().y() - 7.5, 14, t.warn)


class Rail(QWidget):
    """The places, under the sign of the house. `went` carries the key of a place."""

    went = Signal(str)

    def __init__(self, theme: Theme, menu: QMenu) -> None:
        super().__init__()
        self._theme, self._at = theme, ""
        self.setFixedWidth(WIDTH)
        self.places = Places(self)
        self._delegate = RailDelegate(theme, self.places)
        self.view = self._listed()
        self.menu_button = Button(text("menu"), theme, "quiet", "menu")
        self.menu_button.clicked.connect(lambda: self._drop(menu))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, HEAD, 0, 8)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(10, 0, 10, 0)
        foot.addWidget(self.menu_button)
        foot.addStretch(1)
        column.addLayout(foot)

    def _listed(self) -> QListView:
        view = QListView()
        view.setAccessibleName(text("sections"))
        view.setModel(self.places)
        view.setItemDelegate(self._delegate)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.viewport().setAutoFillBackground(False)
        view.setMouseTracking(True)
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        view.setHorizontalScrollBarPolicy(off)
        view.setVerticalScrollBarPolicy(off)
        view.selectionModel().currentChanged.connect(lambda now, _before: self._on_current(now))
        return view

    def show_place(self, key: str) -> None:
        """Marks where one is, without going there; "" marks nothing."""
        self._at = key
        row = next((i for i, place in enumerate(PLACES) if place.key == key), -1)
        if row < 0:
            self.view.clearSelection()
            self.view.setCurrentIndex(QModelIndex())
        else:
            self.view.setCurrentIndex(self.places.index(row))
            self.view.scrollTo(self.places.index(row))  # the rail may be longer than the window

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._theme = self._delegate.theme = theme
        self.menu_button.set_theme(theme)
        self.update()
        self.view.viewport().update()

    def _on_current(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        place = PLACES[index.row()]
        key = place.leads or place.key
        if key == self._at and place.leads:
            self.show_place(key)  # the heading of where one is already
        elif key != self._at:
            self.show_place(key)
            self.went.emit(key)

    def _drop(self, menu: QMenu) -> None:
        above = QPoint(0, -menu.sizeHint().height() - 4)
        menu.popup(self.menu_button.mapToGlobal(above))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground, a hairline, the sign and the name."""
        p, t = QPainter(self), self._theme
        p.fillRect(self.rect(), t.c("rail"))
        p.fillRect(self.width() - 1, 0, 1, self.height(), t.c("line"))
        icons.draw(p, icons.APP, 16, 14, 24, "")
        paint.text(p, QRectF(50, 14, 140, 24), "OSAwatch", font(T16, 600), t.text)
