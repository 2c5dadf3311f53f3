"""`chain`: what goes into what, who supplies it, what is hit, and what can be done."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, cast

from osawatch.chain.instruments import KINDS, matrix
from osawatch.chain.model import FACTORS, FLOOR, Instrument
from osawatch.cli import chain_shapes as shapes
from osawatch.cli import codes, out
from osawatch.cli.args import DONE, Parser, Run, Verbs, form_of
from osawatch.cli.tongue import say, spoken, translated
from osawatch.core import Core
from osawatch.errors import BadInput, UnknownId

if TYPE_CHECKING:
    from osawatch.briefing.model import Document

FORMATS = ("html", "pdf", "docx", "md")
LINKED = (
    out.column("input"), out.column("output"), out.column("weight"), out.column("own"),
    out.column("source"), out.column("note"),
)  # fmt: skip
TOOLS = (
    out.column("id"), out.column("name"),
    out.Column("kind", lambda row: codes.word(codes.INSTRUMENTS, str(row["kind"]))),
    out.Column("blocks", lambda row: [codes.word(codes.INSTRUMENTS, one) for one in blocks(row)]),
    out.column("owners"), out.column("legal"), out.column("source"),
)  # fmt: skip


def blocks(row: dict[str, object]) -> tuple[str, ...]:
    """The building blocks of an instrument."""
    return cast("tuple[str, ...]", row["blocks"])


def add(_name: str, parser: Parser) -> None:
    """The verbs."""
    verbs = Verbs(parser)
    find = verbs.add("find", "goods and uses by any name, HS or CN code, or CAS number", _find)
    find.add_argument("words", nargs="+", metavar="WORD")
    _walking(verbs)
    scan = verbs.add("scan", "the materials in a product, with risk marks and advice", _scan)
    scan.add_argument("words", nargs="+", metavar="NAME")
    _printing(scan)
    cut = verbs.add("whatif", "what is hit when a country withholds goods: an estimate", _whatif)
    cut.add_argument("--country", required=True, metavar="C")
    cut.add_argument("--good", required=True, nargs="+", action="extend", metavar="G")
    cut.add_argument("--cut", type=float, default=1.0, metavar="0..1", help="1 = all of it")
    _printing(cut)
    tools = verbs.add("instruments", "policy instruments by sector and measure", _instruments)
    tools.add_argument("--good", nargs="+", action="extend", default=[], metavar="G")
    tools.add_argument("--measure", nargs="+", action="extend", default=[], metavar="M")
    tools.add_argument("--country", nargs="+", action="extend", default=[], metavar="C")
    tools.add_argument("--matrix", action="store_true", help="building blocks by kind")
    _linking(verbs)


def _printing(parser: Parser) -> None:
    parser.add_argument("--format", choices=FORMATS, help="html, or what FILE ends in")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="one page, to print")


def _walking(verbs: Verbs) -> None:
    show = verbs.add("show", "what a good goes into, or what is in it", _show)
    show.add_argument("words", nargs="+", metavar="GOOD")
    ways = show.add_mutually_exclusive_group()
    ways.add_argument("--up", action="store_true", help="all that is made with it")
    ways.add_argument("--down", action="store_true", help="all that is in it")
    show.add_argument("--depth", type=int, metavar="N", help="at most so many links away")
    show.add_argument("--weak", action="store_true", help=f"paths weaker than {FLOOR:g} too")


def _linking(verbs: Verbs) -> None:
    verbs.add("links", "the links of this desk's own", _links)
    link = verbs.add("link", "add a link of this desk's own", _link)
    unlink = verbs.add("unlink", "take a link of this desk's own away", _unlink)
    for one in (link, unlink):
        one.add_argument("input", metavar="INPUT")
        one.add_argument("output", metavar="OUTPUT")
    link.add_argument("--weight", choices=tuple(FACTORS), required=True)
    link.add_argument("--note", default="", metavar="T")


def _find(run: Run) -> int:
    with run.open() as core:
        found = core.chain.ask(" ".join(run.args.words), core.settings().language)
    if run.form == "table":
        if found.country:
            out.talk(say("country: {0}", found.country))
        _passed_over(found.unused)
        rows = [asdict(one) for one in (*found.found, *found.also)]
        columns = (out.column("id", "node"), out.column("name"), out.column("matched"))
        out.rows(rows, columns, run.form, none="nothing is called that")
    else:
        out.one(asdict(found), run.form)
    return DONE


def _show(run: Run) -> int:
    depth = run.args.depth
    if depth is not None and depth < 1:
        raise BadInput(f"{depth} is not at least 1", field="--depth")
    with run.open() as core:
        node, language = _node(core, run), core.settings().language
        way = "up" if run.args.up else "down" if run.args.down else core.chain.way(node)
        walk = core.chain.walk(node, way, depth=depth, weak=run.args.weak)
        rows, own = core.chain.rows(walk, language), core.chain.marks(node)
        name = core.chain.name(node, language)
    if run.form != "table":
        told = {
            "id": node, "name": name, "way": way, "marks": own and shapes.marks_of(own),
            "reached": [shapes.row(row) for row in rows],
            "links": [asdict(one) for one in walk.links],
            "deeper": walk.deeper, "weaker": walk.weaker,
        }  # fmt: skip
        out.one(told, run.form)
        return DONE
    way_said = say("goes into") if way == "up" else say("holds")
    out.talk(f"{name} ({node}): {way_said}")
    out.rows([shapes.flat(row) for row in rows], shapes.WALKED, run.form, none="no link is known")
    shapes.left_out(walk.deeper, walk.weaker)
    return DONE


def _scan(run: Run) -> int:
    with run.open() as core:
        language = run.args.lang or core.settings().language
        found = core.chain.scan(_node(core, run), language)
        if run.args.output:
            from osawatch.briefing.chain_sheet import sheet

            return _written(run, sheet(found, _names(core, language), core.now(), language))
    if run.form != "table":
        out.one(shapes.scanned(found), run.form)
        return DONE
    out.talk(f"{found.name} ({found.node}){f': {shapes.said(found.marks)}' if found.marks else ''}")
    out.rows(
        [shapes.flat(row) for row in found.inside],
        shapes.WALKED,
        run.form,
        none="no input is known",
    )
    shapes.left_out(found.walk.deeper, found.walk.weaker)
    for one in found.advice:
        advice = codes.word(codes.ADVICE, one.code)
        out.text(say("advice {0}: {1} {2}", one.good, advice, " ".join(one.values)))
    for tool in found.instruments:
        out.text(say("instrument {0}: {1}", tool.id, tool.names.get(language) or tool.names["en"]))
    return DONE


def _names(core: Core, language: str) -> Callable[[str, str], str]:
    def name(kind: str, key: str) -> str:
        return core.chain.name(key, language) if kind == "node" else core.names(kind, key, language)

    return name


def _written(run: Run, document: Document) -> int:
    from osawatch.briefing.make import written
    from osawatch.writing import write

    form = form_of(run.args.output, run.args.format, FORMATS, "html")
    body = written(document, form, run.print)
    write(run.args.output, body)
    told = {"file": str(run.args.output), "format": form, "bytes": len(body)}
    if run.form == "table":
        out.text(say("{0}: {1} bytes", told["file"], told["bytes"]))
    else:
        out.one(told, run.form)
    return DONE


def _whatif(run: Run) -> int:
    with run.open() as core:
        goods = [_one(core, good) for good in run.args.good]
        language = run.args.lang or core.settings().language
        found = core.chain.whatif(run.args.country.upper(), goods, run.args.cut, language)
        if run.args.output:
            from osawatch.briefing.chain_estimate import estimate

            return _written(run, estimate(found, _names(core, language), core.now(), language))
    if run.form == "table":
        shapes.estimate(found)
    else:
        out.one({"estimate": True, **shapes.cut(found)}, run.form)
    return DONE


def _instruments(run: Run) -> int:
    with run.open() as core:
        goods = [_one(core, good) for good in run.args.good]
        box, language = core.chain.toolbox, core.settings().language
        found = box.instruments
        if goods:
            found = core.chain.fitting(goods, run.args.measure, run.args.country)
        elif run.args.measure:
            wanted = {*run.args.measure, "all"}
            found = tuple(one for one in found if wanted & set(one.measures))
    if run.args.matrix:
        return _matrix(run, found, {key: said["en"] for key, said in box.blocks.items()})
    rows = [{**asdict(one), "name": one.names.get(language) or one.names["en"]} for one in found]
    out.rows(rows, TOOLS, run.form, none="no instrument fits")
    return DONE


def _matrix(run: Run, found: Iterable[Instrument], blocks: dict[str, str]) -> int:
    cells = matrix(found, blocks)
    rows: list[dict[str, object]] = []
    for block, name in blocks.items():
        those = {kind: [_tool(one) for one in cells[block, kind]] for kind in KINDS}
        rows.append({"block": block, "name": name, **those})
    block_said = out.Column("block", lambda row: codes.word(codes.INSTRUMENTS, str(row["block"])))
    columns = (block_said, *(out.column(kind) for kind in KINDS))
    out.rows(rows, columns, run.form)
    return DONE


def _tool(one: Instrument) -> str:
    """Its name, where the language is not the one in which its id is written."""
    return one.id if spoken() == "en" else one.names.get(spoken()) or one.id


def _links(run: Run) -> int:
    with run.open() as core:
        found, faults = core.chain.own_links(), core.chain.faults()
    for fault in faults:
        out.talk(translated(fault))
    out.rows([asdict(one) for one in found], LINKED, run.form, none="no link of your own")
    return DONE


def _link(run: Run) -> int:
    return _changed(run, lambda core, ends: core.chain.link(*ends, run.args.weight, run.args.note))


def _unlink(run: Run) -> int:
    return _changed(run, lambda core, ends: core.chain.unlink(*ends))


def _changed(run: Run, act: Callable[[Core, tuple[str, str]], None]) -> int:
    with run.open() as core:
        act(core, (_one(core, run.args.input), _one(core, run.args.output)))
        found = core.chain.own_links()
    out.rows([asdict(one) for one in found], LINKED, run.form, none="no link of your own")
    return DONE


def _node(core: Core, run: Run) -> str:
    return _one(core, " ".join(run.args.words))


def _one(core: Core, words: str) -> str:
    """An id, or what is called so; that a name may mean something else is said."""
    if core.chain.known(words):
        return words
    found = core.chain.ask(words, core.settings().language)
    if not found.found:
        raise UnknownId("good", words)
    _passed_over(found.unused)
    if len(found.found) > 1:
        others = ", ".join(one.node for one in found.found[1:6])
        out.talk(
            say("{0!r} is taken for {1}; it may also be {2}", words, found.found[0].node, others)
        )
    return found.found[0].node


def _passed_over(words: Iterable[str]) -> None:
    if said := ", ".join(words):
        out.talk(say("not understood: {0}", said))
