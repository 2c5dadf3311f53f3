"""What a person may say of a source, as lines and boxes: of a new one, and of one on the list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QSpinBox, QVBoxLayout, QWidget

from osawatch.model import SourceEdit
from ui.settings_form import Check, combo
from ui.sources.form_words import text
from ui.sources.words import KINDS, kind_word
from ui.theme import INSIDE, Theme
from ui.widgets import Line, label

LEAST, MOST = 5, 100_000  # minutes, as the core takes them


class Fields(QWidget):
    """Name, kind, language, country, official, tags; with `paced` the minutes between polls."""

    def __init__(self, theme: Theme, *, paced: bool = False) -> None:
        super().__init__()
        self.name, self.tags = Line(), Line(text("tags_hint"))
        self.language, self.country = Line(text("language_hint")), Line(text("country_hint"))
        self.kind = combo(theme)
        for key in KINDS:
            self.kind.addItem(kind_word(key), key)
        self.official = Check(text("official"), theme)
        self.minutes = QSpinBox()
        self.minutes.setRange(LEAST, MOST)
        self.minutes.lineEdit().setTextMargins(*INSIDE)
        self._paced = paced
        self._lay_out()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.addWidget(_captioned("name", self.name), 0, 0, 1, 2)
        grid.addWidget(_captioned("kind", self.kind), 1, 0)
        grid.addWidget(_captioned("tags", self.tags), 1, 1)
        grid.addWidget(_captioned("language", self.language), 2, 0)
        grid.addWidget(_captioned("country", self.country), 2, 1)
        if self._paced:
            grid.addWidget(_captioned("minutes", self.minutes), 3, 0)
            grid.addWidget(self.official, 3, 1)
        else:
            grid.addWidget(self.official, 3, 0, 1, 2)
            self.minutes.hide()

    def show_edit(self, said: SourceEdit) -> None:
        """Other values; what is not said is empty."""
        self.name.setText(said.title or "")
        self._show_kind(said.kind or "news")
        self.language.setText(said.language or "")
        self.country.setText(said.country or "")
        self.official.setChecked(bool(said.official))
        self.tags.setText(", ".join(said.tags or ()))
        self.minutes.setValue(said.minutes or LEAST)

    def edit(self) -> SourceEdit:
        """What the person says now."""
        return SourceEdit(
            self.name.text(), str(self.kind.currentData()), self.language.text(),
            self.country.text(), self.official.isChecked(),
            self.minutes.value() if self._paced else None, self._tags(),
        )  # fmt: skip

    def _tags(self) -> tuple[str, ...]:
        return tuple(part.strip() for part in self.tags.text().split(",") if part.strip())

    def _show_kind(self, kind: str) -> None:
        if self.kind.findData(kind) < 0:  # of a catalogue that knows more kinds than we do
            self.kind.addItem(kind_word(kind), kind)
        self.kind.setCurrentIndex(self.kind.findData(kind))


def _captioned(key: str, field: QWidget) -> QWidget:
    return captioned(text(key), [field])


def captioned(words: str, fields: Sequence[QWidget]) -> QWidget:
    """A field below its name; the name is also what a screen reader says."""
    out = QWidget()
    column = QVBoxLayout(out)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    caption = label(words)
    caption.setBuddy(fields[0])
    column.addWidget(caption)
    for field in fields:
        field.setAccessibleName(words)
        column.addWidget(field)
    return out
