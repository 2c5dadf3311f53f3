"""A poll of 300 feeds of 40 entries: first, unchanged, a tenth changed; CPU seconds.

Ours against a bare pipeline (tests/bench/bare.py) in the same rounds on the same feeds, and against
other readers where they can be had (tests/bench/peers.py). Requests are counted by the server: none
may be unconditional after the first poll. The server runs in a process of its own.

Ours does what the bare pipeline does not: it is polite and bounded, reads strangers' bytes in a
process apart, keeps dates, hashes, versions and the health of each source, knows copies and
stories, matches every item and keeps the evidence, raises, scores and places alerts, and counts
each day. One more round says what share of the CPU seconds each of these takes.
"""

from __future__ import annotations

import multiprocessing
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path

from feeds.model import SourceSpec
from osawatch.core import Core
from tests.bench import bare, jailed, peers, spent
from tests.servers import feed_server

FEEDS = 300
ENTRIES = 40
ROUNDS = 5
POLLS = ("first", "unchanged", "a tenth changed")
WANTED = {"first": 1.6, "unchanged": 1.4, "a tenth changed": 1.4}
TELLING = [
    "China sets an export licence for gallium",
    "Congo extends its quota on cobalt exports",
    "Strike at a copper mine in Chile",
    "Indonesia bans exports of nickel ore",
]
Figures = dict[str, float]


@dataclass(frozen=True, slots=True)
class Server:
    """300 feeds in a process of their own."""

    urls: list[str]
    pipe: Connection

    def change(self) -> None:
        """Two new entries in every tenth feed."""
        self.ask("change")

    def ask(self, word: str) -> int:
        """How many requests without validators came since the last question."""
        self.pipe.send(word)
        answer: int = self.pipe.recv()
        return answer


def main() -> None:
    with served() as server:
        rounds = [measured(server) for _ in range(ROUNDS)]
        print(f"{FEEDS} feeds of {ENTRIES} entries, CPU seconds, median of {ROUNDS}")
        print(f"{'':18}{'bare':>8}{'ours':>8}{'ratio':>8}{'wanted':>8}  unconditional requests")
        for poll in POLLS:
            bare, ours, ratio, blind = (
                statistics.median(one[f"{poll} {what}"] for one in rounds)
                for what in ("bare", "ours", "ratio", "blind")
            )
            print(f"{poll:18}{bare:8.2f}{ours:8.2f}{ratio:8.2f}{WANTED[poll]:8.1f}  {blind:.0f}")
        print(f"peak memory of this process {peak_mb():.0f} MB")
        stages(server)
        for name, peer in (("reader 3.26", peers.reader), ("newsboat", peers.newsboat)):
            with tempfile.TemporaryDirectory() as folder:
                print(f"{name:18}{said(peer(Path(folder), server.urls, server.change))}")


def stages(server: Server) -> None:
    """One more round: the CPU seconds of each poll by stage, and how many bare polls they are."""
    with profiles(server) as (plain, core):
        for poll in POLLS:
            if poll == "a tenth changed":
                server.change()
            bare = timed(plain.poll)
            with spent.watched() as seconds:
                polled(core)
            whole = sum(seconds.values())
            print(f"{poll}, {whole:.2f} s by stage (one round; share, x bare)")
            for stage, one in sorted(seconds.items(), key=lambda pair: -pair[1]):
                print(f"    {stage:36}{one:8.3f} s{one / whole:6.0%}{one / bare:8.2f}")


def said(found: Figures | str) -> str:
    """One run of a peer, in words."""
    if isinstance(found, str):
        return found
    return ", ".join(f"{poll} {seconds:.2f} s" for poll, seconds in found.items()) + " (one run)"


@contextmanager
def served() -> Iterator[Server]:
    ours, theirs = multiprocessing.Pipe()
    child = multiprocessing.get_context("spawn").Process(target=serve, args=(theirs,), daemon=True)
    child.start()
    try:
        yield Server(ours.recv(), ours)
    finally:
        ours.send("stop")
        child.join()


def measured(server: Server) -> Figures:
    """One round: each poll by the bare pipeline and by us, one after the other."""
    found: Figures = {}
    with profiles(server) as (plain, core):
        for poll in POLLS:
            if poll == "a tenth changed":
                server.change()
            found[f"{poll} bare"] = timed(plain.poll)
            server.ask("count")
            found[f"{poll} ours"] = timed(partial(polled, core))
            found[f"{poll} blind"] = server.ask("count")
            found[f"{poll} ratio"] = found[f"{poll} ours"] / found[f"{poll} bare"]
        assert core.care.doctor() == []
    return found


@contextmanager
def profiles(server: Server) -> Iterator[tuple[bare.Bare, Core]]:
    """A bare one and one of ours, both new, with all feeds."""
    with (
        tempfile.TemporaryDirectory() as folder,
        tempfile.TemporaryDirectory() as other,
        closing(bare.Bare(Path(other), server.urls)) as plain,
        Core(Path(folder)) as core,
    ):
        for number, url in enumerate(server.urls):
            core.sources.add(spec(number, url))
        core.warm()  # the pack is loaded before the clock starts
        yield plain, core


def polled(core: Core) -> None:
    bad = [one for one in core.poll().sources if one.outcome not in GOOD]
    assert not bad, bad[0]


def timed(call: Callable[[], object]) -> float:
    """CPU seconds of this process and of the one that reads documents."""
    began = time.process_time() + jailed.spent()
    call()
    return time.process_time() + jailed.spent() - began


GOOD = ("ok", "not_modified", "stale")


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
        seen = 0
        while (word := pipe.recv()) != "stop":
            if word == "change":
                for number in range(0, FEEDS, 10):
                    old = server.bodies[number]
                    count = old.count(b"<item>") + 2
                    server.set_body(number, feed(rng, words, number, count, old))
            blind = sum("if-none-match" not in hit.headers for hit in server.hits[seen:])
            seen = len(server.hits)
            pipe.send(blind)


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
