"""What is shown as a file of one page: PDF, HTML or Word by the ending of its name."""

from __future__ import annotations

from pathlib import Path

from osawatch.briefing.chain_estimate import NODE, estimate
from osawatch.briefing.chain_sheet import sheet
from osawatch.briefing.make import written
from osawatch.briefing.model import Document
from osawatch.core import Core
from osawatch.writing import write
from ui.chains.reading import Answer
from ui.pdf import pdf

KINDS = "PDF (*.pdf);;HTML (*.html);;Word (*.docx)"
FORMATS = ("pdf", "html", "docx", "md")


def suggested(answer: Answer) -> str:
    """A name for the file."""
    return f"{'what-if' if answer.cut else 'scan'}-{answer.node}.pdf"


def printed(core: Core, answer: Answer, target: Path) -> None:
    """The scan of a node, or the what-if; an ending that is no format makes a PDF."""
    ending = target.suffix.lstrip(".").lower()
    form = ending if ending in FORMATS else "pdf"
    write(target, written(_document(core, answer), form, pdf))


def _document(core: Core, answer: Answer) -> Document:
    language, now = core.settings().language, core.now()

    def names(kind: str, key: str) -> str:
        return core.chain.name(key, language) if kind == NODE else core.names(kind, key, language)

    if answer.cut:
        return estimate(answer.cut, names, now, language)
    return sheet(core.chain.scan(answer.node, language), names, now, language)
