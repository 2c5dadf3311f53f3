"""The desk's own grades of sources."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from feeds.model import SourceSpec
from osawatch.core import Core
from osawatch.errors import BadInput, UnknownId
from osawatch.model import REASONS, Action, Alert, Filter
from osawatch.store import sources
from tests.fakes import Clock, Network, source
from tests.osawatch.commands import Commands

WIRE, PAPER = "https://wire.example/feed", "https://paper.example/feed"
BAN = "Beijing considers a ban on gallium for all customers"


def only(core: Core) -> Alert:
    [found] = core.alerts(Filter(view="all"))
    return found


def grade(core: Core, name: str) -> tuple[str, str]:
    row = next(row for row in core.sources.rows() if row.id == name)
    return row.grade, row.shipped_grade


def close(core: Core, reason: str) -> None:
    data = {"relevant": False, "reason": reason}
    core.triage(Action("close", (only(core).id,), data))


@pytest.fixture
def told(core: Core, network: Network, clock: Clock) -> Core:
    network.publish(WIRE, BAN)
    core.poll(["wire"])
    clock.forward(hours=1)
    return core


def test_the_desks_grade_stands_beside_the_shipped_one_with_who_when_and_why(
    told: Core, clock: Clock
) -> None:
    rated = told.grading.set("wire", "D", "wrong twice in May")

    [given] = told.grading.of("wire")
    assert (given.grade, given.who, given.post) == ("D", "Ann", "The Hague")
    assert (given.why, given.at, given.what) == (
        "wrong twice in May",
        clock().replace(microsecond=0),
        "edit",
    )
    assert grade(told, "wire") == ("D", "B")
    assert rated == 1
    assert told.grading.standing() == {"wire": given}


def test_open_alerts_and_new_ones_are_scored_by_it(
    told: Core, network: Network, clock: Clock
) -> None:
    before = only(told)

    told.grading.set("wire", "E", "invents things")
    after = told.alert(only(told).id)
    assert after is not None
    assert after.score.value < before.score
    assert after.score.reasons["confidence"] == "E"
    assert only(told).score == pytest.approx(after.score.value, abs=0.5)

    clock.forward(days=20)
    network.publish(WIRE, "Cobalt: Kinshasa speaks of a ban")
    told.poll(["wire"])
    fresh = next(one for one in told.alerts(Filter(view="all")) if "cobalt" in one.goods)
    detail = told.alert(fresh.id)
    assert detail is not None
    assert detail.score.reasons["confidence"] == "E"
    assert told.care.doctor() == []


def test_the_shipped_grade_comes_back_when_a_person_says_so(told: Core) -> None:
    before = only(told)
    told.grading.set("wire", "E", "invents things")

    told.grading.set("wire", "", "a new editor")

    assert grade(told, "wire") == ("B", "B")
    assert only(told).score == pytest.approx(before.score, abs=0.5)
    assert [one.grade for one in told.grading.of("wire")] == ["", "E"]


def test_a_new_catalogue_does_not_undo_the_desks_grade(told: Core) -> None:
    shipped = SourceSpec(
        "cat", "Cat", "https://cat.example/feed", "Cat", "NL", "nl", "news", "rss", grade="B"
    )
    with told._store.writing() as connection:
        sources.add(connection, [shipped], origin="catalogue", on=True)
    told.grading.set("cat", "D", "late and wrong")

    with told._store.writing() as connection:
        sources.add(connection, [shipped], origin="catalogue", on=True)

    assert grade(told, "cat") == ("D", "B")


def test_a_grade_needs_a_letter_a_reason_and_a_source(told: Core) -> None:
    with pytest.raises(BadInput, match="why"):
        told.grading.set("wire", "D", " ")
    with pytest.raises(BadInput, match="grade"):
        told.grading.set("wire", "G", "x")
    with pytest.raises(UnknownId):
        told.grading.set("nobody", "D", "x")
    with pytest.raises(UnknownId):
        told.grading.of("nobody")


def test_what_was_stopped_half_way_is_rated_by_the_next_poll(told: Core, clock: Clock) -> None:
    stop = threading.Event()
    stop.set()
    before = only(told).score

    assert told.grading.set("wire", "E", "invents things", cancel=stop) == 0
    assert only(told).score == before
    clock.forward(hours=1)
    told.poll(["paper"])

    assert only(told).score < before


@pytest.mark.parametrize("reason", [one for one in REASONS if one != "was-wrong"])
def test_closing_for_any_other_reason_proposes_nothing(told: Core, reason: str) -> None:
    close(told, reason)

    assert told.grading.proposals() == []


def test_only_what_was_called_wrong_proposes_a_lower_grade_and_changes_none(told: Core) -> None:
    close(told, "was-wrong")

    [found] = told.grading.proposals()

    assert (found.source, found.grade, found.proposed) == ("wire", "B", "C")
    assert [one.title for one in found.wrong] == [BAN]
    assert grade(told, "wire") == ("B", "B")


def test_the_first_to_report_is_blamed_and_not_its_copies(
    told: Core, network: Network, clock: Clock
) -> None:
    network.publish(PAPER, BAN)
    told.poll(["paper"])
    close(told, "was-wrong")

    assert [one.source for one in told.grading.proposals()] == ["wire"]


def test_a_person_accepts_or_rejects_a_proposal_and_it_is_gone(told: Core, clock: Clock) -> None:
    close(told, "was-wrong")
    clock.forward(minutes=1)
    told.grading.reject("wire", "a slip of one day")
    assert told.grading.proposals() == []
    assert grade(told, "wire") == ("B", "B")

    clock.forward(minutes=1)
    told.triage(Action("reopen", (only(told).id,)))
    close(told, "was-wrong")
    clock.forward(minutes=1)
    told.grading.accept("wire", "again")

    assert grade(told, "wire") == ("C", "B")
    assert told.grading.proposals() == []
    assert [one.what for one in told.grading.of("wire")] == ["accepted", "rejected"]
    with pytest.raises(BadInput, match="proposed"):
        told.grading.accept("wire", "x")


def item(core: Core, source: str) -> str:
    detail = core.alert(only(core).id)
    assert detail is not None
    return next(one.id for one in detail.story if one.source == source)


def call(core: Core, name: str, *, on: bool = True) -> None:
    core.triage(Action("wrong", (only(core).id,), {"item": name, "on": on, "note": "no such act"}))


def test_one_report_can_be_called_wrong_while_the_alert_stays_open(
    told: Core, network: Network, clock: Clock
) -> None:
    own = "An official told this paper that a ban on gallium comes after the summer"
    network.publish(PAPER, "New rules for metals", content_text=own)
    told.poll(["paper"])
    before = only(told)

    call(told, item(told, "paper"))

    [found] = told.grading.proposals()
    assert (found.source, found.proposed) == ("paper", "C")
    assert [one.title for one in found.wrong] == ["New rules for metals"]
    assert (only(told).status, only(told).score) == (before.status, before.score)
    assert told.care.doctor() == []


def test_calling_a_report_wrong_can_be_taken_back_by_undo_or_by_saying_so(told: Core) -> None:
    call(told, item(told, "wire"))
    told.undo()
    assert told.grading.proposals() == []

    call(told, item(told, "wire"))
    assert len(told.grading.proposals()) == 1
    call(told, item(told, "wire"), on=False)
    assert told.grading.proposals() == []


def test_a_report_called_wrong_before_the_grade_was_decided_proposes_nothing(
    told: Core, clock: Clock
) -> None:
    call(told, item(told, "wire"))
    clock.forward(minutes=1)
    told.grading.reject("wire", "a slip")

    assert told.grading.proposals() == []


def test_only_an_item_of_the_alert_can_be_called_wrong(told: Core) -> None:
    with pytest.raises(UnknownId):
        call(told, "nothing")
    with pytest.raises(BadInput, match="item"):
        call(told, " ")


def test_undo_of_the_closing_takes_the_proposal_back(told: Core) -> None:
    close(told, "was-wrong")

    told.undo()

    assert told.grading.proposals() == []


def test_the_command_line_grades_proposes_and_rejects(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    commands = Commands(tmp_path / "profile", capsys)
    at = ("--profile", commands.profile)
    with commands.open() as core:
        core.sources.add(source("wire"))
        commands.network.publish(WIRE, BAN)
        core.poll(["wire"])
        close(core, "was-wrong")
    commands.clock.forward(minutes=1)

    [proposed] = commands.run("sources", "proposals", "--json", *at).json
    assert (proposed["source"], proposed["proposed"]) == ("wire", "C")
    assert commands.run("sources", "grade", "wire", "--accept", *at).code == 2
    done = commands.run("sources", "grade", "wire", "--accept", "--reason", "yes", "--json", *at)
    assert done.json["grade"] == "C"
    [given] = commands.run("sources", "grades", "--json", *at).json
    assert (given["source"], given["grade"], given["why"]) == ("wire", "C", "yes")
    back = commands.run("sources", "grade", "wire", "--shipped", "--reason", "no", "--json", *at)
    assert back.json["grade"] == "B"
    assert "shipped ones" in commands.run("sources", "grades", *at).err
    assert len(commands.run("sources", "grades", "wire", "--json", *at).json) == 2
    [alert] = commands.run("alerts", "list", "--view", "all", "--json", *at).json
    shown = commands.run("alerts", "show", alert["id"], "--json", *at).json
    commands.clock.forward(minutes=1)
    said = commands.run("alerts", "wrong", alert["id"], shown["items"][0]["id"], *at)
    assert said.code == 0
    assert len(commands.run("sources", "proposals", "--json", *at).json) == 1
