"""Whether a database may be begun: where one has been, its absence is told, not written over."""

from __future__ import annotations

from pathlib import Path

from osawatch import sealed
from osawatch.errors import StoreError

PLAIN = b"SQLite format 3\x00"
USED = "poll.lock"  # made by the first thing that is ever done in a profile


def look(path: Path) -> None:
    """`StoreError` for one that went, `Locked` for one whose key file went; else all is well."""
    folder, head = path.parent, _head(path)
    log = path.with_name(f"{path.name}-wal")
    begun = log.exists() and log.stat().st_size > 0  # killed while it was made: SQLite goes on
    if not head and not begun and (folder / USED).exists():
        raise StoreError(
            f"{path} is missing or empty, and the profile has been in use: keep a copy of its"
            " folder, then make a new profile of the newest backup: osawatch-cli --profile NEW"
            " restore FILE",
            fatal=True,
        )
    if head and head != PLAIN and not sealed.encrypted(folder) and (folder / "vault.bak").exists():
        raise sealed.Locked(
            folder / sealed.VAULT,
            "is missing, and the database is encrypted: vault.bak beside it is the version before;"
            " copy it to vault.json",
        )


def plain(path: Path) -> bool:
    """Whether a database, if there is one, can be read without a key."""
    return _head(path) in (b"", PLAIN)


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(len(PLAIN))
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise StoreError(f"{path} cannot be opened: {error.strerror}", fatal=True) from error
