"""Commands that a later version brings. They say so instead of pretending."""

from __future__ import annotations

import argparse

from osawatch import __version__
from osawatch.cli import out
from osawatch.cli.args import USAGE, Parser, Run, prepared


def add(name: str, parser: Parser) -> None:
    """Take whatever follows, and say that it cannot be done yet."""
    prepared(parser, lambda run: say(name, run))
    parser.add_argument("rest", nargs="*", help=argparse.SUPPRESS)


def say(name: str, _run: Run) -> int:
    """One line, exit code 2."""
    out.talk(f"osawatch {__version__} does not have the command {name!r} yet")
    return USAGE
