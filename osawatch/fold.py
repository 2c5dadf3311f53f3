"""The state of an alert is the fold of its events: last writer by clock, a field at a time.

Pure. Any two desks that hold the same set of events compute the same state.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from math import isfinite

from osawatch.model import AlertStatus, Override, band
from osawatch.stages import Event, State

EXPIRY = timedelta(days=90)
# Kinds a person gives; the others (raised, reopened, again) are facts of the pipeline.
DECISIONS = frozenset(
    {
        "seen",
        "take",
        "assign",
        "close",
        "reopen",
        "snooze",
        "wake",
        "note",
        "tag",
        "merge",
        "unmerge",
        "rate",
        "wrong",  # of one item: it changes no alert, and proposes a lower grade for its source
    }
)

WORSE = ("level", "official", "stage")  # why an alert re-opens over what a person had decided


def ordered(events: Iterable[Event]) -> list[Event]:
    """By clock, then device, then the device's own count: the same on every desk."""
    return sorted(events, key=lambda event: (event.hlc, event.device, event.dev_seq))


def undone(events: Iterable[Event]) -> frozenset[str]:
    """Ids of the events that an undo took back; an undo can be undone as well."""
    dead: set[str] = set()
    for event in reversed(ordered(events)):
        if event.kind == "undo" and event.id not in dead:
            ids = event.data.get("events", ())
            dead.update(str(one) for one in ids if one) if isinstance(ids, list | tuple) else None
    return frozenset(dead)


def fold(events: Iterable[Event]) -> State:
    """All events of an alert, in any order, to its state."""
    lines = ordered(events)
    dead = undone(lines)
    state, spoken = State(), set[str]()
    for event in lines:
        step = STEPS.get(event.kind)
        if step is None or event.id in dead:
            continue
        if event.kind == "again":  # each desk says so by itself: the first to say it counts
            if (when := str(event.data.get("at", ""))) in spoken:
                continue
            spoken.add(when)
        state = step(state, event)
    return state


def effective(state: State, last_seen: datetime, now: datetime) -> AlertStatus:
    """The status that time makes of a folded state: snoozes end, what nobody took expires."""
    if state.status == "closed":
        return "closed"
    if state.snooze and (state.snoozed_until is None or state.snoozed_until > now):
        return "snoozed"
    if not state.taken and now - last_seen > EXPIRY:
        return "expired"
    return state.status


def _open(state: State) -> AlertStatus:
    return "in_hand" if state.taken else "seen"


def _seen(state: State, _event: Event) -> State:
    return replace(state, status="seen") if state.status == "new" else state


def _take(state: State, event: Event) -> State:
    return _hand(state, event.actor, taken=True)


def _assign(state: State, event: Event) -> State:
    who = str(event.data.get("who", ""))
    return _hand(state, who, taken=bool(who))


def _hand(state: State, who: str, *, taken: bool) -> State:
    handed = replace(
        state, taken=taken, assignee=who, snooze="", snoozed_until=None, closed_at=None
    )
    return replace(handed, status=_open(handed), relevant=None, reason="")


def _close(state: State, event: Event) -> State:
    relevant = event.data.get("relevant")
    return replace(
        state,
        status="closed",
        relevant=relevant if isinstance(relevant, bool) else None,
        reason=str(event.data.get("reason", "")),
        snooze="",
        snoozed_until=None,
        closed_at=clock_of(event.hlc),
    )


def _reopen(state: State, _event: Event) -> State:
    opened = replace(state, relevant=None, reason="", closed_at=None, snooze="", snoozed_until=None)
    return replace(opened, status=_open(opened))


def _reopened(state: State, event: Event) -> State:
    """Worse news end a score that a person had lowered: it was given before them."""
    opened = _reopen(state, event)
    status: AlertStatus = "in_hand" if opened.taken else "new"
    said = state.override
    ends = said is not None and said.lowers and event.data.get("reason") in WORSE
    return replace(opened, status=status, override=None if ends else said)


def _again(state: State, _event: Event) -> State:
    """It speaks again: unread once more, unless a person has it in hand or closed it."""
    return replace(state, status="new") if state.status == "seen" else state


def _snooze(state: State, event: Event) -> State:
    until = str(event.data.get("until", ""))
    status = _open(state) if state.status == "closed" else state.status
    return replace(
        state, status=status, snooze=until, snoozed_until=time_in(until), closed_at=None, reason=""
    )


def _wake(state: State, _event: Event) -> State:
    return replace(state, snooze="", snoozed_until=None)


def _tag(state: State, event: Event) -> State:
    tags = set(state.tags)
    tag = str(event.data.get("tag", ""))
    if event.data.get("on", True):
        tags.add(tag)
    else:
        tags.discard(tag)
    return replace(state, tags=tuple(sorted(tags)))


def _merge(state: State, event: Event) -> State:
    into = str(event.data.get("into", ""))
    at = f"{event.hlc}|{event.device}|{event.dev_seq:012}"
    whole = replace(state, apart=False, apart_from="", apart_item="", apart_story="")
    return replace(whole, merged_into=into, merged_at=at)


def _unmerge(state: State, event: Event) -> State:
    """What a person took apart is never put together again by itself."""
    item, story = (str(event.data.get(name, "")) for name in ("item", "story"))
    return replace(
        state, merged_into="", merged_at="", apart=True, apart_from=state.merged_into,
        apart_item=item, apart_story=story,
    )  # fmt: skip


def _rate(state: State, event: Event) -> State:
    """A person's score stands over the computed one until it is taken back or worse news come."""
    looked = _seen(state, event)
    score = _number(event, "score")
    if score is None:
        return replace(looked, override=None)
    computed, ruled = _number(event, "computed") or 0.0, str(event.data.get("ruled", ""))
    said = Override(
        score, band(score), str(event.data.get("why", "")), event.actor, event.post,
        clock_of(event.hlc).replace(microsecond=0), computed, ruled,
    )  # fmt: skip
    return replace(looked, override=said)


def _number(event: Event, name: str) -> float | None:
    """A number 0-100 of an event, None when it is none: another desk's line may hold anything."""
    value = event.data.get(name)
    if not isinstance(value, int | float) or isinstance(value, bool) or not isfinite(value):
        return None
    return min(100.0, max(0.0, float(value)))


STEPS: dict[str, Callable[[State, Event], State]] = {
    "seen": _seen,
    "take": _take,
    "assign": _assign,
    "close": _close,
    "reopen": _reopen,
    "reopened": _reopened,
    "again": _again,
    "snooze": _snooze,
    "wake": _wake,
    "tag": _tag,
    "merge": _merge,
    "unmerge": _unmerge,
    "rate": _rate,
}


def time_in(until: str) -> datetime | None:
    """The time a snooze names, or None when it waits for a publisher, an official or a level."""
    try:
        moment = datetime.fromisoformat(until)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def clock_of(hlc: str) -> datetime:
    """The wall time in a clock reading."""
    millis = int(hlc.partition(".")[0] or 0)
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=millis)
