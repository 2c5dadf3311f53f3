"""Rules tried on an archive: partition by partition, here or on many machines, with one result.

    index -> partitions -> (kept result | scan, here or on a Dask worker) -> partial, as text
          -> kept in the profile -> result.report, in the order of time
A run that was stopped goes on where it stopped: partitions whose result is kept are not read again.
A worker that dies loses its partition alone; Dask gives it to another.
"""

from __future__ import annotations

import hashlib
import logging
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from osawatch import __version__, sealed, stories
from osawatch.backtest import Asked, Report, packed
from osawatch.errors import BadInput
from osawatch.parquet import archive, partial, result, scan
from osawatch.parquet.model import Partition
from rules.load import SHIPPED, Pack
from rules.matcher import Matcher

if TYPE_CHECKING:
    from osawatch.rulebook import Rulebook

PATIENCE_S = 30  # for a scheduler that waits for its workers
Progress = Callable[[int, int], None]
Work = Callable[[Sequence["Part"]], Iterator[tuple["Part", str]]]


@dataclass(frozen=True, slots=True)
class Part:
    """A partition, and those before it whose items it may copy."""

    partition: Partition
    before: tuple[Partition, ...]

    @property
    def kept(self) -> str:
        """The name of its result: its bytes, and those of what it looks back on."""
        if not self.before:
            return f"{self.partition.sha256}.txt"
        all_of_them = " ".join(one.sha256 for one in (*self.before, self.partition))
        return f"{hashlib.sha256(all_of_them.encode()).hexdigest()}.txt"


@dataclass(frozen=True, slots=True)
class Where:
    """Where an archive is read: here, on so many processes of this machine, or by a scheduler.

    `url`: it is fetched first (osawatch.parquet.remote), and `folder` says nothing.
    """

    folder: Path
    scheduler: str = ""
    workers: int = 0
    url: str = ""


def run(
    rulebook: Rulebook,
    asked: Asked,
    where: Where,
    kept: Path,
    progress: Progress = lambda _done, _all: None,
    cancel: threading.Event | None = None,
) -> Report:
    """What rule files would have raised over an archive. `kept`: where results of partitions stay.

    `progress` counts items read, and then once more those that met a rule, as stories are made.

    The result does not depend on where it was computed.
    """
    stop = cancel or threading.Event()
    index = archive.read_index(where.folder)
    wanted = tuple(one for one in index.partitions if one.last >= asked.since)
    if not wanted:
        raise BadInput(f"holds nothing since {asked.since:%Y-%m-%d}", file=str(where.folder))
    pack, names = packed(rulebook, asked.paths, asked.local)
    room = kept / _key(rulebook, asked)
    room.mkdir(mode=0o700, parents=True, exist_ok=True)
    parts = [Part(one, _before(wanted, number)) for number, one in enumerate(wanted)]
    with _workers(where, pack, asked.since) as work:
        done = list(_worked(parts, room, work, stop, lambda done: progress(done, index.items)))
    index = replace(index, partitions=wanted)
    found = [(one.partition, room / one.kept) for one in done]

    def goes_on(placed: int, hits: int) -> bool:
        progress(placed, hits)
        return not stop.is_set()

    with scan.settled():
        return result.report(index, found, pack, names, asked, goes_on)


def _before(parts: Sequence[Partition], number: int) -> tuple[Partition, ...]:
    """The partitions before one that hold something of the week before it."""
    since = parts[number].first - stories.REACH
    return tuple(one for one in parts[:number] if one.last >= since)


def _worked(
    parts: Sequence[Part],
    room: Path,
    work: Work,
    stop: threading.Event,
    told: Callable[[int], None],
) -> Iterator[Part]:
    """The partitions whose result is kept, or is now; in the order of time."""
    missing = [one for one in parts if not _kept(room / one.kept)]
    items = sum(one.partition.items for one in parts) - sum(one.partition.items for one in missing)
    if items:
        told(items)
    done = {one.kept for one in parts} - {one.kept for one in missing}
    for one, text in work(missing):
        sealed.write_text(room / one.kept, text)
        done.add(one.kept)
        items += one.partition.items
        told(items)
        if stop.is_set():
            break
    return (one for one in parts if one.kept in done)


def _kept(path: Path) -> bool:
    try:
        partial.load(sealed.read_text(path))
    except FileNotFoundError:
        return False
    except _BROKEN:  # cut off while it was written
        path.unlink(missing_ok=True)
        return False
    return True


_BROKEN = (
    OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError, OverflowError
)  # fmt: skip


# -- the work, here or elsewhere


