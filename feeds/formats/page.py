"""A web page that lists documents: links, their titles and the dates beside them.

tree -> rows (by the recipe's selector, else every link) -> the link, its title, its date -> Draft

Where the recipe says nothing, the entries are the links that have a date beside them: in the same
row of a list or table, or in the cell, term or line next to it. So they are where it only knows
what a date looks like. A page on which no link fits has
changed its form; it never means «no news».
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import cast

from cssselect import HTMLTranslator
from lxml import etree

from feeds import dates, links
from feeds.recipe import Page
from feeds.text import clean
from feeds.xmltree import Element

from . import wire
from .draft import Draft, Frame, language, settle_all

FORMAT = "html"
_SEEN = 800  # characters of a row that are looked at for a date
_HIGH = 4  # parents of a link that may be its row
_MANY = 8  # links of one row, all to one address: more is no row
_FEWEST = 3  # links with a date, of a page that nobody described
_LABELS = re.compile(
    r"\W*(?:pdf|html?|docx?|xlsx?|view|download|details?|more|read more|here|link|open|"
    r"查看|详情|下载|更多|詳細|こちら)?\W*(?:[\d.,]+\s*[kmg]b\W*)?\Z",
    re.IGNORECASE,
)
_MUTE = frozenset({"script", "style", "noscript", "template", "select", "svg"})


def read(text: str, frame: Frame) -> None:
    """Read the entries of a page into the frame."""
    frame.format = FORMAT
    root = tree(text)
    if root is None:
        frame.partial, frame.reason = True, "damaged"
        frame.notes.note("The page cannot be read as HTML")
        return
    frame.title = " ".join(_texts(root.find(".//head/title")))
    frame.language = language(root.get("lang", "")) or frame.language
    found = root.find(".//base[@href]")
    frame.base = links.absolute(found.get("href", "") if found is not None else "", frame.url)
    frame.base = frame.base or frame.url
    guessed = frame.recipe.page is None
    drafts = list(_drafts(root, frame.recipe.page or Page(), frame, guessed=guessed))
    if len(drafts) < (_FEWEST if guessed else 1):
        _changed(root, frame, guessed=guessed)
        return
    undated = sum(not draft.published for draft in drafts)
    if undated:
        frame.notes.note(f"{undated} of {len(drafts)} links have no date beside them")
    settle_all(drafts, frame)


def tree(text: str) -> Element | None:
    """The tree of a page, however it is written; None of nothing."""
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        return etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _changed(root: Element, frame: Frame, *, guessed: bool) -> None:
    number = sum(1 for _ in root.iter("a"))
    told = (
        f"fewer than {_FEWEST} of its {number} links have a date beside them"
        if guessed
        else f"none of its {number} links fits what is known of it"
    )
    frame.notes.note(f"The page has another form than it had: {told}")
    frame.partial, frame.reason = True, "format_changed"


def _drafts(root: Element, page: Page, frame: Frame, *, guessed: bool) -> Iterator[Draft]:
    """Each address once, with the best title that a link to it has."""
    made: dict[str, Draft] = {}
    dated = guessed or bool(page.date_pattern and not (page.row or page.link_pattern))
    for row in _rows(root, page):
        link = _link(row, page, frame)
        if link is None:
            continue
        draft = _draft(row, link, page, frame)
        if dated and not draft.published:
            continue
        known = made.setdefault(draft.link, draft)
        if known is not draft:
            known.title = max(known.title, draft.title, key=len)
            known.published = known.published or draft.published
    yield from made.values()


def _rows(root: Element, page: Page) -> Iterator[Element]:
    yield from _select(root, page.row) if page.row else root.iter("a")


def _select(element: Element, css: str) -> list[Element]:
    found = element.xpath(_xpath(css))
    return cast("list[Element]", found) if isinstance(found, list) else []


@lru_cache(maxsize=64)
def _xpath(css: str) -> str:
    return HTMLTranslator().css_to_xpath(css, prefix="descendant-or-self::")


def _link(row: Element, page: Page, frame: Frame) -> Element | None:
    """The first link of a row whose address fits."""
    candidates = _select(row, page.link) if page.link else row.iter("a")
    for link in candidates:
        href = (link.get("href") or "").strip()
        if not href or href.startswith("#") or href.lower().startswith(("javascript:", "mailto:")):
            continue
        address = links.absolute(href, frame.base) or href
        if re.search(page.link_pattern, address[: links.LONGEST]):
            return link
    return None


def _draft(row: Element, link: Element, page: Page, frame: Frame) -> Draft:
    href = (link.get("href") or "").strip()
    summary = " ".join(text for one in _chosen(row, page.summary) for text in _texts(one))
    return Draft(
        title=_title(row, link, page),
        title_plain=True,
        summary=summary,
        summary_plain=True,
        link=links.absolute(href, frame.base) or href,
        published=_date(row, link, page),
        line=wire.line(link),
    )


def _chosen(row: Element, css: str) -> list[Element]:
    return _select(row, css) if css else []


def _title(row: Element, link: Element, page: Page) -> str:
    """The title by its selector, else the link's; of a link that only says «PDF», its row's."""
    chosen = " ".join(text for one in _chosen(row, page.title) for text in _texts(one))
    own = " ".join(_texts(link))
    hint = clean(link.get("title") or "", _SEEN)
    title = chosen or (hint if own.rstrip(".… ") in hint else own) or hint
    if not _LABELS.match(title):
        return title
    cells = [" ".join(_texts(cell)) for cell in row.iter("td", "dd", "p", "span", "h3", "h4")]
    return max([title, *cells], key=len)


def _date(row: Element, link: Element, page: Page) -> str:
    if page.date:
        places = [" ".join(_texts(one)) for one in _chosen(row, page.date)]
    elif page.row:
        places = [" ".join(_texts(row))]
    else:
        places = list(_beside(link))
    places.append(link.get("href") or "")
    stamps = (_stamp(place, page) for place in places)
    return next((dates.iso(stamp) for stamp in stamps if stamp), "")


def _stamp(text: str, page: Page) -> dates.Stamp | None:
    if page.date_pattern:
        found = re.search(page.date_pattern, text)
        if not found:
            return None
        text = found[1] if found.re.groups else found[0]
    if page.date_format:
        return dates.exactly(text, page.date_format)
    return dates.read(text) or dates.find(text)


def _beside(link: Element) -> Iterator[str]:
    """Texts in which a link's date may stand, the nearest first."""
    yield " ".join(_texts(link))
    element: Element | None = link
    for _ in range(_HIGH):
        if element is None or element.tag in ("body", "html"):
            return
        for neighbour in (element.getprevious(), element.getnext()):
            if neighbour is not None and next(neighbour.iter("a"), None) is None:
                yield " ".join(_texts(neighbour))
        element = element.getparent()
        if element is None or _crowded(element):
            return
        yield " ".join(_texts(element))


def _crowded(element: Element) -> bool:
    """Whether an element holds links to several addresses."""
    few = [link.get("href") for link in islice(element.iter("a"), _MANY)]
    return len(few) == _MANY or len(set(few)) > 1


def _texts(element: Element | None) -> list[str]:
    """The visible texts in an element, as far as anybody looks."""
    if element is None:
        return []
    parts: list[str] = []
    length = 0
    for text in islice(_visible(element), 200):
        word = " ".join(text.split())
        if word:
            parts.append(word)
            length += len(word)
        if length > _SEEN:
            break
    return parts


def _visible(element: Element) -> Iterator[str]:
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, found in walk:
        if event == "start" and found.tag in _MUTE:
            walk.skip_subtree()
        elif event == "start":
            yield found.text or ""
        elif found is not element:
            yield found.tail or ""
