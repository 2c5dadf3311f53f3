"""PDF with a text layer, read by pypdf. A scan has none, and is refused by that name."""

from __future__ import annotations

import logging
import re
import time
import warnings
from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from feeds.text import clean

from . import paper
from .draft import Frame

if TYPE_CHECKING:
    from pypdf import PageObject

FORMAT = "pdf"
PAGES = 400
PATIENCE = 30.0  # seconds: pages of drawings can take very long
_LONGEST = paper.PART * paper.MOST
_DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)")
_NO_TITLE = re.compile(r"untitled|microsoft word|\S+\.(?:docx?|indd|pdf|qxd|pmd)\Z|\W*\Z", re.I)


def read(body: bytes, frame: Frame) -> None:
    """Read the text of a PDF into the frame."""
    frame.format = FORMAT
    try:
        found, pages = of(body)
    except Exception as error:  # noqa: BLE001 # a stranger's file: pypdf raises what it likes
        paper.unreadable(frame, f"The PDF cannot be read: {clean(str(error), 100)}")
        return
    if not found.text.strip():
        paper.unreadable(frame, "The PDF has no text layer: it is a scan or a picture")
        return
    if pages:
        frame.notes.note(f"Only the first {pages} pages of the PDF are read")
        frame.partial, frame.reason = True, "too_big"
    paper.settle(found, frame)


def of(body: bytes) -> tuple[paper.Paper, int]:
    """The text of a PDF, and how many pages were read if not all. Raises whatever pypdf raises."""
    import pypdf

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        reader = pypdf.PdfReader(BytesIO(body), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise ValueError("it is locked with a password")
        text, pages = _text(reader.pages)
        facts = {name: str(value) for name, value in (reader.metadata or {}).items()}
        spoken = reader.root_object.get("/Lang")
    title = clean(facts.get("/Title", ""), 300)
    date = _DATE.match(facts.get("/CreationDate", ""))
    made = paper.Paper(
        title="" if _NO_TITLE.match(title) else title,
        text=text,
        date="-".join(date.groups()) if date else "",
        language=str(spoken or "")[:2].lower(),
    )
    return made, pages


def _text(pages: Sequence[PageObject]) -> tuple[str, int]:
    """The words of the pages, and how many were read, 0 for all."""
    parts: list[str] = []
    length = 0
    began = time.monotonic()
    for number, page in enumerate(pages, 1):
        text = page.extract_text() or ""
        parts.append(re.sub(r"(?<=[^\W\d_])-\n(?=[^\W\d_])", "", text))
        length += len(text)
        tired = number >= PAGES or length > _LONGEST or time.monotonic() - began > PATIENCE
        if tired and number < len(pages):
            return "\n".join(parts), number
    return "\n".join(parts), 0
