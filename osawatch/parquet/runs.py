"""Rules tried on an archive: partition by partition, here or on many machines, with one result.

    index -> partitions -> (kept result | scan, here or on a Dask worker) -> partial, as text
          -> kept in the profile -> Sum, order does not matter -> the same judging as a backtest
A run that was stopped goes on where it stopped: partitions whose result is kept are not read again.
A worker that dies loses its partition alone; Dask gives it to another.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from osawatch import __version__, sealed
from osawatch.backtest import WEEK, Asked, Report, Seen, judged, packed, summed
from osawatch.errors import BadInput
from osawatch.parquet import archive, partial
from osawatch.parquet.model import Index, Partition
from rules.counting import Gap
from rules.load import SHIPPED, Pack
from rules.matcher import Matcher

if TYPE_CHECKING:
    from osawatch.rulebook import Rulebook

Progress = Callable[[int, int], None]
Work = Callable[[Sequence[Partition]], Iterator[tuple[Partition, str]]]


@dataclass(frozen=True, slots=True)
class Where:
    """Where an archive is read: here, on so many processes of this machine, or by a scheduler."""

    folder: Path
    scheduler: str = ""
    workers: int = 0


def run(
    rulebook: Rulebook,
    asked: Asked,
    where: Where,
    kept: Path,
    progress: Progress = lambda _done, _all: None,
    cancel: threading.Event | None = None,
) -> Report:
    """What rule files would have raised over an archive. `kept`: where results of partitions stay.

    The result does not depend on where it was computed.
    """
    stop = cancel or threading.Event()
    index = archive.read_index(where.folder)
    wanted = [one for one in index.partitions if one.last >= asked.since]
    if not wanted:
        raise BadInput(f"holds nothing since {asked.since:%Y-%m-%d}", file=str(where.folder))
    pack, names = packed(rulebook, asked.paths, asked.local)
    room = kept / _key(rulebook, asked)
    room.mkdir(mode=0o700, parents=True, exist_ok=True)
    rules = {rule.id: rule for rule in pack.rules}
    total = partial.Sum({name: Seen(rule) for name, rule in rules.items()})
    with _workers(where, pack, asked.since) as work:
        for one in _results(wanted, room, work, rules, stop):
            total.add(one)
            progress(total.items, index.items)
    total.settle()
    until = max(one.last for one in wanted)
    span = max(until - max(asked.since, min(one.first for one in wanted)), WEEK)
    told = judged(total.seen, _gaps(index, asked.since, until), until)
    runs = tuple(summed(total.seen[rule], told, asked, span, total.titles) for rule in names)
    return Report(asked.since, until, total.items, runs, pack.findings, complete=not stop.is_set())


def _results(
    wanted: Sequence[Partition],
    room: Path,
    work: Work,
    rules: Mapping[str, Any],
    stop: threading.Event,
) -> Iterator[partial.Partial]:
    left = []
    for one in wanted:
        found = _kept(room / f"{one.sha256}.json", rules)
        if found is None:
            left.append(one)
        else:
            yield found
    for one, text in work(left):
        path = room / f"{one.sha256}.json"
        sealed.write_text(path, text)
        yield partial.load(text, rules)
        if stop.is_set():
            return


def _kept(path: Path, rules: Mapping[str, Any]) -> partial.Partial | None:
    try:
        return partial.load(sealed.read_text(path), rules)
    except FileNotFoundError:
        return None
    except (
        OSError,
        ValueError,
        KeyError,
        TypeError,
        RecursionError,
    ):  # cut off while it was written
        path.unlink(missing_ok=True)
        return None


# -- the work, here or elsewhere


@contextmanager
def _workers(where: Where, pack: Pack, since: datetime) -> Iterator[Work]:
    if not where.scheduler and not where.workers:
        yield lambda parts: _here(where.folder, pack, since, parts)
        return
    with _client(where) as client:
        yield lambda parts: _there(client, where.folder, pack, since, parts)


def _here(
    folder: Path, pack: Pack, since: datetime, parts: Sequence[Partition]
) -> Iterator[tuple[Partition, str]]:
    matcher = Matcher(pack)
    for one in parts:
        found = partial.scan(pack, matcher, archive.items(folder / one.file, since))
        yield one, partial.dump(found)


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
            yield client
        return
    with (
        LocalCluster(
            n_workers=where.workers, threads_per_worker=1, processes=True, dashboard_address=None,
            host="127.0.0.1",
        ) as cluster,
        Client(cluster) as client,
    ):  # fmt: skip
        yield client


def _there(
    client: Any, folder: Path, pack: Pack, since: datetime, parts: Sequence[Partition]
) -> Iterator[tuple[Partition, str]]:
    import pickle

    from distributed import as_completed

    if not parts:
        return
    rules = client.scatter(pickle.dumps(pack), broadcast=True)
    jobs = {
        client.submit(
            scanned, rules, str(folder / one.file), since, retries=3, key=f"scan-{one.sha256}"
        ): one
        for one in parts
    }
    for job in as_completed(jobs):
        yield jobs[job], job.result()


def scanned(rules: bytes, path: str, since: datetime) -> str:
    """On a worker: one partition. `rules` is a pickled pack, from the client of this scheduler."""
    matcher, pack = _matcher(rules)
    return partial.dump(partial.scan(pack, matcher, archive.items(Path(path), since)))


@lru_cache(maxsize=2)
def _matcher(rules: bytes) -> tuple[Matcher, Pack]:
    import pickle

    pack: Pack = pickle.loads(rules)  # noqa: S301 # what a client sends, a worker runs: Dask's way
    return Matcher(pack), pack


# -- what the result depends on


def _key(rulebook: Rulebook, asked: Asked) -> str:
    """Everything that a partition's result hangs on, beside its bytes."""
    digest = hashlib.sha256(f"{__version__} {asked.since.isoformat()}".encode())
    files = sorted(
        path
        for root in (*asked.paths, SHIPPED)
        for path in ([root] if root.is_file() else root.rglob("*.y*ml"))
    )
    for path in (*files, *rulebook.own.files):
        digest.update(path.name.encode() + sealed.read_bytes(path))
    digest.update(repr(sorted(rulebook.own.entries_off().items())).encode())
    return digest.hexdigest()[:24]


def _gaps(index: Index, since: datetime, until: datetime) -> tuple[Gap, ...]:
    """The UTC days of the archive on which nobody looked."""
    if index.days is None:
        return ()
    day = datetime(since.year, since.month, since.day, tzinfo=UTC)
    first = min((one.first for one in index.partitions), default=since)
    day = max(day, datetime(first.year, first.month, first.day, tzinfo=UTC))
    found = []
    while day < until:
        if day.date().isoformat() not in index.days:
            found.append(Gap(day, min(day + timedelta(days=1), until)))
        day += timedelta(days=1)
    return tuple(found)
