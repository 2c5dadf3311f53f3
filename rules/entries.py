"""From the files of a pack to the watchlist: one reader a kind of entry.

A file may hold several kinds (`goods:`, `countries:`, `measures:`, …). An entry with an error
is left out alone; the sound ones load. Other data of a pack (chain, instruments, timeline,
sources) is read by whoever draws it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from collections.abc import Mapping as Dict

from rules import landgroups, pairs, wording
from rules.landgroups import COUNTRY
from rules.reading import Record
from rules.terms import Terms
from rules.watchlist import (
    Code,
    Company,
    Country,
    Good,
    Indicators,
    Measure,
    Supplier,
    Watchlist,
)
from rules.yamlnodes import Findings, Mapping, Node

SCHEMA = 1
ID = re.compile(r"[a-z0-9][a-z0-9-]{1,63}")
_CODE = re.compile(r"\d{8}")
_OTHER = frozenset(
    [
        "schema",
        "id",
        "title",
        "date",
        "licence",
        "sources",
        "links",
        "end_uses",
        "instruments",
        "timeline",
    ]
)
_DATA = frozenset(["licence", "sources", "links", "end_uses", "instruments", "timeline"])
_INDICATORS = {
    "import_reliance": "ir",
    "eol_recycling_input_rate": "eol",
    "substitution_index_sr": "si",
    "hhi_world_supply": "hhi",
    "economic_importance": "ei",
    "supply_risk": "sr",
}


def add(watchlist: Watchlist, node: Node, findings: Findings) -> None:
    """Put what one document holds into the watchlist."""
    if not isinstance(node, Mapping):
        findings.error(node.place, "type", "expected goods:, countries:, measures: or companies:")
        return
    record = Record(node, findings)
    if not supported(record):
        return
    for key in node.entries:
        if key in _READERS:
            record.asked.add(key)
            _READERS[key](watchlist, record)
    record.asked |= _OTHER
    if set(node.entries).isdisjoint(_OTHER - {"schema"}):
        record.done()


def add_all(watchlist: Watchlist, more: Watchlist) -> None:
    """All of another watchlist beside what is there: an entry that is there already stays."""
    for part in ("goods", "countries", "measures", "companies", "groups", "places"):
        mine, theirs = getattr(watchlist, part), getattr(more, part)
        mine |= {key: one for key, one in theirs.items() if key not in mine}
    for terms, others in (
        (watchlist.negation, more.negation), (watchlist.context, more.context),
        (watchlist.masks, more.masks),
    ):  # fmt: skip
        merge(terms, others)
    for named, others_named in ((watchlist.status, more.status), (watchlist.lists, more.lists)):
        for key, terms in others_named.items():
            merge(named.setdefault(key, {}), terms)


def known(node: Mapping) -> bool:
    """Whether a document holds a part of a watchlist."""
    return not _PARTS.isdisjoint(node.entries)


def data(node: Mapping) -> bool:
    """Whether a document holds other data of a pack."""
    return not _DATA.isdisjoint(node.entries)


def supported(record: Record) -> bool:
    """Whether this program knows the schema; a newer one is refused in clear words."""
    version = record.text("schema", str(SCHEMA))
    if version == str(SCHEMA):
        return True
    newer = version.isdecimal() and int(version) > SCHEMA
    told = (
        f"schema {version} is newer than this program knows: update OSAwatch"
        if newer
        else f"schema {version} is not known"
    )
    record.findings.error(record.at("schema"), "schema", told)
    return False


def _goods(watchlist: Watchlist, record: Record) -> None:
    for one in record.records("goods"):
        good = _good(one)
        if _fresh(one, "good", good.id, watchlist.goods):
            watchlist.goods[good.id] = good


def _good(one: Record) -> Good:
    ministry = one.record("ministry")
    crma = one.record("crma")
    lead = ministry.text("lead") if ministry else ""
    suppliers = [_supplier(row) for row in one.records("suppliers")]
    good = Good(
        id=_id(one),
        names=one.names("names"),
        kind=one.text("kind"),
        sector=one.text("sector"),
        stage=one.text("stage"),
        tier=one.choice("tier", ("A", "B", "C"), "B"),  # type: ignore[arg-type]
        ministry=lead,
        ministries=(lead, *(ministry.texts("also") if ministry else ())),
        critical=crma.truth("critical") if crma else False,
        strategic=crma.truth("strategic") if crma else False,
        symbol=one.text("symbol"),
        cas=one.text("cas"),
        codes=tuple(_codes(one)),
        terms=one.terms("terms"),
        weak=one.terms("weak"),
        masks=one.terms("masks"),
        suppliers=tuple(row for row in suppliers if row.country),
        supplier_groups=tuple(row for row in suppliers if not row.country),
        indicators=_indicators(one),
        littoral=one.texts("littoral"),
        place=one.place,
    )
    one.asked |= {"facts", "stocks", "substitutability", "context_required", "known_measures"}
    one.done()
    return good


def _codes(one: Record) -> list[Code]:
    found = []
    for row in one.records("codes"):
        code = Code(row.text("cn8"), row.text("hs6"))
        if (code.cn8 and not _CODE.fullmatch(code.cn8)) or not (code.cn8 or code.hs6):
            one.findings.error(row.at("cn8"), "code", f"«{code.cn8}» is not a code of 8 digits")
            continue
        found.append(Code(code.cn8, code.hs6 or code.cn8[:6]))
    return found


def _supplier(row: Record) -> Supplier:
    share = row.number("share")
    if share is not None and not 0 <= share <= 1:
        row.findings.error(row.at("share"), "share", "share: expected a number from 0 to 1")
    country = row.text("country")
    return Supplier(
        country, share, row.text("scope"), row.text("source"),
        row.text("stage"), row.text("period"), row.text("code"),
    )  # fmt: skip


def _indicators(one: Record) -> Indicators:
    found: dict[str, float | None] = {}
    for row in one.records("indicators"):
        short = _INDICATORS.get(row.text("name"))
        if short:
            found[short] = row.number("value")
    return Indicators(**found)


def _countries(watchlist: Watchlist, record: Record) -> None:
    for one in record.records("countries"):
        code = one.text("iso2", needed=True)
        if not COUNTRY.fullmatch(code):
            one.findings.error(one.at("iso2"), "country", f"«{code}» is no code like NL or EU")
            continue
        country = Country(
            iso2=code, names={}, iso3=one.text("iso3"), groups=one.texts("groups"),
            ambiguous=one.truth("ambiguous"), aliases=one.terms("aliases"),
            demonyms=one.terms("demonyms"), capitals=one.terms("capitals"),
            bodies=one.terms("bodies"), places=one.terms("places"),
            masks=one.terms("masks"), place=one.place,
        )  # fmt: skip
        one.done()
        if _fresh(one, "country", code, watchlist.countries):
            watchlist.countries[code] = country


def _measures(watchlist: Watchlist, record: Record) -> None:
    for one in record.records("measures"):
        severity = one.number("severity")
        measure = Measure(
            id=_id(one), names=one.names("names"), group=one.text("group"),
            direction=one.text("direction"), severity=0.5 if severity is None else severity,
            gta=one.texts("gta"), terms=one.terms("terms"), masks=one.terms("masks"),
            pairs=pairs.read(one.get("near"), one.findings), place=one.place,
        )  # fmt: skip
        one.done()
        if _fresh(one, "measure", measure.id, watchlist.measures):
            watchlist.measures[measure.id] = measure


def _companies(watchlist: Watchlist, record: Record) -> None:
    for one in record.records("companies"):
        company = Company(
            id=_id(one), names=one.terms("names"), country=one.text("country"),
            goods=one.texts("goods"), identifiers=one.names("identifiers"),
            source=one.text("source"), place=one.place,
        )  # fmt: skip
        one.done()
        if _fresh(one, "company", company.id, watchlist.companies):
            watchlist.companies[company.id] = company


def _status(watchlist: Watchlist, record: Record) -> None:
    states = record.record("status")
    for key in states.node.entries if states else ():
        if states is not None:
            merge(watchlist.status.setdefault(key, {}), states.terms(key))


def _lists(watchlist: Watchlist, record: Record) -> None:
    lists = record.record("lists")
    for key in lists.node.entries if lists else ():
        if lists is not None:
            merge(watchlist.lists.setdefault(key, {}), lists.terms(key))


def merge(terms: Terms, more: Terms) -> None:
    """Add terms language by language."""
    for language, group in more.items():
        terms[language] = (*terms.get(language, ()), *group)


def _id(one: Record) -> str:
    key = one.text("id", needed=True)
    if key and not ID.fullmatch(key):
        one.findings.error(one.at("id"), "id", f"id «{key}»: small letters, digits and - only")
    return key


def _fresh(one: Record, kind: str, key: str, known: Dict[str, object]) -> bool:
    if key and key in known:
        place = one.at("iso2" if kind == "country" else "id")
        one.findings.error(place, "duplicate-id", f"{kind} «{key}» is defined twice")
    return bool(key) and key not in known


_READERS: dict[str, Callable[[Watchlist, Record], None]] = {
    "groups": landgroups.read,
    "goods": _goods,
    "countries": _countries,
    "measures": _measures,
    "companies": _companies,
    "status": _status,
    "lists": _lists,
    "negation": lambda watchlist, record: merge(watchlist.negation, record.terms("negation")),
    "context": lambda watchlist, record: merge(watchlist.context, record.terms("context")),
    "masks": lambda watchlist, record: merge(watchlist.masks, record.terms("masks")),
    "words": wording.read,
}
_PARTS = frozenset(_READERS)
