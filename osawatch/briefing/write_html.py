"""A briefing as one HTML file: readable by screen readers, nothing fetched, no script.

WCAG 2.2 AA is what it is written for: language, headings in order, tables with captions and
headers, links that say where they lead, contrast over 7:1, no meaning by colour alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from urllib.parse import urlsplit

from osawatch.briefing import picture
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

WIDE = 120
STYLE = """
body { font: 16px/1.5 "Inter", "Noto Sans", "DejaVu Sans", sans-serif; color: #1b1d22;
  background: #fff; max-width: 52rem; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.8rem; margin: 0 0 .3rem }
h2 { font-size: 1.3rem; margin: 2rem 0 .4rem; border-bottom: 1px solid #9aa0ab }
h3 { font-size: 1.05rem; margin: 1.1rem 0 .2rem }
p { margin: .3rem 0 }
ul, ol { margin: .2rem 0 .8rem; padding-left: 1.2rem }
.wide { overflow-x: auto }
table { border-collapse: collapse; width: 100%; margin: .6rem 0 }
caption { text-align: left; font-weight: 600; padding: .2rem 0 }
caption.again { position: absolute; width: 1px; height: 1px; overflow: hidden;
  clip-path: inset(50%) }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem;
  border-bottom: 1px solid #c9cdd4; overflow-wrap: anywhere }
.marking { font-weight: 700; border: 2px solid #1b1d22; display: inline-block;
  padding: .1rem .6rem }
.warning, .lead { color: #3c4049 }
a { color: #27309a }
@media print { a { color: #000 } h2, h3 { break-after: avoid } tr { break-inside: avoid } }
""".strip()


def write(one: Laid, *, printed: bool = False) -> bytes:
    """The document as UTF-8; `printed`: for a printer that draws no SVG and hides no caption."""
    marking = f'<p class="marking">{escape(one.marking)}</p>' if one.marking else ""
    body = '<body class="dense">' if printed and one.dense else "<body>"
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(one.language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="marking" content="{escape(one.marking)}">\n'
        f"<title>{escape(one.title)}</title>\n<style>{STYLE}</style>\n</head>\n{body}\n<main>\n"
        f"{_body(one.blocks, marking, printed=printed)}\n</main>\n</body>\n</html>\n"
    ).encode("utf-8", "replace")


def _body(blocks: Sequence[Block], marking: str, *, printed: bool) -> str:
    """Headings of level 2 begin sections that are named by them."""
    parts: list[str] = []
    above, sections = "", 0
    for number, one in enumerate(blocks):
        if isinstance(one, Heading):
            above = words_of(one.runs)
            if one.level <= 2 and sections:
                parts.append("</section>")
            if one.level == 2:
                sections += 1
                parts.append(f'<section aria-labelledby="s{sections}">')
                parts.append(f'<h2 id="s{sections}" dir="auto">{_runs(one.runs)}</h2>')
                continue
        parts.append(_block(one, above, printed=printed))
        if not number:
            parts.append(marking)
    return "\n".join([*parts, *(["</section>"] if sections else [])])


def _block(one: Block, above: str, *, printed: bool) -> str:
    if isinstance(one, Heading):
        return f'<h{one.level} dir="auto">{_runs(one.runs)}</h{one.level}>'
    if isinstance(one, Paragraph):
        kind = f' class="{one.kind}"' if one.kind else ""
        return f'<p{kind} dir="auto">{_runs(one.runs)}</p>'
    if isinstance(one, Items):
        return _items(one)
    return _table(one, above, printed=printed)


def _items(one: Items) -> str:
    """Lists within lists, each in the line above it."""
    label = f' aria-label="{escape(one.label)}"' if one.label else ""
    parts: list[str] = []
    open_: list[str] = []
    for row in one.rows:
        kind = "ol" if row.number else "ul"
        while len(open_) > row.depth + 1:
            parts.append(f"</li></{open_.pop()}>")
        if len(open_) < row.depth + 1:
            open_.append(kind)
            parts.append(f"<{kind}{_start(row)}{label}>")
            label = ""
        else:
            parts.append("</li>")
        parts.append(f"<li>{_runs(row.runs)}")
    while open_:
        parts.append(f"</li></{open_.pop()}>")
    return "\n".join(parts)


def _start(row: Item) -> str:
    return f' start="{row.number}"' if row.number > 1 else ""


def _runs(runs: Runs) -> str:
    return "".join(map(_run, runs))


def _run(one: Run) -> str:
    said = escape(one.words)
    said = f"<em>{said}</em>" if one.italic else said
    said = f"<strong>{said}</strong>" if one.bold else said
    said = f"<bdi>{said}</bdi>"
    if urlsplit(one.url).scheme in ("http", "https"):
        return f'<a href="{escape(one.url)}" rel="noreferrer">{said}</a>'
    return said


def _table(one: Table, above: str, *, printed: bool) -> str:
    head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in one.head)
    most = max(one.bars, default=0)
    rows = []
    for number, row in enumerate(one.rows):
        cells = "".join(f"<td><bdi>{escape(cell)}</bdi></td>" for cell in row[1:])
        bar = _bar(one.bars[number], most, printed=printed) if one.bars else ""
        rows.append(f'<tr><th scope="row"><bdi>{escape(row[0])}</bdi></th>{cells}{bar}</tr>')
    extra = '<td aria-hidden="true"></td>' if one.bars else ""
    return (
        f'<div class="wide"><table>\n{_caption(one, above, printed=printed)}'
        f"<thead><tr>{head}{extra}</tr></thead>\n"
        f"<tbody>\n{chr(10).join(rows)}\n</tbody>\n</table></div>"
    )


def _caption(one: Table, above: str, *, printed: bool) -> str:
    """What the heading above says already is said to screen readers alone."""
    said = one.caption or above
    if said == above:
        hidden = f'<caption class="again">{escape(said)}</caption>\n'
        return "" if printed or not said else hidden
    return f"<caption>{escape(said)}</caption>\n"


def _bar(value: int, most: int, *, printed: bool) -> str:
    """The figure once more as a bar; whoever cannot see it has the figure."""
    width = max(round(WIDE * value / most), 1) if most and value > 0 else 0
    if printed:
        drawn = f'<img src="{picture.as_url()}" width="{width}" height="10" alt="">'
        return f"<td>{drawn if width else ''}</td>"
    return (
        f'<td aria-hidden="true"><svg width="{WIDE}" height="10" role="presentation">'
        f'<rect width="{width}" height="10" fill="#3A45B0"/></svg></td>'
    )
