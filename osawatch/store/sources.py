"""Sources: what they are, how their last polls went, which hours of which days were observed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple, dataclass, fields
from datetime import datetime

from feeds import asking, health
from feeds.model import SourceSpec
from osawatch.model import PollLine, SourceRow
from osawatch.store import owned, polled_log
from osawatch.store.database import Connection
from osawatch.store.rows import DAY, at, day_of, moment, seconds, stamp, words

SPEC = tuple(field.name for field in fields(SourceSpec))
SUPPORTED = ("rss", "atom", "rdf", "json-api", "jsonfeed", "xml", "html", "auto", "file")
HEALTH_DAYS = 28


@dataclass(frozen=True, slots=True)
class Standing:
    """A source as the poller needs it: what to ask, with which validators, since when."""

    spec: SourceSpec
    etag: str
    last_modified: str
    body_hash: str
    failures: int
    outcome: str
    last_polled: datetime | None
    last_success: datetime | None
    next_poll: datetime | None
    newest: datetime | None
    validated_url: str = ""
    rhythm_hours: float | None = None
    resume: str = ""
    ttl_minutes: int = 0
    rest: frozenset[int] = frozenset()
    soonest: datetime | None = None
    brought: datetime | None = None
    """When it last brought what it had not carried before; None = not known yet."""

    @property
    def supported(self) -> bool:
        """Whether the program can read its format."""
        return supported(self.spec)


@dataclass(frozen=True, slots=True)
class Polled:
    """What a poll left behind: saved in the same transaction as the items."""

    outcome: str
    detail: str
    http: int
    at: datetime
    next_poll: datetime
    success: bool
    etag: str = ""
    last_modified: str = ""
    body_hash: str = ""
    validated_url: str = ""
    moved_to: str = ""
    newest: datetime | None = None
    new: int = 0
    covered_from: datetime | None = None
    resume: str = ""
    ttl_minutes: int = 0
    rest: frozenset[int] = frozenset()
    soonest: datetime | None = None
    """When the server lets it be asked again, whatever its own pace is."""
    brought: datetime | None = None
    """When it last brought what it had not carried before; None = not in this poll."""
    idle: str = ""
    """What is to be said if nothing in it is new: it says the same for too long."""
    seconds: float = 0.0
    """How long its answers took."""


def supported(spec: SourceSpec) -> bool:
    """Whether its format can be read, and its key is there. A table needs to say its columns."""
    readable = spec.format in SUPPORTED or (spec.format == "csv" and bool(spec.recipe))
    return readable and (spec.auth in ("", "none") or bool(asking.key(spec.id)))


def add(
    connection: Connection, specs: Iterable[SourceSpec], *, origin: str, on: bool | None
) -> list[str]:
    """Add sources; `on` None = as the spec says. The result names those that are new.

    A known source keeps its state. What the shipped catalogue says of it is renewed, so that a
    mended address reaches old profiles; one that a person took off the list stays off, and what
    the desk said otherwise holds.
    """
    new = []
    for spec in specs:
        row = connection.execute(
            "SELECT origin, url, removed FROM sources WHERE id = ?", (spec.id,)
        ).fetchone()
        if row is None:
            _insert(connection, spec, origin, on=_wanted(spec, on=on))
            new.append(spec.id)
        elif row[2] and origin != "catalogue":
            _renew(connection, spec, origin, moved=True)
            enable(connection, spec.id, on=_wanted(spec, on=on))
            new.append(spec.id)
        elif origin == row[0] == "catalogue":
            said = owned.over(connection, spec)
            _renew(connection, said, origin, moved=row[1] != spec.url)
    return new


def _wanted(spec: SourceSpec, *, on: bool | None) -> bool:
    return (spec.start and supported(spec)) if on is None else on


def _insert(connection: Connection, spec: SourceSpec, origin: str, *, on: bool) -> None:
    connection.execute(
        f"INSERT INTO sources({', '.join(SPEC)}, origin, enabled)"
        f" VALUES({', '.join('?' * len(SPEC))}, ?, ?)",
        (*astuple(spec), origin, on),
    )


def _renew(connection: Connection, spec: SourceSpec, origin: str, *, moved: bool) -> None:
    """Say anew what a source is. Validators belong to an address and go with it."""
    values = ", ".join(f"{name} = ?" for name in SPEC)
    removed = ", removed = 0, shipped = ''" if origin != "catalogue" else ""
    connection.execute(
        f"UPDATE sources SET {values}, origin = ?{removed} WHERE id = ?",
        (*astuple(spec), origin, spec.id),
    )
    if moved:
        connection.execute(
            "UPDATE sources SET etag = '', last_modified = '', body_hash = '',"
            " validated_url = '', moved_to = '', next_poll = NULL, resume = '' WHERE id = ?",
            (spec.id,),
        )


def enable(connection: Connection, source: str, *, on: bool) -> bool:
    """Switch a source on (it is due at once) or off. False: there is no such source."""
    cursor = connection.execute(
        "UPDATE sources SET enabled = ?, next_poll = CASE WHEN ? THEN NULL ELSE next_poll END"
        " WHERE id = ? AND removed = 0",
        (on, on, source),
    )
    return cursor.rowcount > 0


def remove(connection: Connection, source: str) -> bool:
    """Take it off the list. Its items are facts and stay."""
    cursor = connection.execute(
        "UPDATE sources SET removed = 1, enabled = 0 WHERE id = ? AND removed = 0", (source,)
    )
    return cursor.rowcount > 0


def accept_move(connection: Connection, source: str) -> bool:
    """Take the address that the source proposed; validators of the old one are dropped."""
    cursor = connection.execute(
        "UPDATE sources SET url = moved_to, moved_to = '', etag = '', last_modified = '',"
        " body_hash = '', validated_url = '', next_poll = NULL, resume = ''"
        " WHERE id = ? AND moved_to <> '' AND removed = 0",
        (source,),
    )
    return cursor.rowcount > 0


def standing(connection: Connection, ids: Iterable[str] = ()) -> list[Standing]:
    """The sources named, or all that are switched on; those longest unpolled first."""
    wanted = tuple(ids)
    where = f"id IN ({','.join('?' * len(wanted))})" if wanted else "enabled = 1"
    rows = connection.execute(
        f"SELECT {', '.join(SPEC)}, etag, last_modified, body_hash, failures, outcome,"
        " validated_url, rhythm, resume, ttl, rest, last_polled, last_success, next_poll, newest,"
        " soonest, brought FROM sources"
        f" WHERE removed = 0 AND {where} ORDER BY coalesce(last_polled, 0), id",
        wanted,
    )
    return [_standing(row) for row in rows]


def own(connection: Connection) -> list[SourceSpec]:
    """The sources that persons added, by id."""
    rows = connection.execute(
        f"SELECT {', '.join(SPEC)} FROM sources WHERE origin = 'person' AND removed = 0"
        " AND url <> '' ORDER BY id"
    )
    return [_spec(row) for row in rows]


def switches(connection: Connection) -> dict[str, bool]:
    """Which sources on the list are on."""
    rows = connection.execute(
        "SELECT id, enabled FROM sources WHERE removed = 0 AND url <> '' ORDER BY id"
    )
    return {row[0]: bool(row[1]) for row in rows}


def put(connection: Connection, spec: SourceSpec) -> bool:
    """A person's source as a set-up says it; whether anything changed. Shipped ones are left."""
    row = connection.execute(
        f"SELECT origin, removed, {', '.join(SPEC)} FROM sources WHERE id = ?", (spec.id,)
    ).fetchone()
    if row is None:
        _insert(connection, spec, "person", on=False)
        return True
    before = _spec(row[2:])
    if row[0] == "catalogue" or (before == spec and not row[1]):
        return False
    _renew(connection, spec, "person", moved=before.url != spec.url)
    return True


