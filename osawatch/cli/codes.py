"""Codes of the core in words, where people read them on the command line.

A cell or a word of the core -> `shown` (by the column it stands in) -> the desk's language
What is typed (ids, options and their values) stays as it is typed in help and in English tables;
JSON and CSV have every code as it is, in every language.
"""

from __future__ import annotations

from collections.abc import Callable

from osawatch.cli.tongue import spoken, translated

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
    "lists", "bytes", "none", "not_polled", "matched",
)  # fmt: skip
DECIDED = ("hosts", "links", "removable_media", "encryption", "network")
MEASURE = (
    "country", "measure", "goods", "act", "status", "effective", "suspended_until", "expiry",
    "deadline", "zone", "used", "text", "source",
)  # fmt: skip

LEVELS = ("info", "low", "medium", "high", "critical")
STATUSES = (
    "new", "seen", "in_hand", "closed", "snoozed", "expired", "open", "waiting", "stable", "test",
    "experimental", "filed", "in-review", "questions", "granted", "refused", "withdrawn", "lapsed",
)  # fmt: skip
POLLED = (
    "ok", "not_modified", "empty", "stale", "blocked", "moved", "gone", "not_a_feed",
    "format_changed", "tls", "dns", "timeout", "too_big", "redirect", "private_address",
    "rate_limited", "http_error", "damaged", "offline", "parsed", "partial", "refused", "failed",
)  # fmt: skip
REASONS = (
    "old-news", "wrong-good", "wrong-country", "duplicate", "rule-too-wide", "known", "not-ours",
    "measure-ended", "was-wrong", "reported", "forwarded", "no-action",
)  # fmt: skip
UNTIL = ("publisher", "official", "level")
KINDS = (
    "news", "official-gazette", "export-restriction", "sanctions-news", "trade-data",
    "post-report", "good", "company", "measure", "country", "person", "entity", "vessel",
    "aircraft", "quota", "used", "exemption", "route", "end-user", "destination", "reaction",
    "passphrase", "recovery", "keyring", "escrow", "erasure", "destruction", "alert",
    "negotiation", "expiry", "visit", "other", "schedule",
)  # fmt: skip
WHAT = (
    "added", "changed", "change", "removed", "remove", "add", "replace", "edit", "accept",
    "reject", "line", "story", "item", "report", "step", "date", "silent", "blind",
    "policy", "dropped", "refused",
)  # fmt: skip
CHANGES = ("added", "removed", "renamed", "measure_changed", "detail", "free_text")
PARTS = (
    "settings", "sources", "watchlist", "rules", "searches", "switches", "goods", "companies",
    "measures", "countries", "items", "events", "lists", "templates",
)  # fmt: skip
STATES = ("open", "confirmed", "rejected", "waiting", "done", "stopped")
CERTAINTIES = ("confirmed", "unconfirmed", "rumour")
BASES = ("value", "quantity")
WEIGHTS = ("essential", "important", "minor")
KEEPING = ("newest", "first", "referred", "before", "day", "month", "goes")
FILLED = ("case", "alert", "briefing", "situation")
ANSWERS = ("yes", "no", "unclear")
TESTS = (
    "proportional", "least-distorting", "case-by-case", "risks-vs-certainty-vs-cost", "eu-first",
)  # fmt: skip
OPTIONS = ("diversification", "friendshoring", "nearshoring", "reshoring", "strategic-stocks")
RELATIONS = ("answers", "answered-by")
SEATS = ("post", "hq", "reader", "worker")
OWNERS = (
    "economic section", "economic-security desk", "health attaché", "sanctions contact",
    "trade-policy section", "transport attaché",
)  # fmt: skip
SECTORS = (
    "raw-materials", "semiconductors", "health", "logistics", "chemicals", "food", "batteries",
    "defence", "fertilisers", "solar", "digital", "energy", "steel", "grid", "hydrogen", "magnets",
    "nuclear", "automotive", "space", "wind", "export-restriction", "coercion", "trade-policy",
    "sanctions", "investment", "disruption", "market", "security", "mitigation", "legal",
)  # fmt: skip
FIGURES = ("series", "expected", "told", "false", "when")
DID = ("enabled", "disabled", "added", "removed", "imported", "saved", "confirmed", "rejected")
# What the log keeps with an event, and what cases and registers keep, field by field.
DATA = (
    "note", "relevant", "reason", "to", "who", "until", "events", "kind", "on", "tag", "computed",
    "ruled", "score", "why", "text", "into", "level", "item", "day", "group", "rule", "story",
)  # fmt: skip
ENTRY = (
    "title", "day", "countries", "goods", "measure", "grade", "summary", "facts", "comment",
    "action", "next", "sender", "target", "outcome", "source", "note", "firm", "good", "country",
    "filed", "status", "decided", "days", "owners",
)  # fmt: skip
RECORD = (
    "kind", "programmes", "countries", "listed", "reference", "remarks", "version", "identifiers",
    "births", "birth", "nationalities", "addresses", "primary", "alias", "former", "original",
    "weak", "strong",
)  # fmt: skip
VAULT = ("profile", "slot", "name", "recovery_code", "encrypted")
GIVEN = (
    "items", "versions", "events", "stories", "alerts", "cases", "measures", "situations",
    "registers/report", "registers/influence", "registers/licence", "sources", "own_files",
    "attachments", "documents", "rules", "watchlist", "lists", "new", "matched", "failed",
    "files", "parsed", "partial", "refused",
)  # fmt: skip
GONE = ("[erased]",)
MISSING = ("shares",)
ORIGINS = ("shipped", "own", "local", "source", "gone")
NODES = ("and", "or", "not", "within")

