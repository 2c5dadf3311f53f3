"""Faults against real profiles: python -m tests.faults [--minutes M] [--seed N] [--only WORDS]

One line a fault and operation: tried, struck in time, survived, lost. Exit code 1 when anything was
lost. `--only kill/poll` takes the pairs that hold these words.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import warnings
from pathlib import Path

from tests.faults import campaign, mounts


def main() -> int:
    parser = argparse.ArgumentParser("tests.faults")
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=20261126)
    parser.add_argument("--only", default="")
    asked = parser.parse_args()
    warnings.simplefilter("ignore")
    how = (
        "a small tmpfs" if mounts.possible() else "a limit on the size of files (no mounting here)"
    )
    print(f"seed {asked.seed}, {asked.minutes:g} minutes; a full disk is {how}", flush=True)
    with tempfile.TemporaryDirectory(prefix="osawatch-faults-") as room:
        table = campaign.run(
            Path(room), 60 * asked.minutes, asked.seed,
            lambda fault, operation: asked.only in f"{fault}/{operation}",
        )  # fmt: skip
    print(f"{'fault':14}{'operation':12}{'tried':>7}{'in time':>9}{'survived':>10}{'lost':>6}")
    lost = 0
    for (fault, operation), cell in sorted(table.items()):
        bad = cell.tried - cell.survived
        lost += bad
        print(f"{fault:14}{operation:12}{cell.tried:7}{cell.caught:9}{cell.survived:10}{bad:6}")
        for line in cell.bad[:4]:
            print(f"    {line[:400]}")
    tried = sum(cell.tried for cell in table.values())
    print(f"{'all':26}{tried:7}{'':9}{tried - lost:10}{lost:6}")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
