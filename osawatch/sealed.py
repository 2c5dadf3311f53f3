"""Files of a profile, plain or sealed: whoever reads and writes them need not know which.

A profile whose key this process has been given (`unlock`) writes all its files sealed; a sealed
file begins with MAGIC. AES-256-GCM; the file's place in the profile is authenticated with it, so
that a file put in another's place is refused. The database of the same profile is opened with the
same key by `osawatch.store.database`.
"""

from __future__ import annotations

import hashlib
import logging
import os
from pathlib import Path

from osawatch import writing
from osawatch.errors import ProfileError
from osawatch.paths import real

MAGIC = b"OSAsealed1\n"
VAULT = "vault.json"
NONCE = 12
_keys: dict[Path, bytes] = {}


class Locked(ProfileError):  # noqa: N818 # reads better where it is raised
    """The profile is encrypted, and this process has no key for it, or a wrong one."""


def unlock(folder: Path, key: bytes) -> None:
    """From now on this process reads and writes the profile with this key, 32 bytes."""
    from rules import yamlnodes

    _keys[folder.resolve()] = key
    yamlnodes.read_with(read_bytes)  # rule files and watchlists are sealed as well


def in_use() -> bool:
    """Whether this process holds the key of any profile."""
    return bool(_keys)


def forget(folder: Path) -> None:
    """This process has no key for the profile any more."""
    _keys.pop(folder.resolve(), None)


def encrypted(folder: Path) -> bool:
    """Whether a profile has a vault."""
    return (folder / VAULT).exists()


def require(folder: Path) -> None:
    """`Locked` if the profile is encrypted and the key is not here: nothing is ever opened half."""
    if encrypted(folder) and key_of(folder) is None:
        raise Locked(folder, "is encrypted and locked: give its passphrase (--passphrase-file)")


def key_of(path: Path) -> bytes | None:
    """The key of the profile that a path belongs to, None = a plain one."""
    if not _keys:
        return None
    found = _home(real(path), path)
    return _keys[found[0]] if found else None


def read_bytes(path: Path) -> bytes:
    """A file's content. Raises OSError as any read, `Locked` if it is sealed with another key."""
    body = path.read_bytes()
    if not body.startswith(MAGIC):
        return body
    key = key_of(path)
    if key is None:
        raise Locked(path, "is sealed, and its profile is locked")
    return opened(key, body, _place(path))


def read_text(path: Path) -> str:
    """A file's text, UTF-8 with or without a mark."""
    return read_bytes(path).decode("utf-8-sig")


def write_bytes(path: Path, body: bytes) -> None:
    """Replace a file in one step: a crash leaves the old or the new one."""
    found = _home(real(path.parent) / path.name, path)  # a link in its place is replaced
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    new = path.with_name(f"{path.name}.{os.getpid()}.new")  # two processes may write one profile
    with os.fdopen(writing.fresh(new), "wb") as file:
        file.write(body if found is None else closed(_keys[found[0]], body, found[1]))
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)


def write_text(path: Path, text: str) -> None:
    """The same for a text."""
    write_bytes(path, text.encode())


def closed(key: bytes, body: bytes, place: str) -> bytes:
    """A body sealed for its place in the profile."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = os.urandom(NONCE)
    return MAGIC + nonce + AESGCM(_derived(key)).encrypt(nonce, body, place.encode())


def opened(key: bytes, body: bytes, place: str) -> bytes:
    """What was sealed, or `Locked`: with another key, for another place, or changed."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce, rest = body[len(MAGIC) : len(MAGIC) + NONCE], body[len(MAGIC) + NONCE :]
    try:
        return AESGCM(_derived(key)).decrypt(nonce, rest, place.encode())
    except (InvalidTag, ValueError):
        told = "does not open with this key: the key file of another profile, or it was changed"
        raise Locked(Path(place), told) from None


class SealedLines(logging.Formatter):
    """Log records as sealed lines, for a profile that keeps no plain text."""

    def __init__(self, inner: logging.Formatter, key: bytes) -> None:
        super().__init__()
        self._inner, self._key = inner, key

    def format(self, record: logging.LogRecord) -> str:
        """One line of base64."""
        import base64

        text = self._inner.format(record).encode("utf-8", "backslashreplace")
        return base64.b64encode(closed(self._key, text, "log")).decode()


def log_lines(path: Path) -> list[str]:
    """The lines of a log, opened where they are sealed; one that cannot be read says so."""
    import base64

    key, found = key_of(path), []
    for line in path.read_text("utf-8", "replace").splitlines():
        try:
            body = base64.b64decode(line, validate=True)
        except ValueError:
            found.append(line)
            continue
        if not body.startswith(MAGIC) or key is None:
            found.append(line if key is None else "(not readable)")
            continue
        found += opened(key, body, "log").decode().splitlines()
    return found


def _derived(key: bytes) -> bytes:
    """Another key than the database's from the same secret."""
    return hashlib.blake2b(b"osawatch files", key=key, digest_size=32).digest()


def _place(path: Path) -> str:
    found = _home(real(path), path)
    return found[1] if found else path.name


def _home(whole: Path, named: Path) -> tuple[Path, str] | None:
    """The unlocked profile that a path belongs to, and its place in there.

    `whole` is where it is. What a link leads out of a profile is the profile's still: else it
    would be written in clear.
    """
    stands = Path(os.path.abspath(named))  # noqa: PTH100 # where it stands, links or not
    for path in (whole, stands) if _keys else ():
        for one in (path, *path.parents):
            if one in _keys or (path != whole and real(one) in _keys):
                return real(one), path.relative_to(one).as_posix()
    return None
