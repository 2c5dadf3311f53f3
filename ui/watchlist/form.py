"""The form of a watch entry: a text a field, and what is wrong told beneath it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from osawatch.cli import codes
from osawatch.watching.fields import FIELDS, Field
from osawatch.watching.model import Opened, Problem
from ui.theme import T11, T13, Theme, font
from ui.watchlist.words import field, hint
from ui.widgets import Line, ink, label

LONG = ("langs", "terms", "codes", "suppliers", "pairs", "lands")
CODED = ("sector", "group")  # of goods and of measures
LEAST, MOST = 2, 7  # lines in sight
CHOICES = {"tier": ("", "A", "B", "C"), "yes": ("", "yes")}
Editor = QLineEdit | QPlainTextEdit | QComboBox


class Coded(Line):
    """A sector or a group by its name; the entry keeps the code, or what is somebody's own."""

    def __init__(self) -> None:
        super().__init__()
        self._put = ""

    def put(self, code: str) -> None:
        """Another code."""
        self._put = code
        self.setText(codes.sector(code))

    def code(self) -> str:
        """The code of what stands there; untouched, it is the one that was put in."""
        said = self.text()
        return self._put if said == codes.sector(self._put) else codes.of_sector(said)


class Form(QScrollArea):
    """`changed` when a person has typed."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.opened: Opened | None = None
        self.editors: dict[str, Editor] = {}
        self._captions: dict[str, QLabel] = {}
        self.wrongs: dict[str, QLabel] = {}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab goes from field to field
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self._ground(QWidget()))

    def show_entry(self, opened: Opened | None, *, editable: bool) -> None:
        """Another entry, to look at or to change."""
        same = (
            opened
            and self.opened
            and (opened.kind, opened.id) == (self.opened.kind, self.opened.id)
        )
        if opened is not None and opened == self.opened:
            self._again(opened, editable=editable)
            return
        at = self.verticalScrollBar().value() if same else 0
        self.opened = opened
        self.editors, self._captions, self.wrongs = {}, {}, {}
        body = self._ground(QWidget())
        column = QVBoxLayout(body)
        column.setContentsMargins(16, 8, 16, 16)
        column.setSpacing(2)
        for one in FIELDS[opened.kind] if opened else ():
            self._add(column, one, opened.texts.get(one.key, "") if opened else "", editable)
        column.addStretch(1)
        self.setWidget(body)
        self.verticalScrollBar().setValue(at)

    def _again(self, opened: Opened, *, editable: bool) -> None:
        """The same entry, to look at or to change: making all fields anew takes a tenth second."""
        for one in FIELDS[opened.kind]:
            editor, wrong = self.editors[one.key], self.wrongs[one.key]
            self._let(editor, one, editable=editable)
            wrong.hide()
            if _text(editor) != opened.texts.get(one.key, ""):
                self._put(editor, opened.texts.get(one.key, ""))

    def texts(self) -> dict[str, str]:
        """What stands in the fields."""
        return {key: _text(editor) for key, editor in self.editors.items()}

    def modified(self) -> bool:
        """Whether somebody has changed a text."""
        return self.opened is not None and self.texts() != _as_shown(self.opened)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Each at its field; the worst first."""
        for key, wrong in self.wrongs.items():
            found = [one for one in problems if one.field == key]
            found.sort(key=lambda one: one.level != "error")
            wrong.setVisible(bool(found))
            wrong.setText("\n".join(_told(one, self.editors[key]) for one in found))
            bad = bool(found) and found[0].level == "error"
            ink(wrong, self._theme.bad if bad else self._theme.warn)
            words = wrong.text() if found else hint(key)
            self.editors[key].setAccessibleDescription(words)

    def begin(self, key: str = "") -> None:
        """The keys go to a field, or to the first."""
        editor = self.editors.get(key) or next(iter(self.editors.values()), None)
        if editor is not None:
            editor.setFocus()
            self.ensureWidgetVisible(editor)

    def set_theme(self, theme: Theme) -> None:
        """Other colours; what was typed stays."""
        self._theme = theme
        for caption in self._captions.values():
            ink(caption, theme.text2)
        for editor in self.editors.values():
            self._dress(editor)
        if body := self.widget():
            self._ground(body)

    # -- building

    def _add(self, column: QVBoxLayout, one: Field, said: str, editable: bool) -> None:  # noqa: FBT001 # inside
        caption = label(field(one.key), T11, 600)
        ink(caption, self._theme.text2)
        editor = self._editor(one, said)
        editor.setAccessibleName(field(one.key))
        editor.setAccessibleDescription(hint(one.key))
        self._let(editor, one, editable=editable)
        wrong = label("", T11, wrap=True)
        wrong.hide()
        caption.setBuddy(editor)
        for widget in (caption, editor, wrong):
            column.addWidget(widget)
        column.addSpacing(6)
        self.editors[one.key], self._captions[one.key] = editor, caption
        self.wrongs[one.key] = wrong
        self._dress(editor)

    def _editor(self, one: Field, said: str) -> Editor:
        if one.form in CHOICES:
            box = QComboBox()
            box.addItems([*CHOICES[one.form]])
            box.setCurrentText(said)
            box.setToolTip(hint(one.key))
            box.currentTextChanged.connect(self.changed)
            return box
        if one.form not in LONG:
            line = Coded() if one.key in CODED else Line()
            self._put(line, said)
            line.setCursorPosition(0)
            line.textEdited.connect(self.changed)
            return line
        area = QPlainTextEdit(said)
        area.setFont(font(T13))
        area.setTabChangesFocus(True)
        area.document().setDocumentMargin(6)
        area.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        _fit(area)
        area.textChanged.connect(self.changed)
        area.textChanged.connect(lambda: _fit(area))
        return area

    def _let(self, editor: Editor, one: Field, *, editable: bool) -> None:
        if isinstance(editor, QComboBox):
            editor.setEnabled(editable)
        elif editor.isReadOnly() == editable or not editor.placeholderText():
            editor.setReadOnly(not editable)
            editor.setPlaceholderText(hint(one.key) if editable else "")
            self._dress(editor)

    def _dress(self, editor: Editor) -> None:
        if not isinstance(editor, QPlainTextEdit):
            return
        t = self._theme
        ground = t.sunken if editor.isReadOnly() else t.surface
        editor.setStyleSheet(
            f"QPlainTextEdit {{ background: {ground}; border: 1px solid {t.line2};"
            f" border-radius: 6px; }} QPlainTextEdit:focus {{ border-color: {t.accent}; }}"
        )

    def _ground(self, body: QWidget) -> QWidget:
        body.setAutoFillBackground(True)
        colours = body.palette()
        colours.setColor(QPalette.ColorRole.Window, self._theme.c("window"))
        body.setPalette(colours)
        return body

    def put(self, texts: Mapping[str, str]) -> None:
        """Other texts in some fields, as if typed."""
        for key, said in texts.items():
            self._put(self.editors[key], said)
        self.changed.emit()

    def _put(self, editor: Editor, said: str) -> None:
        with QSignalBlocker(editor):
            if isinstance(editor, QPlainTextEdit):
                editor.setPlainText(said)
                _fit(editor)
            elif isinstance(editor, QComboBox):
                editor.setCurrentText(said)
            elif isinstance(editor, Coded):
                editor.put(said)
            else:
                editor.setText(said)


def _text(editor: Editor) -> str:
    if isinstance(editor, QPlainTextEdit):
        return editor.toPlainText()
    if isinstance(editor, Coded):
        return editor.code()
    return editor.currentText() if isinstance(editor, QComboBox) else editor.text()


def _as_shown(opened: Opened) -> dict[str, str]:
    return {one.key: opened.texts.get(one.key, "") for one in FIELDS[opened.kind]}


def _told(problem: Problem, editor: Editor) -> str:
    many = isinstance(editor, QPlainTextEdit) and problem.line > 0
    return f"{problem.line}: {problem.message}" if many else problem.message


def _fit(area: QPlainTextEdit) -> None:
    lines = min(max(area.document().lineCount(), LEAST), MOST)
    height = QFontMetrics(area.font()).lineSpacing() * lines + 16
    if area.height() != height:
        area.setFixedHeight(height)
