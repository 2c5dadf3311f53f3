"""Type, choose, read.

typed -> core.lookup.subjects (task) -> list; one chosen -> core.lookup.dossier (task) -> shown
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from osawatch.core import Core
from osawatch.lookup import Coverage, Dossier, Subject
from osawatch.model import Filter
from ui import words
from ui.fitting import fit
from ui.lookup.words import as_text, coverage, kind, sections, text
from ui.names import Names
from ui.strips import section
from ui.tasks import Tasks
from ui.theme import T13, T20, Theme, font
from ui.widgets import Button, Search, ink, label

T = TypeVar("T")
SIZE = (920, 620)


class LookupDialog(QDialog):
    """`filter_asked` carries what the inbox shall show."""

    filter_asked = Signal(object)

    def __init__(self, core: Core, tasks: Tasks, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        fit(self)
        self._core, self._tasks, self._theme = core, tasks, theme
        self._subjects: list[Subject] = []
        self._asked = 0
        self._names = Names()
        self.found: Dossier | None = None
        self.setWindowTitle(text("title"))
        self.resize(*SIZE)
        self.line = Search(text("hint"), theme, 0)
        self.list = QListWidget()
        self.list.setFont(font(T13))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setAccessibleName(text("title"))
        self.list.setFixedWidth(min(260, self.screen().availableSize().width() // 3))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setStyleSheet("QListWidget::item { height: 26px; padding: 0 6px; }")
        self.page = QScrollArea()
        self.page.setWidgetResizable(True)
        self.page.setFrameShape(QFrame.Shape.NoFrame)
        self.copy = Button(text("copy"), theme)
        self.show_alerts = Button(text("show"), theme, "primary")
        self._lay_out()
        self.line.installEventFilter(self)
        self.line.textChanged.connect(self._look)
        self.list.currentRowChanged.connect(self._on_row)
        self.copy.clicked.connect(self.copy_text)
        self.show_alerts.clicked.connect(self._on_show)
        self._draw()

    def _lay_out(self) -> None:
        column, middle, foot = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        column.setContentsMargins(16, 16, 16, 12)
        column.addWidget(self.line)
        middle.addWidget(self.list)
        middle.addWidget(self.page, 1)
        column.addLayout(middle, 1)
        foot.addStretch(1)
        foot.addWidget(self.copy)
        foot.addWidget(self.show_alerts)
        column.addLayout(foot)

    def _look(self, typed: str) -> None:
        language = self._core.settings().language
        self._run(lambda: self._core.lookup.subjects(typed, language), self._on_subjects)

    def _run(self, call: Callable[[], T], done: Callable[[T], None]) -> None:
        """Only the answer to the last question counts."""
        self._asked += 1
        number = self._asked

        def told(result: T) -> None:
            if number == self._asked:
                done(result)

        self._tasks.run(self, call, told)

    def _on_subjects(self, found: list[Subject]) -> None:
        self._subjects = found
        self.list.clear()
        for one in found:
            also = "" if one.matched.casefold() == one.name.casefold() else f"  {one.matched}"
            self.list.addItem(QListWidgetItem(f"{one.name}, {kind(one.kind)}{also}"))
        if found:
            self.list.setCurrentRow(0)
        else:
            self.found = None
            self._draw()

    def _on_row(self, row: int) -> None:
        if not 0 <= row < len(self._subjects):
            return
        subject = self._subjects[row]

        def read() -> tuple[Dossier, dict[tuple[str, str], str]]:
            found = self._core.lookup.dossier(subject)
            return found, {key: self._core.names(*key) for key in _needed(found)}

        self._run(read, self._on_dossier)

    def _on_dossier(self, found: tuple[Dossier, dict[tuple[str, str], str]]) -> None:
        self.found = found[0]
        self._names.add(found[1])
        self._draw()

    def _draw(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(16, 0, 8, 8)
        column.setSpacing(4)
        found = self.found
        self.copy.setEnabled(found is not None)
        self.show_alerts.setEnabled(found is not None and bool(found.alerts))
        if found is None:
            if self.line.text().strip():
                column.addWidget(label(text("nothing"), wrap=True))
        else:
            column.addWidget(label(found.subject.name, T20, 600, wrap=True))
            for heading, lines in sections(found, self._names):
                column.addWidget(section(heading, "", self._theme))
                for said in lines:
                    column.addWidget(label(said, wrap=True))
            self._say_coverage(column, found.coverage, words.both(found.as_of))
        column.addStretch(1)
        self.page.setWidget(body)

    def _say_coverage(self, column: QVBoxLayout, found: Coverage, when: str) -> None:
        column.addSpacing(8)
        said = [text("as_of", when, coverage(found))]
        said += [text("silent", ", ".join(found.silent[:8]))] if found.silent else []
        for one in said:
            line = label(one, wrap=True)
            ink(line, self._theme.text3)
            column.addWidget(line)

    def copy_text(self) -> None:
        """The dossier on the clipboard, as plain text."""
        if self.found:
            said = as_text(self.found, self._names, self.found.as_of)
            QGuiApplication.clipboard().setText(said)
            self.copy.set_words(text("copied"))

    def _on_show(self) -> None:
        if self.found is None:
            return
        subject = self.found.subject
        goods = {good for one in self.found.alerts for good in one.goods}
        wanted = {
            "good": Filter(view="all", goods=(subject.key,)),
            "country": Filter(view="all", countries=(subject.key,)),
            "company": Filter(view="all", goods=tuple(sorted(goods))),
        }[subject.kind]
        self.accept()
        self.filter_asked.emit(wanted)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows move in the list while one types."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if step:
                row = self.list.currentRow() + step
                self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
                return True
        return super().eventFilter(watched, event)


def _needed(found: Dossier) -> set[tuple[str, str]]:
    told = [one.record for one in found.standings if one.record]
    others = [other for record in told for _, other in record.reactions]
    known = [*(one.measure for one in found.standings), *others]
    keys = {("country", one.country) for one in known}
    keys |= {("measure", one.measure) for one in known}
    keys |= {("good", good) for one in known for good in one.goods}
    keys |= {
        ("country", one.value) for record in told for one in record.details
        if one.kind == "destination"
    }  # fmt: skip
    keys |= {("good", one.good) for one in found.shares}
    return keys | {("country", one.country) for one in found.shares}