@contextmanager
def _workers(where: Where, pack: Pack, since: datetime) -> Iterator[Work]:
    if not where.scheduler and not where.workers:
        yield lambda parts: _here(where.folder, pack, since, parts)
        return
    with _client(where) as client:
        yield lambda parts: _there(client, where.folder, pack, since, parts)


def _here(
    folder: Path, pack: Pack, since: datetime, parts: Sequence[Part]
) -> Iterator[tuple[Part, str]]:
    if not parts:
        return
    matcher = Matcher(pack)
    with scan.settled():
        for one in parts:
            yield one, _scanned(matcher, pack, folder, one, since)


def _scanned(matcher: Matcher, pack: Pack, folder: Path, one: Part, since: datetime) -> str:
    mine = one.partition
    week = max(since, mine.first - stories.REACH)
    read = archive.checked
    before = (item for old in one.before for item in archive.items(read(folder, old), week))
    found = archive.items(read(folder, mine), since)
    return scan.scan(pack, matcher, before, found, mine.last)


@contextmanager
def _client(where: Where) -> Iterator[Any]:
    """A client of the scheduler; without one, worker processes on this machine, by loopback."""
    try:
        from distributed import Client, LocalCluster
    except ImportError as error:
        raise BadInput("needs Dask: install osawatch[archive]", field="--scheduler") from error
    if where.scheduler:
        try:
            client = Client(where.scheduler, timeout="10s")
        except (OSError, ValueError) as error:
            raise BadInput(f"cannot be reached: {error}", field="--scheduler") from error
        with client:
            _need_workers(client)
            yield client
        return
    with (  # the port of its pages is any free one: a second run beside this one is no fault
        LocalCluster(
            n_workers=where.workers, threads_per_worker=1, processes=True, dashboard_address=None,
            host="127.0.0.1", scheduler_kwargs={"dashboard_address": "127.0.0.1:0"},
            silence_logs=logging.CRITICAL,  # what went wrong is told by its error
        ) as cluster,
        Client(cluster) as client,
    ):  # fmt: skip
        yield client


def _need_workers(client: Any) -> None:
    try:
        client.wait_for_workers(1, timeout=PATIENCE_S)
    except TimeoutError as error:
        raise BadInput(
            "has no workers: start some with `dask worker ADDRESS`", field="--scheduler"
        ) from error


def _there(
    client: Any, folder: Path, pack: Pack, since: datetime, parts: Sequence[Part]
) -> Iterator[tuple[Part, str]]:
    import pickle

    from distributed import as_completed

    if not parts:
        return
    rules = client.scatter(pickle.dumps(pack), broadcast=True)
    jobs = {
        client.submit(
            scanned, rules, str(folder), one, since, retries=3, key=f"scan-{one.kept}"
        ): one
        for one in parts
    }
    for job in as_completed(jobs):
        yield jobs.pop(job), _result(job)
        job.release()  # its text is kept on disk; a cluster need not hold all of them


def _result(job: Any) -> str:
    from distributed import CancelledError
    from distributed.scheduler import KilledWorker

    try:
        return str(job.result())
    except KilledWorker as error:
        raise BadInput(
            "lost several workers to one partition: look at their memory", field="--scheduler"
        ) from error
    except CancelledError as error:
        raise BadInput(
            "is gone; what is done is kept, and is not done again", field="--scheduler"
        ) from error


def scanned(rules: bytes, folder: str, one: Part, since: datetime) -> str:
    """On a worker: one partition. `rules` is a pickled pack, from the client of this scheduler."""
    matcher, pack = _matcher(rules)
    with scan.settled():
        return _scanned(matcher, pack, Path(folder), one, since)


@lru_cache(maxsize=2)
def _matcher(rules: bytes) -> tuple[Matcher, Pack]:
    import pickle

    pack: Pack = pickle.loads(rules)  # noqa: S301 # what a client sends, a worker runs: Dask's way
    return Matcher(pack), pack


# -- what the result depends on


def _key(rulebook: Rulebook, asked: Asked) -> str:
    """Everything that a partition's result hangs on, beside its bytes."""
    form = f"{__version__} {partial.FORM} {asked.since.isoformat()}"
    digest = hashlib.sha256(form.encode())
    files = sorted(
        path
        for root in (*asked.paths, SHIPPED)
        for path in ([root] if root.is_file() else root.rglob("*.y*ml"))
    )
    for path in (*files, *rulebook.own.files):
        digest.update(path.name.encode() + sealed.read_bytes(path))
    digest.update(repr(sorted(rulebook.own.entries_off().items())).encode())
    return digest.hexdigest()[:24]
