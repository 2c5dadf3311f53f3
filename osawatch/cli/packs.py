"""Rules and watchlists that a command is given by path; the shipped pack without any."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from osawatch.cli import out
from osawatch.cli.args import Parser
from osawatch.cli.tongue import of_finding, say
from osawatch.errors import BadInput

if TYPE_CHECKING:
    from rules.load import Pack
    from rules.matcher import Matcher
    from rules.model import Finding

MOST_SAID = 20


def add_paths(parser: Parser) -> None:
    """`--rules` and `--watchlist`."""
    for name, told in (("rules", "rule files or folders"), ("watchlist", "watchlists or folders")):
        parser.add_argument(
            f"--{name}", nargs="+", action="extend", default=[], metavar="PATH", help=told
        )


def loaded(rules: Sequence[str], watchlist: Sequence[str]) -> tuple[Pack, Matcher]:
    """The pack and its matcher; what has an error is named on stderr and left out alone."""
    pack, matcher = _made(*(tuple(existing(paths)) for paths in (rules, watchlist)))
    errors = [finding for finding in pack.findings if finding.level == "error"]
    for finding in errors[:MOST_SAID]:
        out.talk(said(finding))
    if len(errors) > MOST_SAID:
        out.talk(
            say("… and {0} more errors (see: osawatch-cli rules check)", len(errors) - MOST_SAID)
        )
    return pack, matcher


def said(finding: Finding) -> str:
    """What is wrong and where; its place and code are the same in every language."""
    return str(replace(finding, message=of_finding(finding.message)))


def existing(names: Sequence[str]) -> list[Path]:
    """Paths that are there; `BadInput` names the first that is not."""
    paths = [Path(name) for name in names]
    for path in paths:
        if not path.exists():
            raise BadInput("there is no such file or folder", file=str(path))
    return paths


def _made(rules: tuple[Path, ...], watchlist: tuple[Path, ...]) -> tuple[Pack, Matcher]:
    from osawatch.own import shipped
    from osawatch.rulebook import shipped_matcher

    if not rules and not watchlist:
        return shipped(), shipped_matcher()
    from rules.load import load
    from rules.matcher import Matcher

    pack = load(rules, watchlist)
    return pack, Matcher(pack)
