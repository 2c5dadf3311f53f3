"""A person's score over the computed one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osawatch import triage
from osawatch.core import Core
from osawatch.errors import BadInput
from osawatch.fold import fold
from osawatch.model import Action, Alert, Filter, Override, Settings
from osawatch.notify.judge import Manner, barred
from osawatch.score import recompute
from osawatch.stages import Event
from osawatch.store import events
from tests.fakes import Clock, Network, source
from tests.osawatch.commands import Commands

WIRE, PAPER, GAZETTE = "https://wire.example/feed", "https://paper.example/feed", "gazette"
BAN = "Beijing considers a ban on gallium for all customers"


@pytest.fixture
def commands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Commands:
    return Commands(tmp_path / "profile", capsys)


def only(core: Core, wanted: Filter | None = None) -> Alert:
    [found] = core.alerts(wanted or Filter(view="all"))
    return found


def rate(core: Core, score: float | None, why: str = "the share is overstated") -> None:
    core.triage(Action("rate", (only(core).id,), {"score": score, "why": why}))


@pytest.fixture
def told(core: Core, network: Network) -> Core:
    network.publish(WIRE, BAN)
    core.poll(["wire"])
    return core


def test_a_persons_score_stands_on_alert_and_card_with_who_when_and_why(told: Core) -> None:
    before = only(told)

    rate(told, 12)

    after, [card] = only(told), told.cards(told.card_ids(Filter()))
    assert (after.score, after.level, after.ruled) == (12, "info", "high")
    assert (card.score, card.level) == (12, "info")
    said = after.override
    assert said is not None
    assert (said.who, said.post, said.why) == ("Ann", "The Hague", "the share is overstated")
    assert (said.computed, said.ruled) == (pytest.approx(before.score, abs=0.01), "high")
    assert card.override == said
    assert told.care.doctor() == []


def test_the_computed_score_is_kept_beside_it_and_recomputes(told: Core) -> None:
    rate(told, 12)

    detail = told.alert(only(told).id)

    assert detail is not None
    assert detail.score.value > 12
    assert recompute(detail.score.vector).value == detail.score.value


def test_a_score_given_within_a_second_is_kept_as_it_is_folded(told: Core, clock: Clock) -> None:
    clock.now = clock.now.replace(microsecond=437_000)

    rate(told, 12)

    assert told.care.doctor() == []


def test_lists_and_filters_go_by_a_persons_score(told: Core, network: Network) -> None:
    network.publish(WIRE, "Cobalt: Kinshasa speaks of a ban")
    told.poll(["wire"])
    by_good = {one.goods[0]: one for one in told.alerts(Filter(view="all"))}

    low, high = {"score": 3, "why": "x"}, {"score": 95, "why": "x"}
    told.triage(Action("rate", (by_good["cobalt"].id,), low))
    told.triage(Action("rate", (by_good["gallium"].id,), high))

    ordered = told.alerts(Filter(view="all", order="score"))
    assert [one.goods[0] for one in ordered] == ["gallium", "cobalt"]
    grave = told.alerts(Filter(view="all", level="high"))
    assert [one.goods[0] for one in grave] == ["gallium"]
    cards = told.cards(told.card_ids(Filter(order="score")))
    assert [one.goods for one in cards] == [("gallium",), ("cobalt",)]


def test_undo_gives_the_computed_score_back_and_so_does_saying_so(told: Core) -> None:
    before = only(told)
    rate(told, 12)

    told.undo()
    assert (only(told).score, only(told).level) == (before.score, before.level)

    rate(told, 99)
    rate(told, None, "")
    assert only(told).override is None
    assert only(told).score == before.score


def test_time_and_copies_do_not_move_a_persons_score(
    told: Core, network: Network, clock: Clock
) -> None:
    rate(told, 55)

    clock.forward(days=40)
    network.publish(PAPER, BAN)
    told.poll(["paper"])

    assert {one.score for one in told.alerts(Filter(view="all")) if one.override} == {55}


def test_a_score_needs_a_reason_and_lies_between_0_and_100(told: Core) -> None:
    with pytest.raises(BadInput, match="why"):
        rate(told, 12, " ")
    for wrong in (-1, 101, "high", True, float("nan")):
        with pytest.raises(BadInput, match="score"):
            rate(told, wrong)  # type: ignore[arg-type]


def test_an_official_notice_that_comes_later_ends_a_lower_score_and_is_said(
    told: Core, network: Network, clock: Clock
) -> None:
    rate(told, 5)
    clock.forward(hours=2)
    network.publish("https://gazette.example/feed", "Notice: a ban on gallium")
    told.poll(["gazette"])

    alert = only(told)

    assert (alert.override, alert.level, alert.status) == (None, "high", "new")
    [reopened] = [one for one in told.history(alert.id) if one.kind == "reopened"]
    assert reopened.data["override"] == "ended"
    assert told.care.doctor() == []


def test_a_higher_score_outlives_an_official_notice(
    told: Core, network: Network, clock: Clock
) -> None:
    rate(told, 100)
    clock.forward(hours=2)
    network.publish("https://gazette.example/feed", "Notice: a ban on gallium")
    told.poll(["gazette"])

    assert only(told).score == 100


def test_a_lower_score_never_hides_an_official_notice(core: Core, network: Network) -> None:
    network.publish("https://gazette.example/feed", "Notice: a ban on gallium")
    core.poll(["gazette"])

    rate(core, 5)

    alert = only(core, Filter(level="high"))
    assert (alert.level, alert.official) == ("info", True)
    assert core.card_ids(Filter(level="high")) == core.card_ids(Filter()) != []
    untold = Settings(notify_level="high")
    assert barred(replace(alert, status="new"), Manner(True, "none", "respect"), untold) is None


def test_a_lower_score_of_a_rumour_passes_no_filter_of_levels(told: Core) -> None:
    rate(told, 5)

    assert told.alerts(Filter(level="high")) == []
    assert only(told, Filter(level="info")).level == "info"


def test_what_another_desk_gave_counts_here_too(told: Core, network: Network, clock: Clock) -> None:
    rate(told, 12)
    with told._store.reading() as connection:
        log = events.everything(connection)
    told.undo()
    again = [
        Event("x", "004000000000000.00000", "d2", 1, "Bo", "Paris", one.kind, one.subject, one.data)
        for one in log
        if one.kind == "rate"
    ]
    triage.receive(told._store, told.rulebook.rater, again, clock())

    said = only(told).override
    assert said is not None
    assert (said.who, said.post, said.score) == ("Bo", "Paris", 12)


WHEN = datetime(2026, 3, 2, tzinfo=UTC)
lines = st.lists(
    st.tuples(
        st.sampled_from(["rate", "seen", "close", "reopened", "note"]),
        st.sampled_from([None, 0, 7.5, 100, -3, 400, "x", True, float("nan"), float("inf")]),
        st.sampled_from(["official", "again", "level", ""]),
    ),
    max_size=12,
)


@given(lines, st.randoms())
def test_any_log_in_any_order_folds_to_one_score_within_its_range(
    some: list, chance: object
) -> None:
    log = [
        Event(
            f"e{n}", f"{n:015d}.00000", "d", n, "Ann", "Post", kind, "a",
            {"score": score, "why": "w", "computed": 50.0, "ruled": "high", "reason": reason},
        )
        for n, (kind, score, reason) in enumerate(some, 1)
    ]  # fmt: skip
    mixed = list(log)
    chance.shuffle(mixed)  # type: ignore[attr-defined]

    said = fold(mixed).override

    assert said == fold(log).override
    assert said is None or 0 <= said.score <= 100


def test_lowering_is_told_by_score_or_by_level() -> None:
    def given(score: float, level: str, ruled: str = "high") -> Override:
        return Override(score, level, "w", "Ann", "", WHEN, 50.0, ruled)

    assert given(49, "medium").lowers
    assert given(55, "medium").lowers
    assert not given(85, "critical").lowers
    assert not given(55, "medium", "").lowers


def test_the_command_line_rates_and_says_what_was_computed(commands: Commands) -> None:
    commands.run("--profile", commands.profile, "init")
    with commands.open() as core:
        core.sources.add(source("gazette", kind="official-gazette", grade="A", official=True))
        commands.network.publish("https://gazette.example/feed", "Notice: a ban on gallium")
        core.poll(["gazette"])
        name = only(core).id
    at = ("--profile", commands.profile)

    done = commands.run("alerts", "rate", name, "--level", "low", "--reason", "old", *at)
    shown = commands.run("alerts", "show", name, "--json", *at).json
    told = commands.run("alerts", "show", name, *at).out

    assert done.code == 0
    assert "official notice" in done.err
    assert (shown["score"], shown["level"], shown["rule_level"]) == (30, "low", "high")
    assert shown["computed_score"] > 30
    assert shown["override"]["reason"] == "old"
    assert "set by" in told
    again = commands.run("alerts", "recompute", shown["vector"], "--json").json
    assert again["score"] == pytest.approx(shown["computed_score"])
    assert again["score_parts"] == shown["score_parts"]
    assert commands.run("alerts", "recompute", "OSW:1/M:x").code == 2
    assert commands.run("alerts", "rate", name, "--score", "40", *at).code == 2
    assert commands.run("alerts", "rate", name, "--computed", *at).code == 0
    assert commands.run("alerts", "show", name, "--json", *at).json["override"] is None
