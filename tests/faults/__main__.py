"""Faults against real profiles: python -m tests.faults [--minutes M] [--kills N] [--seed N]
                                                     [--only WORDS] [--without WORDS]

One line a fault and operation: tried, struck in time, survived, lost, doubled, or why this machine
cannot try it; the SIGKILLs once more together. Exit code 1 when anything was lost or doubled.
`--only killed/poll,/hub` takes the pairs that hold one of these words, `--without` leaves such
pairs out. `--kills N` tries SIGKILL alone, until N struck before the work was done or the time is
over (then an hour, if none is given).
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import warnings
from pathlib import Path

from tests.faults import campaign, mounts, scene


def main() -> int:
    parser = argparse.ArgumentParser("tests.faults")
    parser.add_argument("--minutes", type=float, default=0.0)
    parser.add_argument("--kills", type=int, default=0)
    parser.add_argument("--seed", type=int, default=20261126)
    parser.add_argument("--only", default="")
    parser.add_argument("--without", default="")
    asked = parser.parse_args()
    warnings.simplefilter("ignore")
    minutes = asked.minutes or (60.0 if asked.kills else 1.0)
    how = (
        "a small tmpfs" if mounts.possible() else "a limit on the size of files (no mounting here)"
    )
    print(f"seed {asked.seed}, {minutes:g} minutes; a full disk is {how}", flush=True)
    only = (asked.only or ("killed/" if asked.kills else "")).split(",")
    without = [word for word in asked.without.split(",") if word]

    def wanted(fault: str, operation: str) -> bool:
        pair = f"{fault}/{operation}"
        return any(word in pair for word in only) and not any(word in pair for word in without)

    with tempfile.TemporaryDirectory(prefix="osawatch-faults-") as room:
        table = campaign.run(
            Path(room), 60 * minutes, asked.seed, wanted, asked.kills,
            lambda line: print(line[:400], flush=True),
        )  # fmt: skip
    return _told(table)


def _told(table: campaign.Table) -> int:
    print(f"{'fault':14}{'operation':15}{'tried':>7}{'in time':>9}{'survived':>10}{'lost':>6}"
          f"{'doubled':>9}")  # fmt: skip
    for (fault, operation), cell in sorted(table.items()):
        told = f"  not tried: {cell.why_not}" if cell.why_not else _figures(cell)
        print(f"{fault:14}{operation:15}{told}")
    if "hub" not in scene.OPERATIONS:
        print(f"{'all':14}{'hub':15}  not tried: PostgreSQL is not installed here")
    print(f"{'SIGKILL, all':29}{_figures(campaign.killed(table))}")
    tried = sum(cell.tried for cell in table.values())
    bad = tried - sum(cell.survived for cell in table.values())
    print(f"{'all':29}{tried:7}{'':9}{tried - bad:10}")
    return 1 if bad else 0


def _figures(cell: campaign.Cell) -> str:
    return f"{cell.tried:7}{cell.caught:9}{cell.survived:10}{cell.lost:6}{cell.doubled:9}"


if __name__ == "__main__":
    sys.exit(main())
