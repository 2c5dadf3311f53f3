"""The briefing page: written in a task, changed by hand, and what was changed goes out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from osawatch.core import Core
from osawatch.sample import load
from ui import theme
from ui.bridge import Bridge
from ui.briefing.page import BriefingPage
from ui.tasks import Tasks


@pytest.fixture
def page(tmp_path: Path, qtbot: QtBot) -> Iterator[BriefingPage]:
    owner = QObject()
    core = Core(tmp_path / "p")
    load(core)
    tasks, bridge = Tasks(owner), Bridge(core, owner)
    made = BriefingPage(core, tasks, bridge, theme.LIGHT)
    qtbot.addWidget(made)
    made.refresh()
    qtbot.waitUntil(made.ready, timeout=20_000)
    yield made
    bridge.close()
    tasks.close()
    core.close()


def saved(page: BriefingPage, qtbot: QtBot, form: str, target: Path) -> bytes:
    with qtbot.waitSignal(page.said, timeout=20_000) as told:
        page.save(form, target)
    assert target.name in told.args[0]
    return target.read_bytes()


def test_it_is_written_in_every_form_and_in_dutch(
    page: BriefingPage, qtbot: QtBot, tmp_path: Path
) -> None:
    assert "## What changed" in page.preview.toPlainText()
    for form, start in (("html", b"<!DOCTYPE"), ("pdf", b"%PDF"), ("docx", b"PK"), ("md", b"# ")):
        assert saved(page, qtbot, form, tmp_path / f"a.{form}").startswith(start)
    page.language.setCurrentIndex(1)
    qtbot.waitUntil(lambda: "## Wat er veranderde" in page.preview.toPlainText(), timeout=20_000)


def test_what_was_changed_by_hand_goes_out_and_is_not_written_over(
    page: BriefingPage, qtbot: QtBot, tmp_path: Path
) -> None:
    page.preview.setFocus()
    page.preview.moveCursor(page.preview.textCursor().MoveOperation.End)
    page.preview.insertPlainText("\n\nA word of ours <b>bold</b>.")
    assert page.preview.document().isModified()
    assert not page.forms["docx"].isEnabled()
    page.refresh()
    qtbot.wait(50)
    assert "A word of ours" in page.preview.toPlainText()
    assert b"A word of ours" in saved(page, qtbot, "md", tmp_path / "b.md")
    html = saved(page, qtbot, "html", tmp_path / "b.html").decode()
    assert "A word of ours &lt;b&gt;bold" in html
    page.write_anew()
    qtbot.waitUntil(lambda: "A word of ours" not in page.preview.toPlainText(), timeout=20_000)
    assert page.forms["docx"].isEnabled()


def test_a_marking_above_the_limit_leaves_nothing_to_export(
    page: BriefingPage, qtbot: QtBot, tmp_path: Path
) -> None:
    page._core.save_settings(replace(page._core.settings(), highest_marking="TLP:GREEN"))
    with qtbot.waitSignal(page.said, timeout=20_000) as told:
        page.marking.setCurrentIndex(page.marking.findData("TLP:RED"))
    assert "TLP:RED is above" in told.args[0]
    page.save("md", tmp_path / "c.md")
    qtbot.wait(50)
    assert not (tmp_path / "c.md").exists()
