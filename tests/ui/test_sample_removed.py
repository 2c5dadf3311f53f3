"""The sample desk goes by the menu while it is there, after a question that says what goes."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from osawatch.core import Core
from osawatch.model import Filter
from osawatch.paths import Profile
from ui import app, i18n
from ui.bridge import Bridge
from ui.main_window import MainWindow
from ui.tasks import Tasks
from ui.theme import LIGHT


@pytest.fixture
def folder(sampled: Path, tmp_path: Path) -> Path:
    shutil.copytree(sampled, tmp_path / "profile")
    return tmp_path / "profile"


@pytest.fixture
def window(qtbot: QtBot, folder: Path) -> Iterator[MainWindow]:
    yield from opened(qtbot, folder)


def opened(qtbot: QtBot, folder: Path) -> Iterator[MainWindow]:
    with Core(folder) as core:
        owner = QWidget()
        qtbot.addWidget(owner)
        tasks = Tasks(owner)
        bridge = Bridge(core, owner)
        shown = MainWindow(core, tasks, bridge, LIGHT, offline=True)
        qtbot.addWidget(shown, before_close_func=MainWindow.leave)
        with qtbot.waitSignal(shown.counts.told, timeout=20_000):
            shown.begin()
        yield shown
        shown.polling.stop()
        bridge.close()
        tasks.close()


def test_it_is_in_menu_and_palette_while_the_sample_is_there(window: MainWindow) -> None:
    assert window.sample.action.isVisible()
    offered = [one.words for one in window.commands._offered()]
    assert "Remove the sample desk…" in offered

    window.sample.show(there=False)

    assert "Remove the sample desk…" not in [one.words for one in window.commands._offered()]


def test_a_desk_of_the_world_is_not_offered_to_lose_anything(qtbot: QtBot, tmp_path: Path) -> None:
    with Core(tmp_path / "world") as core:
        core.init_profile()
    for window in opened(qtbot, tmp_path / "world"):
        assert not window.sample.there


def test_it_is_asked_with_what_goes_and_nothing_goes_without_a_yes(
    window: MainWindow, qtbot: QtBot
) -> None:
    asked: list[bool] = []
    window.unsample_asked.connect(lambda: asked.append(True))
    window.sample.ask()
    qtbot.waitUntil(lambda: window.sample.box is not None)
    box = window.sample.box
    assert isinstance(box, QMessageBox)
    assert "items" in box.text()
    assert "put aside in the folder" in box.informativeText()
    assert box.defaultButton().text() == "Cancel"

    box.reject()
    assert asked == []
    window.sample.agreed.emit()
    assert asked == [True]


def test_the_program_puts_it_aside_once_the_window_is_closed_and_opens_an_empty_desk(
    folder: Path, qapp: object
) -> None:
    Profile(folder).lock.touch()  # polled once, so an empty database would count as lost
    settings = (folder / "settings.json").read_bytes()

    app._put_aside(folder)

    assert list(folder.glob("sample-*.db"))
    with Core(folder) as core:
        core.init_profile()
        assert core.alerts(Filter(view="all")) == []
        assert core.care.doctor() == []
    assert (folder / "settings.json").read_bytes() == settings


def test_what_keeps_it_is_told_and_it_stays(
    folder: Path, qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda *words: told.append(words[-1]))
    with Core(folder) as core:
        before = len(core.alerts(Filter(view="all")))
        app._put_aside(folder)
    i18n.speak(app.QApplication.instance(), "en")  # type: ignore[arg-type]

    assert "close it first" in told[0]
    with Core(folder) as core:
        assert len(core.alerts(Filter(view="all"))) == before
