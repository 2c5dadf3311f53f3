"""The inbox driven by keyboard on the real window: walking, deciding, choices, search."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from osawatch.model import Filter
from tests.ui.driven import settled
from ui.inbox.choices import Choices
from ui.main_window import MainWindow
from ui.theme import DARK, LIGHT


def test_j_and_k_walk_over_the_stories(qtbot: QtBot, window: MainWindow) -> None:
    first = window.inbox.card()

    qtbot.keyClick(window.inbox.list, Qt.Key.Key_J)
    second = window.inbox.card()
    qtbot.keyClick(window.inbox.list, Qt.Key.Key_K)

    assert first
    assert second
    assert first.id != second.id
    assert window.inbox.card() == first


def test_c_confirms_the_story_moves_on_and_z_takes_it_back(
    qtbot: QtBot, window: MainWindow
) -> None:
    card = window.inbox.card()
    assert card
    before = window._core.counts()["inbox"]

    qtbot.keyClick(window.inbox.list, Qt.Key.Key_C)
    settled(qtbot, window)

    assert window._core.counts()["inbox"] == before - 1
    detail = window._core.card(card.id)
    assert detail
    assert detail.card.status == "closed"
    assert all(entry.actor == "Ada" for entry in detail.history if entry.kind == "close")
    assert window.inbox.card()
    assert window.inbox.card() != card
    assert window.toast.isVisible()

    qtbot.keyClick(window.inbox.list, Qt.Key.Key_Z)
    settled(qtbot, window)

    assert window._core.counts()["inbox"] == before


def test_a_key_that_is_held_down_decides_one_story_but_walks_on(
    qtbot: QtBot, window: MainWindow
) -> None:
    before, inbox = window._core.counts()["inbox"], window.inbox

    def held(key: Qt.Key, letter: str, times: int) -> None:
        for number in range(times):
            down = QEvent.Type.KeyPress
            none = Qt.KeyboardModifier.NoModifier
            event = QKeyEvent(down, key, none, letter, autorep=number > 0)
            QApplication.sendEvent(inbox.list, event)

    held(Qt.Key.Key_C, "c", 4)
    settled(qtbot, window)
    assert window._core.counts()["inbox"] == before - 1

    row = inbox.model.row(inbox.at())
    held(Qt.Key.Key_J, "j", 3)
    assert inbox.model.row(inbox.at()) == row + 3


def test_a_choice_is_not_carried_out_on_a_story_that_came_under_the_cursor_since(
    qtbot: QtBot, window: MainWindow
) -> None:
    inbox = window.inbox
    first = inbox.at()
    qtbot.keyClick(inbox.list, Qt.Key.Key_N)
    inbox.step(1)  # as when the story leaves the list by another hand
    assert inbox.at() != first
    qtbot.keyClick(inbox.doing.choices, Qt.Key.Key_O)
    settled(qtbot, window)

    for card in (first, inbox.at()):
        detail = window._core.card(card)
        assert detail
        assert detail.card.status == "new"


def test_the_list_has_the_keys_again_as_soon_as_a_choice_is_made(
    qtbot: QtBot, window: MainWindow
) -> None:
    inbox = window.inbox
    cards = inbox.model.ids()[:3]
    inbox.list.setFocus()
    for key in (Qt.Key.Key_N, Qt.Key.Key_O, Qt.Key.Key_S, Qt.Key.Key_7, Qt.Key.Key_C):
        focused = window.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, key)
    settled(qtbot, window)

    assert inbox.list.hasFocus()
    found = [window._core.card(card) for card in cards]
    assert [(one.card.status, one.card.reason) for one in found if one] == [
        ("closed", "old-news"), ("snoozed", ""), ("closed", ""),
    ]  # fmt: skip


def test_what_is_typed_before_the_choices_are_known_waits_for_them(
    qtbot: QtBot, window: MainWindow
) -> None:
    inbox = window.inbox
    card, row = inbox.card(), inbox.model.row(inbox.at())
    assert card
    inbox.doing.ask_text = lambda _question: "Magnets"
    with qtbot.waitSignal(inbox.doing.said, timeout=10_000):
        for key in (Qt.Key.Key_F, Qt.Key.Key_0, Qt.Key.Key_J):
            focused = window.focusWidget()
            assert focused is not None
            qtbot.keyClick(focused, key)

    assert [case.alerts for case in window._core.cases.every()] == [card.alerts]
    assert inbox.model.row(inbox.at()) == row + 1


def test_letters_of_the_choices_stand_in_one_column_and_the_words_in_another(
    window: MainWindow,
) -> None:
    choices = Choices(print, window, window.mapToGlobal(QPoint(300, 200)))
    choices.offer([("i", "Same words", "a"), ("m", "Same words", "b")])

    first, second = (choices.grab(choices.visualItemRect(choices.item(row))) for row in (0, 1))
    ground = [shown.toImage().pixelColor(2, 14) for shown in (first, second)]
    starts = [
        words_at(shown.toImage(), colour)
        for shown, colour in zip((first, second), ground, strict=True)
    ]
    choices.leave()

    assert starts[0] == starts[1]


def words_at(row: QImage, ground: QColor) -> int:
    """Where the words begin: behind the widest gap of a row of choices."""
    inked = [x for x in range(8, row.width() - 8) if any(
        abs(row.pixelColor(x, y).lightness() - ground.lightness()) > 60
        for y in range(6, row.height() - 6)
    )]  # fmt: skip
    gaps = pairwise(inked)
    return max(gaps, key=lambda pair: pair[1] - pair[0])[1]


def test_escape_a_click_beside_it_and_another_page_leave_the_choices_and_pick_nothing(
    qtbot: QtBot, window: MainWindow
) -> None:
    inbox, before = window.inbox, window._core.counts()["inbox"]

    def ways() -> Iterator[Callable[[], None]]:
        yield lambda: qtbot.keyClick(inbox.doing.choices, Qt.Key.Key_Escape)
        yield lambda: qtbot.mouseClick(inbox.preview, Qt.MouseButton.LeftButton)
        yield lambda: window.resize(window.width() - 20, window.height())
        yield lambda: window.go("trends")

    for leave in ways():
        qtbot.keyClick(inbox.list, Qt.Key.Key_N)
        choices = inbox.doing.choices
        assert choices is not None
        assert choices.hasFocus()
        leave()
        qtbot.waitUntil(lambda: window.findChild(Choices) is None, timeout=60_000)
    settled(qtbot, window)
    assert window._core.counts()["inbox"] == before


def test_n_asks_for_the_reason_and_keeps_it(qtbot: QtBot, window: MainWindow) -> None:
    card = window.inbox.card()
    assert card

    qtbot.keyClick(window.inbox.list, Qt.Key.Key_N)
    qtbot.keyClick(window.inbox.doing.choices, Qt.Key.Key_O)
    settled(qtbot, window)

    detail = window._core.card(card.id)
    assert detail
    assert detail.card.reason == "old-news"


def test_typing_searches_and_clearing_shows_all_again(qtbot: QtBot, window: MainWindow) -> None:
    everything = len(window.inbox.model.ids())

    qtbot.keyClick(window.inbox.list, Qt.Key.Key_Slash)
    qtbot.keyClicks(window.inbox.bar.search, "antimony")
    qtbot.waitUntil(lambda: 0 < len(window.inbox.model.ids()) < everything)

    window.inbox.bar.clear()
    qtbot.waitUntil(lambda: len(window.inbox.model.ids()) == everything)


def test_the_preview_marks_evidence_and_says_why(qtbot: QtBot, window: MainWindow) -> None:
    detail = window.inbox.preview.detail

    assert detail
    assert any(item.marks for item in detail.story)
    assert detail.alerts[0].score.vector.startswith("OSW:1/")


def test_every_focusable_widget_of_the_inbox_has_a_name(window: MainWindow) -> None:
    nameless = [
        type(child).__name__
        for child in window.inbox.findChildren(QWidget)
        if child.focusPolicy() != Qt.FocusPolicy.NoFocus
        and child.isVisibleTo(window)
        and not child.accessibleName()
        and type(child).__name__ not in ("QScrollBar", "QSplitterHandle")
    ]

    assert nameless == []


def test_the_window_changes_its_colours_while_it_works(qtbot: QtBot, window: MainWindow) -> None:
    window.wear(DARK)

    assert window.grab().toImage().pixelColor(4, 300).lightness() < 60
    window.wear(LIGHT)
    assert window.grab().toImage().pixelColor(4, 300).lightness() > 200


def test_all_cards_of_the_inbox_are_listed_once(window: MainWindow) -> None:
    ids = list(window.inbox.model.ids())

    assert ids == window._core.card_ids(Filter())
    assert len(ids) == len(set(ids))
