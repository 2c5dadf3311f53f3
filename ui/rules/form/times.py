"""When a rule speaks: its alert type, and of the other settings those that this type uses."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from osawatch.ruleform.model import TIMES, Form
from osawatch.ruleform.offers import Offers
from osawatch.workshop import Problem
from ui.rules.form.fields import Combo, Field, put_line
from ui.rules.form.rowed import Columns
from ui.rules.form.words import WITHIN, kind, near, text
from ui.theme import Theme
from ui.widgets import Line

ALWAYS = ("merge_window", "min_publishers")
COLUMNS = 2


class Times(QWidget):
    """`changed` carries what is another now, by the name of its field."""

    changed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._form = Form()
        self._offers: Offers | None = None
        self.type, self.within = Combo(()), Combo([(key, near(key)) for key in WITHIN])
        self.lines = {key: Line() for key in TIMES if key != "type"}
        self.fields = {
            "type": Field(theme, text("type"), self.type),
            "near": Field(theme, text("within"), self.within),
            **{key: Field(theme, text(key), line) for key, line in self.lines.items()},
        }
        self._columns = Columns(COLUMNS)
        inner = QVBoxLayout(self)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self._columns)
        self._placed: tuple[str, ...] = ()
        self.type.activated.connect(lambda _: self._time("type", self.type.key()))
        self.within.activated.connect(lambda _: self.changed.emit({"within": self.within.key()}))
        for key, line in self.lines.items():
            line.textEdited.connect(self._typed(key))

    def learn(self, offers: Offers) -> None:
        """The types there are, and what each uses."""
        self._offers = offers
        self.type.clear()
        for code in offers.words["type"]:
            self.type.addItem(kind(code), code)

    def show_form(self, form: Form) -> None:
        """As it is now: what the type uses, and what stands in the file besides."""
        self._form = form
        self.type.put(form.times.get("type", "any"))
        for key, line in self.lines.items():
            put_line(line, form.times.get(key, ""))
        if form.within:
            self.within.put(form.within)
        self._place(self._used(form))

    def showing(self) -> dict[str, Callable[[list[Problem]], object]]:
        """Who shows the findings of a field."""
        return {
            key if key == "near" else f"times:{key}": field.show_problems
            for key, field in self.fields.items()
        }

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        for field in self.fields.values():
            field.set_theme(theme)

    def _used(self, form: Form) -> tuple[str, ...]:
        named = form.times.get("type", "any")
        offers = self._offers
        uses = (*offers.asked.get(named, ()), *offers.used.get(named, ())) if offers else ()
        here = [key for key in self.lines if key in uses or form.times.get(key)]
        close = ["near"] if form.within else []
        return tuple(dict.fromkeys(["type", *close, *here, *ALWAYS]))

    def _place(self, keys: tuple[str, ...]) -> None:
        if keys == self._placed:
            return
        self._placed = keys
        for key, field in self.fields.items():
            if field.parentWidget() is not self._columns:
                field.setParent(self._columns)
            field.setVisible(key in keys)
        self._columns.put([self.fields[key] for key in keys])

    def _typed(self, key: str) -> Callable[[str], None]:
        return lambda said: self._time(key, said.strip())

    def _time(self, key: str, said: str) -> None:
        times = {**self._form.times, key: said}
        self.changed.emit({"times": {name: one for name, one in times.items() if one}})
