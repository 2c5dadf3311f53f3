"""Old news by the clock in the window: chosen in Settings, said once, to somebody who looks."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from osawatch.core import Core
from osawatch.filing.model import Schedule, Swept
from osawatch.model import Settings
from osawatch.seen import SeenFilter
from osawatch.store import thinning
from tests.fakes import NOON, Clock, Network, Pack, source
from tests.ui.stage import PATIENCE_MS, parts
from ui.frame.words import swept, text
from ui.main_window import MainWindow
from ui.settings_fields import GROUPS
from ui.settings_form import SettingsForm
from ui.theme import LIGHT

FEED = "https://wire.example/feed"
GONE = "3 items older than 30 days were removed by the schedule"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def core(tmp_path: Path, clock: Clock) -> Iterator[Core]:
    """Three items of 40 days ago that nobody decided on, two since, and a desk that chose."""
    network = Network(clock)
    with Core(tmp_path / "p", fetch=network, clock=clock, pack=Pack()) as made:
        mine = replace(made.settings(), name="Ann", post="Astana", ready=True)
        made.save_settings(replace(mine, old_news_daily=True))
        made.sources.add(source("wire"))
        for title in ("One", "Two", "Three"):
            network.publish(FEED, f"{title} of an invented paper")
        made.poll()
        for title in ("In between", "Of today"):
            clock.forward(days=20)
            network.publish(FEED, title)
            made.poll()
        made.filing.set_schedule(Schedule(items=30))
        yield made


@pytest.fixture
def window(core: Core, qtbot: QtBot) -> Iterator[MainWindow]:
    with parts(core) as those:
        made = MainWindow(*those, LIGHT, offline=True)
        qtbot.addWidget(made, before_close_func=MainWindow.leave)
        made.show()
        made.begin()
        qtbot.waitUntil(made.inbox.ready, timeout=PATIENCE_MS)
        yield made
        made.polling.stop()


def sweep(window: MainWindow, qtbot: QtBot, cancel: threading.Event | None = None) -> Swept:
    """As the schedule does it: on a thread of its own."""
    with qtbot.waitSignal(window.polling.swept, timeout=PATIENCE_MS) as told:
        threading.Thread(target=window.polling.sweep, args=(cancel or threading.Event(),)).start()
    found: Swept = told.args[0]
    return found


def test_settings_ask_it_in_one_line_and_it_is_off_at_first(qtbot: QtBot) -> None:
    form = SettingsForm(GROUPS, LIGHT)
    qtbot.addWidget(form)
    form.show_settings(Settings())
    box = form.input("old_news_daily")
    assert isinstance(box, QCheckBox)
    assert not box.isChecked()
    assert "schedule of Records" in box.text()
    box.click()
    assert form.value() == Settings(old_news_daily=True)


def test_what_went_is_said_to_whoever_looks(window: MainWindow, qtbot: QtBot, core: Core) -> None:
    window.telling._looked_at = lambda: True
    assert sweep(window, qtbot).items == 3
    qtbot.waitUntil(lambda: window.toast.words == GONE, timeout=PATIENCE_MS)
    assert len(core.archive.ids(SeenFilter())) == 2
    assert core.filing.log()[0].items == 3


def test_what_went_while_nobody_looked_is_said_when_somebody_does_and_once(
    window: MainWindow, qtbot: QtBot
) -> None:
    said: list[str] = []
    window.telling._said, window.telling._looked_at = said.append, lambda: False
    sweep(window, qtbot)
    window.polling.swept.emit(Swept(30, 4))
    window.telling.tell_swept()
    assert said == []
    window.telling._looked_at = lambda: True
    window.telling.tell_swept()
    window.telling.tell_swept()
    assert said == ["7 items older than 30 days were removed by the schedule"]


def test_a_clock_that_may_be_wrong_is_named_and_nothing_goes(
    window: MainWindow, qtbot: QtBot, core: Core, clock: Clock
) -> None:
    window.telling._looked_at = lambda: True
    newest = clock.now
    clock.forward(days=500)
    assert sweep(window, qtbot).items == 0
    said = text("clock_doubted", f"{clock.now:%Y-%m-%d}", f"{newest:%Y-%m-%d}")
    qtbot.waitUntil(lambda: window.toast.words == said, timeout=PATIENCE_MS)
    assert len(core.archive.ids(SeenFilter())) == 5


def test_nothing_is_said_when_nothing_went() -> None:
    assert swept(Swept(30, 0)) == ""
    both = swept(Swept(30, 2, NOON, NOON))
    assert both.startswith(text("swept", "2", 30))
    assert text("clock_doubted", "2026-03-02", "2026-03-02") in both


def test_cancel_stops_it_after_its_page_and_what_is_left_stays(
    window: MainWindow, qtbot: QtBot, core: Core, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(thinning, "PAGE", 1)
    window.polling.sweeping.connect(lambda _done, _whole: window.polling._enough.set())
    monkeypatch.setattr(thinning, "page", _slow(thinning.page))
    assert sweep(window, qtbot).items < 3
    assert len(core.archive.ids(SeenFilter())) > 1
    assert core.care.doctor() == []


def _slow(page):  # type: ignore[no-untyped-def]
    def later(*asked: object) -> object:
        threading.Event().wait(0.2)  # for the window to hear how far it is
        return page(*asked)

    return later


def test_a_program_that_ends_begins_none(window: MainWindow, core: Core) -> None:
    ended = threading.Event()
    ended.set()
    window.polling.sweep(ended)
    assert len(core.archive.ids(SeenFilter())) == 5
    assert core.daily.run() is not None  # today's look was not taken
