"""Every mistake an author can make: its message, its place, and the caret under the word.

In each document the word that is wrong stands between ⟦ and ⟧: that is where the finding must
point, and what the caret must underline.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from osawatch.cli.rules_findings import excerpt
from osawatch.cli.rules_sarif import log
from rules.check import check
from rules.lints import LINTS
from rules.model import Finding
from rules.yamlnodes import BREAKS

TODAY = date(2026, 6, 1)
HEAD = "schema: 1\nid: one\ntitle: One rule\nlevel: low\nguidance: Read it.\n"
MATCH = "match: {a: {any: [gallium]}}\n"
IF = "condition: a\n"
TESTS = (
    "tests:\n- {name: yes it does, item: {title: gallium}, expect: match}\n"
    "- {name: no it does not, item: {title: tea}, expect: no-match}\n"
)
PLAIN = HEAD + MATCH + IF
WATCH = "schema: 1\ngoods:\n- id: tin\n  names: {en: tin}\n  terms: {en: [tin]}\n"


def rule(more: str) -> str:
    return PLAIN + more + TESTS


def with_match(match: str, condition: str = "a") -> str:
    return HEAD + f"match:\n  a: {match}\ncondition: {condition}\n" + TESTS


def alert(options: str) -> str:
    group = "match: {good: {watchlist: goods}}\ncondition: good\n"
    return HEAD + group + f"alert: {{{options}}}\n" + TESTS


ERRORS = {
    "syntax": [
        (rule("description: gallium⟦:⟧ a metal\n"), "quote a text that holds a colon"),
        (rule("tags: ⟦[⟧topic.a, topic.b\n"), "close the [ ]"),
        (rule("description: ⟦'an⟧ open quote\n"), "a quote is not closed"),
        (rule("notify:\n⟦\t⟧desktop: true\n"), "indent with spaces, not with a tab"),
        (rule("description: ⟦@home⟧\n"), "quote a text that begins with a sign"),
        (rule("description: a ⟦\x07⟧ b\n"), "control characters"),
    ],
    "alias": [(rule("tags: ⟦&t⟧ [topic.a]\nreferences: *t\n"), "quote or repeat")],
    "tag": [(rule("description: ⟦!!int⟧ 3\n"), "!!int")],
    "key": [(rule("? ⟦[⟧a, b]\n: c\n"), "plain text")],
    "duplicate-key": [(rule("⟦level⟧: high\n"), "«level» stands here twice")],
    "type": [
        (rule("description: ⟦[⟧a, b]\n"), "description: expected a text"),
        (rule("source: ⟦news⟧\n"), "source: expected «name: value» pairs"),
        (rule("exceptions: ⟦none⟧\n"), "exceptions: expected a list"),
        (rule("tags: ⟦[⟧[a, b], c]\n"), "tags: expected a list of texts"),
        (rule("enabled: ⟦maybe⟧\n"), "enabled: «maybe» is neither true nor false"),
        ("⟦just⟧ a text\n", "expected goods:"),
    ],
    "schema": [(rule("").replace("schema: 1", "schema: ⟦2⟧"), "newer than this program")],
    "missing": [
        (rule("").replace("level: low\n", "").replace("schema:", "⟦schema⟧:"), "«level»"),
        (rule("").replace("title: One rule", "title: ⟦''⟧"), "«title» is empty"),
        (alert("type: ⟦spike⟧, window: 3d, baseline: 28d"), "spike needs «ratio»"),
        (rule("").replace(", expect: no-match", "").replace("{name: no", "⟦{⟧name: no"), "expect"),
        (PLAIN + "tests: [{name: t, items: [{title: x, times: ⟦3⟧}], expect: match}]\n", "«every»"),
    ],
    "unknown-key": [
        (rule("⟦lvel⟧: high\n"), "did you mean «level»?"),
        (rule("").replace("title: gallium}", "title: gallium, ⟦tin⟧}"), "holds a comma"),
        (alert("⟦windw⟧: 3d"), "did you mean «window»?"),
        (with_match("{any: [gallium], ⟦colour⟧: red}"), "«colour» is not known here"),
        (with_match("{any: [{text: gallium, ⟦cased⟧: yes}]}"), "a term knows no «cased»"),
    ],
    "choice": [
        (rule("").replace("level: low", "level: ⟦hgih⟧"), "did you mean «high»?"),
        (rule("status: ⟦tset⟧\n"), "did you mean «test»?"),
        (with_match("{any: [gallium], fields: [⟦body⟧]}"), "neither title nor summary"),
        (with_match("{watchlist: measures, status: [⟦told⟧]}"), "«told» is none of rumour"),
        (with_match("{any: [{text: tin, case: ⟦upper⟧}]}"), "case: «upper» is none of"),
        (alert("type: ⟦spyke⟧"), "did you mean «spike»?"),
        (alert("type: new_value, field: ⟦publishr⟧"), "did you mean «publisher»?"),
    ],
    "number": [
        (with_match("{any: [gallium], min: ⟦two⟧}"), "min: «two» is not a whole number"),
        (alert("type: spike, window: 1d, baseline: 9d, ratio: ⟦many⟧"), "is not a number"),
        (alert("type: spike, window: 1d, baseline: 9d, ratio: ⟦0.5⟧"), "a number above 1"),
        (alert("type: frequency, window: 1d, threshold: ⟦0⟧"), "1 or more"),
    ],
    "date": [
        (rule("date: ⟦yesterday⟧\n"), "«yesterday» is no day like"),
        (rule("exceptions: [{name: x, when: {title: x}, reason: y, until: ⟦2026-13-01⟧}]\n"),
         "until: «2026-13-01»"),
    ],
    "duration": [
        (alert("merge_window: ⟦3⟧ days"), "is no duration like"),
        (alert("type: spike, window: 9d, baseline: ⟦3d⟧, ratio: 2"), "as long as the window"),
        (PLAIN + "tests: [{name: t, items: [{at: ⟦noon⟧, title: x}], expect: match}]\n", "like 0h"),
    ],
    "regex": [
        (with_match("{regex: ['gallium', ⟦'(tin'⟧]}"), "no regular expression"),
        (with_match("{regex: ['gallium', ⟦'a{99999999999999999999}'⟧]}"), "no regular expression"),
        (rule("exceptions: [{name: x, when: {title|re: ⟦'['⟧}, reason: y}]\n"), "no regular"),
    ],
    "language": [(with_match("{any: {⟦english⟧: [gallium]}}"), "like en or zh-Hant")],
    "id": [(rule("").replace("id: one", "id: ⟦One⟧"), "small letters")],
    "name": [(HEAD + "match: {⟦Good⟧: {any: [tin]}}\ncondition: Good\n" + TESTS, "digits and _")],
    "duplicate-id": [
        (rule("") + "---\n" + rule("").replace("id: one", "id: ⟦one⟧"), "stands already in"),
        (WATCH + "- id: ⟦tin⟧\n  names: {en: tin}\n  terms: {en: [tin]}\n", "defined twice"),
    ],
    "country": [("schema: 1\ncountries:\n- iso2: ⟦Norway⟧\n", "no code like NL")],
    "code": [(WATCH + "  codes: [{cn8: ⟦8001⟧}]\n", "not a code of 8 digits")],
    "share": [(WATCH + "  suppliers: [{country: CN, share: ⟦71⟧}]\n", "from 0 to 1")],
    "term": [(with_match("{any: [⟦{⟧match: word}]}"), "has no «text»")],
    "terms": [
        (with_match("{any: {en: ⟦gallium⟧}}"), "list of terms in [ ]"),
        (with_match("{any: ⟦gallium⟧}"), "terms per language"),
    ],
    "empty-term": [(with_match("{any: [⟦'*'⟧]}"), "a letter or a digit")],
    "short-term": [(with_match("{any: {en: [⟦'zinc*'⟧]}}"), "list the compounds")],
    "selection": [(with_match("⟦{⟧fields: [title]}"), "needs watchlist, list, any, all or regex")],
    "unknown-selection": [
        (with_match("{any: [tin]}", "a and ⟦b⟧"), "«b» is not defined"),
        (rule("near: {of: [a, ⟦b⟧]}\n"), "near: selection «b»"),
        (alert("group_by: [⟦goud⟧]"), "did you mean «good»?"),
        (PLAIN + "tests: [{name: t, item: {title: x}, expect: match, evidence: {⟦b⟧: [x]}}]\n",
         "evidence: selection «b»"),
    ],
    "unknown-id": [
        (with_match("{watchlist: goods, items: [⟦galium⟧]}"), "did you mean «gallium»?"),
        (with_match("{watchlist: countries, items: [⟦XQ⟧]}"), "is not on the watchlist"),
    ],
    "unknown-list": [(with_match("{list: ⟦recal⟧}"), "did you mean «recall»?")],
    "empty-group": [
        (with_match("{watchlist: countries, group: ⟦atlantis⟧}"), "holds nothing of countries"),
        (with_match("{watchlist: goods, sector: ⟦spices⟧}"), "holds nothing of goods"),
        (with_match("⟦{⟧watchlist: countries, items: [NL], exclude: [NL]}"), "selects nothing"),
    ],
    "condition": [
        (with_match("{any: [tin]}", "⟦(⟧a or a"), "bracket is not closed"),
        (with_match("{any: [tin]}", "a ⟦b⟧"), "not expected here"),
        (with_match("{any: [tin]}", "1 of ⟦x_*⟧"), "no selection fits"),
    ],
    "always": [(with_match("{any: [tin]}", "⟦not⟧ a"), "needs nothing to be true")],
    "near": [
        (rule("near: {of: ⟦[⟧a]}\n"), "at least two selections"),
        (rule("near: {of: [a, a], within: ⟦page⟧}\n"), "none of sentence"),
    ],
    "when": [
        (rule("exceptions: [{name: x, when: {⟦headline⟧: x}, reason: y}]\n"), "is no field|test")
    ],
    "exception": [(rule("exceptions: [⟦{⟧name: x, reason: y}]\n"), "hide everything")],
    "test": [
        (PLAIN + "tests: [⟦{⟧name: t, expect: match}]\n", "needs «item» or «items»"),
        (PLAIN + "tests: [{name: t, item: {title: x}, expect: ⟦{⟧because: x}}]\n", "how many"),
    ],
}  # fmt: skip
WARNINGS = {
    "unused-selection": [
        (HEAD + "match:\n  a: {any: [tin]}\n  ⟦b⟧: {any: [zinc]}\n" + IF + TESTS, "used nowhere")
    ],
    "unknown-selection": [(rule("show: ⟦[⟧b]\n"), "show: «b»")],
    "short-term": [
        (with_match("{any: {en: [⟦ga⟧]}}"), "match: word"),
        (with_match("{any: {en: [⟦'ferro*'⟧]}}"), "check what it hits"),
    ],
    "language-without-terms": [
        (
            HEAD + "source: {languages: [en, nl]}\nmatch: {a: ⟦{⟧any: {en: [tin]}}}\n" + IF + TESTS,
            "no terms in nl",
        )
    ],
    "expired-exception": [
        (rule("exceptions: [{name: x, when: {title: x}, reason: y, until: ⟦2026-05-31⟧}]\n"),
         "ended 2026-05-31"),
    ],
    "no-positive-test": [
        (PLAIN + "tests:\n⟦-⟧ {name: t, item: {title: x}, expect: no-match}\n", "expects a match")
    ],
    "no-negative-test": [
        (PLAIN + "tests:\n⟦-⟧ {name: t, item: {title: x}, expect: match}\n", "expects no match"),
        (PLAIN.replace("id: one", "id: ⟦one⟧"), "expects no match"),
    ],
    "duplicate-test": [
        (rule("").replace("- {name: no it does not", "- ⟦{⟧name: yes it does"), "stands above")
    ],
    "unknown-kind": [(rule("source: {kinds: [⟦newz⟧]}\n"), "«newz» is none of news")],
    "group": [
        (rule("").replace(IF, IF + "alert: {group_by: [⟦a⟧]}\n"), "no values to part alerts by")
    ],
    "unused-option": [(alert("⟦ratio⟧: 3"), "any uses no «ratio»")],
    "unknown-rule": [(rule("inhibited_by: [{rule: ⟦uno⟧}]\n"), "there is no rule «uno»")],
    "no-terms": [("schema: 1\ngoods:\n- ⟦id⟧: tin\n  names: {en: tin}\n", "has no terms")],
    "empty-group": [
        ("schema: 1\ncountries: []\ngroups:\n  ⟦g7⟧: {members: []}\n", "has no members")
    ],
    "unknown-id": [
        ("schema: 1\ncompanies:\n- ⟦id⟧: acme\n  names: [Acme]\n  goods: [tinn]\n", "no good")
    ],
    "nothing-read": [("⟦schema⟧: 1\nid: one\ntitle: A rule that lost its body\n", "neither")],
}  # fmt: skip
NOTES = {
    "no-guidance": [
        (rule("").replace("guidance: Read it.\n", "").replace("id: one", "id: ⟦one⟧"), "guidance")
    ],
    "yaml-trap": [
        (with_match("{watchlist: countries, items: [⟦NO⟧]}"), "true or false"),
        (with_match("{any: [⟦0712⟧]}"), "an octal number"),
        (rule("").replace("title: tea", "title: ⟦22:30⟧"), "a number to the base of 60"),
        (rule("owner: ⟦~⟧\n"), "nothing to other programs"),
        (rule("").replace("title: One rule", "title: ⟦1.10⟧"), "without its last zero"),
    ],
}  # fmt: skip
ALL = [
    pytest.param(level, code, text, told, id=f"{code}-{number}")
    for level, table in (("error", ERRORS), ("warning", WARNINGS), ("note", NOTES))
    for code, cases in table.items()
    for number, (text, told) in enumerate(cases)
]
ELSEWHERE = {"unreadable", "too-big", "encoding", "too-deep"}  # of whole files: test_yamlnodes


@pytest.mark.parametrize(("level", "code", "text", "told"), ALL)
def test_a_mistake_is_told_at_its_word(
    tmp_path: Path, level: str, code: str, text: str, told: str
) -> None:
    before, word, _ = re.split("[⟦⟧]", text)
    plain = text.replace("⟦", "").replace("⟧", "")
    file = tmp_path / "mine.yaml"
    file.write_text(plain, encoding="utf-8")

    here = [one for one in check([file], TODAY) if (one.code, one.level) == (code, level)]

    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    found = [one for one in here if (one.line, one.column) == (line, column)]
    assert [one for one in found if told in one.message], list(map(str, here))
    assert str(found[0]).startswith(f"{file}:{line}:{column}: {level} {code} ")
    assert underlined(plain, found[0]) == word.replace("\t", " ").replace("\x07", " ")


def underlined(text: str, one: Finding) -> str:
    """The part of a line that the caret marks."""
    line = text.split("\n")[one.line - 1]
    shown, caret = excerpt(line, one.column)
    start = caret.index("^")
    assert set(caret[:start]) <= {" "}
    return shown[start : start + caret.count("^")]


def test_every_lint_has_its_mistake_here() -> None:
    assert {*ERRORS, *WARNINGS, *NOTES} | ELSEWHERE == set(LINTS)


def test_a_sound_rule_has_no_finding(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text(rule(""), encoding="utf-8")
    assert check([file], TODAY) == []


SIGNS = (
    "\t", "\r\n", "[", "}", ": ", "- ", "'", "&a ", "*", "---\n", "NO", "\u2028", "\x85",
)  # fmt: skip
DAMAGE = st.one_of(st.text(max_size=4), st.sampled_from(SIGNS))


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=120, deadline=None
)
@given(
    st.sampled_from([rule(""), alert("type: spike, window: 3d, baseline: 9d, ratio: 2"), WATCH]),
    st.lists(st.tuples(st.integers(0, 400), DAMAGE), min_size=1, max_size=4),
)
def test_whatever_is_damaged_is_told_at_a_place_that_exists(
    tmp_path: Path, text: str, damage: list[tuple[int, str]]
) -> None:
    for place, what in damage:
        text = text[:place] + what + text[place + len(what) :]
    file = tmp_path / "mine.yaml"
    file.write_bytes(text.encode("utf-8", "surrogatepass"))

    found = check([file], TODAY)

    lines = BREAKS.split(text)
    for one in found:
        assert one.code in LINTS
        if one.code != "encoding":
            assert 1 <= one.line <= len(lines)
            assert 1 <= one.column <= len(lines[one.line - 1]) + 1
            shown, caret = excerpt(lines[one.line - 1], one.column)
            assert caret.strip(" ^") == ""
            assert "\n" not in shown
    assert len(log(found)["runs"][0]["results"]) == len(found)  # type: ignore[index]
