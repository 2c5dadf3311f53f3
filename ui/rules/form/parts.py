"""One part of a rule: goods, countries, measures, companies, names on lists, or words.

A person's change -> `part` (a frozen value) -> `changed`. What nobody touches stays as it was read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from osawatch.ruleform.model import ANY, Part, Words
from ui.flow import Flow
from ui.rules.form.chosen import Chosen
from ui.rules.form.fields import Area, Combo, Field
from ui.rules.form.rowed import Row
from ui.rules.form.words import text
from ui.settings_form import Check
from ui.theme import T11, T13, Theme, font
from ui.turns import Step
from ui.widgets import Button, Ground, ink, label

CHECKS = ("near", "group", "title_only")
Models = Mapping[str, QStandardItemModel]


class PartCard(Ground):
    """`changed` when a person has changed `part`; `removed` when it shall go."""

    changed = Signal()
    removed = Signal()

    def __init__(self, theme: Theme, part: Part, models: Models) -> None:
        super().__init__(theme, "surface", edge="top")
        self.part = part
        self._models = models
        self._chosen: dict[str, Chosen] = {}
        self._areas: dict[str, Field] = {}
        self.checks: dict[str, Check] = {}
        self.name = label("", T13, 600)
        self.use = Combo(model=models["uses"])
        self.away = Button(text("remove"), theme, "quiet")
        self.away.clicked.connect(self.removed)
        self.use.activated.connect(lambda _: self._change(use=self.use.key()))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 10, 12, 10)
        self._column.setSpacing(6)
        self._column.addWidget(self._head())
        self._body()
        self.more_keys = label("", T11, wrap=True)
        ink(self.more_keys, theme.warn)
        self._column.addWidget(self.more_keys)
        self._column.addWidget(self._checked())
        self.problem = Field(theme, "", QWidget(), named=False)
        self.problem.caption.hide()
        self._column.addWidget(self.problem)
        self.problem.hide()
        self.show_part(part, free=False, near=True)

    def show_more(self, keys: tuple[str, ...]) -> None:
        """What else the file asks of this part, in keys of the YAML."""
        self.more_keys.setText(text("more_keys", ", ".join(keys)))
        self.more_keys.setVisible(bool(keys))

    def show_part(self, part: Part, *, free: bool, near: bool) -> None:
        """As it is now. `free`: the condition is a text; `near`: closeness can be chosen."""
        self.part = part
        self.name.setText(f"{text(part.kind)}: {part.name}")
        self.away.setAccessibleName(text("remove_it", part.name))
        self.use.setAccessibleName(text("use", part.name))
        self.use.put(part.use)
        self.use.setVisible(not free)
        self.checks["near"].setEnabled(near)
        for key, box in self.checks.items():
            with QSignalBlocker(box):
                box.setChecked(bool(getattr(part, key)))
        for key, chosen in self._chosen.items():
            chosen.show_keys(getattr(part, key))
        if isinstance(getattr(self, "role", None), Combo):
            self.role.put(part.role)
        if part.kind == "words":
            self._show_words()

    def begin(self) -> None:
        """The keys go to what is to be filled in first."""
        first = next(iter(self._chosen.values()), None)
        area = next(iter(self._areas.values()), None)
        (first.line if first else area.editor if area else self.use).setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        super().set_theme(theme)
        ink(self.more_keys, theme.warn)
        for chosen in self._chosen.values():
            chosen.set_theme(theme)
        for field in (*self._areas.values(), self.problem):
            field.set_theme(theme)
        for box in self.checks.values():
            box.theme = theme
        self.away.set_theme(theme)

    # -- building

    def _head(self) -> Row:
        """The box stays beside the name, and has its own line where the form is narrow."""
        broad = QWidget()
        inner = QHBoxLayout(broad)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.use)
        inner.addStretch(1)
        return Row((self.name, broad, self.away), broad)

    def _body(self) -> None:
        kind = self.part.kind
        if kind == "words":
            self._words_of()
            return
        most = 1 if kind == "list" else 0
        self._choice("chosen", text(kind), kind, text("all_of") if not most else "", most)
        if kind == "countries":
            self.role = Combo(model=self._models["roles"])
            self.role.activated.connect(lambda _: self._change(role=self.role.key()))
            self._column.addWidget(Field(self._theme, text("role"), self.role))
        elif kind == "measures":
            for key in ("status", "not_status"):
                self._choice(key, text(f"m_{key}"), "stages", "", 0)

    def _choice(self, key: str, caption: str, model: str, empty: str, most: int) -> None:
        one = Chosen(self._theme, caption, self._models[model], empty=empty, most=most)
        one.changed.connect(lambda: self._change(**{key: tuple(one.keys)}))
        self._chosen[key] = one
        if key != "chosen":
            self._column.addWidget(label(caption, T11, 600, wrap=True))
        self._column.addWidget(one)

    def _checked(self) -> QWidget:
        row = QWidget()
        flow = Flow(row, 12)
        for key in CHECKS:
            box = Check(text(key), self._theme)
            box.setFont(font(T13))
            box.toggled.connect(self._toggling(key))
            self.checks[key] = box
            flow.addWidget(box)
        return row

    def _toggling(self, key: str) -> Callable[[bool], None]:
        return lambda on: self._change(**{key: on})

    # -- words of its own

    def _words_of(self) -> None:
        self._words = QWidget()
        self._words_column = QVBoxLayout(self._words)
        self._words_column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._words)
        self.more = Combo(model=self._models["more"])
        self.more.setAccessibleName(text("add_language"))
        self.more.activated.connect(lambda _: self._add_language(self.more.key()))
        self._column.addWidget(self.more)

    def _show_words(self) -> None:
        here = {one.language for one in self.part.words}
        for language in [one for one in self._areas if one not in here]:
            if self._area(language).lines():  # of another rule, or taken back
                away(self._areas.pop(language))
        for one in self.part.words:
            self._area(one.language).put_lines(one.terms)
        if not self._areas:
            self._area(ANY)

    def _area(self, language: str) -> Area:
        if language not in self._areas:
            area = Area(self._theme)
            said = text("any_language") if language == ANY else language
            field = Field(self._theme, said, area)
            area.setPlaceholderText(text("terms"))
            area.setAccessibleName(f"{said}: {text('terms')}")
            area.textChanged.connect(self._on_words)
            self._areas[language] = field
            self._words_column.addWidget(field)
        editor = self._areas[language].editor
        assert isinstance(editor, Area)  # noqa: S101 # as it was made
        return editor

    def _add_language(self, language: str) -> None:
        self.more.put("")
        if language:
            self._area(language).setFocus()

    def _on_words(self) -> None:
        found = [Words(language, self._area(language).lines()) for language in self._areas]
        self._change(words=tuple(one for one in found if one.terms))

    def _change(self, **fields: Any) -> None:
        self.part = replace(self.part, **fields)
        self.changed.emit()


class Parts(QWidget):
    """A card a part, in the order of the file. `changed` carries all parts as they are now."""

    changed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.models: Models = {}
        self.parts: tuple[Part, ...] = ()
        self.cards: dict[str, PartCard] = {}
        self._more: dict[str, tuple[str, ...]] = {}
        self._spare: dict[str, list[PartCard]] = {}  # by kind: making one anew takes 10 ms
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def steps(
        self, parts: tuple[Part, ...], more: dict[str, tuple[str, ...]], *, free: bool, near: bool
    ) -> list[Step]:
        """What shows other parts; a card stays with its name, or serves another of its kind.

        `more`: by part, the keys that it has besides.
        """
        self.parts, self._more = parts, more
        show = [partial(self._show, place, free=free, near=near) for place in range(len(parts))]
        return [self._spare_gone, *show]

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._theme = theme
        spare = [card for cards in self._spare.values() for card in cards]
        for card in (*self.cards.values(), *spare):
            card.set_theme(theme)

    def _spare_gone(self) -> None:
        here = {one.name: one.kind for one in self.parts}
        for name, card in list(self.cards.items()):
            if here.get(name) != card.part.kind:
                del self.cards[name]
                card.hide()
                self._spare.setdefault(card.part.kind, []).append(card)

    def _show(self, place: int, *, free: bool, near: bool) -> None:
        part = self.parts[place]
        if part.name not in self.cards:
            spare = self._spare.get(part.kind)
            self.cards[part.name] = spare.pop() if spare else self._made(part)
        card = self.cards[part.name]
        card.show_part(part, free=free, near=near)
        card.show_more(self._more.get(part.name, ()))
        if self._column.indexOf(card) != place:
            self._column.removeWidget(card)
            self._column.insertWidget(place, card)
        card.show()

    def _made(self, part: Part) -> PartCard:
        card = PartCard(self._theme, part, self.models)
        card.changed.connect(lambda: self._take(card))
        card.removed.connect(lambda: self._drop(card))
        return card

    def _take(self, card: PartCard) -> None:
        mine = card.part
        self.parts = tuple(mine if one.name == mine.name else one for one in self.parts)
        self.changed.emit(self.parts)

    def _drop(self, card: PartCard) -> None:
        self.parts = tuple(one for one in self.parts if one.name != card.part.name)
        self.changed.emit(self.parts)


def away(widget: QWidget) -> None:
    """Takes a widget out of sight, and then out of the window."""
    widget.hide()
    widget.deleteLater()
