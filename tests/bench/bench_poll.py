"""A poll of 300 feeds of 40 entries: first, unchanged, a tenth changed. Wall, CPU, memory.

The server runs in a process of its own; CPU and memory are those of the poller alone.
"""

from __future__ import annotations

import multiprocessing
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from multiprocessing.connection import Connection
from pathlib import Path

from feeds.model import SourceSpec
from osawatch.core import Core
from osawatch.model import PollReport
from tests.servers import feed_server

FEEDS = 300
ENTRIES = 40
ROUNDS = 3
TELLING = [
    "China sets an export licence for gallium",
    "Congo extends its quota on cobalt exports",
    "Strike at a copper mine in Chile",
    "Indonesia bans exports of nickel ore",
]


def main() -> None:
    print(f"{FEEDS} feeds of {ENTRIES} entries, median of {ROUNDS}: wall s, CPU s, peak MB")
    rounds = [measure() for _ in range(ROUNDS)]
    for name in rounds[0]:
        walls, cpus = zip(*(one[name] for one in rounds), strict=True)
        print(f"{name:16s} {statistics.median(walls):6.2f} {statistics.median(cpus):6.2f}")
    print(f"peak memory      {peak_mb():6.0f} MB")


def measure() -> dict[str, tuple[float, float]]:
    ours, theirs = multiprocessing.Pipe()
    server = multiprocessing.get_context("spawn").Process(target=serve, args=(theirs,))
    server.start()
    urls: list[str] = ours.recv()
    try:
        with tempfile.TemporaryDirectory() as folder, Core(Path(folder)) as core:
            for number, url in enumerate(urls):
                core.source_add(spec(number, url))
            core.rules()  # the pack is loaded before the clock starts
            found = {"first": timed(core.poll), "unchanged": timed(core.poll)}
            ours.send("change")
            ours.recv()
            found["a tenth changed"] = timed(core.poll)
            found["doctor"] = timed(lambda: check(core))
            return found
    finally:
        ours.send("stop")
        server.join()


def timed(call: Callable[[], PollReport | None]) -> tuple[float, float]:
    wall, cpu = time.perf_counter(), time.process_time()
    report = call()
    taken = time.perf_counter() - wall, time.process_time() - cpu
    bad = [one for one in report.sources if one.outcome not in GOOD] if report else []
    assert not bad, bad[0]
    return taken


GOOD = ("ok", "not_modified", "stale")


def check(core: Core) -> None:
    assert core.doctor() == []


def spec(number: int, url: str) -> SourceSpec:
    return SourceSpec(
        id=f"s{number}", title=f"Paper {number}", url=url, publisher=f"Paper {number}",
        language="en", grade="B", local=True,
    )  # fmt: skip


def serve(pipe: Connection) -> None:
    rng = random.Random(1)
    words = [
        "".join(rng.choices("abcdefghijklmnoprstuvw", k=rng.randint(3, 9))) for _ in range(5000)
    ]
    with feed_server(FEEDS, 1) as server:
        for number in range(FEEDS):
            server.set_body(number, feed(rng, words, number, ENTRIES))
        pipe.send(server.urls)
        while pipe.recv() != "stop":
            for number in range(0, FEEDS, 10):
                server.set_body(
                    number, feed(rng, words, number, ENTRIES + 2, server.bodies[number])
                )
            pipe.send("done")


def feed(rng: random.Random, words: list[str], number: int, count: int, old: bytes = b"") -> bytes:
    """RSS with `count` entries; those of `old` stay."""
    kept = old.decode().partition("<item>")[2].rpartition("</item>")[0]
    there = kept.count("<item>") + 1 if kept else 0
    items = [entry(rng, words, number, one) for one in range(there, count)]
    if kept:
        items.append(f"<item>{kept}</item>")
    title = f"<title>Paper {number}</title><link>https://paper-{number}.example/</link>"
    text = f'<rss version="2.0"><channel>{title}{"".join(items)}</channel></rss>'
    return f'<?xml version="1.0" encoding="utf-8"?>{text}'.encode()


def entry(rng: random.Random, words: list[str], number: int, one: int) -> str:
    at = datetime.now(UTC) - timedelta(hours=rng.randrange(0, 300))
    title = " ".join(rng.choices(words, k=9))
    if rng.random() < 0.02:
        title = f"{rng.choice(TELLING)}, {title}"
    link = f"https://paper-{number}.example/{one}"
    return (
        f"<item><title>{title}</title><link>{link}</link><guid>{link}</guid>"
        f"<pubDate>{format_datetime(at)}</pubDate>"
        f"<description>{' '.join(rng.choices(words, k=60))}</description></item>"
    )


def peak_mb() -> float:
    if sys.platform == "win32":
        return 0.0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
