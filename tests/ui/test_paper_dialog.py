"""The dialog of papers: filled, changed by a person, and out in the form that was asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from osawatch.core import Core
from osawatch.papers.model import About
from ui import theme
from ui.papers.dialog import PaperDialog
from ui.tasks import Tasks


@pytest.fixture
def dialog(tmp_path: Path, qtbot: QtBot) -> Iterator[PaperDialog]:
    owner, core = QObject(), Core(tmp_path / "p")
    core.save_settings(replace(core.settings(), name="Ann"))
    case = core.cases.open("Gallium & more")
    tasks, parent = Tasks(owner), QWidget()
    qtbot.addWidget(parent)
    made = PaperDialog(core, tasks, theme.LIGHT, About("case", case.id), "Gallium", parent)
    qtbot.waitUntil(made.ready, timeout=20_000)
    yield made
    made.editor.document().setModified(False)
    tasks.close()
    core.close()


def test_it_is_filled_and_what_a_person_changed_is_what_leaves(
    dialog: PaperDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    assert dialog.editor.toPlainText().startswith("# Post report: Gallium & more")
    dialog.editor.setPlainText("# Ours\n- wait")
    dialog.marking.setCurrentIndex(dialog.marking.findData("TLP:GREEN"))
    for form in ("txt", "docx", "pdf"):
        target = tmp_path / f"out.{form}"
        dialog.save(form, target)
        qtbot.waitUntil(lambda target=target: target.exists(), timeout=20_000)  # type: ignore[misc]
        qtbot.waitUntil(dialog.ready, timeout=20_000)
    assert (tmp_path / "out.txt").read_text().startswith("TLP:GREEN\n\nOurs\n- wait")
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")
    assert len(dialog._core.cases.every()[0].papers) == 3


def test_once_a_paper_has_left_no_later_one_is_marked_lower(
    dialog: PaperDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog.marking.setCurrentIndex(dialog.marking.findData("TLP:RED"))
    dialog.save("txt", tmp_path / "out.txt")
    qtbot.waitUntil(lambda: dialog.ready() and (tmp_path / "out.txt").exists(), timeout=20_000)
    dialog.fill()
    qtbot.waitUntil(dialog.ready, timeout=20_000)
    dialog.marking.setCurrentIndex(dialog.marking.findData("TLP:GREEN"))
    assert dialog.marking.currentData() == "TLP:RED"
    assert "«Gallium & more» carries it" in dialog.problem.text()


def test_another_template_asks_before_it_drops_what_was_changed(
    dialog: PaperDialog, qtbot: QtBot
) -> None:
    asked: list[str] = []
    dialog.agree = lambda question: bool(asked.append(question))  # type: ignore[func-returns-value]
    dialog.editor.insertPlainText("mine")
    dialog.template.setCurrentIndex(dialog.template.findData("memo"))
    dialog.template.activated.emit(0)
    assert asked
    assert "mine" in dialog.editor.toPlainText()
    assert dialog.template.currentData() == "post-report"
    dialog.agree = lambda _question: True
    dialog.language.setCurrentIndex(1)
    dialog.language.activated.emit(1)
    qtbot.waitUntil(lambda: "Postbericht" in dialog.editor.toPlainText(), timeout=20_000)


def test_a_draft_opens_in_the_mail_program_and_a_wrong_mailbox_is_said(
    dialog: PaperDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    opened: list[Path] = []
    dialog.open_file = opened.append
    dialog.mail("nobody", tmp_path / "a.eml")
    qtbot.waitUntil(lambda: "nobody" in dialog.problem.text(), timeout=20_000)
    dialog.mail("desk@ministry.example", tmp_path / "b.eml")
    qtbot.waitUntil(lambda: bool(opened), timeout=20_000)
    assert opened == [tmp_path / "b.eml"]
    assert not (tmp_path / "a.eml").exists()


def test_the_clipboard_gets_the_text_without_marks(dialog: PaperDialog, qtbot: QtBot) -> None:
    dialog.editor.setPlainText("# Ours\n## Advice\n- wait")
    dialog.copy()
    qtbot.waitUntil(
        lambda: QGuiApplication.clipboard().text().startswith("Ours\nAdvice\n- wait"),
        timeout=20_000,
    )


def test_a_template_with_a_fault_is_told_by_line_and_a_sound_one_is_used_at_once(
    dialog: PaperDialog, qtbot: QtBot
) -> None:
    dialog._edit_template()
    form = dialog.template_dialog
    form.editor.setPlainText("name: Ours\nfor: case\n---\n{{nothing}}")
    form.keep.click()
    assert "post-report.md:4: nothing: is no field" in form.problem.text()
    form.editor.setPlainText("name: Ours\nfor: case\n---\n# Our words on {{title}}")
    form.keep.click()
    qtbot.waitUntil(lambda: "Our words" in dialog.editor.toPlainText(), timeout=20_000)
    assert dialog.template.currentText() == "Ours (this desk's own)"
