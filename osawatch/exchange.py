"""Lists of sources in and out: OPML, and a source by its address alone.

file -> feeds.opml.read -> specs | problems -> Core.source_add (new ones switched off) -> Listed
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from feeds import opml
from feeds.model import SourceSpec
from osawatch.core import Core
from osawatch.errors import BadInput
from osawatch.model import SourceRow


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
    specs, problems = opml.read(body)
    told = tuple(f"{path.name}:{p.line}: {p.message}" for p in problems)
    if not specs:
        raise BadInput(problems[0].message if problems else "names no feed", file=str(path))
    rows = core.sources()
    known = {row.id for row in rows} | {row.url for row in rows}
    new = [spec for spec in specs if spec.id not in known and spec.url not in known]
    for spec in new:
        core.source_add(spec)
        core.source_enable(spec.id, False)  # noqa: FBT003 # reads as a switch
    return Listed(len(specs), tuple(spec.id for spec in new), told)


def give_opml(core: Core, path: Path) -> int:
    """Write all sources into a list; how many they are."""
    rows = core.sources()
    try:
        path.write_bytes(opml.write(tuple(_spec(row) for row in rows)))
    except OSError as error:
        raise BadInput(f"cannot be written: {error.strerror}", file=str(path)) from error
    return len(rows)


def add_address(core: Core, address: str, title: str = "") -> str:
    """Add a source by its address, switched on; its id. The same address gives the same id."""
    host = urlsplit(address).hostname
    if urlsplit(address).scheme not in ("http", "https") or not host:
        raise BadInput(f"is no web address: {address!r}", field="url")
    name = host.removeprefix("www.")
    found = [row.id for row in core.sources() if row.url == address]
    if found:
        core.source_enable(found[0], True)  # noqa: FBT003 # reads as a switch
        return found[0]
    spec = SourceSpec(opml.identifier(address), title or name, address, publisher=name)
    core.source_add(spec)
    return spec.id


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
