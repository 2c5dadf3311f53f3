"""A clock that is wrong: 400 days behind or ahead, then right again."""

from __future__ import annotations

import random
from pathlib import Path

from tests.faults import judge
from tests.faults.scene import OPERATIONS, Scene
from tests.faults.verdict import Spoken, Verdict

STRIKES = OPERATIONS
FAR = 400 * 86_400
ONCE = ("encrypt", "decrypt", "restore", "bundle")  # done already, it says so
DAYS = ("lost: items", "lost: sightings", "lost: alerts")
DATED = ("bundle",)  # a clock that is wrong may take what is signed for too old or too new


def strike(scene: Scene, operation: str, rng: random.Random) -> Verdict:
    """Work by wrong clocks, then by the right one."""
    profile = scene.copy(operation)
    acked: list[str] = []
    bad: list[str] = []
    for ahead in (*rng.sample((-FAR, FAR), 2), 0):
        said = Spoken(scene.start(operation, profile, f"--ahead={ahead}"))
        bad += said.unexplained
        if not (acked and operation in ONCE) and not (ahead and operation in DATED):
            bad += [f"told {one}" for one in said.told]
        acked += said.acked if operation != "migrate" else []
    return Verdict((*bad, *_wrong(scene, operation, profile, acked)))


def _wrong(scene: Scene, operation: str, profile: Path, acked: list[str]) -> list[str]:
    """What a list's news say of the day is the clock's; its entries are not."""
    found = judge.wrong(scene, operation, profile, acked)
    return [one for one in found if operation != "list" or not one.startswith(DAYS)]
