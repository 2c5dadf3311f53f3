"""A core whose heavy use cases run in a process of their own: a window never waits for them.

    window: Apart.poll -> ("call", n, "poll", ...) --pipe--> Core.poll in the other process
            progress, changes, log records, the result <--pipe--

Threads would share one interpreter lock with the window: measured by tests/bench/bench_gui.py, a
poll of 300 feeds in a thread kept the window waiting for up to 147 ms. Both processes open the
same database; SQLite's write-ahead log is made for that. If the other process dies, what it had
stored stays, the call ends with `Died`, and the next call starts a new one. It ends with its owner.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import count
from logging.handlers import QueueHandler
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from operator import attrgetter
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any, cast

from osawatch import log as log_file
from osawatch import sealed
from osawatch.archive import Archive
from osawatch.core import Core
from osawatch.errors import OsawatchError
from osawatch.explaining import Explained
from osawatch.model import Changes, FileResult, PollReport
from osawatch.newsroom import Newsroom, Progress
from osawatch.rulebook import Rulebook
from osawatch.seen import Nearly
from osawatch.workshop import Tried, Workshop

if TYPE_CHECKING:
    from osawatch.backtest import Report
    from osawatch.backtests import Backtests
    from osawatch.discovery import Glimpse
    from osawatch.hub.desk import Hub
    from osawatch.hub.model import Synced
    from osawatch.watching.desk import Watching

TICK_S = 0.1  # how soon a cancelled call is told so
PATIENCE_S = 5.0  # for the other process to end by itself
NICENESS = 5  # the window goes first
STOPPABLE = (
    "poll", "ingest", "backtests.run", "hub.sync", "watching.try_out", "news.preview"
)  # fmt: skip
log = logging.getLogger(__name__)


class Died(OsawatchError):  # noqa: N818 # reads better where it is raised
    """The other process ended in the middle of a call."""

    def __init__(self, code: int | None) -> None:
        how = f"signal {-code}" if code is not None and code < 0 else f"exit code {code}"
        super().__init__(
            f"the process that reads sources ended ({how}); what it had stored is kept, "
            "and a new one is started when it is needed"
        )


class Apart(Core):
    """`Core`, with polling, reading files and filling the profile in another process."""

    CACHE_KIB = 4_000  # `./dev bench desk`, a million items: 60 MB less, no key slower

    def __init__(self, profile: Path, *, offline: bool = False) -> None:
        super().__init__(profile, offline=offline)
        self._other = Other(self.profile.folder, self._announcer.announce, offline=offline)
        self.news = _News(self._house, self._other)
        self.workshop = _Workshop(self.rulebook, self._other, lambda: self._person().name)
        self.archive = _Archive(
            self._store, self.rulebook, self._person, self._clock, self._announcer.announce,
            lambda: self._settings.language,
        )  # fmt: skip
        self.archive.other = self._other

    def warm(self) -> None:
        """Load what is needed later: here the pack, over there the automaton as well."""
        _ = self.rulebook.pack
        self._other.call("warm")
        self._follow()

    def init_profile(self, *, sample: bool = False) -> Changes:
        """As `Core.init_profile`."""
        return cast("Changes", self._other.call("init_profile", {"sample": sample}))

    def poll(
        self,
        wanted: Sequence[str] = (),
        *,
        due: bool = False,
        progress: Progress | None = None,
        cancel: threading.Event | None = None,
        save_raw: Path | None = None,
    ) -> PollReport:
        """As `Core.poll`; raises `Died` too."""
        asked = {"wanted": tuple(wanted), "due": due, "save_raw": save_raw}
        return cast("PollReport", self._other.call("poll", asked, progress, cancel))

    def ingest(
        self,
        files: Sequence[Path],
        *,
        source: str = "",
        progress: Progress | None = None,
        cancel: threading.Event | None = None,
    ) -> tuple[list[FileResult], Changes]:
        """As `Core.ingest`; raises `Died` too."""
        asked = {"files": [Path(file) for file in files], "source": source}
        found = self._other.call("ingest", asked, progress, cancel)
        return cast("tuple[list[FileResult], Changes]", found)

    @property
    def backtests(self) -> Backtests:
        """As `Core.backtests`; what is stored is tried over there."""
        return replace(
            super().backtests,
            elsewhere=lambda asked, progress, cancel: cast(
                "Report", self._other.call("backtests.run", {"asked": asked}, progress, cancel)
            ),
        )

    @property
    def hub(self) -> Hub:
        """As `Core.hub`; syncs run over there."""
        return replace(
            super().hub,
            elsewhere=lambda progress, cancel: cast(
                "Synced", self._other.call("hub.sync", {}, progress, cancel)
            ),
        )

    @cached_property
    def watching(self) -> Watching:
        """As `Core.watching`; what computes or parses runs over there."""
        found = super().watching
        found.elsewhere = lambda name, asked, progress, cancel: self._other.call(
            f"watching.{name}", asked, progress, cancel
        )
        return found

    def close(self) -> None:
        """End the other process, close all connections."""
        self._other.close()
        super().close()


@dataclass(frozen=True, slots=True)
class _News(Newsroom):
    """What an address holds is read and matched over there."""

    other: Other

    def preview(
        self,
        url: str,
        *,
        progress: Callable[[int, int], None] | None = None,
        cancel: threading.Event | None = None,
    ) -> Glimpse:
        """As `Newsroom.preview`."""
        return cast("Glimpse", self.other.call("news.preview", {"url": url}, progress, cancel))


class _Workshop(Workshop):
    """Rules are tried over there: a matcher is made for each try."""

    def __init__(self, rulebook: Rulebook, other: Other, who: Callable[[], str]) -> None:
        super().__init__(rulebook, who)
        self._other = other

    def try_out(self, text: str) -> Tried:
        """As `Workshop.try_out`."""
        return cast("Tried", self._other.call("workshop.try_out", {"text": text}))

    def explain(self, text: str, said: str) -> Explained:
        """As `Workshop.explain`."""
        asked = {"text": text, "said": said}
        return cast("Explained", self._other.call("workshop.explain", asked))


class _Archive(Archive):
    """Only the other process holds the automaton."""

    other: Other

    def nearly(self, n: int) -> list[Nearly]:
        """As `Archive.nearly`."""
        found = cast("list[Nearly]", self.other.call("archive.nearly", {"n": n}))
        return list(self._named(found))  # this window may speak another language than the profile


class Other:
    """The other process, seen from here. Started when first needed; calls may overlap."""

    def __init__(
        self, profile: Path, announce: Callable[[Changes], object], *, offline: bool = False
    ) -> None:
        self._profile, self._announce, self._offline = profile, announce, offline
        self._guard = threading.Lock()
        self._numbers = count()
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None
        self._answers: dict[int, SimpleQueue[tuple[str, Any]]] = {}

    def call(
        self,
        name: str,
        asked: dict[str, Any] | None = None,
        progress: Callable[..., None] | None = None,
        cancel: threading.Event | None = None,
    ) -> object:
        """The result of a use case over there; its errors are raised here."""
        number, answers = self._send(name, asked or {}, told=progress is not None)
        cancelled = False
        try:
            while True:
                if cancel is not None and cancel.is_set() and not cancelled:
                    cancelled = True
                    self._tell(("cancel", number))
                with suppress(Empty):
                    kind, value = answers.get(timeout=None if cancel is None else TICK_S)
                    if kind == "done":
                        return value
                    if kind == "failed":
                        raise value
                    if progress is not None:
                        progress(*value)
        finally:
            self._answers.pop(number, None)

    def close(self) -> None:
        """Ask it to end, and see that it does."""
        with self._guard:
            process, pipe = self._process, self._pipe
            self._process = self._pipe = None
        if process is None or pipe is None:
            return
        with suppress(OSError, ValueError):
            pipe.send(("end",))
        process.join(PATIENCE_S)
        if process.is_alive():
            process.terminate()
            process.join()

    def _send(
        self, name: str, asked: dict[str, Any], *, told: bool
    ) -> tuple[int, SimpleQueue[tuple[str, Any]]]:
        with self._guard:
            number, answers = next(self._numbers), SimpleQueue[tuple[str, Any]]()
            self._answers[number] = answers
            self._running().send(("call", number, name, asked, told))
        return number, answers

    def _tell(self, message: tuple[object, ...]) -> None:
        with self._guard, suppress(OSError):  # it has died: its listener says so
            if self._pipe is not None:
                self._pipe.send(message)

    def _running(self) -> Connection:
        """The pipe to a process that is alive."""
        if self._process is not None and self._pipe is not None and self._process.is_alive():
            return self._pipe
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(
            target=serve,
            args=(theirs, self._profile, sealed.key_of(self._profile)),
            kwargs={"offline": self._offline},
            name="osawatch-reads",
        )
        process.start()
        theirs.close()  # so that the end of that process is the end of the pipe
        self._process, self._pipe = process, ours
        args = (ours, process)
        threading.Thread(target=self._listen, args=args, name="aside", daemon=True).start()
        return ours

    def _listen(self, pipe: Connection, process: BaseProcess) -> None:
        """Hand each message to the call it belongs to, until the other side is gone."""
        with suppress(EOFError, OSError):
            while True:
                kind, number, value = pipe.recv()
                if kind == "changes":
                    self._announce(value)
                elif kind == "log":
                    logging.getLogger(value.name).handle(value)
                elif number in self._answers:
                    self._answers[number].put((kind, value))
        process.join()
        pipe.close()
        for answers in list(self._answers.values()):
            answers.put(("failed", Died(process.exitcode)))


def serve(
    pipe: Connection, profile: Path, key: bytes | None = None, *, offline: bool = False
) -> None:
    """The other process: carries out calls until it is told to end or its owner is gone."""
    with suppress(AttributeError, OSError):
        os.nice(NICENESS)
    voice = _Voice(pipe)
    log_file.attach(_Records(voice))
    running: dict[int, threading.Event] = {}
    if key is not None:  # came through the pipe, never by a command line or the environment
        sealed.unlock(profile, key)
    with Core(profile, offline=offline) as core, suppress(EOFError, OSError):
        core.watch(lambda changes: voice.say("changes", -1, changes))
        while True:
            message = pipe.recv()
            if message[0] == "end":
                break
            if message[0] == "cancel":
                if message[1] in running:
                    running[message[1]].set()
                continue
            _, number, name, asked, told = message
            running[number] = threading.Event()
            args = (core, voice, number, name, asked, told, running)
            threading.Thread(target=_carry_out, args=args, name=name, daemon=True).start()
    for event in list(running.values()):
        event.set()
    os._exit(0)  # a transaction under way is rolled back; its call has nobody left to answer to


def _carry_out(
    core: Core,
    voice: _Voice,
    number: int,
    name: str,
    asked: dict[str, Any],
    told: bool,  # noqa: FBT001 # one of a row of positional arguments of a thread
    running: dict[int, threading.Event],
) -> None:
    if name in STOPPABLE:
        asked = asked | {"cancel": running[number]}
        if told:
            asked = asked | {"progress": lambda *step: voice.say("progress", number, step)}
    try:
        core.reread_settings()
        core.rulebook.refresh()  # what was saved a moment ago holds for this call
        result = attrgetter(name)(core)(**asked)
    except Exception as error:
        if not isinstance(error, OsawatchError):
            log.exception("a fault in %s", name)
        voice.say("failed", number, error)
    else:
        voice.say("done", number, result)
    running.pop(number, None)


class _Voice:
    """One message at a time into the pipe."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe, self._guard = pipe, threading.Lock()

    def say(self, kind: str, number: int, value: object) -> None:
        with self._guard, suppress(OSError):  # the owner is gone: `serve` ends
            try:
                self._pipe.send((kind, number, value))
            except (TypeError, AttributeError, ValueError) as error:  # it cannot be carried over
                told = RuntimeError(f"{type(value).__name__}: {value} ({error})")
                self._pipe.send((kind, number, told))


class _Records(QueueHandler):
    """Log records are written by the owner alone: two writers would break the log's rotation."""

    def __init__(self, voice: _Voice) -> None:
        super().__init__(cast("Any", None))
        self._voice = voice

    def enqueue(self, record: logging.LogRecord) -> None:
        self._voice.say("log", -1, record)
