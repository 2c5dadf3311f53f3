"""What exactly is asked of a source: its address with the days filled in.

An address may hold `{since}` and `{until}` (YYYY-MM-DD), or `{since:stamp}` and `{until:stamp}`
(YYYYMMDDHHMMSS). `since` lies three days before the last good poll, since offices correct and
publish late; of a source that was never polled it lies a week back.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

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
