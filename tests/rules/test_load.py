"""Reading packs and rules: every mistake with its place, the sound parts load."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rules.check import check, lint
from rules.load import SHIPPED, load
from rules.yamlnodes import Findings, Mapping, read
from tests.rules.samples import RULE, WATCHLIST, pack, told

RULES = SHIPPED.parents[1]
HEAD = "schema: 1\nid: one\ntitle: One rule\nlevel: low\n"
IF = "condition: a\n"
PLAIN = "match: {a: {any: [abc]}}\n" + IF


def test_a_sound_pack_loads_without_a_finding(tmp_path: Path) -> None:
    found = pack(tmp_path)
    assert told(found) == []
    rule = found.rules[0]
    assert (rule.id, rule.level, rule.status, rule.line) == ("ban", "high", "stable", 1)
    assert rule.merge_window == timedelta(hours=72)
    assert rule.condition == "good and measure"
    assert found.watchlist.goods["gallium"].codes[0].hs6 == "811292"


def test_what_a_watchlist_leaves_out_comes_from_the_shipped_pack(tmp_path: Path) -> None:
    goods = "schema: 1\ngoods:\n- {id: unobtainium, names: {en: x}, terms: {en: [unobtainium]}}\n"
    found = pack(tmp_path, watchlist=goods)
    assert list(found.watchlist.goods) == ["unobtainium"]
    assert "export-ban" in found.watchlist.measures
    assert found.watchlist.countries["NL"].names["de"] == "Niederlande"


def test_every_mistake_is_told_at_once_and_the_sound_rules_load(tmp_path: Path) -> None:
    bad = HEAD + (
        "levle: high\n"
        "match:\n"
        "  a: {any: [x1, 7]}\n"
        "  b: {watchlist: goods, items: [galium]}\n"
        "condition: a and c\n"
    )
    found = pack(tmp_path, bad, RULE)
    assert [rule.id for rule in found.rules] == ["ban"]
    assert told(found) == [
        "8:33: error unknown-id",
        "9:18: error unknown-selection",
        "5:1: error unknown-key",
    ]
    assert "did you mean «level»" in found.findings[-1].message


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("schema: 2\nid: one\nmatch: {}\n", "schema", "1:9"),
        (HEAD.replace("low", "lwo") + "match: {a: {any: [abc]}}\ncondition: a\n", "choice", "4:8"),
        (HEAD + PLAIN + "near: {of: [a, b], within: page}\n", "near", "7:28"),
        (HEAD + "match: {a: {regex: ['(']}}\ncondition: a\n", "regex", "5:21"),
        (HEAD + "match: {a: {any: {english: [x]}}}\ncondition: a\n", "language", "5:19"),
        (HEAD + "match: {a: {any: ['*']}}\ncondition: a\n", "empty-term", "5:19"),
        (HEAD + "match: {a: {list: nope}}\ncondition: a\n", "unknown-list", "5:19"),
        (HEAD + "match: {a: {watchlist: countries, group: x}}\n" + IF, "empty-group", "5:42"),
        (HEAD + PLAIN + "alert: {merge_window: 3 days}\n", "duration", "7:23"),
        (HEAD + PLAIN + "exceptions: [{name: x, reason: y}]\n", "exception", "7:14"),
        (
            HEAD + PLAIN + "exceptions: [{name: x, when: {title|contains: ''}, reason: y}]\n",
            "exception",
            "7:47",
        ),
        (
            HEAD + PLAIN + "exceptions: [{name: x, when: {publisher: []}, reason: y}]\n",
            "exception",
            "7:42",
        ),
        (HEAD + "condition: a\n", "missing", "1:1"),
        ("schema: 1\nmatch: {a: {any: [abc]}}\ncondition: a\n", "missing", "1:1"),
        (HEAD + "id: two\nmatch: {a: {any: [abc]}}\ncondition: a\n", "duplicate-key", "5:1"),
        (HEAD + "match: {a: {any: [abc]}}\ncondition: not a\n", "always", "6:12"),
        ("just a text\n", "type", "1:1"),
    ],
)  # fmt: skip
def test_a_mistake_says_where_it_stands(tmp_path: Path, text: str, code: str, place: str) -> None:
    found = pack(tmp_path, text)
    assert f"{place}: error {code}" in told(found)


def test_a_rule_id_is_used_once(tmp_path: Path) -> None:
    found = pack(tmp_path, RULE, RULE)
    assert len(found.rules) == 1
    assert [one.code for one in found.findings] == ["duplicate-id"]


def test_a_good_with_a_mistake_does_not_take_the_others_with_it(tmp_path: Path) -> None:
    found = pack(tmp_path, watchlist=WATCHLIST.replace("id: tin\n", "id: tin\n  teir: B\n"))
    assert [one.code for one in found.findings] == ["unknown-key"]
    assert "gallium" in found.watchlist.goods


def test_a_local_override_changes_level_and_adds_exceptions(tmp_path: Path) -> None:
    local = """\
