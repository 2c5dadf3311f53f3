"""Polls in, notices out: kept over a restart, one a story, each silence explained."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from osawatch.core import Core
from osawatch.model import Action, Filter
from rules.rule import Notify, Rule
from tests.fakes import Clock, Network, Pack, source


def rule(**manner: object) -> Rule:
    notify = Notify(**manner)  # type: ignore[arg-type]
    return Rule("export-measure", "Export measure", "high", "stable", "", None, (), notify=notify)  # type: ignore[arg-type]


@pytest.fixture
def core(tmp_path: Path, clock: Clock, network: Network) -> Iterator[Core]:
    with Core(tmp_path / "profile", clock=clock, fetch=network, pack=Pack()) as made:
        made.sources.add(source("wire"))
        yield made


def news(core: Core, network: Network, title: str = "Gallium needs a licence") -> frozenset[str]:
    network.publish("https://wire.example/feed", title)
    return core.poll(["wire"]).changes.alerts


def whys(core: Core) -> list[tuple[str, str]]:
    return [(one.verdict.act, one.verdict.why) for one in core.notify.listed()]


def test_a_new_alert_is_told_once(core: Core, network: Network) -> None:
    core.notify.begin()
    fresh = news(core, network)

    assert core.notify.look(fresh).levels == {"high": 1}
    assert core.notify.look(fresh).count == 0
    assert whys(core) == [("notify", "now")]


def test_what_stood_in_the_inbox_at_the_start_is_no_news(core: Core, network: Network) -> None:
    stood = news(core, network)

    assert core.notify.begin().new == 1
    assert core.notify.look(stood).count == 0
    assert whys(core) == [("never", "stood")]


def test_what_stood_before_is_listed_behind_what_was_judged_and_goes_when_handled(
    core: Core, network: Network
) -> None:
    before = news(core, network)
    core.notify.begin()
    fresh = news(core, network, "Germanium needs a licence") - before
    core.notify.look(fresh)
    told = whys(core)
    assert told[-1] == ("never", "stood")
    assert len([one for one in told if one[1] == "stood"]) == len(before)

    core.triage(Action("take", tuple(before)))
    assert "stood" not in {why for _act, why in whys(core)}


def test_two_alerts_of_one_story_are_one_notice(core: Core, network: Network) -> None:
    core.notify.begin()
    fresh = news(core, network, "Gallium and germanium need a licence")
    assert len(core.alerts(Filter())) == 2

    assert core.notify.look(fresh).count == 1
    assert sorted(whys(core)) == [("never", "story"), ("notify", "now")]


def test_what_waits_for_the_morning_waits_over_a_restart(
    core: Core, network: Network, clock: Clock
) -> None:
    core.save_settings(replace(core.settings(), quiet_from="11:00", quiet_until="14:00"))
    core.notify.begin()
    assert core.notify.look(news(core, network)).waiting == 1

    with Core(core.profile.folder, clock=clock, fetch=network, pack=Pack()) as again:
        assert again.notify.begin().waiting == 1
        assert again.notify.look().count == 0
        clock.forward(hours=3)
        assert again.notify.look().count == 1
        assert again.notify.look().waiting == 0


def test_what_was_dealt_with_while_it_waited_is_not_told(
    core: Core, network: Network, clock: Clock
) -> None:
    core.save_settings(replace(core.settings(), notify_digest="daily"))
    core.notify.begin()
    fresh = news(core, network)
    core.notify.look(fresh)
    core.triage(Action("take", tuple(fresh)))
    clock.forward(days=1)

    assert core.notify.look().count == 0
    assert whys(core) == [("never", "handled")]


def test_a_rule_keeps_its_alerts_from_the_screen(
    tmp_path: Path, clock: Clock, network: Network
) -> None:
    pack = Pack(rules=(rule(desktop=False),))  # type: ignore[arg-type]
    with Core(tmp_path / "other", clock=clock, fetch=network, pack=pack) as core:
        core.sources.add(source("wire"))
        core.notify.begin()

        assert core.notify.look(news(core, network)).count == 0
        assert whys(core) == [("never", "rule")]


def test_what_the_window_shows_needs_no_notice_but_is_listed(core: Core, network: Network) -> None:
    core.notify.begin()
    fresh = news(core, network)

    assert core.notify.look(fresh, here=True).count == 0
    assert core.notify.look(fresh).count == 0
    assert whys(core) == [("notify", "here")]
