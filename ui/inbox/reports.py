"""The reports of a story as choices: which of them was wrong, or was not after all."""

from __future__ import annotations

from osawatch.model import CardDetail, StoryItem
from ui.inbox import explain

MOST, LONG = 9, 60
KEYS = "123456789abcdefghijklmnopqrstuvwxyz"  # of all; reports beyond have the same ones again
ALL = "*"  # in place of an id


def choices(detail: CardDetail, *, whole: bool = False) -> list[tuple[str, str, str]]:
    """Key, words and id of each; one that was called wrong is offered to be taken back.

    The first nine, and then a row that leads to all of them (`whole`) where there are more.
    """
    wrong = explain.called_wrong(detail.history)
    shown = detail.story if whole else detail.story[:MOST]
    rows = [
        (KEYS[at % len(KEYS)].upper(), _said(one, called=one.id in wrong), one.id)
        for at, one in enumerate(shown)
    ]
    if len(shown) < len(detail.story):
        rows.append(("0", explain.text("show_all", len(detail.story)), ALL))
    return rows


def chosen(detail: CardDetail, item: str) -> tuple[StoryItem | None, bool]:
    """The report of that id, and whether it is to be called wrong now (else taken back)."""
    found = next((one for one in detail.story if one.id == item), None)
    return found, item not in explain.called_wrong(detail.history)


def _said(item: StoryItem, *, called: bool) -> str:
    who = item.publisher or item.source_title or item.source
    title = item.title if len(item.title) <= LONG else f"{item.title[: LONG - 1]}…"
    said = f"{who}: {title}"
    return f"{said} ({explain.text('not_wrong')})" if called else said
