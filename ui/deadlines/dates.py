"""Dates as rows of words: what the table tells, and what a day of the month names.

    Coming (a measure) | Due (a case) -> Row -> in the order of days
Days of a measure are those of the issuing authority; nothing is shifted by a time zone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from osawatch.agenda.dates import REMIND_DAYS, Coming
from osawatch.agenda.reminders import Standing, told_at
from osawatch.agenda.work import Due
from osawatch.model import Settings
from ui.morning.words import day, text

Names = Mapping[tuple[str, str], str]
Stands = Callable[[Coming | Due], Standing]
COLUMNS = ("day", "what", "measure", "goods", "act", "zone", "remind")


@dataclass(frozen=True, slots=True)
class Row:
    """A date. `name`: of the good or country to look up, "" where a case has the date."""

    day: date
    today: date
    what: str
    subject: str
    goods: str = ""
    act: str = ""
    zone: str = ""
    name: str = ""
    remind: str = ""

    @property
    def past(self) -> bool:
        """Whether the day is over."""
        return self.day < self.today

    @property
    def cells(self) -> tuple[str, ...]:
        """What stands under COLUMNS."""
        when = f"{day(self.day)}  ({(self.day - self.today).days:+d})"
        return when, self.what, self.subject, self.goods, self.act, self.zone, self.remind

    @property
    def tip(self) -> str:
        """All that its cells say, one a line."""
        return "\n".join(filter(None, self.cells))

    @property
    def line(self) -> str:
        """All of it in one line, without the day."""
        return " · ".join(part for part in (self.what, self.subject, self.goods) if part)


def rows(
    coming: Iterable[Coming], work: Iterable[Due], names: Names, today: date, stands: Stands
) -> list[Row]:
    """In the order of days; on a day measures go before cases."""
    found = [replace(_of_measure(x, names, today), remind=remind(stands(x))) for x in coming]
    found += [replace(_of_case(one, today), remind=remind(stands(one))) for one in work]
    return sorted(found, key=lambda row: row.day)


def remind(one: Standing) -> str:
    """Whether the reminder that has come was told, and when the next one comes."""
    said = text(f"remind_{one.verdict.act}") if one.verdict else ""
    following = text("remind_next", day(one.next)) if one.next else ""
    return " · ".join(part for part in (said, following) if part)


def hint(settings: Settings) -> str:
    """Which reminders there are by the settings, and why not."""
    if not settings.remind_dates:
        return text("reminders_off")
    if settings.notify_level == "off":
        return text("reminders_none")
    steps = told_at(settings)
    if not steps:
        return text("reminders_low")
    whole = len(steps) == len(REMIND_DAYS)
    return text("reminders" if whole else "reminders_some", ", ".join(map(str, steps)))


def ahead(found: Iterable[Row]) -> list[Row]:
    """What a list shows: all from today on, and steps of cases that are late."""
    return [row for row in found if not row.past or not row.name]


def of_month(found: Iterable[Row], month: date) -> list[Row]:
    """Those of the month that a day is in."""
    return [row for row in found if (row.day.year, row.day.month) == (month.year, month.month)]


def by_day(found: Iterable[Row]) -> dict[date, list[Row]]:
    """Each day that has a date, with its rows."""
    days: dict[date, list[Row]] = {}
    for row in found:
        days.setdefault(row.day, []).append(row)
    return days


def reach(found: Sequence[Row], today: date) -> tuple[date, date]:
    """The first and the last month to turn to, each by its first day."""
    first = min([today, *(row.day for row in found)])
    last = max([today, *(row.day for row in found)])
    return first.replace(day=1), last.replace(day=1)


def _of_measure(one: Coming, names: Names, today: date) -> Row:
    measure = one.measure
    goods = [names["good", good] for good in measure.goods]
    country = names["country", measure.country]
    what = text("past", text(one.what)) if one.day < today else text(one.what)
    subject = f"{country}: {names['measure', measure.measure]}"
    name = goods[0] if goods else country
    return Row(one.day, today, what, subject, ", ".join(goods), measure.act, measure.zone, name)


def _of_case(one: Due, today: date) -> Row:
    what = text("case_late" if one.late and one.what == "step" else f"case_{one.what}")
    who = f" ({one.who})" if one.who else ""
    return Row(one.day, today, what, f"{one.title}: {one.text}{who}")
