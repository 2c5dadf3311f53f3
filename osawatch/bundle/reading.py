"""Members of a bundle to values, each line checked: a known signer may be wrong, or robbed."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import UTC, datetime, timedelta
from itertools import groupby
from typing import Any, TypeVar

from feeds.model import Item, SourceSpec
from osawatch.bundle import unseen
from osawatch.bundle.model import BundleRefused
from osawatch.bundle.verdict import given
from osawatch.fold import clock_of
from osawatch.stages import Event
from rules.model import Match

T = TypeVar("T")
AHEAD = timedelta(days=1)  # clocks differ; a decision of next week is none
LONGEST = 200_000
MOST = 1 << 53  # of what is counted: more is none, and no column holds it
HLC = re.compile(r"\d{15}\.\d{5}\Z")
NAME = re.compile(r"[\w.:@+-]{1,200}\Z")
SPEC = {one.name: one.type for one in fields(SourceSpec)}
READ = ("title", "summary", "publisher")  # by a person: nothing hidden stands in them
TEXTS = ("guid", "url", "title", "summary", "language", "publisher")


@dataclass(frozen=True, slots=True)
class Batch:
    """Items that one source brought at one time."""

    source: str
    seen: datetime
    items: tuple[Item, ...]
    judged: tuple[Match | None, ...] = ()
    """Of each item whose text stayed with the sender, for its licence: what it found there."""


def specs(body: bytes) -> list[SourceSpec]:
    """Sources as another desk describes them; none of them may stand on this machine."""
    return _read("sources.jsonl", body, _spec)


def batches(body: bytes, now: datetime) -> list[Batch]:
    """Items by source and first sight, in the order of time."""
    rows = _read("items.jsonl", body, lambda row: (*_seen(row, now), _item(row), given(row)))
    rows.sort(key=lambda row: (row[1], row[0]))
    return [
        Batch(source, seen, tuple(row[2] for row in rows_), tuple(row[3] for row in rows_))
        for (seen, source), group in groupby(rows, key=lambda row: (row[1], row[0]))
        for rows_ in [list(group)]
    ]


def hidden(body: bytes) -> int:
    """How many items hold characters that nobody sees; `batches` takes them out."""
    texts = ([_text(row, name) for name in READ] for row in _rows("items.jsonl", body))
    return sum(any(unseen.without(one) != one for one in row) for row in texts)


def without(one: Batch, known: Callable[[Item], bool]) -> list[tuple[Item, Match | None]]:
    """Its items but those that came without their text and are known here, perhaps with it."""
    judged = one.judged or (None,) * len(one.items)
    pairs = zip(one.items, judged, strict=True)
    return [(item, match) for item, match in pairs if match is None or not known(item)]


def events(body: bytes, now: datetime) -> list[Event]:
    """The log of another desk."""
    return _read("events.jsonl", body, lambda row: _event(row, now))


def observed(body: bytes) -> list[dict[str, Any]]:
    """Which days sources were looked at."""
    return _read("observed.jsonl", body, _day)


def _read(name: str, body: bytes, one: Callable[[Mapping[str, Any]], T]) -> list[T]:
    found = []
    for number, row in enumerate(_rows(name, body), 1):
        try:
            found.append(one(row))
        except (LookupError, TypeError, ValueError, OverflowError) as error:
            raise BundleRefused(f"{name}, line {number}: cannot be used ({error})") from error
    return found


def _rows(name: str, body: bytes) -> Iterable[Mapping[str, Any]]:
    for number, line in enumerate(body.split(b"\n"), 1):
        if not line:
            continue
        try:
            row = json.loads(line.decode("utf-8", "surrogatepass"))
        except (ValueError, RecursionError) as error:
            raise BundleRefused(f"{name}, line {number}: is no JSON") from error
        if not isinstance(row, dict):
            raise BundleRefused(f"{name}, line {number}: is no record")
        yield row


def _spec(row: Mapping[str, Any]) -> SourceSpec:
    as_ = {"poll_minutes": _count, "official": _truth, "state_media": _truth, "start": _truth}
    known: dict[str, Any] = {
        name: as_.get(name, _text)(row, name) for name in SPEC if name in row and name != "local"
    }
    if not NAME.match(known.get("id", "")):
        raise ValueError(f"{known.get('id')!r} is no id of a source")
    known |= {name: unseen.without(known[name]) for name in READ if name in known}
    return SourceSpec(**known)


def _seen(row: Mapping[str, Any], now: datetime) -> tuple[str, datetime]:
    seen = _time(row["first_seen"])
    if seen > now + AHEAD:
        raise ValueError("first_seen lies in the future")
    return _text(row, "source"), seen


def _item(row: Mapping[str, Any]) -> Item:
    texts = {name: _text(row, name) for name in TEXTS}
    texts |= {name: unseen.without(texts[name]) for name in READ}
    precision = "day" if row.get("precision") == "day" else "second"
    dates = {name: _time(row[name]) for name in ("published", "updated") if row.get(name)}
    return Item(_text(row, "format"), **texts, **dates, precision=precision)  # type: ignore[arg-type]


def _event(row: Mapping[str, Any], now: datetime) -> Event:
    name, clock, device = (_text(row, key) for key in ("id", "hlc", "device"))
    if not (HLC.match(clock) and NAME.match(name) and NAME.match(device)):
        raise ValueError("id, hlc or device has another form")
    if clock_of(clock) > now + AHEAD:
        raise ValueError("its clock lies in the future")
    data = row["data"]
    if not isinstance(data, dict) or len(json.dumps(data)) > LONGEST:
        raise ValueError("data is no record, or too long")
    actor, post, kind, subject = (_text(row, key) for key in ("actor", "post", "kind", "subject"))
    number = _count(row, "dev_seq")
    return Event(name, clock, device, number, actor, post, kind, subject, data)


def _day(row: Mapping[str, Any]) -> dict[str, Any]:
    numbers = {name: _count(row, name) for name in ("day", "polls", "failures", "items")}
    hours = min(24.0, max(0.0, float(row["hours"])))
    return {
        "source": _text(row, "source"),
        "outcome": _text(row, "outcome"),
        "hours": hours,
    } | numbers


def _text(row: Mapping[str, Any], name: str) -> str:
    value = row.get(name, "")
    if not isinstance(value, str) or len(value) > LONGEST:
        raise ValueError(f"{name} is no text, or too long")
    return value


def _count(row: Mapping[str, Any], name: str) -> int:
    found = int(row[name])
    if not 0 <= found < MOST:
        raise ValueError(f"{name} is no count")
    return found


def _truth(row: Mapping[str, Any], name: str) -> bool:
    return bool(row[name])


def _time(words: object) -> datetime:
    found = datetime.fromisoformat(str(words))
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
