"""The scan of a node as a file: PDF, HTML or Word by the ending of its name."""

from __future__ import annotations

from pathlib import Path

from osawatch.briefing.chain_sheet import sheet
from osawatch.briefing.make import written
from osawatch.bundle.exchange import write
from osawatch.core import Core
from ui.pdf import pdf

FORMATS = ("pdf", "html", "docx", "md")


def printed(core: Core, node: str, target: Path) -> None:
    """One page; an ending that is no format makes a PDF."""
    ending = target.suffix.lstrip(".").lower()
    form = ending if ending in FORMATS else "pdf"
    language = core.settings().language
    found = core.chain.scan(node, language)
    document = sheet(found, core.names, core.now(), language)
    write(target, written(document, form, pdf))
