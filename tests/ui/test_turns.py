"""What would hold the GUI thread too long is done a piece in each turn of its loop."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from osawatch.seen import Nearly
from tests.ui.test_preview_kept import story
from ui.inbox.nearly import NearlyMet
from ui.inbox.preview import Preview
from ui.names import Names
from ui.theme import LIGHT
from ui.turns import InTurns, steps


def pieces(done: list[str], *names: str) -> Generator[None, None, None]:
    try:
        for name in names:
            done.append(name)
            yield
    finally:
        done.append("over")


def test_a_key_is_heard_between_two_pieces(qtbot: QtBot) -> None:
    owner, done = QObject(), list[str]()

    def work() -> Generator[None, None, None]:
        QTimer.singleShot(0, owner, lambda: done.append("key"))
        yield
        for _ in range(3):
            yield
        done.append("over")

    InTurns(owner).begin(work())
    qtbot.waitUntil(lambda: len(done) == 2)
    assert done == ["key", "over"]


def test_what_is_finished_at_once_is_done_once(qtbot: QtBot) -> None:
    owner, done = QObject(), list[str]()
    turns = InTurns(owner)
    turns.begin(pieces(done, "a", "b"))
    turns.finish()
    qtbot.wait(20)
    assert done == ["a", "b", "over"]


def test_other_work_takes_the_place_of_what_has_not_ended() -> None:
    owner, first, then = QObject(), list[str](), list[str]()
    turns = InTurns(owner)
    work = pieces(first, "a", "b")
    next(work)
    turns.begin(work)
    turns.begin(pieces(then, "c"))
    turns.finish()
    assert first == ["a", "over"]
    assert then == ["c", "over"]


def test_a_step_that_begins_other_work_ends_its_own(qtbot: QtBot) -> None:
    owner, done = QObject(), list[str]()
    turns = InTurns(owner)
    again = steps([lambda: done.append("b")])
    turns.begin(steps([lambda: turns.begin(again), lambda: done.append("a")]))
    with qtbot.waitSignal(turns.done):
        pass
    assert (done, turns.busy()) == (["b"], False)


def test_work_that_fails_is_no_more_under_way() -> None:
    owner = QObject()
    turns = InTurns(owner)
    turns.begin(steps([lambda: 1 / 0]))
    with pytest.raises(ZeroDivisionError):
        turns.finish()
    assert not turns.busy()


def test_a_story_says_once_that_it_is_drawn_and_a_dropped_one_does_not(qtbot: QtBot) -> None:
    preview = Preview(LIGHT, Names(), "en")
    qtbot.addWidget(preview)
    told = list[str]()
    preview.drawn.connect(lambda: told.append(preview.stands))
    preview.show_in_turns(story())
    preview.show_in_turns(replace(story(), card=replace(story().card, id="another")))
    qtbot.waitUntil(lambda: not preview.drawing())
    assert told == ["another"]


def test_a_story_dropped_while_it_is_drawn_leaves_nothing_behind(qtbot: QtBot) -> None:
    preview = Preview(LIGHT, Names(), "en")
    qtbot.addWidget(preview)
    preview.show()
    other = replace(story(), card=replace(story().card, id="another"))
    for _ in range(5):
        preview.show_in_turns(story())
        qtbot.wait(1)
    preview.show_in_turns(other)
    qtbot.waitUntil(lambda: preview.stands == "another")
    qtbot.wait(20)
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    assert len(preview.viewport().findChildren(QWidget, options=direct)) == 1


def test_a_story_that_is_drawn_anew_keeps_its_place(qtbot: QtBot) -> None:
    preview = Preview(LIGHT, Names(), "en")
    qtbot.addWidget(preview)
    preview.resize(400, 200)
    preview.show()
    preview.show_detail(story(items=12))
    qtbot.wait(20)
    preview.verticalScrollBar().setValue(150)
    body = preview.widget()
    preview.show_in_turns(story(items=12))
    qtbot.waitUntil(lambda: preview.widget() is not body)
    qtbot.wait(20)
    assert preview.verticalScrollBar().value() == 150


def test_what_a_rule_lacked_may_be_told_while_a_story_is_drawn_anew(qtbot: QtBot) -> None:
    preview = Preview(LIGHT, Names(), "en")
    qtbot.addWidget(preview)
    preview.show()
    lacked = Nearly("quota", "Quota", "low", (), "measure")
    preview.show_in_turns(story())
    qtbot.waitUntil(lambda: not preview.drawing())
    for turns in range(1, 5):
        preview.show_in_turns(story())
        for _ in range(turns):
            preview._turns._on_turn()
        preview.show_in_turns(story())
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        preview.show_nearly(story().story[0].id, [lacked])
    qtbot.waitUntil(lambda: not preview.drawing())
    (section,) = preview.widget().findChildren(NearlyMet)
    assert any("Quota" in one.text() for one in section.findChildren(QLabel))
