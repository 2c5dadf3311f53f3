"""The chain of a profile: what can be asked of it, and its own links.

The chain is read when it is first asked, and anew when the pack in use has changed.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from osawatch.chain import criticality, instruments, own, search, traded, whatif
from osawatch.chain.criticality import Criticality
from osawatch.chain.marks import advice, bottlenecks, marks
from osawatch.chain.model import (
    Advice,
    Asked,
    Cut,
    Found,
    Instrument,
    Link,
    Marks,
    Reach,
    Row,
    Scan,
    Source,
    Toolbox,
    Walk,
    Way,
)
from osawatch.chain.read import Chain, chain_of
from osawatch.chain.supply import loss
from osawatch.dependency import kept
from osawatch.dependency.kept import Kept
from osawatch.errors import BadInput, UnknownId
from osawatch.rulebook import Rulebook

log = logging.getLogger(__name__)
MADE = ("extraction", "processing")  # stages of what is asked about upwards
WORST = 3  # bottlenecks that advice is given on


class Chains:
    """Answers about the value chain. Thread safe; nothing here raises an alert."""

    def __init__(
        self, rules: Rulebook, folder: Path, subjects: Callable[[str, str], Sequence[Any]]
    ) -> None:
        self._rules, self._folder, self._subjects = rules, folder, subjects
        self._guard = threading.Lock()
        self._kept: tuple[Any, int, _Made] | None = None

    @property
    def chain(self) -> Chain:
        """All that the pack in use says of chains."""
        return self._made().chain

    def faults(self) -> list[str]:
        """What has an error in the desk's own links, a line each."""
        watched = self._rules.pack.watchlist
        return [str(one) for one in self.chain.findings] if watched.goods else []

    # -- asking

    def ask(self, typed: str, language: str = "en") -> Asked:
        """What typed words mean: goods, end uses and a country, by any name, code or CAS number.

        A country alone means the goods of which it holds most.
        """

        def subjects(words: str) -> list[tuple[str, str, str, str]]:
            found = self._subjects(words, language)
            return [(one.kind, one.key, one.name, one.matched) for one in found]

        found = search.asked(typed, subjects, self.chain.uses, language)
        if found.country and not found.found:
            return replace(found, found=self._held(found.country, language))
        return found

    def known(self, node: str) -> bool:
        """Whether this is a good of the watchlist or an end use."""
        return node in self._goods or node in self.chain.uses

    def name(self, node: str, language: str = "en") -> str:
        """The name of a good or end use for people."""
        use = self.chain.uses.get(node)
        if use is not None:
            return use.names.get(language) or use.names.get("en") or node
        return self._rules.name("good", node, language)

    def nodes(self, language: str = "en") -> dict[str, str]:
        """All goods and end uses with their names."""
        every = (*self._goods, *self.chain.uses)
        return {node: self.name(node, language) for node in every}

    def way(self, node: str) -> Way:
        """The way that a question about this node most likely goes: a material up, else down."""
        good, graph = self._goods.get(node), self.chain.graph
        made = good is None or good.stage not in MADE
        if graph.next(node, "down") and (made or not graph.next(node, "up")):
            return "down"
        return "up"

    def walk(self, node: str, way: Way, *, depth: int | None = None, weak: bool = False) -> Walk:
        """Everything that a node goes into, or that is in it; `weak` follows weak paths too."""
        self._require(node)
        floor = {"floor": 0.0} if weak else {}
        return self.chain.graph.walk(node, way, depth=depth, **floor)

    def rows(self, walk: Walk, language: str = "en") -> tuple[Row, ...]:
        """The nodes of a walk with names and marks, in its order."""
        return tuple(
            Row(one, self.name(one.node, language), self.marks(one.node)) for one in walk.reached
        )

    def marks(self, node: str) -> Marks | None:
        """The risk marks of a good, None for an end use."""
        good = self._goods.get(node)
        return marks(good, self.chain.sources) if good is not None else None

    def criticality(self, good: str) -> Criticality:
        """Supply risk and economic importance of a good: published, and computed here."""
        if good not in self._goods:
            raise UnknownId("good", good)
        return criticality.of(self._goods[good])

    def materials(self) -> tuple[Criticality, ...]:
        """All goods that were ever assessed, the highest supply risk of the last study first."""
        found = [criticality.of(good) for good in self._goods.values()]
        known = [one for one in found if one.latest]
        return tuple(sorted(known, key=lambda x: (-(x.latest.sr if x.latest else 0), x.good)))

    def advice(self, found: Marks) -> tuple[Advice, ...]:
        """What lowers the risk of a good."""
        return advice(found, self._rules.pack.watchlist.groups)

    def scan(self, node: str, language: str = "en", *, depth: int | None = None) -> Scan:
        """What is in a product, who supplies it and what can be done."""
        walk = self.walk(node, "down", depth=depth)
        own_, rows = self.marks(node), self.rows(walk, language)
        weak = [row.marks for row in bottlenecks(rows)[:WORST] if row.marks]
        shown = [*([own_] if own_ else []), *weak]
        lands = {land for one in shown if one.best for land, _ in one.best.shares}
        fit = self.fitting([one.good for one in shown], (), tuple(lands))
        return Scan(
            node, self.name(node, language), own_, rows, walk,
            tuple(said for one in shown for said in self.advice(one)),
            instruments.mitigating(fit), self._sources(own_, rows),
        )  # fmt: skip

    def downstream(self, goods: Iterable[str], depth: int = 2) -> tuple[Reach, ...]:
        """What lies downstream of these goods, the strongest first, each once. Context only."""
        graph, found = self.chain.graph, dict[str, Reach]()
        asked = list(goods)
        for good in asked:
            for reach in graph.walk(good, "up", depth=depth).reached:
                known = found.get(reach.node)
                if reach.node not in asked and (known is None or reach.weight > known.weight):
                    found[reach.node] = reach
        return tuple(sorted(found.values(), key=lambda one: (-one.weight, one.depth, one.node)))

    def whatif(
        self, country: str, goods: Sequence[str], share: float = 1.0, language: str = "en"
    ) -> Cut:
        """What is hit when a country withholds this share of these goods: an own estimate."""
        if not 0 < share <= 1:
            raise BadInput(f"{share:g} is not above 0 and at most 1", field="cut")
        if country not in self._rules.pack.watchlist.countries:
            raise UnknownId("country", country)
        unknown = next((one for one in goods if one not in self._goods), "" if goods else "?")
        if unknown:
            raise UnknownId("good", unknown)
        known = [self._goods[one] for one in dict.fromkeys(goods)]
        found = whatif.cut(
            self.chain.graph, known, country, share,
            lambda node: self.name(node, language), self.ministry,
        )  # fmt: skip
        figures = self._made().figures
        return replace(found, home={one.id: traded.at_home(one, figures) for one in known})

    def ministry(self, node: str) -> str:
        """Who owns an end use or leads on a good, as the pack's code; "" = not said."""
        if use := self.chain.uses.get(node):
            return use.ministry
        good = self._goods.get(node)
        return good.ministry if good is not None else ""

    def holds(self, country: str, good: str) -> float | None:
        """A country's share of a good, 0..1; None = not listed, or listed without a figure."""
        known = self._goods.get(good)
        return loss(known, country, 1.0).share if known is not None else None

    # -- instruments

    @property
    def toolbox(self) -> Toolbox:
        """All instruments of the pack."""
        return self.chain.toolbox

    def fitting(
        self, goods: Iterable[str], measures: Sequence[str] = (), countries: Sequence[str] = ()
    ) -> tuple[Instrument, ...]:
        """The instruments for these goods' sectors and these measures."""
        known = [self._goods[one] for one in goods if one in self._goods]
        return instruments.fitting(self.toolbox.instruments, known, measures, countries)

    # -- own links

    def own_links(self) -> tuple[Link, ...]:
        """The desk's own links."""
        return tuple(link for link in self.chain.graph.links if link.own)

    def link(self, input_: str, output: str, weight: str, note: str = "") -> None:
        """Add a link of the desk's own; what runs takes it within seconds."""
        for node in (input_, output):
            if not self.known(node):
                raise UnknownId("good", node)
        link = {"input": input_, "output": output, "weight": weight, "note": note.strip()}
        own.put(self._folder, link)
        self._rules.refresh()

    def unlink(self, input_: str, output: str) -> None:
        """Take a link of the desk's own away."""
        if not own.drop(self._folder, input_, output):
            raise UnknownId("own link", f"{input_} -> {output}")
        self._rules.refresh()

    # -- inside

    @property
    def _goods(self) -> Mapping[str, Any]:
        return self._made().goods

    def _made(self) -> _Made:
        """The chain and the goods, made anew when the pack or the kept trade figures changed."""
        pack, stamp = self._rules.pack, _stamp(self._folder / kept.FILE)
        with self._guard:
            if self._kept is None or self._kept[0] is not pack or self._kept[1] != stamp:
                made, figures = chain_of(pack), self._figures()
                chain = replace(made, sources={**made.sources, **traded.source(figures)})
                goods = traded.filled(pack.watchlist.goods, figures)
                self._kept = (pack, stamp, _Made(chain, goods, figures))
            return self._kept[2]

    def _figures(self) -> Kept | None:
        """The desk's own trade figures; damaged ones are told by the page that keeps them."""
        try:
            return kept.load(self._folder)
        except BadInput as error:
            log.warning("%s", error)
            return None

    def _require(self, node: str) -> None:
        if not self.known(node):
            raise UnknownId("good", node)

    def _held(self, country: str, language: str) -> tuple[Found, ...]:
        known = [loss(good, country, 1.0) for good in self._goods.values()]
        held = sorted(
            (one for one in known if one.share is not None), key=lambda one: (-one.low, one.good)
        )
        return tuple(
            Found(one.good, self.name(one.good, language), f"{100 * one.low:.0f} %")
            for one in held[: search.MOST]
        )

    def _sources(self, first: Marks | None, rows: Iterable[Row]) -> tuple[Source, ...]:
        """The sources of all figures shown, each once."""
        shown = [first, *(row.marks for row in rows)]
        keys = dict.fromkeys(one.best.source for one in shown if one and one.best)
        return tuple(self.chain.sources.get(key, Source(key)) for key in keys)


@dataclass(frozen=True, slots=True)
class _Made:
    """What a pack and the desk's own trade figures come to."""

    chain: Chain
    goods: Mapping[str, Any]  # rules' Good by id
    figures: Kept | None


def _stamp(file: Path) -> int:
    try:
        return file.stat().st_mtime_ns
    except OSError:
        return 0