def known_ids(connection: Connection) -> set[str]:
    """Ids of all sources on the list."""
    return {row[0] for row in connection.execute("SELECT id FROM sources WHERE removed = 0")}


def note(connection: Connection, source: str, polled: Polled) -> None:
    """Save how a poll went and which hours it observed."""
    failures = "0" if polled.success else "failures + 1"
    connection.execute(
        "UPDATE sources SET outcome = ?, detail = ?, http = ?, last_polled = ?, next_poll = ?,"
        " soonest = ?,"
        f" failures = {failures}, moved_to = CASE WHEN ? <> '' THEN ? ELSE moved_to END,"
        " last_success = CASE WHEN ? THEN ? ELSE last_success END,"
        " newest = nullif(max(coalesce(newest, 0), coalesce(?, newest, 0)), 0),"
        " brought = coalesce(?, brought) WHERE id = ?",
        (
            polled.outcome,
            polled.detail[:500],
            polled.http,
            seconds(polled.at),
            seconds(polled.next_poll),
            stamp(polled.soonest),
            polled.moved_to,
            polled.moved_to,
            polled.success,
            seconds(polled.at),
            stamp(polled.newest),
            stamp(polled.brought),
            source,
        ),
    )
    if polled.success:
        connection.execute(
            "UPDATE sources SET etag = ?, last_modified = ?, body_hash = ?, validated_url = ?,"
            " ttl = ?, rest = ? WHERE id = ?",
            (
                polled.etag,
                polled.last_modified,
                polled.body_hash,
                polled.validated_url,
                polled.ttl_minutes,
                " ".join(map(str, sorted(polled.rest))),
                source,
            ),
        )
    if polled.resume:  # what stands before it is in, whatever went wrong behind it
        connection.execute("UPDATE sources SET resume = ? WHERE id = ?", (polled.resume, source))
    if polled.new:
        connection.execute(
            "UPDATE sources SET rhythm = ? WHERE id = ?", (_rhythm(connection, source), source)
        )
    _note_day(connection, source, polled)
    polled_log.keep(
        connection, source,
        PollLine(
            polled.at, polled.outcome, polled.detail[:500], polled.http, polled.new,
            polled.seconds, polled.next_poll,
        ),
    )  # fmt: skip


