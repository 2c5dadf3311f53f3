"""The ways into an encrypted profile, changed in the window: each by whoever can open it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from osawatch import sealed
from osawatch.bundle import box
from osawatch.core import Core
from osawatch.errors import BadInput
from osawatch.sealed import Locked
from osawatch.vault import door, slots
from tests.fakes import Network, Pack
from tests.ui.stage import parts
from ui import app, options
from ui.main_window import MainWindow
from ui.tasks import Tasks
from ui.theme import LIGHT
from ui.vault.asking import AskDialog
from ui.vault.door import DoorDialog
from ui.vault.shut import Shut
from ui.vault.users import UsersDialog

FIRST, SECOND, THIRD = "correct horse battery", "another staple entirely", "a third one of them"


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Path, str]]:
    """A profile of Ann, and its recovery code."""
    monkeypatch.setattr(slots, "TIME", 1)
    monkeypatch.setattr(slots, "MEMORY", 8192)
    folder = tmp_path / "p"
    _slot, code = door.create(folder, FIRST, "Ann")
    sealed.forget(folder)
    yield folder, code
    sealed.forget(folder)


@pytest.fixture
def users(made: tuple[Path, str], qtbot: QtBot, owner: QObject) -> UsersDialog:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = UsersDialog(made[0], Tasks(owner), LIGHT, parent)
    dialog._keep = parent  # type: ignore[attr-defined] # lives as long as its dialog
    dialog.open()
    qtbot.waitUntil(lambda: dialog.table.rowCount() == 2)
    return dialog


def answer(asking: AskDialog | None, secret: str = "", fresh: str = "", name: str = "") -> None:
    """Types into a question and presses its button."""
    assert asking is not None
    asking.secret.setText(secret)
    asking.name.setEditText(name)
    asking.first.setText(fresh)
    asking.second.setText(fresh)
    asking.do.click()


def kinds(folder: Path) -> list[tuple[str, str]]:
    return [(one.name, one.kind) for one in slots.read(folder).slots]


def test_a_colleague_gets_a_way_in_under_the_own_name(
    users: UsersDialog, made: tuple[Path, str], qtbot: QtBot
) -> None:
    users.buttons["add"].click()
    asking = users.asking
    answer(asking, "a wrong horse battery", SECOND, "Bo")
    assert asking is not None
    qtbot.waitUntil(lambda: "does not open" in asking.problem.text())
    assert asking.secret.echoMode() == QLineEdit.EchoMode.Password

    answer(asking, FIRST, SECOND, "Bo")
    qtbot.waitUntil(lambda: users.table.rowCount() == 3)

    assert door.enter(made[0], SECOND).name == "Bo"
    shown = users.table.item(2, 0)
    assert shown is not None
    assert shown.text() == "Bo"


def test_headquarters_key_opens_what_was_given_to_it(
    users: UsersDialog, made: tuple[Path, str], qtbot: QtBot
) -> None:
    identity, recipient = box.new_identity()
    users.buttons["escrow"].click()
    answer(users.asking, FIRST, name="HQ")
    assert users.asking is not None
    assert "address" in users.asking.problem.text()

    users.asking.recipient.setText(recipient)
    users.asking.do.click()
    qtbot.waitUntil(lambda: users.table.rowCount() == 3)

    vault = slots.read(made[0])
    assert kinds(made[0])[-1] == ("HQ", "escrow")
    assert slots.opened_by_escrow(vault, identity, made[0])[1].name == "HQ"


def test_the_keyring_of_the_desktop_opens_the_profile_once_a_person_said_so(
    users: UsersDialog,
    made: tuple[Path, str],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    held: dict[tuple[str, str], str] = {}
    monkeypatch.setattr(
        "keyring.set_password", lambda at, who, what: held.update({(at, who): what})
    )
    monkeypatch.setattr("keyring.get_password", lambda at, who: held.get((at, who)))
    users.buttons["keyring"].click()
    answer(users.asking, FIRST, name="Ann")
    qtbot.waitUntil(lambda: users.table.rowCount() == 3)

    entered = door.enter_by_keyring(made[0])

    assert entered is not None
    assert (entered.name, entered.kind) == ("Ann", "keyring")


def test_what_is_missing_is_said_before_anything_is_tried(users: UsersDialog) -> None:
    users.buttons["add"].click()
    asking = users.asking
    assert asking is not None
    for secret, fresh, name, told in (
        ("", SECOND, "Bo", "Your passphrase"),
        (FIRST, SECOND, "", "name"),
        (FIRST, "short", "Bo", "12 characters"),
    ):
        answer(asking, secret, fresh, name)
        assert told in asking.problem.text()
    asking.second.setText(THIRD)
    asking.first.setText(SECOND)
    asking._ask()
    assert "not the same" in asking.problem.text()


def test_another_passphrase_opens_and_the_old_one_no_more(
    users: UsersDialog, made: tuple[Path, str], qtbot: QtBot
) -> None:
    users.buttons["change"].click()
    answer(users.asking, FIRST, SECOND)
    qtbot.waitUntil(lambda: kinds(made[0])[-1] == ("Ann", "passphrase"))

    assert door.check(made[0], SECOND).name == "Ann"
    with pytest.raises(Locked, match="wrong"):
        door.check(made[0], FIRST)


def test_a_recovery_code_is_not_turned_into_a_passphrase(made: tuple[Path, str]) -> None:
    with pytest.raises(BadInput, match="recovery code"):
        door.change_passphrase(*made, SECOND)
    assert door.check(*made).kind == "recovery"


def test_a_new_recovery_code_is_shown_and_the_one_before_opens_nothing(
    users: UsersDialog, made: tuple[Path, str], qtbot: QtBot
) -> None:
    users.buttons["renew"].click()
    answer(users.asking, FIRST)
    qtbot.waitUntil(lambda: users.code is not None)
    assert users.code is not None
    code = users.code.findChild(QWidget, "code")
    assert code is not None
    assert door.check(made[0], code.text()).kind == "recovery"  # type: ignore[attr-defined]
    with pytest.raises(Locked, match="wrong"):
        door.check(*made)
    users.code.accept()


def test_a_way_in_is_taken_out_but_never_the_last(
    users: UsersDialog, made: tuple[Path, str], qtbot: QtBot
) -> None:
    assert not users.buttons["drop"].isEnabled(), "nothing is picked"
    users.table.selectRow(1)
    users.buttons["drop"].click()
    answer(users.asking, FIRST)
    qtbot.waitUntil(lambda: users.table.rowCount() == 1)
    assert kinds(made[0]) == [("Ann", "passphrase")]

    users.table.selectRow(0)
    assert not users.buttons["drop"].isEnabled()
    assert "nobody could open" in users.buttons["drop"].toolTip()


def test_a_question_that_works_is_not_left(users: UsersDialog, qtbot: QtBot) -> None:
    users.buttons["renew"].click()
    asking = users.asking
    assert asking is not None
    answer(asking, FIRST)
    asking.reject()
    assert asking.isVisible()
    qtbot.waitUntil(lambda: users.code is not None)
    assert users.code is not None
    users.code.accept()


def test_a_recovery_code_opens_once_and_for_a_new_passphrase(
    made: tuple[Path, str], qtbot: QtBot, owner: QObject
) -> None:
    folder, code = made
    dialog = DoorDialog(folder, Tasks(owner), LIGHT)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.secret.setText(code)
    dialog.enter.click()
    qtbot.waitUntil(lambda: dialog.asking is not None)
    assert dialog.slot is None
    assert dialog.asking is not None
    assert dialog.asking.name.currentText() == "Ann"

    answer(dialog.asking, "", SECOND, "Ann")
    qtbot.waitUntil(lambda: dialog.code is not None)
    assert dialog.code is not None
    dialog.code.accept()

    assert dialog.slot is not None
    assert (dialog.slot.name, dialog.slot.kind) == ("Ann", "passphrase")
    assert door.check(folder, SECOND).name == "Ann"
    with pytest.raises(Locked, match="wrong"):
        door.check(folder, code)


def test_whoever_chooses_no_passphrase_stays_outside(
    made: tuple[Path, str], qtbot: QtBot, owner: QObject
) -> None:
    folder, code = made
    dialog = DoorDialog(folder, Tasks(owner), LIGHT)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.secret.setText(code)
    dialog.enter.click()
    qtbot.waitUntil(lambda: dialog.asking is not None)
    assert dialog.asking is not None
    dialog.asking.reject()

    assert dialog.slot is None
    assert sealed.key_of(folder) is None
    assert "new passphrase" in dialog.problem.text()
    assert dialog.enter.isEnabled()
    assert door.check(folder, code).kind == "recovery", "the code is as good as before"


def test_a_profile_is_made_plain_when_the_window_is_closed(
    made: tuple[Path, str], qtbot: QtBot
) -> None:
    folder, _code = made
    door.enter(folder, FIRST)
    with (
        Core(folder, fetch=Network(), pack=Pack()) as core,
        parts(core) as (_, tasks, bridge),
    ):
        window = MainWindow(core, tasks, bridge, LIGHT, offline=True)
        qtbot.addWidget(window, before_close_func=MainWindow.leave)
        asked = options.read(["--profile", str(folder)])
        window.plain_asked.connect(lambda secret: setattr(asked, "plain", secret))
        window.doors.show_users()
        users = window.doors.users
        qtbot.waitUntil(lambda: users.table.rowCount() == 2)
        users.buttons["plain"].click()
        with qtbot.waitSignal(window.closed):
            answer(users.asking, FIRST)
        window.polling.stop()
    assert asked.plain == FIRST
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    assert app._plain(application, folder, asked)
    assert not sealed.encrypted(folder)
    with Core(folder, fetch=Network(), pack=Pack()) as core:
        assert not core.encrypted


def test_a_policy_that_demands_encryption_leaves_no_way_back(
    made: tuple[Path, str], qtbot: QtBot, owner: QObject
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = UsersDialog(made[0], Tasks(owner), LIGHT, parent, demanded="/etc/osawatch/policy.toml")
    assert not dialog.buttons["plain"].isEnabled()
    assert "policy.toml" in dialog.buttons["plain"].toolTip()


def test_a_small_window_says_that_it_goes_on_and_is_not_left(qtbot: QtBot, owner: QObject) -> None:
    gate = threading.Event()
    shut = Shut("Encrypting…", lambda: gate.wait(20), LIGHT)
    qtbot.addWidget(shut)

    def look() -> None:
        shut.reject()
        assert shut.isVisible()
        gate.set()

    QTimer.singleShot(50, look)
    assert shut.result_of(owner) is True


def test_what_failed_behind_the_small_window_is_raised(qtbot: QtBot, owner: QObject) -> None:
    def fail() -> None:
        raise OSError("no room left")

    shut = Shut("Encrypting…", fail, LIGHT)
    qtbot.addWidget(shut)
    with pytest.raises(OSError, match="no room left"):
        shut.result_of(owner)
