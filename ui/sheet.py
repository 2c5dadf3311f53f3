"""What a page says, to be taken along: as plain text, or as a file to print.

a page's words -> Sheet -> as_text (clipboard), laid -> file by the ending of its name
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from osawatch.briefing.blocks import Block, Heading, Item, Items, Laid, Paragraph, Run
from osawatch.briefing.make import as_file
from osawatch.writing import write
from ui.pdf import pdf

KINDS = "PDF (*.pdf);;HTML (*.html);;Word (*.docx)"
FORMATS = ("pdf", "html", "docx", "md")


@dataclass(frozen=True, slots=True)
class Line:
    """A line; `card` is a story that it opens, `place` a page.

    `source` says where it was read: it goes along on paper and on the clipboard.
    """

    said: str
    card: str = ""
    place: str = ""
    source: str = ""

    @property
    def leads(self) -> bool:
        """Whether it opens something."""
        return bool(self.card or self.place)


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and its lines; when there are none, `empty` says what was looked at."""

    heading: str
    lines: tuple[Line, ...] = ()
    empty: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """All of a page. `notes` say when it was read and how far was looked; `warning` goes on paper.

    `opening`: lines before the first part, such as the text of an item.
    """

    title: str
    parts: tuple[Part, ...]
    notes: tuple[str, ...] = ()
    opening: tuple[str, ...] = ()
    warning: str = ""


def as_text(sheet: Sheet) -> str:
    """For the clipboard."""
    lines = [sheet.title, *sheet.opening]
    for part in sheet.parts:
        said = [text for one in part.lines for text in _lines(one)] or [part.empty]
        lines += ["", part.heading, *filter(None, said)]
    return "\n".join([*lines, "", *sheet.notes, ""])


def file_name(sheet: Sheet) -> str:
    """A name to begin with, of letters and digits, in any script."""
    kept = "".join(one if one.isalnum() else " " for one in sheet.title.lower())
    return f"{'-'.join(kept.split())[:80] or 'osawatch'}.pdf"


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
            rows = tuple(Item((Run(" ".join(_lines(one, ""))),)) for one in part.lines)
            blocks.append(Items(rows, part.heading))
        else:
            blocks += _paragraphs([part.empty])
    return Laid(sheet.title, language, "", tuple(blocks))


def _lines(one: Line, point: str = "- ") -> list[str]:
    said = one.said.strip() if not point else one.said
    return [f"{point}{said}", *([f"{' ' * len(point)}{one.source}"] if one.source else [])]


def _paragraphs(told: Iterable[str]) -> list[Block]:
    return [Paragraph((Run(one),)) for one in told if one]
