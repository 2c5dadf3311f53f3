"""Worlds of desks from seeds: python -m tests.sim [--minutes M] [--seed N]

Each world has two or three posts and headquarters, real profiles, clocks up to 20 hours wrong,
feeds that fail, sticks that are lost, programs that end, profiles that move. In the end everybody
gets everything. Exit code 1 when desks differ, a confirmed line is lost or doubled, or `doctor`
finds anything; the seed makes the same world again.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
import warnings
from collections import Counter
from pathlib import Path

from tests.sim.world import Broken, Story


def main() -> int:
    parser = argparse.ArgumentParser("tests.sim")
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    warnings.simplefilter("ignore")
    end, seed, broken = time.monotonic() + 60 * asked.minutes, asked.seed, 0
    total: Counter[str] = Counter()
    while seed == asked.seed or time.monotonic() < end:
        with tempfile.TemporaryDirectory(prefix="osawatch-sim-") as room:
            try:
                total += Story(seed, Path(room)).run()
            except Broken as error:
                broken += 1
                print(error, flush=True)
        seed += 1
    print(f"worlds {seed - asked.seed} (seeds {asked.seed} to {seed - 1}), broken {broken}")
    for what, times in sorted(total.items()):
        print(f"  {what:20}{times:8,}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
