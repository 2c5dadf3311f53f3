"""Key slots: the profile's key, wrapped once for each way to open it.

The key is 32 random bytes; it never changes when a passphrase does. Each slot wraps it:
    passphrase, recovery   Argon2id (RFC 9106) -> AES-256-GCM, the slot's own head authenticated
    keyring                AES-256-GCM under a secret that the desktop's keyring keeps
    escrow                 age, for headquarters' recipient
A slot bears the name of a user: who opened it is the author of what is done.
"""

from __future__ import annotations

import base64
import json
import os
import secrets
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from osawatch.errors import BadInput
from osawatch.sealed import VAULT, Locked
from osawatch.writing import fresh

FORMAT = "osawatch-vault/1"
KINDS = ("passphrase", "recovery", "keyring", "escrow")
TIME, MEMORY, LANES = 3, 64 * 1024, 4  # 64 MiB: 0.2 s on a small laptop
SHORTEST = 12
SERVICE = "osawatch"
ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # no letter that is read for another
BROKEN = (OSError, ValueError, KeyError, TypeError, RecursionError, OverflowError)
STATES = ("sealed", "sealing", "sealed-swap", "opening", "opening-swap")


@dataclass(frozen=True, slots=True)
class Slot:
    """One way to open the profile. `head` is authenticated with the wrapped key."""

    id: str
    kind: str
    name: str
    head: dict[str, Any]
    body: str


@dataclass(frozen=True, slots=True)
class Vault:
    """The key file of a profile. `state` other than sealed: a change was interrupted."""

    id: str
    state: str
    slots: tuple[Slot, ...]

    def with_slot(self, slot: Slot) -> Vault:
        """The same with one slot more."""
        return replace(self, slots=(*self.slots, slot))

    def without(self, name: str) -> Vault:
        """The same without a slot; the last that opens it alone stays."""
        left = tuple(one for one in self.slots if one.id != name)
        if len(left) == len(self.slots):
            raise BadInput(f"there is no slot {name!r}", field="slot")
        if not any(one.kind in ("passphrase", "recovery") for one in left):
            raise BadInput("is the last passphrase: nobody could open the profile", field="slot")
        return replace(self, slots=left)


def new_key() -> bytes:
    """A key that nobody has yet."""
    return secrets.token_bytes(32)


def new() -> Vault:
    """A vault without slots."""
    return Vault(secrets.token_hex(8), "sealed", ())


def wrapped(key: bytes, secret: str, name: str, kind: str = "passphrase") -> Slot:
    """A slot that a passphrase or a recovery code opens."""
    if kind == "passphrase" and len(secret) < SHORTEST:
        raise BadInput(f"has fewer than {SHORTEST} characters", field="passphrase")
    head = {
        "kdf": "argon2id", "t": TIME, "m": MEMORY, "p": LANES, "salt": _b64(os.urandom(16)),
        "nonce": _b64(os.urandom(12)),
    }  # fmt: skip
    return _closed(key, _stretched(secret, head), kind, name, head)


def for_keyring(key: bytes, name: str) -> Slot:
    """A slot that this desktop's keyring opens for its logged-in user."""
    import keyring
    from keyring.errors import KeyringError

    slot, secret = secrets.token_hex(8), secrets.token_bytes(32)
    try:
        keyring.set_password(SERVICE, slot, _b64(secret))
    except KeyringError as error:
        raise BadInput(f"cannot be used: {error}", field="keyring") from error
    head = {"nonce": _b64(os.urandom(12))}
    return replace(_closed(key, secret, "keyring", name, head, slot), id=slot)


def for_escrow(key: bytes, recipient: str, name: str) -> Slot:
    """A slot that only the owner of an age identity opens."""
    import pyrage

    try:
        to = pyrage.x25519.Recipient.from_str(recipient.strip())
    except pyrage.RecipientError as error:
        raise BadInput("is no age recipient (age1...)", field="recipient") from error
    body = _b64(bytes(pyrage.encrypt(key, [to])))
    return Slot(secrets.token_hex(4), "escrow", name, {"recipient": recipient.strip()}, body)


def recovery_code() -> str:
    """160 bits to be written down, in groups of four."""
    letters = [secrets.choice(ALPHABET) for _ in range(32)]
    return "-".join("".join(letters[start : start + 4]) for start in range(0, 32, 4))


def opened(vault: Vault, secret: str, folder: Path) -> tuple[bytes, Slot]:
    """The key and the slot that a passphrase or recovery code opens, or `Locked`."""
    code = secret.strip().upper()
    for slot in vault.slots:
        said = {"passphrase": secret, "recovery": code}.get(slot.kind)
        if said:
            with suppress(_Wrong):
                return _opened(slot, _stretched(said, slot.head)), slot
    raise Locked(folder, "the passphrase is wrong")


