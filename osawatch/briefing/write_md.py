"""A briefing as Markdown: plain enough for a mail, whole enough to be edited."""

from __future__ import annotations

import re

from osawatch.briefing.model import Document, Entry, Source, Table

SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")


def write(one: Document) -> bytes:
    """The document as UTF-8."""
    lines = [f"# {_text(one.title)}", "", _text(one.subtitle), ""]
    if one.marking:
        lines += [f"**{_text(one.marking)}**", ""]
    lines += [f"*{_text(one.warning)}*", ""]
    for section in one.sections:
        lines += [f"## {_text(section.title)}", ""]
        if section.lead:
            lines += [_text(section.lead), ""]
        if not section.parts:
            lines += [_text(section.empty), ""]
        for part in section.parts:
            lines += _table(part) if isinstance(part, Table) else _entry(part, one)
    return "\n".join(lines).encode()


def _entry(one: Entry, document: Document) -> list[str]:
    lines = [f"### {_text(one.title)}", "", _text("; ".join(one.facts)), ""]
    lines += [f"- {_source(source, document.words)}" for source in one.sources]
    return [*lines, ""]


def _source(one: Source, words: dict[str, str]) -> str:
    title = f"[{_text(one.title)}](<{_url(one.url)}>)" if one.url else _text(one.title)
    told = [one.publisher, words["official"] if one.official else ""]
    told += [words["published"].format(one.published) if one.published else ""]
    told += [words["first_seen"].format(one.first_seen)]
    return f"{title} ({_text(', '.join(part for part in told if part))})"


def _table(one: Table) -> list[str]:
    lines = [_row(one.head), "|" + " --- |" * len(one.head)]
    return [*lines, *(_row(row) for row in one.rows), ""]


def _row(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(_text(cell) for cell in cells) + " |"


def _text(words: str) -> str:
    return SPECIAL.sub(r"\\\1", " ".join(words.split()))


def _url(address: str) -> str:
    return re.sub(r"[<>\s]", lambda found: f"%{ord(found[0]):02X}", address)
