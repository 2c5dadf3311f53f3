"""`parse`, as feeds.parse has it, but in a process apart: whatever a document does, we live on.

    body -> pipe -> the process that reads (cell.py, within walls.py) -> pipe -> Document
                    died, too slow, too big -> a refused document, reason "parser_died"; a new one
                    is started for the next body

One process a program, one document at a time. It starts when first needed and ends with its owner,
or when nobody asked for a while. See docs/notes/011-parser-jail.md.
"""

from __future__ import annotations

import json
import logging
import multiprocessing
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import TypeVar

from feeds.jail import carry, cell
from feeds.jail.tasks import ready
from feeds.jail.walls import Walls
from feeds.model import Document, Problem

REASON = "parser_died"
MB = 1 << 20
LARGEST = 1 << 30  # an answer
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may take: MB beyond what the empty process has, seconds of processor.

    `patience`: seconds of the clock; `start` and `idle`: how long its owner waits for it to be
    ready, and it for its owner to ask.
    """

    memory: int = 1024
    compute: int = 30
    patience: float = 120.0
    start: float = 60.0
    idle: float = 300.0


@dataclass(frozen=True, slots=True)
class Work:
    """What a process reads with. `ready` loads it all, and says who does what.

    `files` may be read beside the program's own code; in the folder `room` files may be made.
    """

    ready: cell.Ready = ready
    files: tuple[str, ...] = ()
    room: str = ""


class Fault(RuntimeError):  # noqa: N818 # as it is told: «Fault: ValueError: ...»
    """The reader raised: a fault of ours. The trace is added as a note."""

    def __init__(self, trace: str) -> None:
        super().__init__(trace.strip().rpartition("\n")[2])
        self.add_note(trace)


class Died(Exception):  # noqa: N818 # as it is told
    """The process that reads died of what it was given. `why`: how."""

    def __init__(self, why: str, size: int) -> None:
        super().__init__(f"a document of {size} bytes was not survived: {why}")
        self.why = why


One = TypeVar("One")
Take = Callable[[bytes], object]
"""What gets the pieces of an answer, one after the other."""


class Jail:
    """One process that reads, and its keeper. Thread safe; close it to end the process now."""

    def __init__(self, limits: Limits | None = None, work: Work | None = None) -> None:
        self.limits, self.work = limits or Limits(), work or Work()
        self.walls: tuple[str, ...] = ()
        """The walls that stand around the process that runs; () before the first answer."""
        self._guard = threading.Lock()
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None
        self._greeted, self._late = False, 0.0

    @property
    def pid(self) -> int | None:
        """The process that reads, if one is alive."""
        alive = self._process is not None and self._process.is_alive()
        return self._process.pid if alive and self._process else None

    def parse(
        self,
        body: bytes,
        *,
        url: str = "",
        content_type: str = "",
        format: str = "auto",
        recipe: str = "",
    ) -> Document:
        """As feeds.parse.parse; a document that kills its reader is refused and says how."""
        try:
            return self.ask(
                "document", body, carry.unpacked,
                url=url, content_type=content_type, format=format, recipe=recipe,
            )  # fmt: skip
        except Died as died:
            log.warning("%s (%s)", died, url)
            return refused(died.why, format)

    def ask(
        self, task: str, body: bytes, last: Callable[[bytes], One], take: Take = bytes, **words: str
    ) -> One:
        """Have a task of `tasks` done; the result is what `last` makes of the last piece.

        `take` gets the pieces before it; both may raise `Unfit`.
        `Died` when the process did, or answered what cannot be believed; `Fault`.
        """
        head = json.dumps({"task": task, **words}).encode()
        began, told = threading.Event(), list[One]()

        def taken(piece: bytes) -> None:
            began.set()
            take(piece)

        def done(piece: bytes) -> None:
            told.append(last(piece))

        why: str | None = ""
        with self._guard:
            for _ in range(2):  # one that ended idle, while we asked, is asked again
                why = self._asked(head, body, taken, done)
                if why is None:
                    return told[0]
                if why or began.is_set():
                    break
        raise Died(why or "it ended before it was asked", len(body))

    def close(self) -> None:
        """End the process."""
        with self._guard:
            self._end()

    def _asked(self, head: bytes, body: bytes, take: Take, last: Take) -> str | None:
        """None when it answered, else why not; "" = it had ended by itself."""
        self._late = 0.0
        watch = threading.Timer(self.limits.patience, self._too_late, (self.limits.patience,))
        watch.daemon = True
        try:
            pipe = self._running()
            watch.start()
            pipe.send_bytes(head)
            pipe.send_bytes(body)
            _received(pipe, take, last)
        except EOFError:
            return self._buried()
        except OSError as error:
            return self._buried() if self._process else f"it cannot be started: {error}"
        except carry.Unfit as unfit:
            self._end()
            return f"its answer was no such thing ({unfit})"
        except Fault:
            raise
        except BaseException:  # whoever took the pieces gave up: the rest must not be read later
            self._end()
            raise
        else:
            return None
        finally:
            watch.cancel()

    def _running(self) -> Connection:
        """The pipe to a process that has said that it is ready."""
        if self._process is None or self._pipe is None or not self._process.is_alive():
            self._end()
            self._start()
        assert self._pipe is not None  # noqa: S101 # for mypy: it was made a line above
        if not self._greeted:
            if not self._pipe.poll(self.limits.start):
                self._too_late(self.limits.start)
            said = self._pipe.recv_bytes(LARGEST)
            self.walls, self._greeted = tuple(said[1:].decode().split()), True
        return self._pipe

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        limits, work = self.limits, self.work
        walls = Walls(limits.memory * MB, work.files, work.room)
        args = (theirs, work.ready, walls, limits.compute, limits.idle)
        process = context.Process(target=cell.serve, args=args, name="osawatch-parses", daemon=True)
        try:
            with _uninterrupted():
                process.start()
        finally:
            theirs.close()  # so that the end of that process is the end of the pipe
        self._process, self._pipe, self._greeted = process, ours, False

    def _buried(self) -> str:
        """Why it died, "" when it had only gone to rest."""
        process = self._process
        if process is None:
            return ""
        process.join(5)
        code = process.exitcode
        self._end()
        if self._late:
            return f"it took longer than {self._late:g} seconds"
        if code == cell.IDLE:
            return ""
        if code == cell.NO_MEMORY:
            return f"it needed more than {self.limits.memory} MB of memory"
        if code is not None and code == -getattr(signal, "SIGXCPU", 0):
            return f"it computed for more than {self.limits.compute} seconds"
        return f"it was ended by {_signal(-code)}" if code and code < 0 else f"exit code {code}"

    def _too_late(self, seconds: float) -> None:
        self._late = seconds
        if self._process is not None:
            self._process.kill()

    def _end(self) -> None:
        process, pipe = self._process, self._pipe
        self._process = self._pipe = None
        if pipe is not None:
            pipe.close()
        if process is not None:
            process.kill()
            process.join()
            process.close()


def _received(pipe: Connection, take: Take, last: Take) -> None:
    """Each piece of an answer, and the last; `Unfit` when there is no end of them."""
    left = LARGEST
    while True:
        piece = pipe.recv_bytes(left)
        left -= len(piece)
        kind, rest = piece[:1], piece[1:]
        if kind == cell.FAULT:
            raise Fault(rest.decode("utf-8", "replace"))
        if kind not in (cell.MORE, cell.DONE) or left <= 0:
            raise carry.Unfit("an answer of another kind, or without an end")
        if kind == cell.DONE:
            last(rest)
            return
        take(rest)


def refused(why: str, promised: str) -> Document:
    """The document of a reader that is no more."""
    told = Problem(f"The process that reads documents died of this one: {why}")
    kind = "" if promised == "auto" else promised
    return Document(kind, outcome="refused", reason=REASON, problems=(told,))


def _signal(number: int) -> str:
    with suppress(ValueError):
        return signal.Signals(number).name
    return f"signal {number}"


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Ctrl+C in a terminal is for the owner: what is started in here never hears of it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


OURS = Jail()
"""The one of this program."""
parse = OURS.parse