def opened_by_keyring(vault: Vault, folder: Path) -> tuple[bytes, Slot]:
    """The key that this desktop's keyring opens, or `Locked`."""
    import keyring
    from keyring.errors import KeyringError

    for slot in vault.slots:
        if slot.kind == "keyring":
            with suppress(_Wrong, KeyringError, ValueError):
                secret = keyring.get_password(SERVICE, slot.id)
                if secret:
                    return _opened(slot, base64.b64decode(secret)), slot
    raise Locked(folder, "the keyring of this desktop has no key for it")


def opened_by_escrow(vault: Vault, identity: str, folder: Path) -> tuple[bytes, Slot]:
    """The key that an age identity opens, or `Locked`."""
    import pyrage

    for slot in vault.slots:
        if slot.kind == "escrow":
            with suppress(pyrage.DecryptError, pyrage.IdentityError, ValueError):
                mine = pyrage.x25519.Identity.from_str(identity.strip())
                return bytes(pyrage.decrypt(base64.b64decode(slot.body), [mine])), slot
    raise Locked(folder, "this identity opens no slot of it")


# -- the file


def read(folder: Path) -> Vault:
    """The key file; a damaged one is told, with the copy that stands beside it."""
    path = folder / VAULT
    try:
        return _parsed(path.read_text("utf-8"))
    except FileNotFoundError:
        raise Locked(path, "is missing") from None
    except BROKEN as error:
        kept = path.with_suffix(".bak")
        told = f"; {kept.name} beside it holds the version before" if kept.exists() else ""
        raise Locked(path, f"is damaged{told}") from error


def write(folder: Path, vault: Vault) -> None:
    """Replace the key file in one step; the one before stays beside it.

    A slot that was taken away is taken from the copy as well: it must open nothing any more.
    """
    path = folder / VAULT
    text = json.dumps(
        {"format": FORMAT, "id": vault.id, "state": vault.state,
         "slots": [asdict(one) for one in vault.slots]}, indent=1,
    )  # fmt: skip
    kept = path.with_suffix(".bak")
    if path.exists():
        _put(kept, path.read_bytes())
    _put(path, text.encode())
    if kept.exists() and _slots_in(kept) - {one.id for one in vault.slots}:
        _put(kept, text.encode())


def _slots_in(path: Path) -> set[str]:
    """Ids of the slots of a key file; one that cannot be read might hold any."""
    try:
        return {one.id for one in _parsed(path.read_text("utf-8")).slots}
    except BROKEN:
        return {"?"}


def _put(path: Path, body: bytes) -> None:
    new = path.with_name(f"{path.name}.new")
    with os.fdopen(fresh(new), "wb") as file:
        file.write(body)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)


def _parsed(text: str) -> Vault:
    said = json.loads(text)
    if said["format"] != FORMAT or said["state"] not in STATES:
        raise ValueError("another form")
    slots = tuple(
        Slot(
            str(one["id"]), str(one["kind"]), str(one["name"]), dict(one["head"]), str(one["body"])
        )
        for one in said["slots"]
    )
    for one in slots:
        if one.kind not in KINDS:
            raise ValueError("unknown kind")
        _check(one.head)
    return Vault(str(said["id"]), str(said["state"]), slots)


def _check(head: dict[str, Any]) -> None:
    """A key file must not make us take an hour, or all memory, to find out that it is wrong."""
    if "kdf" not in head:
        return
    limits = {"t": (1, 20), "m": (8192, 1 << 21), "p": (1, 16)}
    if head["kdf"] != "argon2id" or any(
        not low <= int(head[name]) <= high for name, (low, high) in limits.items()
    ):
        raise ValueError("parameters out of range")


# -- inside


class _Wrong(Exception):  # noqa: N818 # never seen outside
    """This secret does not open this slot."""


def _stretched(secret: str, head: dict[str, Any]) -> bytes:
    from argon2.low_level import Type, hash_secret_raw

    salt = base64.b64decode(head["salt"])
    return hash_secret_raw(secret.encode(), salt, head["t"], head["m"], head["p"], 32, Type.ID)


def _closed(
    key: bytes, wrap: bytes, kind: str, name: str, head: dict[str, Any], slot: str = ""
) -> Slot:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    slot = slot or secrets.token_hex(4)
    body = AESGCM(wrap).encrypt(base64.b64decode(head["nonce"]), key, _said(slot, kind, name, head))
    return Slot(slot, kind, name, head, _b64(body))


def _opened(slot: Slot, wrap: bytes) -> bytes:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return AESGCM(wrap).decrypt(
            base64.b64decode(slot.head["nonce"]), base64.b64decode(slot.body),
            _said(slot.id, slot.kind, slot.name, slot.head),
        )  # fmt: skip
    except (InvalidTag, ValueError):
        raise _Wrong from None


def _said(slot: str, kind: str, name: str, head: dict[str, Any]) -> bytes:
    return json.dumps([slot, kind, name, head], sort_keys=True).encode()


def _b64(body: bytes) -> str:
    return base64.b64encode(body).decode()
