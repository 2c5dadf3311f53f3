"""What tests of the window share: English at the start, an owner of threads, the sample desk."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from osawatch.cli import tongue
from osawatch.core import Core
from ui.bridge import Bridge
from ui.frame import look
from ui.main_window import MainWindow
from ui.tasks import Tasks
from ui.theme import LIGHT


@pytest.fixture(autouse=True)
def errors_in_english_again() -> Iterator[None]:
    """A test that lets a window speak Dutch leaves English to the next one."""
    yield
    tongue.speak("en")


@pytest.fixture
def owner(qapp: object) -> Iterator[QObject]:
    """Whose children the tasks and the bridge of a page are; no thread of theirs stays."""
    out = QObject()
    yield out
    for child in out.findChildren(Tasks):
        child.close()


@pytest.fixture(scope="session")
def sampled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A profile with the sample desk, made once and copied by each test."""
    folder = tmp_path_factory.mktemp("desk") / "profile"
    with Core(folder) as core:
        core.init_profile(sample=True)
        core.save_settings(replace(core.settings(), name="Ada", post="Post", ready=True))
    return folder


@pytest.fixture
def window(qtbot: QtBot, qapp: object, sampled: Path, tmp_path: Path) -> Iterator[MainWindow]:
    profile = tmp_path / "profile"
    shutil.copytree(sampled, profile)
    with Core(profile) as core:
        owner = QWidget()
        qtbot.addWidget(owner)
        tasks = Tasks(owner)
        bridge = Bridge(core, owner)
        look.dress(qapp, LIGHT)  # type: ignore[arg-type]
        shown = MainWindow(core, tasks, bridge, LIGHT, offline=True)
        qtbot.addWidget(shown, before_close_func=MainWindow.leave)
        shown.show()
        shown.begin()
        qtbot.waitUntil(lambda: shown.inbox.ready() and shown.inbox.card() is not None)
        yield shown
        shown.polling.stop()
        bridge.close()
        tasks.close()
