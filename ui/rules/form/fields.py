"""One field of the form: its name, what it holds, and what is wrong with it beneath."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QFontMetrics, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from osawatch.workshop import Problem
from ui.i18n import finding
from ui.theme import T11, T13, Theme, font
from ui.widgets import Line, ink, label

LEAST, MOST = 2, 8  # lines in sight
NARROW = 88
HIGH = 32  # as a line to type in


class Field(QWidget):
    """A caption over an editor; findings stand beneath it and are told to a screen reader."""

    def __init__(self, theme: Theme, caption: str, editor: QWidget, *, named: bool = True) -> None:
        super().__init__()
        self._theme, self.editor = theme, editor
        self.caption: QLabel = label(caption, T11, 600, wrap=True)
        self.wrong = label("", T11, wrap=True)
        self._bad = False
        if named:
            editor.setAccessibleName(caption)
        self.caption.setBuddy(editor)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for part in (self.caption, editor, self.wrong):
            column.addWidget(part)
        self.wrong.hide()
        self.set_theme(theme)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """What is wrong here; the worst first."""
        found = sorted(problems, key=lambda one: one.level != "error")
        self.say("\n".join(finding(one.message) for one in found),
                 bad=bool(found) and found[0].level == "error")  # fmt: skip

    def say(self, words: str, *, bad: bool = False) -> None:
        """Words beneath the field, "" = none."""
        self._bad = bad
        self.wrong.setText(words)
        self.wrong.setVisible(bool(words))
        self.editor.setAccessibleDescription(words)
        ink(self.wrong, self._theme.bad if bad else self._theme.warn)

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._theme = theme
        ink(self.caption, theme.text2)
        ink(self.wrong, theme.bad if self._bad else theme.warn)
        if isinstance(self.editor, Area):
            self.editor.set_theme(theme)


class Area(QPlainTextEdit):
    """Several lines; Tab goes on to the next field, and it grows with its text."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setFont(font(T13))
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(6)
        self.textChanged.connect(self._fit)
        self.set_theme(theme)
        self._fit()

    def said(self) -> str:
        """What stands there, to the letter: Qt's own answer turns hard blanks into soft ones."""
        return self.document().toRawText().replace("\u2029", "\n")

    def put(self, words: str) -> None:
        """Other words, without saying so."""
        if self.said() != words:
            with QSignalBlocker(self):
                self.setPlainText(words)
            self._fit()

    def lines(self) -> tuple[str, ...]:
        """Its lines that say something."""
        return tuple(one for one in self.said().split("\n") if one.strip())

    def put_lines(self, lines: Sequence[str]) -> None:
        """A text a line; while they say the same, what was typed stays."""
        if self.lines() != tuple(lines):
            self.put("\n".join(lines))

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self.setStyleSheet(
            f"QPlainTextEdit {{ background: {theme.surface}; border: 1px solid {theme.line2};"
            f" border-radius: 6px; }} QPlainTextEdit:focus {{ border-color: {theme.accent}; }}"
        )

    def _fit(self) -> None:
        wide = max(self.viewport().width() - 12, 80)
        metrics = QFontMetrics(self.font())
        rows = sum(
            max(1, -(-metrics.horizontalAdvance(line) // wide)) for line in self.said().split("\n")
        )
        height = metrics.lineSpacing() * min(max(rows, LEAST), MOST) + 16
        if self.height() != height:
            self.setFixedHeight(height)

    def resizeEvent(self, event: object) -> None:
        """More or fewer lines at another width."""
        super().resizeEvent(event)  # type: ignore[arg-type]  # Qt's own event
        self._fit()


class Combo(QComboBox):
    """Codes, shown in words. The wheel scrolls the form and changes nothing."""

    def __init__(
        self, choices: Sequence[tuple[str, str]] = (), *, model: QStandardItemModel | None = None
    ) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(HIGH)
        if model is not None:  # of many boxes: filling each anew takes longer than all the rest
            self.setModel(model)
        for key, words in choices:
            self.addItem(words, key)

    def minimumSizeHint(self) -> QSize:
        """It may be narrower than its longest words: a form that cannot shrink is cut instead."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), NARROW), hint.height())

    def key(self) -> str:
        """The code that is on."""
        return str(self.currentData() or "")

    def put(self, key: str) -> None:
        """Another code; one that is not among the choices is added as it is."""
        with QSignalBlocker(self):
            if self.findData(key) < 0:
                self.addItem(key, key)
            self.setCurrentIndex(self.findData(key))

    def wheelEvent(self, event: object) -> None:
        """Left to what scrolls."""
        event.ignore()  # type: ignore[attr-defined]  # Qt's own event


def coded(choices: Sequence[tuple[str, str]], owner: QObject) -> QStandardItemModel:
    """Codes and their words, for many boxes."""
    model = QStandardItemModel(owner)
    for key, words in choices:
        item = QStandardItem(words)
        item.setData(key, Qt.ItemDataRole.UserRole)
        model.appendRow(item)
    return model


def put_line(line: Line, words: str) -> None:
    """Other words in a line, without saying so; the cursor stays where it can."""
    if line.text() != words:
        with QSignalBlocker(line):
            line.setText(words)
            line.setCursorPosition(0)
