"""How long a key of triage waits while a poll is stored by another process.

    ./dev bench wait

A process stores sources of 50 new items each, 1,000 items in all, again and again; this one sets an
alert aside and takes it back, at moments of chance, as a window does. In turn: 600 items a
transaction and SQLite's own waiting (as it was), and as it is. Plain and encrypted.
"""

from __future__ import annotations

import multiprocessing
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from feeds.model import Document, Item
from osawatch import sealed, storing
from osawatch.core import Core
from osawatch.errors import StoreError
from osawatch.model import Action, Filter
from osawatch.store import database
from osawatch.store import sources as rows
from osawatch.vault import door
from osawatch.verdicts import Gathered
from tests.fakes import NOON, Clock, Network, Pack, answer, source

SOURCES, EACH, KEYS, ROUNDS = 20, 50, 20, 2
SECRET = "correct horse battery"  # noqa: S105
WORDS = ("gallium licence China", "cobalt ban Congo", "copper port Chile", "weather and sports")


def main() -> None:
    print("milliseconds that a key waits: median, nine in ten, longest (50 and 200 asked)")
    with tempfile.TemporaryDirectory() as room:
        for name in ("plain", "encrypted"):
            folder = Path(room) / name
            if name == "encrypted":
                door.create(folder, SECRET, "Ann")
            _filled(folder)
            found: dict[str, list[float]] = {"as it was": [], "as it is": []}
            for turn in range(ROUNDS):
                for way, waits in found.items():
                    waits += _waits(folder, way == "as it was", turn)
            for way, waits in found.items():
                waits.sort()
                told = (statistics.median(waits), waits[int(len(waits) * 0.9)], waits[-1])
                print(f"{name:12}{way:12}" + "".join(f"{1000 * one:9.1f}" for one in told))


def _filled(folder: Path) -> None:
    with Core(folder, clock=Clock(), fetch=Network(), pack=Pack()) as core:
        for number in range(SOURCES):
            core.sources.add(source(f"s{number}"))
        _store(core, 0, storing.Pace())


def _waits(folder: Path, before: bool, turn: int) -> list[float]:
    """How long each key took, from its press to its commit."""
    ours, theirs = multiprocessing.Pipe()
    context = multiprocessing.get_context("spawn")
    args = (theirs, folder, before, turn)
    child = context.Process(target=_storing, args=args, daemon=True)
    child.start()
    found = []
    with _waiting(before), Core(folder, clock=Clock(), fetch=Network(), pack=Pack()) as core:
        [alert] = core.alerts(Filter(view="all"))[:1]
        ours.recv()
        for number in range(KEYS):
            time.sleep(random.uniform(0.02, 0.2))
            began = time.perf_counter()
            with suppress(StoreError):  # it gave up after 15 seconds: as long as that it waited
                core.triage(Action("note", (alert.id,), {"text": str(number)}))
            found.append(time.perf_counter() - began)
    ours.send("stop")
    child.join()
    return found


def _storing(pipe: Connection, folder: Path, before: bool, turn: int) -> None:
    if sealed.encrypted(folder):
        door.enter(folder, SECRET)
    with _waiting(before), Core(folder, clock=Clock(), fetch=Network(), pack=Pack()) as core:
        pipe.send("ready")
        part = 1 + turn * 100_000 + before * 50_000
        while not pipe.poll():
            _store(core, part, None if before else storing.Pace())
            part += 1
    with suppress(EOFError):
        pipe.recv()


def _store(core: Core, part: int, pace: storing.Pace | None) -> None:
    desk: Any = core._house.desk()
    with core._store.reading() as connection:
        there = {one.spec.id: one for one in rows.standing(connection)}
    answers: list[Any] = []
    for number in range(SOURCES):
        items = tuple(_item(number, part, n) for n in range(EACH))
        standing = there[f"s{number}"]
        response = answer(_request(standing.spec.url), "ok", body=b"x")
        answers.append((standing, Gathered((response,), (Document("rss", items),))))
    for batch in storing.batches(answers, pace):
        storing.together(desk, batch, lambda: NOON, pace)


def _item(number: int, part: int, n: int) -> Item:
    return Item(
        "rss", f"{number}-{part}-{n}", f"https://s{number}.example/{part}/{n}",
        f"{WORDS[n % 4]}: report {number} {part} {n} of the trade desk",
        published=NOON - timedelta(minutes=n),
    )  # fmt: skip


def _request(url: str) -> Any:
    from feeds.messages import Request

    return Request(url)


@contextmanager
def _waiting(before: bool) -> Iterator[None]:
    """SQLite's own way to wait for the lock, as it was."""
    now = database._begin
    if before:
        database._begin = lambda connection: connection.execute("BEGIN IMMEDIATE")  # type: ignore[assignment,func-returns-value]
    try:
        yield
    finally:
        database._begin = now


if __name__ == "__main__":
    sys.exit(main())
