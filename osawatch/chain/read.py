"""From the files of a pack to the chain, the toolbox and the sources of figures.

`chain.yaml` of the shipped pack comes first; `links:` in a watchlist of the desk's own are added
and marked as own. A link with an error is left out alone, and the error names file, line, column.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from osawatch.chain.graph import Graph
from osawatch.chain.model import FACTORS, Instrument, Link, Source, Toolbox, Use, Weight
from rules.load import SHIPPED
from rules.model import Finding
from rules.reading import Record, did_you_mean
from rules.yamlnodes import Findings, read
from rules.yamlnodes import Mapping as Map

FILES = ("chain.yaml", "instruments.yaml", "sources.yaml")
KEYS = ("links", "end_uses", "instruments", "building_blocks", "strategies", "sources")


@dataclass(frozen=True, slots=True)
class Chain:
    """All that the pack says of chains."""

    graph: Graph
    uses: Mapping[str, Use]
    toolbox: Toolbox
    sources: Mapping[str, Source]
    findings: tuple[Finding, ...] = ()


def chain_of(pack: Any) -> Chain:  # rules' Pack
    """The chain of a pack: its shipped part, and what the desk's own watchlists add."""
    own = [file for file in getattr(pack, "files", ()) if not file.is_relative_to(SHIPPED)]
    shipped = [SHIPPED / name for name in FILES]
    findings = Findings()
    parts = [*_parts(shipped, findings, own=False), *_parts(own, findings, own=True)]
    uses = {use.id: use for record, _ in parts for use in _uses(record)}
    known = {*uses, *pack.watchlist.goods}
    links = [link for record, own_ in parts for link in _links(record, known, own=own_)]
    return Chain(
        Graph(links), uses, _toolbox(record for record, _ in parts),
        {one.key: one for record, _ in parts for one in _sources(record)},
        tuple(one for one in findings.found if one.level == "error"),
    )  # fmt: skip


def _parts(files: Iterable[Path], findings: Findings, *, own: bool) -> list[tuple[Record, bool]]:
    """The documents that hold something of ours; syntax errors are told by whoever loads rules."""
    unsaid = Findings()
    nodes = [node for file in files for node in read(file, unsaid)]
    return [
        (Record(node, findings), own)
        for node in nodes
        if isinstance(node, Map) and not set(KEYS).isdisjoint(node.entries)
    ]


def _links(record: Record, known: set[str], *, own: bool) -> Iterable[Link]:
    for one in record.records("links"):
        before = len(record.findings.found)
        ends = [one.text(end, needed=True) for end in ("input", "output")]
        weight = one.choice("weight", tuple(FACTORS), "")
        share = one.number("eu_use_share")
        made = Link(
            ends[0], ends[1], cast("Weight", weight), share, one.text("source"), one.text("note"),
            own,
        )  # fmt: skip
        one.done()
        for end, node in zip(("input", "output"), ends, strict=True):
            if node and node not in known and own:
                told = f"{end}: «{node}» is no good or end use{did_you_mean(node, known)}"
                one.findings.error(one.at(end), "unknown-good", told)
        if ends[0] == ends[1]:
            one.findings.error(one.at("output"), "circle", "a good does not go into itself")
        # a good that the desk took off its list takes its shipped links with it, without a word
        if len(record.findings.found) == before and set(ends) <= known:
            yield made


def _uses(record: Record) -> Iterable[Use]:
    uses = record.record("end_uses")
    for key in uses.node.entries if uses else ():
        one = uses.record(key) if uses else None
        if one:
            names = {language: one.text(language) for language in ("en", "nl")}
            yield Use(key, {code: said for code, said in names.items() if said},
                      one.text("ministry"))  # fmt: skip


def _toolbox(records: Iterable[Record]) -> Toolbox:
    found: list[Instrument] = []
    blocks: dict[str, Mapping[str, str]] = {}
    strategies: dict[str, Mapping[str, str]] = {}
    for record in records:
        found += map(_instrument, record.records("instruments"))
        blocks |= _named(record, "building_blocks")
        strategies |= _named(record, "strategies")
    return Toolbox(tuple(found), blocks, strategies)


def _named(record: Record, key: str) -> dict[str, Mapping[str, str]]:
    return {
        one.text("id"): {language: one.text(language) for language in ("en", "nl")}
        for one in record.records(key)
    }


def _instrument(one: Record) -> Instrument:
    goods = one.texts("goods")
    critical = goods == ("crma critical or strategic",)
    return Instrument(
        one.text("id"), {language: one.text(f"name_{language}") for language in ("en", "nl")},
        one.texts("block"), one.text("type"), one.text("level"), one.texts("owner"),
        one.texts("sectors"), one.texts("measures"), () if critical else goods,
        one.texts("countries"), one.texts("strategies"), critical, one.text("legal"),
        one.text("since"), one.truth("after_letter"), one.text("source"), one.text("note"),
    )  # fmt: skip


def _sources(record: Record) -> Sequence[Source]:
    held = record.node.entries.get("sources")
    if not isinstance(held, Map):
        return ()
    rows = {key: Record(node, record.findings) for key, node in held.entries.items()
            if isinstance(node, Map)}  # fmt: skip
    return [
        Source(key, _stated(one.text("publisher")), one.text("title"), one.text("reliability"))
        for key, one in rows.items()
    ]


def _stated(publisher: str) -> str:
    return "" if publisher == "none" else publisher
