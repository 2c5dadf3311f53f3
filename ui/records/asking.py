"""What is asked before a record goes: the schedule, a name, a reason. Nothing is done here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from osawatch.cases.markings import DUTCH, MARKINGS, TLP, Floor
from osawatch.filing.model import Schedule
from ui.fitting import fit
from ui.records.words import text
from ui.settings_form import Check
from ui.theme import T16, Theme
from ui.widgets import Button, Line, ink, label

WIDTH, TALLEST = 560, 320


class Asking(QDialog):
    """A title, a text, lines to fill in, one act. `needed`: the act waits for these lines."""

    def __init__(
        self, title: str, told: str, fields: Sequence[str], act: str, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        fit(self)
        self.setWindowTitle(title)
        self.setFixedWidth(WIDTH)
        self.lines: dict[str, QLineEdit] = {}
        self.problem = label("", wrap=True)
        ink(self.problem, theme.bad)
        self.act = Button(act, theme, "primary")
        self.act.setAutoDefault(False)
        self.act.clicked.connect(self.accept)
        leave = Button(text("cancel"), theme)
        leave.setAutoDefault(False)  # Return in a line neither acts nor throws away what was typed
        leave.clicked.connect(self.reject)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(24, 20, 24, 16)
        self.body.setSpacing(8)
        self.body.addWidget(label(title, T16, 600, wrap=True))
        if told:
            self.body.addWidget(_scrolled(told))
        for key in fields:
            self._line(key)
        self.body.addWidget(self.problem)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(leave)
        row.addWidget(self.act)
        self.body.addLayout(row)

    def said(self, key: str) -> str:
        """What was typed in a line."""
        return self.lines[key].text().strip()

    def need(self, *keys: str) -> None:
        """The act waits until these lines hold something."""

        def look() -> None:
            self.act.setEnabled(all(self.said(key) for key in keys))

        for key in keys:
            self.lines[key].textChanged.connect(lambda _: look())
        look()

    def _line(self, key: str) -> None:
        line = Line()
        line.setAccessibleName(text(key))
        name = label(text(key), wrap=True)
        name.setBuddy(line)
        self.body.addWidget(name)
        self.body.addWidget(line)
        self.lines[key] = line


def for_schedule(now: Schedule, theme: Theme, parent: QWidget) -> Asking:
    """How long closed cases are kept, and news, as it stands."""
    fields = ("f_years", "f_basis", "f_creator", "f_items")
    dialog = Asking(text("schedule").rstrip("…"), "", fields, text("save"), theme, parent)
    stands = (str(now.years), now.basis, now.creator, str(now.items))
    for key, value in zip(fields, stands, strict=True):
        dialog.lines[key].setText(value)
    dialog.need("f_years", "f_items")
    return dialog


def for_name(theme: Theme, parent: QWidget) -> Asking:
    """Whose data."""
    title = text("erase").rstrip("…")
    dialog = Asking(title, "", ("f_name",), text("look"), theme, parent)
    dialog.need("f_name")
    return dialog


def for_record(
    title: str, lowest: Floor, theme: Theme, parent: QWidget
) -> tuple[Asking, QComboBox]:
    """Who may read what is written out, not below its parts; where to is asked next."""
    dialog = Asking(
        text("export_title", title), text("export_told"), (), text("where"), theme, parent
    )
    box = QComboBox()
    box.setAccessibleName(text("marking"))
    box.setToolTip(text("marking_told", ", ".join(DUTCH)))
    for words, value in ((text("no_marking"), ""), *((one, one) for one in MARKINGS)):
        box.addItem(words, value)
    for place in (1 + len(TLP), 1):
        box.insertSeparator(place)
    ink(dialog.problem, theme.text2)

    def raise_() -> None:
        chosen = box.currentData() or ""
        if (least := lowest.over(chosen)) != chosen:
            box.setCurrentIndex(box.findData(least))
            dialog.problem.setText(text("raised", least, lowest.part))

    box.currentIndexChanged.connect(lambda _: raise_())
    raise_()
    name = label(text("marking"))
    name.setBuddy(box)
    for part in (name, box):
        dialog.body.insertWidget(dialog.body.count() - 2, part)
    return dialog, box


def for_end(title: str, told: str, act: str, theme: Theme, parent: QWidget) -> Asking:
    """What goes and what stays; the act waits for a reason."""
    dialog = Asking(title, told, ("f_why",), act, theme, parent)
    dialog.need("f_why")
    return dialog


def authors(dialog: Asking, theme: Theme) -> QCheckBox:
    """The choice of an erasure: also where the person is the author."""
    box = Check(text("f_authors"), theme)
    dialog.body.insertWidget(dialog.body.count() - 2, box)
    return box


def _scrolled(told: str) -> QWidget:
    words = label(told, wrap=True)
    words.setTextFormat(Qt.TextFormat.PlainText)
    words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    area = QScrollArea()
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setWidget(words)
    area.setFixedHeight(min(TALLEST, words.heightForWidth(WIDTH - 60) + 8))
    return area
