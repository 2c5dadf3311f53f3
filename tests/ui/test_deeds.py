"""What the page on the screen can do, as the palette offers it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.driven import settled
from ui.main_window import MainWindow
from ui.theme import LIGHT
from ui.widgets import Button
from ui.window.deeds import deeds


def page_of(qtbot: QtBot, *buttons: Button) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    for one in buttons:
        column.addWidget(one)
    return page


def test_what_cannot_be_pressed_or_only_chooses_is_no_deed(qtbot: QtBot) -> None:
    save, hidden, off = (Button(one, LIGHT) for one in ("Save", "Hidden", "Off"))
    page = page_of(qtbot, save, hidden, off, Button("Level", LIGHT, "filter"))
    hidden.hide()
    off.setEnabled(False)

    assert [words for words, _do in deeds(page)] == ["Save"]


def test_words_of_several_buttons_name_none_of_them(qtbot: QtBot) -> None:
    page = page_of(qtbot, Button("Open", LIGHT), Button("Open", LIGHT), Button("New", LIGHT))

    assert [words for words, _do in deeds(page)] == ["New"]


def test_a_menu_gives_what_it_holds_when_it_opens_and_a_sign_its_name(qtbot: QtBot) -> None:
    more, done = Button("More", LIGHT), list[str]()
    page = page_of(qtbot, more, Button("›", LIGHT, name="Next month"))
    menu = QMenu(page)
    more.setMenu(menu)

    def fill() -> None:
        menu.clear()
        menu.addMenu("Inner").addAction("&Deep && down", lambda: done.append("deep"))
        menu.addSeparator()
        menu.addAction("Off").setEnabled(False)
        menu.addAction("Top", lambda: done.append("top"))

    menu.aboutToShow.connect(fill)
    found = deeds(page)
    found[0][1]()
    found[1][1]()

    assert [words for words, _do in found] == ["Inner: Deep & down", "Top", "Next month"]
    assert done == ["deep", "top"]
    menu.clear()
    found[1][1]()  # its action is gone
    assert done == ["deep", "top"]


def test_the_palette_offers_what_the_page_on_the_screen_can_do(
    qtbot: QtBot,
    window: MainWindow,
) -> None:
    window.go("watchlist")
    qtbot.waitUntil(window.pages.watchlist.ready, timeout=60_000)
    pressed = list[bool]()
    window.pages.watchlist.export.clicked.disconnect()
    window.pages.watchlist.export.clicked.connect(lambda: pressed.append(True))
    words = f"Watchlist: {window.pages.watchlist.export.accessibleName()}"

    window.commands.show_palette()
    qtbot.keyClicks(window.commands.palette.line, words)
    qtbot.keyClick(window.commands.palette.line, Qt.Key.Key_Return)
    assert pressed
    window.commands.show_palette()
    window.commands.palette.line.setText("watchlist")
    first = window.commands.palette.list.topLevelItem(0)
    assert first is not None
    assert first.text(0) == "Go to Watchlist"  # Return after the name of a page does no deed
    window.commands.palette.reject()
    window.go("inbox")
    window.commands.show_palette()
    window.commands.palette.line.setText("watchlist:")

    assert window.commands.palette.list.topLevelItemCount() == 0
    window.commands.palette.reject()
    settled(qtbot, window)
