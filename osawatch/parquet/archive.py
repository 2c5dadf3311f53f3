"""Items to monthly files and back. A file that is there and unchanged is not written again.

    store, a page at a time -> a month's rows -> items-YYYY-MM.parquet -> index.json, written last
Columns are those of `model.COLUMNS`; times are UTC microseconds. Any Parquet reader opens them.
What the desk let go since an archive was written stays in it: there is no other place for it.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import threading
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from osawatch import sealed
from osawatch.errors import BadInput, why
from osawatch.parquet.model import COLUMNS, FORMAT, INDEX, OFFICIAL, Index, Partition
from osawatch.store import replay, series
from osawatch.store.database import Store
from osawatch.store.replay import Past
from osawatch.writing import fresh
from rules.model import Text

if TYPE_CHECKING:
    import polars as pl

Progress = Callable[[int, int], None]
PLAIN = re.compile(r"[^/\\\x00-\x1f:.][^/\\\x00-\x1f:]*")  # a name, never a way out of a folder
MONTH = re.compile(r"items-(\d{4}-\d\d)\.parquet")
START = datetime(1970, 1, 1, tzinfo=UTC)
IDS = 500  # asked for at a time


def export(
    store: Store,
    folder: Path,
    now: datetime,
    progress: Progress = lambda _done, _all: None,
    cancel: threading.Event | None = None,
) -> Index:
    """Write all items of a profile; the index comes last, so that a stopped export is none."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _ours(store, folder)
        months = groupby(_items(store, now, progress, cancel), _month)
        parts = [_write(folder, month, rows) for month, rows in _whole(store, folder, months)]
        with store.reading() as connection:
            days = max(1, (now - min((one.first for one in parts), default=now)).days + 2)
            looked = series.looked(connection, now, days)
        today = now.astimezone(UTC).date()
        seen = {
            (today - timedelta(days=days - 1 - number)).isoformat()
            for number, one in enumerate(looked)
            if one
        }
        index = Index(tuple(parts), frozenset(seen))
        put_index(folder, index)
    except OSError as error:
        raise BadInput(f"cannot be written: {error.strerror}", file=str(folder)) from error
    return index


def read_index(folder: Path) -> Index:
    """The index of an archive; a folder of Parquet files without one is read as it is."""
    path = folder / INDEX
    if not folder.is_dir():
        raise BadInput("is no folder of an archive", file=str(folder))
    if not path.exists():
        return _unindexed(folder)
    try:
        return index_of(sealed.read_bytes(path), str(path))
    except OSError as error:
        raise BadInput(f"cannot be read: {error.strerror}", file=str(path)) from error


def index_of(body: bytes, name: str) -> Index:
    """The index in this file's bytes; `BadInput` when it is none."""
    try:
        said = json.loads(body)
        if said["format"] != FORMAT:
            raise BadInput("has another form than this program knows", file=name)
        parts = tuple(
            Partition(
                str(one["file"]), int(one["items"]), _moment(one["first"]), _moment(one["last"]),
                str(one["sha256"]), int(one.get("size", 0)),
            )
            for one in said["partitions"]
        )  # fmt: skip
        days = None if said["days"] is None else frozenset(map(str, said["days"]))
    except (
        LookupError,
        ValueError,
        TypeError,
        ArithmeticError,
        AttributeError,
        RecursionError,
    ) as error:
        raise BadInput(f"cannot be read: {error}", file=name) from error
    odd = next((one.file for one in parts if not PLAIN.fullmatch(one.file)), "")
    if odd:
        raise BadInput(f"names a file outside: {odd!r}", file=name)
    return Index(parts, days)


def _moment(words: str) -> datetime:
    """A time of an index; one without a zone is of UTC."""
    found = datetime.fromisoformat(words)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def items(path: Path, since: datetime) -> Iterator[Past]:
    """The items of a partition from a time on, oldest first."""
    import polars as pl

    try:
        scan = _scan(path)
        if OFFICIAL not in scan.collect_schema():  # of an earlier version
            scan = scan.with_columns(pl.lit(value=False).alias(OFFICIAL))
        table = scan.filter(pl.col("at") >= since).select(COLUMNS).sort("at", "id").collect()
    except (pl.exceptions.PolarsError, OSError) as error:
        raise BadInput(f"cannot be read: {error}", file=str(path)) from error
    for number, (name, at, dated, *words, official) in enumerate(table.iter_rows()):
        yield Past(number, name, at, dated, Text(*words), official)


def _scan(path: Path) -> pl.LazyFrame:
    """A file as it lies there, or one that is kept sealed."""
    import polars as pl

    return pl.scan_parquet(path if _plain(path) else BytesIO(sealed.read_bytes(path)))


def _plain(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(sealed.MAGIC)) != sealed.MAGIC


def write(path: Path, rows: Sequence[Past]) -> None:
    """A partition; the same rows are the same bytes."""
    import polars as pl

    times = pl.Datetime("us", "UTC")
    schema = {
        name: times
        if name in ("at", "published")
        else pl.Boolean
        if name in ("dated", OFFICIAL)
        else pl.String
        for name in COLUMNS
    }
    found = [
        (
            one.id, one.at, one.dated, one.text.title, one.text.summary, one.text.language,
            one.text.kind, one.text.source, one.text.publisher, one.text.published, one.text.url,
            one.official,
        )
        for one in sorted(rows, key=lambda one: (one.at, one.id))
    ]  # fmt: skip
    table = pl.DataFrame(found, schema=schema, orient="row")
    new = path.with_name(f".{path.name}.new")
    table.write_parquet(new, compression="zstd", statistics=True)
    new.replace(path)


