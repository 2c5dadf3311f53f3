"""An archive at an address: its index first, then the partitions that are wanted, each verified.

    ADDRESS/index.json -> names, sizes, SHA-256, counts -> parts that are not here yet
      -> feeds.fetch (hosts, hours and limits as for any source) -> size and hash -> cache
A part that came whole is not asked for again; one that the index no longer names is thrown away.
Nobody's word is taken for a part: what has not the hash of the index is not kept.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import datetime
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import quote, urlsplit

from feeds.messages import Request
from osawatch import sealed
from osawatch.errors import BadInput
from osawatch.parquet import archive
from osawatch.parquet.model import INDEX, Index, Partition
from osawatch.parquet.runs import Where
from osawatch.poll import Fetching

Progress = Callable[[int, int], None]
LARGEST = 2 << 30  # of a part: a worker has to hold it
INDEX_LARGEST = 16 << 20
SLOWEST = 50_000  # bytes a second that a part may come at


@dataclass(frozen=True, slots=True)
class Way:
    """How the network is reached from this profile, and why it is not, "" = it is."""

    asking: Callable[[], AbstractContextManager[Fetching]]
    shut: Callable[[], str]


def at_hand(
    where: Where,
    since: datetime,
    cache: Path,
    way: Way,
    progress: Progress,
    cancel: threading.Event,
) -> Where:
    """The same archive in a folder of this machine; one that is in a folder stays as it is."""
    if not where.url:
        return where
    if where.scheduler:
        raise BadInput(
            "is fetched to this machine, where the cluster cannot read it: mount it as a folder",
            field="--archive",
        )
    if where.workers and sealed.encrypted(cache.parent):
        raise BadInput(
            "is kept sealed in an encrypted profile, which processes cannot open: leave out"
            " --workers",
            field="--archive",
        )
    url = _checked(where.url)
    if why := way.shut():
        raise BadInput(f"cannot be fetched: {why}", field="--archive")
    folder = cache / hashlib.sha256(url.encode()).hexdigest()[:24]
    with way.asking() as fetcher:
        _fetched(fetcher, url, folder, since, progress, cancel)
    return replace(where, folder=folder, url="")


def _checked(url: str) -> str:
    """https, or this very machine: the index is all that vouches for the parts."""
    parts = urlsplit(url)
    if parts.scheme not in ("https", "http") or not parts.hostname:
        raise BadInput("is no https address", field="--archive")
    if parts.scheme == "http" and not _here(parts.hostname):
        raise BadInput("is not https, so nobody vouches for its index", field="--archive")
    if parts.query or parts.fragment:
        raise BadInput("is a folder: leave out what follows ? or #", field="--archive")
    return url.removesuffix(INDEX).rstrip("/") + "/"


def _here(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _fetched(
    fetcher: Fetching, url: str, folder: Path, since: datetime, progress: Progress,
    cancel: threading.Event,
) -> None:  # fmt: skip
    index = archive.index_of(_get(fetcher, url + INDEX, INDEX_LARGEST, exact=False), url + INDEX)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    _throw_away(folder, index)
    wanted = [one for one in index.partitions if one.last >= since]
    done, total = 0, sum(one.items for one in wanted)
    for one in wanted:
        if cancel.is_set():
            raise BadInput("stopped: what has come is kept, say it again", field="--archive")
        if not _there(folder / one.file, one):
            _keep(fetcher, url, folder, one)
        done += one.items
        progress(done, total)
    archive.put_index(folder, index)


def _there(path: Path, one: Partition) -> bool:
    try:
        return hashlib.sha256(sealed.read_bytes(path)).hexdigest() == one.sha256
    except OSError:
        return False


def _keep(fetcher: Fetching, url: str, folder: Path, one: Partition) -> None:
    address = url + quote(one.file)
    if not 0 < one.size <= LARGEST:
        raise BadInput(f"has no size that can be fetched: {one.size} bytes", file=address)
    body = _get(fetcher, address, one.size, exact=True)
    if hashlib.sha256(body).hexdigest() != one.sha256:
        raise BadInput("is not what its index says: another SHA-256; not used", file=address)
    sealed.write_bytes(folder / one.file, body)


def _get(fetcher: Fetching, address: str, most: int, *, exact: bool) -> bytes:
    here = _here(urlsplit(address).hostname or "")
    found = fetcher.fetch(
        Request(
            address, local=here, max_wire=most + (1 << 20), max_body=most,
            deadline=60 + most / SLOWEST,
        )
    )  # fmt: skip
    if found.outcome != "ok":
        told = ", ".join(filter(None, (found.outcome.replace("_", " "), found.detail)))
        raise BadInput(f"cannot be fetched: {told}; what has come is kept", file=address)
    if exact and len(found.body) != most:
        raise BadInput(
            f"is not what its index says: {len(found.body)} bytes for {most}; not used",
            file=address,
        )
    return found.body


def _throw_away(folder: Path, index: Index) -> None:
    named = {one.file for one in index.partitions}
    for path in folder.glob("*.parquet"):
        if path.name not in named:
            path.unlink()
