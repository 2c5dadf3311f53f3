"""Keeps the window quick while threads work: how the interpreter shares itself, and when it sweeps.

Polling runs in a process of its own (osawatch.aside); what is left are the window's own reads.
A full sweep of the garbage collector had held every thread for 87 and 105 ms.
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
