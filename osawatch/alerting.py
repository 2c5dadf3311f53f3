"""From the matches of an item to alerts, inside the transaction that stores the item."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from osawatch import decide, hiding
from osawatch.fold import WORSE
from osawatch.stages import Place, Span, Timed, Verdict, Wish
from osawatch.store import alerts, contents, identity, items, occurrences, reach
from osawatch.store.database import Connection
from osawatch.store.events import Draft
from rules.model import Match, Text
from rules.occurrences import Moment
from rules.occurrences import of as met_by

After = tuple[str, datetime]
"""A list and its time."""
NO_TEXT = Text("")  # of an alert that no rule file asks for
NO_RULES = Timed()


@dataclass(slots=True)
class Raised:
    """What a transaction did to alerts so far: collected item by item.

    `waiting`: groups of rules over time that an item came to; they are judged when all are stored.
    """

    new: set[str] = field(default_factory=set)
    touched: set[str] = field(default_factory=set)
    gone: set[str] = field(default_factory=set)
    cards: set[str] = field(default_factory=set)
    log: list[Draft] = field(default_factory=list)
    waiting: dict[Place, set[int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Stored:
    """An item that has just been stored, as the alerts see it. `text`: as the rules read it.

    `changed`: another text of it was here before.
    """

    n: int
    id: str
    version: int
    at: datetime
    official: bool
    publisher: str
    copy: bool
    text: Text = NO_TEXT
    changed: bool = False


def raise_alerts(
    connection: Connection,
    stored: Stored,
    match: Match,
    windows: dict[str, timedelta],
    so_far: Raised,
    timed: Timed = NO_RULES,
    after: After | None = None,
) -> None:
    """Settle each wish of the match; every hit leaves its verdicts beside its evidence.

    What a rule over time met is noted, and judged once all items of the document are stored.
    `after`: of an item that was here before, the list that brought a name it holds.
    """
    if not (match.rules or match.silences or (timed.rules and stored.changed)):
        return  # as for most texts: nothing is wished for, and nothing was met before
    _note(connection, stored, match, so_far, timed)
    wished: dict[str, list[Verdict]] = {hit.id: [] for hit in match.rules}
    for each in hiding.in_order(decide.wishes(match), timed):
        if each.rule in timed.rules and each.rule in wished:
            continue
        wish = hiding.hide(connection, timed, each, stored.at)
        window = windows.get(wish.rule, decide.WINDOW)
        spans = reach.spans(
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
        _carry_out(connection, verdict, wish, stored, so_far, after)
        wished.setdefault(wish.rule, []).append(verdict)
    for hit in match.rules:
        items.note_hit(connection, stored.n, stored.version, hit, wished[hit.id])


def _note(
    connection: Connection, stored: Stored, match: Match, so_far: Raised, timed: Timed
) -> None:
    """What the rules over time met in this text; what an earlier text of it met counts no more."""
    if not timed.rules:
        return
    when = Moment(stored.id, stored.at, stored.text.published is not None, stored.official)
    places: set[Place] = set()
    for rule in occurrences.rules_of(connection, stored.n) if stored.changed else ():
        places |= occurrences.forget(connection, rule, stored.n)
    for hit in match.rules:
        if hit.id in timed.rules:
            met = met_by(timed.rules[hit.id], hit, match, stored.text, when)
            places |= occurrences.note(connection, stored.n, hit, met)
    for place in places:
        so_far.waiting.setdefault(place, set()).add(stored.n)


def _carry_out(
    connection: Connection,
    verdict: Verdict,
    wish: Wish,
    stored: Stored,
    so_far: Raised,
    after: After | None,
) -> None:
    if verdict.code == "new":
        alerts.create(connection, verdict.alert, wish, stored.n, stored.at)
        so_far.new.add(verdict.alert)
        so_far.log.append(("raised", verdict.alert, raising(wish, stored.id, stored.at, after)))
    for gone in verdict.absorbed:
        fold_in(connection, verdict.alert, gone, so_far)
    if verdict.code != "new":
        alerts.rise(connection, verdict.alert, wish)
    if verdict.code == "realert":
        so_far.log.append(reopening(connection, verdict.alert, verdict.reason, stored.id))
    alerts.attach(connection, verdict.alert, stored.n)
    so_far.touched.add(verdict.alert)


def reopening(connection: Connection, name: str, reason: str, item: str) -> Draft:
    """What the log keeps of a breaking through; a lowered score that it ends is named."""
    top = identity.top(connection, name)
    said: dict[str, object] = {"reason": reason, "item": item}
    if reason in WORSE and alerts.lowered(connection, top):
        said["override"] = "ended"
    return ("reopened", top, said)


def fold_in(connection: Connection, winner: str, gone: str, so_far: Raised) -> None:
    """An alert becomes part of an earlier one, or takes the id of its earlier day."""
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
        stored.publisher not in contents.publishers(connection, name) for name in waiting
    )


def raising(wish: Wish, item: str, when: datetime, after: After | None = None) -> dict[str, object]:
    """What the log keeps of a raising."""
    later = {"after": {"list": after[0], "day": f"{after[1]:%Y-%m-%d}"}} if after else {}
    return {
        **later,
        "rule": wish.rule,
        "group": dict(wish.group),
        "level": wish.level,
        "item": item,
        "day": f"{when:%Y-%m-%d}",
    }
