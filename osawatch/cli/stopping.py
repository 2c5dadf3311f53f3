"""Long work on a terminal: a line that counts, and an end in order by Ctrl-C or SIGTERM."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from osawatch.cli import out

STOPS = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def stoppable() -> Iterator[tuple[threading.Event, out.Progress]]:
    """The first Ctrl-C or SIGTERM ends the work in order, the second at once."""
    cancel, line = threading.Event(), out.Progress()

    def stop(_signal: int, _frame: object) -> None:
        if cancel.is_set():
            raise KeyboardInterrupt
        cancel.set()

    main = threading.current_thread() is threading.main_thread()
    before = {one: signal.signal(one, stop) for one in STOPS} if main else {}
    try:
        yield cancel, line
    finally:
        line.end()
        for one, handler in before.items():
            signal.signal(one, handler)
