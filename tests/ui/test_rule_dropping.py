"""A rule of the post's own is taken away, and put back as it was."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from osawatch.core import Core
from tests.fakes import Network
from tests.ui import stage
from ui.rules.page import RulesPage

OWN = """schema: 1
id: my-rule
title: Mine  # a remark that stays
status: test
level: low
match:
  good: {watchlist: goods, items: [gallium]}
condition: good
tests:
  - {name: fires, item: {title: Gallium is scarce}, expect: match}
  - {name: silent, item: {title: Wheat is plenty}, expect: no-match}
"""


@pytest.fixture
def page(tmp_path: Path, qtbot: QtBot) -> Iterator[RulesPage]:
    with Core(tmp_path / "p", fetch=Network()) as core:
        core.workshop.save(OWN)
        with stage.staged(core, RulesPage, qtbot, shown=True) as made:
            yield made


def turn(page: RulesPage, qtbot: QtBot, rule: str) -> None:
    page.list.setCurrentIndex(page.model.index(page.model.row(rule)))
    shown = lambda: page.ready() and f"id: {rule}" in page.editor.said()  # noqa: E731
    qtbot.waitUntil(shown, timeout=60_000)


def test_an_own_rule_is_taken_away_and_put_back_with_its_remarks(
    page: RulesPage, qtbot: QtBot
) -> None:
    turn(page, qtbot, "my-rule")
    assert page.dropping.button.isVisible()

    with qtbot.waitSignal(page.said, timeout=60_000) as told:
        page.dropping.button.click()
    assert "my-rule" in told.args[0]
    qtbot.waitUntil(lambda: page.ready() and page.model.row("my-rule") < 0, timeout=60_000)
    assert "my-rule" not in {one.id for one in page._core.rules()}

    with qtbot.waitSignal(page.dropping.changed, timeout=60_000):
        page.dropping.back.click()
    qtbot.waitUntil(lambda: page.ready() and page.model.row("my-rule") >= 0, timeout=60_000)
    assert page._core.workshop.text("my-rule").text == OWN
    assert not page.dropping.back.isVisible()


def test_a_shipped_rule_cannot_be_taken_away_only_switched_off(
    page: RulesPage, qtbot: QtBot
) -> None:
    shipped = next(one.id for one in page._core.rules() if one.id != "my-rule")
    turn(page, qtbot, shipped)
    assert not page.dropping.button.isVisible()
    assert page.switch.isVisible()