# By the column of a table, what its words are.
CELLS: dict[str, tuple[str, ...]] = {
    "level": LEVELS + BURSTS,
    "status": STATUSES + STANDING,
    "outcome": POLLED + REASONS,
    "reason": POLLED + REASONS,
    "kind": KINDS,
    "what": WHAT + EVENTS,
    "change": CHANGES,
    "part": PARTS,
    "list": PARTS,
    "state": STATES,
    "certainty": CERTAINTIES,
    "basis": BASES,
    "weight": WEIGHTS,
    "kept_for": KEEPING,
    "for": FILLED,
    "role": SEATS,
    "owner": OWNERS,
    "sector": SECTORS,
    "risk": RISKS,
    "by": GONE,
    "missing": MISSING,
    "origin": ORIGINS,
}
SENTENCES = ("detail", "reason", "why")
NAMED = {"good": "good", "goods": "good", "measure": "measure", "measures": "measure"}
# A word that means another thing in this column than elsewhere, by what is looked up for it.
OTHERWISE = {
    ("level", "medium"): "middle",
    ("outcome", "partial"): "partly read", ("given", "partial"): "partly read",
    ("status", "filed"): "handed in", ("entry", "filed"): "handed in",
    ("data", "to"): "forwarded to", ("data", "on"): "put on",
}  # fmt: skip
_called: dict[str, Callable[[str, str], str]] = {}


def call(names: Callable[[str, str], str]) -> None:
    """From now on goods and measures are called so in a table, in any language but English."""
    _called["names"] = names


def named(kind: str, key: str) -> str:
    """The name of a good, measure or country in the language; English has the id that is typed."""
    if spoken() == "en" or "names" not in _called:
        return key
    return _called["names"](kind, key).split(" / ")[0]


def shown(key: str, value: object) -> object:
    """A cell of a table for people; programs get it as it is."""
    if spoken() == "en" or not value:
        return value
    if isinstance(value, list | tuple):
        return [shown(key, one) for one in value]
    return _shown(key, value) if isinstance(value, str) else value


def _shown(key: str, word_: str) -> str:
    if kind := NAMED.get(key):
        return named(kind, word_)
    if other := OTHERWISE.get((key, word_)):
        return translated(other)
    if key in SENTENCES:
        return "; ".join(translated(part) for part in word_.split("; "))
    return word(CELLS.get(key, ()), word_)


def concept(found: str) -> str:
    """What words stand for, as the matcher says it: `good:gallium`."""
    kind, colon, key = found.partition(":")
    if spoken() == "en" or not colon:
        return found
    return f"{translated(kind)} {named(kind, key)}"


def because(told: str) -> str:
    """The selections of a rule with what they found: `good=gallium measure=export-ban`."""
    pairs = (part.partition("=") for part in told.split(" "))
    if spoken() == "en":
        return told
    return " ".join(
        f"{translated(key)}{sign}{','.join(_any(one) for one in value.split(','))}"
        for key, sign, value in pairs
    )


def _any(key: str) -> str:
    found = named("good", key)
    return found if found != key else named("measure", key)


def counted(numbers: dict[str, int], table: str = "given") -> str:
    """Counts with what was counted, in the order they came in."""
    return ", ".join(f"{number} {label(GIVEN, key, table)}" for key, number in numbers.items())


def label(among: tuple[str, ...], key: str, table: str = "") -> str:
    """The word for a field; a program's underscore is a space for people."""
    if spoken() != "en" and (other := OTHERWISE.get((table, key))):
        return translated(other)
    return word(among, key)


def word(among: tuple[str, ...], code: str) -> str:
    """The word for one of these codes; any other text is somebody's own and stands for itself."""
    return translated(code) if code in among else code


def sector(code: str) -> str:
    """The name of a sector or of a group of measures, in any language; the desk's own as it is."""
    if code not in SECTORS:
        return code
    said = code.replace("-", " ") if spoken() == "en" else translated(code)
    return said[:1].upper() + said[1:]


def of_sector(said: str) -> str:
    """The code that somebody means who wrote its name; other words are a code of their own."""
    wanted = said.strip().casefold()
    return next((one for one in SECTORS if sector(one).casefold() == wanted), said)
