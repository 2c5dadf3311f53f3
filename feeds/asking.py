"""What exactly is asked of a source: its address with the days filled in, and its key.

An address may hold `{since}` and `{until}` (YYYY-MM-DD), or `{since:stamp}` and `{until:stamp}`
(YYYYMMDDHHMMSS). `since` lies three days before the last good poll, since offices correct and
publish late; of a source that was never polled it lies a week back.

A key comes from the environment alone, as OSAWATCH_KEY_ and the id of the source in capitals
(OSAWATCH_KEY_GTA_DATA). It stands in no file of ours, and goes to the source's own host only.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from urllib.parse import quote

from .model import SourceSpec
from .recipe import RecipeError
from .recipe import read as recipe_of

OVERLAP = timedelta(days=3)
FIRST = timedelta(days=7)
AHEAD = timedelta(days=1)  # it is tomorrow already where some offices sit
_PLACE = re.compile(r"\{(since|until)(:stamp)?\}")


def address(url: str, now: datetime, last_success: datetime | None) -> str:
    """The address to ask now."""
    if "{" not in url:
        return url
    since = last_success - OVERLAP if last_success else now - FIRST
    days = {"since": since, "until": now + AHEAD}

    def filled(found: re.Match[str]) -> str:
        day = days[found[1]].astimezone(UTC)
        return f"{day:%Y%m%d}000000" if found[2] else f"{day:%Y-%m-%d}"

    return _PLACE.sub(filled, url)


def templated(url: str) -> bool:
    """Whether an address changes from day to day; validators of yesterday's say nothing then."""
    return bool(_PLACE.search(url))


def plain(url: str) -> str:
    """The address with any day in it, to see whether it is one."""
    return address(url, datetime(2000, 1, 1, tzinfo=UTC), None)


@dataclass(frozen=True, slots=True)
class Question:
    """What goes to a source: an address, a header, and JSON to send (empty: it is fetched)."""

    url: str
    header: tuple[str, str] | None = field(default=None, repr=False)
    data: bytes = b""


def question(spec: SourceSpec, now: datetime, last_success: datetime | None) -> Question:
    """What to ask a source now."""
    head, post = _asked(spec)
    name, _, value = head.partition(": ")
    return Question(
        address(spec.url, now, last_success).replace("{key}", quote(key(spec.id), safe="")),
        (name, value.replace("{key}", key(spec.id))) if head else None,
        address(post, now, last_success).encode(),
    )


def shape(spec: SourceSpec) -> str:
    """What is sent along, as it is written: places for days and keys are not filled in."""
    return " ".join(_asked(spec)).strip()


def key_name(source: str) -> str:
    """The name under which the environment keeps a source's key."""
    return "OSAWATCH_KEY_" + re.sub(r"\W", "_", source).upper()


def key(source: str) -> str:
    """The key of a source, "" when the environment has none that fits into a header."""
    found = os.environ.get(key_name(source), "").strip()
    return found if found.isascii() and found.isprintable() else ""


def _asked(spec: SourceSpec) -> tuple[str, str]:
    try:
        ask = recipe_of(spec.recipe).ask
    except RecipeError:  # told when the answer is read
        return "", ""
    return (ask.header, ask.post) if ask else ("", "")
