"""What a profile has told, what waits, and what it keeps to itself: decided, kept, read back.

    changed ids + those that wait -> judged, the gravest first -> kept -> Told (counts)
One story is told once, whatever becomes of its alerts; each verdict stays readable for 90 days.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection
from datetime import datetime, timedelta
from typing import Any

from osawatch.interruption import Manner, Notice, Told, Verdict
from osawatch.model import BANDS, Alert, Filter, Settings
from osawatch.notify.judge import judge
from osawatch.store import noticed, reading
from osawatch.store.database import Connection, Store

KEPT = timedelta(days=90)
KEPT_DATES = timedelta(days=400)  # a clock that is wrong at one start must not forget dates ahead
MOST = 500
NEW = Filter(view="inbox", statuses=("new",))


class Notify:
    """One a core: it remembers what stood in the inbox when the program started."""

    def __init__(
        self,
        kept: Store,
        pack: Callable[[], Any],  # rules.load.Pack
        settings: Callable[[], Settings],
        clock: Callable[[], datetime],
    ) -> None:
        self._store, self._pack, self._settings, self._clock = kept, pack, settings, clock
        self._stood: dict[str, int] = {}
        self._guard = threading.Lock()

    def begin(self) -> Told:
        """What is in the inbox now is no news; what waited when the program ended still waits."""
        with self._store.writing(durable=False) as connection:
            now = self._clock()
            noticed.forget(connection, now - KEPT, (now - KEPT_DATES).date())
            waiting = set(noticed.waiting(connection))
        with self._store.reading() as connection:  # of a hundred thousand alerts only the levels
            new = reading.levels(connection, NEW)
        self._stood = {name: BANDS.index(one) for name, one in new if name not in waiting}
        return Told({}, len(waiting), len(new))

    def look(self, changed: Collection[str] = (), *, here: bool = False) -> Told:
        """Judges these alerts and those that wait, and keeps what was decided."""
        with self._guard, self._store.writing(durable=False) as connection:
            wanted = {*changed, *noticed.waiting(connection)}
            found = [one for one in reading.alerts(connection, sorted(wanted)) if self._fresh(one)]
            noticed.gone(connection, wanted - {one.id for one in found})
            levels = self._judged(connection, found, here=here)
            waiting = len(noticed.waiting(connection))
        with self._store.reading() as connection:  # counted while others may write again
            return Told(levels, waiting, reading.count(connection, NEW))

    def listed(self, limit: int = MOST) -> list[Notice]:
        """What was decided, the newest first; then what stood there before and was never judged."""
        with self._store.reading() as connection:
            found = noticed.listed(connection, limit)
            return found + self._before(connection, limit - len(found))

    def _before(self, connection: Connection, most: int) -> list[Notice]:
        """New alerts that stood in the inbox when the program started: no news, but no secret."""
        stood = [name for name in reading.alert_ids(connection, NEW) if name in self._stood]
        judged = noticed.known(connection, stood)
        left = [name for name in stood if name not in judged][:most]
        verdict = Verdict("never", "stood")
        return [
            Notice(one.id, one.card, one.title, one.level, one.first_seen, one.first_seen, verdict)
            for one in reading.alerts(connection, left)
        ]

    # -- inside

    def _fresh(self, alert: Alert) -> bool:
        """Not one that stood there at the start, unless it has become graver since."""
        return alert.id not in self._stood or _rank(alert) > self._stood[alert.id]

    def _judged(
        self, connection: Connection, found: list[Alert], *, here: bool
    ) -> dict[str, int]:  # fmt: skip
        manners = {rule.id: getattr(rule, "notify", Manner()) for rule in self._pack().rules}
        now, settings = self._clock(), self._settings()
        told = noticed.told_cards(connection, [one.card for one in found])
        known = noticed.known(connection, [one.id for one in found])
        levels: dict[str, int] = {}
        for alert in sorted(found, key=lambda one: (-_rank(one), one.first_seen, one.id)):
            since, before = known.get(alert.id, (now, ""))
            if before == "notify":
                continue
            rule = manners.get(alert.rule, Manner())
            manner = Manner(rule.desktop, rule.digest, rule.quiet_hours)
            verdict = judge(alert, manner, settings, since, now, told, here=here)
            noticed.keep(connection, alert, verdict, since, now)
            if verdict.act == "notify":
                told.add(alert.card)
                if verdict.why != "here":
                    levels[alert.level] = levels.get(alert.level, 0) + 1
        return levels


def _rank(alert: Alert) -> int:
    return BANDS.index(alert.level)
