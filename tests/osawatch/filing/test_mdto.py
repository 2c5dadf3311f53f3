"""Metadata of records have the shape that MDTO-XML 1.0.1 asks for, down to types and counts.

The schema of the National Archives is not shipped here. What it asks of the elements that we use
(their order, how often each may stand, what kind of value it takes) is written down below in our
own way, and made into a schema of our own that lxml checks by.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from lxml import etree

from osawatch.cases.markings import MARKINGS
from osawatch.filing import mdto
from osawatch.filing.model import Schedule

# Element, kind, least, most (9 = any number), in the order that is asked for. A kind that stands
# here itself holds further elements. 1.0.2 wants words where 1.0.1 takes an empty text.
Row = tuple[str, str, int, int]
SHAPE: dict[str, tuple[Row, ...]] = {
    "informatieobject": (
        ("identificatie", "identificatie", 1, 9), ("naam", "words", 1, 1),
        ("aggregatieniveau", "begrip", 0, 1), ("classificatie", "begrip", 0, 9),
        ("trefwoord", "words", 0, 9), ("omschrijving", "words", 0, 9),
        ("dekkingInTijd", "dekking", 0, 9), ("dekkingInRuimte", "verwijzing", 0, 9),
        ("taal", "xs:language", 0, 9), ("waardering", "begrip", 1, 1),
        ("bewaartermijn", "termijn", 0, 1), ("informatiecategorie", "begrip", 0, 1),
        ("isOnderdeelVan", "verwijzing", 0, 9), ("bevatOnderdeel", "verwijzing", 0, 9),
        ("heeftRepresentatie", "verwijzing", 0, 9),
        ("aanvullendeMetagegevens", "verwijzing", 0, 9), ("archiefvormer", "verwijzing", 1, 9),
        ("activiteit", "verwijzing", 0, 1), ("beperkingGebruik", "beperking", 1, 9),
    ),
    "bestand": (
        ("identificatie", "identificatie", 1, 9), ("naam", "words", 1, 1),
        ("omvang", "xs:nonNegativeInteger", 1, 1), ("bestandsformaat", "begrip", 1, 1),
        ("checksum", "checksum", 1, 9), ("URLBestand", "xs:anyURI", 0, 1),
        ("isRepresentatieVan", "verwijzing", 1, 1),
    ),
    "identificatie": (
        ("identificatieKenmerk", "words", 1, 1), ("identificatieBron", "words", 1, 1),
    ),
    "verwijzing": (
        ("verwijzingNaam", "words", 1, 1), ("verwijzingIdentificatie", "identificatie", 0, 1),
    ),
    "begrip": (
        ("begripLabel", "words", 1, 1), ("begripCode", "words", 0, 1),
        ("begripBegrippenlijst", "verwijzing", 1, 1),
    ),
    "dekking": (
        ("dekkingInTijdType", "begrip", 1, 1), ("dekkingInTijdBegindatum", "xs:date", 1, 1),
        ("dekkingInTijdEinddatum", "xs:date", 0, 1),
    ),
    "termijn": (
        ("termijnTriggerStartLooptijd", "begrip", 0, 1),
        ("termijnStartdatumLooptijd", "xs:date", 0, 1), ("termijnLooptijd", "xs:duration", 0, 1),
        ("termijnEinddatum", "xs:date", 0, 1),
    ),
    "checksum": (
        ("checksumAlgoritme", "begrip", 1, 1), ("checksumWaarde", "words", 1, 1),
        ("checksumDatum", "xs:dateTime", 1, 1),
    ),
    "beperking": (
        ("beperkingGebruikType", "begrip", 1, 1),
        ("beperkingGebruikNadereBeschrijving", "words", 0, 1),
        ("beperkingGebruikDocumentatie", "verwijzing", 0, 9),
        ("beperkingGebruikTermijn", "termijn", 0, 1),
    ),
}  # fmt: skip
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
PARTS = [mdto.Part("case.json", 0, "00" * 32), mdto.Part("files/0123abcd-annex", 17, "ff" * 32)]


def schema() -> etree.XMLSchema:
    kinds = "".join(
        f'<xs:complexType name="{kind}"><xs:sequence>{"".join(_elements(rows))}</xs:sequence>'
        "</xs:complexType>"
        for kind, rows in SHAPE.items()
    )
    return etree.XMLSchema(
        etree.XML(
            '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified"'
            f' xmlns="{mdto.SPACE}" targetNamespace="{mdto.SPACE}">'
            '<xs:element name="MDTO"><xs:complexType><xs:choice>'
            '<xs:element name="informatieobject" type="informatieobject"/>'
            '<xs:element name="bestand" type="bestand"/>'
            "</xs:choice></xs:complexType></xs:element>"
            '<xs:simpleType name="words"><xs:restriction base="xs:string">'
            r'<xs:pattern value="[\s\S]*\S[\s\S]*"/></xs:restriction></xs:simpleType>'
            f"{kinds}</xs:schema>"
        )
    )


def _elements(rows: tuple[Row, ...]) -> Iterator[str]:
    for name, kind, least, most in rows:
        many = "unbounded" if most == 9 else str(most)
        yield f'<xs:element name="{name}" type="{kind}" minOccurs="{least}" maxOccurs="{many}"/>'


def about(title: str = "Gallium", outcome: str = "it came", marking: str = "") -> mdto.About:
    opened, closed = date(2024, 2, 29), date(2026, 3, 2)
    return mdto.About("case-1", title, outcome, opened, closed, "OSAwatch 0f", marking)


def wrong(body: bytes) -> list[str]:
    shape = schema()
    shape.validate(etree.fromstring(body))
    return [f"{one.line}: {one.message}" for one in shape.error_log]


@pytest.mark.parametrize(
    "schedule",
    [Schedule(), Schedule(7, "An invented list", "A ministry"), Schedule(1, " list ", "  ")],
)
@pytest.mark.parametrize("marking", ["", *MARKINGS])
def test_a_dossier_has_the_shape_of_the_schema_whatever_the_schedule_and_the_marking(
    schedule: Schedule, marking: str
) -> None:
    body = mdto.dossier(about(marking=marking), schedule, PARTS)

    assert wrong(body) == []
    assert (marking or mdto.UNKNOWN).encode() in body


@pytest.mark.parametrize(
    "title",
    ["", "  ", "\x00", "\ufffe\uffff", "\udc80 a half of a letter", "<&>]]>\x1b", "x" * 500],
)
def test_words_that_no_xml_can_hold_do_not_spoil_a_record(title: str) -> None:
    one = about(title, title)

    assert wrong(mdto.dossier(one, Schedule(7, title or "a list", title), PARTS)) == []
    assert wrong(mdto.file(PARTS[0], one, NOON)) == []


@pytest.mark.parametrize("part", PARTS)
def test_the_metadata_of_a_file_have_the_shape_of_the_schema(part: mdto.Part) -> None:
    assert wrong(mdto.file(part, about(), NOON)) == []


def test_a_dossier_without_a_limit_of_use_would_be_found() -> None:
    told = etree.fromstring(mdto.dossier(about(), Schedule(), PARTS))
    [inside] = told
    inside.remove(inside[-1])

    assert "beperkingGebruik" in wrong(etree.tostring(told))[0]
