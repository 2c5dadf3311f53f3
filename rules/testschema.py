"""The tests that stand in a rule: one `item`, or `items` over time with what they should raise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Literal

from rules.model import ListedName, Text
from rules.reading import Record, did_you_mean
from rules.rule import Outage, RuleTest, Selection, TimedItem
from rules.selections import SANCTIONS
from rules.yamlnodes import Mapping

MOST_TIMES = 1000
_AT = re.compile(r"(\d{1,6})([mhdw])")
_HOURS = {"m": 1 / 60, "h": 1.0, "d": 24.0, "w": 168.0}


def tests(record: Record, chosen: Sequence[Selection]) -> tuple[RuleTest, ...]:
    """All tests of a rule, in the order of the file."""
    return tuple(_test(one, chosen) for one in record.records("tests"))


def _test(one: Record, chosen: Sequence[Selection]) -> RuleTest:
    single = one.record("item")
    items = tuple(_item(row) for row in ([single] if single else one.records("items")))
    if not items:
        one.findings.error(one.place, "test", "a test needs «item» or «items»")
    if "expect" not in one.node.entries:
        one.findings.error(one.place, "missing", "«expect» is missing: match, no-match or {alerts}")
    counts = one.record("expect") if isinstance(one.get("expect"), Mapping) else None
    found = RuleTest(
        one.text("name", needed=True), items,
        "" if counts else one.choice("expect", ("match", "no-match"), "match"),
        _count(counts, "alerts"), _count(counts, "items"),
        one.text("because") or (counts.text("because") if counts else ""),
        _evidence(one, chosen), one.place, _count(counts, "realerts"),
        _moment(one, "until") if one.get("until") else None, _outages(one),
    )  # fmt: skip
    if counts:
        if not {"alerts", "items", "realerts"} & set(counts.node.entries):
            one.findings.error(counts.place, "test", "expect: say how many «alerts»")
        counts.done()
    one.done()
    return found


def _count(counts: Record | None, key: str) -> int | None:
    return counts.whole(key, 0) if counts and key in counts.node.entries else None


def _evidence(one: Record, chosen: Sequence[Selection]) -> dict[str, tuple[str, ...]]:
    proof = one.record("evidence")
    if proof is None:
        return {}
    known = [selection.name for selection in chosen]
    for name in proof.node.entries:
        if name not in known:
            proof.findings.error(
                proof.where(name), "unknown-selection",
                f"evidence: selection «{name}» is not defined{did_you_mean(name, known)}",
            )  # fmt: skip
    return {name: proof.texts(name) for name in proof.node.entries}


def _outages(one: Record) -> tuple[Outage, ...]:
    found = []
    for row in one.records("outages"):
        lasting = row.duration("for")
        if lasting is None:
            row.findings.error(row.place, "missing", "an outage needs «for»: how long it lasts")
        found.append(Outage(_moment(row, "at"), lasting or timedelta()))
        row.done()
    return tuple(found)


def _item(row: Record) -> TimedItem:
    text = Text(
        row.text("title"), row.text("summary"), row.text("language"), row.text("kind"),
        row.text("feed"), row.text("publisher"), _published(row), row.text("url"),
    )  # fmt: skip
    text = replace(text, listed=tuple(_listed(row, text)))
    if not text.title and not text.summary:
        row.findings.error(row.place, "missing", "an item needs «title» or «summary»")
    item = TimedItem(_moment(row, "at"), text, row.duration("every"), row.whole("times", 1))
    if not 1 <= item.times <= MOST_TIMES:
        row.findings.error(row.at("times"), "number", f"times: expected 1 to {MOST_TIMES}")
    if item.times > 1 and item.every is None:
        row.findings.error(row.at("times"), "missing", "«every» is missing: how far apart they are")
    row.done()
    return item


def _listed(row: Record, text: Text) -> Iterator[ListedName]:
    """`listed: {LIST: [words]}`: the names of sanctions lists that stand in the text."""
    lists = row.record("listed")
    for key in lists.node.entries if lists else ():
        if lists and key not in SANCTIONS:
            hint = did_you_mean(key, SANCTIONS)
            lists.findings.error(lists.where(key), "unknown-id", f"there is no list «{key}»{hint}")
        for one in lists.scalars(key) if lists else ():
            field: Literal["title", "summary"] = "title" if one.text in text.title else "summary"
            at = (text.title if field == "title" else text.summary).find(one.text)
            if at < 0:
                told = f"listed: «{one.text}» does not stand in the item"
                row.findings.error(one.place, "test", told)
            else:
                yield ListedName(field, at, at + len(one.text), key, one.text)


def _moment(row: Record, key: str) -> timedelta:
    """A time since the start of the test."""
    found = _AT.fullmatch(row.text(key, "0h"))
    if found is None:
        row.findings.error(
            row.at(key), "duration", f"{key}: expected a time since the start like 0h, 30m or 2d"
        )
        return timedelta()
    return timedelta(hours=int(found[1]) * _HOURS[found[2]])


def _published(row: Record) -> datetime | None:
    value = row.text("published")
    try:
        stamp = datetime.fromisoformat(value) if value else None
    except ValueError:
        row.findings.error(row.at("published"), "date", f"published: «{value}» is no date")
        return None
    return stamp.replace(tzinfo=UTC) if stamp and stamp.tzinfo is None else stamp
