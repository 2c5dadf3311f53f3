"""All items: filtered by source and time, why not for each of them, cited and copied."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from osawatch.core import Core
from tests.fakes import Clock, Network, source
from tests.ui import stage
from ui.items.page import ItemsPage
from ui.words import part

TITLES = {
    "ministry": "China bans exports of gallium to Japan",
    "paper": "Gallium prices rise in a quiet market",
}


@pytest.fixture
def core(tmp_path: Path) -> Iterator[Core]:
    clock = Clock()
    network = Network(clock)
    with Core(tmp_path / "p", clock=clock, fetch=network) as made:
        for name, title in TITLES.items():
            made.sources.add(source(name))
            made.sources.enable(name, on=True)
            network.publish(f"https://{name}.example/feed", title, url=f"https://{name}.example/1")
        made.poll(sorted(TITLES))
        yield made


def words(page: ItemsPage) -> str:
    body = page.detail.widget()
    assert body is not None
    return "\n".join(one.text() for one in body.findChildren(QLabel))


def titles(page: ItemsPage) -> set[str]:
    return {row.title for row in page._core.archive.page([int(n) for n in page.model.ids()])}


def test_items_of_one_source_and_of_a_time_are_shown_alone(core: Core, qtbot: QtBot) -> None:
    with stage.staged(core, ItemsPage, qtbot) as page:
        assert titles(page) == set(TITLES.values())
        names = [page.source.itemText(n) for n in range(page.source.count())]
        assert names[0] == "All sources"
        assert sorted(names[1:]) == ["Ministry", "Paper"]
        page.source.setCurrentIndex(page.source.findText("Ministry"))
        page.refresh()
        qtbot.waitUntil(page.ready, timeout=stage.PATIENCE_MS)
        assert titles(page) == {TITLES["ministry"]}
        page.search_for("gallium")
        qtbot.waitUntil(lambda: len(page.model.ids()) == 2, timeout=stage.PATIENCE_MS)
        page.since.setCurrentIndex(page.since.findData("1"))
        page.refresh()
        qtbot.waitUntil(page.ready, timeout=stage.PATIENCE_MS)
        assert len(page.model.ids()) == 2


def test_where_nothing_passes_the_filters_it_does_not_say_that_there_are_no_items(
    core: Core, qtbot: QtBot
) -> None:
    with stage.staged(core, ItemsPage, qtbot) as page:
        page.search.setText("zeppelin")
        page.refresh()
        qtbot.waitUntil(page.ready, timeout=stage.PATIENCE_MS)
        assert page._empty.title.text() == "Nothing passes the filters"


def test_what_it_nearly_met_stands_also_where_a_rule_fired_and_is_copied(
    core: Core, qtbot: QtBot
) -> None:
    with stage.staged(core, ItemsPage, qtbot) as page:
        page.search.setText("Japan")
        page.refresh()
        qtbot.waitUntil(page.ready, timeout=stage.PATIENCE_MS)
        qtbot.waitUntil(lambda: page.detail._nearly is not None, timeout=stage.PATIENCE_MS)
        seen = page.detail.found
        assert seen
        assert seen.rules
        near = page.detail._nearly
        assert near is not None
        told = part(near[0].lacks) if near else "No rule came within one step of it."
        assert told in words(page)
        page.detail.asked.emit("copy")
        copied = QGuiApplication.clipboard().text()
        assert TITLES["ministry"] in copied
        assert "What it nearly met" in copied
        assert told in copied
        assert "https://ministry.example/1" in copied


def test_a_citation_is_copied_by_the_key_of_the_inbox_and_by_a_button(
    core: Core, qtbot: QtBot
) -> None:
    with stage.staged(core, ItemsPage, qtbot, shown=True) as page:
        page.search.setText("Japan")
        page.refresh()
        qtbot.waitUntil(page.ready, timeout=stage.PATIENCE_MS)
        page.list.setFocus()
        with qtbot.waitSignal(page.said):
            qtbot.keyClick(page.list, Qt.Key.Key_Y)
        cited = QGuiApplication.clipboard().text()
        assert f"“\u2068{TITLES['ministry']}\u2069”, 2 March 2026, https://" in cited
        assert "SHA-256 of title and text as kept: " in cited
        QGuiApplication.clipboard().setText("")
        page.detail.asked.emit("cite")
        assert QGuiApplication.clipboard().text() == cited
