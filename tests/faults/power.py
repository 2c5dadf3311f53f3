"""A power cut: the live files are copied at a random moment, and the copy is opened.

The process is stopped while they are copied, as the current stops everything at once. One time in
two the tail of the write-ahead log is cut at a random place: what was not flushed yet is gone, and
then only what is derived and whole is asked for, not what was confirmed a moment before.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import time
from pathlib import Path

from tests.faults import judge
from tests.faults.scene import OPERATIONS, Scene
from tests.faults.verdict import Spoken, Verdict

STRIKES = OPERATIONS


def strike(scene: Scene, operation: str, rng: random.Random) -> Verdict:
    """Copy, perhaps cut, look, do it again."""
    profile = scene.copy(operation)
    child = scene.start(operation, profile)
    time.sleep(rng.uniform(0, scene.took[operation]))
    if child.poll() is None:
        os.kill(child.pid, signal.SIGSTOP)
    copy = profile.with_name(profile.name + "-copy")
    shutil.copytree(profile, copy, ignore=shutil.ignore_patterns("*-shm"))
    child.kill()
    said = Spoken(child)
    torn = rng.random() < 0.5 and _torn(copy, rng)
    bad = judge.wrong(scene, operation, copy, [] if torn else said.acked)
    return Verdict((*bad, *(judge.unfinished(scene, operation, copy) if not bad else ())),
                   not said.ended)  # fmt: skip


def _torn(profile: Path, rng: random.Random) -> bool:
    log = profile / "osawatch.db-wal"
    if not log.exists() or not log.stat().st_size:
        return False
    with log.open("rb+") as file:
        file.truncate(rng.randrange(log.stat().st_size))
    return True
