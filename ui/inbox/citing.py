"""One line that says where something was read, to be put into a note or a telegram."""

from __future__ import annotations

import hashlib

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
    """Publisher, original title, date, link, when it was retrieved, hash of what is kept."""
    said = {key: say("cite", text) for key, text in TEXTS.items()}
    day = moment(item.published, "d MMMM yyyy") if item.published else said["no_day"]
    parts = (
        words.foreign(item.publisher or item.source_title),
        said["title"].format(words.foreign(item.title)), day, item.url,
        said["retrieved"].format(f"{item.first_seen:%Y-%m-%d %H:%M}"),
        said["hash"].format(digest(item)),
    )  # fmt: skip
    return ", ".join(part for part in parts if part)


def digest(item: StoryItem) -> str:
    """SHA-256 over title, a line break and the text, in UTF-8."""
    return hashlib.sha256(f"{item.title}\n{item.summary}".encode()).hexdigest()
