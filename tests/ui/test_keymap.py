"""Keys can be other ones; what clashes is told, and a file that clashes counts for nothing."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui import window_keys
from ui.frame.keymap import bound, changed, conflicts, stored
from ui.frame.keys_dialog import KeysDialog
from ui.theme import LIGHT


def test_the_shipped_keys_clash_nowhere(qapp: object) -> None:
    assert conflicts(bound(window_keys.shipped(), {})) == []


@pytest.mark.parametrize(
    "own",
    [
        "triage.relevant=N",  # another one of triage
        "triage.relevant=F5",  # everywhere
        "window.settings=Ctrl+1",  # a place
        "place.trends=Ctrl+E",  # a page of its own has it
        "window.settings=8",  # would be taken while one types
        "window.settings=Ctrl+X, Ctrl+S",  # two strokes
    ],
)
def test_what_clashes_is_told_and_the_shipped_keys_stay(qapp: object, own: str) -> None:
    assert len(conflicts(bound(window_keys.shipped(), changed([own])))) == 1
    assert all(row.key == row.default for row in window_keys.rows([own]))


def test_only_what_differs_is_stored_and_two_can_change_places(qapp: object) -> None:
    own = ("triage.relevant=N", "triage.not_relevant=C", "window.change_keys=Ctrl+Alt+K")

    found = window_keys.rows(own)

    assert stored(found) == own
    inbox, everywhere, *_pages = window_keys.sheet(found)
    assert ("N", "Relevant") in inbox[1]
    assert ("Ctrl+Alt+K", "Change keys…") in everywhere[1]


def test_the_dialog_tells_a_clash_and_does_not_save_it(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = KeysDialog(window_keys.rows(()), LIGHT, parent)
    assert dialog.save.isEnabled()

    dialog.edits["triage.relevant"].setKeySequence(QKeySequence("N"))
    assert not dialog.save.isEnabled()
    assert "Relevant" in dialog.problem.text()
    dialog.edits["triage.not_relevant"].setKeySequence(QKeySequence("C"))

    assert dialog.save.isEnabled()
    assert stored(dialog.rows()) == ("triage.relevant=N", "triage.not_relevant=C")
    dialog.reset.click()
    assert stored(dialog.rows()) == ()
