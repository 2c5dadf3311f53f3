"""A month as weeks of seven days, each with what happens on it.

Arrows walk over the days, Page Up and Page Down turn the month, Return opens the first date of a
day. A day of another month is quiet and has no dates: they are drawn where they belong.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from PySide6.QtCore import (
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    Qt,
    Signal,
    SignalInstance,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
)

from ui import paint
from ui.deadlines.dates import Row
from ui.morning.words import day, text
from ui.theme import T11, T13, Theme, font

WEEKS, DAYS = 6, 7
CELL = Qt.ItemDataRole.UserRole
HEAD, LINE, PAD = 24.0, 16.0, 8.0
TURNS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
Index = QModelIndex | QPersistentModelIndex
Cell = tuple[date, bool, bool, Sequence[Row]]  # the day, of this month?, today?, its dates


def first_shown(month: date) -> date:
    """The day in the first cell: the week begins as the language of the window has it."""
    first = month.replace(day=1)
    return first - timedelta(days=(first.isoweekday() - QLocale().firstDayOfWeek().value) % DAYS)


def next_month(month: date, turns: int) -> date:
    """The first day of the month so many turns away."""
    number = month.year * 12 + month.month - 1 + turns
    return date(number // 12, number % 12 + 1, 1)


class MonthGrid(QTableWidget):
    """Signals: turned(-1 or 1), day_chosen(date), day_opened(date)."""

    turned = Signal(int)
    day_chosen = Signal(object)
    day_opened = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(WEEKS, DAYS)
        self.setAccessibleName(text("month"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        for head in (self.horizontalHeader(), self.verticalHeader()):
            head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            head.setMinimumSectionSize(0)
        self.verticalHeader().setMinimumSectionSize(int(HEAD + LINE))
        self._face = DayDelegate(theme, self)
        self.setItemDelegate(self._face)
        self.currentCellChanged.connect(lambda *_: self._tell(self.day_chosen))
        self.cellActivated.connect(lambda *_: self._tell(self.day_opened))

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._face.theme = theme
        self.viewport().update()

    def show_month(self, month: date, today: date, found: Mapping[date, Sequence[Row]]) -> None:
        """Another month; the cursor stands on today where it is shown, else on the first day."""
        shown = first_shown(month)
        self.blockSignals(True)  # the cursor is put, not moved by a person
        for place in range(DAYS):
            words = QLocale().dayName((shown + timedelta(days=place)).isoweekday(),
                                      QLocale.FormatType.ShortFormat)  # fmt: skip
            self.setHorizontalHeaderItem(place, QTableWidgetItem(words))
        for place in range(WEEKS * DAYS):
            one = shown + timedelta(days=place)
            here = (one.year, one.month) == (month.year, month.month)
            dates = found.get(one, ()) if here else ()
            self.setItem(place // DAYS, place % DAYS, _item((one, here, one == today, dates)))
        for week in range(WEEKS):  # a week that is all of the next month takes no room
            begins = shown + timedelta(days=week * DAYS)
            self.setRowHidden(week, begins >= next_month(month, 1))
        stands = today if (today.year, today.month) == (month.year, month.month) else month
        at = (stands - shown).days
        self.setCurrentCell(at // DAYS, at % DAYS)
        self.blockSignals(False)

    def chosen(self) -> date | None:
        """The day under the cursor."""
        place = self.currentIndex()
        return place.data(CELL)[0] if place.isValid() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page Up and Page Down turn the month; the rest is the table's."""
        turns = TURNS.get(Qt.Key(event.key()))
        if turns is None:
            super().keyPressEvent(event)
        else:
            self.turned.emit(turns)

    def _tell(self, signal: SignalInstance) -> None:
        if (one := self.chosen()) is not None:
            signal.emit(one)


def _item(cell: Cell) -> QTableWidgetItem:
    one, _, _, dates = cell
    told = "\n".join(row.line for row in dates)
    item = QTableWidgetItem()
    item.setData(CELL, cell)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{day(one)}. {told or text('no_dates')}")
    item.setToolTip(told)
    return item


class DayDelegate(QStyledItemDelegate):
    """Paints a day: its number, then a line a date, then how many more there are."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.theme = theme

    def paint(self, p: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, number, dates."""
        cell: Cell | None = index.data(CELL)
        if cell is None:
            return
        _, here, _, _ = cell
        t, r = self.theme, QRectF(option.rect)
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        p.save()
        p.fillRect(r, t.c("select" if chosen else "surface" if here else "sunken"))
        p.fillRect(QRectF(r.right() - 1, r.y(), 1, r.height()), t.c("line"))
        p.fillRect(QRectF(r.x(), r.bottom() - 1, r.width(), 1), t.c("line"))
        if chosen and bool(state & QStyle.StateFlag.State_HasFocus):
            p.setPen(t.c("accent"))
            p.drawRect(r.adjusted(0, 0, -2, -2))
        self._number(p, r, cell)
        self._dates(p, r.adjusted(PAD, HEAD, -PAD, -2), cell[3])
        p.restore()

    def _number(self, p: QPainter, r: QRectF, cell: Cell) -> None:
        one, here, today, _ = cell
        t = self.theme
        ink = t.text if here else t.text3
        words = f"{one.day} · {text('today')}" if today else str(one.day)
        room = QRectF(r.x() + PAD, r.y() + 4, r.width() - 2 * PAD, HEAD - 6)
        paint.text(p, room, words, font(T13, 600 if today else 400, tnum=True),
                   t.accent if today else ink)  # fmt: skip

    def _dates(self, p: QPainter, room: QRectF, dates: Sequence[Row]) -> None:
        """As many as there is room for; the last line counts the rest."""
        t, fits = self.theme, int(room.height() // LINE)
        if not dates or fits <= 0:
            return
        shown = dates if len(dates) <= fits else dates[: fits - 1]
        for place, row in enumerate(shown):
            line = QRectF(room.x(), room.y() + place * LINE, room.width(), LINE)
            edge = QRectF(line.x(), line.y() + 3, 3, LINE - 6)
            p.fillRect(edge, t.c("warn" if row.past else "accent"))
            words = f"{row.goods or row.subject} · {row.what}"
            paint.text(p, line.adjusted(8, 0, 0, 0), words, font(T11),
                       t.text3 if row.past else t.text)  # fmt: skip
        if len(shown) < len(dates):
            line = QRectF(room.x() + 8, room.y() + len(shown) * LINE, room.width() - 8, LINE)
            words = text("more_dates" if shown else "so_many_dates", len(dates) - len(shown))
            paint.text(p, line, words, font(T11), t.text2)
