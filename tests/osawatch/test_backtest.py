"""`rules backtest`: what rule files would have raised over the stored items, and how loud."""

from __future__ import annotations

import json
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest

from osawatch.backtest import Asked
from osawatch.core import Core
from osawatch.model import Filter
from rules.load import SHIPPED
from tests.fakes import Clock
from tests.osawatch.commands import Commands

RULE = """\
schema: 1
id: any-news
title: Any news on a watched good
level: low
status: stable
guidance: Read it.
match: {good: {watchlist: goods}}
condition: good
exceptions: [{name: prices, when: {title|contains: price}, reason: daily prices}]
alert: {group_by: [good], merge_window: 48h}
"""
DETAIL = """\
---
schema: 1
id: detail
title: A detail
level: low
status: stable
guidance: Read it.
match: {good: {watchlist: goods}}
condition: good
alert: {group_by: [good], merge_window: 48h}
inhibited_by: [{rule: any-news, equal: [good]}]
"""
NEWS = (
    ("2026-02-02T08:00:00Z", "Gallium is rare"),
    ("2026-02-03T08:00:00Z", "Gallium is rarer"),
    ("2026-02-10T08:00:00Z", "Gallium is gone"),
    ("2026-02-11T08:00:00Z", "Germanium too"),
    ("2026-02-12T08:00:00Z", "Cobalt price of the day"),
    ("2026-02-12T09:00:00Z", "Tea is cheap"),
)


class RealCommands(Commands):
    """With the shipped pack."""

    def open(self, folder: Path | None = None) -> Core:
        return Core(folder or self.profile, clock=self.clock, fetch=self.network)


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> RealCommands:
    found = RealCommands(tmp_path / "profile", capsys)
    items = [
        {"id": str(n), "url": f"https://a.example/{n}", "title": title, "date_published": at}
        for n, (at, title) in enumerate(NEWS)
    ]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "n", "items": items}
    file = tmp_path / "news.json"
    file.write_text(json.dumps(feed), encoding="utf-8")
    assert found.run("ingest", file, "--profile", found.profile).code == 0
    return found


@pytest.fixture
def rule(tmp_path: Path) -> Path:
    path = tmp_path / "rule.yaml"
    path.write_text(RULE, encoding="utf-8")
    return path


def test_a_backtest_counts_alerts_by_week_and_group(desk: RealCommands, rule: Path) -> None:
    report = desk.run(
        "rules", "backtest", rule, "--since", "2026-02-01", "--json", "--profile", desk.profile
    ).json

    (one,) = report["rules"]
    assert report["items"] == 6
    assert (one["hits"], one["alerts"], one["merged"], one["excepted"]) == (4, 3, 1, 1)
    assert one["weeks"] == {"2026-02-02": 1, "2026-02-09": 2}
    assert one["groups"] == {"good=gallium": 2, "good=germanium": 1}
    assert one["exceptions"] == {"prices": 1}
    assert [(each["title"], each["items"]) for each in one["examples"]] == [
        ("Gallium is rare", 2), ("Gallium is gone", 1), ("Germanium too", 1),
    ]  # fmt: skip


def test_only_items_since_then_are_looked_at(desk: RealCommands, rule: Path) -> None:
    report = desk.run(
        "rules", "backtest", rule, "--since", "2026-02-10", "--json", "--profile", desk.profile
    ).json
    assert (report["items"], report["rules"][0]["alerts"]) == (4, 2)


def test_a_rule_that_is_too_loud_is_named(desk: RealCommands, rule: Path) -> None:
    words = ("rules", "backtest", rule, "--since", "2026-02-01", "--profile", desk.profile)
    loud, calm = desk.run(*words, "--noisy", "0.5"), desk.run(*words)

    assert (loud.code, calm.code) == (0, 0)
    assert "noisy: any-news would raise 0.8 alerts a week, more than 0.5" in loud.err
    assert "noisy" not in calm.err
    assert calm.out.splitlines()[1].split()[:4] == ["any-news", "low", "4", "3"]


def test_what_a_general_rule_hides_is_counted(desk: RealCommands, rule: Path) -> None:
    rule.write_text(RULE + DETAIL, encoding="utf-8")
    words = ("rules", "backtest", rule, "--since", "2026-02-01", "--profile", desk.profile)
    general, detail = desk.run(*words, "--jsonl").lines
    assert (general["alerts"], general["inhibited"]) == (3, 0)
    assert (detail["alerts"], detail["inhibited"]) == (1, 3)  # cobalt: the general one is excepted


def test_a_type_that_counts_says_why_it_is_silent(desk: RealCommands, rule: Path) -> None:
    spike = "alert: {type: spike, window: 2d, baseline: 20d, ratio: 3, group_by: [good]}\n"
    rule.write_text(RULE[: RULE.index("alert:")] + spike, encoding="utf-8")
    words = ("rules", "backtest", rule, "--since", "2026-02-01", "--profile", desk.profile)
    (one,) = desk.run(*words, "--json").json["rules"]
    assert (one["alerts"], one["quiet"]) == (0, {"insufficient_history": 4})


def test_nothing_is_written_by_a_backtest(desk: RealCommands, rule: Path) -> None:
    with desk.open() as core:
        before = core.care.stats()
    desk.run("rules", "backtest", rule, "--since", "2026-02-01", "--profile", desk.profile)
    with desk.open() as core:
        after = core.care.stats()
    assert {**before, "bytes": 0} == {**after, "bytes": 0}


def test_a_file_without_a_sound_rule_is_refused_at_its_line(desk: RealCommands, rule: Path) -> None:
    words = ("rules", "backtest", rule, "--profile", desk.profile)
    rule.write_text(RULE.replace("condition: good", "condition: goud"), encoding="utf-8")
    refused = desk.run(*words)
    assert refused.code == 2
    assert f"{rule}:8" in refused.err

    rule.write_text(RULE + "---\n" + RULE.replace("level: low", "level: loud"), encoding="utf-8")
    half = desk.run(*words)
    assert half.code == 1
    assert "error choice level: «loud»" in half.err
    assert "any-news" in half.out


def test_a_cancelled_backtest_says_that_it_is_not_complete(desk: RealCommands, rule: Path) -> None:
    stop = threading.Event()
    stop.set()
    with desk.open() as core:
        asked = Asked((rule,), datetime(2026, 2, 1, tzinfo=UTC))
        report = core.backtests.run(asked, cancel=stop)
    assert (report.complete, report.items) == (False, 0)


def test_the_past_is_judged_as_the_desk_judged_it(tmp_path: Path) -> None:
    """The shipped rules over the sample desk: the same alerts as its polls have raised."""
    clock = Clock(datetime(2026, 11, 26, 12, tzinfo=UTC))
    with Core(tmp_path / "profile", clock=clock) as core:
        core.init_profile(sample=True)
        asked = Asked((SHIPPED / "rules",), datetime(2025, 1, 1, tzinfo=UTC))
        report = core.backtests.run(asked)
        stored = [one.rule for one in core.alerts(Filter(view="all"))]
    counted = {one.rule: one.alerts for one in report.rules if one.alerts}
    assert counted == {rule: stored.count(rule) for rule in set(stored)}
    assert sum(counted.values()) > 20
