"""A country's page as a file to print: PDF, HTML or Word by the ending of its name."""

from __future__ import annotations

from pathlib import Path

from osawatch.agenda.country import Country
from osawatch.briefing.blocks import Block, Heading, Item, Items, Laid, Paragraph, Run
from osawatch.briefing.make import as_file
from osawatch.bundle.exchange import write
from ui.country.words import as_of, parts, text
from ui.names import Names
from ui.pdf import pdf

KINDS = "PDF (*.pdf);;HTML (*.html);;Word (*.docx)"
FORMATS = ("pdf", "html", "docx", "md")


def printed(found: Country, names: Names, every: int, language: str, target: Path) -> None:
    """Writes the page; an ending that is no format makes a PDF."""
    ending = target.suffix.lstrip(".").lower()
    form = ending if ending in FORMATS else "pdf"
    write(target, as_file(laid(found, names, every, language), form, pdf))


def laid(found: Country, names: Names, every: int, language: str) -> Laid:
    """The page for any writer."""
    name = names.of("country", found.code)
    blocks: list[Block] = [Heading(1, (Run(name),)), Paragraph((Run(" ".join(as_of(found))),))]
    blocks.append(Paragraph((Run(text("warning")),), "warning"))
    for part in parts(found, names, every):
        blocks.append(Heading(2, (Run(part.heading),)))
        if part.lines:
            rows = tuple(Item((Run(one.said.strip()),)) for one in part.lines)
            blocks.append(Items(rows, part.heading))
        else:
            blocks.append(Paragraph((Run(part.empty),)))
    return Laid(name, language, "", tuple(blocks))
