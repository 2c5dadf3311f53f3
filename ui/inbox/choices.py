"""A few choices, each with its letter, inside the window: a key picks one.

Not a menu: on X11 a popup takes the keyboard from the window, and a key that is typed while it
closes reaches nobody until the window manager has given the keyboard back. Here it never leaves.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QListWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui import paint

Choice = tuple[str, str, str]  # its key, its words, its value
HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
STEPS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End,
         Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)  # fmt: skip
LEAVES = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
WIDE, TALL = 40, 12  # what the frame needs round the words, and round the rows
NAME = "choices"  # of the style sheet
BETWEEN = "   "
Index = QModelIndex | QPersistentModelIndex


class Columns(QStyledItemDelegate):
    """The letters in one column and the words in another: letters are not of one width.

    A row stays one text, the letter before the words: that is what is read aloud.
    """

    def __init__(self, keys: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._long = parent.fontMetrics().horizontalAdvance
        self._wide = max((self._long(f"{key}{BETWEEN}") for key in keys), default=0)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As the style measures the whole text, with the widest letter in place of its own."""
        key = index.data().partition(BETWEEN)[0]
        more = self._wide - self._long(f"{key}{BETWEEN}")
        return super().sizeHint(option, index) + QSize(more, 0)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The ground is the style's; then the letter, then the words."""
        row = QStyleOptionViewItem(option)
        self.initStyleOption(row, index)
        style = option.widget.style()
        at = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, row, option.widget)
        key, _, words = row.text.partition(BETWEEN)
        row.text = ""
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, row, painter, option.widget)
        font, ink = option.widget.font(), row.palette.color(QPalette.ColorRole.Text).name()
        paint.text(painter, QRectF(at), key, font, ink)
        paint.text(painter, QRectF(at).adjusted(self._wide, 0, 0, 0), words, font, ink)


class Choices(QListWidget):
    """Over `window`, at that place on the screen; `then` gets the value picked.

    It has the keys at once, and what is typed before its rows are known (`offer`) waits for them.
    Its letter, Return or a click picks; Escape, a click beside it and any way out of it pick
    nothing. The widget that had the keys has them again before the next key is looked at.
    """

    def __init__(self, then: Callable[[str], object], window: QWidget, at: QPoint) -> None:
        super().__init__(window)
        self._then, self._at, self._before = then, window.mapFromGlobal(at), window.focusWidget()
        self._rows: tuple[Choice, ...] = ()
        self._typed: list[QKeyEvent] = []
        self.setObjectName(NAME)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(lambda item: self.pick(self.row(item)))
        self.setGeometry(self._at.x(), self._at.y(), 1, 1)  # nothing to see yet
        self.show()
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]

    def offer(self, rows: Sequence[Choice]) -> None:
        """The choices; then the keys that were typed meanwhile, as far as one picks."""
        if self.isHidden():
            return
        self._rows = tuple(rows)
        self.addItems([f"{key}{BETWEEN}{said}" for key, said, _value in self._rows])
        self.setItemDelegate(Columns([key for key, _said, _value in self._rows], self))
        self.setAccessibleName(", ".join(self.rows()))
        self.setCurrentRow(0)
        self._place()
        self.raise_()
        typed, self._typed = self._typed, []
        for event in typed:  # those after the one that picks go where the keys went
            if (now := self.window().focusWidget()) is not None:
                QApplication.sendEvent(now, event)

    def rows(self) -> list[str]:
        """What is read: letter and words of each."""
        return [self.item(row).text() for row in range(self.count())]

    def pick(self, row: int) -> None:
        """This one: the keys go back first, so that what it does may take them."""
        value = self._rows[row][2]
        self.leave()
        self._then(value)

    def leave(self) -> None:
        """Closed, and the keys are where they were."""
        if self.isHidden():
            return
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        had = self.hasFocus()
        self.hide()  # Qt gives the focus to the next in the order of Tab; it belongs elsewhere
        if had and self._before is not None:
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.deleteLater()

    # -- keys

    def event(self, event: QEvent) -> bool:
        """Letters are choices here, whatever the window has bound them to."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if not event.modifiers() & HELD:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter that two rows have goes from one to the other; a key held down picks nothing."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.leave()
        elif not self._rows:
            self._typed.append(event.clone())
        elif key in STEPS:
            super().keyPressEvent(event)
        elif event.isAutoRepeat():
            return
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.pick(self.currentRow())
        else:
            self._letter(event.text().casefold())

    def _letter(self, typed: str) -> None:
        found = [row for row, one in enumerate(self._rows) if one[0].casefold() == typed]
        if len(found) == 1:
            self.pick(found[0])
        elif found:
            later = [row for row in found if row > self.currentRow()]
            self.setCurrentRow((later or found)[0])

    def focusNextPrevChild(self, _next: bool) -> bool:  # noqa: FBT001  as Qt says it
        """Tab stays: there is nothing else to go to."""
        return False

    # -- ways out

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Whoever takes the keys within the window ends it."""
        super().focusOutEvent(event)
        if event.reason() not in LEAVES:
            self.leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click beside it ends it and does what it does; so does another size of the window."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            inside = QRect(self.mapToGlobal(QPoint()), self.size())
            if not inside.contains(event.globalPosition().toPoint()):
                self.leave()
        elif event.type() == QEvent.Type.Resize and watched is self.parent():
            self.leave()
        return False

    def _place(self) -> None:
        """As large as its rows, where it was asked for, and whole within the window."""
        room, at = self.window().rect(), self._at
        wide = min(self.sizeHintForColumn(0) + WIDE, room.width())
        tall = sum(self.sizeHintForRow(row) for row in range(self.count())) + TALL
        tall = min(tall, room.height())
        left = max(0, min(at.x(), room.width() - wide))
        top = max(0, min(at.y(), room.height() - tall))
        self.setGeometry(left, top, wide, tall)
