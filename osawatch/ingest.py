"""Files from disk through the same parser and the same pipeline: for posts without a network.

path -> bytes -> feeds.parse -> intake.take_in (one transaction a file) -> FileResult
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from feeds.jail.keeper import parse
from feeds.model import Document, SourceSpec
from osawatch import intake
from osawatch.model import Changes, FileResult, PollProgress
from osawatch.store import search, sources

LARGEST = 64 << 20
FILES = SourceSpec(id="file", title="Files", url="", kind="", format="file")


def run(
    desk: intake.Desk,
    paths: Sequence[Path],
    source: SourceSpec | None,
    clock: Callable[[], datetime],
    *,
    progress: Callable[[PollProgress], None],
    cancel: threading.Event,
) -> Iterator[tuple[FileResult, Changes]]:
    """Each file with what became of it; one that cannot be read stops no other."""
    spec = source or FILES
    if source is None:
        with desk.store.writing() as connection:
            sources.add(connection, [FILES], origin="file", on=False)
    for number, path in enumerate(paths, 1):
        if cancel.is_set():
            break
        result, changes = _one(desk, path, spec, clock())
        progress(PollProgress(number, len(paths), str(path), result.outcome))
        yield result, changes
        intake.index(desk.store, least=search.BATCH)
    intake.index(desk.store)


def _one(
    desk: intake.Desk, path: Path, spec: SourceSpec, now: datetime
) -> tuple[FileResult, Changes]:
    try:
        size = path.stat().st_size
        body = path.read_bytes() if size <= LARGEST else b""
    except OSError as error:
        return _refused(path, f"cannot be read: {error.strerror}"), Changes()
    if size > LARGEST:
        return _refused(path, "too_big"), Changes()
    return receive(desk, spec, body, now, name=str(path))


def receive(
    desk: intake.Desk, spec: SourceSpec, body: bytes, now: datetime, *, name: str
) -> tuple[FileResult, Changes]:
    """Bytes that came without a network, as if the source had served them."""
    document = _parsed(spec, body)
    sha256 = hashlib.sha256(body).hexdigest()
    keep = [intake.Kept(name, "", body, sha256)] if spec.official and document.items else []
    taken = intake.take_in(desk, spec, [document], now, keep=keep, document=sha256)
    result = FileResult(
        name, document.outcome, document.reason, document.format, len(document.items), taken.new,
        taken.matched, taken.alerts,
    )  # fmt: skip
    return result, taken.changes


def _parsed(spec: SourceSpec, body: bytes) -> Document:
    """The document, read as the source's are; a page of a source of pages is one here too."""
    document = parse(body, url=spec.url, recipe=spec.recipe)
    if document.outcome == "refused" and spec.format == "html" and not spec.recipe:
        return parse(body, url=spec.url, format="html")
    return document


def _refused(path: Path, reason: str) -> FileResult:
    return FileResult(str(path), "refused", reason, "", 0, 0, 0, 0)
