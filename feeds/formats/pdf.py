"""PDF with a text layer, read by pypdf. A scan has none, and is refused by that name."""

from __future__ import annotations

import logging
import re
import warnings
from io import BytesIO

from feeds.text import clean

from . import paper
from .draft import Frame

FORMAT = "pdf"
PAGES = 400
_LONGEST = paper.PART * paper.MOST
_DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)")
_NO_TITLE = re.compile(r"untitled|microsoft word|\S+\.(?:docx?|indd|pdf|qxd|pmd)\Z|\W*\Z", re.I)


def read(body: bytes, frame: Frame) -> None:
    """Read the text of a PDF into the frame."""
    frame.format = FORMAT
    try:
        found = of(body)
    except Exception as error:  # noqa: BLE001 # a stranger's file: pypdf raises what it likes
        paper.unreadable(frame, f"The PDF cannot be read: {clean(str(error), 100)}")
        return
    if not found.text.strip():
        paper.unreadable(frame, "The PDF has no text layer: it is a scan or a picture")
        return
    paper.settle(found, frame)


def of(body: bytes) -> paper.Paper:
    """The text of a PDF. Raises whatever pypdf raises."""
    import pypdf

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        reader = pypdf.PdfReader(BytesIO(body), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise ValueError("it is locked with a password")
        text = _text(reader.pages)
        facts = {name: str(value) for name, value in (reader.metadata or {}).items()}
        spoken = reader.root_object.get("/Lang")
    title = clean(facts.get("/Title", ""), 300)
    date = _DATE.match(facts.get("/CreationDate", ""))
    return paper.Paper(
        title="" if _NO_TITLE.match(title) else title,
        text=text,
        date="-".join(date.groups()) if date else "",
        language=str(spoken or "")[:2].lower(),
    )


def _text(pages: object) -> str:
    parts: list[str] = []
    length = 0
    for number, page in enumerate(pages):  # type: ignore[arg-type, var-annotated] # lazy list
        text = page.extract_text() or ""
        parts.append(re.sub(r"(?<=[^\W\d_])-\n(?=[^\W\d_])", "", text))
        length += len(text)
        if number + 1 >= PAGES or length > _LONGEST:
            break
    return "\n".join(parts)
