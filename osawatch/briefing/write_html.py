"""A briefing as one HTML file: readable by screen readers, nothing fetched, no script.

WCAG 2.2 AA is what it is written for: language, headings in order, tables with captions and
headers, links that say where they lead, contrast over 7:1, no meaning by colour alone.
"""

from __future__ import annotations

from html import escape
from urllib.parse import urlsplit

from osawatch.briefing.model import Document, Entry, Section, Source, Table

STYLE = """
body { font: 16px/1.5 "Inter", "Noto Sans", "DejaVu Sans", sans-serif; color: #1b1d22;
  background: #fff; max-width: 52rem; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.8rem; margin: 0 0 .3rem }
h2 { font-size: 1.3rem; margin: 2rem 0 .4rem; border-bottom: 1px solid #9aa0ab }
h3 { font-size: 1.05rem; margin: 1.1rem 0 .2rem }
p { margin: .3rem 0 }
ul { margin: .2rem 0 .8rem; padding-left: 1.2rem }
table { border-collapse: collapse; width: 100%; margin: .6rem 0 }
caption { text-align: left; font-weight: 600; padding: .2rem 0 }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem;
  border-bottom: 1px solid #c9cdd4 }
.marking { font-weight: 700; border: 2px solid #1b1d22; display: inline-block;
  padding: .1rem .6rem }
.warning, .lead { color: #3c4049 }
a { color: #27309a }
@media print { a { color: #000 } }
""".strip()


def write(one: Document) -> bytes:
    """The document as UTF-8."""
    marking = f'<p class="marking">{escape(one.marking)}</p>' if one.marking else ""
    body = "\n".join(_section(number, part, one) for number, part in enumerate(one.sections, 1))
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(one.language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(one.title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{escape(one.title)}</h1>\n<p>{escape(one.subtitle)}</p>\n{marking}\n"
        f'<p class="warning">{escape(one.warning)}</p>\n{body}\n</main>\n</body>\n</html>\n'
    ).encode("utf-8", "replace")


def _section(number: int, one: Section, document: Document) -> str:
    parts = [
        f'<section aria-labelledby="s{number}">',
        f'<h2 id="s{number}">{escape(one.title)}</h2>',
    ]
    if one.lead:
        parts.append(f'<p class="lead">{escape(one.lead)}</p>')
    if not one.parts:
        parts.append(f"<p>{escape(one.empty)}</p>")
    for part in one.parts:
        parts.append(_table(part) if isinstance(part, Table) else _entry(part, document))
    return "\n".join([*parts, "</section>"])


def _entry(one: Entry, document: Document) -> str:
    rows = "\n".join(f"<li>{_source(source, document.words)}</li>" for source in one.sources)
    return (
        f'<h3 dir="auto">{escape(one.title)}</h3>\n<p>{escape("; ".join(one.facts))}</p>\n'
        f'<ul aria-label="{escape(document.words["sources"])}">\n{rows}\n</ul>'
    )


def _source(one: Source, words: dict[str, str]) -> str:
    title = f"<bdi>{escape(one.title)}</bdi>"
    if urlsplit(one.url).scheme in ("http", "https"):
        title = f'<a href="{escape(one.url)}" rel="noreferrer">{title}</a>'
    told = [one.publisher, words["official"] if one.official else ""]
    told += [words["published"].format(one.published) if one.published else ""]
    told += [words["first_seen"].format(one.first_seen)]
    return f"{title} ({', '.join(f'<bdi>{escape(part)}</bdi>' for part in told if part)})"


def _table(one: Table) -> str:
    head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in one.head)
    most = max(one.bars, default=0)
    rows = []
    for number, row in enumerate(one.rows):
        cells = "".join(f"<td><bdi>{escape(cell)}</bdi></td>" for cell in row[1:])
        bar = _bar(one.bars[number], most) if one.bars else ""
        rows.append(f'<tr><th scope="row"><bdi>{escape(row[0])}</bdi></th>{cells}{bar}</tr>')
    extra = '<td aria-hidden="true"></td>' if one.bars else ""
    caption = f"<caption>{escape(one.caption)}</caption>\n" if one.caption else ""
    return (
        f"<table>\n{caption}<thead><tr>{head}{extra}</tr></thead>\n"
        f"<tbody>\n{chr(10).join(rows)}\n</tbody>\n</table>"
    )


def _bar(value: int, most: int) -> str:
    """The figure once more as a bar; whoever cannot see it has the figure."""
    width = round(120 * value / most) if most else 0
    return (
        '<td aria-hidden="true"><svg width="120" height="10" role="presentation">'
        f'<rect width="{width}" height="10" fill="#3A45B0"/></svg></td>'
    )
