"""A laptop without a network puts no source in the wrong; a dead source is not called offline."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from osawatch.core import Core
from osawatch.model import PollResult, SourceRow
from tests.fakes import Clock, Network, source
from tests.osawatch.commands import Commands

NAMES = ("wire", "paper", "gazette")
URLS = {name: f"https://{name}.example/feed" for name in NAMES}


def polled(core: Core, *names: str) -> dict[str, PollResult]:
    return {one.id: one for one in core.poll(names).sources}


def row(core: Core, name: str) -> SourceRow:
    return next(one for one in core.sources.rows() if one.id == name)


def fresh(core: Core, network: Network) -> None:
    """All three answered well an hour ago."""
    for url in URLS.values():
        network.publish(url, f"News at {url}")
    core.poll()
    network.asked.clear()


def all_fail(network: Network, fault: str) -> None:
    network.faults.update(dict.fromkeys(URLS.values(), fault))


def test_without_a_way_out_nothing_is_asked_and_no_source_is_blamed(
    core: Core, network: Network, clock: Clock
) -> None:
    fresh(core, network)
    before = core.sources.rows()
    clock.forward(hours=2)
    network.line = "no network"

    report = core.poll(due=True)

    assert report.offline == "no network"
    assert {(one.outcome, one.detail) for one in report.sources} == {("offline", "no network")}
    assert network.asked == []
    unchanged = [dataclasses.replace(one, days=()) for one in core.sources.rows()]
    assert unchanged == [dataclasses.replace(one, days=()) for one in before]


def test_when_the_line_comes_back_all_are_due_at_once(
    core: Core, network: Network, clock: Clock
) -> None:
    fresh(core, network)
    network.line = "no network"
    for _ in range(30):
        clock.forward(hours=2)
        core.poll(due=True)
    network.line = ""

    report = core.poll(due=True)

    assert report.offline == ""
    assert {one.outcome for one in report.sources} == {"not_modified"}
    assert len(report.sources) == 3


def test_a_line_that_is_up_in_name_only_is_found_out_when_all_names_fail(
    core: Core, network: Network
) -> None:
    fresh(core, network)
    all_fail(network, "dns")
    network.before = lambda _: setattr(network, "line", "no name server answers")

    report = core.poll()

    assert report.offline == "no name server answers"
    assert set(network.names) == {f"{name}.example" for name in NAMES}
    assert row(core, "wire").outcome == "ok"


def test_when_all_that_answered_last_time_fall_silent_at_once_it_is_the_line(
    core: Core, network: Network
) -> None:
    fresh(core, network)
    all_fail(network, "timeout")

    assert core.poll().offline == "none of 3 servers that answered before does"
    assert row(core, "wire").outcome == "ok"


def test_two_dead_sources_are_dead_when_names_are_known(core: Core, network: Network) -> None:
    fresh(core, network)
    all_fail(network, "dns")

    found = polled(core, "wire", "paper")

    assert {one.outcome for one in found.values()} == {"dns"}
    assert row(core, "wire").outcome == "dns"


def test_one_answer_shows_that_the_line_is_up(core: Core, network: Network) -> None:
    fresh(core, network)
    all_fail(network, "dns")
    del network.faults[URLS["gazette"]]

    found = polled(core)

    assert (found["wire"].outcome, found["paper"].outcome) == ("dns", "dns")
    assert found["gazette"].outcome == "not_modified"


def test_a_long_list_is_not_asked_to_its_end_when_the_line_is_down(
    core: Core, network: Network
) -> None:
    fresh(core, network)
    for number in range(60):
        core.sources.add(source(f"s{number}"))
    all_fail(network, "dns")
    network.before = lambda _: setattr(network, "line", "no name server answers")

    report = core.poll()

    assert len(report.sources) == 63
    assert {one.outcome for one in report.sources} == {"offline"}
    assert not report.cancelled
    assert len(network.asked) < 40


def test_a_source_on_this_machine_needs_no_line(core: Core, network: Network) -> None:
    core.sources.add(source("own", url="http://127.0.0.1:8080/feed", local=True))
    network.publish("http://127.0.0.1:8080/feed", "Own news")
    network.line = "no network"

    found = polled(core)

    assert (found["own"].outcome, found["own"].new) == ("ok", 1)
    assert found["wire"].outcome == "offline"


def test_the_command_line_says_once_that_there_is_no_network(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    commands = Commands(tmp_path / "profile", capsys)
    with commands.open() as core:
        for name in NAMES:
            core.sources.add(source(name))
    commands.network.line = "no network"

    said = commands.run("--profile", commands.profile, "poll", "--json")

    assert said.code == 1
    assert said.err.count("no network") == 1
    assert {one["outcome"] for one in said.json["sources"]} == {"offline"}
