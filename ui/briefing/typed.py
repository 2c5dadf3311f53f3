"""A text as a person changed it, read as Markdown into blocks, so that any writer takes it.

words -> Qt's reader of Markdown (CommonMark and tables, no HTML) -> its blocks -> ours. What has
no block of its own here (a quotation, code) becomes a paragraph: its form is lost, no word is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextDocument,
    QTextFormat,
    QTextFragment,
    QTextFrame,
    QTextListFormat,
    QTextTable,
)

from osawatch.briefing.blocks import (
    Block,
    Heading,
    Item,
    Items,
    Laid,
    Paragraph,
    Run,
    Runs,
    in_order,
    words_of,
)
from osawatch.briefing.model import Document, Table
from osawatch.briefing.write_md import BAR

READS = (
    QTextDocument.MarkdownFeature.MarkdownDialectGitHub
    | QTextDocument.MarkdownFeature.MarkdownNoHTML
)
NUMBERED = QTextListFormat.Style.ListDecimal
OBJECT, BREAK = "\ufffc", "\u2028"


def laid(words: str, of: Document) -> Laid:
    """The changed text of a document; its marking stays whatever was written."""
    document = QTextDocument()
    document.setMarkdown(words, READS)
    blocks = [_known(one, of) for one in _tabled(_gathered(_blocks(document.rootFrame())))]
    kept = [one for one in blocks if not _says(one, of.marking)]
    return Laid(of.title, of.language, of.marking, in_order(kept, of.title))


def _blocks(frame: QTextFrame) -> Iterator[Block | Item]:
    """In the order of the text; the lines of lists one by one."""
    at = frame.begin()
    while not at.atEnd():
        inner, block = at.currentFrame(), at.currentBlock()
        if isinstance(inner, QTextTable):
            yield _table(inner)
        elif block.isValid():
            yield from _block(block)
        else:
            yield from _blocks(inner)
        at += 1  # Qt's own counter


def _block(block: QTextBlock) -> Iterator[Block | Item]:
    runs, level = _runs(block), block.blockFormat().headingLevel()
    if not words_of(runs).strip():
        return
    if level:
        yield Heading(level, runs)
    elif block.textList() is not None:
        style = block.textList().format()
        number = block.textList().itemNumber(block) + 1 if style.style() == NUMBERED else 0
        yield Item(runs, max(style.indent() - 1, 0), number)
    elif block.blockFormat().hasProperty(QTextFormat.Property.BlockTrailingHorizontalRulerWidth):
        return
    else:
        yield Paragraph(runs)


def _runs(block: QTextBlock) -> Runs:
    made = []
    at = block.begin()
    while not at.atEnd():
        fragment = at.fragment()
        if fragment.isValid():
            made.append(_run(fragment))
        at += 1
    heading = block.blockFormat().headingLevel()
    return tuple(replace(run, bold=run.bold and not heading) for run in made)


def _run(fragment: QTextFragment) -> Run:
    manner = fragment.charFormat()
    words = fragment.text().replace(BREAK, " ")
    if manner.isImageFormat():  # nothing is fetched; what it shows is said
        words = words.replace(OBJECT, manner.toImageFormat().name())
    link = manner.anchorHref() if manner.isAnchor() else ""
    return Run(words, manner.fontWeight() >= QFont.Weight.Bold, manner.fontItalic(), link)


def _gathered(blocks: Iterator[Block | Item]) -> Iterator[Block]:
    """Lines of lists that follow each other are one list."""
    rows: list[Item] = []
    for one in blocks:
        if isinstance(one, Item):
            rows.append(one)
            continue
        if rows:
            yield Items(tuple(_stepped(rows)))
            rows = []
        yield one
    if rows:
        yield Items(tuple(_stepped(rows)))


def _stepped(rows: list[Item]) -> Iterator[Item]:
    """No line is more than one step deeper than the one before it."""
    depth = -1
    for one in rows:
        depth = min(one.depth, depth + 1)
        yield replace(one, depth=depth)


def _tabled(blocks: Iterator[Block]) -> Iterator[Block]:
    """A line in bold right above a table is its caption; else the heading above it is."""
    before: Paragraph | None = None
    heading = ""
    for one in blocks:
        if before is not None and isinstance(one, Table):
            one = replace(one, caption=words_of(before.runs).strip())
        elif before is not None:
            yield before
        elif isinstance(one, Table):
            one = replace(one, caption=heading)
        before = one if isinstance(one, Paragraph) and all(run.bold for run in one.runs) else None
        heading = words_of(one.runs) if isinstance(one, Heading) else heading
        if before is None:
            yield one
    if before is not None:
        yield before


def _table(found: QTextTable) -> Table:
    rows = [
        tuple(_cell(found, row, column) for column in range(found.columns()))
        for row in range(found.rows())
    ]
    head, body = rows[0], rows[1:]
    if len(head) > 1 and body and not head[-1] and all(set(row[-1]) <= {BAR} for row in body):
        bars = tuple(len(row[-1]) for row in body)
        return Table("", head[:-1], tuple(row[:-1] for row in body), bars)
    return Table("", head, tuple(body))


def _cell(found: QTextTable, row: int, column: int) -> str:
    cell = found.cellAt(row, column)
    if (cell.row(), cell.column()) != (row, column):
        return ""  # Qt takes an empty cell for a part of the one before it
    at, words = cell.begin(), []
    while not at.atEnd():
        words.append(words_of(_runs(at.currentBlock())))
        at += 1
    return " ".join(words).strip()


def _known(one: Block, of: Document) -> Block:
    """The warning as the document has it is still the warning."""
    for warning in (of.warning, of.together):
        if _says(one, warning):
            return Paragraph((Run(warning),), "warning")
    return one


def _says(one: Block, words: str) -> bool:
    return bool(words) and isinstance(one, Paragraph) and words_of(one.runs).strip() == words
