"""A copy of the profile and its health, by the menu of the window."""

from __future__ import annotations

import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from osawatch.care import Care, damaged
from osawatch.core import Core
from osawatch.safekeeping.backup import Stopped
from tests.fakes import Network, Pack, source
from tests.ui.stage import parts
from ui.theme import LIGHT
from ui.window.caring import CareDialog, Caring

WIRE = "https://wire.example/feed"


@pytest.fixture
def core(tmp_path: Path) -> Iterator[Core]:
    network = Network()
    network.publish(WIRE, "China sets a licence duty for gallium")
    with Core(tmp_path / "p", fetch=network, pack=Pack()) as made:
        made.sources.add(source("wire"))
        made.poll(["wire"])
        yield made


@pytest.fixture
def caring(core: Core, qtbot: QtBot) -> Iterator[Caring]:
    with parts(core) as (_, tasks, _bridge):
        window = QWidget()
        qtbot.addWidget(window)
        yield Caring(core, tasks, window, lambda: LIGHT)


def ended(caring: Caring, qtbot: QtBot) -> CareDialog:
    dialog = caring.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.leave.text() == "Close", timeout=30_000)
    return dialog


def test_a_copy_is_written_whole_and_said_in_words(
    caring: Caring, tmp_path: Path, qtbot: QtBot
) -> None:
    target = tmp_path / "desk.zip"
    caring.back_up(target)

    dialog = ended(caring, qtbot)

    assert "Written" in dialog.words.text()
    assert "osawatch.db" in zipfile.ZipFile(target).namelist()
    dialog.leave.click()


def test_a_copy_that_is_stopped_leaves_nothing(
    caring: Caring, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = threading.Event()
    whole = Care.backup

    def slow(self: Care, *given: Any) -> object:
        gate.wait(20)
        return whole(self, *given)

    monkeypatch.setattr(Care, "backup", slow)
    caring.back_up(tmp_path / "desk.zip")
    assert caring.dialog is not None
    caring.dialog.leave.click()
    assert caring.dialog.isVisible(), "it waits for the work to end"
    gate.set()

    dialog = ended(caring, qtbot)

    assert "Nothing was left behind" in dialog.words.text()
    assert list(tmp_path.glob("*.zip")) == []


def test_a_profile_in_order_is_said_to_be_well(caring: Caring, qtbot: QtBot) -> None:
    caring.check()

    dialog = ended(caring, qtbot)

    assert dialog.words.text() == "All is well."
    assert not dialog.mend.isVisible()
    assert not dialog.found.isVisible()


def test_what_is_wrong_with_derived_things_is_told_and_rebuilt(
    caring: Caring, core: Core, qtbot: QtBot
) -> None:
    with core._store.writing() as connection:
        connection.execute("UPDATE alerts SET assignee = 'nobody at all'")
    caring.check()
    dialog = ended(caring, qtbot)
    assert "not what its events add up to" in dialog.found.toPlainText()
    assert dialog.mend.isVisible()

    dialog.mend.click()
    qtbot.waitUntil(lambda: "Rebuilt" in dialog.words.text(), timeout=30_000)

    assert "All is well" in dialog.words.text()
    assert not dialog.mend.isVisible()
    assert core.care.doctor() == []


def test_in_a_damaged_file_nothing_is_offered_to_be_rebuilt(
    caring: Caring, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = ["the database file is damaged: page 7", "what to do: restore the newest backup"]
    monkeypatch.setattr(Care, "doctor", lambda *_: lines)
    caring.check()

    dialog = ended(caring, qtbot)

    assert "page 7" in dialog.found.toPlainText()
    assert not dialog.mend.isVisible()
    assert damaged(lines)


def test_the_doctor_says_how_far_it_is_and_can_be_stopped(core: Core) -> None:
    told: list[tuple[int, int]] = []
    assert core.care.doctor(lambda *step: told.append(step)) == []
    assert told[-1][0] == told[-1][1]
    assert [done for done, _ in told] == sorted(done for done, _ in told)

    stop = threading.Event()
    stop.set()
    with pytest.raises(Stopped):
        core.care.doctor(cancel=stop)
