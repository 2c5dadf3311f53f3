"""`trends`: distinct stories a day with what was to be expected, as numbers or as a picture."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any, cast

from osawatch.cli import codes, out, trends_map
from osawatch.cli.args import DONE, Parser, Picture, Run, prepared, whole
from osawatch.cli.known import checked
from osawatch.cli.tongue import say
from osawatch.cli.trends_map import COUNTED

COLUMNS = (
    out.column("day (UTC)", "date"),
    out.Column(
        "stories", lambda row: "not observed" if row["total"] is None else row["total"], right=True
    ),
    out.Column("expected", lambda row: _short(row["expected"]), right=True),
    out.Column("upper", lambda row: _short(row["upper"]), right=True),
    out.Column("p", lambda row: "" if row["p"] is None else f"{row['p']:.2g}", right=True),
    out.Column("coverage", lambda row: f"{cast(float, row['coverage']):.0%}", right=True),
    out.Column("measures", lambda row: _parts(cast("dict[str, int]", row["measures"]))),
)
BURSTS = (
    out.Column("level", lambda row: codes.word(codes.BURSTS, str(row["level"]))),
    out.column("good"),
    out.column("country"),
    out.column("from", "start"),
    out.column("to", "end"),
    out.Column("p", lambda row: f"{row['p']:.1g}", right=True),
)


def add(_name: str, parser: Parser) -> None:
    """The arguments."""
    prepared(parser, run)
    for axis in ("good", "country", "measure"):
        parser.add_argument(f"--{axis}", default="", help=f"only this {axis}")
    parser.add_argument("--days", type=whole(1, 3660), default=90, metavar="N")
    parser.add_argument(
        "--bursts",
        action="store_true",
        help="all goods and countries that stand out, and since when",
    )
    parser.add_argument(
        "--map", action="store_true", help="by country: scores, alerts, stories, and who watched"
    )
    parser.add_argument(
        "--counted", choices=COUNTED, default="score", help="what the map's colours and order count"
    )
    parser.add_argument("--png", type=Path, metavar="FILE", help="draw it into a file")
    parser.add_argument("--svg", type=Path, metavar="FILE", help="draw it into a file, as SVG")


def run(run: Run) -> int:
    """Counts, expected band, anomalies."""
    from osawatch.trends import as_json

    args = run.args
    if args.bursts:
        return bursts(run)
    if args.map:
        return trends_map.run(run)
    with run.open() as core:
        asked = {
            axis: checked(core, axis, getattr(args, axis))
            for axis in ("good", "country", "measure")
        }
        found = core.figures.trend(**asked, days=args.days)
        balance = core.figures.balance()
        if args.png or args.svg:
            return trends_map.drawn(run, Picture(found), core.names)
    told = as_json(found)
    if run.form == "json":
        out.document(told)
        return DONE
    out.rows(cast("list[dict[str, object]]", told["days"]), COLUMNS, run.form)
    for one in cast("list[dict[str, object]]", told["anomalies"]) if run.form == "table" else ():
        said = say(
            "{0} stories, {1:.1f} expected, p {2:.1g}", one["stories"], one["expected"], one["p"]
        )
        out.text(say("unusual: {0} to {1}: {2}", one["start"], one["end"], said))
    if run.form == "table" and balance.when:
        out.text(
            say(
                "all {0} series: about {1:.1f} false alerts a week are to be expected; "
                "{2} bursts in 90 days, {3} called false",
                balance.series,
                balance.expected,
                balance.told,
                balance.false,
            )
        )
    return DONE


def bursts(run: Run) -> int:
    """What stands out over all goods and countries, judged side by side."""
    with run.open() as core:
        found = [_told(asdict(one)) for one in core.figures.bursts(run.args.days)]
    out.rows(found, BURSTS, run.form, none="nothing stands out")
    return DONE


def _told(one: dict[str, Any]) -> dict[str, object]:
    days = {key: one[key].isoformat() for key in ("start", "end", "peak")}
    told = [{"date": day.isoformat(), "why": why} for day, why in one["told"]]
    return one | days | {"told": told}


def _short(value: object) -> str:
    return "" if value is None else f"{value:.1f}"


def _parts(measures: dict[str, int]) -> str:
    ordered = sorted(measures.items(), key=lambda one: (-one[1], one[0]))
    return ", ".join(f"{codes.named('measure', name)} {number}" for name, number in ordered if name)
