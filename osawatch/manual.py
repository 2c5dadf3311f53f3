"""The manual: docs/*.md as pages that a browser shows without a network.

docs/*.md -> tokens (markdown-it) -> one page a file, with the contents of all -> a folder

Packages carry the folder ready (`packaging/hatch_build.py`, `packaging/build.sh`); from a checkout
it is made in docs/manual when it is first asked for. `python -m osawatch.manual OUT` makes one.
"""

from __future__ import annotations

import html
import re
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from osawatch.errors import BadInput

if TYPE_CHECKING:
    from markdown_it.token import Token

DATA = Path(__file__).parent / "data"
READY = DATA / "manual"
DOCS = Path(__file__).parents[1] / "docs"
ORDER = ("guide", "rules", "sources", "admin", "hub", "threat-model", "glossary", "dependencies")
SAFE = (
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; "
    "img-src 'self' file:"
)


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading of a page: `level` 1 to 6; `anchor` is unique on its page."""

    level: int
    words: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Page:
    """One file of docs, read: its name without the ending, its headings, its body as HTML."""

    name: str
    headings: tuple[Heading, ...]
    body: str


def folder() -> Path:
    """The folder of the pages, made first where a checkout has none that is new enough.

    BadInput when there is neither a ready manual nor a checkout to make one from.
    """
    if READY.is_dir():
        return READY
    if not DOCS.is_dir():
        raise BadInput("this build carries no manual")
    out = DOCS / "manual"
    newest = max(one.stat().st_mtime for one in (*DOCS.glob("*.md"), Path(__file__)))
    made = out / "guide.html"
    if not made.exists() or made.stat().st_mtime < newest:
        try:
            build(DOCS, out)
        except OSError as error:
            raise BadInput(f"the manual could not be written: {error}") from error
    return out


def build(docs: Path, out: Path) -> None:
    """Write all pages and pictures into `out`; the same docs give the same bytes."""
    pages = [read(path) for path in sorted(docs.glob("*.md"), key=_place)]
    contents = "".join(_contents(page) for page in pages)
    out.mkdir(parents=True, exist_ok=True)
    shutil.copytree(docs / "pictures", out / "pictures", dirs_exist_ok=True)
    for page in pages:
        _write(out / f"{page.name}.html", _whole(page, contents))
        for one in page.headings[1:] if page.name == "guide" else ():
            _write(out / f"go-{one.anchor}.html", _jump(f"{page.name}.html#{one.anchor}"))


def read(path: Path) -> Page:
    """One file of docs. HTML in it is shown as text, never taken over."""
    try:
        from markdown_it import MarkdownIt
    except ImportError as error:
        raise BadInput("the package markdown-it-py is missing, which makes the manual") from error

    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = parser.parse(path.read_text("utf-8"))
    found: list[Heading] = []
    for place, token in enumerate(tokens):
        if token.type == "heading_open":
            words = _plain(tokens[place + 1])
            anchor = _free(slug(words), {one.anchor for one in found})
            token.attrSet("id", anchor)
            found.append(Heading(int(token.tag[1:]), words, anchor))
        for child in token.children or ():
            _turn(child)
    body = parser.renderer.render(tokens, parser.options, {})
    return Page(path.stem, tuple(found), _both_themes(body, path.parent))


def slug(words: str) -> str:
    """The anchor of a heading, as GitHub makes it."""
    return re.sub(r"[^\w\- ]", "", words.casefold()).strip().replace(" ", "-")


def _write(path: Path, words: str) -> None:
    path.write_text(words, "utf-8", newline="\n")


def _jump(target: str) -> str:
    """A page that only leads to `target`: openers of local files often lose what follows a `#`."""
    to = html.escape(target, quote=True)
    return (
        f'<!doctype html><meta charset="utf-8"><title>OSAwatch</title>'
        f'<meta http-equiv="refresh" content="0; url={to}"><a href="{to}">{to}</a>\n'
    )


def _place(path: Path) -> tuple[int, str]:
    known = path.stem in ORDER
    return (ORDER.index(path.stem) if known else len(ORDER), path.stem)


def _plain(token: Token) -> str:
    return "".join(one.content for one in token.children or ())


def _free(anchor: str, taken: set[str]) -> str:
    number, free = 0, anchor
    while free in taken:
        number += 1
        free = f"{anchor}-{number}"
    return free


def _turn(token: Token) -> None:
    """A link to a file of docs leads to its page."""
    to = str(token.attrGet("href") or "")
    if token.type == "link_open" and ":" not in to:
        token.attrSet("href", re.sub(r"\.md(?=#|$)", ".html", to))


def _both_themes(body: str, docs: Path) -> str:
    """Beside each light picture its dark one, where there is one."""

    def pair(found: re.Match[str]) -> str:
        dark = f"{found[1]}-dark.png"
        if not (docs / dark).exists():
            return found[0]
        source = f'<source srcset="{dark}" media="(prefers-color-scheme: dark)">'
        return f"<picture>{source}{found[0]}</picture>"

    return re.sub(r'<img src="([\w/-]+)-light\.png"[^>]*>', pair, body)


def _contents(page: Page) -> str:
    top, rest = page.headings[0], page.headings[1:]
    rows = "".join(
        f'<li><a href="{page.name}.html#{one.anchor}">{html.escape(one.words)}</a></li>'
        for one in rest
    )
    title = html.escape(top.words)
    return f'<li><a href="{page.name}.html">{title}</a>{f"<ul>{rows}</ul>" if rows else ""}</li>'


def _whole(page: Page, contents: str) -> str:
    style, search = ((DATA / f"manual.{kind}").read_text("utf-8") for kind in ("css", "js"))
    title = html.escape(page.headings[0].words)
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{title} - OSAwatch'
        f'</title><meta http-equiv="Content-Security-Policy" content="{SAFE}">'
        '<meta name="viewport" content="width=device-width">'
        f"<style>{style}</style></head><body>\n"
        '<a class="skip" href="#text">To the text</a>'
        '<nav aria-label="Contents"><label for="find">Search headings</label>'
        '<input id="find" type="search"><span id="told" role="status"></span>'
        f'<ul>{contents}</ul></nav>\n<main id="text">\n{page.body}</main>\n'
        f"<script>{search}</script></body></html>\n"
    )


if __name__ == "__main__":
    build(DOCS, Path(sys.argv[1]))
