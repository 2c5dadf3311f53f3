"""Federal Register API v1: search pages, batches, single documents, public inspection.

The service is silent about its own limits, so they are looked for here:
no `results` at all when nothing was found; a page size out of bounds becomes 20; beyond the
10,000th document it begins again at page 1.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

from feeds import links
from feeds.jsontext import Value, array, record, text

from .draft import Draft, Frame, settle_all

FORMAT = "federal-register-v1"
PUBLISHER = "Federal Register"
_DEEPEST = 10_000
_USUAL = 20
_LARGEST = 2_000


def fits(value: dict[str, Value]) -> bool:
    """Whether this object is an answer of the Federal Register."""
    if "document_number" in value:
        return True
    if "results" in value:
        return "count" in value and all(
            "document_number" in record(entry) or _ours(record(entry))
            for entry in array(value["results"])
        )
    return isinstance(value.get("count"), int) and bool({"description", "errors"} & value.keys())


def read(value: dict[str, Value], frame: Frame) -> None:
    """Read an answer's documents into the frame."""
    frame.format = FORMAT
    frame.title, frame.language = PUBLISHER, "en"
    frame.base = frame.url
    if "document_number" in value and "results" not in value:
        settle_all(_drafts([value], frame), frame)
        return
    _missing(value, frame)
    settle_all(_drafts(array(value.get("results")), frame), frame)
    _paging(value, frame)


def _ours(entry: dict[str, Value]) -> bool:
    """A document of which only other fields were asked for."""
    return bool({"html_url", "pdf_url", "citation", "agencies"} & entry.keys())


def _drafts(entries: list[Value], frame: Frame) -> Iterator[Draft]:
    for entry in entries:
        if isinstance(entry, dict):
            yield _draft(record(entry))
        else:
            frame.notes.note("A result is no object and is left out")


def _draft(entry: dict[str, Value]) -> Draft:
    inspection = "filed_at" in entry or "filing_type" in entry
    return Draft(
        title=_title(entry),
        summary=text(entry.get("abstract")) or text(entry.get("excerpts")),
        link=text(entry.get("html_url")) or text(entry.get("pdf_url")),
        guid=text(entry.get("document_number")).strip(),
        # A document on the inspection desk is public when filed; its issue lies in the future.
        published=text(entry.get("filed_at" if inspection else "publication_date")),
        updated=text(entry.get("pdf_update_at")),
        language="en",
        publisher=PUBLISHER,
        authors=_agencies(entry),
        categories=_categories(entry),
    )


def _title(entry: dict[str, Value]) -> str:
    toc = (text(entry.get("toc_subject")), text(entry.get("toc_doc")))
    return text(entry.get("title")) or " ".join(part for part in toc if part)


def _agencies(entry: dict[str, Value]) -> list[str]:
    agencies = [record(agency) for agency in array(entry.get("agencies"))]
    names = [text(agency.get("name")) or text(agency.get("raw_name")) for agency in agencies]
    return [name for name in names if name]


def _categories(entry: dict[str, Value]) -> list[str]:
    kinds = [text(entry.get(name)) for name in ("type", "subtype", "action", "filing_type")]
    return [kind for kind in [*kinds, *map(text, array(entry.get("topics")))] if kind]


def _missing(value: dict[str, Value], frame: Frame) -> None:
    """Documents that were counted but not sent, or asked for but not known."""
    count = value.get("count")
    if "results" not in value and count != 0:
        frame.notes.note(f"{text(count) or 'Some'} documents are counted, but none is sent")
        frame.partial, frame.reason = True, "format_changed"
    unknown = array(record(value.get("errors")).get("not_found"))
    if unknown:
        names = ", ".join(text(number) for number in unknown[:10])
        frame.notes.note(f"{len(unknown)} documents are not known to the service: {names}"[:300])


def _paging(value: dict[str, Value], frame: Frame) -> None:
    following = links.absolute(text(value.get("next_page_url")), frame.url)
    size, page = _asked(frame.url)
    sent = len(array(value.get("results")))
    if page > 1 and page * min(size, _LARGEST) > _DEEPEST:
        _restarted(frame)
        return
    if not 2 <= size <= _LARGEST and sent <= _USUAL:
        frame.notes.note(f"A page size of {size} is out of bounds: the service sends {_USUAL}")
    next_size, next_page = _asked(following)
    if following and next_page * next_size > _DEEPEST:
        _restarted(frame)
        return
    same = not links.host(frame.url) or links.host(following) == links.host(frame.url)
    if following and not same:
        frame.notes.note("The next page lies on another host and is not asked", following[:200])
        return
    frame.next_url = following


def _restarted(frame: Frame) -> None:
    frame.notes.note(
        f"Beyond {_DEEPEST} documents the service begins again at page 1: ask for fewer days"
    )
    frame.partial, frame.reason = True, "too_big"


def _asked(url: str) -> tuple[int, int]:
    """The page size and number an address asks for; the service's own when it does not say."""
    query = parse_qs(urlsplit(url).query) if url else {}
    return _number(query, "per_page", _USUAL), _number(query, "page", 1)


def _number(query: dict[str, list[str]], name: str, usual: int) -> int:
    given = query.get(name, [""])[0]
    return int(given) if given.isascii() and given.isdigit() and len(given) < 9 else usual
