"""One poll of a hostile world in a process of its own, so that its memory can be measured.

warm-up poll of the good feeds -> peak memory -> poll of everything -> peak memory -> report
"""

from __future__ import annotations

import gc
import socket
import ssl
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import httpcore

from feeds.fetch import Fetcher, Request, Response
from feeds.model import SourceSpec
from osawatch.core import Core
from osawatch.model import PollResult
from tests.fakes import NOON, Clock, Pack

OPEN = "93.184.216.34"  # stands for any address of the open internet; nothing is sent there
DEADLINE = 1.5


@dataclass(frozen=True, slots=True)
class Found:
    """What came of it. `connected` are the addresses that were connected to, `grown` is in kB."""

    results: tuple[PollResult, ...]
    grown: int
    wall: float
    connected: tuple[str, ...]
    doctor: tuple[str, ...]


class Hasty:
    """The real fetcher, less patient than usual."""

    def __init__(self, fetcher: Fetcher) -> None:
        self._fetcher = fetcher

    def fetch(self, request: Request, /) -> Response:
        return self._fetcher.fetch(replace(request, deadline=DEADLINE))

    def fault(self, hosts: Sequence[str] = ()) -> str:
        return ""  # whether the machine of the test has a network is not the question

    def close(self) -> None:
        self._fetcher.close()


class Names:
    """A name server; the names of `turning` are public once and inside ever after."""

    def __init__(self, turning: Sequence[str], inside: Sequence[str]) -> None:
        self._turning, self._inside = set(turning), set(inside)

    def __call__(self, host: str, port: int, **_: object) -> list[Any]:
        ip = "127.0.0.1" if host in self._inside or host == "localhost" else OPEN
        if host in self._turning:
            self._inside.add(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, port))]


def poll(
    pipe: Connection, good: Sequence[SourceSpec], bad: Sequence[SourceSpec], trusted: Path
) -> None:
    """Send what a poll of all these came to."""
    connected = _world_on_this_machine()
    names = Names(["rebinding.example"], ["inside.example"])
    context = ssl.create_default_context(cafile=trusted)
    fetcher = Hasty(Fetcher(resolver=names, ssl_context=context, workers=8))
    with (
        tempfile.TemporaryDirectory() as folder,
        Core(Path(folder), clock=Clock(NOON), fetch=fetcher, pack=Pack()) as core,
    ):
        core.sources.add(replace(good[0], id="warm", url=f"{good[0].url}-warm"))
        core.poll()  # loads the parsers, whose size is no growth
        core.sources.remove("warm")
        for one in (*good, *bad):
            core.sources.add(one)
        gc.collect()
        before, began = _peak(), time.perf_counter()
        report = core.poll()
        wall = time.perf_counter() - began
        pipe.send(
            Found(
                report.sources, _peak() - before, wall, tuple(connected), tuple(core.care.doctor())
            )
        )
        fetcher.close()


def _world_on_this_machine() -> list[str]:
    """Connections to the one open address end at this machine; all are written down."""
    connected: list[str] = []
    real = httpcore.SyncBackend.connect_tcp

    def connect(
        self: httpcore.SyncBackend, host: str, *more: Any, **most: Any
    ) -> httpcore.NetworkStream:
        connected.append(host)
        return real(self, "127.0.0.1" if host == OPEN else host, *more, **most)

    httpcore.SyncBackend.connect_tcp = connect  # type: ignore[method-assign]
    return connected


def _peak() -> int:
    """The most memory of this process in kB. (ru_maxrss would count the one it was made by.)"""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0])
