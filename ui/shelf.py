"""The row of a bar: one line where there is room, more lines where there is not; nothing is cut.

items -> fit on one line? -> that line, what is left over to the springs
-> no: the springs end a line, and a line ends where it is full
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QMargins, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QSpacerItem, QWidget

LEAST = 96  # what words that can be cut short get before a line is ended for them


@dataclass(frozen=True, slots=True)
class _Placed:
    """An item and the width that it takes on its line."""

    item: QLayoutItem
    width: int


class Shelf(QLayout):
    """Widgets beside each other, centred on their line. `high`: pixels of a single line."""

    def __init__(self, owner: QWidget, high: int, *, side: int = 16, gap: int = 8) -> None:
        super().__init__(owner)
        self._items: list[QLayoutItem] = []
        self._high, self._side, self._gap = high, side, gap
        self.setContentsMargins(QMargins(0, 0, 0, 0))

    def add_spring(self) -> None:
        """What comes now stands at the right end."""
        policy = QSizePolicy.Policy
        self.addItem(QSpacerItem(0, 0, policy.Expanding, policy.Minimum))

    def addItem(self, item: QLayoutItem) -> None:
        """One more at the end."""
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The one at a place, None beyond the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Takes one out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """As wide as there is room."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Pixels that its lines take at a width."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Puts all in their places."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """All on one line."""
        return QSize(self._taken(self._shown()) + 2 * self._side, self._high)

    def minimumSize(self) -> QSize:
        """The widest of its widgets on a line of its own."""
        widest = max((_need(item) for item in self._shown()), default=0)
        return QSize(widest + 2 * self._side, self._high)

    # -- inside

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if _spring(item) or not item.isEmpty()]

    def _taken(self, items: list[QLayoutItem]) -> int:
        those = [item for item in items if not _spring(item)]
        return sum(_need(item) for item in those) + self._gap * max(0, len(those) - 1)

    def _lines(self, room: int) -> list[list[QLayoutItem]]:
        shown = self._shown()
        if self._taken(shown) <= room:
            return [shown]
        lines: list[list[QLayoutItem]] = [[]]
        for item in shown:
            if _spring(item) or (lines[-1] and self._taken([*lines[-1], item]) > room):
                lines.append([])
            if not _spring(item):
                lines[-1].append(item)
        return [line for line in lines if line]

    def _place(self, rect: QRect, *, move: bool) -> int:
        room = max(0, rect.width() - 2 * self._side)
        lines = [self._fill(line, room) for line in self._lines(room)]
        y = rect.y()
        for at, line in enumerate(lines):
            tallest = max((_height(one) for one in line), default=0)
            air = self._gap if at else 0  # lines stand closer than a bar is high
            high = tallest + self._gap if at else max(self._high, tallest + 2 * self._gap)
            if move:
                self._line(line, QRect(rect.x() + self._side, y, room, high - air))
            y += high
        return max(self._high, y - rect.y())

    def _fill(self, line: list[QLayoutItem], room: int) -> list[_Placed]:
        """Widths on a line; what is left goes to springs, else to what takes all it can get."""
        spare = max(0, room - self._taken(line))
        takers = [item for item in line if _spring(item)] or [x for x in line if _greedy(x)]
        left, placed = len(takers), list[_Placed]()
        for item in line:
            more = spare // left if item in takers else 0
            if item in takers:
                spare, left = spare - more, left - 1
            placed.append(_Placed(item, min(room, _need(item) + more)))
        return placed

    def _line(self, line: list[_Placed], rect: QRect) -> None:
        x = rect.x()
        for one in line:
            if _spring(one.item):
                x += one.width
                continue
            high = min(_height(one), rect.height())
            y = rect.y() + (rect.height() - high) // 2
            one.item.setGeometry(QRect(x, y, one.width, high))
            x += one.width + self._gap


def _spring(item: QLayoutItem) -> bool:
    spacer = item.spacerItem()
    return spacer is not None and bool(spacer.expandingDirections() & Qt.Orientation.Horizontal)


def _greedy(item: QLayoutItem) -> bool:
    widget = item.widget()
    policy = widget.sizePolicy().horizontalPolicy() if widget else QSizePolicy.Policy.Fixed
    return policy in (QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)


def _need(item: QLayoutItem) -> int:
    """Pixels: all its words; less only for what can be cut short or put on lines."""
    widget = item.widget()
    if widget is None:
        return 0 if _spring(item) else item.sizeHint().width()
    whole = max(item.sizeHint().width(), item.minimumSize().width())
    short = widget.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Ignored
    return min(max(widget.sizeHint().width(), whole), LEAST) if short else whole


def _height(one: _Placed) -> int:
    if one.item.hasHeightForWidth():
        return one.item.heightForWidth(one.width)
    return one.item.sizeHint().height()
