"""The keys of a desk: one to sign its bundles with, one to open those made for it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from osawatch.bundle import box, minisign
from osawatch.errors import BadInput
from osawatch.writing import write

KEY, PUBLIC = "osawatch.key", "osawatch.pub"
IDENTITY, RECIPIENT = "osawatch.identity", "osawatch.recipient"


@dataclass(frozen=True, slots=True)
class Kept:
    """Keys that were written: the name of the one, the public half of the other."""

    key: str
    recipient: str
    folder: Path


def make(folder: Path) -> Kept:
    """A signing key and an age identity; a key that is there already is never overwritten."""
    secret = minisign.new()
    identity, recipient = box.new_identity()
    files = {
        KEY: (secret.text(f"osawatch secret key {secret.id}"), 0o600),
        PUBLIC: (secret.public.text(f"osawatch public key {secret.id}"), 0o644),
        IDENTITY: (f"{identity}\n", 0o600),
        RECIPIENT: (f"{recipient}\n", 0o644),
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadInput(f"cannot be made: {error.strerror}", file=str(folder)) from error
    there = next((name for name in files if (folder / name).exists()), "")
    if there:
        raise BadInput("is there already; keys are never overwritten", file=str(folder / there))
    for name, (text, mode) in files.items():
        write(folder / name, text.encode(), mode)
    return Kept(secret.id, recipient, folder)
