"""Keeps what is derived true: outlines and scores of alerts, the fold of events, cards.

Every write to items or events ends here, in the same transaction.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from osawatch.decide import WINDOW
from osawatch.fold import EXPIRY, effective, fold
from osawatch.outline import outline
from osawatch.score import reach
from osawatch.scoring import Rater, pack, unpack
from osawatch.stages import Facts, Outline, State
from osawatch.store import alerts, copies, events, identity
from osawatch.store import cards as card_rows
from osawatch.store.database import Connection
from osawatch.store.rows import at
from osawatch.stories import REACH

ROUNDS = 6


def renew(
    connection: Connection,
    names: Iterable[str],
    rater: Rater,
    now: datetime,
    *,
    stories: Iterable[str] = (),
    cards: Iterable[str] = (),
) -> set[str]:
    """Describe, rate, fold and place these alerts; the result are the cards that changed.

    Alerts that hold an item of `stories` (copies that came together) are looked at as well,
    and so are `cards` that lost an alert.
    """
    joined = alerts.of_items(connection, sorted(set(stories)))
    named = {*names, *joined}
    touched = sorted(named | set(identity.merge_targets(connection, named)))
    for name in touched:
        _describe(connection, name, rater, now)
    refold(connection, touched, now)
    return recard(connection, touched, cards)


def refold(connection: Connection, names: Iterable[str], now: datetime) -> dict[str, State]:
    """Fold the events of these alerts anew and cache the result."""
    wanted = sorted(set(names))
    log = events.of_alerts(connection, wanted)
    states = {name: _led(connection, name, fold(log[name])) for name in wanted}
    for one in alerts.standing(connection, wanted):
        state = states[one.id]
        alerts.settle(connection, one.id, state, effective(state, one.last_seen, now))
    return states


def recard(connection: Connection, names: Iterable[str], more: Iterable[str] = ()) -> set[str]:
    """Find the card of each alert and of those that hang on it; write the cards that changed.

    An alert whose first story is held by an earlier one stands on that one's card, as long as
    both began within the merge window: one announcement that hits eight goods is one card, and
    a month of news about a country is not.
    """
    touched = set(more)
    wave = set(names)
    for _ in range(ROUNDS):
        moved = set()
        for one in alerts.standing(connection, wave):
            card = _card_of(connection, one)
            touched |= {card, one.card} - {""}
            if card != one.card:
                alerts.put_on_card(connection, one.id, card)
                moved.add(one.id)
        if not moved:
            break
        wave = set(alerts.guests(connection, sorted(moved)))
    card_rows.refresh(connection, touched)
    return touched


def sweep(connection: Connection, rater: Rater, now: datetime) -> set[str]:
    """What time alone changes: snoozes end, quiet alerts expire, scores decay."""
    woken = alerts.to_wake(connection, now, EXPIRY)
    refold(connection, woken, now)
    stale = alerts.to_rate(connection, now)
    for name, facts in stale:
        if facts:
            alerts.rate(connection, name, facts, rater.rate(unpack(facts), now), now)
    copies.forget(connection, now - 4 * REACH)
    return recard(connection, [*woken, *(name for name, _ in stale)])


def _led(connection: Connection, name: str, state: State) -> State:
    """The target of a merge under today's id; one that is unknown here, or itself, is none."""
    if not state.merged_into:
        return state
    into = identity.resolve(connection, state.merged_into)
    circle = into is None or name in identity.chain(connection, into)
    return replace(state, merged_into="" if into is None or circle else into)


def _describe(connection: Connection, name: str, rater: Rater, now: datetime) -> None:
    one = alerts.standing(connection, [name])[0]
    held = alerts.members(connection, name)
    told = outline(one.group, held, alerts.totals(connection, name))
    alerts.describe(connection, name, told)
    facts = _facts(told, alerts.repeats(connection, name, told))
    alerts.rate(connection, name, pack(facts), rater.rate(facts, now), now)


def _facts(told: Outline, earlier: list[str]) -> Facts:
    novelty = 1.0 if not earlier else 0.0 if told.measure_status in earlier else 0.5
    return Facts(
        told.goods, told.countries, told.measures, told.measure_status, told.grades,
        told.official, novelty, told.stop,
        reach=reach(country for country, role in told.roles if role == "affected"),
    )  # fmt: skip


def _card_of(connection: Connection, one: alerts.Standing) -> str:
    held = alerts.host(connection, one)
    if held is not None and at(one.start) - at(held[2]) <= WINDOW:
        return held[1]
    return alerts.own_card(connection, one)
