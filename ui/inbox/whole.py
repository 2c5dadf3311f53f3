"""A whole story as text for the clipboard, or as a file to print: what the preview says, in words.

detail -> parts -> text;  parts -> blocks -> PDF, HTML or Word by the ending of the file's name
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from osawatch.briefing.blocks import Block, Heading, Item, Items, Laid, Paragraph, Run
from osawatch.briefing.make import as_file
from osawatch.model import AlertDetail, CardDetail, StoryItem
from osawatch.writing import write
from ui import words
from ui.citing import TEXTS as CITED
from ui.i18n import figure, mark, moment, say
from ui.inbox import explain, kept, score_bar
from ui.names import Names
from ui.pdf import pdf

KINDS = "PDF (*.pdf);;HTML (*.html);;Word (*.docx)"
FORMATS = ("pdf", "html", "docx", "md")
LONGEST = 60  # letters of a file's name
TEXTS = {
    "head": mark("whole", "{0}, score {1}, {2}"),
    "as_of": mark("whole", "As of {0}"),
    "tags": mark("whole", "Tags: {0}"),
    "level": mark("whole", "{0} ({1}, rule: {2})"),
    "factor": mark("whole", "{0}: {1} ({2})"),
    "said": mark("whole", "{0}: {1}"),
    "about": mark("whole", "{0} ({1})"),
    "reports": mark("whole", "Reports"),
    "official": mark("whole", "official"),
    "caption": mark("whole", "Save the story"),
}


def text(key: str, *values: object) -> str:
    """A sentence of a story that is written out."""
    said = say("whole", TEXTS[key])
    return said.format(*values) if values else said


@dataclass(frozen=True, slots=True)
class Line:
    """One line; `url` where it leads to."""

    said: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and its lines."""

    heading: str
    lines: tuple[Line, ...]


def head(detail: CardDetail, names: Names, now: datetime) -> tuple[str, ...]:
    """What stands under the title: level, score, what it is about, its tags, of when this is."""
    card = detail.card
    things = [names.of("good", one) for one in card.goods]
    things += [names.of("country", one) for one in card.countries]
    things += [names.of("measure", one) for one in card.measures]
    things += [words.word(words.STAGES, card.measure_status)] if card.measure_status else []
    level = words.word(words.LEVELS, card.level)
    said = [text("head", level, figure(card.score), ", ".join(things)).rstrip(", ")]
    if found := kept.tags(detail):
        said.append(text("tags", ", ".join(words.foreign(one) for one in found)))
    return (*said, text("as_of", moment(now, "d MMMM yyyy HH:mm")))


def parts(detail: CardDetail, names: Names) -> list[Part]:
    """All of a story: nothing is left out for want of room."""
    found = [
        Part(explain.text("why"), tuple(Line(said) for said in _why(detail.alerts, names))),
        Part(explain.text("score"), tuple(Line(said) for said in _score(detail.alerts, names))),
        Part(explain.text("owner"), tuple(Line(said) for said in _owner(detail))),
        Part(kept.text("notes"), tuple(Line(said) for said in _notes(detail))),
        Part(text("reports"), tuple(_report(one, detail) for one in detail.story)),
        Part(explain.text("history"), tuple(Line(said) for said in _history(detail))),
    ]
    return [part for part in found if part.lines]


def as_text(detail: CardDetail, names: Names, now: datetime) -> str:
    """All of it for the clipboard."""
    lines = [words.foreign(detail.card.title), *head(detail, names, now)]
    for part in parts(detail, names):
        lines += ["", part.heading]
        for one in part.lines:
            lines += [f"- {one.said}", *([f"  {one.url}"] if one.url else [])]
    return "\n".join([*lines, ""])


def laid(detail: CardDetail, names: Names, language: str, now: datetime) -> Laid:
    """The same for any writer of files."""
    title = detail.card.title
    blocks: list[Block] = [Heading(1, (Run(title),))]
    blocks += [Paragraph((Run(said),)) for said in head(detail, names, now)]
    for part in parts(detail, names):
        rows = tuple(Item((Run(one.said, url=one.url),)) for one in part.lines)
        blocks += [Heading(2, (Run(part.heading),)), Items(rows, part.heading)]
    return Laid(title, language, "", tuple(blocks))


def printed(document: Laid, target: Path) -> None:
    """Writes it; an ending that is no format makes a PDF."""
    ending = target.suffix.lstrip(".").lower()
    write(target, as_file(document, ending if ending in FORMATS else "pdf", pdf))


def file_name(title: str) -> str:
    """A name for its file: letters and figures of the title alone."""
    plain = "-".join(re.findall(r"\w+", title))[:LONGEST].strip("-")
    return f"{plain or 'story'}.pdf"


def _why(alerts: Iterable[AlertDetail], names: Names) -> list[str]:
    found = []
    for one in alerts:
        level = words.word(words.LEVELS, one.alert.level)
        found.append(text("level", explain.why(one, names), level, one.alert.rule_title))
        found += [said] if (said := explain.aside(one)) else []
    return list(dict.fromkeys(found))


def _score(alerts: tuple[AlertDetail, ...], names: Names) -> list[str]:
    """The parts of the score that the list goes by, and what is to be known beside them."""
    if not alerts:
        return []
    first = alerts[0]
    parts = explain.factors(first.score, names)
    said = [text("factor", one.name, one.figure, one.reason) for one in parts]
    said += [one.words for one in score_bar.notes(first.alert, first.score)]
    return [*said, *([first.score.vector] if first.score.vector else [])]


def _owner(detail: CardDetail) -> list[str]:
    said = [text("said", explain.text("ministry"), ", ".join(detail.ministries))]
    said = said if detail.ministries else []
    return [*said, *dict.fromkeys(one.guidance for one in detail.alerts if one.guidance)]


def _notes(detail: CardDetail) -> list[str]:
    return [text("said", *kept.note(one)) for one in kept.notes(detail)]


def _report(item: StoryItem, detail: CardDetail) -> Line:
    """Publisher, title, day and what is to be known of it."""
    who = words.foreign(item.publisher or item.source_title or item.source)
    day = moment(item.published, "d MMMM yyyy") if item.published else say("cite", CITED["no_day"])
    marks = [day]
    marks += [text("official")] if item.official else []
    marks += [explain.text("copy")] if item.copy_of else []
    marks += [explain.text("state_media")] if item.state_media else []
    if item.id in explain.called_wrong(detail.history):
        marks.append(explain.text("called_wrong"))
    said = text("said", who, words.foreign(item.title))
    return Line(text("about", said, ", ".join(marks)), item.url)


def _history(detail: CardDetail) -> list[str]:
    shown = [entry for entry in detail.history if not entry.data.get("passive")]
    rows = [(words.clock(entry.at), *explain.event(entry)) for entry in reversed(shown)]
    return [f"{when}  {what}{f': {more}' if more else ''}" for when, what, more in rows]
