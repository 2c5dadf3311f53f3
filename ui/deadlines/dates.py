"""Dates as rows of words: what the table tells, and what a day of the month names.

    Coming (a measure) | Due (a case) -> Row -> in the order of days
Days of a measure are those of the issuing authority; nothing is shifted by a time zone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from osawatch.agenda.dates import Coming
from osawatch.agenda.work import Due
from ui.morning.words import day, text

Names = Mapping[tuple[str, str], str]
COLUMNS = ("day", "what", "measure", "goods", "act", "zone")


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

    @property
    def past(self) -> bool:
        """Whether the day is over."""
        return self.day < self.today

    @property
    def cells(self) -> tuple[str, ...]:
        """What stands under COLUMNS."""
        when = f"{day(self.day)}  ({(self.day - self.today).days:+d})"
        return when, self.what, self.subject, self.goods, self.act, self.zone

    @property
    def line(self) -> str:
        """All of it in one line, without the day."""
        return " · ".join(part for part in (self.what, self.subject, self.goods) if part)


def rows(coming: Iterable[Coming], work: Iterable[Due], names: Names, today: date) -> list[Row]:
    """In the order of days; on a day measures go before cases."""
    found = [_of_measure(one, names, today) for one in coming]
    found += [_of_case(one, today) for one in work]
    return sorted(found, key=lambda row: row.day)


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
