"""From the facts of an alert to its score. The formula and its weights stand in score.py."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime

from osawatch.model import Score
from osawatch.stages import Facts
from osawatch.store.rows import at


def pack(facts: Facts) -> str:
    """Facts as a column."""
    return json.dumps(asdict(facts), ensure_ascii=False)


def unpack(column: str) -> Facts:
    """The reverse of `pack`."""
    data = json.loads(column)
    return Facts(
        tuple(data["goods"]), tuple(data["countries"]), tuple(data["measures"]), data["status"],
        data["grades"], data["official"], data["novelty"], data["newest"], data.get("p", 1.0),
    )  # fmt: skip


class Rater:
    """Rates facts with the watchlist's shares. Thread safe: it holds nothing that changes."""

    def __init__(self, pack: object) -> None:
        self._pack = pack

    def rate(self, facts: Facts, now: datetime) -> Score:
        """The score at this time; it decays with the age of the newest item."""
        age = max(0.0, (now - at(facts.newest)).total_seconds() / 86_400)
        # A stand-in until score.py is there: grade of evidence and age only.
        trust = 0.98 if facts.official else 1 - 0.5 ** (1 + len(facts.grades))
        value = 60 * trust * max(0.1, 2 ** (-age / 30))
        return Score(value, f"OSW:0/SRC:{facts.grades}/AGE:{age:.1f}", {"confidence": trust})
