"""A plain profile becomes encrypted, an encrypted one plain, a key is exchanged for another.

    1  prepare   the key file says where we are going; new forms of all files beside the old ones
    2  turn      the key file says "-swap": from here on it is finished, whatever happens
    3  swap      each new file takes its old one's place; the key file says it is done
Killed before 2, the profile is as it was (`resume` takes the rest away); killed after 2, `resume`
finishes. Both need no key. Nobody else may have the profile open: the caller holds its lock.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from osawatch import sealed
from osawatch.errors import StoreError
from osawatch.sealed import VAULT
from osawatch.store import begun, copying
from osawatch.vault import slots
from osawatch.vault.slots import Vault
from osawatch.writing import fresh

DATABASE = "osawatch.db"
NEW = ".vault-new"
Step = Callable[[str], None]


def seal(folder: Path, vault: Vault, key: bytes, told: Step = lambda _: None) -> None:
    """Encrypt a plain profile with this key."""
    _change(folder, replace(vault, state="sealing"), None, key, told)


def unseal(folder: Path, vault: Vault, key: bytes, told: Step = lambda _: None) -> None:
    """Make an encrypted profile plain again; its key file goes."""
    _change(folder, replace(vault, state="opening"), key, None, told)


def rekey(folder: Path, vault: Vault, old: bytes, new: bytes, told: Step = lambda _: None) -> None:
    """Encrypt all anew with another key; `vault` holds slots of the new key alone."""
    _change(folder, replace(vault, state="sealing"), old, new, told)


def resume(folder: Path) -> bool:
    """Finish or take back a change that was interrupted; whether there was one."""
    if not (folder / VAULT).exists():
        return False
    vault = slots.read(folder)
    if vault.state == "sealed":
        for new in _new_files(folder):  # left by a change that was taken back halfway
            new.unlink(missing_ok=True)
        return False
    if vault.state.endswith("-swap"):
        _swap(folder, vault)
    else:
        _take_back(folder, vault)
    return True


def _change(folder: Path, vault: Vault, old: bytes | None, new: bytes | None, told: Step) -> None:
    before = (folder / VAULT).read_bytes() if (folder / VAULT).exists() else None
    if before is not None:
        _write(folder / f"{VAULT}.before", before)
    slots.write(folder, vault)
    try:
        told("database")
        copying.export(folder / DATABASE, folder / f"{DATABASE}{NEW}", old, new)
        for path in _files(folder):
            told(path.name)
            _renew(folder, path, old, new)
    except BaseException:
        _take_back(folder, vault)
        raise
    turned = replace(vault, state=f"{'sealed' if new else 'opening'}-swap")
    slots.write(folder, turned)
    _swap(folder, turned)


def _swap(folder: Path, vault: Vault) -> None:
    """The last part of a change; each step can be done twice."""
    for new in _new_files(folder):
        old = new.with_name(new.name.removesuffix(NEW))
        if old.name == DATABASE:
            for more in ("-wal", "-shm"):
                old.with_name(old.name + more).unlink(missing_ok=True)
        new.replace(old)
    _sync(folder)
    (folder / f"{VAULT}.before").unlink(missing_ok=True)
    if vault.state == "opening-swap":
        for name in (VAULT, "vault.bak"):
            (folder / name).unlink(missing_ok=True)
    else:
        slots.write(folder, replace(vault, state="sealed"))
        slots.write(folder, replace(vault, state="sealed"))  # the copy beside it as well


def _take_back(folder: Path, vault: Vault) -> None:
    for new in _new_files(folder):
        new.unlink(missing_ok=True)
    before = folder / f"{VAULT}.before"
    if before.exists():
        before.replace(folder / VAULT)
    elif vault.state in ("sealing", "opening"):
        if begun.plain(folder / DATABASE):
            with suppress(OSError):
                (folder / VAULT).unlink()
        else:  # no change of ours leaves this: the only file that may open it is never thrown away
            slots.write(folder, replace(vault, state="sealed"))


def _renew(folder: Path, path: Path, old: bytes | None, new: bytes | None) -> None:
    """The same content in its new form, beside the old file."""
    place = path.relative_to(folder).as_posix()
    body = path.read_bytes()
    if path.parent.name == "logs":  # lines of one form each: what was logged before goes
        body = b""
    elif body.startswith(sealed.MAGIC):
        if old is None:
            raise StoreError(f"{path} is sealed, but its profile is plain", fatal=True)
        body = sealed.opened(old, body, place)
    if new is not None and body:
        body = sealed.closed(new, body, place)
    _write(path.with_name(path.name + NEW), body)


def _files(folder: Path) -> Iterator[Path]:
    """Everything the profile holds but its database, its lock and its key file."""
    for path in sorted(folder.rglob("*")):
        name = path.name
        apart = name.startswith((DATABASE, VAULT, "vault.bak")) or name in ("poll.lock",)
        if path.is_file() and not path.is_symlink() and not apart and not name.endswith(NEW):
            yield path


def _new_files(folder: Path) -> list[Path]:
    found = sorted(folder.rglob(f"*{NEW}"))
    return sorted(found, key=lambda one: one.name.startswith(DATABASE))  # the database last


def _write(path: Path, body: bytes) -> None:
    with os.fdopen(fresh(path), "wb") as file:
        file.write(body)
        file.flush()
        os.fsync(file.fileno())


def _sync(folder: Path) -> None:
    with suppress(OSError, AttributeError):  # Windows has no such thing
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
