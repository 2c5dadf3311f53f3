"""A copy of a whole profile in one file, and a profile from such a copy.

    copy:    the database by SQLite's online backup (others may write meanwhile), the own files,
             the lists -> zip with a manifest of sizes and hashes -> renamed into place when whole
    return:  every hash, the database's own check -> a folder beside the target -> renamed
Nothing of the profile's text stands anywhere on the way but in the two places named.
"""

from __future__ import annotations

import hashlib
import json
import lzma
import os
import shutil
import struct
import tempfile
import threading
import uuid
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Any

from osawatch import __version__, sealed
from osawatch.errors import BadInput, ProfileError
from osawatch.store import copying
from osawatch.store.database import Store
from osawatch.writing import fresh

FORMAT = "osawatch-backup/1"
MANIFEST, DATABASE = "manifest.json", "osawatch.db"
OWN = (
    "vault.json",
    "settings.json",
    "searches.json",
    "rules.local.yaml",
    "watchlist.local.yaml",
    "lists.yaml",
    "dependency.json",
)
FOLDERS = ("rules", "watchlist", "lists", "templates", "setups")
PIECE = 1 << 20
BROKEN = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, LookupError,
          TypeError, ValueError, AttributeError, NotImplementedError, RuntimeError, RecursionError,
          OverflowError)  # fmt: skip
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Copied:
    """A copy that was written or read."""

    file: str
    files: int
    bytes: int
    made: datetime


class Stopped(Exception):  # noqa: N818 # no error: a person said so
    """A person stopped it; nothing was left behind."""


def save(
    store: Store,
    folder: Path,
    target: Path,
    now: datetime,
    progress: Progress = lambda _done, _all: None,
    cancel: threading.Event | None = None,
) -> Copied:
    """Write the copy. What stood at `target` before stays until the copy is whole."""
    new = target.with_name(
        f".{target.name}.{uuid.uuid4().hex[:8]}.new"
    )  # two at once: each its own
    try:
        with tempfile.TemporaryDirectory(prefix=".backup-", dir=folder) as room:
            database = Path(room) / DATABASE
            copying.copy(store, database, progress, cancel)
            names = {DATABASE: database, **dict(_own(folder))}
            _write(new, names, now, cancel)
        new.replace(target)
    except copying.Cancelled as stop:
        raise Stopped from stop
    except OSError as error:
        raise BadInput(f"cannot be written: {error.strerror}", file=str(target)) from error
    finally:
        new.unlink(missing_ok=True)
    return Copied(str(target), len(names), target.stat().st_size, now)


def restore(
    file: Path,
    folder: Path,
    progress: Progress = lambda _done, _all: None,
    unlock: Callable[[Path], object] = lambda _folder: None,
) -> Copied:
    """A new profile at `folder` from a copy, or nothing at all.

    `unlock` opens the vault of an encrypted copy in the folder it is given.
    """
    if folder.exists() and any(folder.iterdir()):
        raise ProfileError(folder, "is not empty: a copy is restored into a new profile")
    room = folder.with_name(f".{folder.name}.{uuid.uuid4().hex[:8]}.new")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        room.mkdir(mode=0o700)
        manifest = _unpack(file, room, progress)
        if sealed.encrypted(room):
            unlock(room)
        copying.verify(room / DATABASE)
        copying.another_device(room / DATABASE)
        if folder.exists():
            folder.rmdir()
        room.rename(folder)
    except OSError as error:
        raise BadInput(f"cannot be restored: {error.strerror}", file=str(file)) from error
    finally:
        sealed.forget(room)
        shutil.rmtree(room, ignore_errors=True)
    return Copied(str(file), len(manifest["files"]), file.stat().st_size, manifest["made"])


def _own(folder: Path) -> Iterator[tuple[str, Path]]:
    for name in OWN:
        if (folder / name).is_file():
            yield name, folder / name
    for part in FOLDERS:
        for path in sorted((folder / part).rglob("*")):
            if path.is_file() and not path.is_symlink() and not path.name.startswith("."):
                yield path.relative_to(folder).as_posix(), path


def _write(
    target: Path, names: dict[str, Path], now: datetime, cancel: threading.Event | None
) -> None:
    files = []
    with _closed(target) as out, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as box:
        for name, path in sorted(names.items()):
            if cancel is not None and cancel.is_set():
                raise copying.Cancelled
            digest, size = hashlib.sha256(), 0
            with path.open("rb") as source, box.open(name, "w", force_zip64=True) as member:
                while piece := source.read(PIECE):
                    digest.update(piece)
                    size += len(piece)
                    member.write(piece)
            files.append({"path": name, "size": size, "sha256": digest.hexdigest()})
        manifest = {
            "format": FORMAT, "program": __version__, "made": now.isoformat(), "files": files,
        }  # fmt: skip
        box.writestr(MANIFEST, json.dumps(manifest, indent=1))


def _closed(target: Path) -> Any:
    """A new file that is its owner's alone."""
    return os.fdopen(fresh(target), "w+b")


def _unpack(file: Path, room: Path, progress: Progress) -> dict[str, Any]:
    try:
        with zipfile.ZipFile(file) as box:
            manifest = _manifest(box, file)
            total = sum(int(one["size"]) for one in manifest["files"])
            done = 0
            for one in manifest["files"]:
                _member(box, one, room, file)
                done += int(one["size"])
                progress(done, total)
    except FileNotFoundError as error:
        raise BadInput("cannot be read: no such file", file=str(file)) from error
    except BROKEN as error:
        raise BadInput(
            f"is no copy of a profile, or a damaged one ({error})", file=str(file)
        ) from error
    return manifest


def _manifest(box: zipfile.ZipFile, file: Path) -> dict[str, Any]:
    found = json.loads(box.read(MANIFEST))
    if found.get("format") != FORMAT:
        raise BadInput("is no copy of a profile of this program", file=str(file))
    paths = [str(one["path"]) for one in found["files"]]
    if DATABASE not in paths or {*paths, MANIFEST} != set(box.namelist()):
        raise BadInput("holds other files than its manifest names", file=str(file))
    return {**found, "made": datetime.fromisoformat(str(found["made"]))}


def _member(box: zipfile.ZipFile, one: dict[str, Any], room: Path, file: Path) -> None:
    name, path = str(one["path"]), PurePosixPath(str(one["path"]))
    allowed = name in (DATABASE, *OWN) or path.parts[0] in FOLDERS
    if not allowed or path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name:
        raise BadInput(f"holds a file that no profile has: {name!r}", file=str(file))
    target = room / path
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    digest, left = hashlib.sha256(), int(one["size"])
    with (
        box.open(name) as member,
        os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out,
    ):
        while piece := member.read(PIECE):
            left -= len(piece)
            if left < 0:
                break
            digest.update(piece)
            out.write(piece)
        out.flush()
        os.fsync(out.fileno())
    if left or digest.hexdigest() != one["sha256"]:
        raise BadInput(f"is damaged: {name} is not what was saved", file=str(file))
