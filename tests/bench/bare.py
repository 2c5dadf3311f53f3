"""A bare poll of feeds: httpx, lxml, SQLite with FTS5, and not one thing more.

No politeness, no limits, no health, no dates, no duplicates across sources, no rules: the floor
that bench_poll measures our poll against, in the same run and on the same feeds.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
from lxml import etree

WORKERS = 8
FIELDS = ("guid", "title", "link", "pubDate", "description")
SCHEMA = """
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
CREATE TABLE feeds(url TEXT PRIMARY KEY, etag TEXT, modified TEXT);
CREATE TABLE items(
  n INTEGER PRIMARY KEY, feed TEXT, guid TEXT, title TEXT, link TEXT, published TEXT, summary TEXT,
  UNIQUE(feed, guid));
CREATE VIRTUAL TABLE words USING fts5(title, summary, content='items', content_rowid='n');
CREATE TRIGGER indexed AFTER INSERT ON items BEGIN
  INSERT INTO words(rowid, title, summary) VALUES(new.n, new.title, new.summary); END;
"""
Row = tuple[str, ...]


class Bare:
    """A database and a client."""

    def __init__(self, folder: Path, urls: Sequence[str]) -> None:
        self._urls = urls
        self._db = sqlite3.connect(folder / "bare.db", isolation_level=None)
        self._db.executescript(SCHEMA)
        self._client = httpx.Client(trust_env=False)

    def poll(self) -> int:
        """Ask all feeds; how many entries are new."""
        known = {row[0]: row[1:] for row in self._db.execute("SELECT * FROM feeds")}
        before = self._db.total_changes
        with ThreadPoolExecutor(WORKERS) as pool:
            for found in pool.map(lambda url: self._ask(url, known.get(url)), self._urls):
                if found:
                    self._keep(*found)
        return self._db.total_changes - before

    def close(self) -> None:
        self._client.close()
        self._db.close()

    def _ask(self, url: str, known: Row | None) -> tuple[str, str, str, list[Row]] | None:
        headers = {"If-None-Match": known[0], "If-Modified-Since": known[1]} if known else {}
        answer = self._client.get(url, headers=headers)
        if answer.status_code == 304:
            return None
        assert answer.status_code == 200
        rows = list(_entries(url, answer.content))
        return url, answer.headers["etag"], answer.headers["last-modified"], rows

    def _keep(self, url: str, etag: str, modified: str, rows: list[Row]) -> None:
        self._db.execute("BEGIN")
        self._db.executemany(
            "INSERT OR IGNORE INTO items(feed, guid, title, link, published, summary)"
            " VALUES(?, ?, ?, ?, ?, ?)",
            rows,
        )
        self._db.execute("INSERT OR REPLACE INTO feeds VALUES(?, ?, ?)", (url, etag, modified))
        self._db.execute("COMMIT")


def _entries(url: str, body: bytes) -> Iterator[Row]:
    for item in etree.fromstring(body).iter("item"):
        found = {child.tag: child.text or "" for child in item}
        yield (url, *(found.get(name, "") for name in FIELDS))
