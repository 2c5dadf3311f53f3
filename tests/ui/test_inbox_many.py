"""Several stories, tags, citations, files and filters on the real window."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from osawatch.model import Filter
from tests.ui.driven import press, settled
from ui.inbox.explain import event
from ui.main_window import MainWindow


def test_several_stories_are_decided_once_a_person_saw_what_changes_and_one_undo_takes_all_back(
    qtbot: QtBot, window: MainWindow
) -> None:
    before = window._core.counts()["inbox"]
    press(qtbot, window, Qt.Key.Key_X)  # the first is chosen already: X takes it off
    press(qtbot, window, Qt.Key.Key_X, Qt.Key.Key_X, Qt.Key.Key_X)
    assert window.inbox.choice.count() == 3
    press(qtbot, window, Qt.Key.Key_C)
    settled(qtbot, window)

    assert window.inbox.bulk.asking()
    assert window._core.counts()["inbox"] == before
    qtbot.keyClick(window.inbox.bulk, Qt.Key.Key_Return)
    settled(qtbot, window)
    closed = window._core.counts()["closed"]
    press(qtbot, window, Qt.Key.Key_Z)
    settled(qtbot, window)

    assert closed == 3
    assert window._core.counts()["inbox"] == before


def test_chosen_stories_stay_chosen_when_the_list_is_read_again(
    qtbot: QtBot, window: MainWindow
) -> None:
    press(qtbot, window, Qt.Key.Key_X, Qt.Key.Key_X, Qt.Key.Key_X)
    chosen = window.inbox.choice.ids()
    window.inbox.refresh()
    settled(qtbot, window)

    assert len(chosen) == 2
    assert window.inbox.choice.ids() == chosen


def test_stories_that_were_put_together_come_apart_again(qtbot: QtBot, window: MainWindow) -> None:
    before = window._core.counts()["inbox"]
    qtbot.keyClick(window.inbox.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    press(qtbot, window, Qt.Key.Key_M)
    settled(qtbot, window)
    qtbot.keyClick(window.inbox.bulk, Qt.Key.Key_Return)
    settled(qtbot, window)
    together = window._core.counts()["inbox"]
    press(qtbot, window, Qt.Key.Key_U)
    settled(qtbot, window)

    assert together == before - 1
    assert window._core.counts()["inbox"] >= before  # what was taken apart is not grouped again


def test_a_tag_goes_on_and_comes_off(qtbot: QtBot, window: MainWindow) -> None:
    card = window.inbox.card()
    assert card
    window.inbox.doing.ask_text = lambda _question: "briefing"
    press(qtbot, window, Qt.Key.Key_T)
    settled(qtbot, window)
    on = window._core.alert(card.alerts[0])
    window.inbox.doing.ask_text = lambda _question: "-briefing"
    press(qtbot, window, Qt.Key.Key_T)
    settled(qtbot, window)
    off = window._core.alert(card.alerts[0])

    assert on
    assert off
    assert on.alert.tags == ("briefing",)
    assert off.alert.tags == ()


def test_keys_work_on_the_chosen_story_after_one_comes_back_from_another_page(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.go("trends")
    window.go("inbox")
    settled(qtbot, window)

    assert window.inbox.card() is not None
    press(qtbot, window, Qt.Key.Key_C)
    settled(qtbot, window)
    assert window._core.counts()["closed"] == 1


def test_a_filter_is_kept_under_a_name_and_shown_again_from_the_bar(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.inbox.ask.text", lambda *_: "My gallium")
    bar = window.inbox.bar
    window.go("closed")
    bar._on_offer("good", "gallium")
    settled(qtbot, window)
    bar.saved.keep_asked.emit()
    qtbot.waitUntil(lambda: bool(bar.saved.known))
    settled(qtbot, window)
    window.go("inbox")
    bar.clear()
    settled(qtbot, window)

    bar.saved.asked.emit(bar.saved.known[0][0])
    settled(qtbot, window)

    assert bar.filter(Filter()).goods == ("gallium",)
    assert window.inbox._view.view == "closed"
    assert window.rail._at == "closed"


def test_what_is_typed_is_offered_as_a_good_and_picked_by_keyboard(
    qtbot: QtBot, window: MainWindow
) -> None:
    bar = window.inbox.bar
    qtbot.waitUntil(lambda: bar.completing._model.rowCount() > 0)

    qtbot.keyClicks(bar.search, "galli")
    popup = bar.completing.completer.popup()
    assert popup.isVisible()
    offered = popup.model().index(0, 0)
    assert "allium" in offered.data()
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)

    assert bar.search.text() == ""
    assert bar.filter(Filter()).goods == ("gallium",)
    settled(qtbot, window)


def test_an_outcome_and_whom_it_went_to_are_in_the_history(
    qtbot: QtBot, window: MainWindow
) -> None:
    card = window.inbox.card()
    assert card
    window.inbox.doing.ask_text = lambda _question: "Economic department"

    window.inbox.doing.outcome("forwarded")
    settled(qtbot, window)

    detail = window._core.card(card.id)
    assert detail
    closed = next(one for one in detail.history if one.kind == "close")
    assert (closed.data["relevant"], closed.data["reason"]) == (True, "forwarded")
    assert "forwarded to Economic department" in event(closed)[1]


def test_y_copies_a_citation_with_the_hash_of_what_is_kept(
    qtbot: QtBot, window: MainWindow
) -> None:
    settled(qtbot, window)
    detail = window.inbox.detail()
    assert detail

    press(qtbot, window, Qt.Key.Key_Y)

    copied, item = QGuiApplication.clipboard().text(), detail.story[0]
    assert item.title in copied
    assert item.url in copied
    assert hashlib.sha256(f"{item.title}\n{item.summary}".encode()).hexdigest() in copied


def test_h_shows_the_files_of_a_story_and_keeps_one_more(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    file, copy = tmp_path / "annex.txt", tmp_path / "copy.txt"
    file.write_text("an annex")
    press(qtbot, window, Qt.Key.Key_H)
    dialog = window.inbox.asking.files

    dialog.put(file)
    qtbot.waitUntil(lambda: dialog.list.count() == 1)
    assert "annex.txt" in dialog.list.item(0).text()
    dialog.list.setCurrentRow(0)
    dialog.save_as(dialog.list.item(0).data(Qt.ItemDataRole.UserRole)[0], copy)
    qtbot.waitUntil(copy.exists)

    assert copy.read_text() == "an annex"
    dialog.accept()
    settled(qtbot, window)
