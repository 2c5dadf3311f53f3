"""Lists of sources in and out: OPML, and a source by its address alone.

file -> feeds.opml.read -> specs | problems -> Sourcebook.add (new ones switched off) -> Listed
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from feeds import discover, opml
from feeds.model import SourceSpec
from osawatch.core import Core
from osawatch.errors import BadInput
from osawatch.model import SourceEdit, SourceRow
from osawatch.sourcebook import sound

HOURLY = 60  # minutes between polls, as the command line has it


@dataclass(frozen=True, slots=True)
class Listed:
    """What a list held: feeds read, those that are new here, and what could not be used."""

    read: int
    new: tuple[str, ...]
    problems: tuple[str, ...]


def take_opml(core: Core, path: Path) -> Listed:
    """Add the feeds of a list. New ones stay off until a person has looked at them."""
    try:
        body = path.read_bytes()
    except OSError as error:
        raise BadInput(f"cannot be read: {error.strerror}", file=str(path)) from error
    found = opml.listing(body)
    specs, problems = tuple(found.specs.values()), found.problems
    told = tuple(f"{path.name}:{p.line}: {p.message}" for p in problems)
    if not specs:
        raise BadInput(problems[-1].message if problems else "names no feed", file=str(path))
    rows = core.sources.rows()
    known = {row.id for row in rows} | {row.url for row in rows}
    new = [spec for spec in specs if spec.id not in known and spec.url not in known]
    for spec in new:
        core.sources.add(spec, found.folders.get(spec.url, ()))
        core.sources.enable(spec.id, False)  # noqa: FBT003 # reads as a switch
    return Listed(len(specs), tuple(spec.id for spec in new), told)


def give_opml(core: Core, path: Path) -> int:
    """Write all sources into a list; how many they are."""
    rows = core.sources.rows()
    try:
        folders = {row.id: row.tags for row in rows}
        path.write_bytes(opml.write(tuple(_spec(row) for row in rows), folders))
    except OSError as error:
        raise BadInput(f"cannot be written: {error.strerror}", file=str(path)) from error
    return len(rows)


def add_feed(core: Core, address: str, said: SourceEdit) -> str:
    """Add a feed that was looked at, as a person describes it, switched on; its id.

    An address that is known already is switched on, and stays what it is.
    """
    host, ids = _host(address), {row.url: row.id for row in core.sources.rows()}
    if address in ids:
        core.sources.enable(ids[address], True)  # noqa: FBT003 # reads as a switch
        return ids[address]
    said = sound(said)
    spec = SourceSpec(
        opml.identifier(address), said.title or host, address, host, said.country or "",
        said.language or "", said.kind or "news", official=bool(said.official),
        poll_minutes=said.minutes or HOURLY,
    )  # fmt: skip
    core.sources.add(spec, said.tags or ())
    return spec.id


def _host(address: str) -> str:
    host = urlsplit(address).hostname
    if urlsplit(address).scheme not in ("http", "https") or not host:
        raise BadInput(f"is no web address: {address!r}", field="url")
    return host.removeprefix("www.")


def add_address(core: Core, address: str, title: str = "") -> str:
    """Add a source by its address, switched on; its id. The same address gives the same id.

    Of a web page the one feed that it names is meant; of several a person has to choose.
    """
    _host(address)
    known = any(row.url == address for row in core.sources.rows())
    if not known and not discover.says_feed(address):
        address = _feed_at(core, address)
    return add_feed(core, address, SourceEdit(title=title or None))


def _feed_at(core: Core, address: str) -> str:
    seen = core.news.look(address)
    if seen.kind != "page":
        return address  # a feed, or nobody could look: the first poll will tell
    if not seen.feeds:
        raise BadInput("is a web page that names no feed", field="url")
    if len(seen.feeds) > 1:
        named = ", ".join(one.url for one in seen.feeds[:5])
        raise BadInput(f"is a web page that names several feeds, add one of them: {named}")
    return seen.feeds[0].url


def _spec(row: SourceRow) -> SourceSpec:
    return SourceSpec(
        row.id,
        row.title,
        row.url,
        publisher=row.publisher,
        language=row.language,
        kind=row.kind,
        format=row.format,
        notes=row.notes,
    )
