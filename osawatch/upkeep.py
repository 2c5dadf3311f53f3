"""Keeps what is derived true: outlines and scores of alerts, the fold of events, cards.

Every write to items or events ends here, in the same transaction.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from osawatch.decide import digest
from osawatch.fold import EXPIRY, effective, fold
from osawatch.outline import outline
from osawatch.retelling import retell
from osawatch.score import reach
from osawatch.scoring import Rater, pack, unpack
from osawatch.stages import Facts, Outline
from osawatch.store import (
    alerts,
    contents,
    copies,
    events,
    grades,
    hosting,
    identity,
    merges,
    partings,
    signals,
    tellings,
    waking,
)
from osawatch.store import cards as card_rows
from osawatch.store.database import Connection
from osawatch.store.rows import at
from osawatch.stories import REACH
from osawatch.tellings import REACH as TOLD_WITHIN

ROUNDS = 50  # two or three are enough; a bound for what nobody foresaw
PRESS = timedelta(days=7)  # before its newest item, in which the press belongs to an alert
AT_ONCE = 500


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
    tellings.stale(connection, sorted(set(stories)))
    joined = contents.of_items(connection, sorted(set(stories)))
    named = {*names, *joined}
    led = refold(connection, sorted(named), now)  # who is merged into whom decides who holds what
    touched = sorted(set(identity.merge_targets(connection, named | led)))
    for name in touched:
        _describe(connection, name, rater, now)
    refold(connection, touched, now)
    return recard(connection, touched, cards)


def refold(connection: Connection, names: Iterable[str], now: datetime) -> set[str]:
    """Fold the events of these alerts anew and cache the result; also what now stands elsewhere."""
    wanted = sorted(set(names))
    log = events.of_alerts(connection, wanted)
    for one in alerts.standing(connection, wanted):
        state = fold(log[one.id])
        alerts.settle(connection, one.id, state, effective(state, one.last_seen, now))
    return merges.lead(connection)


def recard(connection: Connection, names: Iterable[str], more: Iterable[str] = ()) -> set[str]:
    """Find the card of each alert and of those that hang on it; write the cards that changed.

    An alert whose first story, in whatever words, is held by an earlier one stands on that one's
    card, if it began within a week of the card: one announcement that hits eight goods is one
    card, and a month of news about a country is not. What a person merged or took apart stays so:
    a story that was parted from its card has one of its own, which takes what tells it later.

    Each depends on earlier ones alone, so going on until nobody moves gives one result, whatever
    was there before.
    """
    told = alerts.standing(connection, names)
    touched = {*more, *(one.card for one in told)} - {""}
    wave = _near(connection, [one.id for one in told], touched)
    for _ in range(ROUNDS):
        moved, cards = [], set()
        for one in alerts.standing(connection, wave):
            card = _card_of(connection, one)
            if card != one.card:
                hosting.put_on_card(connection, one.id, card)
                moved.append(one.id)
                cards |= {card, one.card} - {""}
        touched |= cards
        if not moved:
            break
        wave = _near(connection, moved, cards)
    card_rows.refresh(connection, touched)
    return touched


def _near(connection: Connection, names: Iterable[str], cards: Iterable[str]) -> set[str]:
    """Alerts whose card may hang on these: those beside them, and all that these are hosts of."""
    beside = {*names, *hosting.on_cards(connection, sorted(cards))}
    return beside | set(hosting.guests(connection, sorted(beside)))


def misplaced(connection: Connection, names: Sequence[str]) -> list[str]:
    """Alerts that do not stand on the card where they belong, one line each."""
    return [
        f"alert {one.id}: stands on card {one.card}, not on {card}"
        for one in alerts.standing_in_parts(connection, names)
        if not one.merged_into and (card := _card_of(connection, one)) != one.card
    ]


def sweep(connection: Connection, rater: Rater, now: datetime) -> set[str]:
    """What comes after news: stories told in other words meet; and what time alone changes.

    Snoozes end, quiet alerts expire, scores decay; alerts left over from other grades are rated.
    """
    regrouped = regroup(connection)
    woken = waking.to_wake(connection, now, EXPIRY)
    refold(connection, woken, now)
    stale = waking.to_rate(connection, now)
    for name, facts in stale:
        if facts:
            alerts.rate(connection, name, facts, rater.rate(unpack(facts), now), now)
    copies.forget(connection, now - 4 * REACH)
    _, regraded = regrade(connection, rater, now, AT_ONCE)
    return regrouped | regraded | recard(connection, [*woken, *(name for name, _ in stale)])


def regrade(connection: Connection, rater: Rater, now: datetime, most: int) -> tuple[int, set[str]]:
    """Score some of the alerts whose sources got other grades; how many, and their cards."""
    names = grades.take(connection, most)
    found = {one for name in names if (one := identity.resolve(connection, name))}
    return len(names), renew(connection, found, rater, now)


def regroup(connection: Connection) -> set[str]:
    """Put items that wait to the stories they belong to; the result are the cards that changed."""
    touched: set[str] = set()
    names = retell(connection)
    for start in range(0, len(names), AT_ONCE):
        touched |= recard(connection, names[start : start + AT_ONCE])
    return touched


def _describe(connection: Connection, name: str, rater: Rater, now: datetime) -> None:
    one = alerts.standing(connection, [name])[0]
    held = contents.members(connection, name)
    told = outline(one.group, held, contents.totals(connection, name))
    alerts.describe(connection, name, told)
    facts = _facts(told, contents.repeats(connection, name, told))
    facts = replace(facts, p=_p(connection, facts))
    alerts.rate(connection, name, pack(facts), rater.rate(facts, now), now)


def _facts(told: Outline, earlier: list[str]) -> Facts:
    novelty = 1.0 if not earlier else 0.0 if told.measure_status in earlier else 0.5
    return Facts(
        told.goods, told.countries, told.measures, told.measure_status, told.grades,
        told.official, novelty, told.stop,
        reach=reach(country for country, role in told.roles if role == "affected"),
    )  # fmt: skip


def lift(connection: Connection, rater: Rater, now: datetime) -> set[str]:
    """Rate anew the open alerts whose good and country came into the news, or left it."""
    moved = []
    for name, column in waking.to_lift(connection, now - PRESS):
        facts = unpack(column)
        found = replace(facts, p=_p(connection, facts))
        if found.p != facts.p:
            alerts.rate(connection, name, pack(found), rater.rate(found, now), now)
            moved.append(name)
    return recard(connection, moved)


def _p(connection: Connection, facts: Facts) -> float:
    """How unusual its good and country were in the press about its newest item."""
    newest = at(facts.newest)
    first, last = (newest - PRESS).date(), (newest + timedelta(days=1)).date()
    return signals.lowest(connection, facts.goods, facts.countries, first, last)


def _parted_card(connection: Connection, one: alerts.Standing) -> str:
    """The card of the story that its first item tells, if a person parted that story; or ""."""
    side = partings.side(connection, hosting.own_card(connection, one))
    if side is None or one.start - side[0] > TOLD_WITHIN:
        return ""
    return digest("apart", side[1])


def _card_of(connection: Connection, one: alerts.Standing) -> str:
    if one.merged_into:
        above = alerts.standing(connection, [identity.top(connection, one.id)])
        return above[0].card if above and above[0].id != one.id else one.card
    if one.apart:
        return digest("apart", one.apart_story or hosting.first_story(connection, one))
    parted = _parted_card(connection, one)
    if parted:
        return parted
    held = hosting.host(connection, one)
    if held is not None and one.start - held[2] <= TOLD_WITHIN:
        return held[1]
    return hosting.own_card(connection, one)
