"""Files put to an alert: kept in the store (so sealed with it, and in every backup), given out.

A note in the log says that one was put there, with its hash: other desks see that, not the file.
A file is never opened here; what it is, is for the program a person saves it for.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from osawatch.attached import Attachment
from osawatch.errors import BadInput, UnknownId
from osawatch.model import Action, Changes, Person
from osawatch.store import attachments, identity
from osawatch.store.database import Connection, Store

MOST, MOST_ALL = 10_000_000, 500_000_000
LONGEST = 120


class Attaching:
    """`triage` writes the note, `refuse` says where a policy closes removable media."""

    def __init__(
        self,
        kept: Store,
        person: Callable[[], Person],
        clock: Callable[[], datetime],
        triage: Callable[[Action], Changes],
        refuse: Callable[[Path], None],
    ) -> None:
        self._store, self._person, self._clock = kept, person, clock
        self._triage, self._refuse = triage, refuse

    def of(self, alert: str) -> list[Attachment]:
        """The files of an alert and of those merged into it."""
        with self._store.reading() as connection:
            return attachments.of(connection, _resolved(connection, alert))

    def put(self, alert: str, file: Path) -> Attachment:
        """Put a file to an alert; the same file again changes nothing."""
        self._refuse(file)
        body = _read(file)
        sha, name = hashlib.sha256(body).hexdigest(), _clean(file.name)
        with self._store.writing() as connection:
            found = _resolved(connection, alert)
            if attachments.total(connection) + len(body) > MOST_ALL:
                told = f"would make more than {MOST_ALL // 1_000_000} MB of files in this profile"
                raise BadInput(told, file=str(file))
            known = {one.sha256: one for one in attachments.of(connection, found)}
            if sha in known:
                return known[sha]
            attachments.keep(
                connection, found, name, sha, body, self._clock(), self._person().name
            )  # fmt: skip
        self._triage(Action("note", (found,), {"text": f"{name} ({len(body)} B, SHA-256 {sha})"}))
        return next(one for one in self.of(found) if one.sha256 == sha)

    def body(self, number: int) -> bytes:
        """The bytes of a file."""
        with self._store.reading() as connection:
            found = attachments.body(connection, number)
        if found is None:
            raise UnknownId("attachment", str(number))
        return found


def _read(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            body = opened.read(MOST + 1)
    except OSError as error:
        raise BadInput(f"cannot be read: {error.strerror}", file=str(file)) from error
    if len(body) > MOST:
        raise BadInput(f"is larger than {MOST // 1_000_000} MB", file=str(file))
    if not body:
        raise BadInput("is empty", file=str(file))
    return body


def _clean(name: str) -> str:
    """A file's name without what could hide or turn letters, or leave the folder."""
    plain = "".join(char for char in name if char.isprintable() and char not in '/\\:*?"<>|')
    stem, dot, end = plain.strip(". ").rpartition(".")
    return f"{stem[: LONGEST - len(end) - 1]}{dot}{end}"[-LONGEST:] or "file"


def _resolved(connection: Connection, name: str) -> str:
    found = identity.resolve(connection, name)
    if found is None:
        raise UnknownId("alert", name)
    return found
