"""A paper from the question to the file: template + facts -> text -> (a person) -> bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace

from osawatch.briefing.gather import gather
from osawatch.briefing.make import as_file, within
from osawatch.cases.markings import MARKINGS, floor, refuse_below, together
from osawatch.core import Core
from osawatch.errors import BadInput
from osawatch.papers import layout
from osawatch.papers.gather import parts, values, week
from osawatch.papers.layout import warning
from osawatch.papers.model import FORMATS, About, Paper
from osawatch.papers.shelf import Shelf
from osawatch.papers.template import fill
from osawatch.papers.words import SAID

Print = Callable[[bytes], bytes]


def draft(core: Core, about: About, key: str, language: str, marking: str = "") -> Paper:
    """The filled template; `BadInput` above the desk's highest marking, or below its parts'."""
    allowed(core, marking)
    paper = _filled(core, about, key, language, marking)
    refuse_below(marking, paper.floor)
    return paper


def raised(core: Core, about: About, key: str, language: str, marking: str = "") -> Paper:
    """The same under the lowest marking that its parts allow, where a lower one was asked for."""
    paper = _filled(core, about, key, language, marking)
    paper = replace(paper, marking=paper.floor.over(marking))
    allowed(core, paper.marking)
    return paper


def _filled(core: Core, about: About, key: str, language: str, marking: str) -> Paper:
    template = Shelf(core.profile.folder).one(key, language)
    if about.kind not in template.subjects:
        told = f"{key} is for: {', '.join(template.subjects)}"
        raise BadInput(told, field="template")
    asked = about.asked or week(core, language)
    facts = gather(core, asked) if about.kind == "briefing" else None
    text = fill(template, values(core, about, language, facts), SAID[language]["none"])
    stories, cases = parts(core, about, facts)
    return Paper(
        about, key, template.name, language, marking, text,
        together(stories, len(cases), language), floor(cases, core.settings().watchlist_marking),
    )  # fmt: skip


def written(core: Core, paper: Paper, form: str, print_: Print | None = None) -> bytes:
    """The bytes of a paper as a person left it, with its marking and the warning."""
    allowed(core, paper.marking)
    refuse_below(paper.marking, paper.floor)
    if form not in FORMATS:
        raise BadInput(f"{form!r} is not one of {', '.join(FORMATS)}", field="format")
    if form == "txt":
        return layout.bare(paper.text, paper.marking, warning(paper)).encode()
    laid = layout.document(
        paper.text, paper.language, paper.marking, title=paper.name, together=paper.together
    )
    return as_file(laid, form, print_)


def left(core: Core, paper: Paper, form: str, body: bytes) -> None:
    """Note on the log what left the desk: of a case its hash, of a situation the report itself."""
    if paper.about.kind == "case":
        digest = hashlib.sha256(body).hexdigest()
        core.cases.paper(paper.about.id, paper.template, form, paper.marking, digest)
    if paper.about.kind == "situation":  # the words are kept: a report is read again later
        said = hashlib.sha256(paper.text.encode("utf-8", "surrogatepass")).hexdigest()
        core.situations.report(paper.about.id, paper.text, said)


def allowed(core: Core, marking: str) -> None:
    """`BadInput` for a marking that is none, or that this desk may not write."""
    if marking and marking not in MARKINGS:
        raise BadInput(f"{marking!r} is not one of {', '.join(MARKINGS)}", field="marking")
    within(marking, core.settings().highest_marking)
