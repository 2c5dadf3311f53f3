"""Whose turn it is: so many fetches at once, one a host, a pause between two of one host.

`Turns` decides and is told the time; `Throttle` waits. A host that asked for a pause gets it, for
all sources that stand on it.
"""

from __future__ import annotations

import math
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from .errors import Cancelled

SPACING = 1.0
# Hosts that say so themselves; a name stands for all names under it.
HOSTS: Mapping[str, float] = {"gdeltproject.org": 5.0}
LONGEST_PAUSE = 86_400.0


@dataclass(slots=True)
class Turns:
    """Who is being asked now, and when each host may be asked again."""

    workers: int
    spacing: float = SPACING
    hosts: Mapping[str, float] = field(default_factory=lambda: HOSTS)
    _running: int = 0
    _busy: set[str] = field(default_factory=set)
    _free: dict[str, float] = field(default_factory=dict)
    _paused: dict[str, float] = field(default_factory=dict)

    def take(self, host: str, now: float, *, at_once: bool = False) -> float:
        """Take a turn: 0 = it is yours, else how long to wait (inf = until one ends).

        "" stands for a host without limits of its own; `at_once` passes over the spacing, for a
        redirect within a host that is being visited anyway.
        """
        if self._running >= self.workers or host in self._busy:
            return math.inf
        wait = 0.0 if at_once else self._free.get(host, now) - now
        if wait > 0:
            return wait
        self._running += 1
        if host:
            self._busy.add(host)
        return 0.0

    def give_back(self, host: str, now: float) -> None:
        """A turn is over; the pause of its host begins."""
        self._running -= 1
        if host:
            self._busy.discard(host)
            self._free[host] = now + self.gap(host)

    def gap(self, host: str) -> float:
        """The seconds between two visits of a host."""
        name = host
        while name:
            if name in self.hosts:
                return max(self.spacing, self.hosts[name])
            name = name.partition(".")[2]
        return self.spacing

    def pause(self, host: str, until: float, now: float) -> None:
        """A host asked to be left alone for a while."""
        if host:
            self._paused[host] = min(until, now + LONGEST_PAUSE)

    @property
    def running(self) -> int:
        """How many turns are taken."""
        return self._running

    def paused(self, host: str, now: float) -> float:
        """How long that pause still lasts, 0 = not at all."""
        return max(0.0, self._paused.get(host, now) - now)


class Throttle:
    """Waits for a turn. `close` ends all waiting at once."""

    def __init__(
        self, turns: Turns, clock: Callable[[], float], cancelled: threading.Event
    ) -> None:
        self._turns = turns
        self._clock = clock
        self._cancelled = cancelled
        self._changed = threading.Condition()

    def enter(self, host: str, *, at_once: bool = False) -> None:
        """Wait for a turn at this host and take it."""
        with self._changed:
            while True:
                if self._cancelled.is_set():
                    raise Cancelled("called off")
                wait = self._turns.take(host, self._clock(), at_once=at_once)
                if not wait:
                    return
                self._changed.wait(None if wait == math.inf else wait)

    def leave(self, host: str) -> None:
        """The turn is over; whoever waits looks again."""
        with self._changed:
            self._turns.give_back(host, self._clock())
            self._changed.notify_all()

    def pause(self, host: str, seconds: float) -> None:
        """Leave a host alone for so many seconds."""
        with self._changed:
            now = self._clock()
            self._turns.pause(host, now + seconds, now)

    def paused(self, host: str) -> float:
        """The seconds for which a host wants to be left alone."""
        with self._changed:
            return self._turns.paused(host, self._clock())

    def close(self) -> None:
        """Send all home that wait."""
        self._cancelled.set()
        with self._changed:
            self._changed.notify_all()

    @property
    def over(self) -> bool:
        """Whether it was closed and the last one has left."""
        with self._changed:
            return self._cancelled.is_set() and not self._turns.running
