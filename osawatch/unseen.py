"""What the desk chose not to see: the exceptions of a month, and how much each hid.

    rules in use -> their exceptions -|
    exclusions of single sources     -|
    items that were set aside by one -| -> a line each, those that hid most first
An exception that hid something but stands in no rule any more has its line too.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from osawatch.errors import BadInput
from osawatch.store import silenced
from osawatch.store.database import Store

if TYPE_CHECKING:
    from osawatch.rulebook import Rulebook
    from rules.excluding import Exclusion
    from rules.rule import Exemption, Rule

Origin = Literal["shipped", "own", "local", "source", "gone"]
SAFE = ("=", "+", "-", "@")  # a spreadsheet would compute what begins so


@dataclass(frozen=True, slots=True)
class Silence:
    """An exception and what it hid in the month.

    `origin`: of a shipped rule, of a rule of the post's own, a local change of a shipped one, of
    one source over all rules (`rule` is "" then, `title` the source), or in no rule any more.
    `over`: its last day came before the month's end, or before today. `waits`: it hides nothing
    before a second person confirmed it.
    """

    rule: str
    title: str
    exception: str
    reason: str
    until: date | None
    origin: Origin
    items: int
    titles: tuple[str, ...]
    over: bool = False
    waits: bool = False


@dataclass(frozen=True, slots=True)
class Month:
    """All exceptions of a calendar month in UTC; `hidden` counts items once an exception."""

    year: int
    month: int
    lines: tuple[Silence, ...]

    @property
    def hidden(self) -> int:
        """How many items all of them hid."""
        return sum(one.items for one in self.lines)


class Unseen:
    """The list of a month."""

    def __init__(
        self, store: Store, rulebook: Rulebook, clock: Callable[[], datetime],
        language: Callable[[], str],
    ) -> None:  # fmt: skip
        self._store, self._rulebook, self._clock = store, rulebook, clock
        self._language = language

    def month(self, year: int = 0, month: int = 0) -> Month:
        """A month; 0 = this one."""
        now = self._clock().astimezone(UTC)
        year, month = (year, month) if year else (now.year, now.month)
        if not (1 <= month <= 12 and 1970 <= year < 9999):
            raise BadInput(f"{year}-{month:02d} is no month", field="month")
        begins, ends = _ends(year, month)
        with self._store.reading() as connection:
            found = {
                (one.rule, one.exception): one for one in silenced.hidden(connection, begins, ends)
            }
        last = min(ends.date(), now.date())
        lines = [
            self._line(rule, one, found.pop((rule.id, one.name), None), last)
            for rule in self._rulebook.pack.rules
            for one in rule.exceptions
        ]
        lines += [self._of_source(one, found, last) for one in self._excluded()]
        lines += [
            Silence(one.rule, self._title(one.rule), one.exception, "", None, "gone", one.items,
                    one.titles, over=True)
            for one in found.values()
        ]  # fmt: skip
        lines.sort(key=lambda one: (-one.items, one.rule, one.exception))
        return Month(year, month, tuple(lines))

    def _line(self, rule: Rule, one: Exemption, hid: silenced.Hidden | None, last: date) -> Silence:
        items, titles = (hid.items, hid.titles) if hid else (0, ())
        return Silence(
            rule.id, self._title(rule.id), one.name, one.reason, one.until,
            self._origin(rule, one), items, titles, over=one.until is not None and one.until < last,
            waits=one.waits,
        )  # fmt: skip

    def _excluded(self) -> tuple[Exclusion, ...]:
        return getattr(self._rulebook.pack, "excluded", ())  # a pack that was given may know none

    def _of_source(
        self, one: Exclusion, found: dict[tuple[str, str], silenced.Hidden], last: date
    ) -> Silence:
        """What it hid from any rule: an item counts once, however many rules it met."""
        mine = [found.pop(key) for key in list(found) if key[1] == one.name]
        every = {n: title for each in mine for n, title in each.found.items()}
        hid = silenced.Hidden("", one.name, dict(sorted(every.items(), reverse=True)))
        reason = "; ".join(filter(None, (one.by, one.reason)))
        return Silence(
            "", one.source, one.name, reason, one.until, "source", hid.items, hid.titles,
            over=one.until < last,
        )  # fmt: skip

    def _origin(self, rule: Rule, one: Exemption) -> Origin:
        own = self._rulebook.own
        if one.place.file and Path(one.place.file).name == own.local.name:
            return "local"
        return "own" if own.ours(rule, one) else "shipped"

    def _title(self, rule: str) -> str:
        return self._rulebook.said(self._language()).get(rule, (rule, ""))[0]


def as_csv(months: Iterable[Month]) -> str:
    """The lists as a table for a spreadsheet."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["month", "rule", "exception", "reason", "until", "origin", "items", "titles"])
    for one in months:
        for line in one.lines:
            cells = [
                f"{one.year}-{one.month:02d}", line.rule, line.exception, line.reason,
                f"{line.until or ''}", line.origin, str(line.items), " | ".join(line.titles),
            ]  # fmt: skip
            writer.writerow([f"'{cell}" if cell.startswith(SAFE) else cell for cell in cells])
    return out.getvalue()


def _ends(year: int, month: int) -> tuple[datetime, datetime]:
    after = (year + 1, 1) if month == 12 else (year, month + 1)
    return datetime(year, month, 1, tzinfo=UTC), datetime(*after, 1, tzinfo=UTC)
