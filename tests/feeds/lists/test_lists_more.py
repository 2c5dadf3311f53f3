"""Deltas, the EU list as CSV, leaves that are read when asked, dates. All invented."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.lists import eu, eu_csv, ofac_csv, ofac_delta, un
from feeds.lists.gate import admit
from feeds.lists.read import read
from feeds.lists.words import DAYS, day
from feeds.lists.xml import Leaves
from osawatch.lists.diff import compare

DELTA = b"""<sanctionsData xmlns="https://www.treasury.gov/ofac/DeltaFile/1.0">
<publicationInfo><datePublished>2026-01-15T00:00:00-05:00</datePublished></publicationInfo>
<entities><entity id="7" action="add"><generalInfo><entityType>Individual</entityType></generalInfo>
<names><name><isPrimary>false</isPrimary><translations><translation><isPrimary>true</isPrimary>
<formattedFullName>FIKT, Tolya</formattedFullName></translation></translations></name>
<name><isPrimary>true</isPrimary><translations><translation><isPrimary>true</isPrimary>
<formattedFullName>FIKTSIONOV, Anatoly</formattedFullName></translation></translations></name>
</names>
<features><feature><type>Birthdate</type><value>03 Mar 1972</value></feature></features></entity>
<entity id="8" action="remove"><names><name><isPrimary>true</isPrimary><translations><translation>
<formattedFullName>UNREAL SHIP</formattedFullName></translation></translations></name></names>
<generalInfo><entityType>Vessel</entityType></generalInfo><features><feature>
<type>Vessel Flag</type><value>Panama</value></feature></features></entity>
</entities></sanctionsData>"""

CSV = """fileGenerationDate;Entity_LogicalId;Entity_EU_ReferenceNumber;Entity_SubjectType;\
Entity_Regulation_Programme;Entity_Regulation_EntryIntoForceDate;NameAlias_WholeName;NameAlias_Strong;\
Address_City;Address_CountryIso2Code;BirthDate_BirthDate;Identification_Number
01/09/2026;13;EU.1.1;person;ATL;2020-02-02;Anatoly Fiktsionov;true;;;;
01/09/2026;14;EU.2.2;enterprise;ATL;2021-01-01;Invented Metals LLC;true;;;;
01/09/2026;13;EU.1.1;person;ATL;2020-02-02;Tolya;false;;;;
01/09/2026;13;EU.1.1;person;ATL;2020-02-02;;;Atlantis City;RU;;
01/09/2026;13;EU.1.1;person;ATL;2020-02-02;;;;;1970-02-03;
01/09/2026;13;EU.1.1;person;ATL;2020-02-02;;;;;;AB 123456
"""


def test_a_delta_says_what_was_added_and_removed() -> None:
    added, removed = ofac_delta.read(DELTA)

    assert (added.action, added.entry.id, added.published) == ("add", "7", "2026-01-15")
    assert [(name.text, name.type) for name in added.entry.names] == [
        ("Anatoly FIKTSIONOV", "primary"), ("Tolya FIKT", "alias"),
    ]  # fmt: skip
    assert added.entry.births[0].value == "1972-03-03"
    assert (removed.action, removed.entry.kind, removed.entry.countries) == (
        "remove", "vessel", ("PA",),
    )  # fmt: skip


def test_a_delta_never_replaces_a_list() -> None:
    refusal = admit(read(DELTA), "ofac-sdn", 0)

    assert refusal is not None
    assert refusal.reason == "companion"


def test_a_delta_that_was_missed_is_known_by_its_number() -> None:
    known = ofac_delta.history(
        b'[{"publicationID": 503, "datePublished": "2026-01-15T10:30:00.1"},'
        b' {"publicationID": 501}, {"publicationID": 502}, {"id": 9}, 7]'
    )

    assert [one.id for one in ofac_delta.missed(501, known)] == [502, 503]
    assert known[-1].published == "2026-01-15"


def test_rows_of_one_entity_are_one_record_wherever_they_stand() -> None:
    document = read(CSV.encode())

    assert document is not None
    assert (document.list, document.format, document.outcome) == ("eu-fsf", "eu-csv", "parsed")
    person, company = document.entries
    assert (person.id, person.kind, person.countries, person.listed) == (
        "EU.1.1", "person", ("RU",), "2020-02-02",
    )  # fmt: skip
    assert [(name.text, name.type, name.quality) for name in person.names] == [
        ("Anatoly Fiktsionov", "primary", "strong"), ("Tolya", "alias", "weak"),
    ]  # fmt: skip
    assert (person.births[0].value, person.identifiers[0].value) == ("1970-02-03", "AB 123456")
    assert (company.id, company.kind, company.name) == ("EU.2.2", "entity", "Invented Metals LLC")


def test_the_day_of_a_file_is_no_change_of_its_records() -> None:
    later = CSV.replace("01/09/2026", "02/09/2026")

    pairs = zip(eu_csv.read(CSV.encode()), eu_csv.read(later.encode()), strict=True)

    assert [compare(old, new) for old, new in pairs] == [None, None]


def test_a_mark_between_two_joined_files_loses_no_record() -> None:
    row = b'%s,"INVENTED %s",-0- ,"ATL",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n'

    found = list(ofac_csv.read(row % (b"1", b"A") + b"\x1a" + row % (b"2", b"B") + b"\x1a"))

    assert [entry.id for entry in found] == ["1", "2"]


def test_leaves_are_the_same_whenever_they_are_read() -> None:
    body = (
        b'<x:export xmlns:x="http://eu.europa.ec/fpi/fsd/export"><x:sanctionEntity'
        b' euReferenceNumber="EU.1.1"><x:nameAlias wholeName="A &amp; B"/><x:remark>one</x:remark>'
        b"<x:remark>two</x:remark></x:sanctionEntity></x:export>"
    )
    entry = next(eu.read(body))

    assert isinstance(entry.fields, Leaves)
    assert dict(entry.fields) == {
        "@euReferenceNumber": ("EU.1.1",),
        "nameAlias@wholeName": ("A & B",),
        "remark": ("one", "two"),
    }
    assert entry.fields.same(next(eu.read(body)).fields)


def test_an_entity_of_an_empty_name_is_kept_under_its_key() -> None:
    body = b"<CONSOLIDATED_LIST><ENTITY><DATAID>3</DATAID></ENTITY></CONSOLIDATED_LIST>"

    assert [(entry.id, entry.name) for entry in un.read(body)] == [("3", "")]


@given(st.dates(date(1000, 1, 1)), st.sampled_from(DAYS))
def test_a_day_is_read_as_the_library_writes_it(when: date, form: str) -> None:
    assert day(when.strftime(form), (form,)) == when.isoformat()


@pytest.mark.parametrize("text", ["32/01/2020", "2020-13-01", "31 Feb 2020", "1970", "", None, "x"])
def test_what_is_no_whole_day_is_none(text: str | None) -> None:
    assert day(text) == ""


@given(st.binary(max_size=300))
def test_no_bytes_break_the_new_readers(body: bytes) -> None:
    list(eu_csv.read(body))
    read(b"fileGenerationDate;Entity_LogicalId\n" + body)
