"""Dates that are 30, 7 or 1 days away: each told once a step, by the rules of notices.

    dates ahead of measures and cases (as in the calendar file) -> the nearest step of each
      -> judged -> kept beside what was decided of alerts -> Told (counts)
A step that fell while the program was closed is told at the next look, as the nearest one only.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from osawatch.agenda.dates import KINDS, REMIND_DAYS, Coming, ahead
from osawatch.agenda.work import Due, of_cases
from osawatch.core import Core
from osawatch.decide import digest
from osawatch.interruption import Notice, Reminder, Told, Verdict
from osawatch.model import BANDS, Settings
from osawatch.notify.desk import KEPT
from osawatch.notify.judge import judge_date
from osawatch.store import reminded
from osawatch.store.database import Connection

LEVELS = {30: "low", 7: "medium", 1: "high"}  # the nearer, the graver
NEAR, MOST = 7, 500
SLACK = timedelta(hours=1)  # a clock that is set right by minutes tells nothing twice
Rows = Mapping[str, reminded.Row]


def step(day: date, today: date) -> int:
    """The nearest of REMIND_DAYS that has come for a day; 0 = none, or the day is over."""
    left = (day - today).days
    return min((one for one in REMIND_DAYS if left <= one), default=0) if left >= 0 else 0


def of_measure(one: Coming, days: int) -> Reminder:
    """A date of a measure at a step."""
    return Reminder(one.day, days, one.what, digest(one.key), one.measure)


def of_case(one: Due, days: int) -> Reminder:
    """A day or a step of a case at a step. Its text can name a person: a hash stands for it."""
    title = f"{one.title}: {one.text}"
    return Reminder(one.day, days, f"case_{one.what}", digest(one.key), title=title)


def told_at(settings: Settings) -> tuple[int, ...]:
    """The steps that interrupt by these settings, the farthest first; () = none does."""
    if not settings.remind_dates or settings.notify_level == "off":
        return ()
    low = BANDS.index(settings.notify_level)
    return tuple(one for one in REMIND_DAYS if BANDS.index(LEVELS[one]) >= low)


@dataclass(frozen=True, slots=True)
class Standing:
    """What was decided of the step that has come, None = of none; the day of the next reminder."""

    verdict: Verdict | None = None
    next: date | None = None


class Reminders:
    """What the dates of a desk have told, and what they are to tell now."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def look(self, *, here: bool = False) -> Told:
        """Judges each date that is near and keeps what was decided. Reads all measures: a task."""
        due = {one.key: one for one in self._due()}
        with self._core.records.store.writing(durable=False) as connection:
            self._early(connection)
            known = {row.key: row for row in reminded.every(connection)}
            self._let_go(connection, known, due)
            told = self._judged(connection, due, known, here=here)
            waiting = sum(row.verdict.act == "wait" for row in reminded.every(connection))
        near = sum(one.days <= NEAR for one in due.values())
        return Told({}, waiting, 0, told, near if self._core.settings().remind_dates else 0)

    def listed(self, limit: int = MOST) -> list[Notice]:
        """What was decided of dates, the newest first; with the measure or case where it stands."""
        with self._core.records.store.reading() as connection:
            rows = reminded.every(connection, limit)
        since = self._core.now() - KEPT
        rows = [row for row in rows if row.at >= since or row.verdict.act == "wait"]
        known = self._known() if rows else {}
        return [_notice(row, known) for row in rows]

    def standing(self) -> Callable[[Coming | Due], Standing]:
        """How it stands with the reminders of a date; all rows are read once for many dates."""
        with self._core.records.store.reading() as connection:
            known = {row.key: row for row in reminded.every(connection)}
        today, steps = self._core.now().date(), told_at(self._core.settings())
        return lambda one: _standing(one, known, today, steps)

    # -- inside

    def _due(self) -> Iterable[Reminder]:
        """All dates from today on that a step has come for."""
        today, days = self._core.now().date(), max(REMIND_DAYS)
        for coming in ahead(self._core.records.measures(), today, days):
            yield of_measure(coming, step(coming.day, today))
        for due in of_cases(self._core.cases.every(), today, days):
            if not due.late:
                yield of_case(due, step(due.day, today))

    def _early(self, connection: Connection) -> None:
        """A step whose day is still to come was told by a clock that was ahead: it counts not."""
        today = (self._core.now() + SLACK).date()
        rows = ((row.key, read(row.key)) for row in reminded.every(connection))
        early = [key for key, one in rows if one.day - timedelta(days=one.days) > today]
        reminded.withdraw(connection, early)

    def _let_go(
        self, connection: Connection, known: Rows, due: Mapping[str, Reminder]
    ) -> None:  # fmt: skip
        """What waits for a step that is not the nearest one, or for no date any more.

        A date whose day came while it waited stays in the list and says so.
        """
        now = self._core.now()
        left = [row for row in known.values() if row.verdict.act == "wait" and row.key not in due]
        for row in left:
            if read(row.key).day < now.date():
                reminded.keep(connection, row.key, Verdict("never", "passed"), row.since, now)
            else:
                reminded.withdraw(connection, [row.key])

    def _judged(
        self, connection: Connection, due: Mapping[str, Reminder], known: Rows, *, here: bool
    ) -> dict[int, int]:
        now, settings = self._core.now(), self._core.settings()
        told: dict[int, int] = {}
        for key, one in sorted(due.items()):
            row = known.get(key)
            if row is not None and row.verdict.act == "notify":
                continue
            since = row.since if row is not None else now
            verdict = judge_date(LEVELS[one.days], settings, since, now, here=here)
            reminded.keep(connection, key, verdict, since, now)
            if verdict.act == "notify":
                told[one.days] = told.get(one.days, 0) + 1
        return told

    def _known(self) -> dict[tuple[str, str], Reminder]:
        """What dates are of, by kind and name; of lifted measures and closed cases too."""
        found: dict[tuple[str, str], Reminder] = {}
        for one in self._core.records.measures():
            for what in KINDS:
                made = of_measure(Coming(date.min, what, one), 0)
                found[made.what, made.name] = made
        every = self._core.cases.every(closed=True)
        for case in every:
            days = [("step", x.text) for x in case.steps] + [("date", x.text) for x in case.dates]
            for kind, words in days:
                due = Due(date.min, kind, case.id, case.title, words)  # type: ignore[arg-type]
                made = of_case(due, 0)
                found[made.what, made.name] = made
        return found


def read(key: str) -> Reminder:
    """A date from the key that is kept of it."""
    _, day, days, what, name = key.split(":")
    return Reminder(date.fromisoformat(day), int(days), what, name)


def _notice(row: reminded.Row, known: Mapping[tuple[str, str], Reminder]) -> Notice:
    one = read(row.key)
    of = known.get((one.what, one.name), one)
    whole = replace(one, measure=of.measure, title=of.title)
    level = LEVELS.get(one.days, "info")
    return Notice(row.key, "", of.title, level, row.since, row.at, row.verdict, whole)


def _standing(
    one: Coming | Due, known: Rows, today: date, steps: Collection[int]
) -> Standing:  # fmt: skip
    if isinstance(one, Due) and (one.late or one.what not in ("step", "date")):
        return Standing()
    now = step(one.day, today)
    made = of_measure(one, now) if isinstance(one, Coming) else of_case(one, now)
    row = known.get(made.key)
    coming = [one.day - timedelta(days=days) for days in steps]
    ahead_of = min((day for day in coming if day > today), default=None)
    return Standing(row.verdict if row else None, ahead_of)