def _write(folder: Path, month: str, rows: list[Past]) -> Partition:
    path = folder / f"items-{month}.parquet"
    write(path, rows)
    times = [one.at for one in rows]
    return Partition(
        path.name, len(rows), min(times), max(times), digest(path), path.stat().st_size
    )


def _there(folder: Path) -> dict[str, Path]:
    """The months of an archive that is written again, the earliest first."""
    found = ((MONTH.fullmatch(path.name), path) for path in sorted(folder.iterdir()))
    return {match[1]: path for match, path in found if match}


def _ours(store: Store, folder: Path) -> None:
    """Refuses a folder with items that this desk never had: to replace them would lose them."""
    import polars as pl

    for path in _there(folder).values():
        try:
            ids = _scan(path).select("id").collect()["id"].to_list()
        except (pl.exceptions.PolarsError, OSError) as error:
            raise BadInput(f"cannot be read: {error}", file=str(path)) from error
        if len(_known(store, ids)) < len(set(ids)):
            raise BadInput(
                "holds items that this desk does not have; name a new folder", file=str(path)
            )


def _known(store: Store, ids: Sequence[str]) -> dict[str, bool]:
    """Whether items are here still, or went when their term was over; others are left out."""
    found: dict[str, bool] = {}
    for start in range(0, len(ids), IDS):
        with store.reading() as connection:
            found |= replay.standing(connection, ids[start : start + IDS])
    return found


def _whole(
    store: Store, folder: Path, months: Iterator[tuple[str, Iterator[Past]]]
) -> Iterator[tuple[str, list[Past]]]:
    """Each month as the desk has it, with what the file there holds of items that went."""
    there, kept = _there(folder), set[str]()

    def gone(month: str, besides: Collection[str] = ()) -> list[Past]:
        path = there.pop(month, None)
        rows = [one for one in items(path, START) if one.id not in besides] if path else []
        known = _known(store, [one.id for one in rows])
        left = [one for one in rows if not known.get(one.id, False) and one.id not in kept]
        kept.update(one.id for one in left)  # one that moved before it went stands in two files
        return left

    for month, found in months:
        for earlier in [one for one in there if one < month]:
            if rows := gone(earlier):
                yield earlier, rows
        rows = list(found)
        yield month, rows + gone(month, {one.id for one in rows})
    for later in list(there):
        if rows := gone(later):
            yield later, rows


def digest(path: Path) -> str:
    """SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def checked(folder: Path, one: Partition) -> Path:
    """The file of a partition, if it is the one that the index tells of.

    Results are kept by what the index says: those of another file would be taken for its own.
    """
    path = folder / one.file
    try:
        found = path.stat()
        same = _content(path, found.st_size, found.st_mtime_ns) == one.sha256
    except OSError as error:
        raise BadInput(f"cannot be read: {why(error)}", file=str(path)) from error
    if not same:
        raise BadInput(f"is not the file that {INDEX} tells of", file=str(path))
    return path


@lru_cache(maxsize=4096)
def _content(path: Path, _size: int, _changed: int) -> str:
    """SHA-256 of what a file holds, sealed or not; read once while it stays as it is."""
    if _plain(path):
        return digest(path)
    return hashlib.sha256(sealed.read_bytes(path)).hexdigest()


def _items(
    store: Store, now: datetime, progress: Progress, cancel: threading.Event | None
) -> Iterator[Past]:
    with store.reading() as connection:
        total = replay.count(connection, START, now)
    done, after = 0, None
    while cancel is None or not cancel.is_set():
        progress(done, total)
        with store.reading() as connection:
            page = replay.page(connection, START, now, after)
        if not page:
            return
        yield from page
        done, after = done + len(page), replay.mark(page[-1])
    raise BadInput("stopped: the archive is not complete and has no new index")


def _month(one: Past) -> str:
    return f"{one.at.astimezone(UTC):%Y-%m}"


def put_index(folder: Path, index: Index) -> None:
    """Write the index; an archive without one is not complete."""
    said = {
        "format": FORMAT,
        "partitions": [asdict(one) for one in index.partitions],
        "days": None if index.days is None else sorted(index.days),
    }
    new = folder / f".{INDEX}.new"
    with os.fdopen(fresh(new), "w", encoding="utf-8") as file:
        file.write(json.dumps(said, indent=1, default=datetime.isoformat))
    new.replace(folder / INDEX)


def _unindexed(folder: Path) -> Index:
    """Somebody else's Parquet files, if they have our columns."""
    import polars as pl

    parts = []
    for path in sorted(folder.glob("*.parquet")):
        try:
            table = pl.scan_parquet(path).select(
                pl.len().alias("n"), pl.col("at").min().alias("a"), pl.col("at").max().alias("z")
            )
            n, first, last = table.collect().row(0)
        except (pl.exceptions.PolarsError, OSError) as error:
            raise BadInput(f"has not the columns of an archive: {error}", file=str(path)) from error
        if n:
            parts.append(Partition(path.name, n, first, last, digest(path)))
    if not parts:
        raise BadInput("holds no Parquet files with items", file=str(folder))
    return Index(tuple(parts), None)
