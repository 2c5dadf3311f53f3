"""The manual: docs/*.md as pages that a browser shows without a network.

docs/*.md, ARCHITECTURE.md, CHANGELOG.md, docs/notes/*.md -> tokens (markdown-it)
    -> one page a file, with the contents of all -> a folder
docs/nl/*.md -> `NAME.nl.html` beside them; their headings have the anchors of the English page

Packages carry the folder ready (`packaging/hatch_build.py`, `packaging/build.sh`); from a checkout
it is made in docs/manual when it is first asked for. `python -m osawatch.manual OUT` makes one.
"""

from __future__ import annotations

import html
import re
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from osawatch.errors import BadInput

if TYPE_CHECKING:
    from markdown_it.token import Token

DATA = Path(__file__).parent / "data"
READY = DATA / "manual"
DOCS = Path(__file__).parents[1] / "docs"
ORDER = (
    "guide",
    "reference",
    "commands",
    "rules",
    "sources",
    "admin",
    "hub",
    "records",
    "threat-model",
    "glossary",
    "scale",
    "changes",
    "dependencies",
    "architecture",
    "notes",
)
# Pages whose file has another name than they have: all lie in one folder, whatever the system
# thinks of capitals.
NAMED = {"ARCHITECTURE": "architecture", "CHANGELOG": "changes", "README": "notes"}
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
    """One file of docs, read: its name without the ending, its headings, its body as HTML.

    `under`: the page in whose place of the contents it stands, "" = one of its own.
    """

    name: str
    headings: tuple[Heading, ...]
    body: str
    language: str = "en"
    under: str = ""

    @property
    def file(self) -> str:
        """Its file in the folder of the manual."""
        return f"{self.name}.html" if self.language == "en" else f"{self.name}.{self.language}.html"


def folder() -> Path:
    """The folder of the pages, made first where a checkout has none that is new enough.

    BadInput when there is neither a ready manual nor a checkout to make one from.
    """
    if READY.is_dir():
        return READY
    if not DOCS.is_dir():
        raise BadInput("this build carries no manual")
    out = DOCS / "manual"
    newest = max(
        one.stat().st_mtime for one in (*sources(DOCS), *DOCS.rglob("*.md"), Path(__file__))
    )
    made = out / "guide.html"
    if not made.exists() or made.stat().st_mtime < newest:
        try:
            build(DOCS, out)
        except OSError as error:
            raise BadInput(f"the manual could not be written: {error}") from error
    return out


def build(docs: Path, out: Path) -> None:
    """Write all pages and pictures into `out`; the same docs give the same bytes."""
    pages = [read(path) for path in sources(docs)]
    english = {page.name: page for page in pages}
    dutch = [
        read(path, "nl", [one.anchor for one in english[path.stem].headings])
        for path in sorted((docs / "nl").glob("*.md"), key=_place)
    ]
    out.mkdir(parents=True, exist_ok=True)
    shutil.copytree(docs / "pictures", out / "pictures", dirs_exist_ok=True)
    for page in (*pages, *dutch):
        own = {one.name: one for one in dutch if one.language == page.language}
        shown = [own.get(one.name, one) for one in pages]
        _write(out / page.file, _whole(page, shown))
        for one in page.headings[1:] if page.name == "guide" else ():
            _write(out / jump(one.anchor, page.language), _jump(f"{page.file}#{one.anchor}"))


def sources(docs: Path) -> list[Path]:
    """The English files of the manual in the order of its contents: decisions come last."""
    house = [docs.parent / f"{name}.md" for name in ("ARCHITECTURE", "CHANGELOG")]
    notes = sorted((docs / "notes").glob("*.md"), key=_place)
    return [
        *sorted([*docs.glob("*.md"), *(one for one in house if one.exists())], key=_place),
        *notes,
    ]


def jump(anchor: str, language: str = "en") -> str:
    """The file that leads to a heading of the guide in a language."""
    return f"go-{anchor}.html" if language == "en" else f"go-{anchor}.{language}.html"


def guide(language: str) -> str:
    """The file of the guide in a language; the English one where there is none."""
    return "guide.nl.html" if language == "nl" else "guide.html"


def read(path: Path, language: str = "en", anchors: Sequence[str] = ()) -> Page:
    """One file of docs. HTML in it is shown as text, never taken over.

    `anchors`: those of the page it translates, in the order of its headings; BadInput when they
    are not as many.
    """
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
            taken = {one.anchor for one in found}
            known = anchors[len(found)] if len(found) < len(anchors) else ""
            anchor = known or _free(slug(words), taken)
            token.attrSet("id", anchor)
            found.append(Heading(int(token.tag[1:]), words, anchor))
        for child in token.children or ():
            _turn(child)
    if anchors and len(found) != len(anchors):
        told = f"has {len(found)} headings, and its English page {len(anchors)}"
        raise BadInput(told, file=str(path))
    body = parser.renderer.render(tokens, parser.options, {})
    docs = path.parent if language == "en" else path.parent.parent
    name = NAMED.get(path.stem, path.stem)
    under = "notes" if path.parent.name == "notes" and name != "notes" else ""
    return Page(name, tuple(found), _both_themes(body, docs), language, under)


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
    name = NAMED.get(path.stem, path.stem)
    return (ORDER.index(name) if name in ORDER else len(ORDER), name)


