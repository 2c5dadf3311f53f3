"""What an alert says, put together from the items it holds. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from osawatch.citing import cited, origins
from osawatch.decide import STAGES, axis
from osawatch.stages import Group, Member, Outline, Totals
from rules.model import Match

ROLES = ("imposing", "supplier", "affected", "transit")
GRADES = "ABCDEF"


def outline(group: Group, members: Sequence[Member], totals: Totals) -> Outline:
    """All that can be said of these items as one alert."""
    by_time = sorted(members, key=lambda one: (one.at, one.id))
    lead = min(by_time, key=lambda one: (not one.official, one.grade, one.at, one.id))
    grouped = [(axis(value, one.match), value) for _, value in group for one in by_time[:1]]
    roles = _ordered((role.country, role.role) for one in by_time for role in one.match.roles)
    goods = _of(grouped, "good") or _most(one.match.goods for one in by_time)
    measures = _of(grouped, "measure") or _most(one.match.measures for one in by_time)
    countries = (
        _of(grouped, "country") or _acting(roles) or _most(one.match.countries for one in by_time)
    )
    return Outline(
        lead=lead.n, first=by_time[0].n, title=lead.title, language=lead.language,
        goods=goods, countries=countries, roles=roles, measures=measures,
        measure_status=_stage(by_time, measures), start=totals.start, stop=totals.stop,
        first_seen=totals.first_seen, last_seen=totals.last_seen, publishers=totals.publishers,
        items=totals.items, official=totals.official, grades=_grades(members),
        concepts=_concepts(goods, measures, countries, roles),
    )  # fmt: skip


def _concepts(
    goods: Iterable[str],
    measures: Iterable[str],
    countries: Iterable[str],
    roles: Iterable[tuple[str, str]],
) -> tuple[tuple[str, str], ...]:
    """What the alert is found by: any role of a country counts."""
    named = [("good", one) for one in goods] + [("measure", one) for one in measures]
    named += [("country", one) for one in countries] + [("country", one) for one, _ in roles]
    return tuple(dict.fromkeys(named))


def _of(grouped: Iterable[tuple[str, str]], wanted: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for kind, value in grouped if kind == wanted and value))


def _most(lists: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    counts = Counter(one for values in lists for one in values)
    return tuple(sorted(counts, key=lambda one: (-counts[one], one)))


def _ordered(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    counts = Counter(pairs)
    return tuple(sorted(counts, key=lambda pair: (ROLES.index(pair[1]), -counts[pair], pair[0])))


def _acting(roles: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """The imposing countries, else the suppliers, else those affected."""
    for wanted in ROLES:
        named = tuple(country for country, role in roles if role == wanted)
        if named:
            return named
    return ()


def _stage(by_time: Sequence[Member], measures: tuple[str, ...]) -> str:
    """The status of the measure: an official word counts most, then the furthest stage.

    The last text that says a measure ended is believed over earlier ones.
    """
    said = [(one, _status(one.match, measures)) for one in by_time]
    said = [(one, status) for one, status in said if status]
    trusted = [pair for pair in said if pair[0].official] or said
    if not trusted:
        return ""
    last = trusted[-1][1]
    stages = [status for _, status in trusted if status in STAGES]
    return last if last not in STAGES else max(stages, key=STAGES.index)


def _status(match: Match, measures: tuple[str, ...]) -> str:
    named = [match.measure_status[one] for one in measures if one in match.measure_status]
    return named[0] if named else next(iter(match.measure_status.values()), "")


def _grades(members: Sequence[Member]) -> str:
    """The best grade of each independent report: near-copies count once, and so does an origin.

    Who passes on another's report («citing Reuters») counts as that other.
    """
    best: dict[str, str] = {}
    for one in members:
        best[one.story] = min(best.get(one.story, "F"), one.grade or "F", key=GRADES.find)
    publishers = frozenset(one.publisher for one in members)
    first: dict[str, Member] = {}
    for one in sorted(members, key=lambda member: (member.at, member.id)):
        first.setdefault(one.story, one)
    said = [
        (one.publisher, cited(one.title, one.summary, one.publisher, publishers))
        for one in first.values()
    ]
    by_origin: dict[str, str] = {}
    for story, origin in zip(first, origins(said), strict=True):
        by_origin[origin] = min(by_origin.get(origin, "F"), best[story], key=GRADES.find)
    return "".join(sorted(by_origin.values()))
