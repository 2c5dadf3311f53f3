"""The toolbox as a matrix: building blocks by offensive, defensive or both."""

from __future__ import annotations

from html import escape

from osawatch.chain.instruments import KINDS, matrix
from osawatch.chain.model import Instrument, Toolbox
from ui.i18n import mark, say
from ui.theme import Theme

CONTEXT = "toolbox"
TEXTS = {
    "title": mark("toolbox", "Instruments by building block"),
    "lead": mark(
        "toolbox",
        "Strong: fits the sector of {0}. An asterisk: newer than the letter of 2022. The kind is"
        " the reading of the watchlist's makers; the letter says that the split is for simplicity.",
    ),
    "lead_all": mark(
        "toolbox",
        "All instruments of the watchlist; ask for a good to see which fit its sector. An asterisk:"
        " newer than the letter of 2022. The kind is the reading of the watchlist's makers.",
    ),
    "block": mark("toolbox", "Building block"),
    "offensive": mark("toolbox", "Offensive"),
    "defensive": mark("toolbox", "Defensive"),
    "both": mark("toolbox", "Both"),
    "none": mark("toolbox", "None"),
}


def text(key: str, *values: object) -> str:
    """A text of the matrix."""
    said = say(CONTEXT, TEXTS[key])
    return said.format(*values) if values else said


def page(box: Toolbox, fit: frozenset[str], good: str, language: str, theme: Theme) -> str:
    """The matrix as HTML for a text view; what fits the good stands out."""
    cells = matrix(box.instruments, box.blocks)
    head = "".join(f"<th align='left'>{escape(text(key))}</th>" for key in ("block", *KINDS))
    rows = "".join(
        f"<tr><td width='16%'><b>{escape(_named(names, language))}</b></td>"
        + "".join(
            f"<td width='28%'>{_cell(cells[block, kind], fit, language, theme)}</td>"
            for kind in KINDS
        )
        + "</tr>"
        for block, names in box.blocks.items()
    )
    lead = escape(text("lead", good) if good else text("lead_all"))
    return (
        f"<h3>{escape(text('title'))}</h3><p style='color:{theme.text2}'>{lead}</p>"
        "<table width='100%' cellpadding='8' cellspacing='0'>"
        f"<tr>{head}</tr>{rows}</table>"
    )


def _cell(those: tuple[Instrument, ...], fit: frozenset[str], language: str, theme: Theme) -> str:
    if not those:
        return escape(text("none"))
    ordered = sorted(those, key=lambda one: one.id not in fit)
    return "<br>".join(_line(one, fit, language, theme) for one in ordered)


def _line(one: Instrument, fit: frozenset[str], language: str, theme: Theme) -> str:
    star = " *" if one.after_letter else ""
    name = escape(_named(one.names, language)) + star
    owners = f" <span style='color:{theme.text3}'>{escape(', '.join(one.owners))}</span>"
    strong = (
        f"<b>{name}</b>" if one.id in fit else f"<span style='color:{theme.text2}'>{name}</span>"
    )
    return strong + owners


def _named(names: object, language: str) -> str:
    found = names if isinstance(names, dict) else {}
    return str(found.get(language) or found.get("en", ""))
