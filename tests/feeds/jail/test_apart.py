"""Sanctions lists and spreadsheets are read in a process apart, in pieces that are checked."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds import discover
from feeds.jail import apart, entries, packing
from feeds.jail.carry import Unfit
from feeds.jail.keeper import Died, Jail, Limits
from feeds.lists import ofac_delta
from feeds.lists.model import Birth, Identifier, ListEntry, Name
from feeds.lists.read import ListDocument, read
from feeds.lists.xml import Leaves
from feeds.workbook import SheetError
from osawatch.workbook import workbook
from tests.shared import SHARED, needs_shared

LISTS = SHARED / "samples/sanctions"
UN = b"""<CONSOLIDATED_LIST><INDIVIDUALS/><ENTITIES>%s</ENTITIES></CONSOLIDATED_LIST>"""
ENTITY = b"<ENTITY><DATAID>%d</DATAID><FIRST_NAME>COMPANY %d</FIRST_NAME></ENTITY>"
DELTA = b"""<sanctionsData><publicationInfo><datePublished>2026-01-15</datePublished>
</publicationInfo><entities><entity id="7" action="add"><generalInfo><entityType>Entity</entityType>
</generalInfo><names><name><isPrimary>true</isPrimary><translations><translation>
<isPrimary>true</isPrimary><formattedFullName>SEVEN TRADING</formattedFullName></translation>
</translations></name></names></entity></entities></sanctionsData>"""
TEXT = st.text(max_size=20) | st.just("\ud800 alone")
TEXTS = st.lists(TEXT, max_size=3).map(tuple)
FIELDS = st.dictionaries(TEXT, TEXTS, max_size=3)
ENTRIES = st.builds(
    ListEntry, TEXT, TEXT, st.sampled_from(["person", "entity", ""]),
    st.lists(st.builds(Name, TEXT, st.just("alias"), st.just("weak"), TEXT, TEXT)).map(tuple),
    TEXTS, TEXTS, TEXTS, st.lists(st.builds(Identifier, TEXT, TEXT, TEXT)).map(tuple),
    st.lists(st.builds(Birth, TEXT, st.booleans())).map(tuple), TEXTS, TEXT, TEXT, TEXT, TEXTS,
    TEXT, st.booleans(), FIELDS,
)  # fmt: skip
linux = pytest.mark.skipif(sys.platform != "linux", reason="the limit on memory is Linux'")


def un(count: int) -> bytes:
    return UN % b"".join(ENTITY % (n, n) for n in range(count))


def plain(found: ListDocument | None) -> ListDocument | None:
    """With what its records hold taken apart, so that two of them can be compared."""
    return found and replace(
        found, entries=tuple(replace(one, fields=dict(one.fields)) for one in found.entries)
    )


def never(_: bytes) -> dict[str, tuple[str, ...]]:
    raise AssertionError("nobody asked for what these bytes hold")


@pytest.fixture
def tight(monkeypatch: pytest.MonkeyPatch) -> Iterator[Jail]:
    jail = Jail(Limits(memory=40))
    monkeypatch.setattr(apart, "LISTS", jail)
    yield jail
    jail.close()


@given(st.lists(ENTRIES, max_size=4))
def test_records_arrive_as_they_were_sent(found: list[ListEntry]) -> None:
    assert entries.unpacked(entries.packed(found), never) == found


@given(st.binary(max_size=60))
def test_bytes_that_are_no_piece_are_unfit(body: bytes) -> None:
    with suppress(Unfit):  # or, by chance, a piece of no records
        assert entries.unpacked(body, never) == []


@given(
    st.integers(0, 17),
    st.none() | st.integers() | st.booleans() | st.text(max_size=4) | st.lists(st.integers()),
)
def test_a_record_of_another_shape_is_unfit_or_still_a_record(place: int, value: object) -> None:
    [row], _ = entries._parts(entries.packed([ListEntry("un-sc", "1", names=(Name("A"),))]))
    row[place] = value
    try:
        found = entries.unpacked(packing.joined([json.dumps([row]).encode()]), never)
    except Unfit:
        return
    assert entries.unpacked(entries.packed(found), never) == found


def test_the_feeds_of_a_page_are_the_same_read_apart_and_read_here() -> None:
    page = (
        b'<html><head><link rel="alternate" type="application/rss+xml" title="News" href="/f">'
        b"</head></html>"
    )
    found = apart.named(page, "https://a.example/x", "text/html")
    assert found == discover.named(page, "https://a.example/x", "text/html")
    assert [one.url for one in found] == ["https://a.example/f"]


@pytest.mark.parametrize("row", [["file:///etc/passwd", "A", "rss"], ["https://a.example/f"]])
def test_a_robbed_reader_names_no_address_that_is_none_of_the_web(row: list[str]) -> None:
    with pytest.raises(Unfit):
        apart._links(packing.rows([row]))


def test_a_list_is_the_same_read_apart_and_read_here() -> None:
    body = un(1000)
    assert plain(apart.read(body, "un.xml")) == plain(read(body, "un.xml"))
    assert apart.read(b"no list", "a.txt") is None
    broken = apart.read(body[:-200], "un.xml")
    assert broken
    assert (broken.outcome, broken.reason) == ("refused", "damaged")
    assert len(broken.entries) == len((read(body[:-200]) or broken).entries) > 990


@needs_shared
@pytest.mark.parametrize(
    "name",
    [
        "un_sc/zr101_un_2026-08-01.xml",
        "ofac_cons/consolidated.xml",
        "ch_seco",
        "au_dfat/Australian_Sanctions_Consolidated_List_2026-08.xlsx",
        "uk_ofsi/sample_hmt.csv",
    ],
)
def test_real_lists_of_each_kind_are_the_same_read_apart(name: str) -> None:
    path = LISTS / name
    path = next(iter(sorted(path.glob("*.xml"))), path) if path.is_dir() else path
    if not path.is_file():
        pytest.skip("not among the samples")
    body = path.read_bytes()
    found = apart.read(body, path.name)
    if found:
        apart.open_all(found.entries)
    assert plain(found) == plain(read(body, path.name))


def test_what_records_hold_is_asked_for_together_and_only_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = apart.read(un(500), "un.xml")
    assert found
    assert all(isinstance(one.fields, Leaves) and one.fields.shut for one in found.entries)
    apart.open_all(found.entries)
    monkeypatch.setattr(apart, "LISTS", None)
    assert [one.fields["FIRST_NAME"] for one in found.entries][-1] == ("COMPANY 499",)


def test_a_delta_is_the_same_read_apart_and_a_broken_one_is_told() -> None:
    [here], [there] = list(ofac_delta.read(DELTA)), apart.deltas(DELTA)
    assert dict(here.entry.fields) == dict(there.entry.fields)
    assert replace(here, entry=replace(here.entry, fields={})) == replace(
        there, entry=replace(there.entry, fields={})
    )
    with pytest.raises(ValueError, match="expected"):
        apart.deltas(DELTA[:-40])


def test_a_spreadsheet_comes_in_rows_and_what_is_none_is_told() -> None:
    rows: list[list[str]] = []
    apart.rows(
        workbook([["year", "value"], *(["2025", float(n)] for n in range(500))]), rows.extend
    )
    assert (len(rows), rows[0], rows[-1]) == (501, ["year", "value"], ["2025", "499"])
    with pytest.raises(SheetError, match="no spreadsheet"):
        apart.rows(b"PK\x03\x04 nothing", rows.extend)


@linux
def test_a_list_that_kills_its_reader_is_refused_and_the_next_is_read(tight: Jail) -> None:
    deadly = UN % (b"<ENTITY><DATAID>1</DATAID><FIRST_NAME>" + b"A&lt;" * 9_000_000)

    found = apart.read(deadly, "un.xml")

    assert found
    assert (found.outcome, found.reason, found.entries) == ("refused", "parser_died", ())
    assert "memory" in found.detail
    good = apart.read(un(3), "un.xml")
    assert good
    assert len(good.entries) == 3
    assert {"memory", "files", "network"} <= set(tight.walls)


def test_an_answer_that_lies_ends_its_process(monkeypatch: pytest.MonkeyPatch) -> None:
    found = apart.read(un(1), "un.xml")
    assert found
    monkeypatch.setattr(packing, "read_tables", lambda _: [])
    with pytest.raises(Died, match="another number"):
        apart.open_all(found.entries)
    assert apart.LISTS.pid is None


def test_the_reader_of_lists_opens_no_file(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    body = (
        b'<!DOCTYPE CONSOLIDATED_LIST [<!ENTITY x SYSTEM "file://%s/secret">]>' % bytes(tmp_path)
    ) + UN % b"<ENTITY><DATAID>1</DATAID><FIRST_NAME>NAME &x;</FIRST_NAME></ENTITY>"
    found = apart.read(body, "un.xml")
    assert found is None or not any("secret" in one.name for one in found.entries)
