"""What a page gives along: text with sources, and files to print."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ui.sheet import Line, Part, Sheet, as_text, file_name
from ui.sheet_file import printed

SHEET = Sheet(
    "Gallium <b>", (Part("Alerts", (Line("A ban", source="Ministry, https://w.example/1"),)),
                    Part("Cases", (), "None is open.")),
    ("As of today.",), warning="Not all there is.",
)  # fmt: skip


def test_text_has_each_line_with_its_source_and_says_what_was_looked_at_where_nothing_stands() -> (
    None
):
    assert as_text(SHEET) == (
        "Gallium <b>\n\nAlerts\n- A ban\n  Ministry, https://w.example/1\n\nCases\nNone is open.\n"
        "\nAs of today.\n"
    )


@pytest.mark.parametrize("ending", ["html", "pdf", "docx", "unknown"])
def test_a_page_is_written_by_the_ending_of_the_name(
    qtbot: QtBot, tmp_path: Path, ending: str
) -> None:
    target = tmp_path / f"page.{ending}"
    printed(SHEET, "en", target)
    begins = {"html": b"<!", "docx": b"PK"}.get(ending, b"%PDF")
    assert target.read_bytes().startswith(begins)
    if ending == "html":
        said = target.read_text(encoding="utf-8")
        assert "https://w.example/1" in said
        assert "&lt;b&gt;" in said
        assert "Not all there is." in said


def test_the_name_of_a_file_holds_letters_and_digits_of_any_script_alone() -> None:
    assert file_name(SHEET) == "gallium-b.pdf"
    assert file_name(Sheet("../镓: 出口/..", ())) == "镓-出口.pdf"
    assert file_name(Sheet("///", ())) == "osawatch.pdf"
