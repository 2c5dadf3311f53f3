"""EARS C1, C2 and C3 of the CDC: a count against mean and deviation of the days just before it.

Formulas: Hutwagner et al., J Urban Health 80 (2003), i89-i96; Fricker, Hegler and Dunfee, Stat Med
27 (2008), 3407-3429. C1 ends its baseline yesterday, C2 three days ago, so that an outbreak that
begins slowly is not part of it. Variant "r" of C3 is that of R's surveillance package, which sets
the days before today against today's own count; it is here to be compared with, not to be used.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from statistics import NormalDist
from typing import Literal

from osawatch.detect.point import SILENT, Point

Method = Literal["c1", "c2", "c3"]
Variant = Literal["cdc", "r"]
LAG = {"c1": 0, "c2": 2, "c3": 2}
ALPHA = {"c1": 0.001, "c2": 0.001, "c3": 0.025}
C3_LIMIT = 2.0  # the CDC's, for the sum of three days
LEAST_SHARE = 2 / 3  # of a baseline that must have been observed

Counts = Sequence[float | None]  # None = not observed
_Base = tuple[float, float] | None


def judge(
    counts: Counts,
    method: Method,
    *,
    baseline: int = 7,
    alpha: float | None = None,
    least_sigma: float = 0.0,
    variant: Variant = "cdc",
) -> list[Point]:
    """A verdict a count. `least_sigma` floors the deviation: without it a flat past alarms at all.

    `alpha` is one-sided: 0.001 for C1 and C2, which makes 3.09 deviations. C3 by the CDC has
    its limit of 2 when no `alpha` is given; variant "r" takes 0.025.
    """
    if method == "c3":
        return _c3(counts, baseline, alpha, least_sigma, variant)
    z = _z(alpha or ALPHA[method])
    bases = _bases(counts, baseline, LAG[method], least_sigma)
    return [_above(y, base, z) for y, base in zip(counts, bases, strict=True)]


def _bases(counts: Counts, baseline: int, lag: int, least_sigma: float) -> list[_Base]:
    """(mean, deviation) of the baseline of each day; None where too little of it was observed."""
    return [_base(counts, day - lag, baseline, least_sigma) for day in range(len(counts))]


def _base(counts: Counts, end: int, baseline: int, least_sigma: float) -> _Base:
    start = end - baseline
    seen = [y for y in counts[max(start, 0) : max(end, 0)] if y is not None]
    if start < 0 or len(seen) < max(2, LEAST_SHARE * baseline):
        return None
    mean = math.fsum(seen) / len(seen)
    deviation = math.sqrt(math.fsum((y - mean) ** 2 for y in seen) / (len(seen) - 1))
    return mean, max(deviation, least_sigma)


def _above(y: float | None, base: _Base, z: float) -> Point:
    if y is None or base is None:
        return SILENT
    mean, deviation = base
    upper = mean + z * deviation
    return Point(mean, upper, _steps(y, base), y > upper)


def _steps(y: float, base: tuple[float, float]) -> float:
    """Deviations above the mean; above a flat past that is without end."""
    mean, deviation = base
    if deviation > 0:
        return (y - mean) / deviation
    return 0.0 if y == mean else math.copysign(math.inf, y - mean)


def _c3(
    counts: Counts, baseline: int, alpha: float | None, least_sigma: float, variant: Variant
) -> list[Point]:
    bases = _bases(counts, baseline, LAG["c3"], least_sigma)
    steps = [
        None if y is None or base is None else _steps(y, base)
        for y, base in zip(counts, bases, strict=True)
    ]
    chosen = _surveillance if variant == "r" else _cdc
    limit = C3_LIMIT if variant == "cdc" and alpha is None else _z(alpha or ALPHA["c3"])
    judged = [chosen(day, counts[day], bases, steps, limit) for day in range(len(counts))]
    first = baseline + LAG["c3"] + 2  # the first day with two judged days before it
    return [SILENT] * min(first, len(counts)) + judged[first:]


def _cdc(day: int, y: float | None, bases: Sequence[_Base], steps: Counts, limit: float) -> Point:
    """The excess of C2 over 1, summed over three days; a day nobody looked adds nothing."""
    base = bases[day]
    if y is None or base is None:
        return SILENT
    before = _excess(steps[day - 1]) + _excess(steps[day - 2])
    score = before + _excess(steps[day])
    room = limit - before
    # No count is low enough where the days before have used up the limit by themselves.
    upper = base[0] + base[1] * (1 + room) if room >= 0 else 0.0
    return Point(base[0], upper, score, score > limit)


def _surveillance(
    day: int, y: float | None, bases: Sequence[_Base], steps: Counts, z: float
) -> Point:
    """As R does: today's count, lowered by what the two days before were above."""
    base, before = bases[day], [_excess(one) for one in steps[day - 2 : day]]
    if y is None or base is None or any(_undefined(bases[n], steps[n]) for n in (day - 2, day - 1)):
        return SILENT
    mean, deviation = base
    if deviation == 0 and math.isinf(sum(before)):
        return SILENT  # nought times infinity
    upper = max(0.0, y + deviation * (z - sum(before)))
    return Point(mean, upper, sum(before), y > upper)


def _undefined(base: _Base, steps: float | None) -> bool:
    """Nought divided by nought, which R carries on."""
    return base is None or steps is None or (base[1] == 0 and steps == 0)


def _excess(steps: float | None) -> float:
    return max(0.0, steps - 1) if steps is not None else 0.0


def _z(alpha: float) -> float:
    return NormalDist().inv_cdf(1 - alpha)
