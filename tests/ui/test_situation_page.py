"""The page of situations: begun with chosen sources, written on, marked, reported, ended."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from osawatch.core import Core
from tests.fakes import Clock, Network, Pack, source
from ui import theme
from ui.bridge import Bridge
from ui.situation.page import SituationPage
from ui.situation.watch import Watch
from ui.tasks import Tasks

FEED = "https://wire.example/feed"


class Parts:
    def __init__(self, tmp_path: Path) -> None:
        self.owner, self.clock = QObject(), Clock(datetime(2026, 3, 2, 12, tzinfo=UTC))
        self.network = Network(self.clock)
        self.core = Core(tmp_path / "p", clock=self.clock, fetch=self.network, pack=Pack())
        self.core.sources.add(source("wire"))
        self.core.sources.enable("wire", on=True)
        self.tasks = Tasks(self.owner)
        self.bridge = Bridge(self.core, self.owner)


@pytest.fixture
def parts(tmp_path: Path, qtbot: QtBot) -> Iterator[Parts]:
    made = Parts(tmp_path)
    yield made
    made.bridge.close()
    made.tasks.close()
    made.core.close()


@pytest.fixture
def page(parts: Parts, qtbot: QtBot) -> SituationPage:
    made = SituationPage(parts.core, parts.tasks, parts.bridge, theme.LIGHT)
    qtbot.addWidget(made)
    made.show()
    made.refresh()
    qtbot.waitUntil(made.ready, timeout=20_000)
    return made


def begun(page: SituationPage, qtbot: QtBot) -> None:
    page.write_new()
    qtbot.waitUntil(lambda: page.form is not None, timeout=20_000)
    form = page.form
    assert form is not None
    form.name.setText("Strait")
    form.hours.setText("soon")
    form.keep()
    assert "soon" in form.problem.text()
    form.hours.setText("2")
    form.keep()
    qtbot.waitUntil(lambda: "no source" in form.problem.text(), timeout=20_000)
    form.filter.setText("nothing like it")
    assert form.list.item(0).isHidden()
    form.filter.setText("wire")
    form.list.item(0).setCheckState(Qt.CheckState.Checked)
    form.keep()
    qtbot.waitUntil(lambda: page.chosen() is not None, timeout=20_000)
    qtbot.waitUntil(page.ready, timeout=20_000)


def test_what_comes_in_stands_on_the_timeline_by_itself_and_is_marked(
    page: SituationPage, parts: Parts, qtbot: QtBot
) -> None:
    assert page.chosen() is None
    begun(page, qtbot)
    assert "2 h 00 min left" in page.state.text()
    parts.clock.forward(minutes=10)
    parts.network.publish(FEED, "China sets a licence duty for gallium")
    parts.core.poll()
    qtbot.waitUntil(lambda: page.table.rowCount() == 1, timeout=20_000)
    page.ask_text = lambda _question: "The port says it is open"
    page.add_line()
    page.certainty_menu.actions()[2].trigger()
    page.certainty_menu.close()
    qtbot.waitUntil(lambda: page.table.rowCount() == 2, timeout=20_000)
    page.sure.pick("rumour")
    assert page.table.rowCount() == 1
    assert "rumour" in page.table.item(0, 1).text()
    page.fill_menu()
    marks = page.menu.actions()[0].menu()
    assert marks is not None
    marks.actions()[0].trigger()
    qtbot.waitUntil(lambda: page.table.rowCount() == 0, timeout=20_000)
    page.sure.pick("confirmed")
    assert page.table.rowCount() == 1
    with qtbot.waitSignal(page.paper_asked) as told:
        page.report.click()
    assert told.args[0] == "situation"
    qtbot.waitUntil(page.ready, timeout=20_000)


def test_the_timeline_is_copied_as_it_is_shown_with_its_links(
    page: SituationPage, parts: Parts, qtbot: QtBot
) -> None:
    assert not page.take.copy.isEnabled()
    begun(page, qtbot)
    parts.clock.forward(minutes=10)
    parts.network.publish(FEED, "China sets a licence duty for gallium")
    parts.core.poll()
    qtbot.waitUntil(lambda: page.table.rowCount() == 1, timeout=20_000)
    page.take.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Strait\nruns until")
    assert "China sets a licence duty for gallium" in copied
    assert f"{FEED}/1" in copied
    page.sure.pick("rumour")
    page.take.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert "Timeline, the newest first, rumour" in copied
    assert FEED not in copied
    qtbot.waitUntil(page.ready, timeout=20_000)


def test_that_it_ended_by_itself_is_said_whoever_wrote_it_down(
    page: SituationPage, parts: Parts, qtbot: QtBot
) -> None:
    begun(page, qtbot)
    watch = Watch(parts.core, parts.tasks, parts.owner)
    watch.begin()
    qtbot.waitUntil(lambda: bool(watch._running), timeout=20_000)
    parts.clock.forward(hours=3)
    parts.core.situations.settle()  # another process was first
    with qtbot.waitSignal(watch.said, timeout=20_000) as told:
        watch.look()
    assert "Strait" in told.args[0]
    page.refresh()
    qtbot.waitUntil(lambda: "by itself" in page.state.text(), timeout=20_000)
    qtbot.waitUntil(page.ready, timeout=20_000)
