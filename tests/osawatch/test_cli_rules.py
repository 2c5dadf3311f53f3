"""`rules` and `watchlist`: check, test, explain; switch rules; what a post watches of its own."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from osawatch.cli import out
from osawatch.cli.rules_findings import excerpt
from osawatch.core import Core
from tests.osawatch.commands import Commands, Said

RULE = """
schema: 1
id: any-good
title: A watched good is named
level: low
status: stable
description: Any word on a watched good.
guidance: Read it.
match:
  good: {watchlist: goods}
condition: good
alert: {type: any, group_by: [good]}
tests:
  - {name: names it, item: {title: Gallium is rare}, expect: match}
  - {name: names none, item: {title: Tea is not}, expect: no-match}
"""


class RealCommands(Commands):
    """With the shipped pack and what the profile adds to it."""

    def open(self, folder: Path | None = None) -> Core:
        return Core(folder or self.profile, clock=self.clock, fetch=self.network)


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> RealCommands:
    return RealCommands(tmp_path / "profile", capsys)


@pytest.fixture
def rule(tmp_path: Path) -> Path:
    path = tmp_path / "rule.yaml"
    path.write_text(RULE, encoding="utf-8")
    return path


def at(desk: Commands, *words: object) -> Said:
    return desk.run(*words, "--profile", desk.profile)


def test_a_sound_rule_passes_check_and_tests(desk: Commands, rule: Path) -> None:
    checked = desk.run("rules", "check", rule)
    tested = desk.run("rules", "test", rule)

    assert (checked.code, checked.out) == (0, "")
    assert tested.code == 0
    assert [line.split()[0] for line in tested.out.splitlines()[1:]] == ["ok", "ok"]


def test_every_mistake_is_named_with_file_line_and_column(desk: Commands, rule: Path) -> None:
    broken = RULE.replace("condition: good", "condition: goud").replace(
        "level: low", "level: shrill"
    )
    rule.write_text(broken, encoding="utf-8")

    said = desk.run("rules", "check", rule)
    rows = desk.run("rules", "check", rule, "--json").json

    assert said.code == 1
    assert said.out.splitlines() == [
        f"{rule}:5:8: error choice level: «shrill» is none of info, low, medium, high, critical",
        "    level: shrill",
        "           ^^^^^^",
        f"{rule}:11:12: error unknown-selection condition: selection «goud» is not defined: "
        "did you mean «good»?",
        "    condition: goud",
        "               ^^^^",
    ]
    assert {"file", "line", "column", "level", "code", "message"} == set(rows[0])
    assert desk.run("rules", "check", rule, "--format", "json").json == rows


def test_a_place_is_shown_in_a_long_line_of_wide_letters() -> None:
    line = "  a: {any: {zh: [" + "出口管制, " * 40 + "坏, 好]}}"
    shown, caret = excerpt(line, line.index("坏") + 1)

    assert shown.startswith("…")
    assert out.width(shown) <= 101
    assert out.width(shown[: shown.index("坏")]) == len(caret) - len("^^")
    assert caret.endswith(" ^^")


def test_a_hostile_line_moves_no_terminal(desk: Commands, tmp_path: Path) -> None:
    file = tmp_path / "rule.yaml"
    file.write_text(RULE + "  - {nme: '\x85\u202e\u2066', items: 3}\n", encoding="utf-8")

    said = desk.run("rules", "check", file)

    assert said.code == 1
    assert not set("\x1b\x85\u202e\u2066") & set(said.out)


def test_findings_come_as_sarif(desk: Commands, tmp_path: Path) -> None:
    file = tmp_path / "a rule.yaml"
    file.write_text(RULE.replace("level: low", "level: shrill") + "owner: NO\n", encoding="utf-8")

    said = desk.run("rules", "check", file, "--format", "sarif")

    log = said.json
    (run,) = log["runs"]
    driver, results = run["tool"]["driver"], run["results"]
    assert said.code == 1
    assert (log["version"], run["columnKind"]) == ("2.1.0", "unicodeCodePoints")
    assert log["$schema"].endswith("sarif-schema-2.1.0.json")
    assert driver["name"] == "OSAwatch"
    assert {one["level"] for one in results} <= {"error", "warning", "note", "none"}
    for one in results:
        assert driver["rules"][one["ruleIndex"]]["id"] == one["ruleId"]
        assert driver["rules"][one["ruleIndex"]]["shortDescription"]["text"].endswith(".")
        assert one["message"]["text"]
        (place,) = one["locations"]
        physical = place["physicalLocation"]
        assert physical["artifactLocation"]["uri"] == file.as_uri()
        assert set(physical["region"]) == {"startLine", "startColumn"}
        assert min(physical["region"].values()) >= 1
    assert [(one["ruleId"], one["level"]) for one in results] == [
        ("choice", "error"), ("yaml-trap", "note"),
    ]  # fmt: skip


def test_a_rule_test_that_fails_is_exit_code_1(desk: Commands, rule: Path) -> None:
    rule.write_text(RULE.replace("expect: no-match", "expect: match"), encoding="utf-8")

    said = desk.run("rules", "test", rule, "--json")

    assert said.code == 1
    assert [row["passed"] for row in said.json] == [True, False]
    assert said.json[1]["message"]


def test_results_come_for_junit_too(desk: Commands, rule: Path, tmp_path: Path) -> None:
    text = RULE.replace("expect: no-match", "expect: match").replace("names none", '"no\\x01ne <"')
    rule.write_text(text, encoding="utf-8")
    file = tmp_path / "results.xml"

    said = desk.run("rules", "test", rule, "--junit", file)

    root = ElementTree.parse(file).getroot()  # noqa: S314 # our own
    (suite,) = root
    assert said.code == 1
    assert (root.get("tests"), root.get("failures"), suite.get("name")) == ("2", "1", "any-good")
    assert [case.get("name") for case in suite] == ["names it", "no ne <"]
    assert suite[1][0].get("message", "").startswith("expected a match")
    assert suite[1].get("line") == "15"
    assert desk.run("rules", "test", rule, "--junit", tmp_path / "no" / "x.xml").code == 2


def test_rules_whose_breaking_nobody_would_notice_are_named(desk: Commands, rule: Path) -> None:
    rule.write_text(RULE[: RULE.index("tests:")], encoding="utf-8")

    said = desk.run("rules", "test", rule)

    assert said.code == 0
    assert "no test fires for any-good" in said.err
    assert "no test stays silent for any-good" in said.err


def test_a_test_over_time_is_run(desk: Commands, rule: Path) -> None:
    timed = "  - {name: twice, items: [{title: gallium, every: 1h, times: 2}], expect: {alerts: 2}}"
    rule.write_text(RULE + timed, encoding="utf-8")

    said = desk.run("rules", "test", rule, "--json")

    assert said.code == 1
    assert "expected 2 alerts, but there are 1" in said.json[2]["message"]


def test_a_rule_that_cannot_be_read_fails_the_tests(desk: Commands, rule: Path) -> None:
    rule.write_text(RULE.replace("condition: good", "condition: (good"), encoding="utf-8")

    said = desk.run("rules", "test", rule)

    assert said.code == 1
    assert str(rule) in said.err


def test_explain_says_why_a_rule_fires(desk: Commands) -> None:
    text = "Indonesia bans exports of nickel ore"

    said = desk.run("rules", "explain", "export-ban", "--text", text)
    told = desk.run("rules", "explain", "export-ban", "--text", text, "--json").json

    assert said.code == 0
    assert said.out.startswith("export-ban: fires")
    assert "nickel ore = good:nickel (title 26-36)" in said.out
    assert told["fires"] is True
    assert told["condition"]["children"][0]["text"] == "good"


def test_explain_says_why_a_rule_stays_silent(desk: Commands) -> None:
    said = desk.run("rules", "explain", "export-ban", "--text", "Tea is cheap \x1b[2J")

    assert said.code == 0
    assert "does not fire" in said.out
    assert "first part that is not met: good" in said.out
    assert "\x1b" not in said.out


def test_explain_says_what_keeps_an_alert_from_the_inbox(desk: Commands, rule: Path) -> None:
    rule.write_text(RULE.replace("stable", "experimental"), encoding="utf-8")

    words = ("rules", "explain", "any-good", "--rules", rule, "--text", "Gallium", "--url", "x")
    said = desk.run(*words)
    told = desk.run(*words, "--json").json

    assert said.out.startswith("any-good: fires\nbut it is not in the inbox: alert: status exper")
    assert "  no  alert: status experimental: Trial view only\n" in said.out
    assert told["suppressed"].startswith("alert: status experimental")
    assert [one["name"] for one in told["steps"]] == [
        "source", "condition", "near", "exceptions", "alert",
    ]  # fmt: skip


def test_explaining_a_rule_that_is_not_there_is_exit_code_2(desk: Commands) -> None:
    said = desk.run("rules", "explain", "export-bun", "--text", "x")

    assert said.code == 2
    assert "export-bun" in said.err


def test_the_schema_for_editors_is_printed(desk: Commands) -> None:
    said = desk.run("rules", "schema")

    assert said.code == 0
    assert said.json["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert "inhibited_by" in said.json["properties"]


def test_a_rule_that_is_off_raises_nothing_until_it_is_on(desk: Commands) -> None:
    def state() -> bool:
        rows = at(desk, "rules", "list", "--json").json
        return bool(next(row["enabled"] for row in rows if row["id"] == "export-ban"))

    found = [state()]
    for verb in ("disable", "enable"):
        assert at(desk, "rules", verb, "export-ban").code == 0
        found.append(state())

    assert found == [True, False, True]
    assert at(desk, "rules", "disable", "strike", "nonsense").code == 2


def test_a_good_of_the_post_raises_alerts(desk: RealCommands, tmp_path: Path) -> None:
    added = at(
        desk, "watchlist", "add", "zircon-sand", "--name", "en=Zircon sand",
        "--term", "en=zircon sand", "--tier", "A", "--supplier", "AU=0.6",
    )  # fmt: skip
    news = tmp_path / "news.json"
    news.write_text(
        '{"version": "https://jsonfeed.org/version/1.1", "title": "n", "items": [{"id": "1",'
        ' "url": "https://a.example/1", "title": "Australia bans exports of zircon sand"}]}'
    )
    at(desk, "ingest", news)

    rows = at(desk, "alerts", "list", "--good", "zircon-sand", "--json").json

    assert added.code == 0
    assert [row["goods"] for row in rows] == [["zircon-sand"]]
    assert at(desk, "watchlist", "list", "--own", "--json").json[0]["name"] == "Zircon sand"
    assert at(desk, "watchlist", "check").code == 0


def test_what_is_taken_out_is_no_longer_watched(desk: RealCommands) -> None:
    def watched() -> set[str]:
        rows = at(desk, "watchlist", "list", "--search", "gallium", "--json").json
        return {str(row["id"]) for row in rows if row["kind"] == "good"}

    before = watched()
    assert at(desk, "watchlist", "remove", "gallium").code == 0
    without = watched()
    assert at(desk, "watchlist", "add", "gallium").code == 0

    assert before - without == {"gallium"}
    assert watched() == before


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["add", "gallium", "--term", "en=ga"], "shipped already"),
        (["add", "unheard-of"], "--term"),
        (["add", "unheard-of", "--term", "gallium"], "LEFT=RIGHT"),
        (["add", "Ünfit", "--term", "en=some words"], "Ünfit"),
        (["add", "sand", "--term", "en=fine sand", "--supplier", "AU=lots"], "share"),
        (["remove", "unheard-of"], "unheard-of"),
        (["import", "nowhere.yaml"], "nowhere.yaml"),
    ],
)
def test_what_cannot_be_watched_is_refused(words: list[str], says: str, desk: RealCommands) -> None:
    said = at(desk, "watchlist", *words)

    assert said.code == 2
    assert says in said.err
    assert not (desk.profile / "watchlist").exists()


def test_a_watchlist_goes_from_post_to_post_if_it_is_sound(
    desk: RealCommands, tmp_path: Path
) -> None:
    at(desk, "watchlist", "add", "acme", "--kind", "company", "--term", "en=Acme Mining",
       "--country", "no", "--good", "gallium")  # fmt: skip
    file = tmp_path / "post.yaml"
    assert at(desk, "watchlist", "export", file).code == 0
    other = ("--profile", tmp_path / "other")

    taken = desk.run("watchlist", "import", file, *other)
    file.write_text(file.read_text().replace("acme", "Not An Id"), encoding="utf-8")
    refused = desk.run("watchlist", "import", file, *other)

    rows = desk.run("watchlist", "list", "--own", "--json", *other).json
    assert (taken.code, refused.code) == (0, 1)
    assert [(row["kind"], row["id"]) for row in rows] == [("company", "acme")]
    assert str(file) in refused.err
