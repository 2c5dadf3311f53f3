"""Arguments that many commands share: the profile, the form of the answer, times."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from osawatch.cli.tongue import LANGUAGES
from osawatch.errors import BadInput

if TYPE_CHECKING:
    from osawatch.cli.out import Form
    from osawatch.core import Core
    from osawatch.lands import World
    from osawatch.model import Trend

Parser = argparse.ArgumentParser
Names = Callable[[str, str], str]
Drawing = Literal["png", "svg"]
Counted = Literal["score", "imposing", "affected", "stories"]


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn: the days of a trend, or a world by what is counted."""

    of: Trend | World
    counted: Counted = "score"
    form: Drawing = "png"


Render = Callable[[Picture, Path, Names], str]
"""Draws into a file and says what kept it from it; the core itself knows nothing of Qt."""
Print = Callable[[bytes], bytes]
"""Makes a PDF of HTML."""

DONE, FAULT, USAGE, LOCKED, STOPPED = 0, 1, 2, 3, 130
_AGO = re.compile(r"(\d{1,6})([dh])\Z")


@dataclass(frozen=True, slots=True)
class Run:
    """What a command gets: its arguments, and the parts it may use."""

    args: argparse.Namespace
    render: Render | None
    open: Callable[[], Core]
    print: Print | None = None

    @property
    def form(self) -> Form:
        """How the answer is wanted."""
        if getattr(self.args, "jsonl", False):
            return "jsonl"
        return "json" if getattr(self.args, "json", False) else "table"


Handler = Callable[[Run], int]


class Verbs:
    """The verbs of a command: `alerts list`, `alerts show`."""

    def __init__(self, parser: Parser) -> None:
        self._parser = parser
        self._found = parser.add_subparsers(metavar="VERB", required=True)

    def add(self, name: str, help_: str, handler: Handler) -> Parser:
        """A verb and who carries it out."""
        return prepared(self._found.add_parser(name, help=help_, description=help_), handler)


def prepared(parser: Parser, handler: Handler) -> Parser:
    """A command with what all commands have."""
    parser.set_defaults(handler=handler)
    parser.add_argument(
        "--profile", type=Path, default=argparse.SUPPRESS, metavar="DIR", help="the data folder"
    )
    parser.add_argument(
        "--passphrase-file", type=Path, default=argparse.SUPPRESS, metavar="FILE",
        help="opens an encrypted profile",
    )  # fmt: skip
    parser.add_argument(
        "--lang", choices=LANGUAGES, default=argparse.SUPPRESS, help="the language of this answer"
    )
    forms = parser.add_mutually_exclusive_group()
    forms.add_argument("--json", action="store_true", help="one JSON document")
    forms.add_argument("--jsonl", action="store_true", help="one JSON object a line")
    return parser


def time_of(words: str, now: datetime, *, field: str, ahead: bool = False) -> datetime:
    """RFC 3339, a date (midnight UTC), or 7d / 12h: ago, or from now on if `ahead`."""
    try:
        found = _AGO.fullmatch(words.strip())
        if found:
            step = timedelta(**{"days" if found[2] == "d" else "hours": int(found[1])})
            return now + step if ahead else now - step
        return moment(words.strip())
    except (ValueError, OverflowError) as error:
        told = f"{words!r} is not a time: give RFC 3339, YYYY-MM-DD, or 7d / 12h"
        raise BadInput(told, field=field) from error


def moment(words: str) -> datetime:
    """An aware time from RFC 3339 or a date; ValueError if it is neither."""
    found = datetime.fromisoformat(words)
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)


def whole(low: int, high: int) -> Callable[[str], int]:
    """A whole number within limits, for argparse."""

    def number(words: str) -> int:
        value = int(words)
        if not low <= value <= high:
            raise argparse.ArgumentTypeError(f"{words} is not from {low} to {high}")
        return value

    return number


def form_of(output: Path | None, asked: str | None, forms: Sequence[str], usual: str) -> str:
    """The form of a page: what was asked, else what the name of the file ends in, else `usual`.

    A page of HTML in a file that is called .pdf would be opened by nobody.
    """
    ending = output.suffix.lower().lstrip(".") if output else ""
    return asked or (ending if ending in forms else usual)
