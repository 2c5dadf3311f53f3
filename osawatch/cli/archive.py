"""`archive export`: the items of a profile as Parquet, a file a month."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from osawatch.cli import out
from osawatch.cli.args import DONE, Parser, Run, Verbs
from osawatch.cli.tongue import say


def add(_name: str, parser: Parser) -> None:
    """The verbs."""
    verbs = Verbs(parser)
    one = verbs.add("export", "write all items, a Parquet file a month", export)
    one.add_argument("folder", type=Path, metavar="DIR")


def export(run: Run) -> int:
    """Files that are there are replaced; the index comes last."""
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
