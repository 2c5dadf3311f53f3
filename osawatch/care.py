"""The health of a profile: what it holds, what is wrong with it, a copy, what is derived anew."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from osawatch import bursts, doctor
from osawatch.chain.desk import Chains
from osawatch.house import House
from osawatch.lists.desk import Lists
from osawatch.model import Changes
from osawatch.safekeeping import backup, repair
from osawatch.safekeeping.backup import Copied
from osawatch.searches import Searches
from osawatch.store import check, damage


@dataclass(frozen=True, slots=True)
class Care:
    """The use cases of one profile. `faults` are those of its settings file."""

    house: House
    lists: Lists
    chain: Chains
    searches: Searches
    faults: tuple[str, ...]

    def stats(self) -> dict[str, object]:
        """Counts of what the profile holds."""
        profile = self.house.profile
        with self.house.store.reading() as connection:
            found = check.tally(connection)
            balance = bursts.balance(connection, self.house.clock())
        found["early_warning"] = asdict(balance)
        files = profile.folder.glob(f"{profile.database.name}*")
        ages = {key: asdict(age) for key, age in self.lists.ages().items()}
        return {**found, "lists": ages, "bytes": sum(file.stat().st_size for file in files)}

    def doctor(
        self,
        progress: Callable[[int, int], None] = lambda _done, _all: None,
        cancel: threading.Event | None = None,
    ) -> list[str]:
        """What is wrong with the profile, one line each; empty when all is well.

        Raises `backup.Stopped` once `cancel` is set.
        """
        rules = self.house.rules

        def step(part: int) -> None:
            if cancel is not None and cancel.is_set():
                raise backup.Stopped
            progress(part, doctor.PARTS)

        return [
            *self.faults,
            *rules.own.faults(),
            *rules.faults(),
            *self.chain.faults(),
            *filter(None, [self.searches.fault()]),
            *doctor.examine(self.house.store, rules.rater, self.house.clock(), rules.known(), step),
        ]

    def backup(
        self,
        target: Path,
        progress: Callable[[int, int], None] = lambda _done, _all: None,
        cancel: threading.Event | None = None,
    ) -> Copied:
        """A copy of the whole profile in one file, while it is in use."""
        house = self.house
        house.policies.refuse_media(target)
        return backup.save(
            house.store, house.profile.folder, target, house.clock(), progress, cancel
        )

    def repair(self) -> list[str]:
        """Make all that is derived anew; facts and the log are never touched."""
        changed = repair.mend(self.house.store, self.house.rules.rater, self.house.clock())
        self.house.announce(Changes(settings=True))
        return changed


def damaged(findings: Sequence[str]) -> bool:
    """Whether the file itself is not whole: then nothing may be made anew in it."""
    return any(line.startswith(damage.DAMAGED) for line in findings)
