"""The part of a rule that says how hits become alerts: `alert`, `notify`, `inhibited_by`.

| type | speaks when | needs | takes too |
|---|---|---|---|
| any | an item meets the rule | | |
| frequency | `threshold` items within `window` | window, threshold | count, for, keep_open |
| spike | `ratio` times what `baseline` lets expect | window, baseline, ratio | min_current, \
min_baseline, count, for, keep_open |
| silence | nothing came for `window` | window | baseline, min_baseline |
| new_value | a value not seen in `baseline` | field | baseline, min_baseline |
| distinct | `threshold` values within `window` | field, window, threshold | for, keep_open |
| change | another value than before | field | window |
| deadline | `window` before a day that the item names | field, window | |
"""

from __future__ import annotations

from collections.abc import Sequence

from rules.deadlines import ANY, KINDS
from rules.reading import Record, did_you_mean
from rules.rule import Alerting, Inhibition, Notify, Realert, Selection
from rules.yamlnodes import Scalar

TYPES = (
    "any", "frequency", "spike", "silence", "new_value", "distinct", "change", "deadline",
)  # fmt: skip
VALUES = ("publisher", "source", "kind", "language", "status")  # of `field`, beside selections
NEEDS = {
    "frequency": ("window", "threshold"),
    "spike": ("window", "baseline", "ratio"),
    "silence": ("window",),
    "new_value": ("field",),
    "distinct": ("field", "window", "threshold"),
    "change": ("field",),
    "deadline": ("field", "window"),
}
TAKES = {
    "frequency": ("count", "for", "keep_open"),
    "spike": ("min_current", "min_baseline", "count", "for", "keep_open"),
    "silence": ("baseline", "min_baseline"),
    "new_value": ("baseline", "min_baseline"),
    "distinct": ("for", "keep_open"),
    "change": ("window",),
}
_OVER_TIME = (
    "window", "baseline", "ratio", "threshold", "min_current", "min_baseline", "count", "field",
    "for", "keep_open",
)  # fmt: skip


def alerting(record: Record, chosen: Sequence[Selection]) -> Alerting:
    """How hits become alerts; an option that its type lacks or does not use is told."""
    alert = record.record("alert")
    if alert is None:
        return Alerting()
    tier = alert.choice("tier", ("", "A", "B", "C"), "")
    found = Alerting(
        type=alert.choice("type", TYPES, "any"),  # type: ignore[arg-type]
        group_by=_groups(alert, chosen),
        tier=tier or None,  # type: ignore[arg-type]
        window=alert.duration("window"),
        baseline=alert.duration("baseline"),
        merge_window=alert.duration("merge_window"),
        duration=alert.duration("for"),
        keep_open=alert.duration("keep_open"),
        ratio=alert.number("ratio"),
        threshold=alert.whole("threshold", 1),
        min_current=alert.whole("min_current", 1),
        min_baseline=alert.whole("min_baseline", 0),
        min_publishers=alert.whole("min_publishers", 1),
        count=alert.choice("count", ("items", "publishers"), "items"),  # type: ignore[arg-type]
        field=_field(alert, chosen),
        realert=_realert(alert),
    )
    _fitting(alert, found)
    alert.done()
    return found


def _groups(alert: Record, chosen: Sequence[Selection]) -> tuple[str, ...]:
    known = {one.name: one for one in chosen}
    for one in alert.scalars("group_by"):
        if one.text not in known:
            alert.findings.error(
                one.place, "unknown-selection",
                f"group_by: selection «{one.text}» is not defined{did_you_mean(one.text, known)}",
            )  # fmt: skip
        elif known[one.text].kind in ("terms", "sanctions"):
            alert.findings.warn(
                one.place, "group", f"group_by: «{one.text}» has no values to part alerts by"
            )
    return alert.texts("group_by")


def _field(alert: Record, chosen: Sequence[Selection]) -> str:
    node = alert.get("field")
    if not isinstance(node, Scalar):
        return alert.text("field")
    dated = alert.text("type") == "deadline"
    known = (*KINDS, ANY) if dated else (*VALUES, *(one.name for one in chosen))
    offered = ", ".join(known) if dated else f"{', '.join(VALUES)}, nor a selection"
    if node.text not in known:
        alert.findings.error(
            node.place, "choice",
            f"field: «{node.text}» is none of {offered}"
            f"{did_you_mean(node.text, known)}",
        )  # fmt: skip
    return node.text


def _fitting(alert: Record, found: Alerting) -> None:
    """Whether the options suit the type."""
    needs, takes = NEEDS.get(found.type, ()), TAKES.get(found.type, ())
    for key in needs:
        if key not in alert.node.entries:
            alert.findings.error(alert.at("type"), "missing", f"{found.type} needs «{key}»")
    for key in _OVER_TIME:
        if key in alert.node.entries and key not in (*needs, *takes):
            alert.findings.warn(alert.where(key), "unused-option", f"{found.type} uses no «{key}»")
    if found.type == "spike" and found.window and found.baseline and found.baseline < found.window:
        alert.findings.error(
            alert.at("baseline"), "duration", "baseline: must be at least as long as the window"
        )
    if found.ratio is not None and found.ratio <= 1:
        alert.findings.error(alert.at("ratio"), "number", "ratio: expected a number above 1")
    if "threshold" in alert.node.entries and found.threshold < 1:
        alert.findings.error(alert.at("threshold"), "number", "threshold: expected 1 or more")


def _realert(alert: Record) -> Realert:
    one = alert.record("realert")
    if one is None:
        return Realert()
    never = one.text("after") == "never"
    found = Realert(
        None if never else one.duration("after"), never, one.duration("max"),
        one.truth("on_level_increase", default=True), one.truth("on_new_source_kind", default=True),
    )  # fmt: skip
    one.done()
    return found


def notify(record: Record) -> Notify:
    """How an alert of this rule may interrupt."""
    one = record.record("notify")
    if one is None:
        return Notify()
    found = Notify(
        one.truth("desktop", default=True),
        one.choice("digest", ("none", "daily", "weekly"), "none"),  # type: ignore[arg-type]
        one.choice("quiet_hours", ("respect", "ignore"), "respect"),  # type: ignore[arg-type]
    )
    one.done()
    return found


def inhibitions(record: Record) -> tuple[Inhibition, ...]:
    """The rules whose alerts hide those of this one."""
    found = []
    for one in record.records("inhibited_by"):
        rule, equal = one.text("rule", needed=True), one.texts("equal")
        found.append(Inhibition(rule, equal, one.at("rule")))
        one.done()
    return tuple(found)
