"""The locked door: nothing is read before the passphrase, and the window locks when it is left."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from osawatch import sealed
from osawatch.vault import door, slots
from ui import theme
from ui.tasks import Tasks
from ui.vault import idle
from ui.vault.door import DoorDialog
from ui.vault.sealing import CodeDialog, SealDialog

SECRET = "correct horse battery"  # noqa: S105 # of profiles made here


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(slots, "TIME", 1)
    monkeypatch.setattr(slots, "MEMORY", 8192)
    door.create(tmp_path / "p", SECRET, "Ann")
    sealed.forget(tmp_path / "p")
    yield tmp_path / "p"
    sealed.forget(tmp_path / "p")


def test_a_wrong_passphrase_is_told_and_the_right_one_opens(folder: Path, qtbot: QtBot) -> None:
    owner = QObject()
    tasks = Tasks(owner)
    dialog = DoorDialog(folder, tasks, theme.LIGHT)
    qtbot.addWidget(dialog)
    assert any("Ann" in one.text() for one in dialog.findChildren(QLabel))
    assert dialog.secret.echoMode() == QLineEdit.EchoMode.Password
    qtbot.keyClicks(dialog.secret, "wrong horse battery")
    qtbot.keyClick(dialog.secret, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.enter.isEnabled)
    assert "does not open" in dialog.problem.text()
    assert dialog.slot is None
    assert sealed.key_of(folder) is None
    qtbot.keyClicks(dialog.secret, SECRET)
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.secret, Qt.Key.Key_Return)
    assert dialog.slot is not None
    assert dialog.slot.name == "Ann"
    assert dialog.secret.text() == ""
    assert sealed.key_of(folder) is not None
    tasks.close()


def test_return_opens_and_never_leaves(folder: Path, qtbot: QtBot) -> None:
    owner = QObject()
    tasks = Tasks(owner)
    dialog = DoorDialog(folder, tasks, theme.LIGHT)
    qtbot.addWidget(dialog)
    dialog.show()  # only a dialog that is shown chooses a button that Return presses
    left: list[int] = []
    dialog.finished.connect(left.append)
    qtbot.keyClicks(dialog.secret, "wrong horse battery")
    qtbot.keyClick(dialog.secret, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.enter.isEnabled)
    assert left == []
    assert dialog.isVisible()
    dialog.secret.setText(SECRET)
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.secret, Qt.Key.Key_Return)
    tasks.close()


def test_a_damaged_key_file_is_told_in_the_dialog(folder: Path, qtbot: QtBot) -> None:
    (folder / "vault.json").write_text("{")
    owner = QObject()
    tasks = Tasks(owner)
    dialog = DoorDialog(folder, tasks, theme.LIGHT)
    qtbot.addWidget(dialog)
    qtbot.keyClicks(dialog.secret, SECRET)
    qtbot.keyClick(dialog.secret, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.enter.isEnabled)
    assert "damaged" in dialog.problem.text()
    tasks.close()


def test_a_passphrase_for_a_new_vault_is_long_and_typed_twice(qtbot: QtBot) -> None:
    dialog = SealDialog(theme.LIGHT)
    qtbot.addWidget(dialog)
    for first, second in (("short", "short"), (SECRET, SECRET + "x")):
        dialog.first.setText(first)
        dialog.second.setText(second)
        dialog._on_seal()
        assert dialog.secret == ""
        assert dialog.problem.text()
    dialog.second.setText(SECRET)
    dialog._on_seal()
    assert dialog.secret == SECRET


def test_a_recovery_code_can_be_read_and_copied(qtbot: QtBot) -> None:
    dialog = CodeDialog("ABCD-EFGH")
    qtbot.addWidget(dialog)
    [shown] = [one for one in dialog.findChildren(QLabel) if one.text() == "ABCD-EFGH"]
    assert shown.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse


def test_a_window_that_nobody_touches_locks_and_one_that_woke_up_too(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [1000.0]
    monkeypatch.setattr(idle.time, "time", lambda: now[0])
    for gone, beats, locks in ((5, 1, False), (90, 18, True), (600, 1, True)):
        owner = QObject()
        watch = idle.Idle(owner, 1)
        told: list[bool] = []
        watch.left.connect(lambda told=told: told.append(True))
        for _ in range(beats):
            now[0] += gone / beats
            watch.look()
        assert bool(told) is locks, gone
