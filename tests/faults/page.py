"""A page of the database that is not what was written: told by name, with what to do.

A plain profile: a page of a tree is filled with noise (SQLite has no sums over its pages: one bit
in a text is not seen there). An encrypted one: a single bit, which its authentication must find.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

from osawatch.store.database import Store
from tests.faults.scene import ROOT, Scene
from tests.faults.verdict import Verdict
from tests.faults.work import SECRET

STRIKES = ("triage", "rekey")  # the full profile, the encrypted one
PAGE = 4096
TREE = (2, 5, 10, 13)


def strike(scene: Scene, operation: str, rng: random.Random) -> Verdict:
    """Spoil a page, ask the doctor."""
    profile = scene.copy(operation)
    database = profile / "osawatch.db"
    if operation == "triage":
        store = Store(database)
        with store.reading() as connection:
            connection.execute("SELECT 1")
        store.close()
        _noise(database, rng)
    else:
        _bit(database, rng)
    done = _doctor(profile)
    told = f"{done.stdout}{done.stderr}".casefold()
    bad = []
    if done.returncode == 0 or "damaged" not in told:
        bad.append(f"not told: {done.stdout}{done.stderr}")
    if "restore" not in told:
        bad.append(f"does not say what to do: {done.stdout}{done.stderr}")
    if "fault of this program" in told or "traceback" in told:
        bad.append(f"a trace: {done.stderr}")
    return Verdict(tuple(bad))


def _noise(database: Path, rng: random.Random) -> None:
    body = bytearray(database.read_bytes())
    trees = [n for n in range(1, len(body) // PAGE) if body[n * PAGE] in TREE]
    place = rng.choice(trees) * PAGE
    body[place : place + PAGE] = rng.randbytes(PAGE)
    database.write_bytes(body)


def _bit(database: Path, rng: random.Random) -> None:
    body = bytearray(database.read_bytes())
    body[rng.randrange(PAGE, len(body))] ^= 1 << rng.randrange(8)
    database.write_bytes(body)


def _doctor(profile: Path) -> subprocess.CompletedProcess[str]:
    secret = profile.with_name(f"{profile.name}.secret")
    secret.write_text(SECRET)
    command = [sys.executable, "-m", "ui.cli", "--profile", str(profile), "--passphrase-file",
               str(secret), "doctor"]  # fmt: skip
    return subprocess.run(  # noqa: S603 # our own
        command, cwd=ROOT, capture_output=True, text=True, check=False, env=dict(os.environ)
    )
