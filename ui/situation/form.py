"""The form of a new situation: its name, which sources, for how long, what it is about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from osawatch.model import SourceRow
from osawatch.situation.model import HOURS
from ui.fitting import fit
from ui.i18n import wrong
from ui.situation.words import text
from ui.theme import T11, T13, T16, Theme, font
from ui.widgets import Button, Line, ink, label

SIZE = (560, 680)
SEVERAL = re.compile(r"[,;\s]+")


class NewSituation(QDialog):
    """`given` carries title, sources, hours, goods, countries. Official sources stand first."""

    given = Signal(object)

    def __init__(self, sources: Sequence[SourceRow], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        fit(self)
        self._theme = theme
        self.setWindowTitle(text("new"))
        self.resize(*SIZE)
        self.name, self.filter, self.hours, self.goods, self.countries = (Line() for _ in range(5))
        self.hours.setText(str(HOURS))
        self.list = QListWidget()
        self.list.setSpacing(2)  # boxes touched each other
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for row in sorted(sources, key=lambda one: (not one.official, one.title.casefold())):
            item = QListWidgetItem(f"{row.title} ({row.publisher})")
            item.setData(Qt.ItemDataRole.UserRole, row.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.filter.textChanged.connect(self._filtered)
        self.problem = label("", T11, wrap=True)
        ink(self.problem, theme.bad)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 16)
        box.setSpacing(6)
        box.addWidget(label(text("new").rstrip("…"), T16, 600))
        for key, widget in (
            ("name", self.name), ("for", self.hours), ("find", self.filter), ("sources", self.list),
            ("goods", self.goods), ("countries", self.countries),
        ):  # fmt: skip
            self._add(key, widget, box)
        box.addWidget(self.problem)
        box.addLayout(self._foot())

    def chosen(self) -> list[str]:
        """The ids of the sources that are ticked."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return [
            str(one.data(Qt.ItemDataRole.UserRole))
            for one in items
            if one.checkState() == Qt.CheckState.Checked
        ]

    def keep(self) -> None:
        """Gives what was asked, if the hours are a number."""
        typed = self.hours.text().strip()
        if not typed.isdecimal():
            self.problem.setText(text("no_hours", typed))
            return
        self.given.emit(
            {
                "title": self.name.text(), "names": self.chosen(), "hours": int(typed),
                "goods": _parts(self.goods.text()),
                "countries": [one.upper() for one in _parts(self.countries.text())],
            }
        )  # fmt: skip

    def refuse(self, error: Exception) -> None:
        """What is wrong; the form stays open."""
        self.problem.setText(wrong(error, place=False))

    def _add(self, key: str, widget: QWidget, box: QVBoxLayout) -> None:
        widget.setFont(font(T13))
        widget.setAccessibleName(text(key))
        name = label(text(key), T11, 500)
        ink(name, self._theme.text2)
        name.setBuddy(widget)
        box.addWidget(name)
        box.addWidget(widget, int(widget is self.list))

    def _filtered(self, typed: str) -> None:
        said = typed.casefold().split()
        for row in range(self.list.count()):
            item = self.list.item(row)
            words = item.text().casefold()
            item.setHidden(not all(one in words for one in said))

    def _foot(self) -> QHBoxLayout:
        keep = Button(text("keep"), self._theme, "primary")
        keep.setDefault(True)
        keep.clicked.connect(self.keep)
        cancel = Button(text("cancel"), self._theme)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(keep)
        return foot


def _parts(typed: str) -> list[str]:
    return [one for one in SEVERAL.split(typed.strip()) if one]