def _note_day(connection: Connection, source: str, polled: Polled) -> None:
    connection.execute(
        "INSERT INTO source_days(source, day, polls, failures, items, outcome)"
        " VALUES(?, ?, 1, ?, ?, ?) ON CONFLICT(source, day) DO UPDATE SET polls = polls + 1,"
        " failures = failures + excluded.failures, items = items + excluded.items,"
        " outcome = excluded.outcome",
        (
            source,
            seconds(polled.at) // DAY,
            not polled.success,
            polled.new,
            polled.outcome,
        ),
    )
    if polled.success and polled.covered_from is not None:
        observe(connection, source, polled.covered_from, polled.at)


def observe(connection: Connection, source: str, since: datetime, until: datetime) -> None:
    """Mark these hours as observed, split by UTC day."""
    start, end = seconds(since), seconds(until)
    for day in range(start // DAY, end // DAY + 1):
        hours = (min(end, (day + 1) * DAY) - max(start, day * DAY)) / 3600
        connection.execute(
            "INSERT INTO source_days(source, day, hours) VALUES(?, ?, ?)"
            " ON CONFLICT(source, day) DO UPDATE SET hours = min(24, hours + excluded.hours)",
            (source, day, max(hours, 0.0)),
        )


def rows(connection: Connection, now: datetime) -> list[SourceRow]:
    """All sources with their health, by id."""
    today = seconds(now) // DAY
    days: dict[str, list[tuple[int, str, int]]] = {}
    for source, day, outcome, items in connection.execute(
        "SELECT source, day, outcome, items FROM source_days WHERE day > ? ORDER BY day",
        (today - HEALTH_DAYS,),
    ):
        days.setdefault(source, []).append((day, outcome, items))
    counts = dict(
        connection.execute("SELECT source, count(*) FROM items WHERE n > 0 GROUP BY source")
    )
    found = connection.execute(
        f"SELECT {', '.join(SPEC)}, enabled, outcome, detail, last_polled, last_success,"
        " next_poll, newest, moved_to, rhythm, own_grade, tags, shipped FROM sources"
        " WHERE removed = 0 ORDER BY id"
    )
    return [_row(row, counts, days) for row in found]


def _rhythm(connection: Connection, source: str) -> float | None:
    """The longest pause that is usual for a source, by its latest items."""
    rows = connection.execute(
        "SELECT at FROM items WHERE source = ? ORDER BY at DESC LIMIT 200", (source,)
    )
    return health.rhythm(at(row[0]) for row in rows)


def _spec(row: tuple[object, ...]) -> SourceSpec:
    values = dict(zip(SPEC, row, strict=False))
    for name in ("official", "state_media", "start", "local"):
        values[name] = bool(values[name])
    return SourceSpec(**values)  # type: ignore[arg-type] # columns are made from its fields


def _standing(row: tuple[object, ...]) -> Standing:
    etag, modified, body, failures, outcome, url, rhythm, resume, ttl, rest, *times = row[
        len(SPEC) :
    ]
    polled, success, due, newest, soonest, brought = (moment(time or None) for time in times)  # type: ignore[arg-type]
    return Standing(
        _spec(row), str(etag), str(modified), str(body), int(str(failures)), str(outcome),
        polled, success, due, newest, str(url), rhythm, str(resume),  # type: ignore[arg-type]
        int(str(ttl)), frozenset(map(int, str(rest).split())), soonest,
        brought,
    )  # fmt: skip


def _row(
    row: tuple[object, ...],
    counts: dict[str, int],
    days: dict[str, list[tuple[int, str, int]]],
) -> SourceRow:
    spec = _spec(row)
    enabled, outcome, detail, polled, success, due, newest, moved, rhythm, *said = row[len(SPEC) :]
    own_, tags, shipped = map(str, said)
    return SourceRow(
        id=spec.id, title=spec.title, publisher=spec.publisher, country=spec.country,
        language=spec.language, kind=spec.kind, format=spec.format, url=spec.url,
        grade=own_ or spec.grade, shipped_grade=spec.grade,
        official=spec.official, state_media=spec.state_media,
        enabled=bool(enabled), poll_minutes=spec.poll_minutes, outcome=str(outcome),
        outcome_detail=str(detail), last_polled=moment(polled),  # type: ignore[arg-type]
        last_success=moment(success), next_poll=moment(due),  # type: ignore[arg-type]
        newest_item=moment(newest or None),  # type: ignore[arg-type]
        rhythm_hours=rhythm,  # type: ignore[arg-type]
        items=counts.get(spec.id, 0),
        days=tuple((day_of(day), word, items) for day, word, items in days.get(spec.id, ())),
        supported=supported(spec), notes=spec.notes, moved_to=str(moved),
        licence=spec.licence, tags=words(tags), shipped=owned.told(shipped),
    )  # fmt: skip
