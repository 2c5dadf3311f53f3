"""From the matches of an item to alerts, inside the transaction that stores the item."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from osawatch import decide
from osawatch.stages import Group, Span, Verdict, Wish
from osawatch.store import alerts, identity, items
from osawatch.store.database import Connection
from osawatch.store.events import Draft
from rules.model import Match


@dataclass(slots=True)
class Raised:
    """What a transaction did to alerts so far: collected item by item."""

    new: set[str] = field(default_factory=set)
    touched: set[str] = field(default_factory=set)
    gone: set[str] = field(default_factory=set)
    cards: set[str] = field(default_factory=set)
    log: list[Draft] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Stored:
    """An item that has just been stored, as the alerts see it."""

    n: int
    id: str
    version: int
    at: datetime
    official: bool
    publisher: str
    copy: bool


def raise_alerts(
    connection: Connection,
    stored: Stored,
    match: Match,
    windows: dict[str, timedelta],
    so_far: Raised,
) -> None:
    """Settle each wish of the match; every hit leaves its verdicts beside its evidence."""
    wished: dict[str, list[Verdict]] = {hit.id: [] for hit in match.rules}
    for wish in decide.wishes(match):
        window = windows.get(wish.rule, decide.WINDOW)
        spans = alerts.spans(
            connection, wish.rule, wish.group, stored.at, window + timedelta(days=1)
        )
        verdict = decide.settle(
            wish,
            stored.at,
            spans,
            official=stored.official,
            stage=decide.stage_of(match.measure_status, match.measures),
            copy=stored.copy,
            new_publisher=_new_publisher(connection, spans, stored),
            window=window,
        )
        _carry_out(connection, verdict, wish, stored, so_far)
        wished.setdefault(wish.rule, []).append(verdict)
    for hit in match.rules:
        items.note_hit(connection, stored.n, stored.version, hit, wished[hit.id])


def _carry_out(
    connection: Connection, verdict: Verdict, wish: Wish, stored: Stored, so_far: Raised
) -> None:
    if verdict.code == "new":
        alerts.create(connection, verdict.alert, wish, stored.n, stored.at)
        so_far.new.add(verdict.alert)
        so_far.log.append(("raised", verdict.alert, _said(wish, wish.group, stored)))
    for gone in verdict.absorbed:
        _fold_in(connection, verdict.alert, gone, so_far)
    if verdict.code != "new":
        alerts.rise(connection, verdict.alert, wish)
    if verdict.code == "realert":
        said: dict[str, object] = {"reason": verdict.reason, "item": stored.id}
        so_far.log.append(("reopened", identity.top(connection, verdict.alert), said))
    alerts.attach(connection, verdict.alert, stored.n)
    so_far.touched.add(verdict.alert)


def _fold_in(connection: Connection, winner: str, gone: str, so_far: Raised) -> None:
    so_far.cards |= {one.card for one in alerts.standing(connection, [gone])}
    if alerts.standing(connection, [winner]):
        identity.absorb(connection, winner, gone)
    else:
        identity.rename(connection, gone, winner)
    so_far.log.append(("became", gone, {"into": winner}))
    if gone in so_far.new:
        so_far.new.discard(gone)
        so_far.new.add(winner)
    so_far.touched.discard(gone)
    so_far.gone.add(gone)


def _new_publisher(connection: Connection, spans: Sequence[Span], stored: Stored) -> bool:
    """Whether an alert that waits for another publisher hears from one; a copy is none."""
    waiting = [span.id for span in spans if span.snooze == "publisher"]
    return not stored.copy and any(
        stored.publisher not in alerts.publishers(connection, name) for name in waiting
    )


def _said(wish: Wish, group: Group, stored: Stored) -> dict[str, object]:
    return {
        "rule": wish.rule,
        "group": dict(group),
        "level": wish.level,
        "item": stored.id,
        "day": f"{stored.at:%Y-%m-%d}",
    }
