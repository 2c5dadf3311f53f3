"""Listed names and companies on the command line: shown with their reasons, decided by a person."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fakes import Clock, Network, source
from tests.osawatch.commands import Commands
from tests.osawatch.lists.test_keeping import entity, person, un

PERSON = "Anatoly Fiktsionov"


@pytest.fixture
def cli(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    clock: Clock,
    network: Network,
    monkeypatch: pytest.MonkeyPatch,
) -> Commands:
    monkeypatch.setenv("OSAWATCH_PROFILE", str(tmp_path / "profile"))
    made = Commands(tmp_path / "profile", capsys, clock, network)
    file = tmp_path / "list.xml"
    file.write_bytes(un(entity(1, "Invented Metals LLC"), person(9, PERSON, "QDi.999")))
    with made.open() as core:
        core.sources.add(source("wire"))
    assert made.run("sanctions", "update", "un-sc", "--file", file).code == 0
    network.publish(
        "https://wire.example/feed", "China plans a ban of gallium",
        summary=f"Invented Metals LLC and {PERSON} are hit, and Hamarat is not.",
    )  # fmt: skip
    assert made.run("poll").code == 0
    return made


def shown(cli: Commands) -> tuple[str, dict[str, dict[str, object]]]:
    """The alert, and what its items name by record."""
    alert = cli.run("alerts", "list", "--json").json[0]["id"]
    told = cli.run("alerts", "show", alert, "--json").json
    return alert, {one["entity_id"]: one for one in told["listed"]}


def test_an_alert_shows_who_is_named_and_no_name_of_an_unconfirmed_person(cli: Commands) -> None:
    alert, listed = shown(cli)

    assert (listed["1"]["name"], listed["1"]["start"], listed["1"]["end"]) == (
        "Invented Metals LLC", 0, 19,
    )  # fmt: skip
    assert (listed["9"]["natural_person"], listed["9"]["state"]) == (True, "open")
    assert [listed["9"][key] for key in ("name", "text", "start", "end")] == [None] * 4
    said = cli.run("alerts", "show", alert).out
    assert "listed: summary 0-19: Invented Metals LLC on un-sc:1" in said
    assert "a person, not confirmed" in said
    assert "compared with un-sc 2026-03-02" in said


def test_a_confirmed_person_is_named_and_a_rejected_one_is_gone(cli: Commands) -> None:
    hit = cli.run("sanctions", "hits", "--json").json[0]
    assert (hit["query"], hit["entity"]) == (PERSON, "9")

    assert cli.run("sanctions", "confirm", hit["id"]).code == 0
    assert shown(cli)[1]["9"]["name"] == PERSON

    assert cli.run("sanctions", "reject", hit["id"]).code == 0
    assert "9" not in shown(cli)[1]


def test_an_unknown_hit_is_told(cli: Commands) -> None:
    assert cli.run("sanctions", "confirm", "nobody").code == 2


def test_the_versions_of_a_list_say_why_they_are_kept(cli: Commands) -> None:
    (one,) = cli.run("sanctions", "versions", "un-sc", "--json").json

    assert (one["kept_for"], one["records"]) == ("newest", 2)
    assert one["packed"] > 0


def test_companies_on_lists_are_listed(cli: Commands) -> None:
    assert cli.run("sanctions", "companies", "--json").json == []


def test_a_measure_takes_what_is_known_of_it_with_a_source(cli: Commands) -> None:
    from osawatch.acts import Measure
    from osawatch.store import measures

    with cli.open() as core, core._store.writing() as connection:
        measures.replace(connection, "CN", [Measure("aaaa1111", "CN", "export-ban", ("gallium",))])

    added = cli.run("measures", "add", "aaaa", "quota", "1200", "--unit", "t", "--source", "x")
    wrong = cli.run("measures", "add", "aaaa", "quota", "many", "--unit", "t", "--source", "x")

    assert (added.code, wrong.code, added.err) == (0, 2, "")
    told = cli.run("measures", "show", "aaaa", "--json").json
    assert [(one["kind"], one["amount"]) for one in told["details"]] == [("quota", 1200.0)]
    assert cli.run("measures", "list", "--added", "--json").json[0]["details"] == 1
    assert cli.run("measures", "withdraw", added.out.strip()).code == 0
    assert cli.run("measures", "lost", "--json").json == []
