"""All that a look-up shows, read in one task.

subject -> core.lookup.dossier -> its days ahead, open cases, first sources of its alerts -> Found
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from osawatch.agenda.dates import Coming, ahead
from osawatch.cases.model import Case
from osawatch.core import Core
from osawatch.lookup import Dossier, Searched, Subject
from osawatch.model import Alert, StoryItem

DAYS, MOST_ALERTS = 365, 12
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Found:
    """A dossier and what stands around it. `items`: the first source of each alert that is shown.

    `lists`: the sanctions lists that are kept, and when each was looked at last.
    """

    dossier: Dossier
    searched: Searched
    coming: tuple[Coming, ...]
    cases: tuple[Case, ...]
    alerts: tuple[Alert, ...]
    items: dict[str, StoryItem]
    lists: tuple[tuple[str, datetime], ...]
    names: dict[Key, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Missed:
    """Nothing is called so, and where it was looked for."""

    typed: str
    searched: Searched
    at: datetime


def read(core: Core, subject: Subject) -> Found:
    """What this desk knows of a subject today."""
    dossier = core.lookup.dossier(subject)
    known = [one.measure for one in dossier.standings]
    shown = tuple(_each_once(dossier.alerts))[:MOST_ALERTS]
    raised = set(dossier.raised)
    company = subject.kind == "company"
    lists = core.lists.ages() if company else {}
    found = Found(
        dossier, core.lookup.searched(), tuple(ahead(known, dossier.as_of.date(), DAYS)),
        tuple(one for one in core.cases.every() if raised & set(one.alerts)), shown,
        dict(_first_sources(core, shown)),
        tuple((key, one.checked or one.received) for key, one in sorted(lists.items())),
    )  # fmt: skip
    found.names.update((key, core.names(*key)) for key in needed(found))
    return found


def _each_once(alerts: Iterable[Alert]) -> Iterable[Alert]:
    """The first of those that say the same on the same day."""
    once: dict[tuple[str, str], Alert] = {}
    for one in alerts:
        once.setdefault((f"{one.last_seen:%Y-%m-%d}", one.title), one)
    return once.values()


def _first_sources(core: Core, alerts: Iterable[Alert]) -> Iterable[tuple[str, StoryItem]]:
    for one in alerts:
        detail = core.alert(one.id)
        if detail is not None and detail.story:
            yield one.id, detail.story[0]


def needed(found: Found) -> set[Key]:
    """The names that are shown, as kind and key."""
    dossier = found.dossier
    told = [one.record for one in dossier.standings if one.record]
    others = [other for record in told for _, other in record.reactions]
    known = [*(one.measure for one in dossier.standings), *others]
    keys = {("country", one.country) for one in known}
    keys |= {("measure", one.measure) for one in known}
    keys |= {("good", good) for one in known for good in one.goods}
    keys |= {
        ("country", one.value) for record in told for one in record.details
        if one.kind == "destination"
    }  # fmt: skip
    keys |= {("good", one.good) for one in dossier.shares}
    return keys | {("country", one.country) for one in dossier.shares}
