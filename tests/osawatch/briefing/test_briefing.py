"""A briefing says what the desk knows, each line with its source, in four forms."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import UTC, timedelta
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from pypdf import PdfReader

from osawatch.briefing.make import draft, written
from osawatch.briefing.model import Asked, Document, Entry, Section, Source, Table
from osawatch.core import Core
from osawatch.errors import BadInput
from osawatch.model import Action, Filter
from tests.fakes import Clock, Network
from ui.cli import main

FEED = "https://wire.example/feed"
NASTY = 'Zinc <b onload="x()">metal</b> & *ban* | =cmd() \u202e[a](javascript:x)'


@pytest.fixture
def worked(core: Core, network: Network, clock: Clock) -> Core:
    network.publish(FEED, "China sets a licence duty for gallium")
    core.poll()
    clock.forward(days=2)
    network.publish(FEED, f"China puts a ban on germanium: {NASTY}")
    core.poll()
    [alert] = core.alerts(Filter(goods=("gallium",)))
    core.triage(Action("take", (alert.id,)))
    core.triage(Action("note", (alert.id,), {"text": "our own secret word"}))
    return core


def asked(core: Core, days: int = 30, **more: str) -> Asked:
    now = core.now().astimezone(UTC)
    return Asked(now - timedelta(days=days), now, **more)  # type: ignore[arg-type]


def all_text(document: Document) -> str:
    return repr(document)


def test_it_says_what_changed_what_was_decided_and_who_was_silent(worked: Core) -> None:
    document = draft(worked, asked(worked))
    changed, picture, in_hand, cases, decided, _waking, _ahead, _leads, silent = document.sections
    assert len(changed.parts) == 2
    goods, countries, both, over_time = (one for one in picture.parts if isinstance(one, Table))
    assert {row[0].lower() for row in goods.rows} == {"gallium", "germanium"}
    assert [row[:2] for row in countries.rows] == [("China", "2")]
    assert len(both.rows) == 2
    assert all(len(one.bars) == len(one.rows) for one in (goods, countries, both, over_time))
    assert sum(over_time.bars) == 2
    assert cases.parts == ()
    assert isinstance(decided.parts[0], Table)
    assert decided.parts[0].rows[0][1:3] == ("Ann", "taken in hand")
    assert "first seen 20" in decided.parts[0].rows[0][4]
    assert [part.title for part in in_hand.parts if isinstance(part, Entry)] == [
        "China sets a licence duty for gallium"
    ]
    assert isinstance(silent.parts[0], Table)
    assert {row[0] for row in silent.parts[0].rows} == {"Paper", "Gazette"}


def test_every_statement_has_its_source_and_first_sight_and_notes_stay_here(worked: Core) -> None:
    document = draft(worked, asked(worked))
    for section in document.sections:
        for part in section.parts:
            if isinstance(part, Entry):
                assert part.sources
                assert all(one.first_seen and one.publisher for one in part.sources)
    assert "secret word" not in all_text(document)


def test_only_what_lies_in_the_span_is_told(worked: Core) -> None:
    document = draft(worked, asked(worked, days=1))
    [only] = document.sections[0].parts
    assert isinstance(only, Entry)
    assert "germanium" in only.title


def test_a_ministry_hears_of_what_it_owns(worked: Core) -> None:
    assert draft(worked, asked(worked, ministry="VWS")).sections[0].parts == ()


def test_it_speaks_dutch(worked: Core) -> None:
    document = draft(worked, asked(worked, language="nl"))
    assert document.sections[0].title == "Wat er veranderde"
    assert "niveau" in all_text(document)


def test_a_span_that_ends_before_it_begins_and_an_unknown_marking_are_refused(worked: Core) -> None:
    one = asked(worked)
    with pytest.raises(BadInput, match="before it begins"):
        draft(worked, Asked(one.until, one.since))
    with pytest.raises(BadInput, match="not one of"):
        draft(worked, Asked(one.since, one.until, marking="SECRET"))


class Read(HTMLParser):
    """What a screen reader would meet."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def test_the_page_can_be_read_aloud_and_fetches_nothing(worked: Core) -> None:
    document = draft(worked, asked(worked, language="nl", marking="TLP:AMBER"))
    reader = Read()
    reader.feed(written(document, "html").decode())
    tags = dict(reader.tags)
    assert tags["html"]["lang"] == "nl"
    assert "main" in tags
    assert "title" in tags
    headings = [int(tag[1]) for tag, _ in reader.tags if re.fullmatch(r"h[1-6]", tag)]
    assert headings[0] == 1
    assert headings.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(headings))
    tables = sum(tag == "table" for tag, _ in reader.tags)
    assert tables == sum(tag == "caption" for tag, _ in reader.tags) > 0
    assert all(attrs.get("scope") in ("col", "row") for tag, attrs in reader.tags if tag == "th")
    names = {tag for tag, _ in reader.tags}
    assert not names & {"script", "link", "iframe", "object", "b"}
    assert all("alt" in attrs for tag, attrs in reader.tags if tag == "img")
    assert all(attrs.get("role") == "presentation" for tag, attrs in reader.tags if tag == "svg")
    assert not any(name in attrs for _, attrs in reader.tags for name in ("src", "onload"))
    for tag, attrs in reader.tags:
        if tag == "a":
            assert attrs["href"].startswith("https://")
    assert any("TLP:AMBER" in part for part in reader.text)


