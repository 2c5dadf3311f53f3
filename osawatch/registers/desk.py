"""Registers of a profile: read, and changed by events that name who did it."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from osawatch import undoing
from osawatch.errors import BadInput, UnknownId
from osawatch.model import Changes, Person
from osawatch.registers.check import checked, whole
from osawatch.registers.fold import fold
from osawatch.registers.model import SHAPES, Entry, Shape
from osawatch.stages import Event
from osawatch.store import entries, events
from osawatch.store.database import Connection, Store
from osawatch.store.events import Draft

SPACE = uuid.UUID("6f73617e-7761-4463-8000-7265676973ff")  # of ids that any desk derives alike
Values = Mapping[str, str]


class Registers:
    """Every act is one transaction; what is wrong with it is `BadInput` and changes nothing."""

    def __init__(
        self,
        kept: Store,
        pack: Callable[[], Any],
        person: Callable[[], Person],
        clock: Callable[[], datetime],
        announce: Callable[[Changes], Changes],
    ) -> None:
        self._store, self._pack, self._person = kept, pack, person
        self._clock, self._announce = clock, announce

    # -- reading

    def every(self, shape: str, *, withdrawn: bool = False) -> list[Entry]:
        """All of a register that stand, the last changed first."""
        with self._store.reading() as connection:
            found = [fold(log) for log in entries.logs(connection, shape_of(shape).name).values()]
        shown = [one for one in found if one is not None and (withdrawn or not one.withdrawn)]
        return sorted(shown, key=lambda one: (one.updated, one.id), reverse=True)

    def one(self, shape: str, name: str) -> Entry:
        """An entry; the beginning of its id is enough when it is the only one."""
        with self._store.reading() as connection:
            return _found(connection, shape_of(shape), name)

    def log(self, shape: str, name: str) -> Sequence[Event]:
        """All that happened to an entry, oldest first."""
        with self._store.reading() as connection:
            return entries.log(connection, _found(connection, shape_of(shape), name).id)

    # -- acting

    def add(self, shape: str, values: Values) -> Entry:
        """A new entry."""
        kind = shape_of(shape)
        whole_, found = self._whole(kind, values), ""

        def drafts(connection: Connection) -> list[Draft]:
            nonlocal found
            found = name_of(kind, whole_)
            known = fold(entries.log(connection, found))
            if known is not None and not known.withdrawn:
                raise BadInput(f"is in the register already ({known.id})", field=kind.same[0])
            return [("entry_set", found, {"values": whole_})]

        return self._write(kind, drafts)

    def change(self, shape: str, name: str, values: Values) -> Entry:
        """Other values of some fields; "" empties one. The id stays what it was."""
        kind = shape_of(shape)
        given = checked(kind, values, self._known)

        def drafts(connection: Connection) -> list[Draft]:
            entry = _found(connection, kind, name)
            whole(kind, {**entry.values, **given}, self._known)
            new = {key: value for key, value in given.items() if entry.text(key) != value}
            if not new:
                raise BadInput("changes nothing", field=kind.name)
            return [("entry_set", entry.id, {"values": new})]

        return self._write(kind, drafts)

    def told(self, shape: str, name: str, who: str) -> Entry:
        """Somebody was told."""
        if not who.strip():
            raise BadInput("is missing", field="who")
        return self._act(shape, name, "entry_told", {"who": who.strip()})

    def withdraw(self, shape: str, name: str) -> Entry:
        """Out of the register; the log keeps it."""
        return self._act(shape, name, "entry_drop", {})

    def take(self, shape: str, rows: Sequence[Values]) -> tuple[int, int]:
        """Rows of a file, all in one act: (new, changed). What is the same changes nothing."""
        kind = shape_of(shape)
        wholes = [self._whole(kind, one) for one in rows]
        with self._store.writing() as connection:
            drafts: list[Draft] = []
            new = 0
            for one in wholes:
                name = name_of(kind, one)
                known = fold(entries.log(connection, name))
                stands = known is not None and not known.withdrawn
                given = {
                    key: value
                    for key, value in one.items()
                    if not (stands and known) or known.text(key) != value
                }
                if given:
                    drafts.append(("entry_set", name, {"values": given}))
                    new += not stands
            events.append(connection, drafts, self._person(), self._clock())
        self._announce(Changes(settings=True))
        return new, len(drafts) - new

    def undo(self) -> int:
        """Takes back the last act of this person on any register; how many entries it touched."""
        with self._store.writing() as connection:
            last = undoing.back(
                connection, self._person(), self._clock(), lambda one: one.kind.startswith("entry_")
            )
        self._announce(Changes(settings=True))
        return len({one.subject for one in last})

    # -- inside

    def check(self, shape: str, values: Values) -> dict[str, str]:
        """A whole entry in its own form, before it is kept; `BadInput` names the field."""
        return self._whole(shape_of(shape), values)

    def _whole(self, kind: Shape, values: Values) -> dict[str, str]:
        found = checked(kind, values, self._known)
        whole(kind, found, self._known)
        return {key: value for key, value in found.items() if value}

    def _known(self, axis: str) -> Collection[str]:
        watched = self._pack().watchlist
        if axis == "company":
            return {
                str(name).casefold()
                for firm in watched.companies.values()
                for names in firm.names.values()
                for name in names
            }
        return set(watched.goods) if axis == "good" else set()

    def _act(self, shape: str, name: str, kind: str, data: dict[str, object]) -> Entry:
        of = shape_of(shape)
        return self._write(of, lambda connection: [(kind, _found(connection, of, name).id, data)])

    def _write(self, kind: Shape, drafts: Callable[[Connection], list[Draft]]) -> Entry:
        with self._store.writing() as connection:
            made = drafts(connection)
            events.append(connection, made, self._person(), self._clock())
            entry = fold(entries.log(connection, made[0][1]))
        if entry is None:
            raise UnknownId(kind.name, made[0][1])
        self._announce(Changes(settings=True))
        return entry


def shape_of(name: str) -> Shape:
    """A register by name."""
    if name not in SHAPES:
        raise UnknownId("register", name)
    return SHAPES[name]


def name_of(shape: Shape, values: Values) -> str:
    """The id of an entry: derived from what tells it from others, so that desks agree."""
    if not shape.same:
        return f"{shape.name}:{uuid.uuid4()}"
    told = "\x1f".join((shape.name, *(values.get(key, "").casefold() for key in shape.same)))
    return f"{shape.name}:{uuid.uuid5(SPACE, told)}"


def _found(connection: Connection, shape: Shape, name: str) -> Entry:
    logs = entries.logs(connection, shape.name)
    short = name.removeprefix(f"{shape.name}:")
    keys = [key for key in logs if short and key.partition(":")[2].startswith(short)]
    entry = fold(logs[keys[0]]) if len(keys) == 1 else None
    if entry is None:
        raise UnknownId(shape.name, name)
    return entry
