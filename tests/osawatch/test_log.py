"""The log of triage: undo of anything, and desks that exchange what they did."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from osawatch import triage
from osawatch.core import Core
from osawatch.model import Action, Alert, Filter
from osawatch.store import events
from tests.fakes import Clock, Network, Pack, source

FEED = "https://wire.example/feed"
STEPS: list[tuple[str, dict[str, object]]] = [
    ("seen", {}),
    ("take", {}),
    ("assign", {"who": "Bo"}),
    ("assign", {"who": ""}),
    ("close", {"relevant": True}),
    ("close", {"relevant": False, "reason": "duplicate", "note": "twice"}),
    ("reopen", {}),
    ("snooze", {"until": "2026-03-20"}),
    ("snooze", {"until": "official"}),
    ("note", {"text": "hm"}),
    ("tag", {"tag": "a", "on": True}),
    ("tag", {"tag": "a", "on": False}),
]


def desk(folder: Path, name: str, network: Network) -> Core:
    core = Core(folder / name, clock=network.clock, fetch=network, pack=Pack())
    core.save_settings(replace(core.settings(), name=name, post=name))
    core.sources.add(source("wire"))
    core.poll()
    return core


@pytest.fixture
def network() -> Network:
    made = Network(Clock())
    made.publish(FEED, "China sets a licence duty for gallium and germanium")
    made.publish(FEED, "Congo puts a ban on cobalt exports")
    return made


@pytest.fixture
def core(tmp_path: Path, network: Network) -> Iterator[Core]:
    with desk(tmp_path, "Ann", network) as made:
        yield made


def state(core: Core) -> list[Alert]:
    return sorted(core.alerts(Filter(view="all")), key=lambda one: one.id)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(st.tuples(st.sampled_from(STEPS), st.sets(st.integers(0, 2), min_size=1)), max_size=8),
    st.booleans(),
)
def test_any_actions_and_undo_of_all_of_them_give_the_first_state(
    core: Core, steps: list, merging: bool
) -> None:
    before = state(core)
    cards = core.cards(core.card_ids(Filter(view="all")))
    names = [one.id for one in before]

    for (kind, data), chosen in steps:
        core.triage(Action(kind, tuple(names[one] for one in sorted(chosen)), data))
    if merging:
        core.merge([names[1]], names[0])
    for _ in range(len(steps) + merging):
        core.undo()

    assert state(core) == before
    assert core.cards(core.card_ids(Filter(view="all"))) == cards
    assert core.undo().alerts == frozenset()
    assert core.care.doctor() == []


@pytest.mark.parametrize("seed", range(6))
def test_desks_that_exchange_their_logs_agree(tmp_path: Path, network: Network, seed: int) -> None:
    rng = random.Random(seed)
    with desk(tmp_path, "Ann", network) as ann, desk(tmp_path, "Bo", network) as bo:
        names = [one.id for one in state(ann)]
        for _ in range(25):
            core = rng.choice([ann, bo])
            kind, data = rng.choice(STEPS)
            network.clock.forward(seconds=rng.choice([0, 0, 90, -40]))
            core.triage(Action(kind, (rng.choice(names),), data))
            if rng.random() < 0.2:
                core.undo()
            if rng.random() < 0.1:
                core.merge([names[2]], names[0])
        give(ann, bo)
        give(bo, ann)
        give(ann, bo)

        assert state(ann) == state(bo)
        assert log_of(ann) == log_of(bo)
        assert ann.care.doctor() == bo.care.doctor() == []


def test_what_was_done_to_an_alert_counts_when_its_items_come_later(
    tmp_path: Path, network: Network
) -> None:
    with desk(tmp_path, "Ann", network) as ann:
        network.publish(FEED, "Chile puts a ban on copper exports")
        ann.poll()
        [alert] = ann.alerts(Filter(goods=("copper",)))
        ann.triage(Action("take", (alert.id,)))
        network.feeds[FEED].pop(0)
        with desk(tmp_path, "Bo", network) as bo:
            give(ann, bo)
            assert bo.alert(alert.id) is None
            network.publish(FEED, "Chile puts a ban on copper exports")
            bo.poll()

            found = bo.alert(alert.id)
            assert found is not None
            assert (found.alert.status, found.alert.assignee) == ("in_hand", "Ann")
            assert bo.care.doctor() == []


def log_of(core: Core) -> list:
    with core._store.reading() as connection:
        return [one for one in events.everything(connection) if one.kind != "raised"]


def give(giver: Core, taker: Core) -> None:
    with giver._store.reading() as connection:
        log = events.everything(connection)
    triage.receive(taker._store, taker._rules.rater, log, taker.now())
