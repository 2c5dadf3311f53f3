"""The briefing page: written in a task, changed by hand, and what was changed goes out."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import docx
import pytest
from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from osawatch.core import Core
from osawatch.sample import load
from tests.ui.stage import staged
from ui.briefing.page import BriefingPage


@pytest.fixture
def page(tmp_path: Path, qtbot: QtBot) -> Iterator[BriefingPage]:
    with Core(tmp_path / "p") as core:
        load(core.news, core.now())
        with staged(core, BriefingPage, qtbot) as made:
            yield made


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
    page.refresh()
    qtbot.wait(50)
    assert "A word of ours" in page.preview.toPlainText()
    assert b"A word of ours" in saved(page, qtbot, "md", tmp_path / "b.md")
    html = saved(page, qtbot, "html", tmp_path / "b.html").decode()
    assert "A word of ours &lt;b&gt;bold" in html
    word = io.BytesIO(saved(page, qtbot, "docx", tmp_path / "b.docx"))
    told = [one.text for one in docx.Document(word).paragraphs]
    assert "A word of ours <b>bold</b>." in told
    pages = PdfReader(io.BytesIO(saved(page, qtbot, "pdf", tmp_path / "b.pdf"))).pages
    assert "A word of ours" in " ".join(pages[-1].extract_text().split())


def test_a_text_that_was_written_over_can_be_taken_back(page: BriefingPage, qtbot: QtBot) -> None:
    page.preview.insertPlainText("A word of ours. ")
    page.marking.setCurrentIndex(page.marking.findData("INTERN GEBRUIK"))
    qtbot.waitUntil(lambda: "INTERN GEBRUIK" in page.preview.toPlainText(), timeout=20_000)
    assert "A word of ours" not in page.preview.toPlainText()
    assert not page.back.isHidden()
    page.back.click()
    assert page.preview.toPlainText().startswith("A word of ours. # Briefing")
    assert page.preview.document().isModified()
    assert page.back.isHidden()


def test_a_changed_text_keeps_its_tables_bars_and_marking_in_word(
    page: BriefingPage, qtbot: QtBot, tmp_path: Path
) -> None:
    page.marking.setCurrentIndex(page.marking.findData("INTERN GEBRUIK"))
    qtbot.waitUntil(lambda: "INTERN GEBRUIK" in page.preview.toPlainText(), timeout=20_000)
    before = docx.Document(io.BytesIO(saved(page, qtbot, "docx", tmp_path / "a.docx")))
    page.preview.setPlainText(page.preview.toPlainText().replace("**INTERN GEBRUIK**", "Mine."))
    page.preview.document().setModified(True)
    after = docx.Document(io.BytesIO(saved(page, qtbot, "docx", tmp_path / "b.docx")))
    assert after.sections[0].header.paragraphs[0].text == "INTERN GEBRUIK"
    assert len(after.tables) == len(before.tables) > 3
    assert len(after.inline_shapes) == len(before.inline_shapes) > 3
    styles = [one.style.name for one in after.paragraphs if one.text]
    assert styles[0] == "Title"
    assert styles.count("Heading 1") == 9


def test_free_days_months_and_handovers_can_be_asked(page: BriefingPage, qtbot: QtBot) -> None:
    assert page.span.first.isHidden()
    page.span.which.setCurrentIndex(page.span.which.findData("dates"))
    assert not page.span.first.isHidden()
    page.span.first.setDate(page.span.last.date().addDays(-3))
    day = page.span.first.date().toString("yyyy-MM-dd")
    qtbot.waitUntil(lambda: f"\n{day} to " in page.preview.toPlainText(), timeout=20_000)
    page.span.which.setCurrentIndex(page.span.which.findData("this_month"))
    qtbot.waitUntil(lambda: f"\n{day[:8]}01 to " in page.preview.toPlainText(), timeout=20_000)
    with qtbot.waitSignal(page.said, timeout=20_000) as told:
        page.span.which.setCurrentIndex(page.span.which.findData("handover"))
    assert "No case was handed over" in told.args[0]
    assert "No case was handed over" in page.note.text()
    assert not page.ready()


def test_a_marking_below_a_part_is_raised_and_the_page_says_whose_it_is(
    page: BriefingPage, qtbot: QtBot
) -> None:
    case = page._core.cases.open("Gallium & more")
    page._core.cases.paper(case.id, "memo", "txt", "TLP:AMBER", "0" * 64)
    with qtbot.waitSignal(page.loaded, timeout=20_000):
        page.marking.setCurrentIndex(page.marking.findData("TLP:GREEN"))
    assert page.marking.currentData() == "TLP:AMBER"
    assert page.note.text().startswith("The marking was raised to TLP:AMBER: «Gallium & more»")
    assert "**TLP:AMBER**" in page.preview.toPlainText()
    assert "Put together from" in page.preview.toPlainText()


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


def test_a_changed_text_can_still_be_read_aloud(
    page: BriefingPage, qtbot: QtBot, tmp_path: Path
) -> None:
    words = page.preview.toPlainText()
    page.preview.setPlainText(f"Before all.\n\n#### Deep\n\n{words}\n\n# Another title\n\n1. one\n")
    page.preview.document().setModified(True)
    html = saved(page, qtbot, "html", tmp_path / "r.html").decode()
    levels = [int(one) for one in re.findall(r"<h([1-6])[ >]", html)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert html.count("<table>") == html.count("<caption") > 3
    assert html.count("<section") == html.count("</section>")
    assert set(re.findall(r'<th scope="(\w+)"', html)) == {"col", "row"}
    assert html.count("<th ") == html.count('<th scope="')
    assert '<html lang="en">' in html
    assert "<ol>" in html
