"""Which of the feeds of a page is meant: the only one, or the one a person at a terminal picks."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from osawatch.cli import out
from osawatch.cli.tongue import say
from osawatch.errors import BadInput

if TYPE_CHECKING:
    from feeds.discover import FeedLink


def feed(page: str, found: Sequence[FeedLink]) -> FeedLink:
    """The feed that is meant. Nobody is asked when nobody sits there: all are told instead."""
    if not found:
        raise BadInput(
            f"{page} is a web page that names no feed; --format html reads the page itself",
            field="URL",
        )
    if len(found) == 1:
        return found[0]
    for number, one in enumerate(found, 1):
        out.talk(f"{number:3}  {one.url}  {one.title}")
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise BadInput(f"{page} names {len(found)} feeds: add one of these", field="URL")
    return found[_number(len(found)) - 1]


def _number(most: int) -> int:
    while True:
        sys.stderr.write(say("which one (1-{0})? ", most))
        sys.stderr.flush()
        words = sys.stdin.readline()
        if not words:
            raise BadInput("none was chosen", field="URL")
        if words.strip().isdecimal() and 1 <= int(words) <= most:
            return int(words)
