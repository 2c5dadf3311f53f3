"""From the facts of an alert to its score. The formula and its weights stand in score.py."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime
from functools import lru_cache
from typing import Any

from osawatch import score
from osawatch.model import Confidence, Impact, Score
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
        data.get("reach", "all"),
    )  # fmt: skip


@lru_cache(maxsize=4096)
def told(column: str, value: float, scored: int) -> tuple[Impact, Confidence]:
    """Impact and confidence in a word each, of a value that was saved with these facts then."""
    facts = unpack(column)
    made = score.Facts(
        status=facts.status, grades=facts.grades, official=facts.official, novelty=facts.novelty,
        p=facts.p, age_days=_age(facts, at(scored)),
    )  # fmt: skip
    return score.told(made, value)


def _age(facts: Facts, now: datetime) -> float:
    return max(0.0, (now - at(facts.newest)).total_seconds() / 86_400)


class Rater:
    """Rates facts with the watchlist's shares. Thread safe: it holds nothing that changes."""

    def __init__(self, pack: Any) -> None:  # rules.load.Pack
        self._watchlist = pack.watchlist

    def rate(self, facts: Facts, now: datetime) -> Score:
        """The score at this time; it decays with the age of the newest item."""
        known = self._watchlist.goods
        goods = [known[good] for good in facts.goods if good in known]
        return score.rate(
            score.facts_for(
                goods or None,
                facts.countries,
                watched=self._watchlist.measures,
                measures=facts.measures,
                status=facts.status,
                reach=facts.reach,
                grades=facts.grades,
                official=facts.official,
                novelty=facts.novelty,
                p=facts.p,
                age_days=_age(facts, now),
            )
        )
