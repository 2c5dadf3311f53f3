"""Keys and signatures in minisign's form, so that stock `minisign` can check and make them.

Formats: https://jedisct1.github.io/minisign/ (prehashed signatures, secret keys without a
passphrase as `minisign -G -W` writes them). Ed25519 over BLAKE2b-512 of the data.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import os
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from osawatch.bundle.model import BundleRefused
from osawatch.errors import BadInput

KIND, HASHED = b"Ed", b"ED"
NO_KDF, CHECKSUM = b"\0\0", b"B2"


@dataclass(frozen=True, slots=True)
class Public:
    """A public key with its id, 8 bytes in hexadecimal."""

    id: str
    key: bytes

    def text(self, comment: str) -> str:
        """The file that others keep."""
        return _lines(comment, KIND + bytes.fromhex(self.id) + self.key)


@dataclass(frozen=True, slots=True)
class Secret:
    """A secret key; whoever has it speaks in the name of its desk."""

    id: str
    seed: bytes

    @property
    def public(self) -> Public:
        """What others need to know."""
        return Public(self.id, self._key().public_key().public_bytes_raw())

    def text(self, comment: str) -> str:
        """The file that stays here: no passphrase, as in `minisign -G -W`."""
        name, pair = bytes.fromhex(self.id), self.seed + self.public.key
        check = hashlib.blake2b(KIND + name + pair, digest_size=32).digest()
        return _lines(comment, KIND + NO_KDF + CHECKSUM + bytes(48) + name + pair + check)

    def sign(self, data: bytes, trusted: str, comment: str = "osawatch bundle") -> str:
        """A signature file; `trusted` is one line that is signed as well, `comment` is not."""
        key = self._key()
        first = key.sign(hashlib.blake2b(data).digest())
        both = key.sign(first + trusted.encode())
        head = _lines(comment, HASHED + bytes.fromhex(self.id) + first)
        return f"{head}trusted comment: {trusted}\n{base64.b64encode(both).decode()}\n"

    def _key(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(self.seed)


def new() -> Secret:
    """A key that nobody has yet."""
    return Secret(os.urandom(8).hex(), Ed25519PrivateKey.generate().private_bytes_raw())


def public(text: str, file: str = "") -> Public:
    """The key in a public-key file, or `BadInput`."""
    body = _body(text, file)
    if len(body) != 42 or body[:2] != KIND:
        raise BadInput("is no minisign public key", file=file)
    return Public(body[2:10].hex(), body[10:])


def secret(text: str, file: str = "") -> Secret:
    """The key in a secret-key file without a passphrase, or `BadInput`."""
    body = _body(text, file)
    if len(body) != 158 or body[:2] != KIND:
        raise BadInput("is no minisign secret key", file=file)
    if body[2:4] != NO_KDF:
        raise BadInput("has a passphrase; make one without (`minisign -G -W`)", file=file)
    name, pair = body[54:62], body[62:126]
    found = Secret(name.hex(), pair[:32])
    if found.public.key != pair[32:]:
        raise BadInput("is damaged: its halves do not fit", file=file)
    return found


def signer(signature: str) -> str:
    """The id of the key that a signature names; nothing is proved by it."""
    return _parts(signature)[0][2:10].hex()


def verify(key: Public, data: bytes, signature: str) -> str:
    """The trusted comment of a signature that holds; else `BundleRefused`."""
    body, trusted, both = _parts(signature)
    if body[2:10].hex() != key.id:
        raise BundleRefused(f"is signed by {body[2:10].hex()}, not by {key.id}")
    found = Ed25519PublicKey.from_public_bytes(key.key)
    try:
        found.verify(body[10:], hashlib.blake2b(data).digest())
        found.verify(both, body[10:] + trusted.encode())
    except InvalidSignature:
        raise BundleRefused("its signature does not hold: it was changed") from None
    return trusted


def _parts(signature: str) -> tuple[bytes, str, bytes]:
    lines = signature.splitlines()
    try:
        body = base64.b64decode(lines[1], validate=True)
        both = base64.b64decode(lines[3], validate=True)
    except (IndexError, binascii.Error, ValueError):
        raise BundleRefused("its signature is malformed") from None
    if len(lines) != 4 or len(body) != 74 or body[:2] != HASHED or len(both) != 64:
        raise BundleRefused("its signature is malformed")
    start = "trusted comment: "
    if not lines[0].startswith("untrusted comment: ") or not lines[2].startswith(start):
        raise BundleRefused("its signature is malformed")
    return body, lines[2].removeprefix(start), both


def _lines(comment: str, body: bytes) -> str:
    return f"untrusted comment: {comment}\n{base64.b64encode(body).decode()}\n"


def _body(text: str, file: str) -> bytes:
    lines = [line for line in text.strip().splitlines() if line.strip()]
    try:
        return base64.b64decode(lines[-1].strip(), validate=True)
    except (IndexError, binascii.Error, ValueError):
        raise BadInput("is no minisign key", file=file) from None
