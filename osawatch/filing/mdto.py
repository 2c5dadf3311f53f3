"""Metadata for an archive in MDTO, the model of the Dutch National Archives. Pure.

Names, their order and the lists of terms are those of MDTO-XML 1.0.1, published at
nationaalarchief.nl/archiveren/mdto. The order matters: its schema is a sequence. 1.0.2 wants
words in every element that must be there, so what a person left blank says that it is not known.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from lxml import etree

from osawatch.filing.model import Schedule

SPACE = "https://www.nationaalarchief.nl/mdto"
INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
WHERE = f"{SPACE} {SPACE}/MDTO-XML1.0.1.xsd"
LONGEST = 80  # of a name, as MDTO advises
UNKNOWN = "nog te bepalen"
NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
FORMATS = {  # by the ends of our file names: PRONOM's label and number
    ".pdf": ("Acrobat PDF/A - Portable Document Format, 1b", "fmt/354"),
    ".json": ("JSON Data Interchange Format", "fmt/817"),
    ".html": ("Hypertext Markup Language, 5", "fmt/471"),
}
Node = Mapping[str, "str | Node | Sequence[str | Node]"]


@dataclass(frozen=True, slots=True)
class Part:
    """A file of the dossier."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class About:
    """What the metadata of a dossier tell."""

    case: str
    title: str
    outcome: str
    opened: date
    closed: date
    source: str
    marking: str

    @property
    def name(self) -> str:
        """Its title, as long as MDTO advises."""
        return _words(self.title)[:LONGEST].strip() or self.case


def dossier(about: About, schedule: Schedule, parts: Sequence[Part]) -> bytes:
    """`<informatieobject>` of the case, with a reference to each of its files."""
    ends = until(about.closed, schedule.years)
    kept = {"termijnStartdatumLooptijd": about.closed.isoformat()}
    if ends:
        kept |= {"termijnLooptijd": f"P{schedule.years}Y", "termijnEinddatum": ends.isoformat()}
    basis = _words(schedule.basis) or UNKNOWN
    return _document("informatieobject", {
        "identificatie": _id(about.case, about.source),
        "naam": about.name,
        "aggregatieniveau": _term("Dossier", "Begrippenlijst Aggregatieniveaus MDTO"),
        "omschrijving": _words(about.outcome) or about.name,
        "dekkingInTijd": {
            "dekkingInTijdType": _term("Looptijd", "Begrippenlijst DekkingInTijdTypen MDTO"),
            "dekkingInTijdBegindatum": about.opened.isoformat(),
            "dekkingInTijdEinddatum": about.closed.isoformat(),
        },
        "waardering": _term("Tijdelijk te bewaren", "Begrippenlijst Waarderingen MDTO", "V")
        if ends else _term("Nog niet bepaald", basis),
        "bewaartermijn": kept,
        "informatiecategorie": _term(basis, basis),
        "heeftRepresentatie": [_reference(one.name, about) for one in parts],
        "archiefvormer": {"verwijzingNaam": _words(schedule.creator) or UNKNOWN},
        "beperkingGebruik": {
            "beperkingGebruikType": _term(about.marking or UNKNOWN, "OSAwatch"),
        },
    })  # fmt: skip


def file(one: Part, about: About, at: datetime) -> bytes:
    """`<bestand>` of a file: its size, its format as far as its name tells, its checksum."""
    label, number = FORMATS.get(_end(one.name), (_end(one.name) or "onbekend", ""))
    register = "PRONOM-register" if number else "OSAwatch"
    return _document("bestand", {
        "identificatie": _id(f"{about.case}/{one.name}", about.source),
        "naam": one.name,
        "omvang": str(one.size),
        "bestandsformaat": _term(label, register, number),
        "checksum": {
            "checksumAlgoritme": _term("SHA-256", "Begrippenlijst ChecksumAlgoritme MDTO"),
            "checksumWaarde": one.sha256,
            "checksumDatum": at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        },
        "isRepresentatieVan": {
            "verwijzingNaam": about.name,
            "verwijzingIdentificatie": _id(about.case, about.source),
        },
    })  # fmt: skip


def until(closed: date, years: int) -> date | None:
    """The last day of a term that starts when a case is closed; None without a term."""
    if not years:
        return None
    try:
        return closed.replace(year=closed.year + years)
    except ValueError:  # the 29th of February
        return closed.replace(year=closed.year + years, day=28)


def _id(name: str, source: str) -> Node:
    return {"identificatieKenmerk": name, "identificatieBron": source}


def _reference(name: str, about: About) -> Node:
    return {
        "verwijzingNaam": name,
        "verwijzingIdentificatie": _id(f"{about.case}/{name}", about.source),
    }


def _term(label: str, listed: str, code: str = "") -> Node:
    known: dict[str, str | Node] = {"begripLabel": label}
    if code:
        known["begripCode"] = code
    return {**known, "begripBegrippenlijst": {"verwijzingNaam": listed}}


def _end(name: str) -> str:
    stem, dot, end = name.rpartition(".")
    return f".{end.lower()}" if stem and dot else ""


def _document(kind: str, said: Node) -> bytes:
    root = etree.Element(f"{{{SPACE}}}MDTO", nsmap={None: SPACE, "xsi": INSTANCE})  # type: ignore[dict-item]  # the default namespace
    root.set(f"{{{INSTANCE}}}schemaLocation", WHERE)
    _add(root, kind, said)
    whole: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return whole


def _add(parent: etree._Element, name: str, said: str | Node | Sequence[str | Node]) -> None:
    if isinstance(said, list | tuple):
        for one in said:
            _add(parent, name, one)
        return
    child = etree.SubElement(parent, f"{{{SPACE}}}{name}")
    if isinstance(said, Mapping):
        for key, value in said.items():
            _add(child, key, value)
    else:
        child.text = _words(str(said))


def _words(text: str) -> str:
    """What XML can hold of a text, "" when nothing is to be read in it."""
    return NO_XML.sub("", text).strip()
