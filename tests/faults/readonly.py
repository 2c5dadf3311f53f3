"""A file system that became read-only (root is not stopped by rights: it is mounted so)."""

from __future__ import annotations

import os
import random
import shutil

from tests.faults import judge, mounts
from tests.faults.scene import OPERATIONS, Scene, size
from tests.faults.verdict import Spoken, Verdict

STRIKES = OPERATIONS


def strike(scene: Scene, operation: str, _rng: random.Random) -> Verdict:
    """It must say so, and change nothing."""
    copy = scene.copy(operation)
    if mounts.possible():
        with mounts.small(scene.room, 2 * size(copy) + (4 << 20)) as place:
            profile = place / copy.name
            shutil.copytree(copy, profile)
            mounts.read_only(place)
            said = Spoken(scene.start(operation, profile))
    elif hasattr(os, "geteuid") and os.geteuid() == 0:
        return Verdict(
            caught=False, why_not="root writes in spite of rights, and cannot mount here"
        )
    else:
        copy.chmod(0o500)
        said = Spoken(scene.start(operation, copy))
        copy.chmod(0o700)
    bad = said.unexplained + [f"confirmed on a read-only disk: {one}" for one in said.acked]
    bad += ["ended as if all were well"] if said.ended and not said.told else []
    return Verdict((*bad, *judge.wrong(scene, operation, copy, [])))
