"""The file itself: a deterministic zip with a signed manifest, and age around it.

    NAME.osw      zip { manifest.json, manifest.json.minisig, data/....gz }
    NAME.osw.age  the same for its recipients alone (https://age-encryption.org/v1)
The manifest is canonical JSON (RFC 8785). Nothing inside is read before its signature holds, and
no member is read that the manifest does not name with its size and hash. The zip stores its members
as they are: what was compressed is what was signed, so that packing the members again must give
each byte of the file. Else a bit may differ unseen: deflate can say one thing in several ways, and
a zip's directory has fields that no reader looks at.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import zipfile
import zlib
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from osawatch.bundle import minisign
from osawatch.bundle.model import FORMAT, BundleRefused, Manifest, Opened
from osawatch.errors import BadInput

AGE = b"age-encryption.org/v1"
MANIFEST, SIGNATURE = "manifest.json", "manifest.json.minisig"
LARGEST, LARGEST_FILE, LARGEST_ALL, MOST = 256 << 20, 128 << 20, 512 << 20, 2000
EPOCH = (1980, 1, 1, 0, 0, 0)
BROKEN = (KeyError, zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError,
          RuntimeError, ValueError)  # fmt: skip
GZIP = 31  # window of zlib with the head and the check of a gzip file (RFC 1952)
Known = Callable[[str], minisign.Public | None]


def seal(
    secret: minisign.Secret, said: Mapping[str, object], content: Mapping[str, bytes]
) -> tuple[bytes, str]:
    """The bytes of a bundle, the same for the same content; and its manifest's hash."""
    import rfc8785

    packed = {
        f"data/{name}.gz": gzip.compress(body, mtime=0) for name, body in sorted(content.items())
    }
    files = [
        {
            "path": name, "size": len(body), "sha256": hashlib.sha256(body).hexdigest(),
            "unpacked": len(content[_inner(name)]),
        }
        for name, body in packed.items()
    ]  # fmt: skip
    manifest = rfc8785.dumps({"format": FORMAT, **said, "files": files})  # type: ignore[dict-item]
    digest = hashlib.sha256(manifest).hexdigest()
    told = f"seq:{said['seq']} channel:{said['channel']} sha256:{digest}"
    signature = secret.sign(manifest, told).encode()
    return _zip({MANIFEST: manifest, SIGNATURE: signature, **packed}), digest


def lock(blob: bytes, recipients: Sequence[str]) -> bytes:
    """For these age recipients alone."""
    import pyrage

    keys = []
    for one in recipients:
        try:
            keys.append(pyrage.x25519.Recipient.from_str(one.strip()))
        except pyrage.RecipientError as error:
            raise BadInput(f"{one!r} is no age recipient (age1...)", field="--to") from error
    return bytes(pyrage.encrypt(blob, keys))


def new_identity() -> tuple[str, str]:
    """An age identity (secret) and its recipient (public)."""
    import pyrage

    made = pyrage.x25519.Identity.generate()
    return str(made), str(made.to_public())


def open_(blob: bytes, known: Known, identities: Sequence[str] = ()) -> Opened:
    """What stands in a bundle, if all of it is as its signer left it; else `BundleRefused`."""
    encrypted = blob.startswith(AGE)
    if encrypted:
        blob = _unlocked(blob, identities)
    box = _box(blob)
    names = [one.filename for one in box.infolist()]
    if len(names) != len(set(names)) or len(names) > MOST:
        raise BundleRefused("has a member twice, or too many")
    raw = _member(box, MANIFEST, 4 << 20)
    signature = _member(box, SIGNATURE, 4096).decode("ascii", "replace")
    name = minisign.signer(signature)
    key = known(name)
    if key is None:
        raise BundleRefused(f"is signed by {name}, whom this desk does not know")
    trusted = minisign.verify(key, raw, signature)
    manifest, files = _manifest(raw, name, trusted)
    if set(names) != {MANIFEST, SIGNATURE, *(str(one["path"]) for one in files)}:
        raise BundleRefused("holds other members than its manifest names")
    packed = _signed(box, files)
    if _zip({MANIFEST: raw, SIGNATURE: signature.encode(), **packed}) != blob:
        raise BundleRefused("holds bytes that nobody signed")
    return Opened(manifest, _content(packed, files), encrypted)


