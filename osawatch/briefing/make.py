"""A briefing from the question to the file: facts -> document -> blocks -> bytes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from osawatch.briefing import write_html, write_md
from osawatch.briefing.blocks import Laid, lay
from osawatch.briefing.compose import compose
from osawatch.briefing.gather import gather
from osawatch.briefing.model import FORMATS, Asked, Document
from osawatch.cases.markings import MARKINGS, RANKS, refuse_below
from osawatch.core import Core
from osawatch.errors import BadInput

Print = Callable[[bytes], bytes]
"""HTML to PDF; the core itself knows nothing of Qt."""


def draft(core: Core, asked: Asked) -> Document:
    """The briefing in words, to be looked at before it goes anywhere."""
    made = _composed(core, asked)
    refuse_below(asked.marking, made.floor)
    return made


def raised(core: Core, asked: Asked) -> Document:
    """The same under the lowest marking that its parts allow, where a lower one was asked for."""
    made = _composed(core, asked)
    marking = made.floor.over(asked.marking)
    within(marking, core.settings().highest_marking)
    return replace(made, marking=marking)


def _composed(core: Core, asked: Asked) -> Document:
    if asked.marking and asked.marking not in MARKINGS:
        raise BadInput(f"{asked.marking!r} is not one of {', '.join(MARKINGS)}", field="marking")
    within(asked.marking, core.settings().highest_marking)
    if asked.until <= asked.since:
        raise BadInput("ends before it begins", field="until")
    name = partial(_name, core, asked.language)
    return compose(gather(core, asked), name)


def written(document: Document, form: str, print_: Print | None = None) -> bytes:
    """The file's bytes. PDF takes a printer, which the window has."""
    return as_file(lay(document), form, print_)


def as_file(laid: Laid, form: str, print_: Print | None = None) -> bytes:
    """The same of a text in blocks, such as one that a person has changed."""
    if form == "md":
        return write_md.write(laid)
    if form == "html":
        return write_html.write(laid)
    if form == "docx":
        from osawatch.briefing import write_docx

        return write_docx.write(laid)
    if form == "pdf" and print_ is not None:
        return print_(write_html.write(laid, printed=True))
    if form == "pdf":
        raise BadInput(
            "needs the libraries of the window; html, docx and md do not", field="format"
        )
    raise BadInput(f"{form!r} is not one of {', '.join(FORMATS)}", field="format")


def within(marking: str, highest: str) -> None:
    """Nothing above the desk's limit; a limit that is no marking lets nothing marked pass."""
    limit = RANKS.get(highest, -1)
    if marking and highest and RANKS[marking] > limit:
        raise BadInput(f"{marking} is above what this desk may write: {highest}", field="marking")


def _name(core: Core, language: str, axis: str, key: str) -> str:
    return core.names(axis, key, language)
