"""How probable counts are: tails of the Poisson, of the negative binomial and of Student's t.

As exact as a library of 113 MB that would take three seconds to load. Pure.
"""

from __future__ import annotations

import math
from collections.abc import Callable

_TINY = 1e-300
_WIDE = 8.0  # variance in means from where on a fraction is shorter than the sum


def tail(count: int, mean: float, variance: float) -> float:
    """P(Y >= count) of a negative binomial, or of a Poisson where the variance is no larger.

    The first term by logarithms, the rest by its recurrence; by a fraction where the sum is long.
    """
    if count <= 0:
        return 1.0
    if mean < 1e-12:  # smaller than all that is ever compared with it
        return 0.0
    if variance > _WIDE * mean:
        mean = max(mean, 1e-200)
        return beta(count, mean * mean / (variance - mean), (variance - mean) / variance)
    first, ratio = _terms(count, mean, variance)
    if count <= mean:  # most of the mass is above: sum what is below
        below, term = 0.0, 1.0
        for k in range(count, 0, -1):
            term /= ratio(k - 1)
            below += term
            if term < 1e-17 * below:
                break
        return max(0.0, 1.0 - below * math.exp(first))
    total = term = 1.0
    k = count
    while term > 1e-17 * total and k < count + 200_000:
        term *= ratio(k)
        total += term
        k += 1
    return min(1.0, total * math.exp(first))


def quantile(mean: float, variance: float, share: float) -> int:
    """The least count that is passed with a probability of no more than `share`."""
    low, high = 0, int(mean + 20 * math.sqrt(variance)) + 20
    while low < high:
        middle = (low + high) // 2
        if tail(middle + 1, mean, variance) <= share:
            high = middle
        else:
            low = middle + 1
    return low


def two_sided(t: float, freedom: int) -> float:
    """P(|T| >= |t|) of Student's t with so many degrees of freedom."""
    if not math.isfinite(t):
        return 0.0 if math.isinf(t) else 1.0
    return beta(freedom / 2, 0.5, freedom / (freedom + t * t))


def beta(a: float, b: float, x: float) -> float:
    """The regularised incomplete beta function, DLMF 8.17."""
    if x <= 0 or x >= 1:
        return 0.0 if x <= 0 else 1.0
    front = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)
    front = math.exp(front + a * math.log(x) + b * math.log1p(-x))
    if x > (a + 1) / (a + b + 2):  # the fraction converges fast on this side only
        return 1.0 - front * _fraction(b, a, 1 - x) / b
    return front * _fraction(a, b, x) / a


def _fraction(a: float, b: float, x: float) -> float:
    """The continued fraction DLMF 8.17.22, by Lentz's method."""
    c, d = 1.0, 1 / _off_zero(1 - (a + b) * x / (a + 1))
    value = d
    for m in range(1, 500):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for term in (even, odd):
            d = 1 / _off_zero(1 + term * d)
            c = _off_zero(1 + term / c)
            value *= c * d
        if abs(c * d - 1) < 1e-15:
            break
    return value


def _off_zero(value: float) -> float:
    return value if abs(value) > _TINY else _TINY


def _terms(count: int, mean: float, variance: float) -> tuple[float, Callable[[int], float]]:
    """The logarithm of P(Y = count), and P(k + 1) / P(k) as a function of k."""
    mean = max(mean, 1e-200)  # a day hardly anybody looked: its square would be nought
    if variance <= mean * (1 + 1e-9):
        first = count * math.log(mean) - mean - math.lgamma(count + 1)
        return first, lambda k: mean / (k + 1)
    size = max(mean * mean / (variance - mean), 1e-300)
    q = (variance - mean) / variance
    first = math.lgamma(count + size) - math.lgamma(size) - math.lgamma(count + 1)
    first += size * math.log(mean / variance) + count * math.log(q)
    return first, lambda k: q * (k + size) / (k + 1)
