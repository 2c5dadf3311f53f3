"""Values of the exchange: manifests, what a bundle would bring, what it brought."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from osawatch.errors import OsawatchError
from osawatch.store.bundles import Last, Sent, Signer

__all__ = [
    "FORMAT",
    "PARTS",
    "Applied",
    "BundleRefused",
    "Last",
    "Made",
    "Manifest",
    "Opened",
    "Sent",
    "Signer",
    "channel_to",
]
FORMAT = "osawatch-bundle/2"
LONGEST = 60  # letters of a desk in the name of its channel
PARTS = ("items", "events", "rules", "watchlist", "lists")


class BundleRefused(OsawatchError):  # noqa: N818 # reads better where it is raised
    """A bundle that is not what it says it is, or that came too late. Nothing of it was used."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a bundle says of itself; `prev` is the hash of the manifest before it, "" = none."""

    channel: str
    seq: int
    prev: str
    kind: str
    created: datetime
    expires: datetime
    author: str
    digest: str
    signer: str
    files: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Opened:
    """A bundle whose signature, members and hashes hold."""

    manifest: Manifest
    content: dict[str, bytes]
    encrypted: bool


@dataclass(frozen=True, slots=True)
class Made:
    """A bundle that was written."""

    path: str
    channel: str
    seq: int
    bytes: int
    counts: dict[str, int]
    recipients: int


@dataclass(frozen=True, slots=True)
class Applied:
    """What a bundle brought, or would bring (`dry`); `warnings` are told before it is taken."""

    channel: str
    seq: int
    signer: str
    dry: bool
    items: int = 0
    alerts: int = 0
    events: int = 0
    sources: int = 0
    lists: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    warnings: tuple[str, ...] = field(default=())


def channel_to(own: str, whom: str) -> str:
    """The row of bundles that a desk keeps for another: what is new for it is counted there."""
    name = "-".join("".join(one if one.isprintable() else " " for one in whom).split())
    return f"{own}/{name[:LONGEST]}" if name else own
