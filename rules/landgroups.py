"""Groups of countries: a name and its members."""

from __future__ import annotations

import re

from rules.reading import Record
from rules.watchlist import Watchlist

COUNTRY = re.compile(r"[A-Z]{2}")


def read(watchlist: Watchlist, record: Record) -> None:
    """The first of a name holds: a post's own group stands in a shipped one's place."""
    groups = record.record("groups")
    for key in groups.node.entries if groups else ():
        group = groups.record(key) if groups else None
        if groups is None or group is None:
            continue
        if key in watchlist.groups:
            told = f"group «{key}» is defined twice"
            record.findings.error(groups.where(key), "duplicate-id", told)
            continue
        for member in group.scalars("members"):
            if not COUNTRY.fullmatch(member.text.strip()):
                told = f"«{member.text}» is no code like NL or EU"
                record.findings.error(member.place, "country", told)
        watchlist.groups[key] = group.texts("members")
        watchlist.places[f"groups.{key}"] = groups.where(key)
