"""`parse`: every document says what it held or why it was refused."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.osawatch.commands import Commands

DATA = Path(__file__).parents[1] / "data/feeds"


@pytest.fixture
def commands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Commands:
    return Commands(tmp_path / "profile", capsys)


def test_an_entry_has_the_promised_shape(commands: Commands) -> None:
    said = commands.run("parse", DATA / "rss-2.0.xml", "--jsonl")

    assert said.code == 0
    assert said.lines
    for line in said.lines:
        assert {
            "source_format", "id", "url", "title", "summary", "published", "updated", "language",
            "authors", "categories",
        } <= set(line)  # fmt: skip
        assert line["source_format"] == "rss-2.0"


def test_a_folder_stands_for_all_its_documents_in_order(commands: Commands) -> None:
    said = commands.run("parse", DATA, "--json")

    formats = list(dict.fromkeys(line["source_format"] for line in said.json))
    assert {"atom-0.3", "atom-1.0", "jsonfeed-1.1", "rss-1.0"} <= set(formats)
    assert formats.index("atom-0.3") < formats.index("rss-1.0")


def test_a_damaged_document_gives_what_can_be_saved(commands: Commands, tmp_path: Path) -> None:
    whole = (DATA / "rss-2.0.xml").read_bytes()
    cut = tmp_path / "cut.xml"
    cut.write_bytes(whole[: whole.rindex(b"<item>") + 30])

    said = commands.run("parse", cut, "--jsonl")

    assert said.code == 1
    assert said.lines
    assert f"{cut}: partial: damaged" in said.err


def test_a_page_in_place_of_a_feed_is_refused(commands: Commands, tmp_path: Path) -> None:
    page = tmp_path / "page.xml"
    page.write_text("<html><head><title>Access denied</title></head><body>no</body></html>")

    said = commands.run("parse", page, "--jsonl")

    assert (said.code, said.out) == (1, "")
    assert "refused" in said.err


def test_a_file_that_is_not_there_stops_no_other(commands: Commands, tmp_path: Path) -> None:
    said = commands.run("parse", tmp_path / "none.xml", DATA / "atom-1.0.xml", "--jsonl")

    assert said.code == 2
    assert "none.xml: cannot be read" in said.err
    assert said.lines


def test_a_sanctions_list_gives_its_entries_packed_or_not(
    commands: Commands, tmp_path: Path
) -> None:
    file = tmp_path / "list.xml"
    file.write_text(
        "<CONSOLIDATED_LIST dateGenerated='2026-01-01T00:00:00Z'><INDIVIDUALS/><ENTITIES><ENTITY>"
        "<DATAID>7</DATAID><FIRST_NAME>INVENTED TRADING</FIRST_NAME>"
        "<UN_LIST_TYPE>DPRK</UN_LIST_TYPE><REFERENCE_NUMBER>KPe.999</REFERENCE_NUMBER>"
        "<LISTED_ON>2020-01-02</LISTED_ON></ENTITY></ENTITIES></CONSOLIDATED_LIST>"
    )

    said = commands.run("parse", file, "--jsonl")

    assert said.code == 0
    (entry,) = said.lines
    assert entry["list"] == "un-sc"
    assert entry["names"][0]["name"] == "INVENTED TRADING"
    assert {"list", "id", "kind", "names", "programmes", "countries", "identifiers", "listed",
            "remarks"} <= set(entry)  # fmt: skip

    packed = tmp_path / "list.xml.gz"
    packed.write_bytes(gzip.compress(file.read_bytes()))
    assert commands.run("parse", packed, "--jsonl").lines == said.lines
    packed.write_bytes(b"\x1f\x8b\x08" + bytes(7) + b"\xff" * 20)  # zlib has an error of its own
    assert commands.run("parse", packed).code == 1
    assert commands.run("screen", file, "--list", packed).code == 2


def test_for_people_entries_are_a_table(commands: Commands) -> None:
    said = commands.run("parse", DATA / "atom-1.0.xml")

    assert said.out.splitlines()[0].split() == [
        "published", "language", "title", "address", "or", "id",
    ]  # fmt: skip


@given(st.binary(max_size=300))
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_file_breaks_it(commands: Commands, tmp_path: Path, body: bytes) -> None:
    file = tmp_path / "some"
    file.write_bytes(body)

    said = commands.run("parse", file, "--jsonl")

    assert said.code in (0, 1)
    assert "fault of this program" not in said.err


def test_a_page_is_read_as_the_source_that_it_came_from(commands: Commands, tmp_path: Path) -> None:
    page = tmp_path / "list.html"
    page.write_text(
        "<html><ul><li><a href='/zcfb/zc/art/2026/art_0a1b.html'>A notice of ours</a>"
        "<span>2026-11-05</span></li></ul></html>"
    )

    known = commands.run("parse", "--source", "cn-mofcom", page, "--jsonl")
    unknown = commands.run("parse", page, "--jsonl")

    assert known.code == 0
    assert [line["url"] for line in known.lines] == [
        "https://www.mofcom.gov.cn/zcfb/zc/art/2026/art_0a1b.html"
    ]
    assert (known.lines[0]["published"], known.lines[0]["language"]) == (
        "2026-11-05T00:00:00Z",
        "zh",
    )
    assert unknown.code == 1
    assert commands.run("parse", "--source", "nobody", page, "--jsonl").code == 2


def test_a_letter_is_a_document_too(commands: Commands, tmp_path: Path) -> None:
    letter = tmp_path / "letter.eml"
    letter.write_text(
        "From: a@b.example\nSubject: Tin\nDate: Fri, 20 Nov 2026 10:00:00 +0000\n\nHi\n"
    )

    said = commands.run("parse", letter, "--jsonl")

    assert said.code == 0
    assert (said.lines[0]["title"], said.lines[0]["published"]) == ("Tin", "2026-11-20T10:00:00Z")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device here")
def test_a_device_that_never_ends_is_refused(
    commands: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("osawatch.cli.files.LARGEST", 1 << 20)
    said = commands.run("parse", "/dev/zero")
    assert said.code == 2
    assert "is larger than 1 MB" in said.err
