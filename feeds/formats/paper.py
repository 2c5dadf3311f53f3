"""Files that a person has: letters (.eml), PDF with a text layer, Word documents (.docx).

bytes -> Paper (title, text, date, language) -> Drafts: a long text in parts, so that all of it is
matched. Nothing in a file is run, fetched or unpacked beyond its limits; pictures are not read.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from feeds import tongue
from feeds.text import clean

from .draft import Draft, Frame, settle_all

PART = 18_000
"""Characters of one part: an entry's text holds 20,000."""
MOST = 60
_TITLE = 200


@dataclass(frozen=True, slots=True)
class Paper:
    """What a file says, as text. `date` as the file writes it."""

    title: str
    text: str
    date: str = ""
    language: str = ""
    authors: tuple[str, ...] = ()
    guid: str = ""
    link: str = ""
    categories: tuple[str, ...] = ()
    papers: tuple[Paper, ...] = field(default=())
    """What is attached to it and can be read as well."""


def settle(paper: Paper, frame: Frame) -> None:
    """Settle a file and what is attached to it into the frame."""
    frame.title = frame.title or paper.title
    settle_all((draft for one in _all(paper) for draft in drafts(one, frame)), frame)


def _all(paper: Paper) -> Iterator[Paper]:
    yield paper
    for one in paper.papers:
        yield from _all(one)


def drafts(paper: Paper, frame: Frame) -> Iterator[Draft]:
    """A file as entries, one for each part of its text."""
    text = paper.text.strip()
    pieces = list(_pieces(text))
    if len(pieces) > MOST:
        frame.notes.note(f"A text is cut after {MOST} parts of {PART} characters", paper.title[:60])
        frame.partial, frame.reason = True, "too_big"
        pieces = pieces[:MOST]
    title = clean(paper.title, _TITLE) or _first_line(text)
    guid = paper.guid or hashlib.sha256(f"{title}\x1f{text}".encode("utf-8", "replace")).hexdigest()
    for number, piece in enumerate(pieces, 1):
        part = f" ({number}/{len(pieces)})" if len(pieces) > 1 else ""
        yield Draft(
            title=title + part,
            title_plain=True,
            summary=piece,
            summary_plain=True,
            guid=guid[:40] if len(pieces) == 1 else f"{guid[:40]}/{number}",
            link=paper.link,
            published=paper.date,
            language=paper.language or tongue.of(text),
            authors=list(paper.authors),
            categories=list(paper.categories),
        )


def _pieces(text: str) -> Iterator[str]:
    """The text in parts that end between words; one empty part of an empty text."""
    while len(text) > PART:
        at = max(text.rfind(sign, PART // 2, PART) for sign in ("\n", ". ", " ", "。"))
        at = at + 1 if at > 0 else PART
        yield text[:at]
        text = text[at:]
    yield text


def _first_line(text: str) -> str:
    for line in text.splitlines():
        if len(line.strip()) > 3:
            return clean(line, _TITLE)
    return clean(text, _TITLE)


def unreadable(frame: Frame, why: str) -> None:
    """Refuse the file with a reason."""
    frame.notes.note(why)
    frame.partial, frame.reason = True, "damaged"
