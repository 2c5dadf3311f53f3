"""OFAC SDN_ADVANCED.XML (UN advanced model), both namespaces, as a stream.

Everything joins by numeric ids: the reference sets and locations come first and are kept,
documents and entries are gathered by identity and profile, parties are given at the end of
their section. A reference that leads nowhere is left out, never an error. The only OFAC source
with original scripts, alias quality and listing dates.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from feeds.lists.model import Birth, Identifier, Kind, ListEntry, Name, NameType
from feeds.lists.words import country, named, tidy, unique
from feeds.lists.xml import also, children, flat, local, records, text

LATIN = "215"
KINDS: dict[str, Kind] = {"Vessel": "vessel", "Aircraft": "aircraft"}
PARTY_KINDS: dict[str, Kind] = {"Individual": "person", "Entity": "entity"}
NAME_TYPES: dict[str, NameType] = {"F.K.A.": "former", "A.K.A.": "alias", "N.K.A.": "alias"}
REFERENCES = (
    "AliasType",
    "AreaCode",
    "Country",
    "FeatureType",
    "IDRegDocType",
    "List",
    "PartySubType",
    "PartyType",
)


@dataclass(slots=True)
class _Known:
    """What the stream has shown so far: reference values, places, documents, parties, entries."""

    values: dict[tuple[str, str], str] = field(default_factory=dict)
    parents: dict[str, str] = field(default_factory=dict)
    places: dict[str, tuple[str, str]] = field(default_factory=dict)
    documents: dict[str, list[Identifier]] = field(default_factory=lambda: defaultdict(list))
    entries: dict[str, list[_Entry]] = field(default_factory=lambda: defaultdict(list))
    parties: list[ListEntry] = field(default_factory=list)
    profiles: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Entry:
    list: str
    listed: str
    programmes: tuple[str, ...]


def read(body: bytes, list_id: str = "ofac-sdn") -> Iterator[ListEntry]:
    """The parties, each with the entries that list it. Those come last, so parties wait."""
    known = _Known()
    wanted = (*REFERENCES, "Location", "IDRegDocument", "DistinctParty", "SanctionsEntry")
    for element in records(body, *wanted):
        _take(element, known, list_id)
    for party, profile in zip(known.parties, known.profiles, strict=True):
        yield _listed(party, known.entries.get(profile, []))


def _take(element: etree._Element, known: _Known, list_id: str) -> None:
    name = local(element)
    if name in REFERENCES:
        known.values[name, element.get("ID", "")] = tidy(element.text)
        if name == "PartySubType":
            known.parents[element.get("ID", "")] = element.get("PartyTypeID", "")
    elif name == "Location":
        known.places[element.get("ID", "")] = _place(element, known)
    elif name == "IDRegDocument":
        _document(element, known)
    elif name == "SanctionsEntry":
        known.entries[element.get("ProfileID", "")].append(_sanction(element, known))
    else:
        _party(element, known, list_id)


def _place(element: etree._Element, known: _Known) -> tuple[str, str]:
    land = next(
        (
            country(known.values.get(("Country", found.get("CountryID", "")), ""))
            for found in children(element, "LocationCountry")
        ),
        "",
    )
    parts = [text(part, "LocationPartValue", "Value") for part in children(element, "LocationPart")]
    return land, ", ".join(filter(None, [*parts, land]))


def _document(element: etree._Element, known: _Known) -> None:
    kind = known.values.get(("IDRegDocType", element.get("IDRegDocTypeID", "")), "document")
    land = country(known.values.get(("Country", element.get("IssuedBy-CountryID", "")), ""))
    if number := text(element, "IDRegistrationNo"):
        known.documents[element.get("IdentityID", "")].append(Identifier(kind, number, land))


def _sanction(element: etree._Element, known: _Known) -> _Entry:
    days = (_day(found) for found in children(element, "EntryEvent", "Date"))
    comments = (text(found, "Comment") for found in children(element, "SanctionsMeasure"))
    listed = min(filter(None, days), default="")
    name = known.values.get(("List", element.get("ListID", "")), "")
    return _Entry(name, listed, unique(comments))


def _day(element: etree._Element) -> str:
    parts = (text(element, "Year"), text(element, "Month"), text(element, "Day"))
    return "-".join(part.zfill(2) for part in parts) if all(parts) else ""


def _party(element: etree._Element, known: _Known, list_id: str) -> None:
    profile = next(children(element, "Profile"), element)
    identities = [found.get("ID", "") for found in children(profile, "Identity")]
    places = [known.places[key] for key in _located(profile) if key in known.places]
    known.profiles.append(profile.get("ID", ""))
    known.parties.append(
        ListEntry(
            list=list_id,
            id=element.get("FixedRef", ""),
            kind=_kind(profile, known),
            names=tuple(_names(profile, known)),
            countries=unique(land for land, _ in places),
            identifiers=tuple(doc for key in identities for doc in known.documents.get(key, ())),
            births=tuple(_births(profile, known)),
            addresses=unique(place for _, place in places),
            remarks=text(element, "Comment"),
            fields=flat(element),
        )
    )


def _located(profile: etree._Element) -> Iterator[str]:
    for found in children(profile, "Feature", "FeatureVersion", "VersionLocation"):
        yield found.get("LocationID", "")


def _kind(profile: etree._Element, known: _Known) -> Kind:
    sub = profile.get("PartySubTypeID", "")
    named_kind = known.values.get(("PartySubType", sub), "")
    party = known.values.get(("PartyType", known.parents.get(sub, "")), "")
    return KINDS.get(named_kind) or PARTY_KINDS.get(party, "")


def _names(profile: etree._Element, known: _Known) -> Iterator[Name]:
    for alias in children(profile, "Identity", "Alias"):
        kind = known.values.get(("AliasType", alias.get("AliasTypeID", "")), "")
        main = alias.get("Primary") == "true"
        weak = alias.get("LowQuality") == "true"
        for written in children(alias, "DocumentedName"):
            parts = list(children(written, "DocumentedNamePart", "NamePartValue"))
            whole = tidy(" ".join(part.text or "" for part in parts))
            latin = all(part.get("ScriptID") == LATIN for part in parts)
            sort: NameType = (
                "original" if not latin else "primary" if main else NAME_TYPES.get(kind, "alias")
            )
            if whole:
                yield named(whole, sort, "weak" if weak else "strong")


def _births(profile: etree._Element, known: _Known) -> Iterator[Birth]:
    for feature in children(profile, "Feature"):
        kind = known.values.get(("FeatureType", feature.get("FeatureTypeID", "")), "")
        if kind != "Birthdate":
            continue
        for period in children(feature, "FeatureVersion", "DatePeriod"):
            starts = [_day(found) for found in children(period, "Start", "From")]
            ends = [_day(found) for found in children(period, "End", "To")]
            if starts and starts[0]:
                yield Birth(_span(starts[0], ends[0] if ends else ""))


def _span(start: str, end: str) -> str:
    """A whole-year range means that only the year is known."""
    year = start[:4]
    if start == f"{year}-01-01" and end == f"{year}-12-31":
        return year
    if end and end[:4] != year:
        return f"{year}/{end[:4]}"
    return start


def _listed(party: ListEntry, entries: list[_Entry]) -> ListEntry:
    return ListEntry(
        list=party.list,
        id=party.id,
        kind=party.kind,
        names=party.names,
        programmes=unique(name for entry in entries for name in entry.programmes),
        measures=unique(entry.list for entry in entries),
        countries=party.countries,
        identifiers=party.identifiers,
        births=party.births,
        addresses=party.addresses,
        listed=min((entry.listed for entry in entries if entry.listed), default=""),
        remarks=party.remarks,
        fields=also(party.fields, {"programme": unique(n for e in entries for n in e.programmes)}),
    )
