"""What stands beside each other in a rule's form, and beneath each other where it is narrow.

Each says that it can be as narrow as its narrow form: the area it lies in then never has to scroll
sideways, and what it is really given decides how it stands.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

LEAST = 168  # of a field: a date, a code, a short word


class Columns(QWidget):
    """Fields in as many equal columns as have room, `most` of them."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most, self._columns = most, 0
        self._fields: tuple[QWidget, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)

    def put(self, fields: Sequence[QWidget]) -> None:
        """Others, in the order in which they are read."""
        for field in self._fields:
            self._grid.removeWidget(field)
        self._fields, self._columns = tuple(fields), 0
        self._place()

    def _place(self) -> None:
        columns = max(1, min(self._most, (self.width() + 8) // (LEAST + 8)))
        if columns == self._columns:
            return
        self._columns = columns
        for n, field in enumerate(self._fields):
            self._grid.addWidget(field, n // columns, n % columns, Qt.AlignmentFlag.AlignTop)
        for place in range(self._most):
            self._grid.setColumnStretch(place, int(place < columns))
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """As narrow as its widest field."""
        widths = (one.minimumSizeHint().width() for one in self._fields if not one.isHidden())
        return QSize(max(widths, default=0), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More columns, or fewer."""
        super().resizeEvent(event)
        self._place()


class Row(QWidget):
    """Parts in a row; where it is narrow, the `broad` one has a line of its own beneath them.

    The last part stands at the end of the line.
    """

    def __init__(self, parts: Sequence[QWidget], broad: QWidget, room: int = 0) -> None:
        super().__init__()
        self._parts, self._broad, self._room = tuple(parts), broad, room
        self._narrow: bool | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(6)
        self._place(narrow=False)

    def _needs(self) -> int:
        """Pixels that all parts take in one line."""
        wide = sum(_wide(one) for one in self._parts if one is not self._broad)
        return wide + max(_wide(self._broad), self._room) + 6 * len(self._parts)

    def _place(self, *, narrow: bool) -> None:
        if narrow == self._narrow:
            return
        self._narrow = narrow
        last = len(self._parts) - 1
        for n, part in enumerate(self._parts):
            self._grid.removeWidget(part)
            if narrow and part is self._broad:
                self._grid.addWidget(part, 1, 0, 1, last + 1)
            else:
                self._grid.addWidget(part, 0, n)
            if isinstance(part, QLabel):
                part.setWordWrap(narrow)
            stretch = part is not self._broad and n != last if narrow else part is self._broad
            self._grid.setColumnStretch(n, int(stretch))
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """As narrow as its parts in two lines."""
        first = [_least(one) for one in self._parts if one is not self._broad]
        wide = max(sum(first) + 6 * len(first), _least(self._broad))
        return QSize(wide, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One line, or two."""
        super().resizeEvent(event)
        self._place(narrow=self.width() < self._needs())


def _wide(part: QWidget) -> int:
    """In one line; a label that wraps now would tell a width of several."""
    if part.isHidden():
        return 0
    if isinstance(part, QLabel):
        return part.fontMetrics().horizontalAdvance(part.text())
    return max(part.sizeHint().width(), part.minimumSizeHint().width())


def _least(part: QWidget) -> int:
    if part.isHidden():
        return 0
    if isinstance(part, QLabel):  # its longest word
        metrics = part.fontMetrics()
        words = part.text().split() or [""]
        return max(metrics.horizontalAdvance(word) for word in words)
    return part.minimumSizeHint().width()
