"""The drawn chain: boxes in columns, lines in the direction that goods flow, one path in accent.

answer -> plan -> painted; hover or arrow keys -> another node -> its path stands out
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from ui import tips
from ui.chains import pen
from ui.chains.layout import Box, Plan, plan
from ui.chains.reading import Answer
from ui.chains.texts import text
from ui.chains.words import boxed, hovered
from ui.theme import Theme


class Canvas(QWidget):
    """One walk. `chosen` when another node is, `asked` when the chain from it is wanted."""

    chosen = Signal(str)
    asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.answer: Answer | None = None
        self.plan: Plan | None = None
        self.node = self._hover = ""
        self._room = QSize(700, 600)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(text("graph"))

    def show_answer(self, answer: Answer) -> None:
        """Another walk; its start is chosen."""
        self.answer, self.node, self._hover = answer, answer.node, ""
        self._lay_out()
        self._tell()

    def fit(self, room: QSize) -> None:
        """There is so much room; what needs more is scrolled."""
        self._room = room
        self._lay_out()

    def choose(self, node: str) -> None:
        """Another node stands out."""
        if self.plan and node in self.plan.boxes and node != self.node:
            self.node = node
            self._tell()
            self.update()
            self.chosen.emit(node)

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._theme = theme
        self.update()

    def at(self, spot: QPointF) -> str:
        """The node at a place, "" = none."""
        boxes = self.plan.boxes.values() if self.plan else ()
        return next((box.node for box in boxes if _rect(box).contains(spot)), "")

    def rect_of(self, node: str) -> QRectF:
        """Where a node is drawn."""
        return _rect(self.plan.boxes[node]) if self.plan else QRectF()

    def sizeHint(self) -> QSize:
        """All of it."""
        return QSize(round(self.plan.width), round(self.plan.height)) if self.plan else self._room

    def _lay_out(self) -> None:
        if self.answer:
            answer, room = self.answer, self._room
            self.plan = plan(
                answer.walk, room.width(), room.height(),
                lambda node, tall: pen.need(
                    boxed(answer, node), bold=node == answer.node, tall=tall
                ),
            )  # fmt: skip
            size = self.sizeHint().expandedTo(self._room)
            self.setFixedSize(size)
        self.update()

    def _tell(self) -> None:
        if self.answer:
            self.setAccessibleDescription(hovered(self.answer, self.node))

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lines, boxes, and across an estimate what it is."""
        p = QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        p.fillRect(self.rect(), self._theme.c("surface"))
        if self.answer is None or self.plan is None:
            return
        active = self._hover or self.node
        path = self.plan.path(active)
        whole = active == self.answer.node
        for edge in self.plan.tree:
            on = edge.far in path
            pen.line(p, self.plan, edge, self._theme, on=on, faded=not (whole or on))
        for edge in self.plan.more:
            if not whole and active in (edge.near, edge.far):
                pen.line(p, self.plan, edge, self._theme, on=False, side=True)
        for box in self.plan.boxes.values():
            self._box(p, box, path, whole=whole)
        if self.answer.cut:
            pen.watermark(p, event.rect(), self.height(), text("estimate"), self._theme)

    def _box(self, p: QPainter, box: Box, path: tuple[str, ...], *, whole: bool) -> None:
        if self.answer is None:
            return
        start, here = box.node == self.answer.node, box.node == self.node
        state = pen.State(
            start=start, here=here, on=box.node in path and len(path) > 1,
            focus=here and self.hasFocus(), faded=not (whole or box.node in path),
        )  # fmt: skip
        pen.box(p, box, boxed(self.answer, box.node), state, self._theme)

    # -- moving

    def _step(self, key: Qt.Key) -> str:
        """The node that an arrow key leads to."""
        if self.plan is None:
            return ""
        here, boxes = self.plan.boxes[self.node], self.plan.boxes.values()
        if key == Qt.Key.Key_Left:
            return (*self.plan.path(self.node)[-2:-1], self.node)[0]
        if key == Qt.Key.Key_Right:
            on = [edge.far for edge in self.plan.tree if edge.near == self.node]
            return (*on, self.node)[0]
        mine = sorted((one for one in boxes if one.column == here.column), key=lambda one: one.y)
        at = mine.index(here) + (1 if key == Qt.Key.Key_Down else -1)
        return mine[min(max(at, 0), len(mine) - 1)].node

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk, Enter asks for the chain from here."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.choose(self._step(key))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.node:
            self.asked.emit(self.node)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """What lies under the mouse stands out."""
        over = self.at(event.position())
        if over != self._hover:
            self._hover = over
            self.setCursor(_hand(over))
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """The chosen one stands out again."""
        self._hover = ""
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses."""
        self.choose(self.at(event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two clicks ask for the chain from there."""
        if node := self.at(event.position()):
            self.asked.emit(node)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """No ring."""
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        """The whole name and path of what lies under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            node = self.at(QPointF(event.pos()))
            words = hovered(self.answer, node) if node and self.answer else ""
            tips.show(event.globalPos(), words, self)
            return True
        return super().event(event)


def _rect(box: Box) -> QRectF:
    return QRectF(box.x, box.y, box.width, box.height)


def _hand(over: str) -> Qt.CursorShape:
    return Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
