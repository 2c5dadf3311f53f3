"""A case gathers alerts of one matter; all that is done to it stands on the log."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from osawatch.cases.fold import KINDS, fold
from osawatch.core import Core
from osawatch.errors import BadInput, UnknownId
from osawatch.model import Filter
from osawatch.sample import load
from osawatch.stages import Event
from tests.fakes import Clock, Network
from ui.cli import main

FEED = "https://wire.example/feed"
OPENING = Event("0", "1.0.a", "a", 1, "Ann", "", "case_open", "case:1", {"title": "Gallium"})
VALUE = st.one_of(
    st.none(), st.booleans(), st.sampled_from(["a", "b", "Ann", "Bob", "open", "yes", "eu-first"])
)
DATA = st.dictionaries(
    st.sampled_from(["alert", "on", "step", "text", "who", "to", "handover", "status", "test",
                     "answer", "ministry"]), VALUE,
)  # fmt: skip
LINES = st.lists(
    st.tuples(st.sampled_from([*sorted(KINDS), "case_later", "undo"]), DATA), max_size=12
)


@pytest.fixture
def alert(core: Core, network: Network) -> str:
    network.publish(FEED, "China sets a licence duty for gallium")
    core.poll()
    [found] = core.alerts(Filter(goods=("gallium",)))
    return found.id


def called(core: Core, name: str) -> None:
    core.save_settings(replace(core.settings(), name=name))


def test_a_case_with_alerts_is_owned_by_the_ministries_of_their_goods(tmp_path: Path) -> None:
    with Core(tmp_path / "sample") as core:
        load(core.news, core.now())
        gallium = next(one for one in core.alerts(Filter(view="all")) if "gallium" in one.goods)
        case = core.cases.open("Gallium", [gallium.id, gallium.id])
        assert case.alerts == (gallium.id,)
        assert case.owners == core.rulebook.ministries(gallium.goods) != ()
        assert core.cases.owner(case.id, "NEW").owners == ("NEW", *case.owners)
        assert core.cases.owner(case.id, "NEW", on=False).owners == case.owners
        left = core.cases.add(case.id, [gallium.id], on=False)
        assert (left.alerts, left.owners) == ((), ())


def test_a_case_is_opened_without_an_alert_too(core: Core) -> None:
    case = core.cases.open("Visit to Chile")
    assert (case.alerts, case.status, case.holder) == ((), "open", "Ann")
    assert [one.id for one in core.cases.every()] == [case.id]


def test_an_answer_ends_its_step(core: Core, clock: Clock) -> None:
    case = core.cases.step(core.cases.open("Gallium").id, "ask Customs", due="2026-12-01")
    clock.forward(days=1)
    [step] = core.cases.answered(case.id, case.steps[0].id[:8], "no stocks").steps
    assert (step.answer, step.done, step.answered) == ("no stocks", core.now(), core.now())


def test_a_handover_counts_when_the_receiver_confirms_it_and_not_before(core: Core) -> None:
    case = core.cases.hand_over(core.cases.open("Gallium").id, "Bob")
    assert case.holder == "Ann"
    with pytest.raises(BadInput, match="offered to 'Bob'"):
        core.cases.confirm(case.id)
    called(core, "Bob")
    taken = core.cases.confirm(case.id)
    assert (taken.holder, taken.handover) == ("Bob", None)
    with pytest.raises(BadInput, match="not offered"):
        core.cases.confirm(case.id)


def test_the_last_answer_to_a_decision_test_stands_and_the_first_stays_on_the_log(
    core: Core,
) -> None:
    case = core.cases.open("Gallium")
    core.cases.weigh(case.id, "eu-first", "unclear")
    weighed = core.cases.weigh(case.id, "eu-first", "yes", "Council group meets").tests
    assert (weighed["eu-first"].answer, weighed["eu-first"].note) == ("yes", "Council group meets")
    kinds = [one.kind for one in core.cases.log(case.id)]
    assert kinds == ["case_open", "case_test", "case_test"]


def test_closed_cases_are_shown_when_asked_for(core: Core) -> None:
    case = core.cases.open("Gallium")
    core.cases.status(case.id, "closed", "licence granted")
    assert core.cases.every() == []
    assert [one.outcome for one in core.cases.every(closed=True)] == ["licence granted"]


def test_what_is_wrong_changes_nothing(core: Core, alert: str) -> None:
    case = core.cases.open("Gallium").id
    acts: tuple[Callable[[], object], ...] = (
        lambda: core.cases.open("  "),
        lambda: core.cases.open("Two", [alert, "nobody"]),
        lambda: core.cases.add(case, [alert, "nobody"]),
        lambda: core.cases.step(case, "ask", due="soon"),
        lambda: core.cases.done(case, "nothing"),
        lambda: core.cases.done(case, ""),
        lambda: core.cases.status(case, "maybe"),
        lambda: core.cases.weigh(case, "luck", "yes"),
        lambda: core.cases.told("case:", "Bob"),
    )
    for act in acts:
        with pytest.raises((BadInput, UnknownId)):
            act()
    assert len(core.cases.every(closed=True)) == 1
    assert [one.kind for one in core.cases.log(case)] == ["case_open"]


def test_the_command_line_opens_changes_and_lists_cases(
    core: Core, alert: str, capsys: pytest.CaptureFixture[str]
) -> None:
    profile = str(core.profile.folder)

    def cli(*words: str) -> str:
        assert main(["cases", words[0], "--profile", profile, *words[1:]]) == 0
        return capsys.readouterr().out

    made = json.loads(cli("open", "Gallium\x1b[2J", alert, "--json"))
    cli("step", made["id"][:13], "ask Customs", "--due", "2026-12-01", "--who", "Bob")
    cli("told", made["id"], "Taskforce")
    cli("test", made["id"], "eu-first", "yes")
    [row] = json.loads(cli("list", "--json"))
    assert (row["alerts"], row["due"]) == ([alert], "2026-12-01")
    shown = cli("show", made["id"])
    assert "ask Customs" in shown
    assert "told Taskforce" in shown
    assert "test eu-first: yes" in shown
    assert "\x1b" not in shown


@given(LINES, st.randoms(use_true_random=False))
@settings(max_examples=150, deadline=None)
def test_desks_with_the_same_events_compute_the_same_case(
    lines: list[tuple[str, dict[str, object]]], chance: random.Random
) -> None:
    log = [OPENING] + [
        Event(str(n), f"{n + 1}.0.a", "ab"[n % 2], n, ("Ann", "Bob")[n % 2], "", kind, "case:1",
              data | {"step": str(n - 1), "handover": str(n - 1)})
        for n, (kind, data) in enumerate(lines, 1)
    ]  # fmt: skip
    mixed = log[:]
    chance.shuffle(mixed)
    assert fold(mixed) == fold(log) is not None


def test_a_case_whose_opening_has_not_come_yet_waits_for_it() -> None:
    late = replace(OPENING, id="1", hlc="2.0.a", kind="case_next", data={"text": "call"})
    assert fold([late]) is None
    found = fold([late, OPENING])
    assert found is not None
    assert found.next == "call"
