"""Every reader of strangers' bytes, with seeds of our own and what it may raise.

Small seeds are drawn far more often than big ones, so that a try takes microseconds where its
format allows: a document of 20,000 bytes costs sixty small ones, and breaks no more. Readers of
files read in one folder of memory: making one a try took longer than reading.
"""

from __future__ import annotations

import io
import json
import random
import shutil
import struct
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path

from feeds import opml
from feeds.lists.read import read as read_list
from feeds.parse import parse
from osawatch.bundle import box, minisign, reading
from osawatch.bundle.model import BundleRefused
from osawatch.errors import OsawatchError
from osawatch.parquet import archive
from osawatch.safekeeping import backup
from osawatch.vault import slots
from rules.yamlnodes import Findings
from rules.yamlnodes import parse as parse_yaml
from tests.fuzz import held, passed, small, trade
from tests.shared import SHARED

DATA = Path(__file__).resolve().parents[1] / "data" / "feeds"
KEY = minisign.new()
PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2)
LARGEST = 20_000  # a seed longer than this is cut: a mutation must take milliseconds


@dataclass(frozen=True, slots=True)
class Target:
    """A reader. `raises`: what it says of bytes it cannot use."""

    name: str
    read: Callable[[bytes], object]
    seeds: tuple[bytes, ...]
    raises: tuple[type[Exception], ...] = ()

    def drawn(self, rng: random.Random) -> bytes:
        """One of the seeds: one of 100 bytes six hundred times as often as one of 10,000."""
        return rng.choices(self.seeds, cum_weights=_weights(self.seeds))[0]


@cache
def _weights(seeds: tuple[bytes, ...]) -> tuple[float, ...]:
    return tuple(accumulate((40 + len(one)) ** -1.5 for one in seeds))


@cache
def targets() -> list[Target]:
    """All of them, the slow ones last: they have what time the others left.

    Real documents are added where they stand beside the checkout.
    """
    from tests.fakes import NOON

    feeds = tuple(path.read_bytes()[:LARGEST] for path in sorted(DATA.iterdir()))
    seeds = (*feeds, *_real("trade/feeds", 40), *small.DOCUMENTS)
    index = (b'{"format":"osawatch-archive/1","partitions":[],"days":[]}', *small.ARCHIVES)
    return [
        *(Target(*one) for one in held.texts(_written)),
        *(Target(*one) for one in passed.readers(_written)),
        Target("lists", lambda body: read_list(body), (*small.LISTS, *_real("sanctions", 30))),
        Target("opml", opml.read, ((DATA / "feeds.opml").read_bytes(), small.OPML)),
        Target("rule files", _yaml, (*small.RULES, *_pack())),
        Target("bundles", _bundle, (_sealed(),), (BundleRefused,)),
        Target("events of a bundle", lambda b: reading.events(b, NOON), small.EVENTS,
               (BundleRefused,)),
        Target("copies", _copy, tuple(_copied(how) for how in PACKED), (OsawatchError,)),
        Target("manifests of copies", _manifest, small.MANIFESTS, (OsawatchError,)),
        Target("key files", _vault, small.KEYS, (OsawatchError,)),
        Target("heads of trade files", _trade(trade.head), trade.WHOLE, (OsawatchError,)),
        Target("lines of trade files", _trade(trade.lines, trade.rows), trade.ROWS,
               (OsawatchError,)),
        Target("archives", _archive, index, (OsawatchError,)),
        Target("documents", lambda body: parse(body), seeds),
        Target("files by hand", lambda body: parse(body, format="file"),
               (*small.DOCUMENTS, *feeds)),
        *(Target(*one) for one in held.documents()),
        Target("trade files", _trade(trade.whole, trade.rows), trade.ROWS, (OsawatchError,)),
    ]  # fmt: skip


def _yaml(body: bytes) -> None:
    parse_yaml(body.decode("utf-8", "replace"), "f", Findings())


def _bundle(body: bytes) -> None:
    box.open_(body, {KEY.id: KEY.public}.get)


def _sealed() -> bytes:
    said = {
        "kind": "desk", "channel": "c", "seq": 1, "prev": "", "author": "A",
        "created": "2026-03-02T12:00:00+00:00", "expires": "2026-04-16T12:00:00+00:00",
    }  # fmt: skip
    return box.seal(KEY, said, {"items.jsonl": b'{"title":"x"}\n', "rules/a.yml": small.RULES[0]})[
        0
    ]


@cache
def _room() -> Path:
    """A folder of this process in memory where there is one, gone at its end."""
    memory = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 # a folder of our own
    holder = tempfile.TemporaryDirectory(prefix="osawatch-fuzz-", dir=memory)
    _HELD.append(holder)
    return Path(holder.name)


_PUT: set[str] = set()  # what readers of this process were given by their name
_HELD: list[tempfile.TemporaryDirectory[str]] = []


def _written(name: str, body: bytes) -> Path:
    path = _room() / name
    _PUT.add(name)
    path.write_bytes(body)
    return path


def _copy(body: bytes) -> None:
    new = _room() / "new"
    try:
        backup.restore(_written("a.zip", body), new)
    finally:
        if new.exists():
            shutil.rmtree(new)
        _nothing_else("a.zip")


def _nothing_else(*kept: str) -> None:
    """Whatever a copy says, nothing is written beside the profile that was asked for."""
    left = {path.name for path in _room().iterdir()} - {*kept, *_PUT}
    assert not left, f"left behind: {sorted(left)}"


def _copied(how: int) -> bytes:
    return _packed(small.MANIFESTS[0], {backup.DATABASE: small.DATABASE}, how)


def _manifest(body: bytes) -> None:
    """A copy that is a sound zip and holds what its manifest names, whatever that is."""
    try:
        names = [str(one["path"]) for one in json.loads(body)["files"]]
    except (ValueError, KeyError, TypeError, RecursionError, AttributeError):
        names = [backup.DATABASE]
    try:
        packed = _packed(body, dict.fromkeys(names, small.DATABASE), zipfile.ZIP_STORED)
    except (ValueError, IndexError, struct.error):  # no name that a zip can hold
        packed = _packed(body, {}, zipfile.ZIP_STORED)
    _copy(packed)


def _packed(manifest: bytes, files: dict[str, bytes], how: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", how) as made:
        for name, body in files.items():
            made.writestr(name, body)
        made.writestr(backup.MANIFEST, manifest)
    return out.getvalue()


def _vault(body: bytes) -> None:
    slots.read(_written("vault.json", body).parent)


def _trade(
    read: Callable[[Path], None], below: Callable[[bytes], bytes] = lambda body: body
) -> Callable[[bytes], None]:
    return lambda body: read(_written("t.csv", below(body)))


def _archive(body: bytes) -> None:
    archive.read_index(_written("index.json", body).parent)


def _real(below: str, most: int) -> Iterator[bytes]:
    folder = SHARED / "samples" / below
    files = sorted(path for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else []
    for path in files[:: max(1, len(files) // most)]:
        yield path.read_bytes()[:LARGEST]


def _pack() -> Iterator[bytes]:
    from rules.load import SHIPPED

    for path in sorted((SHIPPED / "rules").glob("*.yaml"))[:3]:
        yield path.read_bytes()[:LARGEST]
