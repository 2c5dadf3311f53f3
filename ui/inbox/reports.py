"""The reports of a story as choices: which of them was wrong, or was not after all."""

from __future__ import annotations

from osawatch.model import CardDetail, StoryItem
from ui.inbox import explain

MOST, LONG = 9, 60


def choices(detail: CardDetail) -> list[tuple[str, str, str]]:
    """Digit, words and id of each; one that was called wrong is offered to be taken back."""
    wrong = explain.called_wrong(detail.history)
    return [
        (str(number), _said(one, called=one.id in wrong), one.id)
        for number, one in enumerate(detail.story[:MOST], 1)
    ]


def chosen(detail: CardDetail, item: str) -> tuple[StoryItem | None, bool]:
    """The report of that id, and whether it is to be called wrong now (else taken back)."""
    found = next((one for one in detail.story if one.id == item), None)
    return found, item not in explain.called_wrong(detail.history)


def _said(item: StoryItem, *, called: bool) -> str:
    who = item.publisher or item.source_title or item.source
    title = item.title if len(item.title) <= LONG else f"{item.title[: LONG - 1]}…"
    said = f"{who}: {title}"
    return f"{said} ({explain.text('not_wrong')})" if called else said
