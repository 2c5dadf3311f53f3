"""The text of a paper, as a person left it, to blocks for the briefing's writers. Pure.

Read are: `# ` the title, `## ` and `### ` headings, `- ` points, lines of `|` a table, and
addresses of the web; nothing else within a line is a mark: no word of a stranger becomes one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from osawatch.briefing.blocks import (
    Block,
    Heading,
    Item,
    Items,
    Laid,
    Paragraph,
    Run,
    Runs,
    in_order,
    words_of,
)
from osawatch.briefing.model import Table
from osawatch.briefing.words import SAID
from osawatch.papers.model import Paper

JOINER = "\u2060"  # what keeps a stranger's word from being read as a mark
RULE = re.compile(r"\|?[\s:|-]+\|?\Z")
CELL = re.compile(r"(?<!\\)\|")
ADDRESS = re.compile(r"(https?://[^\s<>()\"']+)")
HEAD = re.compile(r"(#{1,6})\s+(.*)")


def document(
    text: str, language: str, marking: str, *, title: str = "", together: str = ""
) -> Laid:
    """`title` is used where the text has none. The warning stands below the title."""
    blocks = in_order(_blocks(text.split("\n")), title)
    told = [SAID[language]["warning"], *([together] if together else [])]
    warnings = [Paragraph((Run(one),), "warning") for one in told]
    first = blocks[0]
    named = words_of(first.runs) if isinstance(first, Heading) else title
    return Laid(named, language, marking, (first, *warnings, *blocks[1:]))


def warning(paper: Paper) -> str:
    """What stands in every paper, whatever a person made of its text."""
    return " ".join(one for one in (SAID[paper.language]["warning"], paper.together) if one)


def bare(text: str, marking: str, warning: str) -> str:
    """Text for a window that takes nothing else: no marks of headings, the marking at both ends."""
    lines = [re.sub(r"^#{1,6} ", "", line.replace(JOINER, "")) for line in text.split("\n")]
    body = re.sub(r"\n{3,}", "\n\n", "\n".join(line.rstrip() for line in lines)).strip()
    ends = [marking] if marking else []
    return "\n\n".join([*ends, body, warning, *ends]) + "\n"


def _blocks(lines: list[str]) -> Iterator[Block]:
    shown = [line.strip() for line in lines if line.strip()]
    for kind, group in groupby(shown, key=_kind):
        rows = list(group)
        if kind == "|":
            yield _table(rows)
        elif kind == "-":
            yield Items(tuple(Item(_runs(line[2:])) for line in rows))
        else:
            yield from (_line(line) for line in rows)


def _kind(line: str) -> str:
    return "|" if line.startswith("|") else "-" if line.startswith(("- ", "* ")) else ""


def _line(line: str) -> Block:
    head = HEAD.match(line)
    return Heading(len(head[1]), _runs(head[2])) if head else Paragraph(_runs(line))


def _runs(words: str) -> Runs:
    """Addresses can be followed; everything else is text."""
    parts = ADDRESS.split(_said(words))
    return tuple(
        Run(part, url=part if place % 2 else "") for place, part in enumerate(parts) if part
    )


def _said(words: str) -> str:
    return words.replace(JOINER, "").strip()


def _table(lines: list[str]) -> Table:
    rows = [_cells(line) for line in lines if not RULE.match(line)]
    if not rows:
        return Table("", ("",), ())
    wide = max(len(row) for row in rows)
    even = [(*row, *("",) * (wide - len(row))) for row in rows]
    return Table("", even[0], tuple(even[1:]))


def _cells(line: str) -> tuple[str, ...]:
    inner = line.strip().removeprefix("|").removesuffix("|")
    return tuple(_said(cell.replace("\\|", "|")) for cell in CELL.split(inner))