ban:
  level: critical
  exceptions:
  - {name: known, when: {title|contains: Rotterdam}, reason: ours}
gone: {enabled: false}
"""
    found = pack(tmp_path, local=local)
    assert found.rules[0].level == "critical"
    assert found.rules[0].exceptions[0].reason == "ours"
    assert [one.code for one in found.findings] == ["unknown-rule"]


def test_lint_finds_what_loads_but_is_not_meant(tmp_path: Path) -> None:
    rule = HEAD + (
        "source: {languages: [en, nl]}\n"
        "match:\n"
        "  a: {any: {en: [abc]}}\n"
        "  b: {any: [x]}\n"
        "  c: {any: ['gases*']}\n"
        "condition: a or c\n"
        "exceptions: [{name: old, when: {title: x}, reason: y, until: 2020-01-01}]\n"
        "inhibited_by: [{rule: none, equal: [a]}]\n"
    )
    codes = {one.code for one in lint(pack(tmp_path, rule), date(2026, 1, 1))}
    assert codes == {
        "unused-selection", "short-term", "language-without-terms", "expired-exception",
        "no-positive-test", "no-negative-test", "unknown-rule", "no-guidance",
    }  # fmt: skip


def test_a_rule_with_a_term_that_stands_in_too_many_words_does_not_load(tmp_path: Path) -> None:
    rule = HEAD.replace("id: one", "id: open-term") + "match: {a: {any: ['zin*']}}\n" + IF
    found = pack(tmp_path, RULE, rule)
    assert [one.id for one in found.rules] == ["ban"]
    assert {one.code for one in found.findings if one.level == "error"} == {"short-term"}
    assert [str(one) for one in lint(found) if "zin" in one.message] == [
        str(one) for one in found.findings if "zin" in one.message
    ]


def test_the_shipped_pack_has_no_errors_and_no_warnings() -> None:
    assert [str(one) for one in check([]) if one.level != "note"] == []


def test_checking_overrides_looks_at_the_rules_they_change(tmp_path: Path) -> None:
    local = tmp_path / "rules.local.yaml"
    local.write_text(
        "export-ban:\n  levle: high\n  exceptions:\n"
        "  - {name: old, when: {title: x}, reason: y, until: 2020-01-01}\n"
        "exprt-ban: {level: low}\n",
        encoding="utf-8",
    )
    told = [(f"{one.line}:{one.column}", one.code) for one in check([local], date(2026, 1, 1))]
    assert told == [
        ("2:3", "unknown-key"), ("4:53", "expired-exception"), ("5:1", "unknown-rule"),
    ]  # fmt: skip


def test_hidden_files_of_a_folder_are_passed_over(tmp_path: Path) -> None:
    pack(tmp_path)
    (tmp_path / ".old").mkdir()
    (tmp_path / ".old" / "rules.yaml").write_text(RULE, encoding="utf-8")
    assert check([tmp_path]) == []


def test_checking_a_folder_finds_rules_and_watchlists(tmp_path: Path) -> None:
    pack(tmp_path, RULE.replace("items: [export-ban]", "items: [exprt-ban]"))
    findings = check([tmp_path])
    assert [one.code for one in findings] == ["unknown-id"]
    assert str(findings[0]).startswith(f"{tmp_path}/rules.yaml:9:42: error unknown-id")


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None
)
@given(st.lists(st.tuples(st.integers(0, len(RULE)), st.text(max_size=3)), max_size=4))
def test_a_damaged_rule_file_ends_in_findings_not_in_a_crash(
    tmp_path: Path, damage: list[tuple[int, str]]
) -> None:
    text = RULE
    for place, what in damage:
        text = text[:place] + what + text[place + len(what) :]
    path = tmp_path / "damaged.yaml"
    path.write_text(text, encoding="utf-8", errors="replace")
    found = load([path], [path])
    assert found.rules or found.findings or not text.strip()


def test_editors_know_every_key_of_the_shipped_rules() -> None:
    known = json.loads((RULES / "osawatch-rule.schema.json").read_text(encoding="utf-8"))
    for file in (SHIPPED / "rules").glob("*.yaml"):
        assert "# yaml-language-server: $schema=" in file.read_text(encoding="utf-8")
        for node in read(file, Findings()):
            assert isinstance(node, Mapping)
            assert set(node.entries) <= set(known["properties"])
            match = node.entries["match"]
            assert isinstance(match, Mapping)
            for selection in match.entries.values():
                assert isinstance(selection, Mapping)
                assert set(selection.entries) <= set(known["$defs"]["selection"]["properties"])
