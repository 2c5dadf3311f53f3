"""`osawatch`: the entry point of the window.

A process that reads sources (osawatch.aside) imports this module too, so it imports nothing.
"""

from __future__ import annotations

import multiprocessing
import sys
import time
from collections.abc import Sequence

STARTED = time.monotonic()


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window; the exit code of the program."""
    multiprocessing.freeze_support()  # in a packaged program such a process starts here
    from ui.app import run

    return run(argv, STARTED)


if __name__ == "__main__":
    sys.exit(main())
