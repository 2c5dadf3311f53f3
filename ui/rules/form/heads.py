"""The head of the form: title, id, level, status, owner."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QVBoxLayout, QWidget

from osawatch.ruleform.model import Form
from osawatch.ruleform.offers import Offers
from osawatch.workshop import Problem
from ui.rules.form.fields import Combo, Field, put_line
from ui.rules.form.rowed import Columns
from ui.rules.form.words import level, text
from ui.rules.words import status
from ui.theme import Theme
from ui.widgets import Line

LINES, BOXES = ("title", "id", "owner"), ("level", "status")
_OTHER = re.compile(r"[^a-z0-9]+")


class Heads(QWidget):
    """`changed` carries what is another now, by the name of its field.

    While a rule is new, its id follows its title until somebody types another.
    """

    changed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.following, self._typed = False, False  # the id is made of the title
        self._known: frozenset[str] = frozenset()
        self._form = Form()
        self.lines = {key: Line() for key in LINES}
        self.boxes = {key: Combo(()) for key in BOXES}
        self.fields = {key: Field(theme, text(key), one)
                       for key, one in {**self.lines, **self.boxes}.items()}  # fmt: skip
        self._owners = QStringListModel(self)
        completer = QCompleter(self._owners, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.lines["owner"].setCompleter(completer)
        middle = Columns(3)
        middle.put([self.fields[key] for key in ("level", "status", "owner")])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.fields["title"], middle, self.fields["id"]):
            column.addWidget(part)
        self.lines["title"].textEdited.connect(self._on_title)
        self.lines["id"].textEdited.connect(self._on_id)
        self.lines["owner"].textEdited.connect(lambda said: self.changed.emit({"owner": said}))
        for key, box in self.boxes.items():
            box.activated.connect(self._picking(key, box))

    def learn(self, offers: Offers) -> None:
        """The words to choose from."""
        self._known = offers.rules
        self._owners.setStringList(list(offers.words["owner"]))
        for key, words, say in (("level", "level", level), ("status", "rule_status", status)):
            box = self.boxes[key]
            box.clear()
            for code in offers.words[words]:
                box.addItem(say(code), code)

    def follow(self, *, new: bool) -> None:
        """Whether the rule is new: then its id is made of its title."""
        self.following, self._typed = new, False

    def show_form(self, form: Form) -> None:
        """As it is now."""
        self._form = form
        for key, line in self.lines.items():
            put_line(line, getattr(form, key))
        for key, box in self.boxes.items():
            box.put(getattr(form, key))
        self.fields["id"].setVisible(self.following)
        taken = self.following and form.id in self._known
        self.fields["id"].say(text("id_taken") if taken else "")

    def showing(self) -> dict[str, Callable[[list[Problem]], object]]:
        """Who shows the findings of a field."""
        shown: dict[str, Callable[[list[Problem]], object]] = {
            key: field.show_problems for key, field in self.fields.items() if key != "id"
        }
        return shown

    def begin(self) -> None:
        """The keys go to the title."""
        self.lines["title"].setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        for field in self.fields.values():
            field.set_theme(theme)

    def _picking(self, key: str, box: Combo) -> Callable[[int], None]:
        return lambda _: self.changed.emit({key: box.key()})

    def _on_title(self, said: str) -> None:
        if self.following and not self._typed:
            made = slug(said, self._known) or self._form.id
            self.changed.emit({"title": said, "id": made})
        else:
            self.changed.emit({"title": said})

    def _on_id(self, said: str) -> None:
        self._typed = True
        self.changed.emit({"id": said})


def slug(title: str, taken: frozenset[str]) -> str:
    """An id made of a title that no rule has yet; "" when the title has too few plain letters."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    made = _OTHER.sub("-", plain).strip("-")[:48].rstrip("-")
    if len(made) < 3:
        return ""
    return next(one for n in range(1, 999) if (one := made + (f"-{n}" if n > 1 else ""))
                not in taken)  # fmt: skip
