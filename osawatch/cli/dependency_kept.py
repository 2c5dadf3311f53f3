"""`dependency list | export | sr`: what is kept of trade, and how critical materials are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from osawatch.briefing.chain_words import STAGES, word
from osawatch.cli import out
from osawatch.cli.args import DONE, Run, Verbs
from osawatch.cli.tongue import say, spoken
from osawatch.errors import BadInput

if TYPE_CHECKING:
    from osawatch.chain.criticality import Criticality
    from osawatch.core import Core
    from osawatch.dependency.history import Line

LINES = (
    out.column("hs6"), out.column("good", "name"), out.column("reporter"), out.column("basis"),
    out.column("year"), out.column("cdi1", right=True), out.column("cdi2", right=True),
    out.column("cdi3", right=True), out.column("dependent", "recent"),
    out.column("coverage", right=True), out.column("suppliers"),
)  # fmt: skip
MATERIALS = (
    out.column("good", "id"), out.column("SR", "sr", right=True),
    out.column("EI", "ei", right=True), out.column("of", "year"), out.column("critical"),
    out.column("own SR", "own", right=True), out.column("stage"), out.column("missing"),
    out.column("earlier"),
)  # fmt: skip
HIGHEST, SHOWN = 999.0, 3
NEAR = "*"  # EEA, Switzerland, United Kingdom


def add(verbs: Verbs) -> None:
    """The verbs that read a profile."""
    one = verbs.add("list", "what `compute --keep` or the window kept, the last year first", listed)
    one.add_argument("--dependent", action="store_true", help="in the last year or 2 of 3")
    one = verbs.add("export", "what is kept as .csv or .xlsx", export)
    one.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")
    one = verbs.add("sr", "supply risk and economic importance of materials", sr)
    one.add_argument("good", nargs="*", metavar="GOOD", help="ids; all that were studied, without")


def listed(run: Run) -> int:
    """One line a product, reporter and basis."""
    from osawatch.dependency.history import lines

    with run.open() as core:
        found = core.trade.kept()
        names = _names(core)
    every = lines(found.rows if found else ())
    if run.args.dependent:
        every = [one for one in every if one.last.dependent or one.last.steady]
    every.sort(key=lambda one: (-one.last.year, one.key))
    if run.form == "table":
        if found:
            out.talk(say("from {0}, computed {1}", ", ".join(found.files), found.made))
        out.rows(_lines(every, names), LINES, run.form, none="no trade figures are kept")
        if every:
            out.talk(
                say("* EEA, Switzerland or United Kingdom; coverage: not in confidential codes")
            )
    else:
        out.rows((_shape(one, names) for one in every), LINES, run.form)
    return DONE


def export(run: Run) -> int:
    """All rows that are kept, all years."""
    from osawatch.writing import write

    with run.open() as core:
        found = core.trade.kept()
        if found is None:
            raise BadInput("no trade figures are kept yet: `dependency compute --keep`")
        body = core.trade.export(run.args.output, found.rows, _names(core))
    write(run.args.output, body)
    told = {"file": str(run.args.output), "rows": len(found.rows), "bytes": len(body)}
    if run.form == "table":
        out.text(say("{0}: {1} rows", told["file"], told["rows"]))
    else:
        out.one(told, run.form)
    return DONE


def sr(run: Run) -> int:
    """Published figures, and the same formula on the figures of the watchlist."""
    with run.open() as core:
        asked = [core.chain.criticality(good) for good in run.args.good]
        found = asked or list(core.chain.materials())
    if run.form == "table":
        out.rows([_material(one) for one in found], MATERIALS, run.form)
        out.talk(say("SR, EI: European Commission, critical from SR 1.0 and EI 2.8"))
        out.talk(
            say(
                "own SR: an own estimate, shares of 2016-2020, governance of 2024;"
                " trade factor t of 2016-2020"
            )
        )
    else:
        out.rows((asdict(one) for one in found), MATERIALS, run.form)
    return DONE


def _names(core: Core) -> dict[str, str]:
    return {
        hs6: ", ".join(core.names("good", good) for good in goods)
        for hs6, goods in core.trade.goods().items()
    }


def _shape(one: Line, names: dict[str, str]) -> dict[str, object]:
    hs6, reporter, basis = one.key
    return {
        "hs6": hs6, "name": names.get(hs6, ""), "reporter": reporter, "basis": basis,
        "years": [asdict(year) for year in one.years],
    }  # fmt: skip


def _lines(found: list[Line], names: dict[str, str]) -> Iterator[dict[str, object]]:
    for one in found:
        last, cdi3 = one.last, one.last.cdi3
        yield {
            "hs6": last.hs6, "name": names.get(last.hs6, ""), "reporter": last.reporter,
            "basis": last.basis, "year": last.year,
            "cdi1": _two(last.cdi1), "cdi2": _two(last.cdi2),
            "cdi3": _two(None if cdi3 is None else min(cdi3, HIGHEST)),
            "recent": _recent(one), "coverage": f"{100 * last.coverage:.0f}%",
            "suppliers": ", ".join(
                f"{s.country}{NEAR if s.near else ''} {100 * s.share:.0f}%"
                for s in last.suppliers[:SHOWN]
            ),
        }  # fmt: skip


def _recent(one: Line) -> str:
    """«2 of 3 years», or how many are known at all."""
    known = [met for _, met in one.recent if met is not None]
    return say("{0} of {1} years", sum(known), len(known))


def _material(one: Criticality) -> dict[str, object]:
    last = one.latest
    return {
        "id": one.good, "sr": _one(last and last.sr), "ei": _one(last and last.ei),
        "year": last.year if last else "",
        "critical": out.yes_or_no(one.critical),
        "own": _two(one.sr),
        "stage": word(STAGES, one.stages[0].stage, spoken()) if one.stages else "",
        "missing": ", ".join(one.missing),
        "earlier": ", ".join(f"{study.year}: {study.sr:.1f}" for study in one.studies[:-1]),
    }  # fmt: skip


def _one(value: float | None) -> str:
    return "" if value is None else f"{value:.1f}"


def _two(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"
