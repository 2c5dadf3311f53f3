"""A full disk: a small tmpfs, or, where nothing can be mounted, a limit on the size of files."""

from __future__ import annotations

import random
import shutil

from tests.faults import judge, mounts
from tests.faults.scene import OPERATIONS, Scene, size
from tests.faults.verdict import Spoken, Verdict

STRIKES = OPERATIONS
HEADROOM = 40_000  # a write-ahead log's index and a lock: without them nothing begins


def strike(scene: Scene, operation: str, rng: random.Random) -> Verdict:
    """Let it run out of room, make room, look, do it again."""
    more = rng.randrange(scene.grown[operation])
    copy = scene.copy(operation)
    target = copy.with_name(copy.name + "-freed")
    if mounts.possible():
        with mounts.small(scene.room, size(copy) + HEADROOM + more) as place:
            profile = place / copy.name
            shutil.copytree(copy, profile)
            said = Spoken(scene.start(operation, profile))
            shutil.copytree(profile, target)
    else:
        largest = max(HEADROOM, more)
        said = Spoken(scene.start(operation, copy, "--largest", str(largest)))
        shutil.copytree(copy, target)
    bad = said.unexplained + judge.wrong(scene, operation, target, said.acked)
    return Verdict((*bad, *(judge.unfinished(scene, operation, target) if not bad else ())),
                   not said.ended or bool(said.told))  # fmt: skip
