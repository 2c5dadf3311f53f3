"""officielebekendmakingen.nl: answers of SRU 2.0 (and 1.2) with Dutch official publications.

searchRetrieveResponse > records > record > recordData > gzd > originalData > meta (owmskern,
owmsmantel, tpmeta or opmeta) and enrichedData (addresses). Prefixes differ between answers, so
names count without them. A wrong query is told in `diagnostics`, with status 200.
"""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from feeds.text import clean
from feeds.xmltree import Element

from . import wire
from .draft import Draft, Frame, settle_all
from .facts import told

FORMAT = "sru-officielebekendmakingen"
ROOTS = frozenset({"searchretrieveresponse"})
_SITE = "https://zoek.officielebekendmakingen.nl/"


def read(root: Element, frame: Frame) -> None:
    """Read the publications into the frame, and where their next page is."""
    frame.format, frame.title, frame.language = FORMAT, "Officiële bekendmakingen", "nl"
    frame.base = frame.url or _SITE
    records = list(root.iter("{*}record"))
    faults = [_text(one, "message") or _text(one, "details") for one in root.iter("{*}diagnostic")]
    if faults and not records:
        told_ = clean("; ".join(fault for fault in faults if fault), 200)
        frame.notes.note(f"The service does not understand the query: {told_}")
        frame.partial, frame.reason = True, "not_a_feed"
        return
    settle_all((_draft(one) for one in records), frame)
    total = _text(root, "numberOfRecords")
    if total.isdecimal() and int(total) and not records:
        frame.notes.note(f"{total} publications are counted, but none is sent")
        frame.partial, frame.reason = True, "format_changed"
    frame.unordered = True
    frame.next_url = _next(frame.url, len(records), total)


def _draft(record: Element) -> Draft:
    found = _leaves(record)
    number = _one(found, "identifier")
    kind, creator = _one(found, "type"), _one(found, "creator")
    return Draft(
        title=_one(found, "title", "alternative") or number,
        title_plain=True,
        summary=told(
            ("", _one(found, "alternative")),
            ("Soort", kind),
            ("Organisatie", creator),
            ("Publicatie", _publication(found)),
            ("Onderwerp", found.get("subject", [])),
        ),
        summary_plain=True,
        link=_address(found, number),
        guid=number,
        published=_one(found, "available", "issued", "date"),
        updated=_one(found, "modified"),
        language=_one(found, "language"),
        publisher=_one(found, "publisher") or creator,
        authors=[creator] if creator else [],
        categories=[one for one in (kind, _one(found, "publicatienaam")) if one],
        line=wire.line(record),
    )


def _leaves(record: Element) -> dict[str, list[str]]:
    """Every text of a record by its local name; an item's address by its manifestation."""
    found: dict[str, list[str]] = {}
    for element in record.iter():
        text = " ".join((element.text or "").split())
        if not text or len(element):
            continue
        name = str(element.tag).rpartition("}")[2]
        kind = wire.attribute(element, "manifestation")
        found.setdefault(f"{name}.{kind}" if kind else name, []).append(text)
    return found


def _one(found: dict[str, list[str]], *names: str) -> str:
    return next((found[name][0] for name in names if found.get(name)), "")


def _publication(found: dict[str, list[str]]) -> str:
    parts = (_one(found, name) for name in ("publicatienaam", "jaargang", "publicatienummer"))
    return " ".join(part for part in parts if part)


def _address(found: dict[str, list[str]], number: str) -> str:
    """The page of a publication; the addresses of its files only stand in for it."""
    known = _one(found, "preferredUrl", "itemUrl.html", "itemUrl.pdf", "itemUrl.xml", "url")
    return known or (f"{_SITE}{number}.html" if number else "")


def _text(element: Element, name: str) -> str:
    found = next(element.iter(f"{{*}}{name}"), None)
    return "" if found is None else " ".join((found.text or "").split())


def _next(url: str, sent: int, total: str) -> str:
    """The address of the following page, "" after the last; `nextRecordPosition` may be absent."""
    parts = urlsplit(url)
    query = dict(parse_qsl(parts.query, keep_blank_values=True))
    start = query.get("startRecord", "1")
    if not (sent and total.isdecimal() and start.isdecimal() and "query" in query):
        return ""
    following = int(start) + sent
    if following > int(total):
        return ""
    return urlunsplit(parts._replace(query=urlencode({**query, "startRecord": str(following)})))
