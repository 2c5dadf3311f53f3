"""Decisions are signed with a name, a function or a post, and given to any of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osawatch import signing
from osawatch.core import Core
from osawatch.model import Action, Filter, Holder, Person, Settings
from osawatch.policy.model import Policies, Policy
from osawatch.store import events
from tests.fakes import Clock, Network, Pack, source

ADA = Settings(name="Ada", post="Astana", role="Trade desk")
WIRE = "https://wire.example/feed"


@pytest.mark.parametrize(
    ("signs_as", "mine", "name"),
    [
        ("name", ADA, "Ada"),
        ("role", ADA, "Trade desk, Astana"),
        ("role", replace(ADA, role=" "), "Astana"),
        ("role", replace(ADA, post=""), "Trade desk"),
        ("post", ADA, "Astana"),
        ("post", replace(ADA, post=""), ""),
    ],
)
def test_who_signs(signs_as: str, mine: Settings, name: str) -> None:
    assert signing.signed(replace(mine, signs_as=signs_as)) == Person(name, mine.post)


@given(st.sampled_from(["role", "post"]), st.text(max_size=5), st.text(max_size=5))
def test_whoever_signs_otherwise_is_not_named(signs_as: str, role: str, post: str) -> None:
    mine = Settings(name="Ada Lovelace", post=post, role=role, signs_as=signs_as)
    assert "Ada Lovelace" not in signing.signed(mine, "Ada Lovelace").name


def test_the_user_of_an_encrypted_profile_signs_in_place_of_the_settings() -> None:
    assert signing.signed(ADA, "Bo") == Person("Bo", "Astana")
    assert signing.called(ADA, "Bo") == ("Bo", "Trade desk, Astana", "Trade desk", "Astana")


def test_no_name_is_in_the_log_of_a_desk_that_signs_with_its_post(
    tmp_path: Path, clock: Clock, network: Network
) -> None:
    network.publish(WIRE, "China sets a licence duty for gallium")
    with Core(tmp_path / "p", clock=clock, fetch=network, pack=Pack()) as core:
        core.save_settings(replace(core.settings(), name="Ada", post="Astana", signs_as="post"))
        core.sources.add(source("wire"))
        core.poll(["wire"])
        (alert,) = core.alerts(Filter())
        for kind in ("seen", "take", "reopen", "take"):
            core.triage(Action(kind, (alert.id,)))
        core.undo()
        assert [one.assignee for one in core.alerts(Filter(view="mine"))] == ["Astana"]
        assert core.counts()["mine"] == 1
        assert core.hands.known() == (Holder("post", "Astana"),)
        with core._store.reading() as connection:
            actors = {one.actor for one in events.everything(connection)}
    assert actors <= {"Astana", "osawatch"}


def test_a_policy_may_ask_for_less_of_a_person_and_never_for_more() -> None:
    role = Policies((Policy("a.toml", signs_as="role"),))
    assert role.over(ADA).signs_as == "role"
    assert role.over(replace(ADA, signs_as="post")).signs_as == "post"
    assert role.locked() == {"signs_as": "a.toml"}
