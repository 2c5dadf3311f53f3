"""How good the detectors are on invented news, and what they cost.

    python -m tests.bench.bench_detect [seeds]

Seeds are fresh at each run and printed, so that a run can be repeated. Trust the order of the
methods, not the third digit: the news is invented by the same hand as our detector.
"""

from __future__ import annotations

import secrets
import statistics
import sys
import time
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from osawatch.detect import budget
from osawatch.detect.panel import Panel
from tests.bench import news_sim
from tests.bench.news_sim import GRACE, QUIET_START, Array, News

ALLOWED = 0.1  # false alerts per series and year
QUIET = 7
LEAST_DEVIATION = 0.5  # in favour of EARS and z: a flat past would alarm at anything
Score = Callable[[News], Array]


def gpd(news: News) -> Array:
    """-log10 p of our detector; NaN = no verdict."""
    panel = Panel(news.counts.shape[1], news.goods.tolist(), news.countries.tolist())
    days = enumerate(zip(news.counts, news.exposure, strict=True))
    chances = np.array([panel.step(y, float(e), n % 7).p for n, (y, e) in days])
    return np.asarray(-np.log10(np.maximum(chances, 1e-300)))


def steps(news: News, days: int, lag: int) -> Array:
    """Deviations above the mean of some days before; those nobody looked at are left out."""
    seen = np.where(news.exposure[:, None] > 0, news.counts, np.nan)
    found = np.full(seen.shape, np.nan)
    for day in range(days + lag, len(seen)):
        past = seen[day - lag - days : day - lag]
        known = np.isfinite(past[:, 0])
        if known.sum() < 2 * days / 3:
            continue
        mean, deviation = past[known].mean(0), past[known].std(0, ddof=1)
        found[day] = (seen[day] - mean) / np.maximum(deviation, LEAST_DEVIATION)
    return found


METHODS: dict[str, tuple[Score, float]] = {
    "GPD": (gpd, 3.0),
    "EARS C2": (lambda news: steps(news, 7, 2), 3.0),
    "z 28 days": (lambda news: steps(news, 28, 0), 3.0),
}


def judged(score: Array, news: News, limit: float | NDArray[np.float64]) -> tuple[float, float]:
    """(false episodes per series and year, share of bursts found) above a limit."""
    with np.errstate(invalid="ignore"):
        alarm = score > limit
    near = news.near_burst()
    before = np.zeros_like(alarm)
    for shift in range(1, QUIET + 1):
        before[shift:] |= alarm[:-shift]
    false = (alarm & ~before & ~near)[QUIET_START:].sum()
    years = (~near)[QUIET_START:].sum() / 365.25
    found = [
        alarm[one.start : one.start + one.days + GRACE, one.series].any() for one in news.bursts
    ]
    return float(false / years), float(np.mean(found))


def allowed(score: Array, news: News, most: float) -> float:
    """The share found at the limit that makes no more than so many false alerts."""
    low, high = 0.0, 300.0
    for _ in range(40):
        middle = (low + high) / 2
        if judged(score, news, middle)[0] > most:
            low = middle
        else:
            high = middle
    return judged(score, news, high)[1]


def sharpness(seeds: Sequence[int]) -> None:
    """The table of all methods."""
    print(f"600 series, 3 years, seeds {', '.join(map(str, seeds))}; means")
    print(f"{'method':<12}{'false/series-year':>18}{'found':>8}{'found at 1':>12}{'at 0.1':>8}")
    worlds = [news_sim.make(seed) for seed in seeds]
    for name, (method, default) in METHODS.items():
        rows = []
        for news in worlds:
            score = method(news)
            at = [allowed(score, news, most) for most in (1.0, ALLOWED)]
            rows.append((*judged(score, news, default), *at))
        false, found, one, tenth = np.mean(rows, axis=0)
        print(f"{name:<12}{false:>18.3f}{found:>8.3f}{one:>12.3f}{tenth:>8.3f}")


def many(seed: int) -> None:
    """2,400 series: Benjamini-Hochberg, its promise and the price of a day."""
    news = news_sim.make(seed, 1030, 60, 40, every=1000)
    panel = Panel(2400, news.goods.tolist(), news.countries.tolist())
    taken, score = [], np.full(news.counts.shape, np.nan)
    limits: dict[float, list[float]] = {0.05: [], 0.10: [], 0.20: []}
    for day, (counts, exposure) in enumerate(zip(news.counts, news.exposure, strict=True)):
        start = time.process_time()  # others may be busy on the machine
        chances = panel.step(counts, float(exposure), day % 7).p
        taken.append(time.process_time() - start)
        score[day] = -np.log10(np.maximum(chances, 1e-300))
        for share, kept in limits.items():
            kept.append(budget.line(chances.tolist(), share))
    print(f"2,400 series, {np.mean(news.counts == 0):.1%} of days nought, seed {seed}")
    print(f"one day: {statistics.median(taken[QUIET_START:]) * 1e3:.2f} ms (median of 730)")
    for share, kept in limits.items():
        line = np.where(np.array(kept) > 0, -np.log10(np.maximum(kept, 1e-300)), 1e9)
        _told(news, score, line[:, None] * (1 - 1e-12), f"BH q={share:.2f}")
    _told(news, score, np.array([5.0]), "p<1e-5")
    _told(news, steps(news, 7, 2), np.array([3.0]), "EARS C2")


def _told(news: News, score: Array, limit: Array, name: str) -> None:
    with np.errstate(invalid="ignore"):
        alarm = score > limit
    false, found = judged(score, news, limit)
    near = news.near_burst()
    weeks = (len(score) - QUIET_START) / 7
    wrong = false * (~near)[QUIET_START:].sum() / 365.25
    days = (alarm & ~near)[QUIET_START:].any(axis=1).mean()
    right = found * len(news.bursts)
    print(
        f"{name:<10} {wrong / weeks:>7.2f} false alerts a week, {wrong / (wrong + right):.3f} of"
        f" all alerts, days with one {days:.3f}, bursts found {found:.3f}"
    )


def main() -> None:
    """Print both tables."""
    given = [int(one) for one in sys.argv[1:] if one.isdigit()]
    seeds = given or [secrets.randbelow(100_000) for _ in range(3)]
    sharpness(seeds)
    many(seeds[0])


if __name__ == "__main__":
    main()
