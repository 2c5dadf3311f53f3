"""The tables of the author's guide name every field there is, no other, and say what is true."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import fields
from datetime import timedelta
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from rules import entries, overrides
from rules.load import EDITORS, load
from rules.reading import Record
from rules.rule import Alerting, Notify, Realert
from rules.watchlist import Watchlist
from rules.yamlnodes import Findings, Mapping, parse
from tests.rules.schemas import mistakes, value

GUIDE = (Path(__file__).parents[2] / "docs" / "rules.md").read_text(encoding="utf-8")
EDITOR: dict[str, Any] = json.loads(EDITORS.read_text(encoding="utf-8"))
# Parts that stand in two places and have one table: a term, and an item of a test.
SAME = (
    (re.compile(r"match\.NAME\.(any|all)(\.NAME)?\.(?=\w)"), "term."),
    (re.compile(r"^tests\.item\."), "tests.items."),
)
# All that a watchlist file may hold, one mapping a line.
WATCHED = """\
schema: 1
goods: [{id: own-good, ministry: {lead: EZK}, crma: {critical: true}}]
countries: [{iso2: ID}]
measures: [{id: own-measure}]
companies: [{id: own-company}]
words: [{language: cs}]
groups: {own: {members: [NL]}}
"""


class Row(NamedTuple):
    """A line of a table: the field, what it takes, what holds when it is left out, an example."""

    field: str
    takes: str
    left_out: str
    example: str


def rows() -> Iterator[Row]:
    """All lines of the tables of fields; several fields may share one."""
    for line in GUIDE.partition("## Every field")[2].splitlines():
        cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        if len(cells) == 4 and cells[0].startswith("`"):
            cells = [cell.replace("\\|", "|") for cell in cells]
            for field in re.findall(r"`([^`]+)`", cells[0]):
                yield Row(field, cells[1], cells[2], cells[3].strip("`"))


ROWS = list(rows())
WATCHLIST = ("goods.", "countries.", "measures.", "companies.", "groups.", "words.")
OF_RULES = [one for one in ROWS if not one.field.startswith((*WATCHLIST, "local."))]


def known(part: dict[str, Any], path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every field of the schema below a part, by its path; NAME is a name of the author's."""
    if "$ref" in part:
        part = EDITOR["$defs"][part["$ref"].rpartition("/")[2]]
    inner = [*part.get("oneOf", ()), *([part["items"]] if "items" in part else [])]
    for one in inner:
        yield from known(one, path)
    for name, one in part.get("properties", {}).items():
        below = f"{path}.{name}".lstrip(".")
        yield below, one
        yield from known(one, below)
    if isinstance(more := part.get("additionalProperties"), dict):
        yield from known(more, f"{path}.NAME")


def same(path: str) -> str:
    """The path under which the guide has a field."""
    for pattern, instead in SAME:
        path = pattern.sub(instead, path)
    return path


def test_the_guide_has_every_field_of_the_schema_and_no_other() -> None:
    told = [one.field for one in OF_RULES]
    assert sorted(told) == sorted({same(path) for path, _ in known(EDITOR)})


def test_no_field_has_two_rows() -> None:
    told = [one.field for one in ROWS]
    assert len(told) == len(set(told))


def test_the_guide_names_every_word_that_a_field_may_have() -> None:
    by_field = {one.field: one for one in OF_RULES}
    for path, part in known(EDITOR):
        one = part.get("items", part)
        row = by_field[same(path)]
        for word in one.get("enum", ()):
            assert re.search(rf"\b{re.escape(word)}\b", row.takes), f"{row.field}: {word}"


def test_fields_that_must_be_given_are_marked_so() -> None:
    by_field = {one.field: one for one in OF_RULES}
    for name in EDITOR["required"]:
        wanted = (
            "1" if name == "schema" else "-"
        )  # an editor asks for it, the program takes it as 1
        assert by_field[name].left_out == wanted


