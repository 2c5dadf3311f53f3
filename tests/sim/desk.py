"""One desk of a world: a real profile with a key, a source and a clock that is wrong at times."""

from __future__ import annotations

import random
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

from osawatch.bundle import minisign
from osawatch.bundle.model import BundleRefused
from osawatch.core import Core
from osawatch.errors import BadInput
from osawatch.model import Action, Alert, Filter
from osawatch.safekeeping.backup import restore
from osawatch.stages import Event
from osawatch.store import events
from tests.fakes import Clock, Network, Pack, source

SINGLE: tuple[tuple[str, dict[str, object]], ...] = (
    ("seen", {}), ("take", {}), ("assign", {"who": "Bo"}), ("assign", {"who": ""}),
    ("close", {"relevant": True}), ("close", {"relevant": False, "reason": "old-news"}),
    ("reopen", {}), ("note", {"text": "zażółć"}), ("tag", {"tag": "a", "on": True}),
    ("tag", {"tag": "a", "on": False}), ("snooze", {"until": "publisher"}),
    ("rate", {"score": 12.5, "why": "known to us"}), ("rate", {"score": None}), ("unmerge", {}),
)  # fmt: skip
FUTURE = "in the future"


class World:
    """The true time."""

    def __init__(self) -> None:
        self.clock = Clock()


@dataclass
class Skewed:
    """A clock that is off."""

    world: World
    off: timedelta = timedelta()

    def __call__(self) -> object:
        return self.world.clock() + self.off


@dataclass
class Desk:
    """`confirmed` are the lines of the log as they stood when the desk said they were kept."""

    name: str
    world: World
    folder: Path
    secret: minisign.Secret = field(default_factory=minisign.new)
    confirmed: dict[str, Event] = field(default_factory=dict)
    published: list[str] = field(default_factory=list)
    lives: int = 0
    made: int = 0
    taken: int = 0
    refused: int = 0
    log_at_end: list[Event] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.clock = Skewed(self.world)
        self.network = Network(self.world.clock)
        self.profile = self.folder / "profile-0"
        self.core = self._opened()
        self.core.save_settings(replace(self.core.settings(), name=self.name, post=self.name))
        if self.has_source:
            self.core.sources.add(source(f"wire-{self.name.lower()}"))

    @property
    def has_source(self) -> bool:
        """Headquarters have no feed of their own."""
        return not self.name.startswith("HQ")

    def _opened(self) -> Core:
        return Core(self.profile, clock=self.clock, fetch=self.network, pack=Pack())  # type: ignore[arg-type]

    # -- what a day brings

    def poll(self, title: str, rng: random.Random) -> None:
        """A feed may bring something, or be down."""
        address = f"https://wire-{self.name.lower()}.example/feed"
        self.network.faults = {address: "timeout"} if rng.random() < 0.1 else {}
        self.network.publish(address, title)
        self.published.append(title)
        self.core.poll()

    def decide(self, rng: random.Random) -> None:
        """One key press, on one alert or on some."""
        known = [one.id for one in self.core.alerts(Filter(view="all"))]
        if not known:
            return
        if rng.random() < 0.12:
            self.core.undo()
        elif len(known) > 1 and rng.random() < 0.12:
            into, *others = rng.sample(known, min(len(known), rng.choice([2, 3])))
            self._try(Action("merge", tuple(others), {"into": into}))
        else:
            kind, data = rng.choice(SINGLE)
            chosen = tuple(rng.sample(known, min(len(known), rng.choice([1, 1, 1, 3]))))
            self._try(Action(kind, chosen, data))

    def _try(self, action: Action) -> None:
        with suppress(BadInput):  # a circle, or nothing to take apart: a person is told so
            self.core.triage(action)

    def handle_case(self, rng: random.Random) -> None:
        """A case is opened, or goes on."""
        cases = self.core.cases
        known = [one.id for one in cases.every(closed=True)]
        if not known or rng.random() < 0.3:
            alerts = [one.id for one in self.core.alerts(Filter(view="all"))]
            cases.open(f"Matter {rng.randrange(99)}", alerts[: rng.randrange(3)])
            return
        case = rng.choice(known)
        rng.choice([
            lambda: cases.told(case, "a ministry"), lambda: cases.next(case, "wait"),
            lambda: cases.step(case, "ask", due="2026-04-01"),
            lambda: cases.status(case, rng.choice(["open", "waiting", "closed"])),
            lambda: cases.owner(case, "EZ"), lambda: cases.weigh(case, "proportional", "yes"),
        ])()  # fmt: skip

    # -- what may happen to a desk

    def start_again(self) -> None:
        """The program ends and is opened."""
        self.core.close()
        self.core = self._opened()

    def move(self) -> None:
        """A copy of the profile is restored elsewhere, and the work goes on there."""
        copy = self.folder / f"copy-{self.lives}.zip"
        self.core.care.backup(copy)
        self.core.close()
        self.lives += 1
        self.profile = self.folder / f"profile-{self.lives}"
        restore(copy, self.profile)
        copy.unlink()
        self.core = self._opened()

    # -- files

    def make(self, *, full: bool = False) -> bytes:
        """A bundle of what is new, or of everything."""
        self.made += 1
        target = self.folder / f"{self.made}.osw"
        self.core.bundles.make(self.secret, target, full=full)
        blob = target.read_bytes()
        target.unlink()
        return blob

    def take(self, blob: bytes) -> bool:
        """Take a bundle; False when it comes from the future and must wait."""
        try:
            self.core.bundles.take(self.core.bundles.open(blob))
        except BundleRefused as refused:
            if FUTURE not in str(refused) and "taken already" not in str(refused):
                raise
            self.refused += 1
            return FUTURE not in str(refused)
        self.taken += 1
        return True

    # -- what must hold

    def confirm(self) -> None:
        """Remember every line that stands in the log by now; none may change or go."""
        for event in self.log():
            known = self.confirmed.setdefault(event.id, event)
            assert known == event, f"{self.name}: line {event.id} has changed"

    def log(self) -> list[Event]:
        """The whole log."""
        with self.core._store.reading() as connection:
            return events.everything(connection)

    def state(self) -> list[Alert]:
        """All alerts, without the scores, which follow from each desk's grades."""
        found = self.core.alerts(Filter(view="all"))
        return sorted((replace(one, score=0.0) for one in found), key=lambda one: one.id)
