"""The picture by good and country: counts with bars, and how much of the time was looked at."""

from __future__ import annotations

from osawatch.briefing.compose_parts import Name, moment
from osawatch.briefing.model import Facts, Pair, Section, Table


def section(facts: Facts, name: Name, said: dict[str, str]) -> Section:
    """Four tables with bars; a bar says no more than the figure beside it."""
    picture = facts.picture
    parts = [
        _pairs(picture.goods, ("good",), said, name, "by_good"),
        _pairs(picture.countries, ("country",), said, name, "by_country"),
        _pairs(picture.pairs, ("good", "country"), said, name, "by_both"),
        _time(facts, said),
    ]
    shown = tuple(one for one in parts if one is not None) if picture.pairs else ()
    lead = said["picture_lead"].format(moment(facts.asked.since), moment(facts.asked.until))
    return Section(said["picture"], lead, shown, said["nothing_counted"])


def _pairs(
    found: tuple[Pair, ...], kinds: tuple[str, ...], said: dict[str, str], name: Name, key: str
) -> Table | None:
    rows = tuple(
        (*(name(kind, getattr(one, kind)) for kind in kinds), str(one.now), str(one.before))
        for one in found
    )
    head = tuple(said[word] for word in (*kinds, "now", "before"))
    return Table(said[key], head, rows, tuple(one.now for one in found)) if rows else None


def _time(facts: Facts, said: dict[str, str]) -> Table | None:
    """Days that nobody looked at are told: no alert then means nothing."""
    found = facts.picture.stretches
    rows = tuple(
        (one.day.isoformat(), str(one.now) if one.observed else said["unseen"],
         said["of_days"].format(one.observed, one.days))
        for one in found
    )  # fmt: skip
    head = (said["from_day"], said["new_alerts"], said["observed"])
    caption = said["by_day" if max((one.days for one in found), default=1) == 1 else "by_week"]
    return Table(caption, head, rows, tuple(one.now for one in found)) if rows else None
