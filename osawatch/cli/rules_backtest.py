"""`rules backtest`: what rules would have raised over the stored items."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from urllib.request import url2pathname

from osawatch.cli import codes, out
from osawatch.cli.args import DONE, FAULT, Parser, Run, time_of, whole
from osawatch.cli.packs import existing, said
from osawatch.cli.tongue import say, translated
from osawatch.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Callable

    from osawatch.backtest import Asked, Report, RuleRun
    from osawatch.core import Core
    from osawatch.parquet.runs import Where

COLUMNS = (
    out.Column("rule", lambda row: row["rule"], whole=True),
    out.column("level"),
    out.column("hits", right=True),
    out.column("alerts", right=True),
    out.Column("a week", lambda row: row["a_week"], right=True),
    out.Column("busiest week", lambda row: _busiest(row["weeks"]), right=True),
    out.column("merged", right=True),
    out.column("excepted", right=True),
    out.column("inhibited", right=True),
    out.Column("most", lambda row: _most(row["groups"])),
    out.Column("silent for", lambda row: _most(row["quiet"])),
)
GROUPS = 3
UNTOLD = {
    "few-days": "too few days were looked at",
    "overlap": "files overlap in time: export them anew, a file a month",
    "lists": "asks for names of sanctions lists, which no archive holds",
    "stopped": "the run was stopped before",
}


def add_backtesting(parser: Parser) -> None:
    """The files, since when, and what counts as noise."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="rule files or folders")
    parser.add_argument("--since", default="90d", metavar="T", help="from then on; 90d without it")
    parser.add_argument("--archive", metavar="DIR|URL", help="over an archive of Parquet files")
    parser.add_argument("--scheduler", default="", metavar="ADDRESS", help="of a Dask cluster")
    parser.add_argument(
        "--workers", type=whole(0, 256), default=0, metavar="N", help="processes, by Dask"
    )
    parser.add_argument(
        "--noisy", type=_rate, default=10.0, metavar="N",
        help="warn of a rule with more alerts a week (10)",
    )  # fmt: skip


def backtest(run: Run) -> int:
    """Alerts and noise are results; a rule that cannot be read is a fault."""
    from osawatch.backtest import Asked

    paths = tuple(existing(run.args.paths))
    progress = out.Progress()
    with run.open() as core:
        asked = Asked(paths, time_of(run.args.since, core.now(), field="since"), run.args.noisy)
        try:
            report = _run(run, core, asked, lambda done, all_: progress.show(done, all_, "items"))
        finally:
            progress.end()
    _told(run, report)
    for one in report.findings:
        if one.level == "error":
            out.talk(said(one))
    return FAULT if any(one.level == "error" for one in report.findings) else DONE


def _run(run: Run, core: Core, asked: Asked, show: Callable[[int, int], None]) -> Report:
    if run.args.archive is None:
        if run.args.scheduler or run.args.workers:
            raise BadInput("is for an archive: give --archive", field="--scheduler")
        return core.backtests.run(asked, show)
    where = _where(run.args.archive, run.args.scheduler, run.args.workers)
    return core.backtests.over_archive(asked, where, show)


def _where(words: str, scheduler: str, workers: int) -> Where:
    """A folder, its file: address, or an address it is fetched from."""
    from osawatch.parquet.runs import Where

    parts = urlsplit(words)
    if parts.scheme in ("http", "https"):
        return Where(Path(), scheduler, workers, words)
    if parts.scheme == "file":
        return Where(Path(url2pathname(parts.path)), scheduler, workers)
    if len(parts.scheme) > 1:  # one letter is a drive
        raise BadInput(
            say("{0}: an archive is a folder, or an https address", parts.scheme), field="--archive"
        )
    return Where(Path(words), scheduler, workers)


def _told(run: Run, report: Report) -> None:
    if run.form == "json":
        out.document(asdict(report))
    else:
        out.rows((asdict(one) for one in report.rules), COLUMNS, run.form)
    alerts = sum(one.alerts for one in report.rules)
    out.talk(say("{0} alerts of {1} items since {2}", alerts, report.items, out.when(report.since)))
    _grouped(report)
    for one in report.rules:
        if one.noisy:
            out.talk(_noise(one, run.args.noisy))


def _grouped(report: Report) -> None:
    """What an archive tells beside the rules: cards, bursts, and what it cannot tell."""
    if report.cards:
        one = report.cards
        out.talk(
            say(
                "{0} items met a rule: {1} alerts, {2} cards once alerts of one story are one:"
                " {3:.1f} a week",
                one.hits, one.alerts, one.cards, one.a_week,
            )
        )  # fmt: skip
        for card in one.examples[-GROUPS:]:
            out.talk(say("  card of {0}: {1} ({2})", out.when(card.raised), card.title, card.items))
    if report.bursts:
        two = report.bursts
        out.talk(
            say(
                "bursts of {0} pairs on {1} days: {2} alerts, {3} to watch: {4:.1f} a week",
                two.series, two.days, two.alerts, two.watches, two.a_week,
            )
        )  # fmt: skip
        for burst in two.examples[-GROUPS:]:
            pair = " x ".join(filter(None, (burst.good, burst.country)))
            title = next(iter(burst.titles), "")
            out.talk(say("  burst of {0}: {1} ({2}) {3}", burst.peak, pair, burst.level, title))
    for name, why in report.untold.items():
        out.talk(say("{0} is not told: {1}", name, translated(UNTOLD[why])))


def _noise(one: RuleRun, most: float) -> str:
    return say(
        "noisy: {0} would raise {1:.1f} alerts a week, more than {2:g}: "
        "narrow it, group it, or give it a merge_window",
        one.rule,
        one.a_week,
        most,
    )


def _rate(words: str) -> float:
    value = float(words)
    if not isfinite(value) or value < 0:
        raise argparse.ArgumentTypeError(f"{words} is not a number from 0")
    return value


def _busiest(weeks: object) -> str:
    if not isinstance(weeks, dict) or not weeks:
        return ""
    day = max(weeks, key=weeks.__getitem__)
    return say("{0} from {1}", weeks[day], day)


def _group(name: str) -> str:
    """`country=CN, good=gallium` in the language; a rule that makes no groups has one of all."""
    parts = (codes.because(part) for part in name.split(", "))
    return ", ".join(parts) if name else say("all")


def _most(groups: object) -> list[str]:
    found = groups if isinstance(groups, dict) else {}
    return [f"{_group(name)} {number}" for name, number in list(found.items())[:GROUPS]]
