"""A briefing as a Word file: real headings and tables, so that it can be edited and read aloud."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from osawatch.briefing import picture
from osawatch.briefing.blocks import (
    Block,
    Heading,
    Items,
    Laid,
    Paragraph,
    Run,
    Runs,
    words_of,
)
from osawatch.briefing.docx_page import LINK, dress, ruled
from osawatch.briefing.model import Table

ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
FIXED = datetime(2000, 1, 1, tzinfo=UTC)  # the file says when it was made; its frame need not
BAR_MM, BAR_HIGH_MM, PAGE_MM = 32, 3, 170
PAD_MM, SIGN_MM = 5, 1.9  # beside the words of a cell; a sign of 9 points, rather too wide
LEAST, LINE, WIDE = 5, 34, 0x2E80  # signs a line in a cell; from here on they are twice as wide
DEPTHS = ("", " 2", " 3")


def write(one: Laid) -> bytes:
    """The document as .docx."""
    import docx

    made = docx.Document()
    made.core_properties.title = _text(one.title)
    made.core_properties.language = one.language
    made.core_properties.author = "OSAwatch"
    made.core_properties.created = made.core_properties.modified = FIXED
    dress(made, _text(one.title), one.language, _text(one.marking))
    above = ""
    for number, block in enumerate(one.blocks):
        _block(made, block, above)
        above = words_of(block.runs) if isinstance(block, Heading) else above
        if not number and one.marking:
            made.add_paragraph().add_run(_text(one.marking)).bold = True
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _block(made: Any, one: Block, above: str) -> None:
    if isinstance(one, Heading):
        _runs(made.add_heading("", one.level - 1), one.runs)
    elif isinstance(one, Paragraph):
        _runs(made.add_paragraph(), one.runs, italic=one.kind == "warning")
    elif isinstance(one, Items):
        for row in one.rows:
            style = "List Number" if row.number else "List Bullet"
            _runs(made.add_paragraph(style=style + DEPTHS[min(row.depth, 2)]), row.runs)
    else:
        _table(made, one, above)


def _runs(paragraph: Any, runs: Runs, *, italic: bool = False) -> None:
    for one in runs:
        if urlsplit(one.url).scheme in ("http", "https"):
            _link(paragraph, one)
        else:
            run = paragraph.add_run(_text(one.words))
            run.bold, run.italic = one.bold or None, (one.italic or italic) or None


def _link(paragraph: Any, one: Run) -> None:
    """Words that lead to an address; the library itself only reads such links."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml.ns import qn
    from docx.shared import RGBColor

    where = paragraph.part.relate_to(_text(one.url), RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = paragraph._p.makeelement(qn("w:hyperlink"), {qn("r:id"): where})  # noqa: SLF001
    run = paragraph.add_run(_text(one.words))
    run.bold, run.italic, run.underline = one.bold or None, one.italic or None, True
    run.font.color.rgb = RGBColor.from_string(LINK)
    link.append(run._r)  # noqa: SLF001 # the run moves into the link
    paragraph._p.append(link)  # noqa: SLF001


def _table(made: Any, one: Table, above: str) -> None:
    if one.caption and one.caption != above:
        told = made.add_paragraph()
        told.add_run(_text(one.caption)).bold = True
        told.paragraph_format.keep_with_next = True
    widths = _widths(one)
    table = made.add_table(rows=1, cols=len(widths), style="Normal Table")
    table.autofit = False
    _fill(table.rows[0], (*one.head, *([""] if one.bars else [])))
    _mark(table.rows[0], "w:tblHeader")
    most = max(one.bars, default=0)
    for number, row in enumerate(one.rows):
        line = table.add_row()
        _fill(line, row)
        _mark(line, "w:cantSplit")
        if one.bars:
            _bar(line.cells[-1], one.bars[number], most)
    _measure(table, widths)
    ruled(table)
    made.add_paragraph().paragraph_format.space_after = 0


def _fill(line: Any, row: tuple[str, ...]) -> None:
    for cell, words in zip(line.cells, row, strict=False):
        cell.text = _text(words)


def _bar(cell: Any, value: int, most: int) -> None:
    from docx.shared import Mm

    if value > 0 and most > 0:
        run = cell.paragraphs[0].add_run()
        shape = run.add_picture(
            io.BytesIO(picture.dot()), Mm(max(BAR_MM * value / most, 0.5)), Mm(BAR_HIGH_MM)
        )
        shape._inline.docPr.set("descr", str(value))  # noqa: SLF001 # what is read aloud


def _widths(one: Table) -> list[float]:
    """Millimetres a column: none is narrower than its longest word, the rest by what it says."""
    room = PAGE_MM - (BAR_MM + PAD_MM if one.bars else 0)
    columns = list(zip(one.head, *one.rows, strict=True))
    least = [_long(word for cell in column for word in cell.split()) for column in columns]
    wanted = [max(low, _long(column)) for low, column in zip(least, columns, strict=True)]
    over = max(room - sum(least), 0)
    more = [want - low for want, low in zip(wanted, least, strict=True)]
    made = [low + over * extra / (sum(more) or 1) for low, extra in zip(least, more, strict=True)]
    made = [width * min(room / sum(made), 1) for width in made]
    return [*made, BAR_MM + PAD_MM] if one.bars else made


def _long(cells: Iterable[str]) -> float:
    """Millimetres that the longest of these takes on a line; a long text takes several."""
    most = max((sum(2 if ord(sign) > WIDE else 1 for sign in cell) for cell in cells), default=0)
    return min(max(most, LEAST), LINE) * SIGN_MM + PAD_MM


def _measure(table: Any, widths: list[float]) -> None:
    from docx.shared import Mm

    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)


def _mark(row: Any, name: str) -> None:
    """`w:tblHeader`: it stands again on each page; `w:cantSplit`: it stays on one page."""
    from docx.oxml.ns import qn

    properties = row._tr.get_or_add_trPr()  # noqa: SLF001 # the library has no other way
    properties.append(properties.makeelement(qn(name), {qn("w:val"): "true"}))


def _text(words: str) -> str:
    """What XML can hold; the rest becomes a sign for it."""
    return ILLEGAL.sub("\ufffd", words)
