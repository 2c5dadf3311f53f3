"""What stands in a ZIP: a Word document, a spreadsheet, or one file of text.

Nothing is unpacked to disk, no member beyond its limit, and names of members are only compared.
"""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from feeds.text import clean
from feeds.xmltree import Element, parse

from . import paper, wire
from .draft import Frame

DOCX = "docx"
MEMBER = 48 << 20
MEMBERS = 10_000
WHOLE = 192 << 20
# What the standard library raises on damaged, locked and unknown archives.
FAULTS = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, LookupError, ValueError,
    EOFError, OSError, RuntimeError, OverflowError,
)  # fmt: skip
_MAIN, _CORE = "word/document.xml", "docProps/core.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def kind(body: bytes) -> str:
    """`docx`, `sheet`, `text` (one file that is neither), or "" of anything else."""
    try:
        with zipfile.ZipFile(BytesIO(body)) as archive:
            names = archive.namelist()
            whole = sum(one.file_size for one in archive.infolist())
    except FAULTS:
        return ""
    if len(names) > MEMBERS or whole > WHOLE:
        return ""
    if _MAIN in names:
        return DOCX
    if "xl/workbook.xml" in names or "xl/workbook.bin" in names or "content.xml" in names:
        return "sheet"
    return "text" if len(names) == 1 and not names[0].endswith("/") else ""


def only(body: bytes) -> bytes | None:
    """The one file of an archive; None when it cannot be had within the limit."""
    try:
        with zipfile.ZipFile(BytesIO(body)) as archive:
            return member(archive, archive.namelist()[0])
    except FAULTS:
        return None


def member(archive: zipfile.ZipFile, name: str) -> bytes | None:
    """A file of an archive, never longer than it says nor than the limit."""
    try:
        with archive.open(name) as file:
            found = file.read(MEMBER + 1)
    except FAULTS:
        return None
    return found if len(found) <= MEMBER else None


def read(body: bytes, frame: Frame) -> None:
    """Read the text of a Word document into the frame."""
    frame.format = DOCX
    found = of(body)
    if found is None:
        paper.unreadable(frame, "The Word document is damaged or too large")
    elif not found.text.strip():
        paper.unreadable(frame, "The Word document holds no text")
    else:
        paper.settle(found, frame)


def of(body: bytes) -> paper.Paper | None:
    """The text of a Word document; None when it cannot be read."""
    try:
        with zipfile.ZipFile(BytesIO(body)) as archive:
            main, core = member(archive, _MAIN), member(archive, _CORE)
    except FAULTS:
        return None
    root = _tree(main)
    if root is None:
        return None
    facts = _tree(core)
    lines = list(_paragraphs(root))
    styled = next((text for style, text in lines if style.startswith(("Title", "Heading"))), "")
    return paper.Paper(
        title=_fact(facts, "title") or styled,
        text="\n".join(text for _, text in lines),
        date=_fact(facts, "modified") or _fact(facts, "created"),
        language=_fact(facts, "language")[:2].lower(),
        authors=tuple(name for name in (_fact(facts, "creator"),) if name),
    )


def _tree(body: bytes | None) -> Element | None:
    if not body:
        return None
    text = body.decode("utf-8-sig", "replace")
    if "<!DOCTYPE" in text[:4_000]:  # Word never writes one
        return None
    return parse(text)[0]


def _paragraphs(root: Element) -> Iterator[tuple[str, str]]:
    """Each paragraph as its style and its text; what is struck out by a revision is left out."""
    for paragraph in root.iter(f"{_W}p"):
        style = next((wire.attribute(one, "val") for one in paragraph.iter(f"{_W}pStyle")), "")
        text = "".join(_runs(paragraph)).strip()
        if text:
            yield style, text


def _runs(paragraph: Element) -> Iterator[str]:
    for element in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}cr"):
        yield (element.text or "") if element.tag == f"{_W}t" else " "


def _fact(facts: Element | None, name: str) -> str:
    found = None if facts is None else next(facts.iter(f"{{*}}{name}"), None)
    return "" if found is None else clean(found.text or "", 300)
