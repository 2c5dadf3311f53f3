"""`diagnose`: what a helper needs, in a file that holds nothing of what the desk holds."""

from __future__ import annotations

from pathlib import Path

from osawatch.cli import out
from osawatch.cli.args import DONE, Parser, Run, prepared
from osawatch.cli.tongue import say


def add(_name: str, parser: Parser) -> None:
    """The argument: where to."""
    prepared(parser, diagnose)
    parser.add_argument("file", type=Path, help="a JSON file to look at before it goes out")


def diagnose(run: Run) -> int:
    """Write the file; an old one is replaced."""
    from osawatch.diagnose import written

    target: Path = run.args.file
    with run.open() as core:
        size = written(core, target)
    if run.form == "table":
        out.text(
            say("{0}: {1} bytes; no titles, names, addresses or paths. Look first.", target, size)
        )
    else:
        out.one({"file": str(target), "bytes": size}, run.form)
    return DONE
