"""Codes of the core in words, where people read them on the command line.

Only codes that nobody types: levels, statuses of alerts, kinds and ids are what an option takes,
so they stand in a table as they are typed. JSON has every code as it is.
"""

from __future__ import annotations

from osawatch.cli.tongue import translated

ROLES = ("imposing", "supplier", "affected", "transit")
STANDING = (
    "rumour", "considered", "proposed", "adopted", "in_force", "suspended", "lifted", "expired",
)  # fmt: skip
FACTORS = (
    "severity", "measure", "stage", "reach", "dependency", "share", "confidence", "novelty",
    "burst", "decay", "impact",
)  # fmt: skip
EVENTS = (
    "raised", "joined", "seen", "take", "assign", "close", "reopen", "again", "snooze", "wake",
    "note", "tag", "merge", "unmerge", "rate", "wrong", "reopened", "undo", "became", "expire",
)  # fmt: skip
KEPT = ("day", "group", "item", "level", "rule")
FIELDS = ("title", "summary")
RISKS = ("high", "medium", "low", "unknown", "uncounted", "partial", "route", "group")
ADVICE = ("diversify", "partners", "stocks", "substitute", "recycle", "no-figures")
INSTRUMENTS = ("offensive", "defensive", "both", "foundation", "mitigation", "agency")
LEAVING = ("address", "agent", "contact", "days", "key", "certificate")
OUTCOMES = (
    "condition", "source", "near", "exception", "exceptions", "inhibited", "tier", "alert",
)  # fmt: skip
BURSTS = ("watch", "alert")
HELD = (
    "items", "stories", "alerts", "cards", "events", "sources", "documents", "early_warning",
    "lists", "bytes", "none", "not_polled",
)  # fmt: skip
DECIDED = ("hosts", "links", "removable_media", "encryption", "network")
MEASURE = (
    "country", "measure", "goods", "act", "status", "effective", "suspended_until", "expiry",
    "deadline", "zone", "used", "text", "source",
)  # fmt: skip


def word(among: tuple[str, ...], code: str) -> str:
    """The word for one of these codes; any other text is somebody's own and stands for itself."""
    return translated(code) if code in among else code
