"""The log of a profile: a small rotating file. At INFO and above it never holds item text."""

from __future__ import annotations

import logging
import time
from logging.handlers import RotatingFileHandler
from pathlib import Path

from osawatch import sealed

ROOMS = ("osawatch", "feeds", "rules", "ui")  # ours only: httpx logs addresses at INFO


def start(path: Path, *, level: int = logging.INFO) -> logging.Handler:
    """Write the rooms' messages to this file; hand the result to `stop` in the end."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handler = RotatingFileHandler(path, maxBytes=1_000_000, backupCount=3, encoding="utf-8")
    formatter = logging.Formatter(
        "%(asctime)sZ %(levelname)s %(name)s %(message)s", "%Y-%m-%dT%H:%M:%S"
    )
    formatter.converter = time.gmtime
    key = sealed.key_of(path)
    handler.setFormatter(sealed.SealedLines(formatter, key) if key else formatter)
    attach(handler, level=level)
    return handler


def attach(handler: logging.Handler, *, level: int = logging.INFO) -> None:
    """Give the rooms' messages to this handler."""
    handler.setLevel(level)
    for room in ROOMS:
        logger = logging.getLogger(room)
        logger.addHandler(handler)
        if logger.level == logging.NOTSET or logger.level > level:
            logger.setLevel(level)


def stop(handler: logging.Handler) -> None:
    """Detach and close."""
    for room in ROOMS:
        logging.getLogger(room).removeHandler(handler)
    handler.close()
