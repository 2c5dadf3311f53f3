"""Through the door of an encrypted profile: with a passphrase, a keyring, a recovery code."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from osawatch import lock, sealed
from osawatch.errors import BadInput, ProfileError
from osawatch.vault import sealing, slots
from osawatch.vault.slots import Slot, Vault

Step = Callable[[str], None]


def enter(folder: Path, secret: str) -> Slot:
    """Unlock the profile for this process; the slot says who it is. `Locked` if it is wrong."""
    resume(folder)
    key, slot = slots.opened(slots.read(folder), secret, folder)
    sealed.unlock(folder, key)
    return slot


def enter_by_keyring(folder: Path) -> Slot | None:
    """Unlock it by the desktop's keyring, if a slot and the keyring allow; None = ask."""
    resume(folder)
    vault = slots.read(folder)
    if not any(one.kind == "keyring" for one in vault.slots):
        return None
    with suppress(sealed.Locked):
        key, slot = slots.opened_by_keyring(vault, folder)
        sealed.unlock(folder, key)
        return slot
    return None


def resume(folder: Path) -> None:
    """Finish or take back what was interrupted; a profile without a vault is left alone."""
    if (folder / sealed.VAULT).exists() and slots.read(folder).state != "sealed":
        with lock.held(folder / "poll.lock", program="osawatch vault"):
            sealing.resume(folder)


def create(folder: Path, secret: str, name: str) -> tuple[Slot, str]:
    """Encrypt a profile, new or old, for one user; the slot and a recovery code to write down."""
    if sealed.encrypted(folder):
        raise ProfileError(folder, "is encrypted already")
    key, code = slots.new_key(), slots.recovery_code()
    mine = slots.wrapped(key, secret, name)
    vault = slots.new().with_slot(mine)
    vault = vault.with_slot(slots.wrapped(key, code, "recovery code", "recovery"))
    if (folder / sealing.DATABASE).exists():
        with lock.held(folder / "poll.lock", program="osawatch vault"):
            sealing.seal(folder, vault, key)
    else:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        slots.write(folder, vault)
    sealed.unlock(folder, key)
    return mine, code


def decrypt(folder: Path, secret: str) -> None:
    """Make the profile plain again; only by explicit choice."""
    vault, key, _ = _opened(folder, secret)
    with lock.held(folder / "poll.lock", program="osawatch vault"):
        sealing.unseal(folder, vault, key)
    sealed.forget(folder)


def change_passphrase(folder: Path, secret: str, fresh: str) -> Slot:
    """Another passphrase for the slot that `secret` opens; nothing is encrypted anew."""
    vault, key, slot = _opened(folder, secret)
    if slot.kind != "passphrase":
        raise BadInput("is a recovery code: `vault recover` takes it", field="passphrase")
    made = replace(slots.wrapped(key, fresh, slot.name), name=slot.name)
    left = tuple(one for one in vault.slots if one.id != slot.id)
    slots.write(folder, replace(vault, slots=(*left, made)))
    return made


def recover(folder: Path, code: str, fresh: str, name: str) -> tuple[Slot, str]:
    """A new passphrase by recovery code or escrow identity; a code that was used is replaced."""
    vault = slots.read(folder)
    if code.strip().upper().startswith("AGE-SECRET-KEY-"):
        key, used = slots.opened_by_escrow(vault, code, folder)
    else:
        key, used = slots.opened(vault, code, folder)
    made = slots.wrapped(key, fresh, name)
    vault, renewed = vault.with_slot(made), ""
    if used.kind == "recovery":
        renewed = slots.recovery_code()
        left = tuple(one for one in vault.slots if one.id != used.id)
        again = slots.wrapped(key, renewed, "recovery code", "recovery")
        vault = replace(vault, slots=(*left, again))
    slots.write(folder, vault)
    return made, renewed


def renew_code(folder: Path, secret: str) -> str:
    """A recovery code to write down; one that was made before opens nothing any more."""
    vault, key, _ = _opened(folder, secret)
    code = slots.recovery_code()
    made = slots.wrapped(key, code, "recovery code", "recovery")
    left = tuple(one for one in vault.slots if one.kind != "recovery")
    slots.write(folder, replace(vault, slots=(*left, made)))
    return code


def rekey(folder: Path, secret: str) -> tuple[Slot, str]:
    """Encrypt all anew, after a key may have been seen.

    Only this passphrase and a new recovery code open it then.
    """
    _vault, old, slot = _opened(folder, secret)
    key, code = slots.new_key(), slots.recovery_code()
    mine = slots.wrapped(key, secret, slot.name)
    vault = slots.new().with_slot(mine)
    vault = vault.with_slot(slots.wrapped(key, code, "recovery code", "recovery"))
    with lock.held(folder / "poll.lock", program="osawatch vault"):
        sealing.rekey(folder, vault, old, key)
    sealed.unlock(folder, key)
    return mine, code


def add_slot(folder: Path, secret: str, kind: str, name: str, fresh: str = "") -> Slot:
    """One more way in: a user's passphrase, the desktop's keyring, headquarters' escrow."""
    vault, key, _ = _opened(folder, secret)
    if kind == "passphrase":
        made = slots.wrapped(key, fresh, name)
    elif kind == "keyring":
        made = slots.for_keyring(key, name)
    elif kind == "escrow":
        made = slots.for_escrow(key, fresh, name)
    else:
        raise BadInput(f"{kind!r} is not passphrase, keyring or escrow", field="kind")
    slots.write(folder, vault.with_slot(made))
    return made


def drop_slot(folder: Path, secret: str, slot: str) -> None:
    """One way in less."""
    vault, _, _ = _opened(folder, secret)
    slots.write(folder, vault.without(slot))


def check(folder: Path, secret: str) -> Slot:
    """The slot that a passphrase opens, or `Locked`; nothing is unlocked or changed."""
    return _opened(folder, secret)[2]


def _opened(folder: Path, secret: str) -> tuple[Vault, bytes, Slot]:
    if not sealed.encrypted(folder):
        raise ProfileError(folder, "is not encrypted: `vault encrypt` does that")
    resume(folder)
    vault = slots.read(folder)
    key, slot = slots.opened(vault, secret, folder)
    return vault, key, slot
