"""A person's score: the dialog that asks for it and for its reason."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from osawatch.model import BANDS, Card, CardDetail, band
from ui import words
from ui.fitting import fit
from ui.i18n import mark, say
from ui.inbox import score_bar
from ui.inbox.score_words import text as of_score
from ui.theme import INSIDE, T13, T16, Theme, font
from ui.widgets import Button, Line, Segments, ink, label

TEXTS = {
    "title": mark("rating", "A score of your own"),
    "told": mark(
        "rating",
        "It goes before the computed score in every list, until it is taken back or worse news"
        " come. The computed score stays beside it.",
    ),
    "now": mark("rating", "Computed: {0}"),
    "several": mark("rating", "Stories: {0}"),
    "level": mark("rating", "Level"),
    "score": mark("rating", "Score"),
    "why": mark("rating", "Why? It stands beside the score."),
    "give": mark("rating", "Set the score"),
    "back": mark("rating", "Computed score again"),
    "cancel": mark("rating", "Cancel"),
}


def text(key: str, *values: object) -> str:
    """A sentence of the dialog, with its values put in."""
    said = say("rating", TEXTS[key])
    return said.format(*values) if values else said


class RatingDialog(QDialog):
    """Accepted = `answer` holds a score (None = the computed one) and why."""

    def __init__(
        self, card: Card, detail: CardDetail | None, count: int, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(text("title"))
        self.setMinimumWidth(520)
        self._card, self._theme = card, theme
        self._computed = _computed(card, detail)
        self.answer: tuple[float | None, str] = (None, "")
        rows = [(level, words.word(words.LEVELS, level)) for level in BANDS]
        self.level = Segments(rows, band(card.score), theme, text("level"))
        self.score = QSpinBox()
        self.score.setRange(0, 100)
        self.score.setValue(int(card.score))
        self.score.setFont(font(T13))
        self.score.setAccessibleName(text("score"))
        self.why = Line(text("why"))
        self.why.setAccessibleName(text("why"))
        self.why.setText(card.override.why if card.override else "")
        self.warning = label(of_score("kept"), wrap=True)
        ink(self.warning, theme.warn)
        self.give = Button(text("give"), theme, "primary")
        self.back = Button(text("back"), theme)
        self.back.setVisible(card.override is not None or count > 1)
        self.cancel = Button(text("cancel"), theme)
        self._lay_out(text("several", count) if count > 1 else card.title)
        self.level.picked.connect(lambda level: self.score.setValue(20 * BANDS.index(level) + 10))
        self.score.valueChanged.connect(self._follow)
        self.why.textChanged.connect(lambda _: self._follow())
        self.give.clicked.connect(lambda: self._end(float(self.score.value())))
        self.back.clicked.connect(lambda: self._end(None))
        self.cancel.clicked.connect(self.reject)
        self._follow()

    def _lay_out(self, about: str) -> None:
        fit(self)
        self.score.lineEdit().setTextMargins(*INSIDE)
        column, figures, foot = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        told = label(text("told"), wrap=True)
        ink(told, self._theme.text2)
        figures.addWidget(self.level)
        figures.addSpacing(8)
        figures.addWidget(self.score)
        figures.addStretch(1)
        for part in (label(text("title"), T16, 600), label(about, wrap=True), told):
            column.addWidget(part)
        if self._card.override:
            column.addWidget(label(score_bar.by(self._card.override), wrap=True))
        column.addWidget(label(text("now", int(self._computed))))
        column.addLayout(figures)
        column.addWidget(self.why)
        column.addWidget(self.warning)
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.give)
        self.give.setDefault(True)
        column.addLayout(foot)
        self.why.setFocus()  # nothing can be set without it

    def _follow(self) -> None:
        value = self.score.value()
        self.level.pick(band(value), tell=False)
        self.warning.setVisible(self._card.official and value < self._computed)
        self.give.setEnabled(bool(self.why.text().strip()))

    def _end(self, score: float | None) -> None:
        self.answer = (score, self.why.text().strip())
        self.accept()


def _computed(card: Card, detail: CardDetail | None) -> float:
    """The highest computed score of its alerts; what is known of it while they are not read."""
    if detail is not None and detail.card.id == card.id and detail.alerts:
        return max(one.score.value for one in detail.alerts)
    return card.override.computed if card.override else card.score
