"""The JSON Schema for editors says the same of a rule as the program's own reader."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from rules import schema
from rules.load import SHIPPED, load
from rules.reading import Record
from rules.yamlnodes import Findings, parse, read
from tests.rules.schemas import mistakes, value

FILE = SHIPPED.parents[1] / "osawatch-rule.schema.json"
KNOWN: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
WHOLE = """\
schema: 1
id: one
title: One
level: low
related: [{id: two, type: similar}]
source: {kinds: [news]}
match:
  good: {watchlist: goods}
  own: {any: {en: [{text: ore, match: word}]}}
near: {of: [good, own]}
condition: good and own
exceptions: [{name: x, when: {url|contains: x}, reason: y, until: 2027-01-01}]
alert: {type: spike, window: 3d, baseline: 28d, ratio: 3, realert: {after: 24h}}
notify: {desktop: true}
inhibited_by: [{rule: two, equal: [good]}]
tests:
- name: t
  items: [{at: 0h, every: 1h, times: 3, title: tin, url: x, listed: {un-sc: [tin]}}]
  outages: [{at: 1h, for: 2h}]
  until: 9h
  expect: {alerts: 1, items: 2, realerts: 0, because: merged}
"""
# the objects of the schema, and the line of the document where each is read
OBJECTS = {
    "related": (5, KNOWN["properties"]["related"]["items"]),
    "source": (6, KNOWN["properties"]["source"]),
    "near": (10, KNOWN["$defs"]["near"]),
    "exceptions": (12, KNOWN["properties"]["exceptions"]["items"]),
    "alert": (13, KNOWN["properties"]["alert"]),
    "realert": (13, KNOWN["properties"]["alert"]["properties"]["realert"]),
    "notify": (14, KNOWN["properties"]["notify"]),
    "inhibited_by": (15, KNOWN["properties"]["inhibited_by"]["items"]),
    "test": (17, KNOWN["$defs"]["test"]),
    "item": (18, KNOWN["$defs"]["item"]),
    "outages": (19, KNOWN["$defs"]["test"]["properties"]["outages"]["items"]),
    "expect": (21, KNOWN["$defs"]["test"]["properties"]["expect"]["oneOf"][1]),
    "rule": (1, KNOWN),
}  # fmt: skip


def test_the_shipped_rules_are_sound_for_an_editor() -> None:
    for file in (SHIPPED / "rules").glob("*.yaml"):
        text = file.read_text(encoding="utf-8")
        line = next(one for one in text.splitlines() if "yaml-language-server" in one)
        assert (file.parent / line.partition("$schema=")[2]).resolve() == FILE.resolve()
        for node in read(file, Findings()):
            assert mistakes(KNOWN, value(node)) == []


def test_the_whole_example_is_sound_for_editor_and_reader() -> None:
    (node,) = parse(WHOLE, "one.yaml", Findings())
    findings = Findings()
    assert mistakes(KNOWN, value(node)) == []
    assert schema.read(node, load().watchlist, findings) is not None
    assert findings.found == []


@pytest.mark.parametrize("name", OBJECTS)
def test_an_editor_knows_exactly_the_keys_that_the_reader_asks_for(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: dict[int, list[set[str]]] = {}
    done = Record.done

    def noted(record: Record) -> None:
        asked.setdefault(record.place.line, []).append(set(record.asked))
        done(record)

    monkeypatch.setattr(Record, "done", noted)
    (node,) = parse(WHOLE, "one.yaml", Findings())
    schema.read(node, load().watchlist, Findings())

    line, known = OBJECTS[name]
    assert set(known["properties"]) in asked[line]


@pytest.mark.parametrize(
    ("good", "bad", "where"),
    [
        ("level: low", "level: loud", ".level"),
        ("title: One", "titel: One", ".titel: unknown"),
        ("window: 3d", "window: 3 days", ".alert.window"),
        ("times: 3", "times: 0", ".tests[0].items[0].times"),
        ("url|contains", "url|has", ".exceptions[0].when.url|has"),
        ("condition: good and own\n", "", ": required condition"),
    ],
)
def test_an_editor_underlines_what_the_reader_refuses(good: str, bad: str, where: str) -> None:
    (node,) = parse(WHOLE.replace(good, bad), "one.yaml", Findings())
    findings = Findings()
    assert any(one.startswith(where) for one in mistakes(KNOWN, value(node)))
    assert schema.read(node, load().watchlist, findings) is None


def test_a_word_of_json_schema_that_the_checker_does_not_know_is_no_success() -> None:
    with pytest.raises(NotImplementedError):
        mistakes({"contains": {}}, [])


def test_the_schema_is_part_of_the_package() -> None:
    assert FILE.parent == Path(schema.__file__).parent
