"""Whether this machine can reach the world at all. Sends nothing but questions to its name server.

A laptop without a network would otherwise find every source at fault.
"""

from __future__ import annotations

import socket
import time
from collections.abc import Sequence
from concurrent.futures import Future
from threading import Thread

from .guard import Resolver, literal

PATIENCE = 5.0
# Addresses of documentation (RFC 5737, RFC 3849): to choose a way to them sends no packet.
_FAR = ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1"))


def routed() -> bool:
    """Whether this machine knows any way out of its own network."""
    return any(_way(family, ip) for family, ip in _FAR)


def any_known(hosts: Sequence[str], resolver: Resolver, patience: float = PATIENCE) -> bool:
    """Whether the name server knows any of these hosts; they are asked at once."""
    if any(literal(host) for host in hosts):
        return True  # an address needs no name server
    asked = [_asked(host, resolver) for host in hosts]
    end = time.monotonic() + patience
    return any(_answered(one, end) for one in asked)


def _way(family: int, ip: str) -> bool:
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as probe:
            probe.connect((ip, 9))
            return True
    except OSError:
        return False


def _asked(host: str, resolver: Resolver) -> Future[bool]:
    """The answer to come. getaddrinfo knows no timeout: a thread may be left behind."""
    future: Future[bool] = Future()

    def ask() -> None:
        try:
            future.set_result(bool(resolver(host, 443, type=socket.SOCK_STREAM)))
        except Exception:  # noqa: BLE001 # whatever it is, the name is not known
            future.set_result(False)

    Thread(target=ask, daemon=True, name="resolve").start()
    return future


def _answered(asked: Future[bool], end: float) -> bool:
    try:
        return asked.result(max(0.0, end - time.monotonic()))
    except TimeoutError:
        return False
