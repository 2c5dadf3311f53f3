"""A person's data: where a name stands, and taking it out of all that this desk wrote.

    name -> lines of the log that hold it: notes, cases, registers, situations, papers
         -> the name goes, the lines stay in their places
         -> own reports as items, the index over them, screenings, details of measures
         -> a line that says so, without the name, and who else has the lines as they were
Texts of the press and of authorities stay as they were published; who asks is told how many hold
the name. Other desks, hubs, bundles and older backups do their part themselves.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from osawatch import sealed
from osawatch.errors import BadInput
from osawatch.filing import lines
from osawatch.filing.model import Gone, Standing
from osawatch.filing.redact import Redaction
from osawatch.model import Changes, Person
from osawatch.registers.model import SHAPES
from osawatch.stages import Event
from osawatch.store import abroad, erasing, events, identity, ownwords, retention
from osawatch.store.abroad import Abroad
from osawatch.store.database import Connection, Store

OWN = (
    "*.json", "*.yaml", "rules/**/*.y*ml", "watchlist/**/*.y*ml", "drafts/**/*.y*ml",
    "templates/**/*", "logs/*",
)  # fmt: skip


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
        redaction, plain = _of_name(name), name.strip()
        with self._store.reading() as connection:
            said = [one for one in events.everything(connection) if _says(redaction, one)]
            files = retention.files_with(connection, plain)
            items = retention.items_with(connection, plain, besides=ownwords.REPORTS)
            reports = ownwords.reports(connection, redaction.text)
            rows = ownwords.rows(connection, redaction.text)
            held = ownwords.still(connection, plain)
            others = abroad.of(connection, [one.id for one in said])
        for known in ("events", "attachments", "items", "item_versions", *ownwords.OWN):
            held.pop(known, None)
        found = tuple(place for place, text in self._own() if redaction.holds(text))
        return Standing(len(said), len(files), items, found, len(reports), rows, held, others)

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
            data, alerts = _erased(connection, redaction, name.strip(), found, now)
            data |= {"why": said, "basis": "AVG"}
            subject = f"{lines.ERASURE}:{uuid.uuid4()}"
            made = events.append(connection, [(lines.ERASURE, subject, data)], self._person(), now)
            lines.again(connection, alerts, now)
        lines.settle(self._store, alerts, self._announce)
        self._announce(Changes(settings=True))  # registers and situations are drawn from the log
        return lines.gone(made[0])

    def _own(self) -> Iterator[tuple[str, str]]:
        """The texts of the post's own files, by their names in the profile."""
        for pattern in OWN:
            for file in sorted(self._profile.glob(pattern)):
                with suppress(OSError, ValueError):  # no text of ours: a locked or foreign file
                    yield file.relative_to(self._profile).as_posix(), sealed.read_text(file)


def _erased(
    connection: Connection, redaction: Redaction, name: str, found: Sequence[Event], now: datetime
) -> tuple[dict[str, object], list[str]]:
    """What the line says of it, and the alerts that are drawn from what has changed."""
    numbers = retention.files_with(connection, name)
    reports = ownwords.reports(connection, redaction.text)
    rows = ownwords.rows(connection, redaction.text)
    if not (found or numbers or reports or rows):
        raise BadInput("stands in nothing that this desk wrote", field="name")
    others = abroad.of(connection, [one.id for one in found])
    ids = {one.subject for one in found if _named_by(redaction, one)}
    changes = [(one, redaction.text(one.actor), redaction.all(one.data)) for one in found]
    digest = erasing.rewrite(connection, changes, now)
    for number in reports:
        ownwords.rewrite(connection, number, redaction.text, redaction.places)
    ownwords.clean(connection, redaction.text)
    named = retention.names_of_files(connection, numbers) if numbers else {}
    retention.rename_files(
        connection,
        {number: (redaction.text(a), redaction.text(b)) for number, (a, b) in named.items()},
    )
    touched = {identity.resolve(connection, one.subject) for one in found}
    touched |= set(ownwords.alerts_of(connection, reports))
    data: dict[str, object] = {
        "events": len(changes), "files": len(named), "digest": digest, "reports": len(reports),
        "rows": rows, "left": _left(others, len(ids)),
    }  # fmt: skip
    return data, sorted(one for one in touched if one)


def _left(others: Abroad, ids: int) -> dict[str, object]:
    """Who has the lines as they were, for the line that stays: no word of them is in it."""
    return {
        "hubs": [[hub, count] for hub, count, _ in others.hubs],
        "bundles": [
            [channel, count, f"{last:%Y-%m-%d}"] for channel, count, last in others.bundles
        ],
        "posts": [list(one) for one in others.posts],
        "ids": ids,
    }


def _named_by(redaction: Redaction, event: Event) -> bool:
    """Whether the id of an entry was made from the name: who guesses it right can tell."""
    values = event.data.get("values")
    shape = SHAPES.get(event.subject.partition(":")[0])
    if event.kind != "entry_set" or shape is None or not isinstance(values, Mapping):
        return False
    return any(redaction.holds(values.get(key, "")) for key in shape.same)


def _says(redaction: Redaction, event: Event) -> bool:
    return redaction.holds(event.actor) or redaction.holds(dict(event.data))


def _of_name(name: str) -> Redaction:
    return Redaction({lines.required(name, "name"): "erased"})
