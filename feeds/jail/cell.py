"""The process that reads: a question, an answer, until its owner is gone or forgets it.

head (JSON), body -> parse, within its walls -> "D" document | "F" a fault of ours, its trace
                  exit code 77 = there was not enough memory
"""

from __future__ import annotations

import gc
import json
import os
import traceback
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any

from feeds.jail import carry, walls
from feeds.parse import parse

DOCUMENT, FAULT, READY = b"D", b"F", b"R"
IDLE, NO_MEMORY = 0, 77  # exit codes


def serve(pipe: Connection, memory: int, seconds: int, idle: float) -> None:
    """Answer until the pipe ends, or nobody asked for `idle` seconds."""
    with suppress(EOFError, OSError, KeyboardInterrupt):
        names = walls.raised(memory)
        gc.freeze()
        pipe.send_bytes(READY + " ".join(names).encode())
        try:
            while pipe.poll(idle):
                asked, body = json.loads(pipe.recv_bytes()), pipe.recv_bytes()
                walls.may_compute(seconds)
                pipe.send_bytes(_answer(asked, body))
        except MemoryError:
            os._exit(NO_MEMORY)  # what is left of it is not to be trusted
    os._exit(IDLE)


def _answer(asked: dict[str, Any], body: bytes) -> bytes:
    try:
        return DOCUMENT + carry.packed(parse(body, **asked))
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 # told to the owner, who raises it
        return FAULT + traceback.format_exc().encode("utf-8", "backslashreplace")
