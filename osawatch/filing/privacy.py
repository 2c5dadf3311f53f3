"""A person's data: where a name stands, and taking it out of all that this desk wrote.

    name -> lines of the log that hold it -> the name goes, the lines stay in their places
         -> a line that says so, without the name
Texts of the press and of authorities stay as they were published; who asks is told how many hold
the name. Other desks and older backups do their part themselves.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from osawatch import sealed
from osawatch.errors import BadInput
from osawatch.filing import lines
from osawatch.filing.model import Gone, Standing
from osawatch.filing.redact import Redaction
from osawatch.model import Changes, Person
from osawatch.stages import Event
from osawatch.store import erasing, events, identity, retention
from osawatch.store.database import Store

OWN = ("settings.json", "searches.json", "rules/**/*.yml", "watchlist/**/*.yml")


class Privacy:
    """Every act is one transaction, and leaves a line in the log."""

    def __init__(
        self,
        profile: Path,
        kept: Store,
        person: Callable[[], Person],
        clock: Callable[[], datetime],
        announce: Callable[[Changes], Changes],
    ) -> None:
        self._profile, self._store, self._person = profile, kept, person
        self._clock, self._announce = clock, announce

    def standing(self, name: str) -> Standing:
        """Where a name stands; `elsewhere` are the post's own files, which a person changes."""
        redaction = _of_name(name)
        with self._store.reading() as connection:
            said = [one for one in events.everything(connection) if _says(redaction, one)]
            files = retention.files_with(connection, name.strip())
            items = retention.items_with(connection, name.strip())
        found = tuple(place for place, text in self._own() if redaction.holds(text))
        return Standing(len(said), len(files), items, found)

    def erase(self, name: str, why: str, *, authors: bool = False) -> Gone:
        """Take a name out of all that this desk wrote; the lines stay in their places.

        Refused when the person wrote lines themself, unless `authors` says that these lose their
        author as well.
        """
        said, redaction = lines.required(why, "why"), _of_name(name)
        if redaction.holds(said):
            raise BadInput("must not hold the name: it stays", field="why")
        with self._store.writing() as connection:
            now = self._clock()
            found = [one for one in events.everything(connection) if _says(redaction, one)]
            if not authors and any(redaction.holds(one.actor) for one in found):
                told = "is the author of lines of the log: --authors takes that away as well"
                raise BadInput(told, field="name")
            numbers = retention.files_with(connection, name.strip())
            if not (found or numbers):
                raise BadInput("stands in nothing that this desk wrote", field="name")
            changes = [(one, redaction.text(one.actor), redaction.all(one.data)) for one in found]
            digest = erasing.rewrite(connection, changes, now)
            named = retention.names_of_files(connection, numbers) if numbers else {}
            retention.rename_files(
                connection,
                {
                    number: (redaction.text(a), redaction.text(b))
                    for number, (a, b) in named.items()
                },
            )
            data: dict[str, object] = {
                "why": said, "basis": "AVG", "events": len(changes), "files": len(named),
                "digest": digest,
            }  # fmt: skip
            subject = f"{lines.ERASURE}:{uuid.uuid4()}"
            made = events.append(connection, [(lines.ERASURE, subject, data)], self._person(), now)
            touched = {identity.resolve(connection, one.subject) for one in found}
            alerts = sorted(one for one in touched if one)
            lines.again(connection, alerts, now)
        lines.settle(self._store, alerts, self._announce)
        return lines.gone(made[0])

    def _own(self) -> Iterator[tuple[str, str]]:
        """The texts of the post's own files, by their names in the profile."""
        for pattern in OWN:
            for file in sorted(self._profile.glob(pattern)):
                yield file.relative_to(self._profile).as_posix(), sealed.read_text(file)


def _says(redaction: Redaction, event: Event) -> bool:
    return redaction.holds(event.actor) or redaction.holds(dict(event.data))


def _of_name(name: str) -> Redaction:
    return Redaction({lines.required(name, "name"): "erased"})
