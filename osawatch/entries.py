"""From the items of a document to entries: ids that any desk would give, times that exist. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from feeds.model import Document, Item, SourceSpec
from osawatch import decide
from osawatch.stages import Entry, Known


@dataclass(frozen=True, slots=True)
class Origin:
    """What all items of a document have in common."""

    source: SourceSpec
    seen: datetime
    language: str
    publisher: str
    document: str


def origin(
    source: SourceSpec, documents: Sequence[Document], seen: datetime, document: str
) -> Origin:
    """Where a document came from; what it leaves out, its source says."""
    language = next((part.language for part in documents if part.language), "")
    title = next((part.title for part in documents if part.title), "")
    spoken = source.language if len(source.language) == 2 else ""
    publisher = source.publisher or source.title if source.url else title or source.title
    return Origin(source, seen, language or spoken, publisher, document)


def entries(found: Sequence[Item], origin: Origin, known: Mapping[str, Known]) -> list[Entry]:
    """Each text once, under the id of its item, in the order of the document.

    Two texts of one item (an entry and its correction) both come through: the later is a version.
    """
    shared = decide.shared_names(found)
    made: dict[tuple[str, str], Entry] = {}
    for item in found:
        name = decide.identify(item, origin.source.id, origin.seen, known.get, shared=shared)
        entry = _entry(name, item, origin)
        made.setdefault((name, entry.text_hash), entry)
    return list(made.values())


def _entry(name: str, item: Item, origin: Origin) -> Entry:
    title, summary = _storable(item.title), _storable(item.summary)
    return Entry(
        id=name, source=origin.source.id, format=item.source_format, guid=_storable(item.guid),
        url=_storable(item.url), title=title, summary=summary,
        language=item.language or origin.language, kind=origin.source.kind,
        publisher=_storable(item.publisher or origin.publisher), published=item.published,
        updated=item.updated, precision=item.precision, first_seen=origin.seen,
        at=decide.happened(item, origin.seen), text_hash=decide.digest(title, summary),
        document=origin.document,
    )  # fmt: skip


def _storable(text: str) -> str:
    """Half a character (a lone surrogate) cannot be written as UTF-8; it becomes a sign for it."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode()