@pytest.mark.parametrize(
    ("of", "prefix", "named"),
    [
        (Alerting(), "alert", {"duration": "for"}),
        (Notify(), "notify", {}),
        (Realert(), "alert.realert", {}),
    ],
)
def test_what_holds_when_a_field_is_left_out_is_what_the_reader_takes(
    of: Any, prefix: str, named: dict[str, str]
) -> None:
    by_field = {one.field: one for one in OF_RULES}
    for field in fields(of):
        left = getattr(of, field.name)
        row = by_field.get(f"{prefix}.{named.get(field.name, field.name)}")
        if row and left not in (None, "", ()) and not isinstance(left, timedelta | Realert):
            said = str(left).lower() if isinstance(left, bool) else str(left)
            if not row.left_out.startswith("- "):
                assert row.left_out.startswith(said), row.field


@pytest.mark.parametrize("row", OF_RULES, ids=[one.field for one in OF_RULES])
def test_the_example_of_a_field_is_sound(row: Row) -> None:
    (node,) = parse(row.example, "example.yaml", Findings())
    part = {**EDITOR, "required": []}
    assert mistakes(part, value(node)) == []
    last = row.field.rpartition(".")[2]
    if last != "NAME":
        assert re.search(rf"\b{re.escape(last)}\b", row.example) or row.field == "tests.outages.at"


def read_keys(monkeypatch: pytest.MonkeyPatch, text: str) -> tuple[dict[int, set[str]], Mapping]:
    """The keys that the reader asked for, by the line on which their mapping begins."""
    asked: dict[int, set[str]] = {}
    get = Record.get

    def noted(record: Record, key: str) -> Any:
        if record.place.column > 1:
            asked.setdefault(record.place.line, set()).add(key)
        return get(record, key)

    monkeypatch.setattr(Record, "get", noted)
    (node,) = parse(text, "watched.yaml", Findings())
    assert isinstance(node, Mapping)
    return asked, node


def test_the_guide_has_every_field_of_an_entry_of_the_watchlist(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked, node = read_keys(monkeypatch, WATCHED)
    findings = Findings()
    entries.add(Watchlist(), node, findings)
    monkeypatch.undo()

    assert findings.found == []
    inner = {"lead", "also", "critical", "strategic"}
    by_part: dict[str, set[str]] = {}
    for one in ROWS:
        part, _, name = one.field.partition(".")
        by_part.setdefault(part, set()).add(name.removeprefix("NAME."))
    notes = {"facts", "stocks", "substitutability", "context_required", "known_measures"}
    for line, part in enumerate(("goods", "countries", "measures", "companies", "words"), 2):
        known_keys = asked[line] - (inner if part == "goods" else set())
        assert by_part[part] - (notes if part == "goods" else set()) == known_keys, part
    assert by_part["groups"] == {"members", "title"}


def test_the_guide_has_every_field_of_a_local_change(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "rules.local.yaml"
    path.write_text("export-ban: {enabled: true}\n", encoding="utf-8")
    shipped = load().rules
    asked: set[str] = set()
    done = Record.done

    def noted(record: Record) -> None:
        asked.update(record.asked)
        done(record)

    monkeypatch.setattr(Record, "done", noted)
    overrides.apply(path, shipped, Findings())
    assert {one.field for one in ROWS if one.field.startswith("local.")} == {
        f"local.{key}" for key in asked
    }


@pytest.mark.parametrize(
    "row", [one for one in ROWS if one.field.startswith(WATCHLIST)], ids=lambda one: one.field
)
def test_the_example_of_an_entry_is_taken(row: Row) -> None:
    (node,) = parse(row.example, "example.yaml", Findings())
    findings = Findings()
    entries.add(Watchlist(), node, findings)
    assert [one.message for one in findings.found if one.level == "error"] == []


def test_the_guide_has_every_part_of_a_pack() -> None:
    table = GUIDE.partition("| part | holds |")[2].partition("\n\n")[0]
    told = set(
        re.findall(
            r"`(\w+)`", "\n".join(row.split("|")[1] for row in table.splitlines()[2:] if row)
        )
    )
    assert told == entries._PARTS | entries._OTHER
