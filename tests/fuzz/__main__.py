"""Mutations against all readers: python -m tests.fuzz [--minutes M] [--seed N] [--only WORDS]

A table in the end: tried, used, refused, crashes, hangs. What crashed is kept in fuzz-found/
and makes the exit code 1. The time is shared by all readers alike.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import signal
import sys
import time
import traceback
import warnings
from pathlib import Path
from types import FrameType

from tests.fuzz.mutate import mutated
from tests.fuzz.targets import Target, targets

HANG_S = 10
FOUND = Path("fuzz-found")


class Hang(BaseException):
    """A reader took longer than anybody would wait."""


def main() -> int:
    parser = argparse.ArgumentParser("tests.fuzz")
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=20261126)
    parser.add_argument("--only", default="")
    asked = parser.parse_args()
    warnings.simplefilter("ignore")
    signal.signal(signal.SIGALRM, _hang)
    chosen = [one for one in targets() if asked.only in one.name]
    each, bad = 60 * asked.minutes / len(chosen), 0
    print(f"seed {asked.seed}, {asked.minutes:g} minutes, {len(chosen)} readers")
    print(f"{'reader':22}{'tried':>10}{'used':>10}{'refused':>10}{'crashes':>9}{'hangs':>7}")
    for one in chosen:
        tried, used, refused, crashes, hangs = _campaign(one, each, random.Random(asked.seed))
        bad += crashes + hangs
        print(f"{one.name:22}{tried:10,}{used:10,}{refused:10,}{crashes:9}{hangs:7}", flush=True)
    return 1 if bad else 0


def _campaign(one: Target, seconds: float, rng: random.Random) -> tuple[int, int, int, int, int]:
    tried = used = refused = crashes = hangs = 0
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        body = mutated(rng.choice(one.seeds), one.seeds, rng)
        tried += 1
        signal.setitimer(signal.ITIMER_REAL, HANG_S)
        try:
            one.read(body)
            used += 1
        except one.raises:
            refused += 1
        except Hang:
            hangs += 1
            _keep(one, body, f"longer than {HANG_S} s")
        except Exception:  # noqa: BLE001 # what a fuzzer is for
            crashes += 1
            _keep(one, body, traceback.format_exc())
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
    return tried, used, refused, crashes, hangs


def _keep(one: Target, body: bytes, why: str) -> None:
    FOUND.mkdir(exist_ok=True)
    name = f"{one.name.replace(' ', '-')}-{hashlib.sha256(body).hexdigest()[:12]}"
    (FOUND / name).write_bytes(body)
    (FOUND / f"{name}.txt").write_text(why)
    last = why.strip().splitlines()[-1]
    print(f"  {one.name}: {last[:120]} (fuzz-found/{name})", flush=True)


def _hang(_signal: int, _frame: FrameType | None) -> None:
    raise Hang


if __name__ == "__main__":
    sys.exit(main())
