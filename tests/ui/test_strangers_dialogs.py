"""A stranger's text in what opens above the window: dialogs, menus and choices show it as text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from osawatch.core import Core
from osawatch.model import Action, Filter
from tests.fakes import Network, Pack, source
from tests.ui.test_strangers_text import Traps, traps  # noqa: F401 # a fixture
from ui import shoot, shots_above
from ui.bridge import Bridge
from ui.frame import look
from ui.inbox.choices import Choices
from ui.main_window import MainWindow
from ui.tasks import Tasks
from ui.theme import LIGHT

MARK = "strangersmark"
PATIENCE_MS = 60_000
Looked = Callable[[QWidget], None]


def desk(core: Core, network: Network, bad: str) -> None:
    """Strangers' words in items, sources, and in what colleagues send: cases, registers, events."""
    title = f"China bans gallium exports {bad}"
    network.publish("https://wire.example/feed", title, summary=bad, url="https://a.example/1")
    core.save_settings(replace(core.settings(), name=f"Ann {bad}", post=f"Post {bad}", ready=True))
    core.sources.add(source("wire", title=title, publisher=bad))
    core.poll()
    alerts = [one.id for one in core.alerts(Filter())]
    assert alerts
    core.triage(Action("note", (alerts[0],), {"text": bad}))
    core.triage(Action("tag", (alerts[0],), {"tag": MARK}))
    case = core.cases.open(f"Case {bad}", alerts).id
    core.cases.step(case, f"ask {bad}", due="2026-12-01", who=bad[:60])
    core.registers.add("influence", {"measure": f"Hold {bad}"[:200], "sender": "CN",
                                     "target": "Lithuania", "day": "2021-12-01"})  # fmt: skip
    core.situations.open(f"Strait {bad}"[:80], ["wire"], 48)
    core.rulebook.own.put(
        "goods", {"id": "odd", "names": {"en": f"Odd {bad}"}, "terms": {"en": ["odd good"]}}
    )


@pytest.fixture
def window(
    qtbot: QtBot,
    qapp: QApplication,
    tmp_path: Path,
    traps: Traps,  # noqa: F811
) -> Iterator[MainWindow]:
    """The real window over a desk whose every word of others carries the traps."""
    network = Network()
    with Core(tmp_path / "profile", fetch=network, pack=Pack()) as core:
        desk(core, network, f"{MARK} <img src='file://{traps.picture}'> {traps.markup()}")
        owner = QWidget()
        qtbot.addWidget(owner)
        tasks, bridge = Tasks(owner), Bridge(core, owner)
        look.dress(qapp, LIGHT)
        shown = MainWindow(core, tasks, bridge, LIGHT, offline=True)
        qtbot.addWidget(shown, before_close_func=MainWindow.leave)
        shown.resize(1300, 850)
        shown.show()
        shown.begin()
        qtbot.waitUntil(lambda: shown.inbox.ready() and shown.inbox.card() is not None)
        yield shown
        shown.polling.stop()
        bridge.close()
        tasks.close()


def guessing() -> list[str]:
    """Labels anywhere that might take a stranger's words for markup."""
    labels = (one for top in QApplication.topLevelWidgets() for one in top.findChildren(QLabel))
    return [
        f"{type(one.parent()).__name__}: {one.text()[:200]}"
        for one in labels
        if one.textFormat() != Qt.TextFormat.PlainText
        and (MARK in one.text() or Qt.mightBeRichText(one.text()))
        and one.metaObject().className() != "QTipLabel"  # escaped by `tips`
    ]


def test_nothing_above_the_window_takes_a_strangers_text_for_markup(
    qtbot: QtBot,
    window: MainWindow,
    traps: Traps,  # noqa: F811
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(MainWindow, "wear", lambda *_: None)  # it wears this theme; anew is seconds
    idle = lambda: not window._tasks.pending()  # noqa: E731
    of = shots_above.Set(window, tmp_path / "profile", idle)
    wrong: dict[str, list[str]] = {}
    opened: list[str] = []

    stops = shots_above.dialogs(of, LIGHT)
    for stop in stops:
        if not stop.above:
            stop.go()
            qtbot.waitUntil(stop.ready, timeout=PATIENCE_MS)
            continue

        def seen(shown: QWidget, name: str = stop.name) -> None:
            shown.grab()
            opened.append(name)
            if found := guessing():
                wrong[name] = found

        watch = Watch(window, stop.ready, seen)
        stop.go()
        qtbot.waitUntil(lambda: watch.over, timeout=PATIENCE_MS)  # noqa: B023

    assert wrong == {}
    assert [one.name for one in stops if one.above and one.name not in opened] == []
    assert traps.asked == []
    assert not traps.opened()


class Watch:
    """Looks until something is open above the window, then at it, and closes it."""

    def __init__(self, window: QWidget, ready: Callable[[], bool], seen: Looked) -> None:
        self._ready, self._seen = ready, seen
        self._tries, self.over = 0, False
        self._timer = QTimer(window)
        self._timer.setInterval(50)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        shown = shoot.above()
        self._tries += 1
        if shown is not None and self._ready():
            self._timer.stop()
            self._seen(shown)
            self._close()
            self.over = True
        elif self._tries > 600:  # what does not open is seen by the count
            self._timer.stop()
            self._close()
            self.over = True

    def _close(self) -> None:
        """As Escape does it: nothing is kept."""
        for _ in range(5):
            shown = shoot.above()
            if shown is None:
                return
            if isinstance(shown, Choices):
                shown.leave()
            elif isinstance(shown, QDialog):
                shown.done(0)
            else:
                shown.close()
