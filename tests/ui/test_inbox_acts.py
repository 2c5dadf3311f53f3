"""What the mouse and new keys do in the inbox, on the sample desk."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from osawatch.core import Core
from osawatch.model import Filter
from tests.ui.stage import PATIENCE_MS, staged
from ui import saving
from ui.inbox import day
from ui.inbox.page import InboxPage
from ui.inbox.parts import StoryRow


@pytest.fixture(scope="module")
def core(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Core]:
    with Core(tmp_path_factory.mktemp("acts") / "p") as made:
        made.init_profile(sample=True)
        yield made


@pytest.fixture
def page(core: Core, qtbot: QtBot) -> Iterator[InboxPage]:
    with staged(core, InboxPage, qtbot, shown=True) as made:
        qtbot.waitUntil(lambda: made.detail() is not None, timeout=PATIENCE_MS)
        yield made
        qtbot.waitUntil(lambda: not made._tasks.pending(), timeout=PATIENCE_MS)


def test_whoever_waits_for_the_page_hears_of_it_when_the_story_is_drawn_too(
    page: InboxPage, qtbot: QtBot
) -> None:
    detail = page.detail()
    assert detail is not None
    qtbot.waitUntil(page.ready, timeout=PATIENCE_MS)
    told = list[bool]()
    page.loaded.connect(lambda: told.append(page.ready()))
    page.preview.show_in_turns(detail)
    assert not page.ready()
    page.preview.show_detail(detail)  # the rest of it, before anything else can happen
    assert told == [True]


def heard(page: InboxPage) -> list[str]:
    found: list[str] = []
    page.said.connect(lambda words, _undo: found.append(words))
    return found


def chosen(page: InboxPage, menu: QMenu, what: str) -> None:
    next(one for one in menu.actions() if one.data() == what).trigger()


def test_the_right_button_offers_all_acts_on_the_story_under_it(
    page: InboxPage, qtbot: QtBot
) -> None:
    row = page.list.visualRect(page.model.index(2)).center()
    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.RightButton, pos=row)
    where = page.list.viewport().mapToGlobal(row)
    QApplication.sendEvent(
        page.list.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, row, where)
    )

    assert page.at() == page.model.id_at(2)
    assert page.list.menu.isVisible()
    page.doing.ask_text = lambda _question: "Rotterdam"
    said = heard(page)
    chosen(page, page.list.menu, "tag")
    page.list.menu.close()
    qtbot.waitUntil(lambda: bool(said), timeout=PATIENCE_MS)
    assert said == ["Tagged Rotterdam"]


def test_the_order_turns_by_a_key_and_by_the_bar_and_the_list_keeps_the_keys(
    page: InboxPage, core: Core, qtbot: QtBot
) -> None:
    newest, worst = core.card_ids(Filter()), core.card_ids(Filter(order="score"))
    assert newest != worst

    QTest.keyClick(page.list, Qt.Key.Key_D)
    qtbot.waitUntil(lambda: list(page.model.ids()) == worst, timeout=PATIENCE_MS)
    page.bar.order.pick("newest")
    qtbot.waitUntil(lambda: list(page.model.ids()) == newest, timeout=PATIENCE_MS)
    assert page.list.hasFocus()
    assert not page.bar.active()  # an order hides nothing


def test_a_story_is_out_of_sight_until_the_day_that_was_chosen(
    page: InboxPage, core: Core, qtbot: QtBot
) -> None:
    card = page.card()
    assert card
    QTest.keyClick(page.list, Qt.Key.Key_S)
    assert page.doing.choices
    QTest.keyClick(page.doing.choices, Qt.Key.Key_D)
    dialog = page.asking.day
    dialog.edit.setDate(dialog.edit.date().addDays(30))
    wanted: date = dialog.day()
    said = heard(page)
    dialog.snooze.click()
    qtbot.waitUntil(lambda: bool(said), timeout=PATIENCE_MS)

    found = core.alert(card.alerts[0])
    assert found
    assert found.alert.status == "snoozed"
    assert found.history[-1].data["until"] == day.begins(wanted)


def test_a_report_is_cited_from_its_own_menu(page: InboxPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(page.preview.findChildren(StoryRow)), timeout=PATIENCE_MS)
    row = page.preview.findChildren(StoryRow)[-1]
    QApplication.sendEvent(
        row, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(), QPoint())
    )
    said = heard(page)
    _open, cite = row.menu.actions()[:2]
    cite.trigger()
    row.menu.close()

    detail = page.detail()
    assert detail
    assert detail.story[-1].title in QGuiApplication.clipboard().text()
    assert said == ["Citation copied"]


def test_the_whole_story_goes_to_the_clipboard_and_into_a_file(
    page: InboxPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said, target = heard(page), tmp_path / "story.pdf"
    monkeypatch.setattr(saving, "ask", lambda *_given: target)

    QTest.keyClick(page.list, Qt.Key.Key_G)
    qtbot.waitUntil(lambda: "Story copied" in said, timeout=PATIENCE_MS)
    QTest.keyClick(page.preview, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "Saved: story.pdf" in said, timeout=PATIENCE_MS)

    detail = page.detail()
    assert detail
    assert all(one.url in QGuiApplication.clipboard().text() for one in detail.story)
    assert target.read_bytes().startswith(b"%PDF")


def test_what_a_story_nearly_met_is_asked_once_it_is_shown(
    page: InboxPage, core: Core, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.showing.near.read, timeout=60_000) as told:
        page.step(1)

    detail = page.detail()
    assert detail
    number = core.archive.numbered(detail.story[0].id)
    assert number is not None
    assert told.args == [detail.story[0].id, core.archive.nearly(number)]
    assert core.archive.numbered("nobody") is None
