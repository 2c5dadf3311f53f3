"""Cases of a profile: read, and changed by events that name who did it."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime

from osawatch import undoing
from osawatch.cases import leads
from osawatch.cases.fold import fold
from osawatch.cases.leadtime import Lead
from osawatch.cases.model import ANSWERS, STATUSES, TESTS, Case
from osawatch.errors import BadInput, UnknownId
from osawatch.model import Changes, Person
from osawatch.stages import Event
from osawatch.store import cases as store
from osawatch.store import events, identity
from osawatch.store.database import Connection, Store
from osawatch.store.events import Draft

Owners = Callable[[tuple[str, ...]], Sequence[str]]
"""The ministries that own these goods."""


class Cases:
    """Every act is one transaction; what is wrong with it is `BadInput` and changes nothing."""

    def __init__(
        self,
        kept: Store,
        owners: Owners,
        person: Callable[[], Person],
        clock: Callable[[], datetime],
        announce: Callable[[Changes], Changes],
    ) -> None:
        self._store, self._owners, self._person = kept, owners, person
        self._clock, self._announce = clock, announce

    # -- reading

    def every(self, *, closed: bool = False) -> list[Case]:
        """All that are not closed, or all; what was touched last is first."""
        with self._store.reading() as connection:
            found = [self._whole(connection, log) for log in store.logs(connection).values()]
        shown = [one for one in found if one is not None and (closed or one.status != "closed")]
        return sorted(shown, key=lambda one: (one.updated, one.id), reverse=True)

    def case(self, name: str) -> Case:
        """A case; the beginning of its id is enough when it is the only one."""
        with self._store.reading() as connection:
            return self._found(connection, name)

    def leads(self, found: Sequence[Case]) -> dict[str, Lead]:
        """How long before act and force each case was seen, by its id."""
        with self._store.reading() as connection:
            return leads.of_cases(connection, found)

    def log(self, name: str) -> Sequence[Event]:
        """All that happened to a case, oldest first."""
        with self._store.reading() as connection:
            return store.log(connection, self._found(connection, name).id)

    # -- acting

    def open(self, title: str, names: Sequence[str] = ()) -> Case:
        """A new case, with alerts or without (a negotiation, an expiry, a visit)."""
        case, said = f"case:{uuid.uuid4()}", required(title, "title")

        def drafts(connection: Connection) -> list[Draft]:
            made: list[Draft] = [("case_open", case, {"title": said})]
            made += [("case_alert", case, {"alert": one}) for one in alerts_of(connection, names)]
            return made

        return self._write(drafts)

    def add(self, name: str, names: Sequence[str], *, on: bool = True) -> Case:
        """Alerts into a case, or out of it."""

        def drafts(connection: Connection) -> list[Draft]:
            case = self._found(connection, name).id
            found = alerts_of(connection, names)
            if not found:
                raise BadInput("names no alert", field="alerts")
            return [("case_alert", case, {"alert": one, "on": on}) for one in found]

        return self._write(drafts)

    def owner(self, name: str, ministry: str, *, on: bool = True) -> Case:
        """A ministry that owns it beside those of its goods; `on=False` takes it off again."""
        data = {"ministry": required(ministry, "ministry"), "on": on}
        return self._act(name, "case_owner", data)

    def status(self, name: str, status: str, outcome: str = "") -> Case:
        """Open, waiting or closed, and how it ended."""
        one_of(status, STATUSES, "status")
        return self._act(name, "case_status", {"status": status, "outcome": outcome.strip()})

    def next(self, name: str, words: str) -> Case:
        """The next step in a line."""
        return self._act(name, "case_next", {"text": words.strip()})

    def told(self, name: str, who: str) -> Case:
        """Somebody was told."""
        return self._act(name, "case_told", {"who": required(who, "who")})

    def step(self, name: str, words: str, *, due: str = "", who: str = "") -> Case:
        """Something to be done, by a day."""
        if due:
            day_of(due, "due")
        data: dict[str, object] = {"text": required(words, "text"), "due": due, "who": who.strip()}
        return self._act(name, "case_step", data)

    def done(self, name: str, step: str) -> Case:
        """A step was done."""
        return self._at_step(name, "case_done", step, {})

    def answered(self, name: str, step: str, words: str) -> Case:
        """The answer to a step came in."""
        return self._at_step(name, "case_answer", step, {"text": required(words, "text")})

    def weigh(self, name: str, test: str, answer: str, note: str = "") -> Case:
        """One of the decision tests."""
        one_of(test, TESTS, "test")
        one_of(answer, ANSWERS, "answer")
        return self._act(name, "case_test", {"test": test, "answer": answer, "note": note.strip()})

    def paper(self, name: str, template: str, form: str, marking: str, digest: str) -> Case:
        """A paper about it left the desk: from which template, in which form, and its SHA-256."""
        data: dict[str, object] = {
            "template": template, "form": form, "marking": marking, "sha256": digest
        }  # fmt: skip
        return self._act(name, "case_paper", data)

    def hand_over(self, name: str, to: str) -> Case:
        """Offer it to somebody: it is theirs when they confirm, and not before."""
        return self._act(name, "case_handover", {"to": required(to, "to")})

    def confirm(self, name: str) -> Case:
        """Take over what was offered to the person who works here."""

        def drafts(connection: Connection) -> list[Draft]:
            case, me = self._found(connection, name), self._person().name
            if case.handover is None:
                raise BadInput("is not offered to anybody", field="case")
            if case.handover.to != me:
                told = f"is offered to {case.handover.to!r}; here works {me or 'nobody by name'!r}"
                raise BadInput(told, field="case")
            return [("case_confirm", case.id, {"handover": case.handover.id})]

        return self._write(drafts)

    def undo(self) -> list[str]:
        """Takes back the last act of this person on any case; the ids of what it touched."""
        with self._store.writing() as connection:
            last = undoing.back(
                connection, self._person(), self._clock(), lambda one: one.kind.startswith("case_")
            )
        alerts = frozenset(str(one.data["alert"]) for one in last if "alert" in one.data)
        self._announce(Changes(alerts=alerts, settings=True))
        return sorted({one.subject for one in last})

    # -- inside

    def _act(self, name: str, kind: str, data: dict[str, object]) -> Case:
        return self._write(lambda connection: [(kind, self._found(connection, name).id, data)])

    def _at_step(self, name: str, kind: str, step: str, data: dict[str, object]) -> Case:
        def drafts(connection: Connection) -> list[Draft]:
            case = self._found(connection, name)
            named = [one.id for one in case.steps if step and one.id.startswith(step)]
            if len(named) != 1:
                raise UnknownId("step", step)
            return [(kind, case.id, {**data, "step": named[0]})]

        return self._write(drafts)

    def _write(self, drafts: Callable[[Connection], list[Draft]]) -> Case:
        """Append the drafts, all of one case; listeners hear of it once it is kept."""
        with self._store.writing() as connection:
            made = drafts(connection)
            events.append(connection, made, self._person(), self._clock())
            case = self._found(connection, made[0][1])
        named = {str(data["alert"]) for _, _, data in made if "alert" in data}
        self._announce(Changes(alerts=frozenset({*case.alerts, *named})))
        return case

    def _found(self, connection: Connection, name: str) -> Case:
        logs = store.logs(connection)
        short = name.removeprefix("case:")
        named = [key for key in logs if short and key.removeprefix("case:").startswith(short)]
        case = self._whole(connection, logs[named[0]]) if len(named) == 1 else None
        if case is None:
            raise UnknownId("case", name)
        return case

    def _whole(self, connection: Connection, log: Sequence[Event]) -> Case | None:
        """With today's ids of its alerts, and all ministries along them as owners."""
        case = fold(log)
        if case is None:
            return None
        names = dict.fromkeys(identity.resolve(connection, one) or one for one in case.alerts)
        goods = store.goods(connection, tuple(names))
        owners = dict.fromkeys((*case.owners, *self._owners(goods)))
        return replace(case, alerts=tuple(names), owners=tuple(owners))


def alerts_of(connection: Connection, names: Sequence[str]) -> list[str]:
    """Their ids of today, each once."""
    found: dict[str, None] = {}
    for name in names:
        one = identity.resolve(connection, name)
        if one is None:
            raise UnknownId("alert", name)
        found[one] = None
    return list(found)


def required(words: str, field: str) -> str:
    """The words without spaces around them; `BadInput` for none."""
    if not words.strip():
        raise BadInput("is missing", field=field)
    return words.strip()


def one_of(word: str, allowed: Sequence[str], field: str) -> None:
    """`BadInput` for a word that is not allowed."""
    if word not in allowed:
        raise BadInput(f"{word!r} is not one of {', '.join(allowed)}", field=field)


def day_of(words: str, field: str) -> None:
    """`BadInput` for what is no day."""
    try:
        date.fromisoformat(words)
    except ValueError as error:
        raise BadInput(f"{words!r} is not a day (YYYY-MM-DD)", field=field) from error
