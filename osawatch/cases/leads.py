"""Lead times of cases, from the items of their alerts and the records of their measures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from osawatch.acts import Measure
from osawatch.cases.leadtime import Lead, Middle, Sight, lead, middle
from osawatch.cases.model import Case
from osawatch.store import contents, identity, measures, sights
from osawatch.store.database import Connection


def of_cases(connection: Connection, found: Iterable[Case]) -> dict[str, Lead]:
    """The lead of each case, by its id."""
    every = measures.every(connection)
    return {one.id: _of_alerts(connection, one.alerts, every) for one in found}


def middles(found: Sequence[Case], leads: dict[str, Lead]) -> tuple[Middle, Middle]:
    """The medians to the act and to its force, over the closed cases."""
    closed = [leads[one.id] for one in found if one.status == "closed" and one.id in leads]
    return middle(one.to_act for one in closed), middle(one.to_force for one in closed)


def _of_alerts(connection: Connection, names: Sequence[str], every: Sequence[Measure]) -> Lead:
    resolved = [one for name in names if (one := identity.resolve(connection, name))]
    numbers = {n for one in resolved for n in contents.item_numbers(connection, one)}
    seen = [Sight(*row) for row in sights.of(connection, sorted(numbers))]
    known = [
        day
        for measure in every
        if not numbers.isdisjoint(measure.items) and (day := _effective(measure)) is not None
    ]
    return lead(seen, known)


def _effective(measure: Measure) -> date | None:
    """A record's day of force, if it is a day: a month is none."""
    try:
        return date.fromisoformat(measure.effective)
    except ValueError:
        return None
