"""SIGKILL at a random moment."""

from __future__ import annotations

import random
import time

from tests.faults import judge
from tests.faults.scene import OPERATIONS, Scene
from tests.faults.verdict import Spoken, Verdict

STRIKES = OPERATIONS


def strike(scene: Scene, operation: str, rng: random.Random) -> Verdict:
    """Kill it, look, do it again."""
    profile = scene.copy(operation)
    child = scene.start(operation, profile)
    time.sleep(rng.uniform(0, scene.took[operation]))
    child.kill()
    said = Spoken(child)
    bad = judge.wrong(scene, operation, profile, said.acked)
    return Verdict((*bad, *(judge.unfinished(scene, operation, profile) if not bad else ())),
                   not said.ended)  # fmt: skip
