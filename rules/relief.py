"""What ends, and for whom: words of relief that stand for a while only, deny, or make room.

«Temporarily lifts» suspends; «keine Exportsteuer mehr» lifts; in «quotas replace the ban» the ban
is lifted and the quotas are new.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rules import rolewords
from rules.beside import distance
from rules.event import Event
from rules.hits import Hit
from rules.model import MeasureStatus
from rules.scan import Scan

RELIEF: frozenset[MeasureStatus] = frozenset(["suspended", "lifted", "expired"])
_NO_MORE = re.compile(r" ?(?:kein\w*|geen) (?:[^ ]+ ){1,4}(?:mehr|meer) ")
_PERMITS = frozenset(["export-licensing", "licence-granted", "trade-agreement"])
_BAN = "export-ban"
_SOFTER = frozenset(["export-quota", "export-tax", "export-licensing"])
BOTH = 3  # words between «ban» and «and quotas», where both end


def no_more(scan: Scan, event: Event, denial: tuple[int, int]) -> bool:
    """«keine Exportsteuer mehr» ends a tax; «geen vergunning meer» ends no control."""
    _, last = scan.sentence_span(event.sentence)
    own = any(part.start <= denial[0] + 1 < part.end for part in event.parts)
    return (
        not own
        and event.measure not in _PERMITS
        and bool(_NO_MORE.match(scan.page.folded, denial[0], last + 1))
    )


def longest(signs: Sequence[Hit]) -> list[Hit]:
    """Without the words of a longer sign: «temporarily lifts» suspends and does not lift."""
    return [
        sign
        for sign in signs
        if not any(
            one.start <= sign.start
            and sign.end <= one.end
            and one.end - one.start > sign.end - sign.start
            and one.use.key in ("suspended", "considered")
            for one in signs
        )
    ]


def stands_beside(event: Event, denial: tuple[int, int]) -> bool:
    """Whether a word of relief stands apart from the one that denies: «tumba» is both."""
    return any(
        sign.use.key in RELIEF and not (sign.start < denial[1] and denial[0] < sign.end)
        for sign in event.signs
    )


def makes_room(folded: str, hit: Hit, events: Sequence[Event]) -> list[Event]:
    """Of the measures at a word of relief those that end; quotas that replace a ban come."""
    bans = [event for event in events if event.measure == _BAN]
    new = [event for event in events if event.measure in _SOFTER]
    if hit.use.key not in RELIEF or not bans or any(_with(folded, bans[0], one) for one in new):
        return list(events)
    for event in new:
        event.tells = True
    return [event for event in events if event not in new]


def comes(event: Event) -> bool:
    """«Exports allowed again, under quotas»: nearer to the quota stands that it comes."""
    told = [distance(sign, event.parts) for sign in event.signs if sign.use.key == "adopted"]
    over = [distance(sign, event.parts) for sign in event.signs if sign.use.key in RELIEF]
    return event.measure == "export-quota" and bool(told and over) and min(told) < min(over)


def _with(folded: str, ban: Event, other: Event) -> bool:
    """«lifts the ban and the quotas»: joined by «and»."""
    first, second = sorted((ban, other), key=lambda event: event.start)
    gap = folded[first.end : second.start].split()
    return len(gap) <= BOTH and any(word in rolewords.AND for word in gap)
