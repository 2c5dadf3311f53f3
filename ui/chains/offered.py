"""Questions that the inbox suggests: what is hit when the country of a story stops its goods.

the chosen story, then open ones from the highest score -> country and goods -> a button each
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from osawatch.core import Core
from osawatch.model import Card, Filter
from ui.chains.reading import Question
from ui.chains.texts import text
from ui.flow import Flow
from ui.theme import Theme
from ui.widgets import Button

MOST, LOOKED_AT = 5, 40
LEAST = 0.1  # a smaller share is no question that one asks every day
GOODS, LETTERS = 6, 34


@dataclass(frozen=True, slots=True)
class Proposal:
    """A question and its words."""

    question: Question
    words: str


def about(core: Core, card: Card) -> Proposal | None:
    """The question of one story, None when it names no country and good that are known here."""
    countries = [one for one in card.countries if one in core.rulebook.pack.watchlist.countries]
    goods = [one for one in card.goods if core.chain.marks(one)][:GOODS]
    if not (countries and goods):
        return None
    held = {one: max(core.chain.holds(one, good) or 0.0 for good in goods) for one in countries}
    country = max(countries, key=lambda one: held[one])  # the first of equals
    goods.sort(key=lambda good: -(core.chain.holds(country, good) or 0.0))
    return _proposal(core, country, goods)


def proposals(core: Core, chosen: Card | None) -> tuple[Proposal, ...]:
    """The question of the chosen story, then those of open stories, each pair once."""
    found: dict[tuple[str, str], Proposal] = {}
    first = about(core, chosen) if chosen else None
    for one in (*([first] if first else []), *_open(core)):
        found.setdefault((one.question.country, one.question.node), one)
        if len(found) == MOST:
            break
    return tuple(found.values())


def _open(core: Core) -> Iterator[Proposal]:
    ids = core.card_ids(Filter(view="inbox", order="score"))[:LOOKED_AT]
    for card in core.cards(ids):
        for country in card.countries:
            for good in card.goods:
                if (core.chain.holds(country, good) or 0.0) >= LEAST:
                    yield _proposal(core, country, [good])


def _proposal(core: Core, country: str, goods: Sequence[str]) -> Proposal:
    names = ", ".join(core.names("good", good) for good in goods)
    words = text("stops", core.names("country", country), names)
    question = Question(node=goods[0], way="up", country=country, also=tuple(goods[1:]))
    return Proposal(question, words)


class Offered(QWidget):
    """A button each, in as many lines as they take. `picked` carries a Question."""

    picked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._found: tuple[Proposal, ...] = ()
        self.buttons: list[Button] = []
        self._inner = QWidget()
        self._flow = Flow(self._inner, 6)
        self._inner.setAccessibleName(text("offered"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 8, 16, 0)
        whole.addWidget(self._inner)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._theme = theme
        for button in self.buttons:
            button.set_theme(theme)

    def show_all(self, found: tuple[Proposal, ...]) -> None:
        """Other questions; the same ones stay as they are, with the keys where they were."""
        if found == self._found:
            return
        self._found = found
        for button in self.buttons:
            self._flow.removeWidget(button)
            button.deleteLater()
        self.buttons = []
        for place, one in enumerate(found):
            words = one.words if len(one.words) <= LETTERS else f"{one.words[: LETTERS - 2]}…?"
            button = Button(f"{place + 1}  {words}".replace("&", "&&"), self._theme, "filter")
            button.setAccessibleName(f"{one.words} (Alt+{place + 1})")
            button.clicked.connect(partial(self.pick, place))
            self._flow.addWidget(button)
            self.buttons.append(button)
        self.setVisible(bool(found))

    def pick(self, place: int) -> None:
        """The question with this number, from 0."""
        if place < len(self._found):
            self.picked.emit(self._found[place].question)
