"""The real window on a real core and database: the sample desk, triaged by keyboard."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from osawatch.core import Core
from osawatch.model import Filter
from ui.bridge import Bridge
from ui.frame import look
from ui.frame.keys_dialog import KeysDialog
from ui.inbox.choices import Choices
from ui.inbox.explain import event
from ui.main_window import MainWindow
from ui.tasks import Tasks
from ui.theme import DARK, LIGHT


@pytest.fixture(scope="module")
def sampled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A profile with the sample desk, made once and copied by each test."""
    folder = tmp_path_factory.mktemp("desk") / "profile"
    with Core(folder) as core:
        core.init_profile(sample=True)
        core.save_settings(replace(core.settings(), name="Ada", post="Post", ready=True))
    return folder


@pytest.fixture
def window(qtbot: QtBot, qapp: object, sampled: Path, tmp_path: Path) -> Iterator[MainWindow]:
    import shutil

    profile = tmp_path / "profile"
    shutil.copytree(sampled, profile)
    with Core(profile) as core:
        owner = QWidget()
        qtbot.addWidget(owner)
        tasks = Tasks(owner)
        bridge = Bridge(core, owner)
        look.dress(qapp, LIGHT)  # type: ignore[arg-type]
        shown = MainWindow(core, tasks, bridge, LIGHT, offline=True)
        qtbot.addWidget(shown, before_close_func=MainWindow.leave)
        shown.show()
        shown.begin()
        qtbot.waitUntil(lambda: shown.inbox.ready() and shown.inbox.card() is not None)
        yield shown
        shown.polling.stop()
        bridge.close()
        tasks.close()


def settled(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window._tasks.pending() == 0 and window.inbox.ready(), timeout=60_000)


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


def press(qtbot: QtBot, window: MainWindow, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(window.inbox.list, key)


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


def test_all_items_say_what_became_of_them_and_one_can_be_raised_by_hand(
    qtbot: QtBot, window: MainWindow
) -> None:
    before = window._core.counts()["inbox"]
    window.go("items")
    qtbot.waitUntil(window.pages.items.ready, timeout=30_000)
    everything = len(window.pages.items.model.ids())
    window.pages.items.segments.pick("silent")
    qtbot.waitUntil(window.pages.items.ready, timeout=30_000)

    assert 0 < len(window.pages.items.model.ids()) < everything
    assert window.pages.items.detail.found is not None
    assert window.pages.items.detail.found.row.fate == "found"
    window.pages.items.ask_why = lambda: "The embassy was told so"
    window.pages.items.raise_by_hand(window.pages.items.detail.found.row, "medium")
    settled(qtbot, window)
    assert window._core.counts()["inbox"] == before + 1


def test_an_item_leads_to_its_alert(qtbot: QtBot, window: MainWindow) -> None:
    window.go("items")
    window.pages.items.segments.pick("raised")
    qtbot.waitUntil(window.pages.items.ready, timeout=30_000)
    window.pages.items.list.setCurrentIndex(
        window.pages.items.model.index(9)
    )  # not of the first story
    qtbot.waitUntil(window.pages.items.ready, timeout=30_000)
    assert window.pages.items.detail.found is not None
    window.pages.items.detail.asked.emit("show")
    qtbot.waitUntil(lambda: window.pages.currentWidget() is window.inbox)
    settled(qtbot, window)

    card = window.inbox.card()
    assert card is not None
    assert window.pages.currentWidget() is window.inbox
    detail = window._core.card(card.id)
    assert detail is not None
    assert window.pages.items.detail.found.row.id in {item.id for item in detail.story}


def test_a_command_is_found_by_a_few_letters_and_done(qtbot: QtBot, window: MainWindow) -> None:
    window.commands.show_palette()
    palette = window.commands.palette
    qtbot.keyClicks(palette.line, "all it")
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)

    assert window.pages.currentWidget() is window.pages.items
    settled(qtbot, window)


