"""The process that reads: a question, an answer, until its owner is gone or forgets it.

head (JSON), body -> a task (tasks.py), within its walls -> "M" a piece, and more of them to come
                  -> "D" the last piece | "F" a fault of ours, its trace
                  exit code 77 = there was not enough memory
"""

from __future__ import annotations

import gc
import json
import os
import traceback
from collections.abc import Callable, Mapping
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any

from feeds.jail import walls
from feeds.jail.walls import Walls

MORE, DONE, FAULT, READY = b"M", b"D", b"F", b"R"
IDLE, NO_MEMORY = 0, 77  # exit codes


Tasks = Mapping[str, Callable[..., bytes]]
Ready = Callable[[], Tasks]
"""Loads what the tasks need while files are in reach, and hands them over."""


def serve(pipe: Connection, ready: Ready, around: Walls, seconds: int, idle: float) -> None:
    """Answer until the pipe ends, or nobody asked for `idle` seconds."""
    with suppress(EOFError, OSError, KeyboardInterrupt):
        tasks = ready()
        names = walls.raised(around)
        gc.freeze()
        pipe.send_bytes(READY + " ".join(names).encode())
        try:
            while pipe.poll(idle):
                asked, body = json.loads(pipe.recv_bytes()), pipe.recv_bytes()
                walls.may_compute(seconds)
                _answer(pipe, tasks, asked, body)
                del body
        except MemoryError:
            os._exit(NO_MEMORY)  # what is left of it is not to be trusted
    os._exit(IDLE)


def _answer(pipe: Connection, tasks: Tasks, asked: dict[str, Any], body: bytes) -> None:
    try:
        task = tasks[asked.pop("task")]
        last = task(body, lambda piece: pipe.send_bytes(MORE + piece), **asked)
    except (MemoryError, ConnectionError):
        raise
    except Exception:  # noqa: BLE001 # told to the owner, who raises it
        pipe.send_bytes(FAULT + traceback.format_exc().encode("utf-8", "backslashreplace"))
    else:
        pipe.send_bytes(DONE + last)
