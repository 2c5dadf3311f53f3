"""What all sections are put together from: moments, sources, a source in a cell."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from osawatch.briefing.model import Source
from osawatch.model import StoryItem

Name = Callable[[str, str], str]  # (axis, id) -> the name for people
MOST_SOURCES = 4


def moment(at: datetime) -> str:
    """Day and minute, UTC."""
    return f"{at.astimezone(UTC):%Y-%m-%d %H:%M}"


def source(item: StoryItem) -> Source:
    """Title and link alone: press text belongs to its publisher."""
    form = "%Y-%m-%d" if item.precision == "day" else "%Y-%m-%d %H:%M"
    published = item.published.astimezone(UTC).strftime(form) if item.published else ""
    return Source(
        item.publisher or item.source_title, item.title, item.url, published,
        moment(item.first_seen), item.official,
    )  # fmt: skip


def cited(item: StoryItem, said: dict[str, str]) -> str:
    """Publisher and first sight, for a cell of a table."""
    who = item.publisher or item.source_title
    return f"{who}, {said['first_seen'].format(moment(item.first_seen))}"
