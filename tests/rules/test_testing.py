"""Tests in rule files: each type of alert over time, inhibition, outages, and what is left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from rules.load import load
from rules.testing import Coverage, TestResult, coverage, run
from tests.rules.samples import RULE, pack

HEAD = """\
schema: 1
id: {id}
title: News of a watched good
level: low
status: stable
guidance: Read it.
match: {{good: {{watchlist: goods}}, state: {{watchlist: countries}}}}
condition: good
"""


def results(folder: Path, alert: str, tests: str, key: str = "one", *more: str) -> list[TestResult]:
    text = HEAD.format(id=key) + f"alert: {{{alert}}}\ntests:\n{tests}\n"
    found = pack(folder, text, *more)
    assert [str(one) for one in found.findings] == []
    return [one for one in run(found) if one.rule == key]


@pytest.mark.parametrize(
    ("alert", "test"),
    [
        (
            "group_by: [good], merge_window: 72h",
            "items: [{at: 0h, title: gallium}, {at: 5h, title: gallium}, {at: 5h, title: lithium}],"
            " expect: {alerts: 2, items: 3, because: merged}",
        ),
        (
            "min_publishers: 2",
            "items: [{title: gallium, every: 1h, times: 5, publisher: a}],"
            " expect: {alerts: 0, because: min_publishers}",
        ),
        (
            "realert: {after: 24h, max: 48h}",
            "items: [{title: gallium, every: 12h, times: 10}], expect: {alerts: 1, realerts: 2}",
        ),
        (
            "type: frequency, window: 1d, threshold: 3, count: publishers, group_by: [good]",
            "items: [{title: 'gallium {n}', every: 1h, times: 3, publisher: 'p{n}'}],"
            " expect: {alerts: 1, items: 3}",
        ),
        (
            "type: frequency, window: 1d, threshold: 3, count: publishers, group_by: [good]",
            "items: [{title: gallium, every: 1h, times: 9, publisher: wire}],"
            " expect: {alerts: 0, because: threshold}",
        ),
        (
            "type: frequency, window: 1d, threshold: 2, for: 6h",
            "items: [{title: gallium, every: 1h, times: 2}], until: 5h,"
            " expect: {alerts: 0, because: pending}",
        ),
        (
            "type: frequency, window: 1d, threshold: 2, for: 6h",
            "items: [{title: gallium, every: 1h, times: 2}], until: 7h, expect: {alerts: 1}",
        ),
        (
            "type: spike, window: 3d, baseline: 28d, ratio: 3, min_current: 6, min_baseline: 4",
            "items: [{title: gallium, every: 4d, times: 7}, {at: 28d, title: gallium, every: 6h,"
            " times: 8}], expect: {alerts: 1}",
        ),
        (
            "type: spike, window: 3d, baseline: 28d, ratio: 3, min_current: 2, min_baseline: 4",
            "items: [{title: gallium, times: 2, every: 4d}, {at: 1000h, title: gallium, every: 1h,"
            " times: 5}], expect: {alerts: 0, because: insufficient_history}",
        ),
        (
            "type: silence, window: 2d",
            "items: [{title: gallium, every: 1d, times: 5}], until: 6d,"
            " expect: {alerts: 1, items: 1}",
        ),
        (
            "type: silence, window: 2d",
            "items: [{title: gallium, every: 1d, times: 5}], until: 6d,"
            " outages: [{at: 5d, for: 1d}], expect: {alerts: 0, because: cannot_tell}",
        ),
        (
            "type: new_value, field: publisher, min_baseline: 2",
            "items: [{title: gallium, publisher: a, every: 1h, times: 3}, {at: 5h, title: gallium,"
            " publisher: b}], expect: {alerts: 1, items: 1}",
        ),
        (
            "type: distinct, field: good, window: 1d, threshold: 3",
            "items: [{title: gallium}, {at: 1h, title: germanium}, {at: 2h, title: lithium}],"
            " expect: {alerts: 1, items: 3}",
        ),
        (
            "type: deadline, field: deadline, window: 14d, group_by: [good]",
            "items: [{title: gallium, summary: Comments are due by 2 March 2026.},"
            " {at: 24h, title: gallium again, summary: Comments are due by 2 March 2026.}],"
            " until: 42d, expect: {alerts: 1, items: 2}",
        ),
        (
            "type: deadline, field: deadline, window: 14d",
            "items: [{title: gallium, summary: Comments are due by 2 March 2026.}],"
            " until: 41d, expect: {alerts: 0, because: not_yet}",
        ),
        (
            "type: deadline, field: any_date, window: 14d",
            "items: [{title: gallium, summary: The licence applies from 1 March 2026.},"
            " {title: gallium}], until: 50d, expect: {alerts: 1, items: 1, because: no_date}",
        ),
        (
            "type: deadline, field: effective, window: 14d",
            "items: [{title: gallium, summary: The licence applies from 1 December 2025.}],"
            " until: 9d, expect: {alerts: 0, because: passed}",
        ),
        (
            "type: change, field: state",
            "items: [{title: China and gallium}, {at: 1h, title: EU and gallium}],"
            " expect: {alerts: 1}",
        ),
    ],
)
def test_alerts_over_time_are_counted(tmp_path: Path, alert: str, test: str) -> None:
    (result,) = results(tmp_path, alert, f"- {{name: counts, {test}}}")
    assert (result.passed, result.message) == (True, "")


def test_a_count_that_is_not_met_says_what_was_there(tmp_path: Path) -> None:
    tests = (
        "- {name: one, items: [{title: gallium}], expect: {alerts: 2, because: merged}}\n"
        "- {name: two, items: [{title: tea}], expect: {alerts: 1}}\n"
        "- {name: why, items: [{title: tea}], expect: {alerts: 0, because: good}}\n"
    )
    one, two, why = results(tmp_path, "group_by: [good]", tests)
    assert one.message == (
        "expected 2 alerts, but there are 1: raised after 0:00:00 (raised); "
        "expected «merged», but the reasons are: raised after 0:00:00 (raised)"
    )
    assert two.message == "expected 1 alerts, but there are 0: condition, good"
    assert why.passed
    assert (one.line, two.line) == (11, 12)


GENERAL = HEAD.format(id="general").replace("low", "high") + "alert: {group_by: [good]}\n"


DETAILED = (
    HEAD.format(id="one")
    + "alert: {group_by: [good]}\ninhibited_by: [{rule: general, equal: [good]}]\ntests:\n"
)


def test_a_general_alert_hides_the_detailed_one(tmp_path: Path) -> None:
    tests = (
        "- {name: hidden, items: [{title: gallium}], expect: {alerts: 0, because: inhibited}}\n"
        "- {name: by, items: [{title: gallium}], expect: {alerts: 0, because: general}}\n"
    )
    assert [one.message for one in run(pack(tmp_path, DETAILED + tests, GENERAL))] == ["", ""]


def test_a_general_rule_on_trial_hides_nothing_of_the_inbox(tmp_path: Path) -> None:
    test = "- {name: shown, items: [{title: gallium}], expect: {alerts: 1}}\n"
    trial = GENERAL.replace("stable", "test")
    assert [one.message for one in run(pack(tmp_path, DETAILED + test, trial))] == [""]


def test_an_exception_ends_with_the_clock_of_the_test(tmp_path: Path) -> None:
    text = HEAD.format(id="one") + (
        "exceptions: [{name: known, when: {title|contains: mill}, reason: x, until: 2026-01-06}]\n"
        "tests:\n"
        "- {name: held, items: [{title: gallium mill}], expect: {alerts: 0, because: exception}}\n"
        "- {name: over, items: [{at: 2d, title: gallium mill}], expect: {alerts: 1}}\n"
    )
    assert [one.message for one in run(pack(tmp_path, text))] == ["", ""]


def test_coverage_names_the_rules_that_nobody_would_miss(tmp_path: Path) -> None:
    bare = HEAD.format(id="bare")
    timed = HEAD.format(id="timed") + (
        "tests: [{name: t, items: [{title: gallium}], expect: {alerts: 1}}]\n"
    )
    assert coverage(pack(tmp_path, RULE, bare, timed).rules) == Coverage(
        ("bare",), ("bare", "timed")
    )


def test_the_shipped_rules_pass_their_tests() -> None:
    wrong = [f"{one.rule}: {one.name}: {one.message}" for one in run(load()) if not one.passed]
    assert wrong == []
