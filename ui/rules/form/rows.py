"""Rows of the form: an exception with its last day, a title that the rule is tried on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QVBoxLayout, QWidget

from osawatch.ruleform.model import Exempt, Sample
from osawatch.workshop import Problem
from ui.rules.form.fields import Combo, Field, put_line
from ui.rules.form.parts import away
from ui.rules.form.rowed import Columns, Row
from ui.rules.form.words import HOWS, WHERE, text
from ui.theme import T11, Theme
from ui.turns import Step
from ui.widgets import Button, Ground, Line, ink, label

Card = Any  # an ExemptCard or a SampleRow
FIELDS = ("where", "how", "values", "name", "until", "reason")  # as they are read
ROOM = 200  # of a title, in pixels, to stand beside its language
BETWEEN = " | "  # a pattern may hold a bare one


class ExemptCard(Ground):
    """`changed` when a person has changed `row`; `removed` when it shall go."""

    changed = Signal()
    removed = Signal()

    def __init__(self, theme: Theme, row: Exempt) -> None:
        super().__init__(theme, "surface", edge="top")
        self.row = row
        self.lines = {key: Line() for key in ("name", "values", "reason", "until")}
        self.where = Combo([(key, text(words)) for key, words in WHERE.items()])
        self.how = Combo([(one, text(one)) for one in HOWS])
        self.away = Button(text("remove"), theme, "quiet")
        self.away.clicked.connect(self.removed)
        self._fields = {key: Field(theme, text(key), line) for key, line in self.lines.items()}
        self._fields |= {key: Field(theme, text(key), box)
                         for key, box in (("where", self.where), ("how", self.how))}  # fmt: skip
        self._lay_out()
        for key, line in self.lines.items():
            line.textEdited.connect(self._typed(key))
        self.where.activated.connect(lambda _: self._change(where=self.where.key()))
        self.how.activated.connect(lambda _: self._change(how=self.how.key()))
        self.show_row(row)

    def show_row(self, row: Exempt) -> None:
        """As it is now."""
        self.row = row
        for key in ("name", "reason", "until"):
            put_line(self.lines[key], getattr(row, key))
        if self._values() != row.values:
            put_line(self.lines["values"], BETWEEN.join(row.values))
        self.where.put(row.where)
        self.how.put(row.how)
        self.away.setAccessibleName(text("remove_it", row.name))
        self._fields["until"].say("" if row.until else text("no_end"))

    def show_problems(self, problems: list[Problem]) -> None:
        """What is wrong with it."""
        self._fields["name"].show_problems(problems)

    def begin(self) -> None:
        """The keys go to its text."""
        self.lines["values"].setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        super().set_theme(theme)
        for field in self._fields.values():
            field.set_theme(theme)
        self.away.set_theme(theme)

    def _lay_out(self) -> None:
        columns = Columns(3)
        columns.put([self._fields[key] for key in FIELDS])
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(4)
        column.addWidget(columns)
        column.addWidget(self.away, 0, Qt.AlignmentFlag.AlignRight)

    def _typed(self, key: str) -> Callable[[str], None]:
        if key == "values":
            return lambda _said: self._change(values=self._values())
        return lambda said: self._change(**{key: said})

    def _values(self) -> tuple[str, ...]:
        said = (one.strip() for one in self.lines["values"].text().split(BETWEEN))
        return tuple(one for one in said if one)

    def _change(self, **fields: Any) -> None:
        self.row = replace(self.row, **fields)
        self._fields["until"].say("" if self.row.until else text("no_end"))
        self.changed.emit()


class SampleRow(QWidget):
    """A title, its language, and whether the rule must speak of it."""

    changed = Signal()
    removed = Signal()

    def __init__(self, theme: Theme, row: Sample, languages: QStandardItemModel) -> None:
        super().__init__()
        self.row, self._theme = row, theme
        self.expect = Combo([("match", text("fires")), ("no-match", text("silent"))])
        self.language = Combo(model=languages)
        self.title = Line(text("sample_title"))
        self.away = Button("×", theme, "quiet", name=text("remove_it", row.name))
        self.wrong = label("", T11, wrap=True)
        self.expect.setAccessibleName(text("expect"))
        self.language.setAccessibleName(text("language"))
        self.title.setAccessibleName(text("sample_title"))
        line = Row((self.expect, self.language, self.title, self.away), self.title, ROOM)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(line)
        column.addWidget(self.wrong)
        self.title.textEdited.connect(lambda said: self._change(title=said))
        self.expect.activated.connect(lambda _: self._change(fires=self.expect.key() == "match"))
        self.language.activated.connect(lambda _: self._change(language=self.language.key()))
        self.away.clicked.connect(self.removed)
        self.show_row(row)
        self.say("", bad=False)

    def show_row(self, row: Sample) -> None:
        """As it is now."""
        self.row = row
        put_line(self.title, row.title)
        self.title.setToolTip(row.name)
        self.expect.put("match" if row.fires else "no-match")
        self.language.put(row.language)

    def say(self, words: str, *, bad: bool) -> None:
        """How it came out, beneath the line."""
        self._bad = bad
        self.wrong.setText(words)
        self.wrong.setVisible(bool(words))
        self.title.setAccessibleDescription(words)
        ink(self.wrong, self._theme.bad if bad else self._theme.text2)

    def begin(self) -> None:
        """The keys go to the title."""
        self.title.setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._theme = theme
        self.away.set_theme(theme)
        ink(self.wrong, theme.bad if self._bad else theme.text2)

    def _change(self, **fields: Any) -> None:
        self.row = replace(self.row, **fields)
        self.changed.emit()


class Rows(QWidget):
    """A widget a row, in the order of the file. `changed` carries all rows as they are now.

    `rows` is whole also while not all widgets are made.
    """

    changed = Signal(object)

    def __init__(self, make: Callable[[Any], Card]) -> None:
        super().__init__()
        self._make = make
        self.rows: list[Any] = []
        self.cards: list[Card] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def steps(self, rows: Sequence[Exempt | Sample]) -> list[Step]:
        """What shows other rows; a widget stays with its place."""
        self.rows = list(rows)
        return [self._trim, *(partial(self._show, place) for place in range(len(rows)))]

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        for card in self.cards:
            card.set_theme(theme)

    def _trim(self) -> None:
        while len(self.cards) > len(self.rows):
            away(self.cards.pop())
        self.setVisible(bool(self.rows))

    def _show(self, place: int) -> None:
        if place == len(self.cards):
            card = self._make(self.rows[place])
            card.changed.connect(lambda: self._take(card))
            card.removed.connect(lambda: self._drop(card))
            self._column.addWidget(card)
            self.cards.append(card)
        self.cards[place].show_row(self.rows[place])

    def _take(self, card: Card) -> None:
        self.rows[self.cards.index(card)] = card.row
        self.changed.emit(tuple(self.rows))

    def _drop(self, card: Card) -> None:
        place = self.cards.index(card)
        del self.rows[place], self.cards[place]
        away(card)
        self.changed.emit(tuple(self.rows))
