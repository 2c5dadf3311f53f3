"""GDELT DOC 2.0: lists of articles (ArtList), as served or as the bare list.

An article has an address and a title, no id and no summary; `seendate` is when it was crawled.
Titles come in tokens ("U . S . ban , again"). Timelines hold counts and no articles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from feeds.jsontext import Value, array, record, text
from feeds.text import plain

from .draft import Draft, Frame, settle_all

FORMAT = "gdelt-doc-2.0"
_DOTS = re.compile(r"\b(\w) \.(?= |$)")
_LETTERS = re.compile(r"(?<=\b\w\.) (?=\w\.)")
_BEFORE = re.compile(r" +([,.;:!?%)\]’”»])")
_BEHIND = re.compile(r"([(\[“«$€£]) +")
_APOSTROPHE = re.compile(r" ?(['’]) ?(?=(?:s|t|re|ve|ll|d|m)\b)")
# As GDELT writes languages; its own names, in English.
_LANGUAGES = {
    "arabic": "ar", "chinese": "zh", "chineset": "zh", "dutch": "nl", "english": "en",
    "french": "fr", "german": "de", "indonesian": "id", "italian": "it", "japanese": "ja",
    "korean": "ko", "norwegian": "no", "persian": "fa", "polish": "pl", "portuguese": "pt",
    "romanian": "ro", "russian": "ru", "spanish": "es", "swedish": "sv", "thai": "th",
    "turkish": "tr", "ukrainian": "uk", "urdu": "ur", "vietnamese": "vi",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Article:
    """An article as the service has it."""

    url: str
    title: str
    seendate: str
    domain: str
    language: str
    sourcecountry: str

    @classmethod
    def of(cls, found: dict[str, Value]) -> Article:
        """From one object of the list."""
        return cls(*(text(found.get(name)) for name in cls.__slots__))


def fits(value: Value) -> bool:
    """Whether this is a list of articles, or a timeline."""
    if isinstance(value, dict):
        return isinstance(value.get("articles"), list) or isinstance(value.get("timeline"), list)
    entries = array(value)[:20]
    return bool(entries) and (
        all({"url", "seendate"} <= record(entry).keys() for entry in entries) or _counts(entries)
    )


def read(value: Value, frame: Frame) -> None:
    """Read the articles into the frame."""
    frame.format, frame.title = FORMAT, "GDELT"
    entries = array(record(value).get("articles")) if isinstance(value, dict) else array(value)
    if "timeline" in record(value) or _counts(entries[:20]):
        frame.notes.note("A timeline of GDELT: counts, no articles")
        frame.partial, frame.reason = True, "not_a_feed"
        return
    settle_all(_drafts(entries), frame)


def _counts(entries: list[Value]) -> bool:
    return bool(entries) and all(
        {"date", "value"} <= record(entry).keys() and "url" not in record(entry)
        for entry in entries
    )


def _drafts(entries: list[Value]) -> Iterator[Draft]:
    for entry in entries:  # one that stands twice is one item to whoever stores it: its id is one
        article = Article.of(record(entry))
        yield Draft(
            title=untokenised(article.title),
            title_plain=True,
            link=article.url,
            guid=article.url,
            published=article.seendate,
            language=_LANGUAGES.get(article.language.casefold(), ""),
            publisher=article.domain,
            categories=[article.sourcecountry] if article.sourcecountry else [],
        )


def untokenised(title: str) -> str:
    """A title as it was before somebody set blanks around its signs."""
    title = _DOTS.sub(r"\1.", plain(title, 1000))
    title = _LETTERS.sub("", title)
    title = _BEHIND.sub(r"\1", _BEFORE.sub(r"\1", title))
    return _APOSTROPHE.sub(r"\1", title)
