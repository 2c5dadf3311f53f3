"""The pack with 395,000 names, built in a process of its own: memory, stalls, and that it serves.

The automaton is made by foreign code that holds the interpreter for seconds. Here the child holds
its own; the parent is watched by a thread that ticks every millisecond, as its window would.
"""

from __future__ import annotations

import multiprocessing
import random
import resource
import threading
import time
from dataclasses import replace
from multiprocessing.connection import Connection

from rules.load import Pack, load
from rules.matcher import Matcher
from rules.model import Text
from rules.terms import Term
from rules.watchlist import Company

NAMES = 395_000
SEED = 3
_SYLLABLES = (
    "ka",
    "lo",
    "mi",
    "ten",
    "dor",
    "van",
    "she",
    "zu",
    "pri",
    "bal",
    "gor",
    "ny",
    "tal",
    "is",
    "or",
)


class Ticks:
    """A thread that wakes every millisecond; `longest` is the longest it had to wait, seconds."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._tick)

    def __enter__(self) -> Ticks:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _tick(self) -> None:
        last = time.perf_counter()
        while not self._over.wait(0.001):
            now = time.perf_counter()
            self.longest = max(self.longest, now - last)
            last = now


def names() -> list[str]:
    """Made names of two to four words, all different."""
    draw = random.Random(SEED)

    def word() -> str:
        return "".join(draw.choices(_SYLLABLES, k=draw.randint(2, 4))).title()

    found: dict[str, None] = {}
    while len(found) < NAMES:
        found[" ".join(word() for _ in range(draw.randint(2, 4)))] = None
    return list(found)


def packed() -> Pack:
    """The shipped pack with all names as companies, so that they pass every step of the engine."""
    pack = load()
    companies = {
        f"made-{number}": Company(f"made-{number}", {"xx": (Term(name, "xx", "word"),)})
        for number, name in enumerate(names())
    }
    return replace(pack, watchlist=replace(pack.watchlist, companies=companies))


def serve(pipe: Connection) -> None:
    """The child: builds, says how long it took, then answers texts with matches until None."""
    start = time.perf_counter()
    pack = packed()
    read, held = time.perf_counter(), _memory()
    matcher = Matcher(pack)
    pipe.send((read - start, time.perf_counter() - read, held, _memory()))
    while (text := pipe.recv()) is not None:
        pipe.send(matcher.match(text))


def main() -> None:
    """Print memory, times and the longest stall of the parent."""
    context = multiprocessing.get_context("spawn")
    with Ticks() as idle:
        time.sleep(2.0)
    ours, theirs = context.Pipe()
    child = context.Process(target=serve, args=(theirs,), daemon=True)
    with Ticks() as ticks:
        child.start()
        made, built, held, peak = ours.recv()
        known = names()[77]
        start = time.perf_counter()
        ours.send(Text(f"{known} bans exports of gallium", "", "en"))
        match = ours.recv()
        answered = time.perf_counter() - start
    ours.send(None)
    child.join()
    print(
        f"\n{NAMES:,} names in a process apart: pack {made:.1f} s and {held:.0f} MB, matcher "
        f"{built:.1f} s, peak {peak:.0f} MB"
    )
    print(
        f"    it answers by pipe in {answered * 1e3:.1f} ms: {match.entities} {match.goods} "
        f"{match.measures}"
    )
    print(
        f"    longest gap of a 1 ms tick in the parent meanwhile {ticks.longest * 1e3:.0f} ms "
        f"(idle {idle.longest * 1e3:.0f} ms)"
    )


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
