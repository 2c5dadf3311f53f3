"""A clock that is wrong: 400 days behind or ahead, then right again."""

from __future__ import annotations

import random

from tests.faults import judge
from tests.faults.scene import Scene
from tests.faults.verdict import Spoken, Verdict

STRIKES = ("poll", "ingest", "triage", "migrate")
FAR = 400 * 86_400


def strike(scene: Scene, operation: str, rng: random.Random) -> Verdict:
    """Work by wrong clocks, then by the right one."""
    profile = scene.copy(operation)
    acked: list[str] = []
    bad: list[str] = []
    for ahead in (*rng.sample((-FAR, FAR), 2), 0):
        said = Spoken(scene.start(operation, profile, f"--ahead={ahead}"))
        acked += said.acked if operation != "migrate" else []
        bad += said.unexplained
        bad += [f"told {one}" for one in said.told]
    return Verdict((*bad, *judge.wrong(scene, operation, profile, acked)))
