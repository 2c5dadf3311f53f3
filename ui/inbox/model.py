"""The list of the inbox: cards."""

from __future__ import annotations

from PySide6.QtCore import QObject

from osawatch.core import Core
from osawatch.model import Card
from ui import words
from ui.inbox import score_words
from ui.rows import RowsModel


class CardsModel(RowsModel):
    """Stories by id."""

    def __init__(self, core: Core, parent: QObject) -> None:
        super().__init__(parent, core.cards, lambda card: card.id, spoken)


def spoken(card: Card) -> str:
    """A row as a screen reader says it: level, impact, confidence and title first."""
    impact, sure = score_words.impact(card.impact), score_words.confidence(card.confidence)
    parts = [
        words.word(words.LEVELS, card.level),
        score_words.text("spoken_impact", impact.lower()) if impact else "",
        score_words.text("spoken_confidence", sure.lower()) if sure else "",
        card.title,
        words.word(words.STATUSES, card.status),
        score_words.text("short_by", card.override.who or score_words.text("somebody"))
        if card.override
        else "",
    ]
    return ", ".join(part for part in parts if part)
