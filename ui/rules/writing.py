"""A rule as it is written: as a form or as YAML. The text is the truth, the form shows it.

text -> ruleform.read -> form;  a change in the form -> ruleform.write -> the text, where it differs
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from osawatch.errors import BadInput
from osawatch.ruleform import reading, writing
from osawatch.ruleform.model import Form
from osawatch.workshop import Tried
from ui.i18n import wrong
from ui.rules.editor import Editor
from ui.rules.form.page import RuleForm
from ui.rules.form.words import text
from ui.theme import Theme
from ui.widgets import Segments, TopBar, ink, label


class Writing(QWidget):
    """Editor and form of one text. `turned` when the other one is shown."""

    turned = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.editor, self.form = Editor(theme), RuleForm(theme)
        views = [("form", text("form")), ("yaml", text("yaml"))]
        self.views = Segments(views, "form", theme, text("view"))
        self.about = label("", wrap=True)
        self.about.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.bar = TopBar(theme, "").add(self.views, self.about)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.form)
        self._stack.addWidget(self.editor)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._stack, 1)
        self._writing = False  # the text is changed by the form
        self.views.picked.connect(self._on_picked)
        self.form.edited.connect(self._on_edited)
        self.form.yaml_asked.connect(lambda _line: self.turn("yaml"))
        self.editor.textChanged.connect(self._on_text)
        self._shown = ""
        self.set_theme(theme)

    def view(self) -> str:
        """What is shown: form or yaml."""
        return self.views.on

    def turn(self, view: str) -> None:
        """Shows the form or the YAML."""
        self.views.pick(view)

    def begin(self, said: str, *, new: bool = False) -> None:
        """Another text."""
        self.form.heads.follow(new=new)
        self._shown = ""
        self.editor.show_text(said)
        self._read()

    def focus(self) -> None:
        """The keys go to what is shown: the title of the form, or the text."""
        if self.view() == "form" and self.form.read.form is not None:
            self.form.begin()
        else:
            self.editor.setFocus()

    def show_tried(self, tried: Tried | None) -> None:
        """Findings, in both views."""
        if tried is not None:
            self.editor.show_problems(tried.problems)
        self.form.show_tried(tried)

    def go_to(self, line: int, column: int) -> None:
        """A place of the text."""
        self.turn("yaml")
        self.editor.go_to(line, column)

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        for part in (self.bar, self.views, self.editor, self.form):
            part.set_theme(theme)
        ink(self.about, theme.text2)

    def _on_picked(self, view: str) -> None:
        self._stack.setCurrentWidget(self.form if view == "form" else self.editor)
        if view == "form":
            self._read()
        self.turned.emit(view)

    def _on_text(self) -> None:
        if not self._writing and self.view() == "form":
            self._read()

    def _read(self) -> None:
        said = self.editor.said()
        if self.view() == "form" and (said != self._shown or not said):
            self._shown = said
            self.form.show_read(reading.read(said))

    def _on_edited(self, form: Form) -> None:
        """Only what differs is replaced, so that the editor's undo takes back this change alone."""
        old = self.editor.said()
        try:
            new = writing.write(old, form)
        except BadInput as error:  # the form goes back to what the text says
            self.about.setText(wrong(error))
            self.form.show_read(reading.read(old))
            return
        self._shown = new
        self.form.show_read(reading.read(new), own=True)
        self._writing = True
        try:
            self._replace(old, new)
        finally:
            self._writing = False

    def _replace(self, old: str, new: str) -> None:
        start, end = differing(old, new)
        if old == new:
            return
        cursor = QTextCursor(self.editor.document())
        cursor.setPosition(_units(old[:start]))
        cursor.setPosition(_units(old[: len(old) - end]), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(new[start : len(new) - end])


def differing(old: str, new: str) -> tuple[int, int]:
    """How many letters two texts have in common at the beginning, and behind those at the end."""
    most = min(len(old), len(new))
    start = next((n for n in range(most) if old[n] != new[n]), most)
    left = most - start
    end = next((n for n in range(left) if old[-1 - n] != new[-1 - n]), left)
    return start, end


def _units(text: str) -> int:
    """Qt counts UTF-16 units: a letter beyond the first plane is two."""
    return len(text) + sum(ord(one) > 0xFFFF for one in text)
