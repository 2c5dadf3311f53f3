"""`dependency`: how far the EU or one of its countries hangs on single suppliers."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from osawatch.cli import dependency_kept as materials
from osawatch.cli import out
from osawatch.cli.args import DONE, Parser, Run, Verbs
from osawatch.cli.tongue import say
from osawatch.dependency import compute as computing
from osawatch.dependency.layouts import mapped
from osawatch.dependency.model import Dependency

COLUMNS = (
    out.column("year"), out.column("hs6"), out.column("reporter"), out.column("basis"),
    out.column("cdi1", right=True), out.column("cdi2", right=True), out.column("cdi3", right=True),
    out.column("dependent"), out.column("2 of 3", "steady"), out.column("suppliers"),
)  # fmt: skip
REVERSE = (
    out.column("year"), out.column("hs6"), out.column("partner"), out.column("basis"),
    out.column("share", right=True), out.column("imports", right=True), out.column("whole"),
)  # fmt: skip
HIGHEST = 999.0  # a tiny export makes it thousands, which says no more


def add(_name: str, parser: Parser) -> None:
    """The verbs."""
    verbs = Verbs(parser)
    one = verbs.add("compute", "CDI1-3 from trade files (Comext, Comtrade, BACI, own)", compute)
    _files(one)
    one.add_argument("--reporter", nargs="+", action="extend", metavar="R",
                     help="EU27_2020 (the default) or a member, e.g. NL")  # fmt: skip
    one.add_argument("--dependent", action="store_true", help="only what meets all three")
    one.add_argument("--keep", action="store_true",
                     help="keep with the profile what is dependent or watched")  # fmt: skip
    one = verbs.add("reverse", "which countries hang on the EU for a product", reverse)
    _files(one)
    one.add_argument("--reporter", default="EU27_2020", metavar="R")
    materials.add(verbs)


def compute(run: Run) -> int:
    """Nothing is computed of files with a fault."""
    found = computing.compute(
        run.args.trade, run.args.reporter or ["EU27_2020"],
        mapping=mapped(run.args.map), progress=_progress,
    )  # fmt: skip
    if run.args.keep:
        with run.open() as core:
            core.trade.keep(run.args.trade, found)
    if run.args.dependent:
        found = [one for one in found if one.dependent]
    if run.form == "table":
        out.rows(_short(found), COLUMNS, run.form, none="no product in these files")
    else:
        out.rows((asdict(one) for one in found), COLUMNS, run.form)
    return DONE


def reverse(run: Run) -> int:
    """The mirror: no official formula is known; shares and whether the file is whole."""
    found = computing.reverse(
        run.args.trade, run.args.reporter, mapping=mapped(run.args.map), progress=_progress
    )
    out.rows((asdict(one) for one in found), REVERSE, run.form, none="no flow to other countries")
    return DONE


def _files(parser: Parser) -> None:
    parser.add_argument("trade", nargs="+", type=Path, metavar="TRADE.csv")
    parser.add_argument("--map", nargs="+", action="extend", default=[], metavar="ROLE=COLUMN",
                        help="columns of a table that is none of the known")  # fmt: skip


def _short(found: list[Dependency]) -> Iterator[dict[str, object]]:
    for one in found:
        cdi3 = say("none") if one.cdi3 is None else f"{min(one.cdi3, HIGHEST):.2f}"
        yield {
            **asdict(one),
            "cdi1": "" if one.cdi1 is None else f"{one.cdi1:.3f}",
            "cdi2": "" if one.cdi2 is None else f"{one.cdi2:.3f}",
            "cdi3": cdi3,
            "dependent": one.dependent,
            "steady": out.yes_or_no(one.steady),
            "suppliers": ", ".join(f"{s.country} {100 * s.share:.0f}%" for s in one.suppliers[:3]),
        }


def _progress(share: float) -> None:
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{100 * share:3.0f} %" + ("\n" if share >= 1 else ""))
