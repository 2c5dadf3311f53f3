"""`setup export|import FILE`: a desk's set-up in one file."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from osawatch.cli import out
from osawatch.cli.args import DONE, Parser, Run, Verbs
from osawatch.cli.tongue import say
from osawatch.errors import BadInput

COLUMNS = (
    out.column("part"), out.column("name"), out.column("what"), out.column("before"),
    out.column("after"),
)  # fmt: skip


def add(_name: str, parser: Parser) -> None:
    """The two verbs."""
    verbs = Verbs(parser)
    verbs.add(
        "export", "write sources, watchlist, rules, settings and searches", export
    ).add_argument("file", type=Path, metavar="FILE")
    take = verbs.add("import", "take a set-up in; it adds and replaces", import_)
    take.add_argument("file", type=Path, metavar="FILE")
    take.add_argument("--dry-run", action="store_true", help="only say what would change")


def export(run: Run) -> int:
    """The file, readable by its owner alone."""
    from osawatch.writing import write

    with run.open() as core:
        core.policies.refuse_media(run.args.file)
        write(run.args.file, core.setup.give())
    out.talk(say("written: {0}", run.args.file))
    out.talk(say("together they may be more sensitive than each alone"))
    return DONE


def import_(run: Run) -> int:
    """What would change, and unless it is a dry run: what has changed."""
    file = run.args.file
    with run.open() as core:
        core.policies.refuse_media(file)
        try:
            body = file.read_bytes()
        except OSError as error:
            raise BadInput(f"cannot be read: {error.strerror}", file=str(file)) from error
        if run.args.dry_run:
            steps, kept = core.setup.plan(body, str(file)), None
        else:
            steps, kept = core.setup.take(body, str(file))
    out.rows([asdict(one) for one in steps], COLUMNS, run.form, none="nothing would change")
    for one in steps:
        if one.what == "waits":
            out.talk(say("{0} waits for a second person", one.name))
    if kept:
        out.talk(say("the set-up from before: {0}", kept))
    return DONE
