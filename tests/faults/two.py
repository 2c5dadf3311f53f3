"""Two programs on one profile at once: both do it, or one says who is at it."""

from __future__ import annotations

import random
import time

from tests.faults import judge
from tests.faults.scene import OPERATIONS, Scene
from tests.faults.verdict import Spoken, Verdict

STRIKES = OPERATIONS


def strike(scene: Scene, operation: str, rng: random.Random) -> Verdict:
    """Start one, then another a moment later."""
    profile = scene.copy(operation)
    first = scene.start(operation, profile)
    time.sleep(rng.uniform(0, scene.took[operation] / 2))
    second = Spoken(scene.start(operation, profile))
    said = Spoken(first)
    bad = said.unexplained + second.unexplained
    if not said.ended and not second.ended:
        bad.append(f"neither was done: {said.told} {second.told}")
    acked = [*said.acked, *second.acked]
    return Verdict((*bad, *judge.wrong(scene, operation, profile, acked)), bool(second.told))
