"""The sample desk: an invented month and a year of counts, fed through the real pipeline.

items.yaml -> JSON Feed bytes, as each publisher would serve them -> Newsroom.receive, in order
counts.csv -> Newsroom.import_counts
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any, Protocol

import yaml

from feeds.model import SourceSpec
from osawatch.model import Changes, FileResult
from osawatch.store.series import DayCount

HERE = Path(__file__).parent
MONTH = 31


class Taking(Protocol):
    """What the sample needs of the room where news come in."""

    def receive(self, spec: SourceSpec, body: bytes, at: datetime) -> tuple[FileResult, Changes]:
        """Bytes that a source published at this time."""

    def observed(self, names: Sequence[str], since: datetime, until: datetime) -> None:
        """These sources were looked at all that time."""

    def import_counts(self, lines: Sequence[DayCount]) -> None:
        """History for the trends."""

    def settled(self) -> Changes:
        """What follows from all that came."""


def load(news: Taking, now: datetime) -> Changes:
    """Fill a profile with the sample desk; doing it twice on a day adds nothing."""
    today = now.astimezone(UTC).date()
    specs = sources()
    changes = Changes(sources=frozenset(specs))
    for spec, at, body in sorted(documents(specs, today), key=lambda one: one[1]):
        if at <= now:
            changes |= news.receive(spec, body, at)[1]
    news.observed(list(specs), now - timedelta(days=MONTH), now)
    news.import_counts(list(counts(today)))
    return changes | news.settled()


def sources() -> dict[str, SourceSpec]:
    """The invented publishers by id."""
    return {
        one["id"]: SourceSpec(
            url=f"https://{one['id']}.example/feed.json", publisher=one["title"], format="rss",
            status="sample", **one,
        )
        for one in _read("sources.yaml")
    }  # fmt: skip


def documents(
    specs: dict[str, SourceSpec], today: date
) -> Iterator[tuple[SourceSpec, datetime, bytes]]:
    """Each item as the feed that would have brought it, and when."""
    for number, one in enumerate(_read("items.yaml"), 1):
        spec = specs[one["source"]]
        day = today - timedelta(days=int(one["day"]))
        at = datetime.combine(day, time.fromisoformat(str(one["time"])), UTC)
        yield spec, at, _feed(spec, one, at, f"https://{spec.id}.example/{day}/{number}")


def counts(today: date) -> Iterator[DayCount]:
    """The year of daily counts."""
    with (HERE / "counts.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield DayCount(
                today - timedelta(days=int(row["days_ago"])), row["good"], row["country"],
                row["measure"], row["kind"], int(row["stories"]),
            )  # fmt: skip


def _feed(spec: SourceSpec, one: dict[str, Any], at: datetime, url: str) -> bytes:
    item = {
        "id": url,
        "url": url,
        "title": one["title"],
        "content_text": one["summary"],
        "date_published": at.isoformat(),
        "language": spec.language,
    }
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": spec.title,
        "language": spec.language,
        "items": [item],
    }
    return json.dumps(feed, ensure_ascii=False).encode()


def _read(name: str) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = yaml.safe_load((HERE / name).read_text(encoding="utf-8"))
    return loaded
