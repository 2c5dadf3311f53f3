"""The list of the inbox: cards."""

from __future__ import annotations

from PySide6.QtCore import QObject

from osawatch.core import Core
from osawatch.model import Card
from ui import words
from ui.inbox.score_words import text as score_text
from ui.rows import RowsModel


class CardsModel(RowsModel):
    """Stories by id."""

    def __init__(self, core: Core, parent: QObject) -> None:
        super().__init__(parent, core.cards, lambda card: card.id, spoken)


def spoken(card: Card) -> str:
    """A row as a screen reader says it: level, score and title first."""
    parts = [
        words.word(words.LEVELS, card.level),
        str(int(card.score)),
        card.title,
        words.word(words.STATUSES, card.status),
        score_text("short_by", card.override.who or score_text("somebody"))
        if card.override
        else "",
    ]
    return ", ".join(part for part in parts if part)
