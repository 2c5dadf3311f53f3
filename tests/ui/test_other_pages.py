"""All items, commands, rules, look-up, set-up and charts on the real window."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from pytestqt.qtbot import QtBot

from osawatch.model import Filter
from tests.ui.driven import press, settled
from ui.frame.keys_dialog import KeysDialog
from ui.main_window import MainWindow
from ui.theme import LIGHT


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
