"""What is due in cases: steps, days that matter, and searches that have fallen silent.

A step that is late stands first until it is done. Silence is said only where somebody looked: when
no source answered in the time, it is "blind", which is not silence.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any, Literal

from osawatch import searches
from osawatch.cases.model import Case
from osawatch.core import Core
from osawatch.errors import BadInput

State = Literal["fresh", "silent", "blind"]
What = Literal["step", "date", "silent", "blind"]


@dataclass(frozen=True, slots=True)
class Due:
    """On a day: what, in which case. `who` of a step; `late`: the day is past."""

    day: date
    what: What
    case: str
    title: str
    text: str
    who: str = ""
    late: bool = False

    @property
    def key(self) -> str:
        """The same whenever the same is told of, wherever its day moved to."""
        return f"{self.case} {self.what} {self.text}"


@dataclass(frozen=True, slots=True)
class Quiet:
    """How it stands with a watched search. `last` story of it, `until`: when silence begins."""

    state: State
    last: datetime | None
    until: datetime


def due(core: Core, days: int) -> list[Due]:
    """All that is due in open cases within so many days, and all that is late."""
    cases, now = core.cases.every(), core.now()
    found = [*of_cases(cases, now.date(), days)]
    for one in cases:
        told = quiet(core, one)
        if told is not None and told.state != "fresh":
            name = str(one.search.get("name", ""))
            found.append(Due(told.until.date(), told.state, one.id, one.title, name, late=True))
    return sorted(found, key=lambda row: (row.day, row.what, row.case, row.text))


def of_cases(cases: Iterable[Case], today: date, days: int) -> list[Due]:
    """Steps not done, late ones too, and days from today on. Pure."""
    last, found = today + timedelta(days=days), []
    for case in cases:
        for step in case.steps:
            day = _day(step.due)
            if day and not step.done and day <= last:
                late = day < today
                found.append(Due(day, "step", case.id, case.title, step.text, step.who, late))
        for one in case.dates:
            day = _day(one.day)
            if day and today <= day <= last:
                found.append(Due(day, "date", case.id, case.title, one.text))
    return found


def quiet(core: Core, case: Case) -> Quiet | None:
    """How long the case's search has been silent; None = nothing is watched."""
    search = search_of(case)
    if search is None or not case.silence or case.status == "closed":
        return None
    now, span = core.now(), timedelta(days=case.silence)
    wanted = replace(search.wanted(now), since=None, view="all", order="newest")
    ids = core.card_ids(wanted)
    newest = core.cards(ids[:1])
    last = newest[0].last_seen if newest else None
    until = max(last, case.opened) + span if last else case.opened + span
    if until > now:
        return Quiet("fresh", last, until)
    answered = (one.last_success for one in core.sources.rows() if one.enabled)
    seen = any(at is not None and at >= until for at in answered)
    return Quiet("silent" if seen else "blind", last, until)


def search_of(case: Case) -> searches.SavedSearch | None:
    """Its search, None for none or for one that a newer program wrote."""
    return sound(case.search) if case.search else None


def sound(stored: Any) -> searches.SavedSearch | None:
    """A search as it stands in an event; a stranger's may hold anything."""
    try:
        return searches.sound([stored])[0]
    except BadInput:
        return None


def _day(words: str) -> date | None:
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None
