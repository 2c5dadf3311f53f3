"""What rules over time make of all that they met: the alerts of a group are brought to stand so.

    groups that an item came to, or that time alone may change
      | all occurrences of the group | rules.windows.judge | which standing alert is which
      -> created, joined, spoken again; what became of each item is written beside its evidence

An alert that was raised never goes by itself, and what a person closed stays closed, unless
something graver, official or new comes (`decide.breakthrough`). All of it is computed from the
store each time: nothing is remembered that a restart could lose.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from osawatch import decide, hiding
from osawatch.alerting import Raised, fold_in, raising, reopening
from osawatch.overtime import history, plan
from osawatch.overtime.plan import Plan
from osawatch.stages import Met, Place, Span, Timed
from osawatch.store import alerts, contents, events, identity, observed, occurrences, reach
from osawatch.store.database import Connection
from rules.rule import Rule
from rules.windows import MERGE
from rules.windows import judge as judgement_of


@dataclass(frozen=True, slots=True)
class _Bench:
    """What one transaction judges with."""

    connection: Connection
    timed: Timed
    so_far: Raised
    now: datetime


def judge(connection: Connection, timed: Timed, so_far: Raised, now: datetime) -> None:
    """Judge the groups that wait; those a general rule may hide come last."""
    bench = _Bench(connection, timed, so_far, now)
    for place in sorted(so_far.waiting, key=lambda one: (one[0] in timed.inhibited, one)):
        if place[0] in timed.rules:
            _settle(bench, place, so_far.waiting[place])
    so_far.waiting.clear()


def sweep(connection: Connection, timed: Timed, now: datetime) -> Raised:
    """What time alone changes: silences begin, what had to last has lasted, days come near."""
    so_far = Raised()
    for rule in timed.rules.values():
        groups = []
        if history.read(connection, rule):
            so_far.waiting |= occurrences.unread(connection, rule.id)
        if rule.alert.type == "silence":
            since = now - (rule.alert.window or timedelta(days=1))
            groups = occurrences.quiet(connection, rule.id, since)
        elif rule.alert.type == "deadline":
            groups = occurrences.undue(connection, rule.id)
        elif rule.alert.duration is not None:
            groups = occurrences.pending(connection, rule.id)
        for group in groups:
            so_far.waiting.setdefault((rule.id, group), set())
    judge(connection, timed, so_far, now)
    return so_far


def _settle(bench: _Bench, place: Place, fresh: set[int]) -> None:
    connection, rule = bench.connection, bench.timed.rules[place[0]]
    met = occurrences.of(connection, place)
    if not met:
        return
    if not history.read(connection, rule):
        waiting = [(n, occurrences.UNREAD, "") for n in sorted(fresh)]
        _write(connection, place, waiting)
        return
    gaps = observed.gaps(connection, met[0].one.at, bench.now, rule.source.feeds)
    found = judgement_of(rule.alert, [one.one for one in met], bench.now, gaps)
    by_number = {one.n: one for one in met}
    names: dict[int, str] = {}
    for each in plan.plans(found.alerts, met, reach.of_group(connection, *place)):
        if plan.concerns(each, found, fresh, by_number):
            name = _stand(bench, rule, place, each, by_number)
            names |= dict.fromkeys(each.items, name)
    _write(connection, place, plan.told(found, met, names))


def _write(connection: Connection, place: Place, told: list[tuple[int, str, str]]) -> None:
    occurrences.explain(connection, occurrences.tell(connection, place, told))


def _stand(bench: _Bench, rule: Rule, place: Place, each: Plan, met: dict[int, Met]) -> str:
    """Bring one judged alert to stand; the result is its id."""
    connection, so_far = bench.connection, bench.so_far
    wish = plan.wish(rule, place, each, met)
    wish = hiding.hide(connection, bench.timed, wish, each.alert.raised)
    name = plan.name(rule, place, each)
    mine = plan.one_side(each.standing)
    if not mine:
        first = met[each.items[0]]
        if not alerts.standing(connection, [name]):
            alerts.create(connection, name, wish, first.n, first.one.at)
            so_far.new.add(name)
            log = raising(wish, first.one.item, first.one.at)
            log |= {"because": wish.because, "at": _iso(each.alert.raised)}
            so_far.log.append(("raised", name, log))
    else:
        name = _one(bench, name, mine)
    held = set(contents.item_numbers(connection, name))
    joining = [n for n in each.items if n not in held]
    if mine and joining:
        alerts.rise(connection, name, wish)
        _break_through(bench, rule, name, mine, [met[n] for n in joining])
    for n in joining:
        alerts.attach(connection, name, n)
    _speak_again(bench, name, mine, each)
    so_far.touched.add(name)
    return name


def _one(bench: _Bench, name: str, mine: list[Span]) -> str:
    """Those that are one become one, under the id that any desk gives it."""
    winner = mine[0].id
    if winner != name and not alerts.standing(bench.connection, [name]):
        fold_in(bench.connection, name, winner, bench.so_far)
        winner = name
    for other in mine[1:]:
        if other.id != winner:
            fold_in(bench.connection, winner, other.id, bench.so_far)
    return winner


def _break_through(
    bench: _Bench, rule: Rule, name: str, mine: list[Span], joining: list[Met]
) -> None:
    """What a person closed or put off opens again for a reason only."""
    merge = rule.alert.merge_window or MERGE
    for one in joining:
        reason = decide.breakthrough(rule.level, mine, official=one.one.official, stage="")
        closed = max((span.closed_at for span in mine if span.closed_at), default=None)
        if not reason and closed and one.one.at > closed + merge:
            reason = "again"
        if reason:
            said_so = reopening(bench.connection, name, reason, one.one.item)
            bench.so_far.log.append(said_so)
            return


def _speak_again(bench: _Bench, name: str, mine: list[Span], each: Plan) -> None:
    """The times since the log's last word at which an open alert speaks again."""
    if len(each.alert.spoken) < 2 or any(span.status == "closed" for span in mine):
        return
    log = [*events.of_alerts(bench.connection, [name])[name]]
    last = max((str(one.data.get("at", "")) for one in log), default="")
    if name in bench.so_far.new:
        last = _iso(each.alert.raised)
    for spoken in each.alert.spoken[1:]:
        if _iso(spoken.at) > last:
            said_so: dict[str, object] = {"reason": spoken.reason, "at": _iso(spoken.at)}
            bench.so_far.log.append(("again", identity.top(bench.connection, name), said_so))


def _iso(moment: datetime) -> str:
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}"
