"""Keeps the window quick while threads work: how the interpreter shares itself, and when it sweeps.

Measured by tests/bench/bench_gui.py, 300 feeds and 12,000 items polled, two runs each: the worst
pause of the window was 87 and 102 ms without, 22 and 36 ms with both. A full sweep of the garbage
collector alone had held every thread for 87 and 105 ms.
"""

from __future__ import annotations

import gc
import sys

SHARE_S = 0.001  # a thread that computes gives way after 1 ms; Python's own is 5 ms
SWEEP = (20_000, 20, 50)


def share() -> None:
    """Lets the GUI thread have its turn sooner. Call once, when the program starts."""
    sys.setswitchinterval(SHARE_S)


def settle() -> None:
    """Takes what was loaded at the start out of every later sweep. Call once, when it is loaded."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*SWEEP)
