"""What rules made of an item whose text may not leave: it travels in the text's stead.

row of the store -> matched anew on the whole text -> {"found", "hits"}, no word of the text in it
another desk: the same, checked -> `Given`, which answers for that item alone

The rules of the other desk read the title as well, so that one of its own still speaks.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Protocol, cast, get_args

from osawatch.store import findings
from rules.model import LEVELS, Level, Match, RuleHit, RuleStatus, Text, Tier

MOST_HITS, MOST_GROUPS = 60, 200
Row = dict[str, Any]


class Matching(Protocol):
    """What is needed of rules."""

    def match(self, text: Text) -> Match:
        """All that is known about one text."""


def held(row: Row, matcher: Matching) -> Row:
    """A row as it may leave: with its text, or with what the sender's rules made of it."""
    kind = row.pop("source_kind", "")
    if not row.get("withheld"):
        return row
    text = Text(
        row.get("title", ""), row.pop("summary", ""), row.get("language", ""), kind,
        row.get("source", ""), row.get("publisher", ""), None, row.get("url", ""),
    )  # fmt: skip
    return row | {"judged": told(matcher.match(text))}


def told(match: Match) -> Row:
    """A match without a word of the text it was found in: ids, codes and dates."""
    dates = tuple(replace(one, field="title", start=0, end=0) for one in match.dates)
    hits = [
        {
            "id": one.id, "title": one.title, "level": one.level, "status": one.status,
            "tier": one.tier, "groups": one.groups, "because": one.because,
        }
        for one in match.rules[:MOST_HITS]
    ]  # fmt: skip
    return {"found": json.loads(findings.pack(replace(match, dates=dates))), "hits": hits}


def given(row: Mapping[str, Any]) -> Match | None:
    """What another desk found, None where it sent the text; TypeError, ValueError else."""
    if row.get("withheld") is not True:
        return None
    judged = row.get("judged", {})
    if not isinstance(judged, dict) or not isinstance(judged.get("found", {}), dict):
        raise TypeError("judged is no record")
    hits = judged.get("hits", [])
    if not isinstance(hits, list) or len(hits) > MOST_HITS:
        raise ValueError("hits are no list, or too many")
    found = findings.match_of(judged.get("found", {}))
    return replace(found, rules=tuple(map(_hit, hits)))


@dataclass(frozen=True, slots=True)
class Given:
    """Answers for items that came without their text, and asks the rules here for all others."""

    matcher: Matching
    known: Mapping[tuple[str, str], Match]

    def match(self, text: Text) -> Match:
        """What was given, and what the rules here see in the title besides."""
        mine, theirs = self.matcher.match(text), self.known.get((text.url, text.title))
        if theirs is None:
            return mine
        ids = {one.id for one in theirs.rules}
        more = tuple(one for one in mine.rules if one.id not in ids)
        return replace(theirs, rules=(*theirs.rules, *more))


def _hit(raw: Any) -> RuleHit:
    texts = {key: raw[key] for key in ("id", "title", "level", "status", "tier", "because")}
    if not all(isinstance(one, str) and len(one) <= 2_000 for one in texts.values()):
        raise ValueError("a hit is no record of texts")
    for key, allowed in (
        ("level", LEVELS), ("status", get_args(RuleStatus)), ("tier", get_args(Tier)),
    ):  # fmt: skip
        if texts[key] not in allowed:
            raise ValueError(f"{key} {texts[key]!r} is not known")
    groups = raw["groups"]
    if not isinstance(groups, list) or len(groups) > MOST_GROUPS:
        raise ValueError("groups are no list, or too many")
    made = tuple(tuple((str(key), str(value)) for key, value in one) for one in groups)
    return RuleHit(
        texts["id"], texts["title"], cast(Level, texts["level"]),
        cast(RuleStatus, texts["status"]), cast(Tier, texts["tier"]), made, (), texts["because"],
    )  # fmt: skip
