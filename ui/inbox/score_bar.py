"""The score in the preview: number, scale, its parts, what is to be known about it.

Each part is a widget of its own, so that each has its own explanation.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from osawatch.model import BANDS, Alert, Override, Score, band
from ui import paint, words
from ui.i18n import figure
from ui.inbox.explain import Factor
from ui.inbox.score_words import PARTS, name, text
from ui.strips import Painted
from ui.theme import T11, T20, Theme, font
from ui.widgets import Button, ink, label

RIGHT = Qt.AlignmentFlag.AlignRight
SCALE, PART, BETWEEN = 32, 46, 12


@dataclass(frozen=True, slots=True)
class Note:
    """A line under the bar: which part it belongs to, its words, whether it is a warning."""

    part: str
    words: str
    warns: bool = False


class ScoreBar(QWidget):
    """The score that counts, and under it what it was computed from."""

    def __init__(self, alert: Alert, score: Score, factors: Sequence[Factor], theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(explained(scale(alert.score, theme), text("score"), text("scale")))
        self.parts = [explained(factor(one, theme), text(one.part)) for one in factors]
        column.addWidget(Factors(self.parts, max((long(one) for one in factors), default=0)))
        for note in notes(alert, score):
            line = label(note.words, T11, wrap=True)
            ink(line, theme.warn if note.warns else theme.text2)
            column.addWidget(explained(line, text(note.part)))
        self._told = self._list()
        self.button = Button(text("explain"), theme, "quiet")
        self.button.clicked.connect(self._turn)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._told)

    def _list(self) -> QWidget:
        """All explanations at once: for those who have no pointer to hover with."""
        said = "\n\n".join(f"{name(part)}. {text(part)}" for part in PARTS)
        told = label(said, T11, wrap=True)
        ink(told, self._theme.text2)
        told.hide()
        return told

    def _turn(self) -> None:
        shows = self._told.isHidden()
        self._told.setVisible(shows)
        self.button.setText(text("hide" if shows else "explain"))


class Factors(QWidget):
    """The parts side by side, on more lines where one would lie over its figure."""

    def __init__(self, parts: Sequence[QWidget], least: int) -> None:
        super().__init__()
        self._parts, self._least, self._columns = parts, least, 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(BETWEEN)
        for part in parts:
            part.setMinimumWidth(40)
        self._arrange(len(parts))

    def _fits(self) -> int:
        """How many have room on a line."""
        each = max(1, self._least + BETWEEN)
        return max(1, min(len(self._parts), (self.width() + BETWEEN) // each))

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for at, part in enumerate(self._parts):
            self._grid.addWidget(part, at // columns, at % columns)
            self._grid.setColumnStretch(at, 1 if at < columns else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More room, or less."""
        super().resizeEvent(event)
        self._arrange(self._fits())


def long(one: Factor) -> int:
    """Pixels of its name and its figure beside each other."""
    name_, figure_ = (QFontMetrics(font(T11, weight, tnum=True)) for weight in (400, 600))
    return name_.horizontalAdvance(one.name) + figure_.horizontalAdvance(one.figure) + 8


def notes(alert: Alert, score: Score) -> tuple[Note, ...]:
    """What is to be known beside the figures."""
    found = []
    if said := alert.override:
        found += [Note("score", by(said)), Note("vector", _computed(alert, score))]
        if alert.official and said.lowers:
            found.append(Note("score", text("kept"), warns=True))
    elif (lies := band(alert.score)) != alert.level:
        level = words.word(words.LEVELS, alert.level)
        found.append(Note("score", text("ruled", level, words.word(words.LEVELS, lies))))
    if score.low is not None and score.high is not None:
        found.append(Note("dependency", text("band_of", int(score.low), int(score.high))))
    if "cap" in score.reasons:
        found.append(Note("confidence", text("capped")))
    if score.parts:
        found.append(Note("impact", text("impact_of", int(score.parts.get("impact", 0)))))
    return tuple(found)


def by(said: Override) -> str:
    """Who gave which score, when and why."""
    who = ", ".join(part for part in (said.who, said.post) if part) or text("somebody")
    return text("by", who, int(said.score), words.clock(said.at), words.foreign(said.why))


def _computed(alert: Alert, score: Score) -> str:
    low = "" if score.low is None else f" ({int(score.low)}-{int(score.high or 0)})"
    level = words.word(words.LEVELS, alert.ruled).lower()
    return text("computed", f"{figure(int(score.value))}{low}", level)


def explained(widget: QWidget, *said: str) -> QWidget:
    """With a tool tip and a What's This in plain words, read out as well."""
    told = "\n".join(said)
    widget.setToolTip(told)
    widget.setWhatsThis(told)
    widget.setAccessibleDescription(told)
    return widget


def scale(value: float, theme: Theme) -> Painted:
    """The number and the scale with its five bands."""

    def face(p: QPainter, r: QRectF, t: Theme) -> None:
        number = font(T20, 600, tnum=True)
        paint.text(p, QRectF(0, 0, 44, 28), str(min(99, int(value))), number, t.text)
        _bands(p, QRectF(48, 4, r.width() - 48, 24), value, t)

    said = f"{name('score')}: {int(value)}, {words.word(words.LEVELS, band(value))}"
    return Painted(SCALE, face, theme, said)


def _bands(p: QPainter, r: QRectF, value: float, t: Theme) -> None:
    width = r.width() / len(BANDS)
    for i, level in enumerate(BANDS):
        x = r.x() + i * width
        paint.box(p, QRectF(x, r.y(), width - 2, 8), t.levels[level].ground, 2)
        here = level == band(value)
        colour, weight = (t.text, 600) if here else (t.text3, 400)
        where = QRectF(x, r.y() + 10, width, 14)
        paint.text(p, where, words.word(words.LEVELS, level), font(T11, weight), colour)
    at = r.x() + r.width() * min(max(value, 1.0), 99.0) / 100 - 3
    p.setPen(QPen(t.c("surface"), 2))
    p.setBrush(t.c("text"))
    p.drawRoundedRect(QRectF(at, r.y() - 3, 6, 14), 3, 3)
    p.setPen(Qt.PenStyle.NoPen)


def factor(one: Factor, theme: Theme) -> Painted:
    """A part of the score: name, figure, bar, what it rests on."""

    def face(p: QPainter, r: QRectF, t: Theme) -> None:
        room = QRectF(0, 2, r.width(), 16)
        paint.text(p, room, one.name, font(T11, tnum=True), t.text2)
        paint.text(p, room, one.figure, font(T11, 600, tnum=True), t.text, RIGHT)
        paint.bar(p, QRectF(0, 20, r.width(), 4), one.share, t.accent, t)
        paint.text(p, QRectF(0, 27, r.width() + 8, 16), one.reason, font(T11), t.text3)

    return Painted(PART, face, theme, f"{one.name} {one.figure}, {one.reason}")
