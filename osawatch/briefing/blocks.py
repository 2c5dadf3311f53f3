"""Text in blocks: what every writer of files takes, and what a changed text is read back into.

Document -> lay -> blocks -> HTML, Word, Markdown;   text changed by a person -> blocks -> the same
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from osawatch.briefing.model import Document, Entry, Section, Source, Table

Kind = Literal["", "lead", "warning"]
LEVELS = 6


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one manner. `url` "" = no link."""

    words: str
    bold: bool = False
    italic: bool = False
    url: str = ""


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the title, of which there is one."""

    level: int
    runs: Runs


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `kind` says what it is for."""

    runs: Runs
    kind: Kind = ""


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a list. `depth` from 0; `number` 0 = a bullet."""

    runs: Runs
    depth: int = 0
    number: int = 0


@dataclass(frozen=True, slots=True)
class Items:
    """A list. `label` is what a screen reader says of it, "" = nothing."""

    rows: tuple[Item, ...]
    label: str = ""


Block = Heading | Paragraph | Items | Table


@dataclass(frozen=True, slots=True)
class Laid:
    """A document in blocks. `marking` stands on every page, whatever the blocks say."""

    title: str
    language: str
    marking: str
    blocks: tuple[Block, ...]
    dense: bool = False


def words_of(runs: Runs) -> str:
    """The words alone."""
    return "".join(run.words for run in runs)


def lay(one: Document) -> Laid:
    """A document as blocks, in its order."""
    blocks: list[Block] = [
        Heading(1, (Run(one.title),)),
        Paragraph((Run(one.subtitle),)),
        Paragraph((Run(one.warning),), "warning"),
    ]
    if one.together:
        blocks.append(Paragraph((Run(one.together),), "warning"))
    for section in one.sections:
        blocks += _section(section, one.words)
    return Laid(one.title, one.language, one.marking, tuple(blocks), one.dense)


def in_order(blocks: Iterable[Block], title: str) -> tuple[Block, ...]:
    """The same with one title, at the top, and no level left out below it."""
    made: list[Block] = []
    level = 0
    for one in blocks:
        if isinstance(one, Heading):
            level = 1 if not level else min(max(one.level, 2), level + 1)
            one = replace(one, level=level)
        elif not level:
            made.append(Heading(1, (Run(title),)))
            level = 1
        made.append(one)
    return tuple(made) or (Heading(1, (Run(title),)),)


def _section(one: Section, words: dict[str, str]) -> list[Block]:
    blocks: list[Block] = [Heading(2, (Run(one.title),))]
    if one.lead:
        blocks.append(Paragraph((Run(one.lead),), "lead"))
    if not one.parts and one.empty:
        blocks.append(Paragraph((Run(one.empty),)))
    for part in one.parts:
        blocks += [part] if isinstance(part, Table) else _entry(part, words)
    return blocks


def _entry(one: Entry, words: dict[str, str]) -> list[Block]:
    rows = tuple(Item(_source(source, words)) for source in one.sources)
    facts = (Run("; ".join(one.facts)),)
    blocks: list[Block] = [Heading(3, (Run(one.title),)), Paragraph(facts)]
    if one.note:
        blocks.append(Paragraph((Run(one.note),)))
    return [*blocks, Items(rows, words.get("sources", ""))] if rows else blocks


def _source(one: Source, words: dict[str, str]) -> Runs:
    told = [one.publisher, words["official"] if one.official else ""]
    told += [words["published"].format(one.published) if one.published else ""]
    told += [words["first_seen"].format(one.first_seen)]
    return Run(one.title, url=one.url), Run(f" ({', '.join(part for part in told if part)})")
