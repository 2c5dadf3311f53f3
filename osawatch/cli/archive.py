"""`archive export`: the items of a profile as Parquet, a file a month."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from osawatch.cli import archive_all, codes, out
from osawatch.cli.args import DONE, Parser, Run, Verbs
from osawatch.cli.stopping import stoppable
from osawatch.cli.tongue import say


def add(_name: str, parser: Parser) -> None:
    """The verbs."""
    verbs = Verbs(parser)
    one = verbs.add("export", "write all items, a Parquet file a month", export)
    one.add_argument("folder", type=Path, metavar="DIR")
    one.add_argument("--all", action="store_true", help="all that the desk has, in a new folder")


def export(run: Run) -> int:
    """Files that are there are replaced; the index comes last. `--all`: a new folder or none."""
    if run.args.all:
        return _all(run)
    progress = out.Progress()
    with run.open() as core:
        try:
            index = core.backtests.export(
                run.args.folder, lambda done, total: progress.show(done, total, "items")
            )
        finally:
            progress.end()
    if run.form == "table":
        out.text(
            say("{0}: {1} items in {2} files", run.args.folder, index.items, len(index.partitions))
        )
    else:
        told = [asdict(one) for one in index.partitions]
        out.one({"items": index.items, "partitions": told}, run.form)
    return DONE


def _all(run: Run) -> int:
    with run.open() as core, stoppable() as (cancel, line):
        given = archive_all.give(
            core, run.args.folder, lambda done, total: line.show(done, total, say("items")), cancel
        )
    if run.form == "table":
        for name, count in given.counts.items():
            out.text(f"{codes.word(codes.GIVEN, name)}: {count}")
        out.text(say("written: {0}", given.folder))
    else:
        told = {"folder": str(given.folder), "marking": given.marking, **given.counts}
        out.one(told, run.form)
    out.talk(say("together they may be more sensitive than each alone"))
    return DONE
