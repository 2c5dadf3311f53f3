"""A briefing as a Word file: real headings and tables, so that it can be edited and read aloud."""

from __future__ import annotations

import io
import re
from datetime import UTC, datetime
from typing import Any

from osawatch.briefing.model import Document, Entry, Source, Table

ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
FIXED = datetime(2000, 1, 1, tzinfo=UTC)  # the file says when it was made; its frame need not


def write(one: Document) -> bytes:
    """The document as .docx."""
    import docx
    from docx.oxml.ns import qn

    made = docx.Document()
    made.core_properties.title = _text(one.title)
    made.core_properties.language = one.language
    made.core_properties.author = "OSAwatch"
    made.core_properties.created = made.core_properties.modified = FIXED
    normal = made.styles["Normal"].element.get_or_add_rPr()
    tongue = normal.makeelement(qn("w:lang"), {qn("w:val"): one.language})
    normal.append(tongue)
    made.add_heading(_text(one.title), 0)
    made.add_paragraph(_text(one.subtitle))
    if one.marking:
        made.add_paragraph().add_run(_text(one.marking)).bold = True
        made.sections[0].header.paragraphs[0].text = _text(one.marking)
    made.add_paragraph().add_run(_text(one.warning)).italic = True
    for section in one.sections:
        made.add_heading(_text(section.title), 1)
        if section.lead:
            made.add_paragraph(_text(section.lead))
        if not section.parts:
            made.add_paragraph(_text(section.empty))
        for part in section.parts:
            if isinstance(part, Table):
                _table(made, part)
            else:
                _entry(made, part, one.words)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _entry(made: Any, one: Entry, words: dict[str, str]) -> None:
    made.add_heading(_text(one.title), 2)
    made.add_paragraph(_text("; ".join(one.facts)))
    for source in one.sources:
        made.add_paragraph(_source(source, words), style="List Bullet")


def _source(one: Source, words: dict[str, str]) -> str:
    told = [one.publisher, words["official"] if one.official else ""]
    told += [words["published"].format(one.published) if one.published else ""]
    told += [words["first_seen"].format(one.first_seen), one.url]
    return _text(f"{one.title} ({', '.join(part for part in told if part)})")


def _table(made: Any, one: Table) -> None:
    if one.caption:
        made.add_paragraph(_text(one.caption)).runs[0].bold = True
    table = made.add_table(rows=1, cols=len(one.head), style="Light Grid Accent 1")
    for cell, words in zip(table.rows[0].cells, one.head, strict=True):
        cell.text = _text(words)
    _repeat(table.rows[0])
    for row in one.rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = _text(words)
    made.add_paragraph()


def _repeat(row: Any) -> None:
    """The head of a table stands again on each page, and screen readers know it for one."""
    from docx.oxml.ns import qn

    properties = row._tr.get_or_add_trPr()  # noqa: SLF001 # the library has no other way
    properties.append(properties.makeelement(qn("w:tblHeader"), {qn("w:val"): "true"}))


def _text(words: str) -> str:
    """What XML can hold; the rest becomes a sign for it."""
    return ILLEGAL.sub("\ufffd", words)
