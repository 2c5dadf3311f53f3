"""From the bytes of any known list to neutral entries: look at the root or the header, then read.

A list that breaks off or fails its own count is refused: the entries that could be saved are
given, but they must never replace the last good copy.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from lxml import etree
from python_calamine import CalamineError

from feeds.lists import (
    canada,
    csl,
    eu,
    eu_csv,
    ofac_advanced,
    ofac_csv,
    ofac_delta,
    ofac_xml,
    ofsi,
    opensanctions,
    seco,
    sheet,
    uk,
    un,
)
from feeds.lists.model import ListEntry
from feeds.lists.table import decode

Reader = Callable[[bytes], Iterator[ListEntry]]
CUT_SHORT = 0.98  # of the publisher's own count


@dataclass(frozen=True, slots=True)
class ListDocument:
    """A list as read. `reason`: "" | damaged | not_a_list | empty | companion | format_changed."""

    list: str
    format: str
    entries: tuple[ListEntry, ...] = ()
    outcome: Literal["parsed", "refused"] = "parsed"
    reason: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Stream:
    """A list that is recognised and not read yet. `partly`: why it is no whole list, "" = it is."""

    list: str
    format: str
    entries: Iterator[ListEntry]
    count: Callable[[], int | None] = lambda: None
    partly: str = ""


def read(body: bytes, name: str = "") -> ListDocument | None:
    """The list in these bytes, None when they are no list at all. `name`: file name or address."""
    entries: list[ListEntry] = []
    found = drained(recognised(body, name), entries.append)
    return found and replace(found, entries=tuple(entries))


def drained(
    found: Stream | ListDocument | None, take: Callable[[ListEntry], object]
) -> ListDocument | None:
    """The verdict on a list, without its entries: each was given to `take` as it came."""
    return _judged(found, take) if isinstance(found, Stream) else found


def recognised(body: bytes, name: str = "") -> Stream | ListDocument | None:
    """Which list it is, or why it is none that can be used; nothing of it is read yet."""
    if body.startswith(b"version https://git-lfs"):
        return _refused("git-lfs", "not_a_list", "a git-lfs pointer, not the file itself")
    if body[:4] == b"PK\x03\x04" or body[:4] == b"\xd0\xcf\x11\xe0":
        return _sheet(body)
    if body.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] == b"<":
        return _xml(body, name)
    if body.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] in b"{[":
        return _json(body)
    return _table(body, name)


def _refused(form: str, reason: str, detail: str, list_id: str = "") -> ListDocument:
    return ListDocument(list_id, form, (), "refused", reason, detail)


def _judged(found: Stream, take: Callable[[ListEntry], object]) -> ListDocument:
    count, list_id, form = 0, "", found.format
    try:
        for entry in found.entries:
            list_id = list_id or entry.list
            count += 1
            take(entry)
    except (etree.XMLSyntaxError, ValueError) as broken:
        if not found.partly:
            return _refused(form, "damaged", str(broken), list_id)
    if found.partly:
        return _refused(form, "companion", found.partly, list_id)
    if not count:
        return ListDocument(found.list, form, (), "refused", "empty", "no record in the list")
    said = found.count()
    if said and count < CUT_SHORT * said:
        return _refused(form, "damaged", f"{count} records, but the list says {said}", list_id)
    return ListDocument(found.list, form)


def _consolidated(name: str) -> str:
    return "ofac-cons" if re.search(r"cons", name.rsplit("/", 1)[-1], re.I) else "ofac-sdn"


def _root(body: bytes) -> tuple[str, str] | None:
    head = re.sub(rb"<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>[]*>", b"", body[:65536], flags=re.S)
    found = re.search(rb"<(?:[\w.-]+:)?([\w.-]+)([^>]*)", head)
    return (
        (found[1].decode("ascii", "replace"), found[2].decode("utf-8", "replace"))
        if found
        else None
    )


def _xml(body: bytes, name: str) -> Stream | ListDocument | None:
    root = _root(body)
    if root is None:
        return None
    tag, attributes = root
    if tag == "Error" and b"<Code>" in body[:500]:
        return _refused("s3-error", "not_a_list", "a storage error saved under the list's name")
    if tag == "sanctionsData":
        return _delta(body)
    return _list(tag, attributes, body, name)


def _delta(body: bytes) -> Stream:
    """The entities of a delta are given; as a list it is refused."""
    told = "what one publication changed, not the list itself"
    entries = (one.entry for one in ofac_delta.read(body))
    return Stream("ofac-sdn", "ofac-delta", entries, partly=told)


def _list(tag: str, attributes: str, body: bytes, name: str) -> Stream | None:
    cons = _consolidated(name)
    readers: dict[str, tuple[str, str, Reader]] = {
        "CONSOLIDATED_LIST": ("un-sc", "un-xml", un.read),
        "sdnList": (cons, "ofac-xml", lambda data: ofac_xml.read(data, cons)),
        "Sanctions": (cons, "ofac-advanced", lambda data: ofac_advanced.read(data, cons)),
        "Designations": ("uk-sl", "uk-xml", uk.read_xml),
        "swiss-sanctions-list": ("ch-seco", "seco-xml", seco.read),
        "data-set": ("ca-sema", "sema-xml", canada.read),
    }
    if tag == "export" and "fsd" in attributes:
        return _streamed("eu-fsf", "eu-fsf-xml", eu.read, body)
    if tag not in readers:
        return None
    stream = _streamed(*readers[tag], body)
    if tag == "sdnList":
        return replace(stream, count=lambda: ofac_xml.record_count(body))
    return stream


def _streamed(list_id: str, form: str, reader: Reader, body: bytes) -> Stream:
    return Stream(list_id, form, reader(body))


def _json(body: bytes) -> Stream | None:
    try:
        if b'"sources_used"' in body[:4096] or b'"source_list_url"' in body[:65536]:
            return _streamed("us-csl", "csl-json", _tolerant(csl.read_json), body)
        first = json.loads(body.split(b"\n", 1)[0])
    except (ValueError, KeyError, TypeError, RecursionError):  # nested a thousand deep
        return None
    if isinstance(first, dict) and {"schema", "properties", "caption"} <= first.keys():
        return _streamed("opensanctions", "ftm-json", _tolerant(opensanctions.read_ftm), body)
    return None


def _tolerant(reader: Reader) -> Reader:
    """A record of another shape is damage, as text that is no JSON is."""

    def read(body: bytes) -> Iterator[ListEntry]:
        try:
            yield from reader(body)
        except (KeyError, TypeError, AttributeError, RecursionError) as error:
            raise ValueError(f"a record of another shape ({error})") from error

    return read


def _sheet(body: bytes) -> Stream | None:
    try:
        table = [row for row in sheet.cells(body) if any(row)]
    except (CalamineError, OSError, ValueError):
        return None
    heads = [" ".join(row).casefold() for row in table[:4]]
    if heads and "name of individual or entity" in heads[0]:
        return _given("au-dfat", "dfat-sheet", sheet.read_australia(table))
    if any(head.startswith("surname") for head in heads):
        return _given("nl", "nl-sheet", sheet.read_netherlands(table))
    if any("group id" in head and "name 6" in head for head in heads):
        return _given("uk-ofsi", "ofsi-sheet", ofsi.read_rows(iter(table)))
    return None


def _given(list_id: str, form: str, entries: Iterator[ListEntry]) -> Stream:
    return Stream(list_id, form, entries)


def _table(body: bytes, name: str) -> Stream | ListDocument | None:
    head = decode(body[:4096])
    first = head.split("\n", 1)[0].strip()
    cons = _consolidated(name)
    headers: tuple[tuple[str, str, str, Reader], ...] = (
        (r"Report Date:", "uk-sl", "uk-csv", uk.read_csv),
        (r"Last Updated,\d", "uk-ofsi", "ofsi-csv", ofsi.read),
        (r'"?fileGenerationDate"?;"?Entity_LogicalId', "eu-fsf", "eu-csv", eu_csv.read),
        (r"(_id,)?source,entity_number,", "us-csl", "csl-csv", csl.read_csv),
        (r'"?Name"?\t"?Street_Address', "us-csl", "bis-denied", csl.read_denied),
        (r'"?id"?,"?schema"?,"?name', "opensanctions", "simple-csv", opensanctions.read_csv),
        (r'\d+,"[^"]*",(-0-|")', cons, "ofac-csv", lambda data: ofac_csv.read(data, cons)),
    )
    for pattern, list_id, form, reader in headers:
        if re.match(pattern, first, re.I if list_id == "eu-fsf" else 0):
            if form == "ofac-csv" and (other := _companion(first)):
                return _refused(form, "companion", other)
            return _streamed(list_id, form, reader, body)
    if re.match(r'\d+,"', first) or re.match(r"\d+,\d+,", first):
        return _refused("ofac-csv", "companion", "addresses, aliases or comments of an OFAC list")
    return _mangled(first)


def _companion(first: str) -> str:
    """A row of the main file has twelve columns."""
    columns = first.count(",") + 1
    return "" if columns >= 12 else "addresses, aliases or comments of an OFAC list"


def _mangled(first: str) -> ListDocument | None:
    if "Entity_LogicalId" in first or "Naal_wholename" in first.replace(" ", ""):
        return _refused("eu-csv", "format_changed", "the EU list as CSV of 2018 or mangled")
    return None
