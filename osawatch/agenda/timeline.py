"""The timeline of a situation: what persons wrote and what its sources brought, newest first.

Of a story the certainty is what a person said of it; else an official item is confirmed, a measure
told as a rumour is one, and everything else is unconfirmed: many papers confirm nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from osawatch.core import Core
from osawatch.model import Filter, SourceRow
from osawatch.situation.model import Situation

MOST_CARDS = 150
QUIET = ("ok", "not_modified", "empty")


@dataclass(frozen=True, slots=True)
class Row:
    """`id` names it for a mark; `said`: a person said how sure it is; `who` wrote or published."""

    at: datetime
    what: Literal["line", "story"]
    id: str
    text: str
    who: str
    certainty: str
    said: bool
    url: str = ""
    official: bool = False


def rows(core: Core, one: Situation) -> list[Row]:
    """All of it from its beginning to its end, or to now."""
    lines = [Row(x.at, "line", x.id, x.text, x.by, x.certainty, said=True) for x in one.lines]
    return sorted([*lines, *_stories(core, one)], key=lambda row: (row.at, row.id), reverse=True)


def silent(core: Core, one: Situation) -> list[SourceRow]:
    """Its sources that do not answer: no news from them means "cannot tell"."""
    mine = [row for row in core.sources.rows() if row.id in one.sources]
    return [row for row in mine if row.outcome not in QUIET or not row.enabled]


def cards(core: Core, one: Situation) -> list[str]:
    """The stories that its sources brought, newest first."""
    wanted = Filter(
        view="all", sources=one.sources, goods=one.goods, countries=one.countries, since=one.opened
    )
    return core.card_ids(wanted)[:MOST_CARDS]


def _stories(core: Core, one: Situation) -> list[Row]:
    end, found = one.ended or core.now(), dict[str, Row]()
    for name in cards(core, one):
        card = core.card(name)
        for item in card.story if card else ():
            if item.source not in one.sources or not one.opened <= item.first_seen <= end:
                continue
            said = one.marks.get(item.id, "")
            guess = "rumour" if item.measure_status == "rumour" else "unconfirmed"
            found[item.id] = Row(
                item.first_seen, "story", item.id, item.title,
                item.publisher or item.source_title,
                said or ("confirmed" if item.official else guess), bool(said), item.url,
                item.official,
            )  # fmt: skip
    return list(found.values())
