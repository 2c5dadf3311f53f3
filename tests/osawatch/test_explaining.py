"""Why the rule in the editor speaks of a pasted text, or not."""

from __future__ import annotations

from pathlib import Path

import pytest

from osawatch.core import Core
from osawatch.errors import BadInput

RULE = """schema: 1
id: gallium-talk
title: Anything about gallium
status: stable
level: low
match:
  good: {watchlist: goods, items: [gallium]}
  act: {watchlist: measures, items: [export-ban]}
condition: good and not act
exceptions: [{name: rings, when: {title|contains: rings}, reason: no supply, until: 2099-01-01}]
"""


def test_each_part_of_the_condition_is_told_with_its_words(tmp_path: Path) -> None:
    with Core(tmp_path / "p") as core:
        speaks = core.workshop.explain(RULE, "Gallium is rare\nVery rare, they say.")
        silent = core.workshop.explain(RULE, "China bans exports of gallium")
        other = core.workshop.explain(RULE, "Football")
        excused = core.workshop.explain(RULE, "Gallium rings")
        trial = core.workshop.explain(RULE.replace("stable", "experimental"), "Gallium is rare")

    assert speaks.fires
    assert not speaks.suppressed
    assert ("good", True) in [(line.text, line.met) for line in speaks.lines]
    (good,) = [line for line in speaks.lines if line.text == "good"]
    assert good.depth == 1
    assert "Gallium = good:gallium" in good.words
    assert (silent.fires, silent.failing) == (False, "not act")
    assert (other.fires, other.failing) == (False, "good")
    assert not excused.fires
    assert "rings" in excused.failing
    assert trial.fires
    assert "Trial" in trial.suppressed


def test_a_change_of_a_shipped_rule_is_explained_with_it(tmp_path: Path) -> None:
    change = (
        "export-ban:\n  exceptions: [{name: all, when: {title|contains: China}, reason: x,"
        " until: 2099-01-01}]\n"
    )
    with Core(tmp_path / "p") as core:
        plain = core.workshop.explain("export-ban: {}\n", "China bans exports of gallium")
        changed = core.workshop.explain(change, "China bans exports of gallium")

    assert (plain.rule, plain.fires, changed.fires) == ("export-ban", True, False)


def test_a_text_that_is_no_rule_is_told(tmp_path: Path) -> None:
    with Core(tmp_path / "p") as core, pytest.raises(BadInput, match="has errors"):
        core.workshop.explain("id: [", "Gallium")
