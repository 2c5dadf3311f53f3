"""A program that polls a profile once: started and killed by the crash test.

    python -m tests.crash.poller PROFILE PORT SOURCES

It says `start` when it begins to poll and `end` when it is done.
"""

from __future__ import annotations

import sys
from pathlib import Path

from feeds.model import SourceSpec
from osawatch.core import Core
from tests.fakes import Pack

FINE = ("ok", "not_modified", "stale")


def specs(port: int, count: int) -> list[SourceSpec]:
    return [
        SourceSpec(
            id=f"s{n:03d}",
            title=f"Source {n}",
            url=f"http://127.0.0.1:{port}/{n}",
            publisher=f"Publisher {n}",
            grade="ABCDE"[n % 5],
            official=n % 17 == 0,
            local=True,
        )
        for n in range(count)
    ]


def main() -> None:
    profile, port, count = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    with Core(profile, pack=Pack()) as core:
        known = {row.id for row in core.sources.rows()}
        for spec in specs(port, count):
            if spec.id not in known:
                core.sources.add(spec)
        print("start", flush=True)  # noqa: T201
        report = core.poll()
        failed = [one for one in report.sources if one.outcome not in FINE]
        print("end", len(report.sources), len(failed), *failed[:1], flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
