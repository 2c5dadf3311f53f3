"""What one fetch may use: time and bytes.

Kept by thread: a fetch stays in its thread, while a pooled connection outlives its fetch.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from .errors import Cancelled, Expired, TooBig

HEAD = 256 << 10  # of one answer before its body: early hints without end are an attack on our time
SLICE = 0.25  # so long may a wait go on before it is asked whether somebody called it off


class Allowance(threading.local):
    """The rest of time and bytes of the fetch that runs in this thread."""

    end = 0.0
    limit = 0
    cap = 0
    used = 0
    seconds = 0.0
    waited = 0.0

    def __init__(self, clock: Callable[[], float], cancelled: threading.Event) -> None:
        self._clock = clock
        self._cancelled = cancelled

    def start(self, seconds: float, wire: int) -> None:
        """A fetch begins, with so many seconds and so many bytes on the wire."""
        self.seconds, self.end = seconds, self._clock() + seconds
        self.limit, self.used, self.waited = wire, 0, 0.0

    def expect_head(self) -> None:
        """An answer is due: its head may take so much and no more."""
        self.cap = min(self.limit, self.used + HEAD)

    def expect_body(self) -> None:
        """The head is read: the rest of the bytes is for the body."""
        self.cap = self.limit

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Waiting for one's turn is not the server's fault: the clock stands still."""
        since = self._clock()
        yield
        waited = self._clock() - since
        self.end += waited
        self.waited += waited

    def left(self) -> float:
        """The seconds that are left; raises when there are none, or nobody wants the answer."""
        if self._cancelled.is_set():
            raise Cancelled("called off")
        left = self.end - self._clock()
        if left <= 0:
            raise Expired(f"not complete within {self.seconds:g} s")
        return left

    def within(self, timeout: float | None) -> float:
        """A timeout that does not outlive the fetch."""
        left = self.left()
        return left if timeout is None else min(left, timeout)

    def spend(self, count: int) -> None:
        """Count bytes from the wire: headers, chunk marks and bodies of all hops alike."""
        self.used += count
        if self.used > self.cap:
            raise TooBig(f"more than {self.cap} bytes on the wire")
