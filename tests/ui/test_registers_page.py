"""The page of registers: a form without a network, faults at their field, files all or none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from osawatch.core import Core
from osawatch.model import Filter
from tests.fakes import Network
from ui import theme
from ui.bridge import Bridge
from ui.registers.form import EntryDialog
from ui.registers.page import RegistersPage
from ui.tasks import Tasks

NETWORK = Network()


@pytest.fixture
def page(tmp_path: Path, qtbot: QtBot) -> Iterator[RegistersPage]:
    owner, core = QObject(), Core(tmp_path / "p", fetch=NETWORK)
    core.save_settings(replace(core.settings(), name="Ann", post="Astana"))
    tasks, bridge = Tasks(owner), Bridge(core, owner)
    made = RegistersPage(core, tasks, bridge, theme.LIGHT)
    qtbot.addWidget(made)
    made.refresh()
    qtbot.waitUntil(made.ready, timeout=20_000)
    yield made
    bridge.close()
    tasks.close()
    core.close()


def fill(dialog: EntryDialog, **values: str) -> None:
    for key, value in values.items():
        editor = dialog.editors[key]
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(value))
        elif isinstance(editor, QLineEdit):
            editor.setText(value)
        elif isinstance(editor, QPlainTextEdit):
            editor.setPlainText(value)


def form(page: RegistersPage) -> EntryDialog:
    assert page.dialog is not None
    return page.dialog


def turned(page: RegistersPage, qtbot: QtBot, shape: str) -> None:
    page.turn_to(shape)
    qtbot.waitUntil(page.ready, timeout=20_000)


def test_a_report_is_written_without_a_network_and_the_rules_read_it(
    page: RegistersPage, qtbot: QtBot
) -> None:
    page.write_new()
    fill(form(page), title="China sets an export licence duty for gallium", countries="cn",
         summary="China requires an export licence for gallium.", comment="ours")  # fmt: skip
    with qtbot.waitSignal(page.said, timeout=20_000) as told:
        form(page).keep()
    assert "alerts" in told.args[0]
    qtbot.waitUntil(lambda: page.table.rowCount() == 1, timeout=20_000)
    assert "ours" in page.detail.toPlainText()
    assert NETWORK.asked == []
    found = page._core.alerts(Filter(view="all"))
    assert {one.goods for one in found} == {("gallium",)}


def test_what_is_wrong_is_told_at_its_field_and_the_form_stays(
    page: RegistersPage, qtbot: QtBot
) -> None:
    turned(page, qtbot, "influence")
    page.write_new()
    fill(form(page), measure="Ban", sender="China", target="NL", day="2021-12-01")
    form(page).keep()
    wrong = form(page).wrongs["sender"]
    qtbot.waitUntil(lambda: "two letters" in wrong.text(), timeout=20_000)
    fill(form(page), sender="cn")
    form(page).keep()
    qtbot.waitUntil(lambda: page.table.rowCount() == 1, timeout=20_000)
    page.ask_text = lambda _question: "Taskforce"
    page._tell()
    qtbot.waitUntil(lambda: "Taskforce" in page.detail.toPlainText(), timeout=20_000)
    page.edit()
    fill(form(page), outcome="lifted")
    form(page).keep()
    qtbot.waitUntil(lambda: "lifted" in page.detail.toPlainText(), timeout=20_000)
    page.search.setText("nobody")
    assert page.chosen() is None
    page.search.setText("LIFTED ban")
    assert page.table.rowCount() == 1
    page._withdraw()
    qtbot.waitUntil(lambda: page.table.rowCount() == 0, timeout=20_000)
    qtbot.waitUntil(page.ready, timeout=20_000)
    page._undo()
    qtbot.waitUntil(lambda: page.table.rowCount() == 1, timeout=20_000)
    qtbot.waitUntil(page.ready, timeout=20_000)


def test_licences_come_from_a_file_and_their_waiting_is_drawn(
    page: RegistersPage, qtbot: QtBot, tmp_path: Path
) -> None:
    turned(page, qtbot, "licence")
    file = tmp_path / "a.csv"
    file.write_text("firm;good;filed;status\nF1;gallium;soon;filed\n")
    with qtbot.waitSignal(page.said, timeout=20_000) as told:
        page.take(file)
    assert "a.csv:2: filed" in told.args[0]
    qtbot.waitUntil(page.ready, timeout=20_000)
    file.write_text("firm;good;filed;status\nF1;gallium;2026-01-05;filed\n")
    page.take(file)
    qtbot.waitUntil(lambda: page.table.rowCount() == 1, timeout=20_000)
    qtbot.waitUntil(page.ready, timeout=20_000)
    assert "of 1 open" in page.chart.told()
    page.resize(1000, 700)
    page.grab()
    page.give(tmp_path / "out.csv")
    qtbot.waitUntil((tmp_path / "out.csv").exists, timeout=20_000)
    qtbot.waitUntil(page.ready, timeout=20_000)


def test_a_form_with_typed_words_asks_before_it_closes(page: RegistersPage, qtbot: QtBot) -> None:
    page.write_new()
    dialog = form(page)
    dialog.agree = lambda _question: False
    fill(dialog, title="typed")
    dialog.reject()
    assert dialog.isVisible() or not dialog.isHidden()
    dialog.agree = lambda _question: True
    dialog.reject()
