"""From a document of a rule file to a Rule: every field, every mistake with its place."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Any

from rules import conditions, selections
from rules.conditions import ConditionError, Tree
from rules.entries import ID, supported
from rules.model import LEVELS, Text
from rules.reading import Record
from rules.rule import (
    Alerting,
    Exemption,
    Inhibition,
    Near,
    Notify,
    Realert,
    Rule,
    RuleTest,
    Selection,
    Source,
    TimedItem,
    When,
)
from rules.watchlist import Watchlist
from rules.yamlnodes import Findings, Mapping, Node, Place, Scalar

STATUSES = ("experimental", "test", "stable", "deprecated")
KINDS = (
    "news", "official-gazette", "export-restriction", "sanctions-news", "trade-data", "sanctions",
    "post-report",
)  # fmt: skip
_TYPES = ("any", "frequency", "spike", "silence", "new_value", "distinct", "change")
_HOWS = ("contains", "startswith", "endswith", "re", "equals")
_WHEN_FIELDS = ("title", "summary", "url", "source", "publisher", "kind", "language")
_AT = re.compile(r"(\d+)([mhdw])")
_HOURS = {"m": 1 / 60, "h": 1.0, "d": 24.0, "w": 168.0}


def read(node: Node, watchlist: Watchlist, findings: Findings) -> Rule | None:
    """A rule, or None when an error was found in it. Warnings do not disable a rule."""
    own = Findings()
    rule = _rule(node, watchlist, own)
    findings.found.extend(own.found)
    return None if own.failed else rule


def _rule(node: Node, watchlist: Watchlist, findings: Findings) -> Rule | None:
    if not isinstance(node, Mapping):
        findings.error(node.place, "type", "expected a rule with schema, id, title, …")
        return None
    record = Record(node, findings)
    if not supported(record):
        return None
    key = record.text("id", needed=True)
    if key and (not ID.fullmatch(key) or len(key) < 3):
        findings.error(record.at("id"), "id", f"id «{key}»: small letters, digits and -, from 3")
    chosen = _selections(record, watchlist)
    condition = record.text("condition", needed=True)
    tree = _tree(record, condition, chosen)
    rule = Rule(
        id=key, condition=condition, tree=tree or conditions.Of(every=False, names=()),
        selections=chosen, near=_near(record, chosen), source=_source(record),
        exceptions=tuple(_exemptions(record)), alert=_alerting(record, chosen),
        notify=_notify(record), inhibited_by=tuple(_inhibitions(record)),
        tests=tuple(_tests(record)), file=node.place.file, line=node.place.line,
        place=node.place, **_metadata(record),
    )  # fmt: skip
    record.done()
    return rule


def _metadata(record: Record) -> dict[str, Any]:
    related = tuple((one.text("id"), one.text("type")) for one in record.records("related"))
    level = record.choice("level", LEVELS, "") if record.get("level") else None
    if level is None:
        record.findings.error(record.place, "missing", "«level» is missing")
    plain = {
        name: record.text(name)
        for name in ("description", "guidance", "owner", "author", "date", "modified")
    }
    lists = {name: record.texts(name) for name in ("tags", "references", "falsepositives", "show")}
    return {
        "title": record.text("title", needed=True),
        "level": level or "info",
        "status": record.choice("status", STATUSES, "experimental"),
        "enabled": record.truth("enabled", default=True),
        "related": related,
        **plain,
        **lists,
    }


def _selections(record: Record, watchlist: Watchlist) -> tuple[Selection, ...]:
    match = record.record("match")
    if match is None:
        if "match" not in record.node.entries:
            record.findings.error(record.place, "missing", "«match» is missing")
        return ()
    found = []
    for name in match.node.entries:
        inner = match.record(name)
        if not re.fullmatch(r"[a-z_][a-z0-9_]*", name):
            record.findings.error(
                match.where(name), "name", f"«{name}»: small letters, digits and _"
            )
        if inner is not None:
            found.append(selections.read(name, inner, watchlist))
    return tuple(found)


def _tree(record: Record, condition: str, chosen: tuple[Selection, ...]) -> Tree | None:
    node = record.get("condition")
    if not condition or not isinstance(node, Scalar):
        return None
    try:
        return conditions.parse(condition, [one.name for one in chosen])
    except ConditionError as error:
        shift = error.column + (0 if node.plain else 1)
        place = Place(node.place.file, node.place.line, node.place.column + shift)
        code = "unknown-selection" if "not defined" in str(error) else "condition"
        record.findings.error(place, code, f"condition: {error}")
        return None


def _near(record: Record, chosen: tuple[Selection, ...]) -> tuple[Near, ...]:
    node = record.get("near")
    if node is None:
        return ()
    rows = [record.record("near")] if isinstance(node, Mapping) else list(record.records("near"))
    return tuple(_one_near(row, chosen) for row in rows if row is not None)


def _one_near(row: Record, chosen: tuple[Selection, ...]) -> Near:
    known = {one.name for one in chosen}
    of = row.scalars("of")
    for one in of:
        if one.text not in known:
            row.findings.error(
                one.place, "unknown-selection", f"near: selection «{one.text}» is not defined"
            )
    if len(of) < 2:
        row.findings.error(row.at("of"), "near", "near: «of» needs at least two selections")
    within = row.text("within", "sentence")
    row.done()
    words = re.fullmatch(r"([1-9]\d{0,2})(?: words?)?", within)
    names = tuple(one.text for one in of)
    if words:
        return Near(names, "words", int(words[1]))
    if within not in ("sentence", "paragraph", "title"):
        row.findings.error(
            row.at("within"),
            "near",
            f"within: «{within}» is none of sentence, paragraph, title, N words",
        )
        return Near(names)
    return Near(names, within)  # type: ignore[arg-type]


def _source(record: Record) -> Source:
    source = record.record("source")
    if source is None:
        return Source()
    for kind in source.scalars("kinds"):
        if kind.text not in KINDS:
            source.findings.warn(
                kind.place, "unknown-kind", f"kind «{kind.text}» is none of {', '.join(KINDS)}"
            )
    found = Source(
        source.texts("kinds"), source.texts("feeds"), source.texts("exclude_feeds"),
        source.texts("languages"), source.texts("tags"),
    )  # fmt: skip
    source.done()
    return found


def _exemptions(record: Record) -> list[Exemption]:
    found = []
    for one in record.records("exceptions"):
        if one.node.entries:
            found.append(exemption(one))
    return found


def exemption(one: Record) -> Exemption:
    """One exception of a rule or of a local override."""
    when = one.record("when")
    tests = []
    for key in when.node.entries if when else ():
        name, _, how = key.partition("|")
        how = how or "equals"
        if name not in _WHEN_FIELDS or how not in _HOWS:
            one.findings.error(
                when.where(key) if when else one.place, "when",
                f"when: «{key}» is no field|test; fields: {', '.join(_WHEN_FIELDS)}; "
                f"tests: {', '.join(_HOWS)}",
            )  # fmt: skip
            continue
        values = when.texts(key) if when else ()
        if how == "re":
            _compiles(one, values)
        tests.append(When(name, how, values))
    if not tests:
        one.findings.error(
            one.place, "exception", "an exception needs «when»: it would hide everything"
        )
    found = Exemption(
        one.text("name", needed=True),
        tuple(tests),
        one.text("reason", needed=True),
        one.day("until"),
    )
    one.done()
    return found


def _compiles(one: Record, values: tuple[str, ...]) -> None:
    for value in values:
        try:
            re.compile(value)
        except re.error as error:
            one.findings.error(
                one.at("when"), "regex", f"«{value}» is no regular expression: {error}"
            )


def _alerting(record: Record, chosen: tuple[Selection, ...]) -> Alerting:
    alert = record.record("alert")
    if alert is None:
        return Alerting()
    known = {one.name for one in chosen}
    for one in alert.scalars("group_by"):
        if one.text not in known:
            alert.findings.error(
                one.place, "unknown-selection", f"group_by: selection «{one.text}» is not defined"
            )
    tier = alert.choice("tier", ("", "A", "B", "C"), "")
    found = Alerting(
        type=alert.choice("type", _TYPES, "any"),  # type: ignore[arg-type]
        group_by=alert.texts("group_by"),
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
        field=alert.text("field"),
        realert=_realert(alert),
    )
    alert.done()
    return found


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


def _notify(record: Record) -> Notify:
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


def _inhibitions(record: Record) -> list[Inhibition]:
    found = []
    for one in record.records("inhibited_by"):
        found.append(Inhibition(one.text("rule", needed=True), one.texts("equal")))
        one.done()
    return found


def _tests(record: Record) -> list[RuleTest]:
    found = []
    for one in record.records("tests"):
        single = one.record("item")
        items = tuple(_item(row) for row in ([single] if single else one.records("items")))
        if not items:
            one.findings.error(one.place, "test", "a test needs «item» or «items»")
        counts = one.record("expect") if isinstance(one.get("expect"), Mapping) else None
        expect = "" if counts else one.choice("expect", ("match", "no-match"), "match")
        proof = one.record("evidence")
        found.append(RuleTest(
            one.text("name", needed=True), items, expect,
            counts.whole("alerts", 0) if counts and "alerts" in counts.node.entries else None,
            counts.whole("items", 0) if counts and "items" in counts.node.entries else None,
            one.text("because") or (counts.text("because") if counts else ""),
            {name: proof.texts(name) for name in proof.node.entries} if proof else {},
            one.place,
        ))  # fmt: skip
        one.done()
    return found


def _item(row: Record) -> TimedItem:
    text = Text(
        row.text("title"), row.text("summary"), row.text("language"), row.text("kind"),
        row.text("feed"), row.text("publisher"), _published(row),
    )  # fmt: skip
    at = _AT.fullmatch(row.text("at", "0h"))
    if at is None:
        row.findings.error(row.at("at"), "duration", "at: expected a time like 0h, 30m or 2d")
    start = timedelta(hours=int(at[1]) * _HOURS[at[2]]) if at else timedelta()
    item = TimedItem(start, text, row.duration("every"), row.whole("times", 1))
    row.done()
    return item


def _published(row: Record) -> datetime | None:
    value = row.text("published")
    try:
        stamp = datetime.fromisoformat(value) if value else None
    except ValueError:
        row.findings.error(row.at("published"), "date", f"published: «{value}» is no date")
        return None
    return stamp.replace(tzinfo=UTC) if stamp and stamp.tzinfo is None else stamp