def _plain(token: Token) -> str:
    return "".join(one.content for one in token.children or ())


def _free(anchor: str, taken: set[str]) -> str:
    number, free = 0, anchor
    while free in taken:
        number += 1
        free = f"{anchor}-{number}"
    return free


def _turn(token: Token) -> None:
    """A link to a file of docs leads to its page, and all pages and pictures lie in one folder."""
    name = {"link_open": "href", "image": "src"}.get(token.type, "")
    to = str(token.attrGet(name) or "") if name else ""
    if to and ":" not in to:
        token.attrSet(name, _flat(to) if name == "href" else to.removeprefix("../"))


def _flat(to: str) -> str:
    """A link between files of docs as one between pages of one folder."""
    path, sharp, anchor = to.partition("#")
    file = Path(path)
    if file.suffix != ".md":
        return to
    language = ".nl" if file.parent.name == "nl" else ""
    return f"{NAMED.get(file.stem, file.stem)}{language}.html{sharp}{anchor}"


def _both_themes(body: str, docs: Path) -> str:
    """Beside each light picture its dark one, where there is one."""

    def pair(found: re.Match[str]) -> str:
        dark = f"{found[1]}-dark.png"
        if not (docs / dark).exists():
            return found[0]
        source = f'<source srcset="{dark}" media="(prefers-color-scheme: dark)">'
        return f"<picture>{source}{found[0]}</picture>"

    return re.sub(r'<img src="([\w/-]+)-light\.png"[^>]*>', pair, body)


def _contents(page: Page, on: Page, pages: Sequence[Page]) -> str:
    """A row of the contents on the page `on`: other pages show their headings to a search only.

    Below a page that others stand under are their titles, in the place of its headings.
    """
    below = [one for one in pages if one.under == page.name]
    leads = [(one.file, _title(one)) for one in below] or [
        (f"{page.file}#{one.anchor}", html.escape(one.words)) for one in page.headings[1:]
    ]
    rows = "".join(f'<li><a href="{to}">{words}</a></li>' for to, words in leads)
    title = _title(page) + ("" if page.language == on.language else FOREIGN)
    here = page == on or on in below
    inner = f"<ul>{rows}</ul>" if rows else ""
    other = "" if here else ' class="other"'
    return f'<li{other} lang="{page.language}"><a href="{page.file}">{title}</a>{inner}</li>'


def _title(page: Page) -> str:
    return html.escape(page.headings[0].words)


def _row(pages: Sequence[Page]) -> str:
    """All pages in one line, for a reader that shows the text alone; a browser hides it."""
    leads = " · ".join(f'<a href="{one.file}">{_title(one)}</a>' for one in pages)
    return f'<p class="pages">{leads}</p>\n'


FOREIGN = " (Engels)"  # an English page in the contents of a Dutch one
WORDS = {
    "en": ("To the text", "Contents", "Search headings", "headings"),
    "nl": ("Naar de tekst", "Inhoud", "Koppen doorzoeken", "koppen"),
}


def _whole(page: Page, pages: Sequence[Page]) -> str:
    tops = [one for one in pages if not one.under]
    contents = "".join(_contents(one, page, pages) for one in tops)
    style, search = ((DATA / f"manual.{kind}").read_text("utf-8") for kind in ("css", "js"))
    title = html.escape(page.headings[0].words)
    skip, inside, ask, found = WORDS[page.language]
    return (
        f'<!doctype html>\n<html lang="{page.language}"><head><meta charset="utf-8">'
        f"<title>{title} - OSAwatch"
        f'</title><meta http-equiv="Content-Security-Policy" content="{SAFE}">'
        '<meta name="viewport" content="width=device-width">'
        f"<style>{style}</style></head><body>\n"
        f'<a class="skip" href="#text">{skip}</a>'
        f'<nav aria-label="{inside}"><label for="find">{ask}</label>'
        f'<input id="find" type="search"><span id="told" role="status" data-word="{found}"></span>'
        f'<ul>{contents}</ul></nav>\n<main id="text">\n{_row(tops)}{page.body}</main>\n'
        f"<script>{search}</script></body></html>\n"
    )


if __name__ == "__main__":
    build(DOCS, Path(sys.argv[1]))
