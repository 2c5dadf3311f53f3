"""Every reader of strangers' bytes, with seeds of our own and what it may raise."""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from feeds import opml
from feeds.lists.read import read as read_list
from feeds.parse import parse
from osawatch.bundle import box, minisign, reading
from osawatch.bundle.model import BundleRefused
from osawatch.dependency.compute import compute
from osawatch.errors import OsawatchError
from osawatch.parquet import archive
from osawatch.safekeeping import backup
from osawatch.vault import slots
from rules.yamlnodes import Findings
from rules.yamlnodes import parse as parse_yaml
from tests.shared import SHARED

DATA = Path(__file__).resolve().parents[1] / "data" / "feeds"
KEY = minisign.new()
LARGEST = 20_000  # a seed longer than this is cut: a mutation must take milliseconds


@dataclass(frozen=True, slots=True)
class Target:
    """A reader. `raises`: what it says of bytes it cannot use."""

    name: str
    read: Callable[[bytes], object]
    seeds: tuple[bytes, ...]
    raises: tuple[type[Exception], ...] = ()


def targets() -> list[Target]:
    """All of them; real documents are added where they stand beside the checkout."""
    feeds = tuple(path.read_bytes()[:LARGEST] for path in sorted(DATA.iterdir()))
    seeds = (*feeds, *_real("trade/feeds", 40), MAIL, PAGE)
    log = (
        b'{"id":"a","hlc":"000001700000000.00000","device":"d","dev_seq":1,"actor":"A",'
        b'"post":"P","kind":"note","subject":"s","data":{"text":"x"}}\n'
    )
    from tests.fakes import NOON

    return [
        Target("documents", lambda body: parse(body), seeds),
        Target("lists", lambda body: read_list(body), (UN, CSV, *_real("sanctions", 30))),
        Target("opml", opml.read, ((DATA / "feeds.opml").read_bytes(),)),
        Target("rule files", _yaml, (RULE, *_pack())),
        Target("bundles", _bundle, (_sealed(),), (BundleRefused,)),
        Target("events of a bundle", lambda b: reading.events(b, NOON), (log,), (BundleRefused,)),
        Target("copies", _copy, (_copied(),), (OsawatchError,)),
        Target("key files", _vault, (b'{"format":"osawatch-vault/1","id":"a","state":"sealed",'
                                     b'"slots":[]}',), (OsawatchError,)),
        Target("trade files", _trade, (TRADE,), (OsawatchError,)),
        Target("archives", _archive, (b'{"format":"osawatch-archive/1","partitions":[],'
                                      b'"days":[]}',), (OsawatchError,)),
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
    return box.seal(KEY, said, {"items.jsonl": b'{"title":"x"}\n', "rules/a.yml": RULE})[0]


def _in_folder(name: str, body: bytes, use: Callable[[Path, Path], object]) -> None:
    with tempfile.TemporaryDirectory() as room:
        path = Path(room) / name
        path.write_bytes(body)
        use(path, Path(room))


def _copy(body: bytes) -> None:
    _in_folder("a.zip", body, lambda path, room: backup.restore(path, room / "new"))


def _copied() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("osawatch.db", b"no database")
        made.writestr("manifest.json", '{"format":"osawatch-backup/1","made":"2026-01-01",'
                      '"files":[{"path":"osawatch.db","size":11,"sha256":"00"}]}')  # fmt: skip
    return out.getvalue()


def _vault(body: bytes) -> None:
    _in_folder("vault.json", body, lambda _path, room: slots.read(room))


def _trade(body: bytes) -> None:
    _in_folder("t.csv", body, lambda path, _room: compute([path]))


def _archive(body: bytes) -> None:
    _in_folder("index.json", body, lambda _path, room: archive.read_index(room))


def _real(below: str, most: int) -> Iterator[bytes]:
    folder = SHARED / "samples" / below
    files = sorted(path for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else []
    for path in files[:: max(1, len(files) // most)]:
        yield path.read_bytes()[:LARGEST]


def _pack() -> Iterator[bytes]:
    from rules.load import SHIPPED

    for path in sorted((SHIPPED / "rules").glob("*.yaml"))[:3]:
        yield path.read_bytes()[:LARGEST]


RULE = b"schema: 1\nid: one\ntitle: A rule\nmatch: {w: {any: {en: [zinc]}}}\ncondition: w\n"
TRADE = b"t,i,j,k,v,q\n2023,156,528,010121,60,6\n2023,579,276,010121,20,NA\n"
CSV = b"id,kind,name,aliases,country,birth\n1,entity,Invented Metals,IM;Inv Met,CN,\n"
UN = (
    b'<CONSOLIDATED_LIST dateGenerated="2026-01-01"><INDIVIDUALS><INDIVIDUAL><DATAID>1</DATAID>'
    b"<FIRST_NAME>A</FIRST_NAME></INDIVIDUAL></INDIVIDUALS><ENTITIES/></CONSOLIDATED_LIST>"
)
MAIL = (
    b"From: a@b.example\r\nSubject: =?utf-8?b?QSBub3RlIG9uIHppbmM=?=\r\n"
    b"Date: Mon, 2 Mar 2026 10:00:00 +0000\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
    b"--x\r\nContent-Type: text/plain\r\n\r\nZinc is held up.\r\n--x--\r\n"
)
PAGE = b"<!DOCTYPE html><html lang=en><title>A page</title><p><a href=/1>Zinc notice</a></html>"
