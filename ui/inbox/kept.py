"""What people put to a story, as the preview shows it: its tags, its notes, its files."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from osawatch.attached import Attachment
from osawatch.model import CardDetail, HistoryEntry
from ui import words
from ui.flow import Flow
from ui.i18n import mark, say
from ui.marked import MarkedText
from ui.theme import RADIUS_M, T11, Theme
from ui.widgets import Button, Elided, ink, label

CONTEXT = "kept"
TEXTS = {
    "notes": mark("kept", "Notes"),
    "notes_more": mark("kept", "notes: {0}"),
    "by": mark("kept", "{0}  ·  {1}"),
    "tags": mark("kept", "Tags: {0}"),
    "files": mark("kept", "Files ({0})…"),
}
LONGEST = 40  # letters of a tag on its chip; all of them are in its tip


def text(key: str, *values: object) -> str:
    """A sentence about what was put to a story."""
    said = say(CONTEXT, TEXTS[key])
    return said.format(*values) if values else said


def tags(detail: CardDetail) -> tuple[str, ...]:
    """The tags of all alerts of a story, each once."""
    return tuple(dict.fromkeys(tag for one in detail.alerts for tag in one.alert.tags))


def notes(detail: CardDetail) -> list[HistoryEntry]:
    """The notes that stand, the newest first; what was taken back is in the history alone."""
    found = {entry.id: entry for one in detail.alerts for entry in one.notes}
    return sorted(found.values(), key=lambda entry: entry.at, reverse=True)


def note(entry: HistoryEntry) -> tuple[str, str]:
    """Who wrote it and when, and what it says, whole."""
    who = ", ".join(part for part in (entry.actor, entry.post) if part)
    when = words.clock(entry.at)
    said = str(entry.data.get("text") or entry.data.get("note") or "")
    return (text("by", words.foreign(who), when) if who else when), said


def chips(found: Sequence[str], theme: Theme) -> QWidget:
    """The tags beside each other, on more lines where there is no room."""
    body = QWidget()
    body.setAccessibleName(text("tags", ", ".join(found)))
    row = Flow(body, 6)
    for tag in found:
        row.addWidget(_chip(tag, theme))
    return body


def _chip(tag: str, theme: Theme) -> QLabel:
    chip = label(tag if len(tag) <= LONGEST else f"{tag[: LONGEST - 1]}…", T11, 500)
    chip.setToolTip(tag)
    chip.setAccessibleName(tag)
    chip.setStyleSheet(
        f"color: {theme.text}; background: {theme.select};"
        f" border-radius: {RADIUS_M}px; padding: 2px 8px;"
    )
    return chip


def written(found: Sequence[HistoryEntry], theme: Theme) -> QWidget:
    """Notes one below the other: a quiet line of who and when, then all that was written."""
    body = QWidget()
    column = QVBoxLayout(body)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for entry in found:
        who, said = note(entry)
        head = label(who, T11, wrap=True)
        ink(head, theme.text3)
        column.addWidget(head)
        column.addWidget(MarkedText(theme, said))  # breaks a hash too, which a label does not
        column.addSpacing(6)
    return body


def files(found: Sequence[Attachment], theme: Theme, asked: Callable[[], object]) -> QWidget:
    """How many files, a button that opens them, and their names."""
    body = QWidget()
    row = QHBoxLayout(body)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    button = Button(text("files", len(found)), theme, "quiet")
    button.setObjectName("files")
    button.clicked.connect(asked)
    row.addWidget(button)
    names = Elided(T11)
    names.setText(", ".join(words.foreign(one.name) for one in found))
    ink(names, theme.text2)
    row.addWidget(names, 1)
    return body
