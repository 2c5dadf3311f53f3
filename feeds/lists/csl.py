"""US Consolidated Screening List, CSV and JSON (data.trade.gov), and the BIS denied persons file.

`_id` is OFAC's number on Treasury lists but a hash of the row on BIS and State lists: it
changes whenever the row does. So the key of those is source, name and Federal Register notice.
Lists inside a cell are joined by "; ", in Entity List prose by "; and ".
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator

from feeds.lists.model import Birth, Identifier, Kind, ListEntry, Name
from feeds.lists.table import decode, leaves, mappings, rows
from feeds.lists.words import birth, country, day, named, tidy, unique

LIST = "us-csl"
KINDS: dict[str, Kind] = {
    "individual": "person",
    "entity": "entity",
    "vessel": "vessel",
    "aircraft": "aircraft",
}
ADDRESS = ("address", "city", "state", "postal_code", "country")
SPLIT = re.compile(r"\s*;\s*(?:and\s+)?")


def read_csv(body: bytes) -> Iterator[ListEntry]:
    """The entries of consolidated.csv or a cut of it."""
    lines = rows(decode(body))
    header = next(lines, [])
    for row in mappings(header, lines):
        if row.get("name"):
            yield _entry(row, leaves(row))


def read_json(body: bytes) -> Iterator[ListEntry]:
    """The entries of consolidated.json. Raises ValueError when it is not that document."""
    for found in json.loads(body)["results"]:
        flat = {key: _joined(value) for key, value in found.items()}
        row = flat | {"_id": flat.get("id", "")}
        if row.get("name"):
            yield _entry(row, leaves(row))


def read_denied(body: bytes) -> Iterator[ListEntry]:
    """The entries of BIS's dpl.txt (tabs, every field quoted)."""
    lines = rows(decode(body), "\t")
    header = next(lines, [])
    for row in mappings(header, lines):
        place = [row.get(name, "") for name in ("Street_Address", "City", "State", "Postal_Code")]
        shaped = {
            "source": "Denied Persons List (DPL) - Bureau of Industry and Security",
            "name": row.get("Name", ""),
            "addresses": ", ".join(filter(None, [*place, row.get("Country", "")])),
            "federal_register_notice": row.get("FR_Citation", ""),
            "start_date": row.get("Effective_Date", ""),
            "end_date": row.get("Expiration_Date", ""),
            "remarks": row.get("Action", ""),
        }
        if shaped["name"]:
            yield _entry(shaped, leaves(row))


def _joined(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(filter(None, map(_joined, value)))
    if isinstance(value, dict):
        known = {key: value.get(key) for key in ADDRESS} if "address" in value else value
        return ", ".join(filter(None, map(_joined, known.values())))
    return tidy(str(value)) if value is not None else ""


def _entry(row: dict[str, str], fields: dict[str, tuple[str, ...]]) -> ListEntry:
    source = row.get("source", "")
    return ListEntry(
        list=LIST,
        id=_key(row),
        kind=KINDS.get(row.get("type", "").casefold(), ""),
        names=tuple(_names(row)),
        programmes=unique([source, *SPLIT.split(row.get("programs", ""))]),
        measures=unique([row.get("license_requirement", ""), row.get("license_policy", "")]),
        countries=_countries(row),
        identifiers=tuple(_identifiers(row)),
        births=tuple(
            Birth(known)
            for value in SPLIT.split(row.get("dates_of_birth", ""))
            if (known := birth(value))
        ),
        addresses=unique(SPLIT.split(row.get("addresses", ""))),
        listed=day(row.get("start_date")),
        legal_basis=unique([row.get("federal_register_notice", "")]),
        remarks=row.get("remarks", ""),
        fields=fields,
    )


def _key(row: dict[str, str]) -> str:
    """OFAC's number within its list («SDN-906»), else a hash of what stays when a row is edited."""
    source = row.get("source", "")
    short = found[1] if (found := re.search(r"\((\w+)\)", source)) else source
    if number := row.get("entity_number"):
        return f"{short}-{number}"
    facts = (source, row["name"], row.get("federal_register_notice", ""))
    place = row.get("addresses", "")
    return f"{short}-{hashlib.sha256(chr(31).join((*facts, place)).encode()).hexdigest()[:16]}"


def _names(row: dict[str, str]) -> Iterator[Name]:
    yield named(row["name"])
    for alias in SPLIT.split(row.get("alt_names", "")):
        if alias:
            yield named(alias.rstrip("."), "alias")


def _countries(row: dict[str, str]) -> tuple[str, ...]:
    codes = re.findall(r"\b([A-Z]{2})(?=;|$)", row.get("addresses", ""))
    others = SPLIT.split(f"{row.get('nationalities', '')};{row.get('citizenships', '')}")
    return unique(map(country, [*codes, *others, row.get("vessel_flag", "")]))


def _identifiers(row: dict[str, str]) -> Iterator[Identifier]:
    for text in SPLIT.split(row.get("ids", "")):
        parts = [part.strip() for part in text.split(",")]
        if len(parts) < 2:
            continue
        land = next((code for part in parts if (code := country(part))), "")
        rest = [part for part in parts if not country(part) and not day(part)]
        number = next((part for part in rest if re.search(r"\d", part)), "")
        kind = next((part for part in rest if part and part != number), "other")
        if number:
            yield Identifier(kind, number, land)
    if sign := row.get("call_sign"):
        yield Identifier("call sign", sign)
