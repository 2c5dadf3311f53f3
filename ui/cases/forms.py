"""Two forms: a new case with what is known of it, and how a case is weighed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from osawatch.cases.model import ANSWERS, KINDS, OPTIONS, TESTS, Case
from osawatch.searches import SavedSearch
from ui.cases.life_words import text
from ui.cases.words import text as case_text
from ui.fitting import fit
from ui.i18n import wrong
from ui.settings_form import Check, combo
from ui.theme import T11, T13, T16, Theme, font
from ui.widgets import Button, Line, ink, label

WIDE, NARROW = (760, 700), (560, 0)
Serving = Mapping[str, Sequence[str]]  # option -> names of instruments


class Form(QDialog):
    """A title, what is asked, a problem, two buttons. Escape asks before typed words are lost."""

    def __init__(self, title: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        fit(self)
        self._theme, self._first = theme, ""
        self.agree: Callable[[str], bool] = self._agreed
        self.setWindowTitle(title)
        self.problem = label("", T11, wrap=True)
        ink(self.problem, theme.bad)
        self.keep_button = Button(text("keep"), theme, "primary")
        self.keep_button.setDefault(True)
        self.keep_button.clicked.connect(self.keep)
        cancel = Button(text("cancel"), theme)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(24, 20, 24, 16)
        self.body.setSpacing(8)
        self.body.addWidget(label(title, T16, 600, wrap=True))
        self._foot = QHBoxLayout()
        self._foot.addStretch(1)
        self._foot.addWidget(cancel)
        self._foot.addWidget(self.keep_button)

    def end(self) -> None:
        """The problem and the buttons stand last."""
        self.body.addWidget(self.problem)
        self.body.addLayout(self._foot)
        self._first = self.state()

    def state(self) -> str:
        """What is typed, to know whether anything was."""
        raise NotImplementedError

    def keep(self) -> None:
        """Gives what was typed."""
        raise NotImplementedError

    def refuse(self, error: Exception) -> None:
        """What is wrong; the form stays open."""
        self.problem.setText(wrong(error, place=False))

    def reject(self) -> None:
        """Closes."""
        if self.state() == self._first or self.agree(text("leave")):
            super().reject()

    def _agreed(self, question: str) -> bool:
        yes, no = QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No
        # Return says no: it loses nothing
        return QMessageBox.question(self, "OSAwatch", question, yes | no, no) == yes


class NewCase(Form):
    """`given`: title, kind, days, the search, days of silence."""

    given = Signal(object)

    def __init__(self, searches: Sequence[SavedSearch], theme: Theme, parent: QWidget) -> None:
        super().__init__(text("new"), theme, parent)
        self.resize(*NARROW)
        self._searches = searches
        self.title, self.day, self.text, self.silence = Line(), Line(), Line(), Line()
        self.kind, self.search = combo(theme), combo(theme)
        for kind in KINDS:
            self.kind.addItem(text(f"kind_{kind}"), kind)
        self.kind.setCurrentIndex(KINDS.index("other"))
        self.search.addItem(text("no_search"), "")
        for one in searches:
            self.search.addItem(one.name, one.name)
        for key in ("title", "kind", "day", "text", "search", "silence"):
            widget = getattr(self, key)
            widget.setFont(font(T13))
            widget.setAccessibleName(text(key))
            name = label(text(key), T11, 500)
            ink(name, theme.text2)
            name.setBuddy(widget)
            self.body.addWidget(name)
            self.body.addWidget(widget)
        self.end()

    def state(self) -> str:
        """All that is typed."""
        lines = (self.title, self.day, self.text, self.silence)
        return "\n".join(one.text() for one in lines)

    def keep(self) -> None:
        """Gives it, if the days are a number."""
        typed = self.silence.text().strip()
        if typed and not typed.isdecimal():
            self.problem.setText(text("no_days", typed))
            return
        day, words = self.day.text().strip(), self.text.text().strip()
        chosen = self.search.currentData()
        self.given.emit(
            {
                "title": self.title.text(), "kind": self.kind.currentData(),
                "days": [(day, words)] if day or words else [],
                "search": next((one for one in self._searches if one.name == chosen), None),
                "silence": int(typed or 0),
            }
        )  # fmt: skip


class WeighCase(Form):
    """`given`: the answers by test, and the options with why (None = not chosen)."""

    given = Signal(object, object)

    def __init__(self, case: Case, serving: Serving, theme: Theme, parent: QWidget) -> None:
        super().__init__(text("weigh_title", case.title), theme, parent)
        self.resize(*WIDE)
        more = label(text("weigh_more"), wrap=True)
        ink(more, theme.text2)
        self.body.addWidget(more)
        self.answers: dict[str, QComboBox] = {}
        self.reasons: dict[str, Line] = {}
        self.options: dict[str, Check] = {}
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 4, 12, 4)
        grid.setVerticalSpacing(8)
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(2, 1)
        self._tests(grid, case)
        self._options(grid, case, serving)
        grid.setRowStretch(grid.rowCount(), 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inner)
        self.body.addWidget(area, 1)
        self.end()

    def state(self) -> str:
        """All that is chosen and typed."""
        return repr((self._answers(), self._chosen()))

    def keep(self) -> None:
        """Gives it."""
        self.given.emit(self._answers(), self._chosen())

    def _answers(self) -> dict[str, tuple[str, str]]:
        return {
            test: (str(box.currentData()), self.reasons[test].text())
            for test, box in self.answers.items()
        }

    def _chosen(self) -> dict[str, str | None]:
        return {
            one: self.reasons[one].text() if box.isChecked() else None
            for one, box in self.options.items()
        }

    def _tests(self, grid: QGridLayout, case: Case) -> None:
        grid.addWidget(_head(text("tests")), 0, 0, 1, 3)
        for row, test in enumerate(TESTS, 1):
            known, said = case.tests.get(test), case_text(test)
            box = combo(self._theme)
            box.setAccessibleName(said)
            for answer in ("", *ANSWERS):
                box.addItem(text(f"answer_{answer}"), answer)
            box.setCurrentIndex(box.findData(known.answer if known else ""))
            self.answers[test] = box
            grid.addWidget(label(said, wrap=True), row, 0)
            grid.addWidget(box, row, 1)
            grid.addWidget(self._reason(test, said, known.note if known else ""), row, 2)

    def _options(self, grid: QGridLayout, case: Case, serving: Serving) -> None:
        row = grid.rowCount()
        grid.addWidget(_head(text("options")), row, 0, 1, 3)
        for option in OPTIONS:
            row += 2
            known, said = case.options.get(option), text(option)
            box = Check(said, self._theme)
            box.setChecked(known is not None)
            self.options[option] = box
            grid.addWidget(box, row, 0, 1, 2)
            grid.addWidget(self._reason(option, said, known.note if known else ""), row, 2)
            tools = ", ".join(serving.get(option, ()))
            told = label(text("serving", tools) if tools else text("serving_none"), T11, wrap=True)
            ink(told, self._theme.text3)
            told.setContentsMargins(24, 0, 0, 4)
            grid.addWidget(told, row + 1, 0, 1, 3)

    def _reason(self, key: str, said: str, value: str) -> Line:
        line = Line(text("why"))
        line.setText(value)
        line.setAccessibleName(text("why_of", said))
        self.reasons[key] = line
        return line


def _head(words: str) -> QLabel:
    made = label(words, T13, 600)
    made.setContentsMargins(0, 8, 0, 0)
    return made
