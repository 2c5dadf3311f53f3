"""Where: what was counted by country in the last days, and where nobody was watching.

    stories | alerts by role | open scores | sources observed -> a Land each -> World
A country that nothing names is a nought only where a source of its own was observed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from datetime import date, datetime

from osawatch.store import lands, series
from osawatch.store.database import Connection, Store
from osawatch.store.rows import day_number, day_of


@dataclass(frozen=True, slots=True)
class Land:
    """One country. `code`: ISO 3166 alpha-2, XK, or a group such as EU.

    `stories` are distinct; `imposing` and `affected` count those with alerts by the role of the
    country; `score` is that of its gravest open alert, None = none; `sources` of this country were
    observed at some time of these days.
    """

    code: str
    stories: int = 0
    imposing: int = 0
    affected: int = 0
    score: float | None = None
    sources: int = 0

    @property
    def covered(self) -> bool:
        """Whether anything would have been seen: a source of its own, or what was seen."""
        told = self.stories or self.imposing or self.affected or self.score is not None
        return bool(self.sources or told)


@dataclass(frozen=True, slots=True)
class World:
    """All countries that something is known of. `observed` of `days` days somebody looked.

    `sources` were observed at all, `placeless` of them belong to no one country.
    """

    first: date
    last: date
    good: str = ""
    measure: str = ""
    lands: tuple[Land, ...] = ()
    observed: int = 0
    days: int = 0
    sources: int = 0
    placeless: int = 0
    codes: dict[str, Land] = field(default_factory=dict, repr=False, compare=False)

    def of(self, code: str) -> Land:
        """A country; one of which nothing is known has noughts and is not covered."""
        return self.codes.get(code) or Land(code)


@dataclass(frozen=True, slots=True)
class Lands:
    """The use cases of one profile."""

    store: Store
    clock: Callable[[], datetime]

    def world(self, *, good: str = "", measure: str = "", days: int = 90) -> World:
        """The last `days` UTC days, today included; "" = any."""
        with self.store.reading() as connection:
            return read(connection, self.clock(), good=good, measure=measure, days=days)


def read(
    connection: Connection, now: datetime, *, good: str = "", measure: str = "", days: int = 90
) -> World:
    """The world of some days, in one reading."""
    last = day_number(now.date())
    first = last - days + 1
    asked = (first, last, good, measure)
    told = lands.stories(connection, *asked)
    imposing, affected = (
        lands.alerts(connection, role, *asked) for role in ("imposing", "affected")
    )
    scores = lands.scores(connection, *asked)
    watchers = lands.watchers(connection, first, last)
    known = {*told, *imposing, *affected, *scores, *watchers} - {""}
    found = {
        code: Land(
            code, told.get(code, 0), imposing.get(code, 0), affected.get(code, 0),
            scores.get(code), watchers.get(code, 0),
        )
        for code in sorted(known)
    }  # fmt: skip
    looked = series.looked(connection, now, days)
    return World(
        day_of(first), day_of(last), good, measure, tuple(found.values()), sum(looked), days,
        sum(watchers.values()), watchers.get("", 0), found,
    )  # fmt: skip


def as_json(of: World) -> dict[str, object]:
    """The shape of `trends --map --json`."""
    return {
        "good": of.good,
        "measure": of.measure,
        "first": of.first.isoformat(),
        "last": of.last.isoformat(),
        "days": of.days,
        "observed": of.observed,
        "sources": of.sources,
        "lands": [asdict(one) | {"covered": one.covered} for one in of.lands],
    }
