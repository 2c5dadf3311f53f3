"""What Chinese ministries' pages fetch for themselves: search trees, and HTML within JSON."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from feeds.jsontext import Value, array, record, text
from feeds.recipe import Page

from . import page
from .draft import Draft, Frame, settle_all

FORMAT = "cn-search"


def fits(value: Value) -> bool:
    """Whether this is a search tree, or a piece of a page in an envelope."""
    data = record(record(value).get("data"))
    return isinstance(data.get("searchResult"), dict) or "<" in text(data.get("html"))


def read(value: Value, frame: Frame) -> None:
    """Read the hits into the frame."""
    data = record(record(value).get("data"))
    if text(data.get("html")):
        frame.recipe = replace(frame.recipe, page=frame.recipe.page or Page())
        page.read(text(data["html"]), frame)
        return
    frame.format, frame.language = FORMAT, "zh"
    frame.base = frame.url
    tree = record(data.get("searchResult"))
    if not isinstance(tree.get("dataResults"), list):
        frame.notes.note("The list of hits is missing")
        frame.partial, frame.reason = True, "format_changed"
        return
    settle_all(_drafts(tree), frame)


def _drafts(tree: dict[str, Value]) -> Iterator[Draft]:
    for result in array(tree.get("dataResults")):
        for group in array(record(result).get("groupData")):
            found = record(record(group).get("data"))
            number = text(found.get("filenumbername"))
            yield Draft(
                title=text(found.get("title")),
                summary=" ".join(part for part in (number, text(found.get("infocontent"))) if part),
                link=text(found.get("url")),
                guid=text(found.get("url")),
                published=text(found.get("jsearch_date")) or text(found.get("publishtime")),
                categories=[number] if number else [],
            )
