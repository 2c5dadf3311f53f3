"""The text of a rule: numbered lines, colours, findings at their place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit, QWidget

from osawatch.workshop import Problem
from ui import icons, paint
from ui.rules.completing import Completing
from ui.rules.highlight import Highlighter
from ui.rules.words import text
from ui.theme import MONO_FAMILIES, T11, T13, Theme, font

GUTTER, PAUSE_MS, INDENT = 56, 600, 2


class Editor(QPlainTextEdit):
    """`paused` when somebody has typed and stopped for a moment."""

    paused = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._problems: Sequence[Problem] = ()
        face = QFont()
        face.setFamilies(MONO_FAMILIES)
        face.setPixelSize(T13)
        self.setFont(face)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setTabStopDistance(INDENT * QFontMetricsF(face).horizontalAdvance(" "))
        self.setAccessibleName(text("editor"))
        self._colours = Highlighter(self.document(), theme)
        self._gutter = _Gutter(self)
        self.completing = Completing(self)
        self.setViewportMargins(GUTTER, 0, 0, 0)
        self.updateRequest.connect(self._on_update)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.paused)
        self.textChanged.connect(self._pause.start)

    def show_text(self, said: str) -> None:
        """Another text, without findings, at its beginning."""
        self.setPlainText(said)
        self._pause.stop()
        self.document().setModified(False)
        self.show_problems(())

    def said(self) -> str:
        """The text to the letter: Qt's own answer turns hard blanks into soft ones."""
        return self.document().toRawText().replace("\u2029", "\n")

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Tints lines with findings, waves under the words."""
        self._problems = problems
        self.setExtraSelections([one for problem in problems for one in self._marks(problem)])
        self._gutter.update()

    def go_to(self, line: int, column: int = 1) -> None:
        """The cursor at a place, counted from 1."""
        block = self.document().findBlockByNumber(line - 1)
        if block.isValid():
            cursor = QTextCursor(block)
            cursor.movePosition(
                QTextCursor.MoveOperation.Right,
                QTextCursor.MoveMode.MoveAnchor,
                min(column - 1, block.length() - 1),
            )
            self.setTextCursor(cursor)
            self.centerCursor()
            self.setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self.theme = theme
        self._colours.set_theme(theme)
        self.show_problems(self._problems)

    def _marks(self, problem: Problem) -> list[QTextEdit.ExtraSelection]:
        block = self.document().findBlockByNumber(problem.line - 1)
        if not block.isValid():
            return []
        colour = QColor(self.theme.bad if problem.level == "error" else self.theme.warn)
        line, word = QTextEdit.ExtraSelection(), QTextEdit.ExtraSelection()
        line.cursor = QTextCursor(block)
        line.format.setBackground(self.theme.c("sunken"))
        line.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + min(problem.column - 1, block.length() - 1))
        cursor.movePosition(QTextCursor.MoveOperation.EndOfWord, QTextCursor.MoveMode.KeepAnchor)
        word.cursor = cursor
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        look.setUnderlineColor(colour)
        word.format = look
        return [line, word]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tab is two blanks; Return keeps the indent; Ctrl+Space offers words."""
        if self.completing.key(event):
            return
        self._take(event)
        self.completing.typed(event)

    def _take(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Tab:
            self.insertPlainText(" " * INDENT)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            before = self.textCursor().block().text()
            blanks = len(before) - len(before.lstrip(" "))
            more = INDENT if before.rstrip().endswith(":") else 0
            self.insertPlainText("\n" + " " * (blanks + more))
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The gutter is as high as the text."""
        super().resizeEvent(event)
        inside = self.contentsRect()
        self._gutter.setGeometry(QRect(inside.left(), inside.top(), GUTTER, inside.height()))

    def _on_update(self, rect: QRect, dy: int) -> None:
        if dy:
            self._gutter.scroll(0, dy)
        else:
            self._gutter.update(0, rect.y(), GUTTER, rect.height())

    def paint_gutter(self, p: QPainter, area: QRect) -> None:
        """Line numbers; a line with a finding has a sign and its number in its colour."""
        t, worst = self.theme, {one.line: one.level for one in reversed(self._problems)}
        worst |= {one.line: one.level for one in self._problems if one.level == "error"}
        p.fillRect(area, t.c("sunken"))
        block = self.firstVisibleBlock()
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        while block.isValid() and top <= area.bottom():
            height, line = self.blockBoundingRect(block).height(), block.blockNumber() + 1
            level = worst.get(line, "")
            ink = t.bad if level == "error" else t.warn if level else t.text3
            where = QRectF(0, top, GUTTER - 14, height)
            face = font(T11, 600 if level else 400, tnum=True)
            paint.text(p, where, str(line), face, ink, Qt.AlignmentFlag.AlignRight)
            if level:
                icons.draw(p, "alert", 8, top + height / 2 - 7, 14, ink)
            top, block = top + height, block.next()


class _Gutter(QWidget):
    """The strip of numbers."""

    def __init__(self, editor: Editor) -> None:
        super().__init__(editor)
        self._editor = editor

    def sizeHint(self) -> QSize:
        """Of fixed width."""
        return QSize(GUTTER, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """What the editor knows of its lines."""
        self._editor.paint_gutter(QPainter(self), event.rect())
