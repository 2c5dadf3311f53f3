"""From words of a text to the watchlist, by keyboard and by pointer, in the real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.ui.driven import settled
from ui.main_window import MainWindow
from ui.marked import MarkedText
from ui.theme import LIGHT
from ui.watchlist.watch import begun, slug, tongue


def offered(qtbot: QtBot, window: MainWindow) -> None:
    shown = lambda: window.roads.watch is not None and window.roads.watch.menu is not None  # noqa: E731
    qtbot.waitUntil(shown, timeout=20_000)


def form(window: MainWindow) -> dict[str, str]:
    return window.pages.watchlist.side.form.texts()


def edited(qtbot: QtBot, window: MainWindow) -> None:
    page = window.pages.watchlist
    qtbot.waitUntil(lambda: page.side.editing and page.ready(), timeout=30_000)


def test_w_offers_typed_words_to_the_watchlist_as_a_new_good(
    qtbot: QtBot,
    window: MainWindow,
) -> None:
    settled(qtbot, window)
    window.inbox.doing.ask_text = lambda _question: "Smart metal"
    qtbot.keyClick(window.inbox.list, Qt.Key.Key_W)
    offered(qtbot, window)
    assert window.roads.watch is not None
    assert window.roads.watch.menu is not None
    qtbot.keyClick(window.roads.watch.menu, Qt.Key.Key_1)
    edited(qtbot, window)

    assert window.pages.currentWidget() is window.pages.watchlist
    assert form(window)["id"] == "smart-metal"
    assert form(window)["terms"].endswith(": Smart metal")
    assert window.pages.watchlist.side.save.isEnabled()
    window.pages.watchlist.side.leave()
    settled(qtbot, window)


def test_picked_words_become_one_more_word_of_a_good_of_the_story(
    qtbot: QtBot,
    window: MainWindow,
) -> None:
    settled(qtbot, window)
    card = window.inbox.card()
    assert card is not None
    title = next(
        one for one in window.inbox.preview.findChildren(MarkedText)
        if one.accessibleName() == card.title
    )  # fmt: skip
    qtbot.mouseDClick(title, Qt.MouseButton.LeftButton, pos=QPoint(20, 12))
    said = title.picked()
    assert said
    assert said in card.title
    qtbot.keyClick(window.inbox.list, Qt.Key.Key_W)
    offered(qtbot, window)
    assert window.roads.watch is not None
    assert window.roads.watch.menu is not None
    qtbot.keyClick(window.roads.watch.menu, Qt.Key.Key_3)
    edited(qtbot, window)

    page = window.pages.watchlist
    assert page.side.opened is not None
    assert page.side.opened.id == card.goods[0]
    assert said in form(window)["terms"].splitlines()[-1]
    page.side.leave()
    settled(qtbot, window)


def test_an_item_offers_its_words_too(qtbot: QtBot, window: MainWindow) -> None:
    window.go("items")
    items = window.pages.items
    qtbot.waitUntil(lambda: items.ready() and items.detail.found is not None, timeout=20_000)
    items.ask_words = lambda: "Acme Mining"
    items.detail.asked.emit("watch")
    offered(qtbot, window)
    assert window.roads.watch is not None
    assert window.roads.watch.menu is not None
    qtbot.keyClick(window.roads.watch.menu, Qt.Key.Key_2)
    edited(qtbot, window)

    assert form(window)["id"] == "acme-mining"
    window.pages.watchlist.side.leave()
    settled(qtbot, window)


def test_words_are_picked_with_the_pointer_in_one_text_at_a_time_and_copied(qtbot: QtBot) -> None:
    marked = MarkedText(LIGHT, "𠮷 gallium and germanium are rare", language="en")
    qtbot.addWidget(marked)
    marked.resize(400, marked.heightForWidth(400))
    marked.show()
    qtbot.mousePress(marked, Qt.MouseButton.LeftButton, pos=QPoint(0, 5))
    qtbot.mouseMove(marked, QPoint(399, 5))
    qtbot.mouseRelease(marked, Qt.MouseButton.LeftButton, pos=QPoint(399, 5))
    marked.pick(3, 10)

    assert marked.picked() == "gallium"  # the first letter takes two of Qt's units
    with qtbot.waitSignal(marked.term_asked) as told:
        marked.menu("gallium").actions()[0].trigger()
    assert told.args == ["gallium"]
    marked.menu("gallium").actions()[1].trigger()
    assert QGuiApplication.clipboard().text() == "gallium"
    assert not marked.grab().isNull()


@pytest.mark.parametrize(
    ("said", "key"),
    [("Smart metal", "smart-metal"), ("Élan & Co.", "elan-co"), ("镓", ""), ("x", "")],
)
def test_an_id_is_made_of_words_where_it_can_be(said: str, key: str) -> None:
    assert slug(said) == key


def test_words_of_an_unknown_language_hold_in_any() -> None:
    assert begun("goods", "gallium, raw", "", "nl") == {
        "id": "gallium-raw", "names": "nl: gallium, raw", "terms": "xx: 'gallium, raw'"
    }  # fmt: skip
    assert begun("companies", "Acme", "zh-Hant-TW", "nl")["names"] == "zh-Hant: Acme"
    assert tongue("english") == "en"
