"""What a person decides about alerts: events are appended, states folded, in one transaction."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime

from osawatch import upkeep
from osawatch.errors import BadInput, UnknownId
from osawatch.fold import DECISIONS, time_in, undone
from osawatch.model import OUTCOMES, REASONS, Action, Changes, Person
from osawatch.scoring import Rater
from osawatch.stages import Event
from osawatch.store import alerts, contents, events, hosting, identity
from osawatch.store.database import Connection, Store
from osawatch.store.events import Draft

logger = logging.getLogger(__name__)
CONDITIONS = ("publisher", "official", "level")
Data = Mapping[str, object]
FORWARDS = ("not-ours", "forwarded")


def act(store: Store, rater: Rater, person: Person, action: Action, now: datetime) -> Changes:
    """Carry out one action on all its alerts, or nothing of it."""
    checked = check(action)
    with store.writing() as connection:
        named = [_resolved(connection, name) for name in dict.fromkeys(action.alerts)]
        if action.kind == "merge":
            into = _resolved(connection, str(checked["into"]))
            checked = {**checked, "into": into}
            named = _mergeable(connection, named, into)
        if action.kind == "unmerge":
            named = _merged(connection, named)
        drafts: list[Draft] = [(action.kind, name, dict(checked)) for name in named]
        if action.kind == "unmerge":
            drafts = [
                (kind, name, {**data, **contents.begins_with(connection, name)})
                for kind, name, data in drafts
            ]
        if action.kind == "wrong":
            _require_item(connection, named, str(checked["item"]))
        if action.kind == "rate":
            drafts = _with_computed(connection, drafts)
        events.append(connection, drafts, person, now)
        return _after(connection, rater, {*named, *_targets(checked)}, now, action.kind)


def undo(store: Store, rater: Rater, person: Person, now: datetime) -> Changes:
    """Take back this person's last action that still stands, with all its events."""
    with store.writing() as connection:
        last = _last_action(connection, person)
        if not last:
            return Changes()
        by_subject: dict[str, list[str]] = {}
        for event in last:
            by_subject.setdefault(event.subject, []).append(event.id)
        drafts: list[Draft] = [
            ("undo", subject, {"events": ids, "kind": last[0].kind})
            for subject, ids in by_subject.items()
        ]
        events.append(connection, drafts, person, now)
        named = {name for event in last for name in (event.subject, *_targets(event.data))}
        touched = {found for name in named if (found := identity.resolve(connection, name))}
        return _after(connection, rater, touched, now, _undoable(connection, person))


def receive(store: Store, rater: Rater, log: Sequence[Event], now: datetime) -> Changes:
    """Take in what another desk did. In whatever order logs meet, all desks end in one state."""
    with store.writing() as connection:
        events.add(connection, log)
        identity.lead_on(connection)
        joined, cards = _as_elsewhere(connection)
        named = {one for event in log for one in (event.subject, *_targets(event.data))} | joined
        touched = {found for name in named if (found := identity.resolve(connection, name))}
        return _after(connection, rater, touched, now, "", cards)


def _as_elsewhere(connection: Connection) -> tuple[set[str], set[str]]:
    """What another desk found to be one alert is one here too: (these alerts, cards that lost one).

    A bridge between two alerts depends on when each was closed, and so on who looks; that somebody
    crossed it stands in the log of all.
    """
    joined: set[str] = set()
    cards: set[str] = set()
    odd: set[tuple[str, str]] = set()
    while pairs := [one for one in identity.parted(connection) if one not in odd]:
        first, second = alerts.standing(connection, pairs[0])
        if (first.rule, first.group) != (second.rule, second.group):
            logger.warning("the log says that %s became %s: they are of two rules", *pairs[0])
            odd.add(pairs[0])
            continue
        cards |= {first.card, second.card}
        identity.absorb(connection, first.id, second.id)
        joined.add(first.id)
    return joined, cards - {""}


def check(action: Action) -> dict[str, object]:
    """The data of an action in its full form, or `BadInput` that names the field."""
    kinds: dict[str, Callable[[Data], dict[str, object]]] = {
        "assign": lambda data: {"who": _text(data, "who")},
        "close": _close,
        "snooze": _snooze,
        "note": lambda data: {"text": _required(data, "text")},
        "tag": lambda data: {"tag": _required(data, "tag"), "on": bool(data.get("on", True))},
        "merge": lambda data: {"into": _required(data, "into")},
        "rate": _rate,
        "wrong": lambda data: {
            "item": _required(data, "item"),
            "on": bool(data.get("on", True)),
            "note": _text(data, "note").strip(),
        },
    }
    if action.kind not in DECISIONS:
        raise BadInput(f"{action.kind!r} is not an action", field="kind")
    if not action.alerts:
        raise BadInput("names no alert", field="alerts")
    data = kinds[action.kind](action.data) if action.kind in kinds else {}
    if action.data.get("passive"):  # seen because it was shown: not what `undo` looks for
        data["passive"] = True
    return data


