"""What can go wrong at the core's door, as a tree.

OsawatchError
├── ProfileError      the profile folder cannot be used (path)
│   └── Busy          another program polls this profile (holder)
├── StoreError        the database refused (fatal: nothing can be stored for now)
│   └── NewerProfile  a newer program made it; this one leaves it alone (step)
├── UnknownId         no such alert, card, source ... (kind, id)
└── BadInput          a value a person can mend (file, line, field)
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a profile's lock. `since` is aware UTC; None = the note could not be read."""

    pid: int = 0
    host: str = ""
    since: datetime | None = None
    program: str = ""

    def __str__(self) -> str:
        when = f" since {self.since:%Y-%m-%d %H:%M} UTC" if self.since else ""
        return f"{self.program or 'another program'} (process {self.pid} on {self.host}){when}"


class OsawatchError(Exception):
    """All errors of the core that a caller may expect. They can be sent to another process."""

    def __reduce__(self) -> tuple[object, ...]:
        return _again, (type(self), self.args, self.__dict__)


def _again(kind: type[OsawatchError], args: tuple[object, ...], state: dict[str, Any]) -> object:
    error = kind.__new__(kind)
    error.args = args
    error.__dict__.update(state)
    return error


class ProfileError(OsawatchError):
    """The profile folder cannot be used."""

    def __init__(self, path: Path, message: str) -> None:
        super().__init__(f"{path}: {message}")
        self.path = path


class Busy(ProfileError):  # noqa: N818 # reads better where it is raised
    """One poller a profile; this says who it is."""

    def __init__(self, path: Path, holder: Holder) -> None:
        super().__init__(path, f"is being polled by {holder}")
        self.holder = holder


class StoreError(OsawatchError):
    """The database refused. `fatal`: full, locked, damaged, so the next write would fail too."""

    def __init__(self, message: str, *, fatal: bool = False) -> None:
        super().__init__(message)
        self.fatal = fatal


class NewerProfile(StoreError):  # noqa: N818 # reads better where it is raised
    """A newer program made this profile. `step`: the newest change of form that it has."""

    def __init__(self, step: str) -> None:
        told = f"the profile was made by a newer OSAwatch ({step}); update the program"
        super().__init__(told, fatal=True)
        self.step = step


class UnknownId(OsawatchError):  # noqa: N818 # reads better where it is raised
    """No such thing."""

    def __init__(self, kind: str, unknown: str) -> None:
        super().__init__(f"there is no {kind} {unknown!r}")
        self.kind = kind
        self.id = unknown


class BadInput(OsawatchError):  # noqa: N818 # reads better where it is raised
    """A value a person can mend: where it stands and what is wrong with it."""

    def __init__(self, message: str, *, file: str = "", line: int = 0, field: str = "") -> None:
        place = ":".join(part for part in (file, str(line) if line else "") if part)
        parts = [part for part in (place, field, message) if part]
        super().__init__(": ".join(parts))
        self.message = message
        self.file = file
        self.line = line
        self.field = field


def why(error: Exception) -> str:
    """What kept a file from being read; its name stands in front of it already."""
    return getattr(error, "strerror", None) or str(error)
