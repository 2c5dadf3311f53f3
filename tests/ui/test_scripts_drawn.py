"""The fonts that set-up installs hold every script that the shipped sources write in."""

from __future__ import annotations

import shutil

import pytest
from PySide6.QtGui import QTextLayout
from pytestqt.qtbot import QtBot

from ui.theme import T13, font

WRITTEN = {
    "Arabic": "حظر تصدير", "Bengali": "রপ্তানি", "Chinese, simplified": "禁止出口锑",
    "Chinese, traditional": "禁止出口銻", "Cyrillic": "запрет їжа", "Greek": "απαγόρευση",
    "Hebrew": "איסור", "Hindi": "निर्यात", "Japanese": "輸出をガリウム", "Korean": "수출 금지",
    "Thai": "ห้ามส่งออก", "Vietnamese": "cấm xuất khẩu", "Turkish": "ihracatı ğş",
}  # fmt: skip


@pytest.mark.skipif(shutil.which("apt-get") is None, reason="set-up installs fonts by apt alone")
@pytest.mark.parametrize("script", WRITTEN)
def test_no_letter_of_a_script_is_drawn_as_a_box(qtbot: QtBot, script: str) -> None:
    laid = QTextLayout(WRITTEN[script], font(T13))
    laid.beginLayout()
    laid.createLine()
    laid.endLayout()

    glyphs = [index for run in laid.glyphRuns() for index in run.glyphIndexes()]
    assert glyphs
    assert 0 not in glyphs  # what a font has for letters that it does not know