def _close(data: Data) -> dict[str, object]:
    relevant, reason = data.get("relevant"), _text(data, "reason")
    if not isinstance(relevant, bool):
        raise BadInput("must be true or false", field="relevant")
    allowed = OUTCOMES if relevant else REASONS
    if reason not in (*allowed, ""):
        raise BadInput(f"{reason!r} is not one of {', '.join(allowed)}", field="reason")
    to = _text(data, "to").strip()
    if to and reason not in FORWARDS:
        raise BadInput(f"goes with {' and '.join(FORWARDS)} only", field="to")
    return {
        "relevant": relevant, "reason": reason, "note": _text(data, "note"),
        **({"to": to} if to else {}),
    }  # fmt: skip


def _snooze(data: Data) -> dict[str, object]:
    until = data.get("until")
    said = until.isoformat() if isinstance(until, datetime) else str(until or "")
    if said not in CONDITIONS and time_in(said) is None:
        allowed = ", ".join(CONDITIONS)
        raise BadInput(f"{said!r} is neither a time nor one of {allowed}", field="until")
    return {"until": said}


def _rate(data: Data) -> dict[str, object]:
    score = data.get("score")
    if score is None:
        return {"score": None, "why": _text(data, "why").strip()}
    number = isinstance(score, int | float) and not isinstance(score, bool)
    if not number or not 0 <= score <= 100:  # type: ignore[operator]
        raise BadInput(f"{score!r} is not a number from 0 to 100", field="score")
    return {"score": float(score), "why": _required(data, "why")}  # type: ignore[arg-type]


def _require_item(connection: Connection, named: Sequence[str], item: str) -> None:
    """What is called wrong is an item of each of these alerts."""
    for name in named:
        if not contents.holds(connection, name, item):
            raise UnknownId("item", item)


def _with_computed(connection: Connection, drafts: Sequence[Draft]) -> list[Draft]:
    """Beside a person's score stands what rule and formula said then."""
    known = alerts.computed(connection, [name for _, name, _ in drafts])
    return [
        (kind, name, {**data, "computed": round(known[name][0], 2), "ruled": known[name][1]})
        for kind, name, data in drafts
    ]


def _text(data: Data, name: str) -> str:
    value = data.get(name, "")
    if not isinstance(value, str):
        raise BadInput("is not a text", field=name)
    return value


def _required(data: Data, name: str) -> str:
    value = _text(data, name).strip()
    if not value:
        raise BadInput("is missing", field=name)
    return value


def _resolved(connection: Connection, name: str) -> str:
    found = identity.resolve(connection, name)
    if found is None:
        raise UnknownId("alert", name)
    return found


def _mergeable(connection: Connection, named: Sequence[str], into: str) -> list[str]:
    """Those to merge, without the target; a circle is refused."""
    others = [name for name in named if name != into]
    if not others:
        raise BadInput("an alert cannot be merged into itself", field="into")
    if set(others) & set(identity.chain(connection, into)):
        raise BadInput("these alerts would be merged in a circle", field="into")
    return others


def _merged(connection: Connection, named: Sequence[str]) -> list[str]:
    """Those that were merged into these by hand; else these, if they share a card with others."""
    inside = {one for name in named for one in identity.family(connection, name)[1:]}
    found = inside or set(hosting.grouped(connection, named))
    if not found:
        raise BadInput("nothing was merged into it", field="alerts")
    return sorted(found)


def _targets(data: Data) -> list[str]:
    into = data.get("into")
    return [into] if isinstance(into, str) else []


def _after(
    connection: Connection,
    rater: Rater,
    touched: set[str],
    now: datetime,
    kind: str,
    cards: Iterable[str] = (),
) -> Changes:
    led = upkeep.refold(connection, touched, now)  # who is merged into whom decides who holds what
    related = touched | set(identity.merge_targets(connection, touched | led))
    changed = upkeep.renew(connection, related, rater, now, cards=cards)
    changed |= upkeep.regroup(connection)  # what was parted, or is one again, parts its retellings
    return Changes(alerts=frozenset(related), cards=frozenset(changed), undoable=kind)


def _last_action(connection: Connection, person: Person) -> list[Event]:
    recent = events.by_device(connection, events.device_id(connection))
    dead = undone(recent)
    mine = [
        event
        for event in recent
        if event.kind in DECISIONS
        and event.id not in dead
        and (event.actor, event.post) == (person.name, person.post)
        and not event.data.get("passive")
    ]
    return [event for event in mine if event.hlc == mine[0].hlc] if mine else []


def _undoable(connection: Connection, person: Person) -> str:
    last = _last_action(connection, person)
    return last[0].kind if last else ""
