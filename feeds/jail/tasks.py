"""What the process that reads can be asked: bytes in, the last piece of the answer as result.

    document   a feed, a page, a paper           -> the document
    list       a sanctions list                  -> records, in pieces; last the verdict on it
    delta      what one publication changed      -> the same
    leaves     records as their list wrote them  -> what each holds, path by path
    sheet      a spreadsheet                     -> rows, in pieces; last why it broke off

Pieces before the last go to `send` as they come, so that nothing is held whole.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from lxml import etree

import feeds
from feeds import discover, workbook
from feeds.jail import carry, entries, packing
from feeds.lists import ofac_delta
from feeds.lists.read import drained, recognised
from feeds.lists.xml import taken_apart
from feeds.parse import parse

NEEDED = ("feedparser", "pypdf", "python_calamine", "lxml.html")
AT_ONCE = 200  # records or rows in a piece
Send = Callable[[bytes], object]
One = TypeVar("One")


def document(
    body: bytes, _: Send, *, url: str, content_type: str, format: str, recipe: str
) -> bytes:
    """A feed, a page, a paper."""
    return carry.packed(
        parse(body, url=url, content_type=content_type, format=format, recipe=recipe)
    )


def named(body: bytes, _: Send, *, url: str, content_type: str) -> bytes:
    """The feeds that a page names."""
    found = discover.named(body, url, content_type)
    return packing.rows([[one.url, one.title, one.format] for one in found])


def listed(body: bytes, send: Send, *, name: str) -> bytes:
    """A sanctions list."""
    batch = _Batch(send, entries.packed)
    verdict = drained(recognised(body, name), batch.take)
    batch.flush()
    return entries.packed_verdict(verdict)


def delta(body: bytes, send: Send) -> bytes:
    """What one publication of OFAC changed."""
    try:
        _sent(ofac_delta.read(body), send, entries.packed_deltas)
    except (etree.XMLSyntaxError, ValueError) as broken:
        return packing.broken(str(broken) or "broken")
    return packing.broken("")


def leaves(body: bytes, send: Send) -> bytes:
    """Several records, in their order."""
    _sent(map(taken_apart, packing.split(body)), send, packing.tables)
    return b""


def sheet(body: bytes, send: Send) -> bytes:
    """The first sheet of a workbook."""
    try:
        _sent(workbook.rows(body), send, packing.rows)
    except workbook.SheetError as error:
        return packing.broken(error.message, error.line, error.field)
    return packing.broken("")


def _sent(found: Iterable[One], send: Send, packed: Callable[[list[One]], bytes]) -> None:
    batch = _Batch(send, packed)
    for one in found:
        batch.take(one)
    batch.flush()


class _Batch(Generic[One]):
    """Gathers what comes, and sends it off when it is enough for a piece."""

    def __init__(self, send: Send, packed: Callable[[list[One]], bytes]) -> None:
        self._send, self._packed = send, packed
        self._held: list[One] = []

    def take(self, one: One) -> None:
        self._held.append(one)
        if len(self._held) >= AT_ONCE:
            self.flush()

    def flush(self) -> None:
        if self._held:
            self._send(self._packed(self._held))
            self._held.clear()


TASKS: dict[str, Callable[..., bytes]] = {
    "document": document, "named": named, "list": listed, "delta": delta,
    "leaves": leaves, "sheet": sheet,
}  # fmt: skip


def ready() -> dict[str, Callable[..., bytes]]:
    """All readers, loaded."""
    for one in pkgutil.walk_packages(feeds.__path__, "feeds."):
        if one.name.startswith(("feeds.formats", "feeds.lists")):
            importlib.import_module(one.name)
    for name in NEEDED:
        importlib.import_module(name)
    return TASKS