def test_the_commands_of_a_story_are_offered_where_stories_are(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.commands.show_palette()
    qtbot.keyClicks(window.commands.palette.line, "in hand")
    qtbot.keyClick(window.commands.palette.line, Qt.Key.Key_Return)
    settled(qtbot, window)
    assert window._core.counts()["mine"] == 1
    window.go("trends")
    window.commands.show_palette()
    window.commands.palette.line.setText("in hand")

    assert window.commands.palette.list.topLevelItemCount() == 0
    window.commands.palette.reject()


def tried(qtbot: QtBot, window: MainWindow) -> None:
    rules = window.pages.rules
    qtbot.waitUntil(lambda: rules.ready() and rules.side._tried is not None, timeout=60_000)


def test_a_rule_is_checked_and_tested_as_one_types_and_saved_when_it_is_sound(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.go("rules")
    tried(qtbot, window)
    sound = window.pages.rules.editor.toPlainText()
    window.pages.rules.editor.setPlainText(sound.replace("condition:", "condition: nonsense and"))
    tried(qtbot, window)
    line = 1 + sound[: sound.index("condition:")].count("\n")

    assert [
        one.line for one in window.pages.rules.side._tried.problems if one.level == "error"
    ] == [line]
    assert not window.pages.rules.save.isEnabled()
    window.pages.rules.editor.selectAll()
    window.pages.rules.editor.insertPlainText(sound.replace("level: medium", "level: low"))
    tried(qtbot, window)
    assert window.pages.rules.save.isEnabled()
    window.pages.rules.save.click()
    shown = window.pages.rules._shown
    qtbot.waitUntil(lambda: window._core.workshop.text(shown).own, timeout=60_000)


def test_what_was_typed_into_a_rule_is_not_lost_unasked(qtbot: QtBot, window: MainWindow) -> None:
    window.go("rules")
    tried(qtbot, window)
    first = window.pages.rules._shown
    window.pages.rules.editor.insertPlainText("# a thought\n")
    window.pages.rules.ask_leave = lambda: False
    window.pages.rules.list.setCurrentIndex(window.pages.rules.model.index(3))

    assert window.pages.rules._shown == first
    assert "# a thought" in window.pages.rules.editor.toPlainText()
    window.pages.rules.ask_leave = lambda: True
    window.pages.rules.list.setCurrentIndex(window.pages.rules.model.index(3))
    tried(qtbot, window)
    assert window.pages.rules._shown != first


def test_quitting_and_closing_the_window_ask_before_what_is_typed_is_lost(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.go("rules")
    tried(qtbot, window)
    window.pages.rules.editor.insertPlainText("# a thought\n")
    ended: list[bool] = []
    window.closed.connect(lambda: ended.append(True))
    window.tray.icon = None  # the window is all there is

    window.pages.rules.ask_leave = lambda: False
    window.quit()
    window.close()
    assert not ended
    assert window.isVisible()
    window.pages.rules.ask_leave = lambda: True
    window.quit()
    assert ended


def test_a_backtest_counts_what_a_rule_would_have_raised(qtbot: QtBot, window: MainWindow) -> None:
    window.go("rules")
    tried(qtbot, window)
    window.pages.rules.back.click()
    qtbot.waitUntil(lambda: window.pages.rules.run.stop is None, timeout=60_000)
    report = window.pages.rules.side._report
    assert report is not None
    assert report.items > 0


def test_a_look_up_finds_a_good_tells_its_coverage_copies_and_leads_to_its_alerts(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.dialogs.look_up()
    dialog = window.dialogs.lookup
    dialog.line.setText("镓")
    qtbot.waitUntil(lambda: dialog.found is not None, timeout=30_000)
    found = dialog.found

    assert found is not None
    assert found.subject.key == "gallium"
    dialog.copy_text()
    assert "[eu-crm-2023-eu]" in QGuiApplication.clipboard().text()
    dialog.show_alerts.click()
    settled(qtbot, window)
    assert window.inbox.bar.filter(Filter()).goods == ("gallium",)
    assert window.inbox.model.ids()


def test_a_look_up_of_something_unknown_says_so(qtbot: QtBot, window: MainWindow) -> None:
    window.dialogs.look_up()
    dialog = window.dialogs.lookup
    dialog.line.setText("no such thing at all")
    settled(qtbot, window)

    assert dialog.found is None
    assert dialog.list.count() == 0
    dialog.reject()


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


def test_a_set_up_is_written_seen_and_taken_in_by_the_window(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, seen = tmp_path / "setup.json", []
    window.setup.export(file)
    qtbot.waitUntil(file.exists)
    settled(qtbot, window)
    window._core.save_settings(replace(window._core.settings(), post="Elsewhere"))
    monkeypatch.setattr(
        "ui.setup.dialog.SetupDialog.exec",
        lambda dialog: seen.append(dialog.table.item(0, 3).text()) or dialog.DialogCode.Accepted,
    )

    window.setup.look(file, LIGHT)

    qtbot.waitUntil(lambda: window._core.settings().post == "Post")
    assert seen == ["Elsewhere"]
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


def test_another_key_works_at_once_and_the_old_one_no_more(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def press_others(dialog: KeysDialog) -> int:
        dialog.edits["triage.relevant"].setKeySequence(QKeySequence("Ctrl+Return"))
        dialog.edits["place.trends"].setKeySequence(QKeySequence("Ctrl+Alt+T"))
        return dialog.DialogCode.Accepted

    monkeypatch.setattr(KeysDialog, "exec", press_others)
    window.dialogs.change_keys()
    qtbot.waitUntil(lambda: bool(window._core.settings().keys))
    settled(qtbot, window)

    press(qtbot, window, Qt.Key.Key_C)
    settled(qtbot, window)
    assert window._core.counts()["closed"] == 0
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(window.inbox.list, Qt.Key.Key_Return, control)
    settled(qtbot, window)
    assert window._core.counts()["closed"] == 1
    qtbot.keyClick(window, Qt.Key.Key_T, control | Qt.KeyboardModifier.AltModifier)
    assert window.pages.currentWidget() is window.pages.trends
    qtbot.waitUntil(window.pages.trends.ready, timeout=20_000)
    settled(qtbot, window)


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


def test_a_note_of_a_chart_leads_to_its_story_or_to_look_up(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.go("trends")
    trends = window.pages.trends
    qtbot.waitUntil(trends.ready, timeout=20_000)
    card = window._core.card_ids(Filter(view="all"))[0]

    trends.noting.lookup_asked.emit("gallium")
    settled(qtbot, window)
    assert window.dialogs.lookup.line.text() == "gallium"
    window.dialogs.lookup.reject()
    trends.noting.card_chosen.emit(card)
    settled(qtbot, window)

    assert window.pages.currentWidget() is window.inbox
    shown = window.inbox.card()
    assert shown is not None
    assert shown.id == card
