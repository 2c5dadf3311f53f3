"""A world of desks over some weeks, all of it from one seed; `Broken` says what did not hold."""

from __future__ import annotations

import random
from collections import Counter, deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import fields
from datetime import timedelta
from pathlib import Path

from osawatch.model import Alert
from osawatch.seen import SeenFilter
from osawatch.stages import Event
from tests.sim.desk import Desk, World

NAMES = ("Astana", "Lima", "Hanoi", "HQ")
STEPS = 70
TITLES = (
    "China sets a licence duty for gallium", "Congo puts a ban on cobalt exports",
    "Chile puts a ban on copper exports", "China puts a ban on germanium exports",
    "China considers a ban on gallium exports", "China: ban on gallium exports lifted",
    "Chile: licence needed for copper and gallium", "Nothing much happened",
)  # fmt: skip
SKEWS = (0, 0, 0, -20, -1, 1, 20)  # hours
WEIGHTS = {"poll": 22, "decide": 40, "case": 10, "make": 10, "deliver": 12, "skew": 3,
           "restart": 4, "move": 1, "doctor": 4, "lose": 1}  # fmt: skip


class Broken(AssertionError):  # noqa: N818 # reads better where it is raised
    """What did not hold, with the seed of the world."""


class Story:
    """One world, worked on and judged."""

    def __init__(self, seed: int, room: Path) -> None:
        self.seed, self.rng = seed, random.Random(seed)
        self.world, self.count = World(), Counter[str]()
        names = NAMES[: self.rng.choice([2, 3])] + NAMES[-1:]
        self.desks = [Desk(name, self.world, room / name) for name in names]
        for one in self.desks:
            for other in self.desks:
                one.core.bundles.trust(other.secret.public, other.name)
        # a queue from each desk to each other one: what overtakes in a row is a replay
        self.post = {
            (one.name, other.name): deque[bytes]()
            for one in self.desks for other in self.desks if one is not other
        }  # fmt: skip

    def run(self) -> Counter[str]:
        """All steps, then everybody gets everything; how often what happened."""
        try:
            for _ in range(STEPS):
                self._step()
            self._all_meet()
            self._judge()
        except Exception as error:
            raise Broken(f"seed {self.seed}: {type(error).__name__}: {error}") from error
        finally:
            for desk in self.desks:
                with suppress(Exception):
                    desk.core.close()
        for desk in self.desks:
            self.count["bundles taken"] += desk.taken
            self.count["refused, rightly"] += desk.refused
        self.count["lines of log"] = len(self.desks[0].log_at_end)
        return self.count

    def _step(self) -> None:
        rng = self.rng
        self.world.clock.forward(minutes=rng.choice([1, 7, 90, 600]))
        desk = rng.choice(self.desks)
        what = rng.choices([*WEIGHTS], [*WEIGHTS.values()])[0]
        self.count[what] += 1
        days: dict[str, Callable[[Desk], object]] = {
            "poll": self._poll, "decide": lambda one: one.decide(rng),
            "case": lambda one: one.handle_case(rng), "make": self._send,
            "deliver": self._deliver, "lose": self._lose, "skew": self._skew,
            "restart": Desk.start_again, "move": Desk.move, "doctor": self._sound,
        }  # fmt: skip
        days[what](desk)
        desk.confirm()

    def _poll(self, desk: Desk) -> None:
        if desk.has_source:
            desk.poll(self.rng.choice(TITLES), self.rng)

    def _send(self, desk: Desk) -> None:
        blob = desk.make()
        for (sender, _), queue in self.post.items():
            if sender == desk.name:
                queue.append(blob)

    def _lose(self, desk: Desk) -> None:
        """A stick that was lost: what follows tells of a gap."""
        for (_, receiver), queue in self.post.items():
            if receiver == desk.name and queue:
                queue.popleft()

    def _skew(self, desk: Desk) -> None:
        desk.clock.off = timedelta(hours=self.rng.choice(SKEWS))

    def _deliver(self, desk: Desk) -> None:
        waiting = [queue for (_, to), queue in self.post.items() if to == desk.name and queue]
        if waiting:
            queue = self.rng.choice(waiting)
            if desk.take(queue[0]):
                queue.popleft()

    def _all_meet(self) -> None:
        """Clocks are set right, feeds answer, and everybody sends everything to everybody."""
        self.world.clock.forward(days=2)
        for desk in self.desks:
            desk.clock.off = timedelta()
            desk.network.faults = {}
            desk.core.poll()
        for _ in range(2):  # what comes makes lines of its own (an alert was raised, or got its id)
            whole = {desk.name: desk.make(full=True) for desk in self.desks}
            for desk in self.desks:
                for name in self.rng.sample([*whole], len(whole)):
                    if name != desk.name:
                        assert desk.take(whole[name])
            self.world.clock.forward(minutes=5)

    def _judge(self) -> None:
        confirmed: dict[str, Event] = {}
        for desk in self.desks:
            desk.confirm()
            confirmed |= desk.confirmed
        first = self.desks[0]
        for desk in self.desks:
            desk.log_at_end = desk.log()
            ids = [event.id for event in desk.log_at_end]
            assert len(ids) == len(set(ids)), f"{desk.name}: a line stands twice"
            missing = confirmed.keys() - set(ids)
            kinds = Counter(f"{confirmed[one].post}/{confirmed[one].kind}" for one in missing)
            assert not missing, f"{desk.name}: confirmed lines are lost: {dict(kinds)}"
            self._same(desk, first)
            mine, theirs = (
                sorted(one.core.cases.every(closed=True), key=lambda case: case.id)
                for one in (desk, first)
            )
            assert mine == theirs, f"{desk.name} and {first.name} differ in cases"
            self._sound(desk)
            titles = {
                one.title for one in desk.core.archive.page(desk.core.archive.ids(SeenFilter()))
            }
            lost = set(desk.published) - titles
            assert not lost, f"{desk.name}: published and not stored: {lost}"

    def _same(self, one: Desk, other: Desk) -> None:
        mine, theirs = ({alert.id: alert for alert in desk.state()} for desk in (one, other))
        apart = sorted(mine.keys() ^ theirs.keys())
        assert not apart, f"{one.name} and {other.name}: alerts of one alone: {apart}"
        told = [
            f"{name} {field.name}: {a!r} and {b!r}"
            for name in mine for field in fields(Alert)
            if (a := getattr(mine[name], field.name)) != (b := getattr(theirs[name], field.name))
        ]  # fmt: skip
        assert not told, f"{one.name} and {other.name} differ: {told[:3]}"

    def _sound(self, desk: Desk) -> None:
        faults = desk.core.care.doctor()
        assert not faults, f"{desk.name}: {faults[:3]}"