def _unlocked(blob: bytes, identities: Sequence[str]) -> bytes:
    import pyrage

    keys = []
    for one in identities:
        try:
            keys.append(pyrage.x25519.Identity.from_str(one.strip()))
        except pyrage.IdentityError as error:
            raise BadInput("is no age identity (AGE-SECRET-KEY-...)", field="--identity") from error
    if not keys:
        raise BundleRefused("is encrypted: give the identity it was made for (--identity)")
    try:
        return bytes(pyrage.decrypt(blob, keys))
    except pyrage.DecryptError as error:
        raise BundleRefused(f"is not for this desk, or damaged ({error})") from error


def _box(blob: bytes) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(io.BytesIO(blob))
    except BROKEN as error:
        raise BundleRefused("is no bundle") from error


def _member(box: zipfile.ZipFile, name: str, most: int) -> bytes:
    try:
        with box.open(name) as member:
            body = member.read(most + 1)
    except BROKEN as error:
        raise BundleRefused(f"{name} is missing or damaged") from error
    if len(body) > most:
        raise BundleRefused(f"{name} is larger than it may be")
    return body


def _manifest(raw: bytes, signer: str, trusted: str) -> tuple[Manifest, list[dict[str, Any]]]:
    import rfc8785

    try:
        said = json.loads(raw)
        canonical = rfc8785.dumps(said) == raw
        if not canonical or said["format"] != FORMAT:
            raise BundleRefused("its manifest has another form than this program knows")
        files = [
            {
                "path": str(one["path"]), "size": int(one["size"]), "sha256": str(one["sha256"]),
                "unpacked": int(one["unpacked"]),
            }
            for one in said["files"]
        ]  # fmt: skip
        digest = hashlib.sha256(raw).hexdigest()
        found = Manifest(
            str(said["channel"]), int(said["seq"]), str(said["prev"]), str(said["kind"]),
            _time(said["created"]), _time(said["expires"]), str(said["author"]), digest, signer,
            tuple((_inner(str(one["path"])), int(str(one["unpacked"]))) for one in files),
        )  # fmt: skip
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise BundleRefused("its manifest cannot be read") from error
    if trusted != f"seq:{found.seq} channel:{found.channel} sha256:{digest}":
        raise BundleRefused("its signature speaks of another manifest")
    return found, files


def _signed(box: zipfile.ZipFile, files: Sequence[dict[str, Any]]) -> dict[str, bytes]:
    """The members as they are packed, each with the size and hash that was signed."""
    found = {}
    for one in files:
        path, size = str(one["path"]), int(one["size"])
        if not _plain(path) or size > LARGEST_FILE:
            raise BundleRefused(f"{path!r} is no member that a bundle may have")
        body = _member(box, path, size)
        if len(body) != size or hashlib.sha256(body).hexdigest() != one["sha256"]:
            raise BundleRefused(f"{path} was changed")
        found[path] = body
    return found


def _content(packed: Mapping[str, bytes], files: Sequence[dict[str, Any]]) -> dict[str, bytes]:
    """What is packed in the members, none larger than its signer said."""
    sizes = [int(one["unpacked"]) for one in files]
    if min(sizes, default=0) < 0 or sum(sizes) > LARGEST_ALL:
        raise BundleRefused("is larger than it may be")
    found = {}
    for one, size in zip(files, sizes, strict=True):
        path = str(one["path"])
        unpacking = zlib.decompressobj(GZIP)
        try:
            body = unpacking.decompress(packed[path], size + 1)
        except BROKEN as error:
            raise BundleRefused(f"{path} is damaged") from error
        if len(body) != size or not unpacking.eof or unpacking.unused_data:
            raise BundleRefused(f"{path} is damaged")
        found[_inner(path)] = body
    return found


def _inner(path: str) -> str:
    """What a member is called by who reads it: without its folder and its packing."""
    return path.removeprefix("data/").removesuffix(".gz")


def _plain(path: str) -> bool:
    """A name below data/ that can lead nowhere else, on any system."""
    parts = _inner(path).split("/")
    odd = any(one in ("", ".", "..") or ":" in one or "\\" in one for one in parts)
    right = path.startswith("data/") and path.endswith(".gz") and len(parts) in (1, 2)
    return right and not odd and path.isprintable()


def _zip(members: Mapping[str, bytes]) -> bytes:
    """The one way of packing these, in this order."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as box:
        for name, body in members.items():
            info = zipfile.ZipInfo(name, EPOCH)
            info.create_system, info.external_attr = 3, 0o100600 << 16
            box.writestr(info, body)
    return packed.getvalue()


def _time(words: object) -> datetime:
    found = datetime.fromisoformat(str(words))
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
