"""From daily counts to a trend: what was seen, what was to be expected, which days stand out.

    store.series.Count -> gpd.judge -> Trend -> episodes | as_json
A day that nobody looked at stays None; it is never a nought.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date

from osawatch import gpd
from osawatch.model import Trend, TrendDay
from osawatch.store.series import Count

HISTORY = 180  # days before the first one shown that its baseline wants to know
ALARM = 1e-3
QUIET = 7  # days without an alarm that close an episode

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


def trend(
    counts: Sequence[Count],
    *,
    good: str = "",
    country: str = "",
    measure: str = "",
    days: int = 0,
    notes: Iterable[Note] = (),
) -> Trend:
    """The last `days` (0 = all) of these counts, each judged by all that came before it."""
    looked = [gpd.Observed(one.total, one.coverage) for one in counts]
    verdicts = gpd.judge(looked, counts[0].day.weekday() if counts else 0)
    shown = [_day(one, verdict) for one, verdict in zip(counts, verdicts, strict=True)][-days:]
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


def _day(one: Count, verdict: gpd.Verdict) -> TrendDay:
    seen = one.coverage > 0 or one.total > 0  # stories from files count, also when nobody polled
    return TrendDay(
        one.day, dict(one.measures) if seen else {}, one.total if seen else None, one.coverage,
        verdict.expected, verdict.upper, verdict.p, dict(one.kinds) if seen else {},
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
        "expected": day.expected,
        "upper": day.upper,
        "p": day.p,
        "measures": day.counts,
        "kinds": day.kinds,
    }


def _dated(one: Episode) -> dict[str, object]:
    return {k: v.isoformat() if isinstance(v, date) else v for k, v in asdict(one).items()}
