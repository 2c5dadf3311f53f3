"""The window locks while somebody types: nothing is lost, and nobody else is shown it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QInputDialog,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from osawatch import sealed
from osawatch.core import Core
from osawatch.vault import door, slots
from tests.fakes import Network, Pack, source
from tests.ui.stage import PATIENCE_MS, parts
from ui import app
from ui.cases.forms import Form as CaseForm
from ui.main_window import MainWindow
from ui.papers.dialog import PaperDialog
from ui.registers.form import EntryDialog
from ui.rules.page import RulesPage
from ui.theme import LIGHT
from ui.vault import leaving, typed
from ui.vault.idle import Idle
from ui.watchlist.page import WatchlistPage
from ui.window.unsaved import Unsaved

FIRST, SECOND = "correct horse battery", "another staple entirely"
WIRE = "https://wire.example/feed"
RULE = "schema: 1\nid: a-rule-of-ann\n"
NOTE = "Ann spoke with the ministry about gallium"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(slots, "TIME", 1)
    monkeypatch.setattr(slots, "MEMORY", 8192)
    made, network = tmp_path / "p", Network()
    door.create(made, FIRST, "Ann")
    door.add_slot(made, FIRST, "passphrase", "Bo", SECOND)
    network.publish(WIRE, "China sets a licence duty for gallium")
    with Core(made, fetch=network, pack=Pack()) as core:
        core.sources.add(source("wire"))
        core.poll(["wire"])
    sealed.forget(made)
    yield made
    sealed.forget(made)


@contextmanager
def sitting(folder: Path, secret: str, qtbot: QtBot) -> Iterator[tuple[MainWindow, Unsaved]]:
    """A person at the open window."""
    slot = door.enter(folder, secret)
    with Core(folder, fetch=Network(), pack=Pack()) as core, parts(core) as (_, tasks, bridge):
        core.act_as(slot.name)
        window = MainWindow(core, tasks, bridge, LIGHT, offline=True)
        qtbot.addWidget(window, before_close_func=MainWindow.leave)
        window.show()
        window.inbox.refresh()
        qtbot.waitUntil(lambda: window.inbox.card() is not None, timeout=PATIENCE_MS)
        yield window, window.unsaved(slot.name)
        window.polling.stop()
    sealed.forget(folder)


def given(unsaved: Unsaved, qtbot: QtBot) -> list[str]:
    """The texts that are shown after the door."""
    unsaved.give_back()
    qtbot.waitUntil(lambda: not unsaved._tasks.pending(), timeout=PATIENCE_MS)
    shown = unsaved.dialog.findChildren(QPlainTextEdit) if unsaved.dialog else []
    return [one.toPlainText() for one in shown]


def write_rule(window: MainWindow) -> None:
    window.pages.rules.editor.setPlainText(RULE)
    window.pages.rules.editor.document().setModified(True)


def lock_while_a_note_is_typed(window: MainWindow, unsaved: Unsaved, qtbot: QtBot) -> None:
    """Nobody answers the question any more."""

    def lock() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QInputDialog)
        qtbot.keyClicks(box.findChild(QLineEdit), NOTE)
        unsaved.keep()
        box.reject()

    QTimer.singleShot(100, lock)
    window.inbox.doing.do("note")


def test_what_was_typed_comes_back_to_who_typed_it_and_to_nobody_else(
    folder: Path, qtbot: QtBot
) -> None:
    with sitting(folder, FIRST, qtbot) as (window, unsaved):
        write_rule(window)
        lock_while_a_note_is_typed(window, unsaved, qtbot)

    kept = b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())
    assert NOTE.encode() not in kept
    assert b"a-rule-of-ann" not in kept
    with sitting(folder, SECOND, qtbot) as (_window, unsaved):
        assert given(unsaved, qtbot) == []
    with sitting(folder, FIRST, qtbot) as (_window, unsaved):
        assert sorted(given(unsaved, qtbot)) == sorted([RULE, NOTE])


def test_it_is_shown_with_its_place_until_the_person_removes_it(folder: Path, qtbot: QtBot) -> None:
    with sitting(folder, FIRST, qtbot) as (window, unsaved):
        lock_while_a_note_is_typed(window, unsaved, qtbot)
        (one,) = typed.kept(folder, "Ann")
        assert "China sets a licence duty" in one.place
        assert given(unsaved, qtbot) == [NOTE]
        assert unsaved.dialog is not None
        unsaved.dialog.copies[0].click()
        assert QGuiApplication.clipboard().text() == NOTE
        unsaved.dialog.later.click()
        assert given(unsaved, qtbot) == [NOTE]
        unsaved.dialog.remove.click()
        assert typed.kept(folder, "Ann") == []


def test_a_second_lock_adds_to_what_the_first_kept(folder: Path, qtbot: QtBot) -> None:
    with sitting(folder, FIRST, qtbot) as (window, unsaved):
        lock_while_a_note_is_typed(window, unsaved, qtbot)
        write_rule(window)
        unsaved.keep()
        assert [one.text for one in typed.kept(folder, "Ann")] == [NOTE, RULE]


def test_what_a_person_lets_go_before_another_sits_down_does_not_come_back(
    folder: Path, qtbot: QtBot
) -> None:
    with sitting(folder, FIRST, qtbot) as (window, unsaved):
        write_rule(window)
        window.pages.rules.ask_leave = lambda: True
        window.lock_asked.connect(unsaved.keep)
        window.switch_user()
        assert typed.kept(folder, "Ann") == []


def test_words_that_narrow_a_list_and_passphrases_are_not_kept(folder: Path, qtbot: QtBot) -> None:
    with sitting(folder, FIRST, qtbot) as (window, unsaved):
        qtbot.keyClicks(window.inbox.bar.search, "gallium")
        unsaved.keep()
        assert typed.kept(folder, "Ann") == []


def test_without_a_key_nothing_is_written(tmp_path: Path) -> None:
    one = typed.Typed("2026-11-26T10:00:00+00:00", "Rules", "", "a text")
    assert not typed.keep(tmp_path, "Ann", [one])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "ask",
    [
        leaving.agreed,
        RulesPage._ask_leave,
        WatchlistPage._ask_leave,
        lambda owner: CaseForm._agreed(owner, "Leave it?"),
        lambda owner: EntryDialog._agreed(owner, "Leave it?"),
        lambda owner: PaperDialog._agreed(owner, "Leave it?"),
    ],
    ids=["pages", "rules", "watchlist", "cases", "registers", "papers"],
)
def test_return_at_the_question_whether_text_may_go_keeps_it(
    ask: Callable[[QWidget], bool], qtbot: QtBot
) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)

    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        qtbot.keyClick(box, Qt.Key.Key_Return)

    QTimer.singleShot(100, press)
    assert not ask(owner)


def test_locking_keeps_what_is_typed_before_the_window_leaves(
    folder: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    with sitting(folder, FIRST, qtbot) as (window, unsaved):
        app._lock_when_left(qapp, window._core, window, unsaved)  # type: ignore[arg-type]
        write_rule(window)
        window.lock_asked.emit()
        assert [one.text for one in typed.kept(folder, "Ann")] == [RULE]
        assert (window.isVisible(), window.code) == (False, app.AGAIN)
        for watch in qapp.findChildren(Idle):
            qapp.removeEventFilter(watch)
            watch.deleteLater()
