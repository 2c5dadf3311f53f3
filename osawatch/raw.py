"""Keeps what sources answer as it came: `poll --save-raw DIR`.

    DIR/requests.jsonl         one line a request: url, status, outcome, headers, time, sha256, file
    DIR/HOST-SHA256.EXTENSION  each body once, as the parser got it (gzip taken off)

So that a shape nobody has seen yet can be looked at, and read again with `parse` or `ingest`.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import threading
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

from feeds.messages import Request, Response
from osawatch.errors import BadInput
from osawatch.writing import fresh

LOG = "requests.jsonl"
_KINDS = (("json", "json"), ("html", "html"), ("xml", "xml"), ("rss", "xml"), ("csv", "csv"))


class Fetching(Protocol):
    """What is watched: feeds.fetch.Fetcher, or a test's own network."""

    def fetch(self, request: Request, /) -> Response:
        """One answer; a failure is an answer too."""

    def fault(self, hosts: Sequence[str] = ()) -> str:
        """Why nothing can be reached, "" when it can."""

    def close(self) -> None:
        """Let go of all connections."""


class Saving:
    """The same fetcher, with everything it is answered written down."""

    def __init__(self, fetcher: Fetching, folder: Path, clock: Callable[[], datetime]) -> None:
        self._fetcher, self._folder, self._clock = fetcher, folder, clock
        self._guard = threading.Lock()
        try:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / LOG).touch()
        except OSError as error:
            told = f"cannot be written: {error.strerror}"
            raise BadInput(told, file=str(folder), field="--save-raw") from error

    def fetch(self, request: Request, /) -> Response:
        """Ask, and keep the answer. A full disk ends the poll's saving, not the poll."""
        response = self._fetcher.fetch(request)
        with self._guard:
            line = self._line(request, response)
            with (self._folder / LOG).open("a", encoding="utf-8") as log:
                log.write(json.dumps(line, ensure_ascii=False) + "\n")
        return response

    def fault(self, hosts: Sequence[str] = ()) -> str:
        """As it was."""
        return self._fetcher.fault(hosts)

    def close(self) -> None:
        """As it was."""
        self._fetcher.close()

    def _line(self, request: Request, response: Response) -> dict[str, object]:
        digest = hashlib.sha256(response.body).hexdigest() if response.body else ""
        return {
            "url": request.url,
            "final_url": response.url,
            "status": response.http,
            "outcome": response.outcome,
            "detail": response.detail,
            "sent": {"etag": request.etag, "last_modified": request.last_modified},
            "headers": dict(response.headers),
            "time": self._clock().isoformat().replace("+00:00", "Z"),
            "seconds": round(response.seconds, 3),
            "wire_bytes": response.wire_bytes,
            "bytes": len(response.body),
            "sha256": digest,
            "file": self._kept(response, digest),
        }

    def _kept(self, response: Response, digest: str) -> str:
        if not response.body:
            return ""
        host = re.sub(r"[^a-z0-9.-]+", "-", (urlsplit(response.url).hostname or "x").casefold())
        name = f"{host[:60]}-{digest[:16]}.{_extension(response)}"
        path = self._folder / name
        if not path.exists():
            with os.fdopen(fresh(path), "wb") as file:
                file.write(response.body)
        return name


def _extension(response: Response) -> str:
    kind = response.content_type.casefold()
    head = response.body[:200].lstrip().lower()
    if head.startswith((b"<?xml", b"<rss", b"<feed", b"<rdf")):
        return "xml"
    if head.startswith((b"<!doctype html", b"<html")):
        return "html"
    return next((name for word, name in _KINDS if word in kind), "bin")
