"""A day at the command line: init, poll, ingest, triage, trends, sources."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from osawatch import score
from osawatch.cli.args import Picture
from osawatch.cli.main import main
from osawatch.lands import World
from tests.fakes import json_feed
from tests.osawatch.commands import Commands

WIRE = "https://wire.example/feed"


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Commands:
    """A profile with one source that is on and has published four items."""
    commands = Commands(tmp_path / "profile", capsys)
    commands.network.clock = commands.clock
    commands.run("--profile", commands.profile, "init", "--name", "Ann", "--post", "Beijing")
    with commands.open() as core:
        for row in core.sources.rows():
            core.sources.enable(row.id, False)
    at = ("--profile", commands.profile)
    commands.run(*at, "sources", "add", WIRE, "--id", "wire", "--grade", "B", "--language", "en")
    commands.network.publish(WIRE, "Gallium: China announces export licence")
    commands.network.publish(WIRE, "Cobalt: ban", summary="Kinshasa considers a ban")
    commands.network.publish(WIRE, "Copper: a ban considered in Santiago")
    commands.network.publish(WIRE, "Football results \x1b[2J")
    return commands


def at(desk: Commands, *words: object) -> tuple[object, ...]:
    return (*words, "--profile", desk.profile)


def first_alert(desk: Commands, good: str = "gallium") -> str:
    desk.run(*at(desk, "poll"))
    return str(desk.run(*at(desk, "alerts", "list", "--json", "--good", good)).json[0]["id"])


def test_init_makes_a_profile_with_the_shipped_sources(desk: Commands) -> None:
    said = desk.run(*at(desk, "init", "--json", "--country", "cn,mn", "NL", "--offline"))

    assert said.json["sources"] > 50
    assert said.json["settings"]["countries"] == ["CN", "MN", "NL"]
    assert said.json["settings"]["network"] == "offline"
    assert said.json["settings"]["name"] == "Ann"
    assert said.json["settings"]["ready"] is True


@pytest.mark.parametrize(
    ("words", "field"),
    [(["--country", "CHN"], "--country"), (["--time-zone", "Mars"], "time_zone"),
     (["--language", "tlh"], "language")],
)  # fmt: skip
def test_a_wrong_setting_is_named_and_nothing_is_kept(
    words: list[str], field: str, desk: Commands
) -> None:
    said = desk.run(*at(desk, "init", "--name", "Bob", *words))

    assert said.code == 2
    assert field in said.err
    assert desk.run(*at(desk, "init", "--json")).json["settings"]["name"] == "Ann"


def test_a_poll_says_what_each_source_brought(desk: Commands) -> None:
    said = desk.run(*at(desk, "poll", "--json"))

    assert said.code == 0
    assert said.json["totals"] == {"new": 4, "matched": 3, "alerts": 3, "failed": 0}
    (row,) = said.json["sources"]
    assert {"id", "outcome", "http", "bytes", "seconds", "new", "matched", "alerts"} <= set(row)
    assert (row["id"], row["outcome"], row["new"]) == ("wire", "ok", 4)


def test_a_poll_that_changes_nothing_is_no_fault(desk: Commands) -> None:
    desk.run(*at(desk, "poll"))

    said = desk.run(*at(desk, "poll", "--json"))

    assert said.code == 0
    assert said.json["sources"][0]["outcome"] == "not_modified"


def test_a_source_that_failed_makes_exit_code_1(desk: Commands) -> None:
    desk.network.faults[WIRE] = "timeout"

    said = desk.run(*at(desk, "poll", "--json"))

    assert said.code == 1
    assert said.json["totals"]["failed"] == 1


def test_an_unknown_source_is_refused(desk: Commands) -> None:
    said = desk.run(*at(desk, "poll", "--source", "nobody"))

    assert said.code == 2
    assert "'nobody'" in said.err


def test_files_and_folders_are_read_and_refused_ones_named(desk: Commands, tmp_path: Path) -> None:
    folder = tmp_path / "post" / "deep"
    folder.mkdir(parents=True)
    entry = {"id": "1", "url": "https://a.example/1", "title": "Gallium licence from 2026"}
    (folder / "good.json").write_bytes(json_feed([entry]))
    (folder / "page.html").write_text("<html><title>Access denied</title></html>")
    (folder / ".hidden").write_text("no")

    said = desk.run(*at(desk, "ingest", tmp_path / "post", tmp_path / "missing.xml", "--json"))

    outcomes = {Path(one["file"]).name: one["outcome"] for one in said.json["files"]}
    assert said.code == 1
    assert outcomes == {"good.json": "parsed", "page.html": "refused", "missing.xml": "refused"}
    assert all(one["reason"] for one in said.json["files"] if one["outcome"] == "refused")
    assert said.json["totals"]["refused"] == 2
    assert said.json["totals"]["alerts"] == 1


def test_alerts_are_listed_newest_first_in_the_promised_shape(desk: Commands) -> None:
    desk.run(*at(desk, "poll"))

    rows = desk.run(*at(desk, "alerts", "list", "--json")).json

    assert {
        "id", "title", "level", "score", "status", "rule", "goods", "countries", "roles",
        "measures", "measure_status", "publishers", "items", "first_seen", "last_seen", "assignee",
    } <= set(rows[0])  # fmt: skip
    assert [row["last_seen"] for row in rows] == sorted(
        (row["last_seen"] for row in rows), reverse=True
    )
    assert datetime.fromisoformat(rows[0]["first_seen"]).tzinfo == UTC


@pytest.mark.parametrize(
    ("words", "goods"),
    [
        (["--good", "gallium"], {"gallium"}),
        (["--country", "cd"], {"cobalt"}),
        (["--measure", "export-ban"], {"cobalt", "copper"}),
        (["--search", "announces"], {"gallium"}),
        (["--since", "1d"], {"gallium", "cobalt", "copper"}),
        (["--since", "2030-01-01"], set()),
        (["--status", "closed"], set()),
        (["--view", "closed"], set()),
        (["--status", "new"], {"gallium", "cobalt", "copper"}),
    ],
)
def test_alerts_are_found_by(words: list[str], goods: set[str], desk: Commands) -> None:
    desk.run(*at(desk, "poll"))

    rows = desk.run(*at(desk, "alerts", "list", "--json", *words)).json

    assert {good for row in rows for good in row["goods"]} == goods


@pytest.mark.parametrize(
    "words",
    [["--good", "galium"], ["--measure", "nonsense"], ["--country", "China"], ["--country", "zz"],
     ["--since", "yesterday"], ["--since", "999999d"]],
)  # fmt: skip
def test_a_slip_of_the_pen_is_no_empty_answer(words: list[str], desk: Commands) -> None:
    desk.run(*at(desk, "poll"))

    said = desk.run(*at(desk, "alerts", "list", "--json", *words))

    assert said.code == 2
    assert said.out == ""
    assert words[1] in said.err


def test_an_alert_explains_itself(desk: Commands) -> None:
    name = first_alert(desk)

    shown = desk.run(*at(desk, "alerts", "show", name, "--json")).json

    (item,) = shown["items"]
    mark = item["evidence"][0]
    assert item["title"][mark["start"] : mark["end"]] == mark["text"] == "Gallium"
    assert mark["concept"] == "good:gallium"
    assert score.recompute(shown["vector"]).value == shown["score"]
    assert {"severity", "dependency", "confidence"} <= set(shown["score_parts"])
    assert [event["kind"] for event in shown["history"]] == ["raised"]
    assert shown["rule"] == "export-measure"


def test_for_people_an_alert_is_a_page(desk: Commands) -> None:
    name = first_alert(desk)

    said = desk.run(*at(desk, "alerts", "show", name))

    assert "Gallium: China announces export licence" in said.out
    assert "good:gallium" in said.out
    assert "OSW:1/" in said.out
    assert "raised" in said.out


def test_triage_from_the_command_line(desk: Commands) -> None:
    name = first_alert(desk)

    def status() -> str:
        return str(desk.run(*at(desk, "alerts", "show", name, "--json")).json["status"])

    found = []
    for words in (
        ["seen", name], ["take", name],
        ["close", name, "--not-relevant", "--reason", "wrong-good", "--note", "museum"],
        ["undo"], ["reopen", name], ["snooze", name, "7d"], ["undo"],
    ):  # fmt: skip
        assert desk.run(*at(desk, "alerts", *words)).code == 0
        found.append(status())

    assert found == ["seen", "in_hand", "closed", "in_hand", "in_hand", "snoozed", "in_hand"]


def test_the_history_tells_a_group_in_words(desk: Commands) -> None:
    desk.run(*at(desk, "poll"))
    name = desk.run(*at(desk, "alerts", "list", "--json")).json[0]["id"]

    told = desk.run(*at(desk, "alerts", "history", name)).out

    assert "group " in told
    assert "{" not in told


def test_every_decision_is_in_the_history_with_its_author(desk: Commands) -> None:
    name = first_alert(desk)
    desk.run(*at(desk, "alerts", "assign", name, "Bob"))
    desk.run(*at(desk, "alerts", "note", name, "called the embassy"))

    rows = desk.run(*at(desk, "alerts", "history", name, "--json")).json

    assert [(row["kind"], row["actor"]) for row in rows[1:]] == [("assign", "Ann"), ("note", "Ann")]
    assert "called the embassy" in desk.run(*at(desk, "alerts", "history", name)).out


def test_alerts_are_merged_under_the_first(desk: Commands) -> None:
    gallium, cobalt = first_alert(desk), first_alert(desk, "cobalt")

    said = desk.run(*at(desk, "alerts", "merge", gallium, cobalt, "--json"))

    assert said.code == 0
    assert len(desk.run(*at(desk, "alerts", "list", "--json")).json) == 2


@pytest.mark.parametrize(
    "words",
    [["seen", "nobody"], ["show", "nobody"], ["history", "nobody"], ["assign", "nobody", "Bob"],
     ["merge", "nobody", "nobody"], ["snooze", "nobody", "7d"]],
)  # fmt: skip
def test_an_unknown_alert_is_exit_code_2(words: list[str], desk: Commands) -> None:
    said = desk.run(*at(desk, "alerts", *words))

    assert said.code == 2
    assert "nobody" in said.err


def test_of_several_alerts_all_are_decided_or_none(desk: Commands) -> None:
    name = first_alert(desk)

    assert desk.run(*at(desk, "alerts", "seen", name, "nobody")).code == 2
    assert desk.run(*at(desk, "alerts", "show", name, "--json")).json["status"] == "new"


@pytest.mark.parametrize("until", ["2020-01-01", "soon"])
def test_nothing_is_snoozed_until_the_past(until: str, desk: Commands) -> None:
    name = first_alert(desk)

    said = desk.run(*at(desk, "alerts", "snooze", name, until))

    assert said.code == 2
    assert until in said.err


def test_undo_with_nothing_to_undo_says_so(desk: Commands) -> None:
    said = desk.run(*at(desk, "alerts", "undo", "--json"))

    assert said.code == 0
    assert "nothing to undo" in said.err


def test_trends_say_what_was_not_observed(desk: Commands) -> None:
    desk.run(*at(desk, "poll"))

    found = desk.run(*at(desk, "trends", "--good", "gallium", "--days", "10", "--json")).json

    assert len(found["days"]) == 10
    assert found["days"][-1]["total"] == 1
    assert found["days"][0]["total"] is None
    assert found["good"] == "gallium"


def test_for_people_a_day_without_observation_is_no_nought(desk: Commands) -> None:
    desk.run(*at(desk, "poll"))

    said = desk.run(*at(desk, "trends", "--days", "3"))

    assert "not observed" in said.out


def test_trends_draw_through_the_renderer(desk: Commands, tmp_path: Path) -> None:
    drawn: list[tuple[Picture, Path]] = []

    def render(picture: Picture, path: Path, _names: object) -> str:
        drawn.append((picture, path))
        return "" if path.name == "good.png" else "cannot draw: no such folder"

    for name, code in (("good.png", 0), ("bad.png", 2)):
        words = at(desk, "trends", "--png", tmp_path / name)
        assert main([*map(str, words)], render, core=desk.open) == code

    assert [path.name for _, path in drawn] == ["good.png", "bad.png"]
    assert "no such folder" in desk.capsys.readouterr().err

    both = ["--png", tmp_path / "good.png", "--svg", tmp_path / "good.png", "--map"]
    words = at(desk, "trends", *both, "--counted", "stories")
    assert main([*map(str, words)], render, core=desk.open) == 0
    assert [(one.form, one.counted) for one, _ in drawn[2:]] == [
        ("png", "stories"),
        ("svg", "stories"),
    ]
    assert all(isinstance(one.of, World) for one, _ in drawn[2:])


def test_the_map_lists_countries_and_leaves_out_what_was_not_covered(desk: Commands) -> None:
    desk.run(*at(desk, "poll"))

    found = desk.run(*at(desk, "trends", "--map", "--days", "28", "--json")).json
    said = desk.run(*at(desk, "trends", "--map", "--counted", "stories"))

    lands = {one["code"]: one for one in found["lands"]}
    assert lands["CN"]["name"] == "China"
    assert lands["CN"]["stories"] == 1
    assert found["days"] == 28
    assert "PE" not in lands
    assert "China" in said.out
    assert "was not covered" in said.out


def test_two_letters_that_are_no_country_are_called_so(desk: Commands) -> None:
    said = desk.run(*at(desk, "trends", "--country", "XX"))

    assert said.code == 2
    assert "'XX' is no country code" in said.err


def test_the_map_of_one_country_is_refused(desk: Commands) -> None:
    said = desk.run(*at(desk, "trends", "--map", "--country", "CN"))

    assert said.code == 2
    assert "--map" in said.err


def test_without_a_renderer_a_picture_is_refused(desk: Commands, tmp_path: Path) -> None:
    said = desk.run(*at(desk, "trends", "--png", tmp_path / "x.png"))

    assert said.code == 2
    assert "cannot draw" in said.err


def test_sources_are_switched_and_removed(desk: Commands) -> None:
    def on() -> bool | None:
        rows = desk.run(*at(desk, "sources", "list", "--json")).json
        return next((row["enabled"] for row in rows if row["id"] == "wire"), None)

    found = [on()]
    for verb in ("disable", "enable", "remove"):
        assert desk.run(*at(desk, "sources", verb, "wire")).code == 0
        found.append(on())

    assert found == [True, False, True, None]
    assert desk.run(*at(desk, "sources", "enable", "nobody")).code == 2


def test_a_source_is_added_once_an_address(desk: Commands) -> None:
    again = desk.run(*at(desk, "sources", "add", WIRE, "--json"))
    other = desk.run(*at(desk, "sources", "add", "https://other.example/rss", "--id", "wire"))

    assert again.json == {"added": ["wire"]}
    assert other.code == 2
    assert "--id" in other.err


@pytest.mark.parametrize(
    ("words", "says"),
    [(["not an address"], "URL"), (["ftp://a.example/"], "URL"),
     (["https://a.example/", "--id", "Ünfit"], "--id")],
)  # fmt: skip
def test_a_source_that_cannot_be_is_refused(words: list[str], says: str, desk: Commands) -> None:
    said = desk.run(*at(desk, "sources", "add", *words))

    assert said.code == 2
    assert says in said.err


def test_sources_go_out_and_come_in_as_opml(desk: Commands, tmp_path: Path) -> None:
    file = tmp_path / "all.opml"
    assert desk.run(*at(desk, "sources", "export-opml", file)).code == 0

    there = (*("--profile", tmp_path / "other"), "sources")
    taken = desk.run(*there, "import-opml", file, "--json").json

    assert taken["read"] == len(desk.run(*at(desk, "sources", "list", "--json")).json)
    assert len(taken["new"]) == taken["read"]
    assert not any(row["enabled"] for row in desk.run(*there, "list", "--json").json)
    assert desk.run(*there, "import-opml", tmp_path / "missing").code == 2


def test_health_names_the_failing_source_first(desk: Commands) -> None:
    desk.run(*at(desk, "sources", "add", "https://down.example/rss", "--id", "down"))
    desk.run(*at(desk, "poll"))

    rows = desk.run(*at(desk, "sources", "health", "--json")).json

    assert [(row["id"], row["outcome"]) for row in rows] == [("down", "dns"), ("wire", "ok")]
    assert rows[1]["last_success"]


def test_stats_and_doctor(desk: Commands) -> None:
    desk.run(*at(desk, "poll"))

    stats = desk.run(*at(desk, "stats", "--json")).json
    doctor = desk.run(*at(desk, "doctor", "--json"))

    assert stats["items"] == 4
    assert stats["alerts"] == {"new": 3}
    assert stats["bytes"] > 0
    assert doctor.json == {"ok": True, "findings": []}
    assert doctor.code == 0


def test_doctor_finds_a_fault_with_exit_code_1(desk: Commands) -> None:
    (desk.profile / "settings.json").write_text(json.dumps({"theme": "puce"}))

    said = desk.run(*at(desk, "doctor", "--json"))

    assert said.code == 1
    assert said.json["ok"] is False
    assert "theme" in said.json["findings"][0]


def test_tables_hold_nothing_that_moves_the_terminal(desk: Commands) -> None:
    desk.run(*at(desk, "poll"))

    for words in (["alerts", "list", "--view", "all"], ["sources", "list"], ["stats"], ["trends"]):
        said = desk.run(*at(desk, *words))
        assert said.code == 0
        assert "\x1b" not in said.out + said.err


def test_a_profile_that_is_polled_already_is_exit_code_3(desk: Commands) -> None:
    from osawatch.lock import held

    with held(desk.profile / "poll.lock", program="osawatch"):
        said = desk.run(*at(desk, "poll"))

    assert said.code == 3
    assert "osawatch" in said.err
