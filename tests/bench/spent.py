"""Where the CPU seconds of a poll go: each stage's own, without what it calls of another stage.

The clocks of the threads are read around the functions of each stage, which costs a little
itself: a poll is measured without them first, and only its shares are taken from here.
"""

from __future__ import annotations

import importlib
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any

from tests.bench import jailed

JAIL = "parse, in the process apart"
REST = "the rest"
# Stage -> what it does, as (module, name in it). The bare pipeline knows the first four.
STAGES = {
    "ask the server": ("feeds.fetch:Fetcher.fetch",),
    "hand over to the jail and back": ("osawatch.poll:parse",),
    "search index": ("osawatch.intake:index",),
    "rows of items, sightings": ("osawatch.store.items:add", "osawatch.store.items:see"),
    "which of them are new": (
        "osawatch.intake:_wanted", "osawatch.entries:entries", "osawatch.store.items:known",
    ),
    "matching": ("osawatch.rulebook:Rulebook.match", "osawatch.store.items:note_match"),
    "names of lists": ("osawatch.naming.spotting:compare",),
    "near-copies": ("osawatch.intake:_find_story", "osawatch.stories:sketch"),
    "counts a day": ("osawatch.store.counts:Counting.settle",),
    "alerts": ("osawatch.intake:raise_alerts", "osawatch.overtime.standing:judge"),
    "cards and scores": ("osawatch.intake:settle",),
    "transactions": ("osawatch.storing:together",),
    "health of the source": (
        "osawatch.storing:judged", "osawatch.store.sources:note", "osawatch.verdicts:observed",
    ),
    "after the poll": ("osawatch.newsroom:Newsroom._swept",),
}  # fmt: skip


class Clock:
    """Exclusive CPU seconds by stage, over all threads."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self._local = threading.local()
        self._guard = threading.Lock()

    def around(self, stage: str, call: Callable[..., Any]) -> Callable[..., Any]:
        """`call`, with its time on the account of `stage`."""

        @wraps(call)
        def timed(*args: Any, **named: Any) -> Any:
            inner = getattr(self._local, "inner", 0.0)
            self._local.inner = 0.0
            began = time.thread_time()
            try:
                return call(*args, **named)
            finally:
                took = time.thread_time() - began
                with self._guard:
                    self.seconds[stage] += took - self._local.inner
                self._local.inner = inner + took

        return timed


@contextmanager
def watched() -> Iterator[dict[str, float]]:
    """The seconds by stage, whole when the block is left."""
    clock, undo = Clock(), []
    for stage, places in STAGES.items():
        for place in places:
            holder, name = _place(place)
            undo.append((holder, name, holder.__dict__[name]))
            setattr(holder, name, clock.around(stage, getattr(holder, name)))
    began, jail = time.process_time(), jailed.spent()
    try:
        yield clock.seconds
    finally:
        whole = time.process_time() - began
        for holder, name, before in reversed(undo):
            setattr(holder, name, before)
        clock.seconds[REST] = whole - sum(clock.seconds.values())
        clock.seconds[JAIL] = jailed.spent() - jail


def _place(name: str) -> tuple[Any, str]:
    module, _, path = name.partition(":")
    holder: Any = importlib.import_module(module)
    *outer, last = path.split(".")
    for one in outer:
        holder = getattr(holder, one)
    return holder, last
