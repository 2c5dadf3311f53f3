"""From daily counts to a trend: what was seen, what was to be expected, which days stand out.

    store.series.Count -> gpd.judge -> Trend -> episodes | as_json
A day that nobody looked at stays None; it is never a nought.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime

from osawatch import gpd
from osawatch.acts import Measure
from osawatch.model import Trend, TrendDay
from osawatch.store import measures, series
from osawatch.store.database import Connection
from osawatch.store.rows import day_number
from osawatch.store.series import Count

HISTORY = 180  # days before the first one shown that its baseline wants to know
ALARM = 1e-3
QUIET = 7  # days without an alarm that close an episode

NOTED = {
    "considered": "considered", "proposed": "proposed", "adopted": "adopted",
    "in_force": "in_force", "effective": "in_force", "suspended": "suspended", "lifted": "lifted",
    "expired": "expired",
}  # fmt: skip

Note = tuple[date, str, str]


@dataclass(frozen=True, slots=True)
class Episode:
    """A run of unusual days: told once, at its first day. `peak` is its least probable day."""

    start: date
    end: date
    peak: date
    stories: int
    expected: float
    p: float


def read(
    connection: Connection,
    now: datetime,
    *,
    good: str = "",
    country: str = "",
    measure: str = "",
    days: int = 90,
) -> Trend:
    """A series of the store, judged as a share of all that was looked at."""
    whole = days + HISTORY
    counts = series.daily(connection, now, whole, good=good, country=country, measure=measure)
    looked = series.exposure(connection, now, whole)
    ours = series.pairs(connection, [("", "")], now, whole)["", ""]
    all_of_us = [gpd.Observed(*day) for day in zip(ours, looked, strict=True)]
    busy = gpd.weekdays(all_of_us, counts[0].day.weekday())
    exposure = [one * factor for one, factor in zip(looked, busy, strict=True)]
    return trend(
        counts, exposure=exposure, polled=series.polled(connection, now, whole),
        notes=_notes(measures.of(connection, [country], [good] if good else [])) if country else (),
        good=good, country=country, measure=measure, days=days,
    )  # fmt: skip


def trend(
    counts: Sequence[Count],
    *,
    exposure: Sequence[float] | None = None,
    polled: Mapping[int, int] | None = None,
    good: str = "",
    country: str = "",
    measure: str = "",
    days: int = 0,
    notes: Iterable[Note] = (),
) -> Trend:
    """The last `days` (0 = all) of these counts, each judged by all that came before it.

    `exposure` says how much was looked at each day, its weekday included; without it coverage
    does, and the series learns its weekdays itself. `polled`: stories of all topics by day.
    """
    pace = gpd.DAILY if exposure is None else gpd.SHARED
    seen = exposure if exposure is not None else [one.coverage for one in counts]
    looked = [gpd.Observed(one.total, part) for one, part in zip(counts, seen, strict=True)]
    verdicts = gpd.judge(looked, counts[0].day.weekday() if counts else 0, pace)
    all_topics = polled or {}
    shown = [
        _day(one, verdict, all_topics.get(day_number(one.day)))
        for one, verdict in zip(counts, verdicts, strict=True)
    ][-days:]
    kept = tuple(note for note in notes if shown and shown[0].day <= note[0] <= shown[-1].day)
    return Trend(good, country, measure, tuple(shown), kept)


def episodes(of: Trend, alarm: float = ALARM) -> list[Episode]:
    """The unusual days as episodes, oldest first; a long burst is one."""
    found: list[list[TrendDay]] = []
    for day in of.days:
        if day.p is None or day.p >= alarm or not day.total:
            continue  # a quiet day is no part of it, though the week behind it is unusual still
        if found and (day.day - found[-1][-1].day).days <= QUIET:
            found[-1].append(day)
        else:
            found.append([day])
    return [_episode(run) for run in found]


def as_json(of: Trend) -> dict[str, object]:
    """The shape of `trends --json`."""
    return {
        "good": of.good,
        "country": of.country,
        "measure": of.measure,
        "days": [_plain(day) for day in of.days],
        "anomalies": [_dated(one) for one in episodes(of)],
        "notes": [
            {"date": day.isoformat(), "kind": kind, "text": said} for day, kind, said in of.notes
        ],
    }


def _notes(found: Iterable[Measure]) -> list[Note]:
    """What became of measures, by day: (day, status, measure); the words are the window's."""
    told = {
        (date.fromisoformat(step.day), NOTED[step.what], one.measure)
        for one in found
        for step in one.steps
        if step.what in NOTED and len(step.day) == len("2026-01-01")
    }
    return sorted(told)


def _day(one: Count, verdict: gpd.Verdict, polled: int | None) -> TrendDay:
    seen = one.coverage > 0 or one.total > 0  # stories from files count, also when nobody polled
    return TrendDay(
        one.day, dict(one.measures) if seen else {}, one.total if seen else None, one.coverage,
        verdict.expected, verdict.upper, verdict.p, dict(one.kinds) if seen else {}, polled,
    )  # fmt: skip


def _episode(run: Sequence[TrendDay]) -> Episode:
    peak = min(run, key=lambda day: (day.p or 0.0, day.day))
    stories = sum(day.total or 0 for day in run)
    expected = sum(day.expected or 0.0 for day in run)
    return Episode(run[0].day, run[-1].day, peak.day, stories, expected, peak.p or 0.0)


def _plain(day: TrendDay) -> dict[str, object]:
    return {
        "date": day.day.isoformat(),
        "total": day.total,
        "coverage": round(day.coverage, 4),
        "polled": day.polled,
        "expected": day.expected,
        "upper": day.upper,
        "p": day.p,
        "measures": day.counts,
        "kinds": day.kinds,
    }


def _dated(one: Episode) -> dict[str, object]:
    return {k: v.isoformat() if isinstance(v, date) else v for k, v in asdict(one).items()}
