"""Mutations against all readers: python -m tests.fuzz [--minutes M] [--count N] [--jobs J]
                                           [--guided] [--seed N] [--only WORDS]

A reader stops at N mutations or when its time is over, whichever comes first; the table says which.
The time that a reader leaves over goes to those after it. `--jobs` tries so many readers at once.
`--guided` lets atheris choose the mutations by the code they reach, where atheris is installed.
A table in the end: tried, a second, used, refused, crashes, hangs. What crashed is kept in
fuzz-found/ and makes the exit code 1.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import warnings
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor

from tests.fuzz import guided
from tests.fuzz.mutate import mutated
from tests.fuzz.targets import Target, targets
from tests.fuzz.tries import HEAD, Tally, tried


def main() -> int:
    parser = argparse.ArgumentParser("tests.fuzz")
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--count", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--guided", action="store_true")
    parser.add_argument("--seed", type=int, default=20261126)
    parser.add_argument("--only", default="")
    asked = parser.parse_args()
    if asked.guided and not guided.possible():
        print("atheris is not installed: `pip install atheris`, or leave --guided out")
        return 2
    known = [one.name for one in targets()]
    names = [asked.only] if asked.only in known else [one for one in known if asked.only in one]
    how = "chosen by atheris" if asked.guided else "at random"
    print(f"seed {asked.seed}, {asked.minutes:g} minutes, {len(names)} readers, mutations {how}")
    print(HEAD, flush=True)
    bad = 0
    for tally in _tallies(names, asked):
        bad += tally.crashes + tally.hangs
        print(tally.line, flush=True)
    return 1 if bad else 0


def _tallies(names: list[str], asked: argparse.Namespace) -> Iterator[Tally]:
    work = guided.campaign if asked.guided else campaign
    if asked.jobs > 1:
        each = 60 * asked.minutes * asked.jobs / len(names)
        with ProcessPoolExecutor(asked.jobs) as pool:
            jobs = [pool.submit(work, one, each, asked.count, asked.seed) for one in names]
            yield from (job.result() for job in jobs)
        return
    end = time.monotonic() + 60 * asked.minutes
    for at, name in enumerate(names):
        each = max(0.1, (end - time.monotonic()) / (len(names) - at))
        yield work(name, each, asked.count, asked.seed)


def campaign(name: str, seconds: float, count: int, seed: int) -> Tally:
    """One reader for so long or so many tries (0 = no end but that of the time)."""
    warnings.simplefilter("ignore")
    one = next(one for one in targets() if one.name == name)
    tally = Tally(name)
    rng, began = random.Random(seed), time.monotonic()
    while time.monotonic() < began + seconds and not (count and tally.tried >= count):
        tried(one, _body(one, rng), tally)
    tally.seconds, tally.whole = time.monotonic() - began, bool(count) and tally.tried >= count
    return tally


def _body(one: Target, rng: random.Random) -> bytes:
    return mutated(one.drawn(rng), one.seeds, rng)


if __name__ == "__main__":
    sys.exit(main())
