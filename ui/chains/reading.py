"""What the page of chains shows, read in a task: typed words -> a node, its walk, its figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from osawatch.chain.model import Advice, Asked, Cut, Marks, Row, Source, Toolbox, Walk, Way
from osawatch.core import Core

DEPTHS: Mapping[Way, int] = {"down": 2, "up": 3}  # links that are drawn at first


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked. `node` "" = what the words mean; `way` "" = the likely one.

    `country` "" = none, or the one that was typed; `share` is what it withholds, 0..1.
    `whole`: however deep it goes. `also`: further goods that `country` stops, beside `node`.
    """

    typed: str = ""
    node: str = ""
    way: str = ""
    country: str = ""
    share: float = 1.0
    whole: bool = False
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """All that is drawn, and listed beside it.

    `cut` is there when a country was named and the way is up; then `rows` are all that it hits,
    of all `goods`, while the drawing shows what is made with the first of them.
    """

    question: Question
    asked: Asked
    node: str
    name: str
    way: Way
    walk: Walk
    rows: tuple[Row, ...]
    marks: Marks | None
    cut: Cut | None
    goods: tuple[str, ...]
    names: Mapping[str, str]
    lands: Mapping[str, str]
    sources: Mapping[str, Source]
    advice: Mapping[str, tuple[Advice, ...]]
    fit: frozenset[str]


def read(core: Core, question: Question) -> Answer | Asked:
    """The answer; only what the words were taken for when they mean nothing here."""
    chain, language = core.chain, core.settings().language
    asked = chain.ask(question.typed, language)
    node = question.node or (asked.found[0].node if asked.found else "")
    if not node:
        return asked
    also = question.also if question.node else tuple(one.node for one in asked.also)
    country = question.country or ("" if question.node else asked.country)
    way = _way(question.way, "up" if country and chain.marks(node) else chain.way(node))
    walk = chain.walk(node, way, depth=None if question.whole else DEPTHS[way])
    rows, marks, goods = chain.rows(walk, language), chain.marks(node), (node, *also)
    counted = all(chain.marks(one) for one in goods)
    cut = (
        chain.whatif(country, goods, question.share, language)
        if country and way == "up" and counted
        else None
    )
    names = {one.reach.node: one.name for one in rows}
    names |= {one: chain.name(one, language) for one in goods}
    if cut:
        rows = tuple(Row(hit.reach, hit.name, chain.marks(hit.reach.node)) for hit in cut.hits)
        names |= {row.reach.node: row.name for row in rows}
    shown = [one for one in (marks, *(row.marks for row in rows)) if one]
    return Answer(
        question, asked, node, names[node], way, walk, rows, marks, cut, goods, names,
        _lands(core, shown, country), chain.chain.sources,
        {one.good: chain.advice(one) for one in shown},
        frozenset(one.id for one in chain.fitting([node])),
    )  # fmt: skip


def toolbox(core: Core) -> Toolbox:
    """All instruments."""
    return core.chain.toolbox


def _way(wanted: str, likely: Way) -> Way:
    return "up" if wanted == "up" else "down" if wanted == "down" else likely


def _lands(core: Core, marks: Sequence[Marks], country: str) -> Mapping[str, str]:
    codes = {country} if country else set[str]()
    for one in marks:
        codes |= {land for land, _ in one.best.shares} if one.best else set()
        codes |= set(one.named)
    return {code: core.names("country", code) for code in codes}
