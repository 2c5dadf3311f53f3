"""Who may ask the network now, and how: settings and policies become a fetcher, or silence.

Switched off, or outside its hours, no client of a network is made at all.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from osawatch.model import Settings
from osawatch.policy import hours
from osawatch.policy.model import Policies

if TYPE_CHECKING:
    from feeds.fetch import Fetcher
    from feeds.silent import Silent

OFF = "the network is switched off"


def closed(mine: Settings, now: datetime) -> str:
    """Why the network may not be used now, "" when it may."""
    if mine.network == "offline":
        return OFF
    if mine.network == "scheduled" and not hours.open_at(mine.hours, now, mine.time_zone):
        return f"outside the hours of the network: {mine.hours}"
    return ""


def fetcher(mine: Settings, policies: Policies, now: datetime) -> Fetcher | Silent:
    """What fetches now."""
    from feeds.silent import Silent  # not needed to open a window

    why = closed(mine, now)
    if why:
        return Silent(why)
    from feeds.fetch import Fetcher
    from feeds.pools import Certificate

    return Fetcher(
        proxy=mine.proxy,
        contact=mine.contact,
        allowed=policies.hosts(mine),
        certificate=Certificate(mine.certificate, mine.certificate_hosts),
    )
