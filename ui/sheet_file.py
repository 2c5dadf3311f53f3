"""What a page says, as a file to print. Only who saves one reads what lays it out.

Sheet -> laid -> file by the ending of its name
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from osawatch.briefing.blocks import Block, Heading, Item, Items, Laid, Paragraph, Run
from osawatch.briefing.make import as_file
from osawatch.writing import write
from ui.pdf import pdf
from ui.sheet import Sheet, lines_of

FORMATS = ("pdf", "html", "docx", "md")


def printed(sheet: Sheet, language: str, target: Path) -> None:
    """Writes it; an ending that is no format makes a PDF. Call it in a task."""
    ending = target.suffix.lstrip(".").lower()
    form = ending if ending in FORMATS else "pdf"
    write(target, as_file(laid(sheet, language), form, pdf))


def laid(sheet: Sheet, language: str) -> Laid:
    """For any writer."""
    blocks: list[Block] = [Heading(1, (Run(sheet.title),))]
    blocks += _paragraphs((*sheet.opening, " ".join(sheet.notes)))
    if sheet.warning:
        blocks.append(Paragraph((Run(sheet.warning),), "warning"))
    for part in sheet.parts:
        blocks.append(Heading(2, (Run(part.heading),)))
        if part.lines:
            rows = tuple(Item((Run(" ".join(lines_of(one, ""))),)) for one in part.lines)
            blocks.append(Items(rows, part.heading))
        else:
            blocks += _paragraphs([part.empty])
    return Laid(sheet.title, language, "", tuple(blocks))


def _paragraphs(told: Iterable[str]) -> list[Block]:
    return [Paragraph((Run(one),)) for one in told if one]
