"""A desk over real SQLite with a small shipped pack of our own, and news of one month."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from osawatch import rulebook
from osawatch.core import Core
from osawatch.watching import desk
from tests.fakes import Clock
from tests.rules.samples import WATCHLIST

GROUPS = """\
groups:
  near: {title: Neighbours, members: [CN, TR]}
"""
BAN = """\
schema: 1
id: ban
title: A ban on a watched good
level: high
status: stable
guidance: Look for the text.
match:
  good: {watchlist: goods}
  act: {watchlist: measures, items: [export-ban]}
condition: good and act
alert: {group_by: [good], merge_window: 48h}
"""
NEWS = (
    ("2026-03-02T08:00:00Z", "Export ban on gallium"),
    ("2026-03-05T08:00:00Z", "Export ban on green tea"),
    ("2026-03-05T20:00:00Z", "Green tea: more on the export ban"),
    ("2026-03-12T08:00:00Z", "Export ban on matcha and on gallium"),
    ("2026-03-13T08:00:00Z", "A green tea shop opens"),
    ("2026-03-14T08:00:00Z", "Football"),
)


def forget() -> None:
    rulebook.shipped_matcher.cache_clear()
    desk._read.clear()


@pytest.fixture(autouse=True)
def small_pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A shipped pack that is read in no time."""
    shipped = tmp_path / "shipped"
    (shipped / "rules").mkdir(parents=True)
    (shipped / "watchlist.yaml").write_text(WATCHLIST + GROUPS, encoding="utf-8")
    (shipped / "rules" / "ban.yaml").write_text(BAN, encoding="utf-8")
    monkeypatch.setattr("rules.load.SHIPPED", shipped)
    forget()
    yield
    forget()


@pytest.fixture
def core(tmp_path: Path) -> Iterator[Core]:
    clock = Clock(datetime(2026, 3, 16, 12, tzinfo=UTC))
    with Core(tmp_path / "profile", clock=clock) as made:
        items = [
            {"id": str(n), "url": f"https://a.example/{n}", "title": title, "date_published": at,
             "language": "en"}
            for n, (at, title) in enumerate(NEWS)
        ]  # fmt: skip
        feed = {"version": "https://jsonfeed.org/version/1.1", "title": "n", "items": items}
        file = tmp_path / "news.json"
        file.write_text(json.dumps(feed), encoding="utf-8")
        made.ingest([file])
        yield made
