"""Lists, spreadsheets and feeds of a page, in a process apart. The door beside `keeper.parse`.

    bytes -> pipe -> the process that reads -> records, some hundreds in a piece -> here
                     died -> a refused list, reason "parser_died": what came before is dropped

It is another process than that of feeds: a list takes seconds, and no poll shall wait for it. What
a record's bytes hold is asked there too, when somebody compares it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from feeds.discover import MOST, FeedLink
from feeds.jail import entries, keeper, packing
from feeds.jail.carry import Unfit
from feeds.jail.keeper import REASON, Died, Jail, Limits
from feeds.lists.model import ListEntry
from feeds.lists.ofac_delta import Delta
from feeds.lists.read import ListDocument
from feeds.lists.xml import Leaves
from feeds.workbook import SheetError

LISTS = Jail(Limits(memory=2048, compute=240, patience=600.0, idle=60.0))
"""The process of this program that reads lists: the largest has 115 MB."""
AT_ONCE = 4 << 20  # bytes of records that are taken apart in one question
log = logging.getLogger(__name__)


def read(body: bytes, name: str = "") -> ListDocument | None:
    """As feeds.lists.read.read; a list that kills its reader is refused as `parser_died`."""
    found: list[ListEntry] = []
    try:
        verdict = streamed(body, name, found.extend)
    except Died as died:
        log.warning("%s (%s)", died, name)
        return ListDocument("", "", (), "refused", REASON, died.why)
    return verdict and replace(verdict, entries=tuple(found))


def streamed(
    body: bytes, name: str, take: Callable[[list[ListEntry]], object]
) -> ListDocument | None:
    """The verdict on a list; its records go to `take`, some at a time. `Died`."""
    return LISTS.ask(
        "list", body, entries.unpacked_verdict,
        lambda piece: take(entries.unpacked(piece, _opened)), name=name,
    )  # fmt: skip


def deltas(body: bytes) -> list[Delta]:
    """What one publication changed; `ValueError` when it is broken, `Died`."""
    found: list[Delta] = []
    why, _, _ = LISTS.ask(
        "delta", body, packing.read_broken,
        lambda piece: found.extend(entries.unpacked_deltas(piece, _opened)),
    )  # fmt: skip
    if why:
        raise ValueError(why)
    return found


def named(body: bytes, url: str, content_type: str = "") -> tuple[FeedLink, ...]:
    """As feeds.discover.named; a page that kills its reader names none."""
    try:
        return keeper.OURS.ask("named", body, _links, url=url, content_type=content_type)
    except Died as died:
        log.warning("%s (%s)", died, url)
        return ()


def _links(piece: bytes) -> tuple[FeedLink, ...]:
    """Whoever reads may be robbed: what is no address of the web is none here either."""
    found = packing.read_rows(piece)
    if any(len(row) != 3 or not row[0].startswith(("http://", "https://")) for row in found):
        raise Unfit("no feeds where feeds belong")
    return tuple(FeedLink(url, title, form) for url, title, form in found[:MOST])


def rows(body: bytes, take: Callable[[list[list[str]]], object]) -> None:
    """The rows of a spreadsheet, some at a time; `workbook.SheetError`, `Died`."""
    why, line, field = LISTS.ask(
        "sheet", body, packing.read_broken, lambda piece: take(packing.read_rows(piece))
    )
    if why:
        raise SheetError(why, line, field)


def open_all(records: Iterable[ListEntry]) -> None:
    """Have the bytes of these records taken apart now, many in one question. `Died`."""
    shut = [one.fields for one in records if isinstance(one.fields, Leaves) and one.fields.shut]
    batch: list[Leaves] = []
    size = 0
    for one in shut:
        batch.append(one)
        size += len(one.raw)
        if size >= AT_ONCE:
            _fill(batch)
            batch, size = [], 0
    if batch:
        _fill(batch)


def _fill(leaves: list[Leaves]) -> None:
    for one, found in zip(leaves, _taken_apart([one.raw for one in leaves]), strict=True):
        one.fill(found)


def _opened(raw: bytes) -> Mapping[str, tuple[str, ...]]:
    return _taken_apart([raw])[0]


def _taken_apart(raws: list[bytes]) -> list[packing.Table]:
    """What these bytes hold; as many tables as there are bytes."""
    found: list[packing.Table] = []

    def whole(_: bytes) -> list[packing.Table]:
        if len(found) != len(raws):
            raise Unfit("another number of records than asked for")
        return found

    return LISTS.ask(
        "leaves",
        packing.joined(raws),
        whole,
        lambda piece: found.extend(packing.read_tables(piece)),
    )
