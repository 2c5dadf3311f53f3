"""The Word file opens in another program, and the marking stands on every page of any file."""

from __future__ import annotations

import io
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from pypdf import PdfReader

from osawatch.briefing import picture
from osawatch.briefing.blocks import Heading, Laid, Paragraph, Run, in_order, lay
from osawatch.briefing.make import as_file, written
from osawatch.briefing.model import Document, Entry, Section, Source, Table

WORDS = {"sources": "s", "official": "o", "first_seen": "seen {0}", "published": "of {0}"}
SOURCE = Source("Gazette", "Notice", "https://gazette.example/1", "", "2026-11-26", official=True)
LONG = Section(
    "What changed", "", tuple(Entry(f"Story {n}", ("f",), (SOURCE,)) for n in range(60)), ""
)
PICTURE = Section(
    "The picture", "", (Table("By good", ("Good", "Now"), (("x", "2"), ("y", "0")), (2, 0)),), ""
)
LAID = Document("Briefing", "sub", "nl", "INTERN GEBRUIK", "warn", (LONG, PICTURE), WORDS)


def test_every_page_that_is_printed_carries_the_marking_title_and_number(qapp: object) -> None:
    from ui.pdf import pdf

    pages = PdfReader(io.BytesIO(written(LAID, "pdf", pdf))).pages
    assert len(pages) > 2
    for number, page in enumerate(pages, 1):
        text = " ".join(page.extract_text().split())
        assert "INTERN GEBRUIK" in text
        assert f"{number} / {len(pages)}" in text


def test_a_printed_file_says_that_it_is_made_to_be_kept_and_brings_all_it_needs(
    qapp: object,
) -> None:
    """What PDF/A-1b asks and can be seen here: marks, colours, every font, nothing that acts."""
    from ui.pdf import pdf

    file = PdfReader(io.BytesIO(written(LAID, "pdf", pdf)))
    root = file.trailer["/Root"].get_object()
    kept = root["/Metadata"].get_object().get_data()
    fonts = {id(one): one for page in file.pages for one in
             (ref.get_object() for ref in page["/Resources"]["/Font"].values())}  # fmt: skip

    assert b'pdfaid:part="1"' in kept
    assert b'pdfaid:conformance="B"' in kept
    assert "/OutputIntents" in root
    assert not {"/OpenAction", "/AA", "/Encrypt"} & {*root, *file.trailer}
    assert not {"/EmbeddedFiles", "/JavaScript"} & {*root.get("/Names", {})}
    for font in fonts.values():
        inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
        assert "/FontFile2" in inner["/FontDescriptor"].get_object()


def test_nothing_is_lost_in_print_however_headings_and_tables_fall(qapp: object) -> None:
    from ui.pdf import pdf

    for stories in range(7, 17):  # headings and tables meet the foot of a page in every way
        table = Table("By good", ("Good", "Now"), tuple((f"row{n}", "1") for n in range(30)))
        few = replace(LONG, parts=LONG.parts[:stories])
        one = replace(LAID, sections=(few, replace(PICTURE, parts=(table,)), few))
        pages = PdfReader(io.BytesIO(written(one, "pdf", pdf))).pages
        text = " ".join(" ".join(page.extract_text() for page in pages).split())
        for n in range(30):
            assert f"row{n} " in text, (stories, n)
        assert all(text.count(f"Story {n} ") == 2 for n in range(stories)), stories
        assert "By good" in text


def test_the_word_file_has_marking_number_links_and_language(tmp_path: Path) -> None:
    made = docx.Document(io.BytesIO(written(LAID, "docx")))
    section = made.sections[0]
    assert section.header.paragraphs[0].text == "INTERN GEBRUIK"
    assert "NUMPAGES" in section.footer.paragraphs[0]._p.xml
    assert 'w:val="nl-NL"' in made.styles["Normal"].element.xml
    links = {one.target_ref for one in made.part.rels.values() if "hyperlink" in one.reltype}
    assert links == {SOURCE.url}
    [bar] = made.inline_shapes  # a figure of 0 has no bar
    assert bar._inline.docPr.get("descr") == "2"


def test_a_link_that_is_no_web_address_is_no_link_in_word() -> None:
    source = replace(SOURCE, url="file:///etc/passwd")
    entry = Entry("e", (), (source,))
    one = replace(LAID, sections=(Section("a", "", (entry,), ""),))
    made = docx.Document(io.BytesIO(written(one, "docx")))
    assert not [one for one in made.part.rels.values() if "hyperlink" in one.reltype]


def test_headings_are_put_in_order_whatever_was_typed() -> None:
    typed = (
        Paragraph((Run("first"),)), Heading(4, (Run("deep"),)), Heading(1, (Run("again"),)),
        Heading(6, (Run("deeper"),)),
    )  # fmt: skip
    levels = [one.level for one in in_order(typed, "T") if isinstance(one, Heading)]
    assert levels == [1, 2, 2, 3]


def test_the_dot_is_a_picture_that_others_read(qapp: object) -> None:
    from PySide6.QtGui import QImage

    image = QImage.fromData(picture.dot())
    assert (image.width(), image.height(), image.pixelColor(0, 0).name()) == (1, 1, "#3a45b0")


@pytest.mark.slow
def test_libreoffice_makes_pages_of_the_word_file(tmp_path: Path) -> None:
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice (soffice) is not installed here")
    file = tmp_path / "b.docx"
    file.write_bytes(as_file(lay(LAID), "docx"))
    where = f"-env:UserInstallation=file://{tmp_path / 'office'}"
    subprocess.run(  # noqa: S603
        [program, where, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(file)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    pages = PdfReader(tmp_path / "b.pdf").pages
    assert len(pages) > 2
    for number, page in enumerate(pages, 1):
        assert "INTERN GEBRUIK" in page.extract_text()
        assert f"{number} / {len(pages)}" in page.extract_text()
    assert "Story 59" in "".join(page.extract_text() for page in pages)


def test_empty_text_makes_a_file_in_every_form() -> None:
    for form in ("html", "docx", "md"):
        assert b"T" in as_file(Laid("T", "en", "X", in_order((), "T")), form)
