"""Global Trade Alert: interventions (API v1 a bare list, v2 in pages) and the ticker of updates.

One act of a state holds several interventions; the intervention is the item. Traps of the service:
codes of the Harmonized System are numbers (the first zero is lost); countries have numbers of the
UN's trade statistics (India 699, France 251), so only names and ISO codes are used; a date of the
last of December may stand for a year. Texts are HTML (v1) or lists of described parts (v2).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from feeds.jsontext import Value, array, record, text
from feeds.text import plain

from .draft import Draft, Frame, settle_all
from .facts import hs, told

FORMAT = "gta"
PUBLISHER = "Global Trade Alert"
_OURS = {"NLD", "EUN", "EU"}
# Where the numbers of the UN's trade statistics differ from ISO 3166 (UNSD, Comtrade area codes).
_NUMBERS = {
    251: "France", 381: "Italy", 579: "Norway", 699: "India", 757: "Switzerland",
    842: "United States of America",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Intervention:
    """A measure as the service has it, whichever version answered."""

    id: str
    act: str
    title: str
    url: str
    evaluation: str
    kind: str
    chapter: str
    imposing: tuple[str, ...]
    affected: tuple[tuple[str, str], ...]
    products: tuple[str, ...]
    sectors: tuple[str, ...]
    announced: str
    published: str
    implemented: str
    removed: str
    in_force: bool | None
    updated: str
    description: str


def fits(value: Value) -> bool:
    """Whether this is an answer of Global Trade Alert."""
    entries = _entries(value)[:20]
    if not entries:  # an offset past the end, in the pages of version 2
        return {"count", "next", "previous", "results"} <= record(value).keys()
    return all(_ours(record(entry)) for entry in entries)


def read(value: Value, frame: Frame) -> None:
    """Read the interventions into the frame."""
    entries = _entries(value)
    ticker = bool(entries) and "update_id" in record(entries[0])
    frame.format = f"{FORMAT}-ticker" if ticker else f"{FORMAT}-{_version(value)}"
    frame.title, frame.language = PUBLISHER, "en"
    frame.base = frame.url or "https://globaltradealert.org/"
    settle_all((_draft(record(entry)) for entry in entries), frame)


def _entries(value: Value) -> list[Value]:
    """The objects of an answer, however deep its lists are nested."""
    found = array(record(value).get("results")) if isinstance(value, dict) else array(value)
    flat: list[Value] = []
    for entry in found:
        flat.extend(entry if isinstance(entry, list) else [entry])
    return flat


def _ours(entry: dict[str, Value]) -> bool:
    told = {"state_act_title", "intervention_type"} & entry.keys()
    return ("intervention_id" in entry and bool(told)) or {
        "update_id",
        "intervention",
    } <= entry.keys()


def _version(value: Value) -> str:
    return "v2" if isinstance(value, dict) else "v1"


def _draft(entry: dict[str, Value]) -> Draft:
    update = text(entry.get("update_id"))
    inner = record(entry.get("intervention"))
    found = intervention({**entry, **inner} if update else entry)
    return Draft(
        title=found.title or f"{found.kind}: {', '.join(found.imposing)}".strip(": "),
        summary=_summary(found),
        summary_plain=True,
        link=found.url or f"https://globaltradealert.org/intervention/{found.id}",
        guid=f"intervention/{found.id}",
        published=found.announced or found.published,
        updated=text(entry.get("modified")) or found.updated,
        language="en",
        publisher=PUBLISHER,
        categories=list(_categories(found, text(entry.get("status")) if update else "")),
    )


def intervention(entry: dict[str, Value]) -> Intervention:
    """The measure in an object of the wire."""
    in_force = entry.get("is_in_force")
    return Intervention(
        id=text(entry.get("intervention_id")),
        act=text(entry.get("state_act_id")),
        title=text(entry.get("state_act_title")) or text(entry.get("title")),
        url=text(entry.get("intervention_url")) or text(entry.get("state_act_url")),
        evaluation=text(entry.get("gta_evaluation")),
        kind=text(entry.get("intervention_type")),
        chapter=text(entry.get("mast_chapter")),
        imposing=tuple(name for name, _ in _places(entry.get("implementing_jurisdictions"))),
        affected=tuple(_places(entry.get("affected_jurisdictions"))),
        products=tuple(_products(entry.get("affected_products"))),
        sectors=tuple(_sectors(entry.get("affected_sectors"))),
        announced=text(entry.get("date_announced")),
        published=text(entry.get("date_published")),
        implemented=text(entry.get("date_implemented")),
        removed=text(entry.get("date_removed")),
        in_force=None if in_force is None else in_force in (1, True, "1"),
        updated=text(entry.get("last_updated")),
        description=_description(entry),
    )


def _places(value: Value) -> Iterator[tuple[str, str]]:
    """Names and ISO codes; a bare number is given a name only where it is sure."""
    for one in array(value):
        if isinstance(one, int):
            yield _NUMBERS.get(one, f"jurisdiction {one} of the UN's numbers"), ""
        else:
            name, iso = text(record(one).get("name")), text(record(one).get("iso"))
            yield name or iso or text(one), iso


def _products(value: Value) -> Iterator[str]:
    for one in array(value):
        code = hs(record(one).get("product_id") if isinstance(one, dict) else one)
        if code:
            yield f"HS {code} {text(record(one).get('name'))}".rstrip()


def _sectors(value: Value) -> Iterator[str]:
    for one in array(value):
        name = text(record(one).get("name")) if isinstance(one, dict) else f"CPC {text(one)}"
        if name:
            yield name


def _description(entry: dict[str, Value]) -> str:
    found = entry.get("intervention_description") or entry.get("description")
    if isinstance(found, list):
        return " ".join(text(record(part).get("description")) for part in found)
    return text(found)


def _summary(found: Intervention) -> str:
    codes = {iso for _, iso in found.affected}
    affected = f"{len(found.affected)} jurisdictions" if found.affected else ""
    if codes & _OURS:
        affected += ", the Netherlands or the European Union among them"
    return told(
        ("Measure", found.kind),
        ("Imposed by", found.imposing),
        ("Products", found.products),
        ("Sectors", () if found.products else found.sectors),
        ("Announced", found.announced),
        ("Implemented", found.implemented),
        ("Removed", found.removed),
        ("", {True: "It is in force", False: "It is not in force", None: ""}[found.in_force]),
        ("Affects", affected),
        ("", plain(found.description, 15_000)),
    )


def _categories(found: Intervention, status: str) -> Iterator[str]:
    yield from (one for one in (found.kind, found.chapter, found.evaluation) if one)
    if found.act:
        yield f"state act {found.act}"
    if status:
        yield f"update: {status}"
    yield from (product[:9].strip() for product in found.products[:30])
