"""`osawatch --offline`: nothing goes out, whatever is set or pressed, and it is said."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from feeds import fetch
from osawatch import settings as settings_file
from osawatch.aside import Apart
from osawatch.core import Core
from osawatch.errors import ProfileError
from osawatch.model import Settings
from osawatch.paths import prepare
from osawatch.policy.network import OFF
from tests.fakes import Clock, Pack, source
from tests.ui.stage import PATIENCE_MS, parts
from ui import app, settings_dialog
from ui.main_window import MainWindow
from ui.theme import LIGHT
from ui.window import dialogs

MINE = Settings(name="Ann", post="Rome", ready=True)


def profile(folder: Path, port: int = 1) -> Path:
    """A profile that is online, with a hub."""
    settings_file.write(prepare(folder).settings, MINE)
    address = f"host=127.0.0.1 port={port} dbname=x user=y"
    (folder / "hub.json").write_text(json.dumps({"address": address}))
    return folder


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Each client of a network that is made is written down."""
    told: list[str] = []

    def connect(address: str, **_more: object) -> None:
        told.append(address)
        raise psycopg.OperationalError("refused")

    def made(_self: fetch.Fetcher, **_more: object) -> None:
        told.append("fetcher")
        raise RuntimeError("a client of the network was made")

    monkeypatch.setattr(psycopg, "connect", connect)
    monkeypatch.setattr(fetch.Fetcher, "__init__", made)
    return told


@pytest.fixture
def window(tmp_path: Path, qtbot: QtBot, asked: list[str]) -> Iterator[MainWindow]:
    folder = profile(tmp_path / "profile")
    with Core(folder, pack=Pack(), offline=True) as core, parts(core) as those:
        core.sources.add(source("wire"))
        shown = MainWindow(*those, LIGHT, offline=True)
        qtbot.addWidget(shown, before_close_func=MainWindow.leave)
        shown.show()
        shown.begin()
        qtbot.waitUntil(shown.inbox.ready, timeout=PATIENCE_MS)
        yield shown
        shown.polling.stop()


def test_no_page_and_no_button_asks_anybody(
    window: MainWindow, asked: list[str], qtbot: QtBot
) -> None:
    page = window.pages.exchange
    window.go("exchange")
    qtbot.waitUntil(page.ready, timeout=PATIENCE_MS)
    assert "no network: --offline says so" in page.hub.state.text()
    said: list[str] = []
    page.said.connect(said.append)
    page.hub.sync()
    assert said == ["no network: --offline says so"]
    window.polling.now()
    core = window._core
    core.poll()
    core.poll(due=True)
    look = core.news.look("https://paper.example/")
    assert look.detail.startswith("offline")
    told = list(core.lists.update(["un-sc"]))
    assert [one.outcome for one in told] == ["offline"]
    assert asked == []


def test_the_window_says_who_switched_the_network_off(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert window.status.net.text() == "Offline: nothing is fetched"
    said: list[str] = []
    window.telling._said = said.append
    window.polling.now()
    assert said == ["Offline: no source was asked. --offline says so."]
    drawn: list[settings_dialog.SettingsDialog] = []

    def answered(dialog: settings_dialog.SettingsDialog) -> int:
        drawn.append(dialog)
        return 0

    monkeypatch.setattr(dialogs.SettingsDialog, "exec", answered)
    window.dialogs.change_settings()
    network = drawn[0].form.input("network")
    assert not network.isEnabled()
    assert network.toolTip().endswith("it was started with --offline")
    assert drawn[0].form.value().network == "offline"


def test_what_is_set_stays_as_it_was_for_the_next_start(tmp_path: Path) -> None:
    folder = profile(tmp_path / "profile")
    with Core(folder, clock=Clock(), pack=Pack(), offline=True) as core:
        assert core.settings().network == "offline"
        core.save_settings(replace(core.settings(), name="Bo"))
    with Core(folder, clock=Clock(), pack=Pack()) as core:
        assert (core.settings().name, core.settings().network) == ("Bo", "online")


def test_what_works_beside_the_window_is_offline_as_well(tmp_path: Path) -> None:
    with Apart(profile(tmp_path / "profile"), offline=True) as core:
        assert core._other.call("outbound.shut") == core.outbound.shut() == OFF


@pytest.mark.parametrize(
    ("words", "offline"), [(("--offline",), True), (("--screenshot", "x"), True), ((), False)]
)
def test_both_options_close_the_network_of_the_whole_program(
    words: tuple[str, ...],
    offline: bool,
    tmp_path: Path,
    qapp: QApplication,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    said: list[bool] = []

    def apart(folder: Path, *, offline: bool = False) -> Apart:
        said.append(offline)
        raise ProfileError(folder, "is not opened by this test")

    monkeypatch.setattr(app, "QApplication", lambda _argv: qapp)
    monkeypatch.setattr(app, "_refused", lambda *_: None)
    monkeypatch.setattr(app, "Apart", apart)
    assert app.run(["--profile", str(profile(tmp_path / "profile")), *words], 0.0) == 2
    assert said == [offline]
