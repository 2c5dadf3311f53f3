"""Lists of our own invention, one trap each."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.lists import eu, ofac_csv, ofac_xml, seco, uk, un
from feeds.lists.read import read
from feeds.lists.words import birth, country, day, imo_is_valid, script
from osawatch.lists.diff import compare, diff

UN = """<?xml version="1.0"?><CONSOLIDATED_LIST dateGenerated="2026-01-01"><ENTITIES>
<ENTITY><DATAID>77</DATAID><FIRST_NAME> {name} </FIRST_NAME><UN_LIST_TYPE>Atlantis</UN_LIST_TYPE>
<COMMENTS1>{comment}</COMMENTS1>{extra}<ENTITY_ALIAS><QUALITY>Low</QUALITY>
<ALIAS_NAME>Neptune Ores; Нептун</ALIAS_NAME></ENTITY_ALIAS></ENTITY>
</ENTITIES></CONSOLIDATED_LIST>"""


def un_entry(name: str = "Poseidon Metals", comment: str = "", extra: str = "") -> un.ListEntry:
    return next(un.read(UN.format(name=name, comment=comment, extra=extra).encode()))


def test_several_aliases_in_one_element_are_several_names() -> None:
    names = un_entry().names

    assert [(n.text, n.type, n.quality, n.script) for n in names] == [
        ("Poseidon Metals", "primary", "strong", "Latin"),
        ("Neptune Ores", "alias", "weak", "Latin"),
        ("Нептун", "alias", "weak", "Cyrillic"),
    ]


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ({"extra": "<HAS_INTERPOL_LINK>NO</HAS_INTERPOL_LINK>"}, "schema_noise"),
        ({"comment": "A new web address."}, "free_text"),
        ({"extra": "<REFERENCE_NUMBER>ATe.001</REFERENCE_NUMBER>"}, "detail"),
        ({"name": "Triton Metals"}, "renamed"),
    ],
)
def test_a_change_stands_in_its_gravest_class(change: dict[str, str], kind: str) -> None:
    found = compare(un_entry(), un_entry(**change))

    assert found is not None
    assert found.kind == kind


def test_a_list_compared_with_itself_says_nothing() -> None:
    found = diff([un_entry()], [un_entry()])

    assert (found.added, found.removed, found.changed, found.format_changed) == ((), (), (), False)


def test_an_eu_alias_called_low_quality_is_weak_and_an_islamic_year_is_not_taken() -> None:
    body = b"""<export xmlns="http://eu.europa.ec/fpi/fsd/export"><sanctionEntity
    euReferenceNumber="EU.1.1"><regulation programme="ATL" entryIntoForceDate="2020-02-02"
    publicationDate="2020-02-01" numberTitle="1/2020"/><subjectType code="person"/>
    <nameAlias wholeName="Ada Example" strong="true"/><nameAlias wholeName="Adi" strong="true">
    <remark>low quality alias</remark></nameAlias>
    <birthdate year="1360" calendarType="ISLAMIC"/></sanctionEntity></export>"""

    entry = next(eu.read(body))

    assert [(n.text, n.quality) for n in entry.names] == [
        ("Ada Example", "strong"),
        ("Adi", "weak"),
    ]
    assert (entry.births, entry.listed, entry.programmes) == ((), "2020-02-02", ("ATL",))


def test_ofac_programmes_in_one_field_are_several_and_nothing_stays_nothing() -> None:
    body = b'9,"EXAMPLE, Ada","individual","CYBER2] [ATLANTIS",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,'
    body += b"\"DOB circa 1970; nationality Iran; a.k.a. 'ADI'.\"\r\n\x1a"

    entry = next(ofac_csv.read(body))

    assert entry.programmes == ("CYBER2", "ATLANTIS")
    assert [n.text for n in entry.names] == ["Ada EXAMPLE", "ADI"]
    assert (entry.countries, entry.births[0].value, entry.births[0].circa) == (
        ("IR",),
        "1970",
        True,
    )


@pytest.mark.parametrize("space", ["http://tempuri.org/sdnList.xsd", "https://example.org/XML"])
def test_both_namespaces_of_the_ofac_list_are_read(space: str) -> None:
    body = f"""<sdnList xmlns="{space}"><publshInformation><Record_Count>1</Record_Count>
    </publshInformation><sdnEntry><uid>5</uid><lastName>Example Shipping</lastName>
    <sdnType>Entity</sdnType><idList><id><idType>Gender</idType><idNumber>Male</idNumber></id>
    </idList></sdnEntry></sdnList>""".encode()

    entry = next(ofac_xml.read(body))

    assert (entry.id, entry.name, entry.kind, entry.identifiers) == (
        "5",
        "Example Shipping",
        "entity",
        (),
    )


def test_an_ofac_list_with_fewer_records_than_it_says_is_refused() -> None:
    body = b"""<sdnList><publshInformation><Record_Count>900</Record_Count></publshInformation>
    <sdnEntry><uid>5</uid><lastName>Example Shipping</lastName></sdnEntry></sdnList>"""

    document = read(body, "sdn.xml")

    assert document is not None
    assert (document.outcome, document.reason) == ("refused", "damaged")


def test_a_target_that_was_delisted_stays_in_the_swiss_file_and_is_not_active() -> None:
    body = b"""<swiss-sanctions-list><sanctions-program>
    <program-key lang="eng">Atlantis</program-key>
    <sanctions-set ssid="1">x</sanctions-set></sanctions-program><target ssid="2">
    <sanctions-set-id>1</sanctions-set-id><entity><identity main="true">
    <name name-type="primary-name">
    <name-part order="1"><value>Example</value></name-part></name></identity></entity>
    <modification modification-type="de-listed" effective-date="2024-01-02"><removed><identity>
    <name><name-part order="1"><value>History</value></name-part></name></identity></removed>
    </modification></target></swiss-sanctions-list>"""

    entry = next(seco.read(body))

    assert (entry.active, entry.programmes) == (False, ("Atlantis",))
    assert [name.text for name in entry.names] == ["Example"]


def test_rows_of_one_british_record_need_not_stand_together() -> None:
    body = (
        b"Report Date: 01-Jan-2026\nUnique ID,Name 6,Name type,IMO number\n"
        b"A1,One,Primary Name,IMO9074729\nB2,Two,Primary name,\nA1,Uno,ALias,\n"
    )

    entries = list(uk.read_csv(body))

    assert [(e.id, [n.text for n in e.names]) for e in entries] == [
        ("A1", ["One", "Uno"]),
        ("B2", ["Two"]),
    ]
    assert entries[0].identifiers[0].value == "9074729"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Iran (Islamic Republic of)", "IR"),
        ("Belarus / Bélarus", "BY"),
        ("DPRK", "KP"),
        ("Türkiye", "TR"),
        ("NA", "NA"),
        ("Nowhere", ""),
    ],
)
def test_the_country_names_of_lists_become_codes(text: str, code: str) -> None:
    assert country(text) == code


def test_dates_keep_only_what_is_known() -> None:
    assert [birth(x) for x in ("00/00/1980", "dd/mm/1945", "circa 1970", "02 Mar 1981", "")] == [
        "1980",
        "1945",
        "1970",
        "1981-03-02",
        "",
    ]
    assert day("2022-03-18T14:52:26.947+01:00") == "2022-03-18"


def test_an_imo_number_carries_its_check_digit() -> None:
    assert imo_is_valid("9074729")
    assert not imo_is_valid("9074728")


@given(st.binary(max_size=400), st.sampled_from([b"", b"<sdnList>", b"PK\x03\x04", b"{", b'1,"a"']))
def test_a_strangers_bytes_never_raise(noise: bytes, start: bytes) -> None:
    document = read(start + noise, "stranger")

    assert document is None or document.outcome in ("parsed", "refused")


@given(st.text(max_size=20))
def test_a_script_is_a_word_or_nothing(text: str) -> None:
    assert script(text) == "" or script(text).isalpha() or "-" in script(text)
