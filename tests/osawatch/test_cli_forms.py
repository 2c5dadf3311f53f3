"""A page that is written into a file has the form that its name says."""

from __future__ import annotations

from pathlib import Path

import pytest

from osawatch.cli.args import form_of
from osawatch.cli.main import main

FORMS = ("html", "pdf", "docx", "md")


@pytest.mark.parametrize(
    ("name", "asked", "form"),
    [
        ("page.pdf", None, "pdf"), ("page.PDF", None, "pdf"), ("page.pdf", "md", "md"),
        ("page", None, "html"), ("page.odt", None, "html"),
    ],
)  # fmt: skip
def test_what_was_asked_wins_then_the_name_of_the_file(
    name: str, asked: str | None, form: str
) -> None:
    assert form_of(Path(name), asked, FORMS, "html") == form
    assert form_of(None, asked, FORMS, "html") == (asked or "html")


def test_a_what_if_in_a_word_file_is_a_word_file(tmp_path: Path) -> None:
    page = tmp_path / "stop.docx"
    asked = ("chain", "whatif", "--country", "CN", "--good", "gallium", "-o", str(page))

    assert main(["--profile", str(tmp_path / "p"), *asked]) == 0
    assert page.read_bytes()[:4] == b"PK\x03\x04"
