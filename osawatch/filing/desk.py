"""Records of a profile: closed cases written out, and destroyed in time; news that goes in time.

    closed case -> export (JSON, PDF/A, MDTO) -> its term passes -> a person destroys it
      -> words and files go, the lines of the log stay in their places -> a line that says so
What one desk destroys it destroys here: other desks and older backups do it themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import Any

from osawatch.cases.desk import Cases
from osawatch.cases.markings import Floor, floor, refuse_below, together
from osawatch.cases.model import Case
from osawatch.errors import BadInput
from osawatch.filing import mdto
from osawatch.filing.disclose import Wanted, disclose
from osawatch.filing.dossier import as_html, as_json, dossier
from osawatch.filing.lines import ERASURE, FILED, GONE, again, gone, required, settle
from osawatch.filing.model import DESTROYED, Disclosed, Due, Filed, Gone, Schedule
from osawatch.filing.privacy import Privacy
from osawatch.filing.putting import put, sha256
from osawatch.filing.thinning import Thinning
from osawatch.filing.words import words
from osawatch.fold import clock_of
from osawatch.model import Changes, Person
from osawatch.stages import Event
from osawatch.store import attachments, erasing, events, identity, reading, retention
from osawatch.store import cases as case_store
from osawatch.store.database import Connection, Store
from osawatch.store.hub import FILE

Print = Callable[[bytes], bytes]
"""HTML to PDF; the core itself knows nothing of Qt."""

MOST_YEARS = 100
LEAST_DAYS, MOST_DAYS = 30, 36_500  # copies of a story are looked for over four weeks
# What a line of the log needs to keep its meaning; all other words of it can go.
KEPT = frozenset(
    ["alert", "on", "step", "handover", "status", "test", "answer", "ministry", "due", "until",
     "passive", "relevant", "reason", "into", "events", "kind", "digest", "files", "basis", "why"]
)  # fmt: skip
WITH_WORDS = ("note", "close", "assign")  # of an alert that stands in no other case


class Filing:
    """Every act is one transaction, and leaves a line in the log that says who did what and why."""

    def __init__(
        self,
        profile: Path,
        kept: Store,
        cases: Cases,
        person: Callable[[], Person],
        clock: Callable[[], datetime],
        announce: Callable[[Changes], Changes],
        refuse: Callable[[Path], None],
    ) -> None:
        self._store, self._cases, self._person = kept, cases, person
        self._clock, self._announce, self._refuse = clock, announce, refuse
        self.privacy = Privacy(profile, kept, person, clock, announce)
        self.thinning = Thinning(
            kept, self.schedule, person, clock, announce, (profile / FILE).exists
        )

    # -- the schedule

    def schedule(self) -> Schedule:
        """How long closed cases are kept, and news on which nobody decided."""
        with self._store.reading() as connection:
            return Schedule(**retention.read(connection))  # type: ignore[arg-type]

    def set_schedule(self, schedule: Schedule) -> Schedule:
        """Another one; it needs a basis: nothing is destroyed because somebody felt like it."""
        if not 0 <= schedule.years <= MOST_YEARS:
            raise BadInput(f"is not a number from 0 to {MOST_YEARS}", field="years")
        if schedule.years and not schedule.basis.strip():
            raise BadInput("is missing: name the selection list", field="basis")
        if schedule.items and not LEAST_DAYS <= schedule.items <= MOST_DAYS:
            raise BadInput(
                f"is not 0 or a number of days from {LEAST_DAYS} to {MOST_DAYS}", field="items"
            )
        with self._store.writing() as connection:
            retention.keep(connection, asdict(schedule))
        return schedule

    def due(self) -> list[Due]:
        """All closed cases that were not destroyed, the one whose term ends first at the top."""
        schedule, today = self.schedule(), self._clock().date()
        found = []
        for case in self._cases.every(closed=True):
            log = self._cases.log(case.id)
            if case.status != "closed" or any(one.kind == GONE for one in log):
                continue
            closed = closed_on(case, log)
            until = mdto.until(closed, schedule.years)
            filed, over = _filed(log), until is not None and until < today
            found.append(Due(case.id, case.title, closed, until, bool(filed), over))
        return sorted(found, key=lambda one: (one.until or date.max, one.case))

    # -- into an archive

    def export(
        self, name: str, folder: Path, print_: Print | None, language: str, marking: str = ""
    ) -> Filed:
        """A closed case as JSON, HTML, PDF/A and MDTO, with its files, into a new folder.

        `BadInput` below the highest marking of the papers that left it.
        """
        self._refuse(folder)
        case = self._cases.case(name)
        if case.status != "closed":
            raise BadInput("is not closed: only a closed case is a record", field="case")
        refuse_below(marking, floor([case]))
        if folder.exists():
            raise BadInput("is there already", file=str(folder))
        log = self._cases.log(case.id)
        with self._store.reading() as connection:
            alerts = reading.alerts(connection, case.alerts)
            told = [(one, reading.story(connection, one.id, one.rule)) for one in alerts]
            files = [file for one in alerts for file in attachments.of(connection, one.id)]
            bodies = {one.id: attachments.body(connection, one.id) or b"" for one in files}
        said = dossier(case, log, told, files, marking)
        parts = together(len({one.card for one in alerts}), 1, language)
        page = as_html(said, words(language), language, parts)
        made = {"case.json": as_json(said), "case.html": page}
        if print_ is not None:
            made["case.pdf"] = print_(page)
        made |= {f"files/{one.sha256[:8]}-{one.name}": bodies[one.id] for one in files}
        made |= self._metadata(case, log, made, marking)
        filed = Filed(case.id, folder, *put(folder, made))
        self._note(FILED, case.id, {"digest": filed.digest, "files": len(made)})
        return filed

    def lowest(self, name: str) -> Floor:
        """The lowest marking under which a case can be written out."""
        return floor([self._cases.case(name)])

    def _metadata(
        self, case: Case, log: Sequence[Event], made: Mapping[str, bytes], marking: str
    ) -> dict[str, bytes]:
        """MDTO beside the files, one document for the dossier and one for each file."""
        with self._store.reading() as connection:
            source = f"OSAwatch {events.device_id_if_any(connection)}".strip()
        closed = closed_on(case, log)
        about = mdto.About(
            case.id, case.title, case.outcome, case.opened.date(), closed, source, marking
        )
        parts = [mdto.Part(name, len(body), sha256(body)) for name, body in made.items()]
        now = self._clock()
        return {
            "case.mdto.xml": mdto.dossier(about, self.schedule(), parts),
            **{f"{one.name}.bestand.mdto.xml": mdto.file(one, about, now) for one in parts},
        }

    # -- destruction

    def destroy(self, name: str, why: str) -> Gone:
        """Take the words and files of a case away: closed, written out, its term over."""
        said, schedule = required(why, "why"), self.schedule()
        case = self._cases.case(name)
        due = next((one for one in self.due() if one.case == case.id), None)
        if due is None:
            raise BadInput("is not closed, or was destroyed before", field="case")
        if due.until is None:
            raise BadInput("no schedule is set: `records schedule --years N`", field="case")
        if not due.over:
            raise BadInput(f"is kept until {due.until.isoformat()}", field="case")
        if not due.filed:
            raise BadInput("was not written out: `records export` comes first", field="case")
        with self._store.writing() as connection:
            now = self._clock()
            alone = self._alone(connection, case)
            lines = [*case_store.log(connection, case.id), *_lines(connection, alone)]
            changes = [
                (one, one.actor, left)
                for one in lines
                if (left := _emptied(one.data)) != dict(one.data)
            ]
            digest = erasing.rewrite(connection, changes, now)
            files = erasing.files(connection, alone) if alone else 0
            line: dict[str, object] = {
                "why": said, "basis": schedule.basis, "events": len(changes), "files": files,
                "digest": digest,
            }  # fmt: skip
            made = events.append(connection, [(GONE, case.id, line)], self._person(), now)
            again(connection, alone, now)
        settle(self._store, alone, self._announce)
        return gone(made[0])

    def _alone(self, connection: Connection, case: Case) -> list[str]:
        """The alerts of a case that stand in no other one."""
        others = {
            identity.resolve(connection, alert) or alert
            for one in self._cases.every(closed=True)
            if one.id != case.id
            for alert in one.alerts
        }
        return [one for one in case.alerts if one not in others]

    def disclose(self, wanted: Wanted, folder: Path) -> Disclosed:
        """What this desk wrote about a subject, into a new folder, names made unreadable."""
        self._refuse(folder)
        return disclose(self._store, self._cases.every(closed=True), wanted, folder)

    def log(self) -> list[Gone]:
        """What was destroyed and erased, oldest first."""
        with self._store.reading() as connection:
            told = [gone(one) for one in events.of_kinds(connection, (GONE, ERASURE))]
        return [*told, *self.thinning.left()]

    # -- inside

    def _note(self, kind: str, case: str, data: dict[str, object]) -> None:
        with self._store.writing() as connection:
            events.append(connection, [(kind, case, data)], self._person(), self._clock())


def closed_on(case: Case, log: Sequence[Event]) -> date:
    """The day a case was closed, last."""
    said = [one for one in log if one.kind == "case_status" and one.data.get("status") == "closed"]
    return (clock_of(max(one.hlc for one in said)) if said else case.updated).date()


def _filed(log: Sequence[Event]) -> str:
    """The digest of the newest export that is younger than everything else of the case."""
    newest = max(log, key=lambda one: (one.hlc, one.device, one.dev_seq))
    return str(newest.data.get("digest", "")) if newest.kind == FILED else ""


def _lines(connection: Connection, alerts: Sequence[str]) -> list[Event]:
    log = events.of_alerts(connection, alerts)
    return [one for lines in log.values() for one in lines if one.kind in WITH_WORDS]


def _emptied(data: Mapping[str, Any]) -> dict[str, Any]:
    """The data of a line without its words."""
    return {
        key: DESTROYED if isinstance(value, str) and value and key not in KEPT else value
        for key, value in data.items()
    }
