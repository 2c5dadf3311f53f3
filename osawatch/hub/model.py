"""Values of the hub: where it is, what a sync brought, who stands where."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from osawatch.errors import OsawatchError


class HubRefused(OsawatchError):  # noqa: N818 # reads better where it is raised
    """The hub said no: no member, no right, or a server that is no hub."""


class HubDown(OsawatchError):  # noqa: N818 # reads better where it is raised
    """The hub cannot be reached now. Nothing is lost: what waits goes with the next sync."""


@dataclass(frozen=True, slots=True)
class Hello:
    """What the hub says to an account that comes in."""

    identity: str
    user: str
    post: str
    role: str
    reads: tuple[str, ...]
    now: datetime


@dataclass(frozen=True, slots=True)
class Contact:
    """How far an account has come."""

    user: str
    post: str
    at: datetime
    sent: int
    got: int
    behind: int


@dataclass(frozen=True, slots=True)
class Conflict:
    """An event whose device had counted its number before: two profiles go under one name."""

    event: str
    device: str
    number: int
    user: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Held:
    """An event that could not be shared: it stands here, and others do not have it."""

    event: str
    why: str
    since: datetime


@dataclass(frozen=True, slots=True)
class Status:
    """The hub as this profile knows it. `down`: why it cannot be reached, "" = it can."""

    address: str
    down: str = ""
    hello: Hello | None = None
    waiting: int = 0
    last: datetime | None = None
    contacts: tuple[Contact, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    held: tuple[Held, ...] = ()


@dataclass(frozen=True, slots=True)
class Synced:
    """What one sync did; `down` says what broke it off, "" = it went through."""

    sent: int = 0
    got: int = 0
    items_sent: int = 0
    items_got: int = 0
    packs: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    held: int = 0
    from_zero: bool = False
    cancelled: bool = False
    down: str = field(default="")
