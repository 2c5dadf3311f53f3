"""Which standing alert is which judged one, and what is said of each item. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from osawatch import decide
from osawatch.stages import Met, Place, Span, Wish
from rules.rule import Rule
from rules.windows import Alert, Judgement

WAITS = ("pending", "not_yet")
JOINED = ("raised", "merged", "realert")


@dataclass(frozen=True, slots=True)
class Plan:
    """A judged alert, its items as the store numbers them, and the alerts that are it so far."""

    alert: Alert
    items: tuple[int, ...]
    standing: tuple[Span, ...]


def plans(
    judged: Sequence[Alert], met: Sequence[Met], there: Sequence[tuple[Span, set[int]]]
) -> list[Plan]:
    """Each standing alert is the judged one with which it shares most items, if any."""
    number = {one.one.item: one.n for one in met}
    held = [tuple(number[name] for name in alert.items) for alert in judged]
    mine: list[list[Span]] = [[] for _ in judged]
    for span, items in there:
        shared = [len(items.intersection(one)) for one in held]
        if any(shared):
            mine[shared.index(max(shared))].append(span)
    return [
        Plan(alert, items, tuple(spans))
        for alert, items, spans in zip(judged, held, mine, strict=True)
    ]


def concerns(plan: Plan, judgement: Judgement, fresh: set[int], met: Mapping[int, Met]) -> bool:
    """Whether it is news: an item just came, one that waited is settled, or a silence goes on.

    So is a day that lies ahead, however long ago it was named.

    What a rule would have raised before it was there is history, and is left alone.
    """
    if plan.standing or fresh.intersection(plan.items):
        return True
    if plan.alert.ahead or any(met[n].said in WAITS for n in plan.items):
        return True
    last = plan.alert is judgement.alerts[-1]
    return last and judgement.state == "raised" and plan.alert.because.startswith("silent")


def wish(rule: Rule, place: Place, plan: Plan, met: Mapping[int, Met]) -> Wish:
    """What the judged alert asks for. Its best tier is that of its items."""
    mine = [met[n] for n in plan.items]
    tier = min(one.tier for one in mine)
    return Wish(
        rule.id, rule.title, rule.level, tier, rule.status in ("experimental", "test"),
        "tier-c" if tier == "C" else "", plan.alert.because or mine[-1].because, place[1],
    )  # fmt: skip


def name(rule: Rule, place: Place, plan: Plan) -> str:
    """The id that any desk gives it when it saw the same: rule, group, and the day it spoke."""
    return decide.alert_id(rule.id, place[1], plan.alert.raised)


def one_side(spans: Iterable[Span]) -> list[Span]:
    """An open alert never becomes part of a closed one; the earliest comes first."""
    found = sorted(spans, key=lambda span: (span.start, span.id))
    return [span for span in found if span.closed_at is None] or found


def told(
    judgement: Judgement, met: Sequence[Met], alerts: Mapping[int, str]
) -> list[tuple[int, str, str]]:
    """(item, what became of it, its alert) of each. What waited and then joined says so."""
    said = {trace.item: trace.said for trace in judgement.traces}
    again = {
        (spoken.at, alert.items): spoken.reason
        for alert in judgement.alerts
        for spoken in alert.spoken[1:]
    }
    reasons = {at: reason for (at, _), reason in again.items()}
    found = []
    for one in met:
        code, alert = said.get(one.one.item, ""), alerts.get(one.n, "")
        if code == "realert":
            code = f"realert:{reasons.get(one.one.at, '')}"
        elif alert and code not in JOINED:
            code = "merged:waited"
        found.append((one.n, code, alert))
    return found
