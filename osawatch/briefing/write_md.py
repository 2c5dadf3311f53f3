"""A briefing as Markdown: plain enough for a mail, whole enough to be edited."""

from __future__ import annotations

import re
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
    words_of,
)
from osawatch.briefing.model import Table

SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")
STARTS = re.compile(r"^(\d+)([.)])|^([-+=])")  # at the start of a line they begin something else
BAR, LONGEST = "█", 20


def write(one: Laid) -> bytes:
    """The document as UTF-8."""
    lines: list[str] = []
    above = ""
    for number, block in enumerate(one.blocks):
        lines += [*_block(block, above), ""]
        above = words_of(block.runs) if isinstance(block, Heading) else above
        if not number and one.marking:
            lines += [f"**{_text(one.marking)}**", ""]
    return "\n".join(lines).encode("utf-8", "replace")


def bar(value: int, most: int) -> str:
    """A figure as a bar of signs; what is not 0 is seen."""
    return BAR * max(round(LONGEST * value / most), 1) if value > 0 and most > 0 else ""


def _block(one: Block, above: str) -> list[str]:
    if isinstance(one, Heading):
        return [f"{'#' * one.level} {_runs(one.runs)}"]
    if isinstance(one, Paragraph):
        said = _begun(_runs(one.runs))
        return [f"*{said}*" if one.kind == "warning" and said else said]
    if isinstance(one, Items):
        return [_item(row) for row in one.rows]
    caption = [f"**{_text(one.caption)}**", ""] if one.caption and one.caption != above else []
    return [*caption, *_table(one)]


def _item(one: Item) -> str:
    sign = f"{one.number}." if one.number else "-"
    return f"{'    ' * one.depth}{sign} {_begun(_runs(one.runs))}"


def _runs(runs: Runs) -> str:
    """Neighbours in one manner are one: two marks side by side would end each other."""
    same = groupby(runs, key=lambda run: (run.bold, run.italic, run.url))
    return "".join(
        _run(Run("".join(run.words for run in those), *manner)) for manner, those in same
    ).strip()


def _run(one: Run) -> str:
    bare = one.words.strip()
    if not bare:
        return " "
    said = _text(bare)
    said = f"*{said}*" if one.italic else said
    said = f"**{said}**" if one.bold else said
    said = f"[{said}](<{_url(one.url)}>)" if one.url else said
    left = " " if one.words[0].isspace() else ""
    return f"{left}{said}{' ' if one.words[-1].isspace() else ''}"


def _table(one: Table) -> list[str]:
    head = (*one.head, *([""] if one.bars else []))
    most = max(one.bars, default=0)
    rows = [
        _row((*row, *(bar(value, most) for value in one.bars[number : number + 1])))
        for number, row in enumerate(one.rows)
    ]
    return [_row(head), "|" + " --- |" * len(head), *rows]


def _row(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(_text(cell) for cell in cells) + " |"


def _begun(said: str) -> str:
    return STARTS.sub(lambda at: f"{at[1]}\\{at[2]}" if at[1] else f"\\{at[3]}", said)


def _text(words: str) -> str:
    return SPECIAL.sub(r"\\\1", " ".join(words.split()))


def _url(address: str) -> str:
    return re.sub(r"[<>\s]", lambda found: f"%{ord(found[0]):02X}", address)