def test_the_colours_of_the_page_are_told_apart() -> None:
    from PySide6.QtGui import QColor

    from osawatch.briefing.write_html import STYLE
    from ui.theme import contrast

    for colour in re.findall(r"[{; ]color: (#[0-9a-f]{3,6})", STYLE):
        assert contrast(QColor(colour), QColor("#ffffff")) >= 7, colour


def test_strangers_text_is_text_in_every_form(worked: Core) -> None:
    document = draft(worked, asked(worked))
    html = written(document, "html").decode()
    assert "&lt;b onload=" in html
    markdown = written(document, "md").decode()
    assert r"\<b onload" in markdown
    assert r"\*ban\*" in markdown
    assert r"\[a\](javascript:x)" in markdown
    with zipfile.ZipFile(io.BytesIO(written(document, "docx"))) as box:
        body = box.read("word/document.xml").decode()
    assert "&lt;b onload=" in body
    assert "w:tblHeader" in body


def test_a_link_that_is_no_web_address_is_no_link() -> None:
    source = Source("p", "t", "javascript:alert(1)", "", "2026-01-01", official=False)
    entry = Entry("e", ("f",), (source,))
    words = {"sources": "s", "official": "o", "first_seen": "f {0}", "published": "p {0}"}
    document = Document("t", "s", "en", "", "w", (Section("a", "", (entry,), ""),), words)
    assert "href" not in written(document, "html").decode()


def test_the_same_facts_make_the_same_bytes(worked: Core) -> None:
    document = draft(worked, asked(worked))
    for form in ("html", "md"):
        assert written(document, form) == written(document, form)


def test_a_pdf_takes_a_printer(worked: Core) -> None:
    document = draft(worked, asked(worked))
    with pytest.raises(BadInput, match="libraries of the window"):
        written(document, "pdf")
    assert written(document, "pdf", lambda html: b"%PDF " + html[:5]).startswith(b"%PDF")


def test_a_ministry_that_owns_nothing_is_no_empty_briefing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "b.md"
    words = ["--profile", str(tmp_path / "p"), "briefing", "--since", "7d", "-o", str(target)]
    assert main([*words, "--ministry", "EZKK"]) == 2
    assert "there is no ministry 'EZKK'" in capsys.readouterr().err
    assert not target.exists()
    assert main([*words, "--ministry", "EZK"]) == 0


@pytest.mark.parametrize("form", ["html", "md", "docx", "pdf"])
def test_the_command_writes_the_file(
    tmp_path: Path, form: str, monkeypatch: pytest.MonkeyPatch, qapp: object
) -> None:
    monkeypatch.setenv("OSAWATCH_PROFILE", str(tmp_path / "p"))
    assert main(["init", "--sample", "--name", "Ann"]) == 0
    target = tmp_path / f"briefing.{form}"
    assert main(["briefing", "--since", "30d", "--format", form, "-o", str(target)]) == 0
    body = target.read_bytes()
    assert len(body) > 5000
    if form == "pdf":
        pages = PdfReader(io.BytesIO(body)).pages
        text = " ".join(" ".join(page.extract_text() for page in pages).split())
        assert "hat changed" in text  # kerning of a W is a space to this reader
        assert "exportvergunning" in text


def test_nothing_is_written_above_the_marking_that_the_desk_has_set(worked: Core) -> None:
    worked.save_settings(replace(worked.settings(), highest_marking="TLP:GREEN"))
    assert draft(worked, asked(worked, marking="TLP:GREEN")).marking == "TLP:GREEN"
    assert draft(worked, asked(worked)).marking == ""
    for marking in ("TLP:AMBER", "TLP:RED"):
        with pytest.raises(BadInput, match="above"):
            draft(worked, asked(worked, marking=marking))
    worked.save_settings(replace(worked.settings(), highest_marking="secret"))
    with pytest.raises(BadInput, match="above"):
        draft(worked, asked(worked, marking="TLP:CLEAR"))
