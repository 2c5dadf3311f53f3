"""What it costs that lists are read in a process apart: the lists of bench_lists, both ways.

    python -m tests.bench.bench_lists_apart

Processor seconds of both processes together, start and ending not counted; the records are counted
and dropped, as they are when a program streams them. Growth is the peak of each process above what
stood before, the bytes of the list left out (they are held once in each).
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from pathlib import Path

from feeds.jail import apart
from feeds.lists.read import drained, recognised
from tests.bench.bench_lists import LISTS, ROUNDS, in_a_process_of_its_own, peak, repeated
from tests.shared import SHARED

PROGRAM = "tests.bench.bench_lists_apart"


def main() -> None:
    if not SHARED.exists():
        print("the shared sample documents do not stand beside this checkout")
        return
    print(f"{'list':10s} {'here, s':>8s} {'apart, s':>9s} {'ratio':>6s} {'clock':>6s}")
    for name in LISTS:
        body = repeated(name)[0]
        apart.read(b"x", "warm")
        rounds = [(here(body, name), there(body, name)) for _ in range(ROUNDS)]
        ratio = statistics.median(two[0] / one[0] for one, two in rounds)
        clock = statistics.median(two[1] / one[1] for one, two in rounds)
        ours, theirs = (statistics.median(one[way][0] for one in rounds) for way in (0, 1))
        print(f"{name:10s} {ours:8.2f} {theirs:9.2f} {ratio:6.2f} {clock:6.2f}")
        print(f"{'':10s} {in_a_process_of_its_own(name, PROGRAM)}")


def here(body: bytes, name: str) -> tuple[float, float]:
    began = time.process_time(), time.perf_counter()
    drained(recognised(body, name), lambda _: None)
    return time.process_time() - began[0], time.perf_counter() - began[1]


def there(body: bytes, name: str) -> tuple[float, float]:
    began = time.process_time() + spent(), time.perf_counter()
    apart.streamed(body, name, lambda _: None)
    return time.process_time() + spent() - began[0], time.perf_counter() - began[1]


def spent() -> float:
    """Processor seconds of the reader so far. Linux only: elsewhere 0."""
    stat = Path(f"/proc/{apart.LISTS.pid}/stat")
    if apart.LISTS.pid is None or not stat.exists():
        return 0.0
    fields = stat.read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def growth(name: str, file: str) -> None:
    apart.read(b"x", "warm")
    body = Path(file).read_bytes()
    reader = apart.LISTS.pid or 0
    before, there = peak(), peak(reader)
    apart.streamed(body, name, lambda _: None)
    size = len(body) / (1 << 20)
    print(f"peak growth {peak() - before:.0f} MB here, {peak(reader) - there - size:.0f} MB apart")


if __name__ == "__main__":
    growth(*sys.argv[1:3]) if len(sys.argv) > 2 else main()
