"""The Dutch House of Representatives: SyncFeed (Atom, read on and on) and OData v4.

An entry of SyncFeed is titled by an id; what it is stands in the element of its content. A feed of
a category begins years ago and names in each answer where to go on (`next`); when nothing is left
it names where to ask later (`resume`). What was deleted comes as an entry that says so.
Times are Dutch local times without a zone: only their day is used.
"""

from __future__ import annotations

from collections.abc import Iterator

from feeds import links
from feeds.jsontext import Value, array, record, text
from feeds.xmltree import Element

from . import wire
from .draft import Draft, Frame, settle_all
from .facts import told

SYNC, ODATA = "tweede-kamer-syncfeed", "tweede-kamer-odata"
PUBLISHER = "Tweede Kamer"
_DATA = "tkData"
_ATOM = "{http://www.w3.org/2005/Atom}"
_PAGE = "https://www.tweedekamer.nl/downloads/document?id="


def fits_sync(root: Element) -> bool:
    """Whether this feed carries the House's entities, or is one of its answers without any."""
    if any(_DATA in str(child.tag) for entry in _contents(root) for child in entry):
        return True
    return any("SyncFeed" in link.get("href", "") for link in root.iter(f"{_ATOM}link"))


def read_sync(root: Element, frame: Frame) -> None:
    """Read the entities into the frame, and where the next poll goes on."""
    frame.format, frame.title, frame.language = SYNC, PUBLISHER, "nl"
    frame.base = frame.url
    entries = root.findall(f"{_ATOM}entry")
    living = [entry for entry in entries if not _deleted(entry)]
    if len(living) < len(entries):
        gone = len(entries) - len(living)
        frame.notes.note(f"{gone} entries say that something was deleted and are left out")
    settle_all((_entity(entry) for entry in living), frame)
    following = _token(root, "next", frame)
    frame.next_url = following if entries and following != frame.url else ""
    of_entries = [_token(entry, "next", frame) for entry in entries]
    known = [following, _token(root, "resume", frame), *reversed(of_entries)]
    frame.resume = next((url for url in known if url), "")


def _contents(root: Element) -> Iterator[Element]:
    return root.iter(f"{_ATOM}content")


def _inside(entry: Element) -> Element | None:
    return next((child for content in _contents(entry) for child in content), None)


def _deleted(entry: Element) -> bool:
    inside = _inside(entry)
    return inside is not None and wire.attribute(inside, "verwijderd") == "true"


def _token(element: Element, rel: str, frame: Frame) -> str:
    for link in element.findall(f"{_ATOM}link"):
        href = link.get("href", "")
        if link.get("rel") == rel and "skiptoken" in href.lower():
            return links.absolute(href, frame.base)
    return ""


def _entity(entry: Element) -> Draft:
    inside = _inside(entry)
    found: dict[str, str] = {}
    for child in inside if inside is not None else ():
        name = wire.short(str(child.tag)).rpartition(":")[2].casefold()
        found.setdefault(name, wire.content(child).strip())  # «single» ones come twice at times
    identity = inside.get("id", "") if inside is not None else ""
    files = (one for one in entry.iter(f"{_ATOM}link") if one.get("rel") == "enclosure")
    file = next((one.get("href", "") for one in files), "")
    draft = _document(found)
    draft.guid = identity or "".join(entry.findtext(f"{_ATOM}title", ""))
    draft.link = draft.link or file
    draft.updated = entry.findtext(f"{_ATOM}updated", "")
    draft.line = wire.line(entry)
    return draft


def _document(found: dict[str, str]) -> Draft:
    number = found.get("documentnummer", "") or found.get("nummer", "")
    subject, title = found.get("onderwerp", ""), found.get("titel", "")
    kind = found.get("soort", "")
    return Draft(
        title=subject or title or " ".join(part for part in (kind, number) if part),
        title_plain=True,
        summary=told(
            ("", title if title != subject else ""),
            ("Soort", kind),
            ("Nummer", number),
            ("Vergaderjaar", found.get("vergaderjaar", "")),
            ("Organisatie", found.get("organisatie", "")),
        ),
        summary_plain=True,
        link=_PAGE + number if number and found.get("documentnummer") else "",
        published=_day(found.get("datum", "") or found.get("datumontvangst", "")),
        publisher=PUBLISHER,
        categories=[kind] if kind else [],
    )


def _day(stamp: str) -> str:
    return stamp.strip()[:10]


def fits_odata(value: Value) -> bool:
    """Whether this is a page of the House's OData service."""
    found = record(value)
    context = text(found.get("@odata.context"))
    return isinstance(found.get("value"), list) and "odata" in context.casefold()


def read_odata(value: Value, frame: Frame) -> None:
    """Read the entities of a page into the frame."""
    found = record(value)
    frame.format, frame.title, frame.language = ODATA, PUBLISHER, "nl"
    frame.base = frame.url
    entries = [record(entry) for entry in array(found.get("value"))]
    gone = sum(entry.get("Verwijderd") is True for entry in entries)
    if gone:
        frame.notes.note(f"{gone} entries say that something was deleted and are left out")
    settle_all((_record(entry) for entry in entries if entry.get("Verwijderd") is not True), frame)
    frame.next_url = links.absolute(text(found.get("@odata.nextLink")), frame.url)


def _record(entry: dict[str, Value]) -> Draft:
    draft = _document({name.casefold(): text(value) for name, value in entry.items()})
    draft.guid = text(entry.get("Id"))
    draft.updated = text(entry.get("ApiGewijzigdOp") or entry.get("GewijzigdOp"))
    return draft
