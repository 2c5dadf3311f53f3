"""Not relevant, the rule is too wide: by keyboard from the inbox to a tried and saved exception."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from osawatch.watchfile import read, write
from tests.ui.driven import settled
from ui.main_window import MainWindow
from ui.rules.page import RulesPage


def rejected(qtbot: QtBot, window: MainWindow, key: Qt.Key) -> str:
    """The chosen story closed as not relevant for this reason; the rule it was raised by."""
    settled(qtbot, window)
    card = window.inbox.card()
    assert card is not None
    detail = window._core.card(card.id)
    assert detail is not None
    qtbot.keyClick(window.inbox.list, Qt.Key.Key_N)
    choices = window.inbox.doing.choices
    assert choices is not None
    qtbot.keyClick(choices, key)
    settled(qtbot, window)
    found = window._core.card(card.id)
    assert found is not None
    assert found.card.reason == "rule-too-wide"
    return detail.alerts[0].alert.rule


def tried(qtbot: QtBot, page: RulesPage) -> None:
    qtbot.waitUntil(lambda: page.ready() and page.side._tried is not None, timeout=60_000)


def test_too_wide_proposes_an_exception_that_ends_and_a_test_tries_them_and_saves(
    qtbot: QtBot,
    window: MainWindow,
) -> None:
    rule = rejected(qtbot, window, Qt.Key.Key_R)
    page = window.pages.rules
    qtbot.waitUntil(lambda: page.editor.document().isModified(), timeout=60_000)
    tried(qtbot, page)
    qtbot.waitUntil(lambda: page.side._report is not None, timeout=60_000)

    assert window.pages.currentWidget() is page
    said = page.editor.toPlainText()
    assert f"\n{rule}:\n" in said
    assert "because: exception" in said
    until = (window._core.now() + timedelta(days=90)).date().isoformat()
    assert f"until: '{until}'" in said
    assert page.side._tried is not None
    assert page.side._tried.sound
    assert page.side._report is not None
    assert sum(page.side._report.rules[0].exceptions.values()) >= 1
    assert page.save.isEnabled()
    qtbot.keyClick(page.save, Qt.Key.Key_Space)
    local = window._core.rulebook.own.local
    qtbot.waitUntil(lambda: rule in read(local), timeout=60_000)
    tried(qtbot, page)
    assert not page.editor.document().isModified()
    assert not window._core.rulebook.faults()


def test_without_its_last_day_a_proposal_cannot_be_saved(
    qtbot: QtBot,
    window: MainWindow,
) -> None:
    rejected(qtbot, window, Qt.Key.Key_R)
    page = window.pages.rules
    qtbot.waitUntil(lambda: page.save.isEnabled(), timeout=60_000)
    lines = [line for line in page.editor.toPlainText().splitlines() if "until" not in line]
    page.editor.selectAll()
    page.editor.insertPlainText("\n".join(lines))
    tried(qtbot, page)

    assert page.side._tried is not None
    assert [one.code for one in page.side._tried.problems if one.level == "error"] == ["no-end"]
    assert not page.save.isEnabled()
    page.editor.document().setModified(False)
    qtbot.waitUntil(lambda: page.run.stop is None, timeout=60_000)


def test_too_wide_can_be_said_and_the_rule_left_as_it_is(
    qtbot: QtBot,
    window: MainWindow,
) -> None:
    rejected(qtbot, window, Qt.Key.Key_W)

    assert window.pages.currentWidget() is window.inbox


def test_what_the_desk_chose_not_to_see_is_told_by_month_and_leads_to_its_rule(
    qtbot: QtBot,
    window: MainWindow,
    tmp_path: Path,
) -> None:
    core = window._core
    exception = {"name": "rings", "when": {"title|contains": "rings"}, "reason": "no supply"}
    write(core.rulebook.own.local, {"export-ban": {"exceptions": [exception]}})
    core.rulebook.refresh()
    window.go("rules")
    page = window.pages.rules
    tried(qtbot, page)
    qtbot.keyClick(page.unseen, Qt.Key.Key_Space)
    dialog = page.unseen_dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.found is not None, timeout=20_000)

    item = dialog.table.topLevelItem(0)
    assert item is not None
    assert [item.text(n) for n in (0, 2, 3, 5)] == ["0", "rings", "no last day", "no supply"]
    first = dialog.found
    qtbot.keySequence(dialog, QKeySequence("Alt+Left"))
    qtbot.waitUntil(lambda: dialog.found is not first, timeout=20_000)
    assert dialog.after.isEnabled()
    dialog.save(tmp_path / "unseen.csv")
    qtbot.waitUntil((tmp_path / "unseen.csv").exists, timeout=20_000)
    dialog.open_rule.click()
    qtbot.waitUntil(lambda: "name: rings" in page.editor.toPlainText(), timeout=20_000)
    tried(qtbot, page)
    assert [one.code for one in page.side._tried.problems if one.level == "error"] == ["no-end"]


def test_a_second_person_confirms_what_waits_where_there_is_a_hub(
    qtbot: QtBot,
    window: MainWindow,
) -> None:
    core = window._core
    exception = {"name": "rings", "when": {"title|contains": "rings"}, "reason": "no supply",
                 "until": f"{core.now().date()}", "by": "Somebody else"}  # fmt: skip
    write(core.rulebook.own.local, {"export-ban": {"exceptions": [exception]}})
    (core.profile.folder / "hub.json").write_text("{}", encoding="utf-8")
    core.save_settings(replace(core.settings(), name="A. Person"))
    core.rulebook.refresh()
    window.go("rules")
    page = window.pages.rules
    page.show_unseen()
    dialog = page.unseen_dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.found is not None, timeout=20_000)
    item = dialog.table.topLevelItem(0)
    assert item is not None
    assert "second person" in item.text(4)
    assert not dialog.confirm.isHidden()

    dialog.confirm.click()

    qtbot.waitUntil(dialog.confirm.isHidden, timeout=20_000)
    assert "rings" in dialog.sum.text()
    (entry,) = read(core.rulebook.own.local)["export-ban"]["exceptions"]
    assert (entry["by"], entry["second"]) == ("Somebody else", "A. Person")
