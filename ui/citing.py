"""One line that says where something was read, to be put into a note or a telegram."""

from __future__ import annotations

import hashlib
from datetime import datetime

from osawatch.model import StoryItem
from ui import words
from ui.i18n import mark, moment, say

TEXTS = {
    "title": mark("cite", "“{0}”"),
    "no_day": mark("cite", "undated"),
    "retrieved": mark("cite", "retrieved {0} UTC"),
    "hash": mark("cite", "SHA-256 of title and text as kept: {0}"),
}


def citation(item: StoryItem) -> str:
    """A source of a story."""
    publisher = item.publisher or item.source_title
    return cite(publisher, item.title, item.summary, item.url, item.published, item.first_seen)


def cite(
    publisher: str, title: str, summary: str, url: str, published: datetime | None, seen: datetime
) -> str:
    """Publisher, original title, date, link, when it was retrieved, hash of what is kept."""
    said = {key: say("cite", text) for key, text in TEXTS.items()}
    day = moment(published, "d MMMM yyyy") if published else said["no_day"]
    parts = (
        words.foreign(publisher),
        said["title"].format(words.foreign(title)), day, url,
        said["retrieved"].format(f"{seen:%Y-%m-%d %H:%M}"),
        said["hash"].format(digest(title, summary)),
    )  # fmt: skip
    return ", ".join(part for part in parts if part)


def digest(title: str, summary: str) -> str:
    """SHA-256 over title, a line break and the text, in UTF-8."""
    return hashlib.sha256(f"{title}\n{summary}".encode()).hexdigest()
