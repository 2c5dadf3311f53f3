"""What a page says, to be taken along: as plain text here, as a file to print by `ui.sheet_file`.

a page's words -> Sheet -> as_text (clipboard)
"""

from __future__ import annotations

from dataclasses import dataclass

KINDS = "PDF (*.pdf);;HTML (*.html);;Word (*.docx)"


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
        said = [text for one in part.lines for text in lines_of(one)] or [part.empty]
        lines += ["", part.heading, *filter(None, said)]
    return "\n".join([*lines, "", *sheet.notes, ""])


def file_name(sheet: Sheet) -> str:
    """A name to begin with, of letters and digits, in any script."""
    kept = "".join(one if one.isalnum() else " " for one in sheet.title.lower())
    return f"{'-'.join(kept.split())[:80] or 'osawatch'}.pdf"


def lines_of(one: Line, point: str = "- ") -> list[str]:
    """A line behind its point, and below it where it was read."""
    said = one.said.strip() if not point else one.said
    return [f"{point}{said}", *([f"{' ' * len(point)}{one.source}"] if one.source else [])]
