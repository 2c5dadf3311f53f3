"""`osawatch.chance.tail` for many counts at once."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from osawatch.chance import tail

Array = NDArray[np.float64]
_LONG = 30.0  # counts from where on a fraction is shorter than the sum
_TINY = 1e-300
_MOST = 400  # terms of a sum that all walk together; what is longer goes alone


def tails(counts: Array, mean: Array, variance: Array) -> Array:
    """P(Y >= count) for arrays of one length; 1 where the count is nought."""
    found = np.ones(len(counts))
    mean = np.maximum(mean, 1e-12)
    wide = (counts > _LONG) & (variance > mean * (1 + 1e-6))
    for some, how in ((wide, _by_fraction), ((counts > 0) & ~wide, _by_sum)):
        if some.any():
            found[some] = how(counts[some], mean[some], variance[some])
    return found


def _by_sum(counts: Array, mean: Array, variance: Array) -> Array:
    """The first term by logarithms, the rest by its recurrence."""
    base, step = mean * mean / variance, (variance - mean) / variance
    poisson = step <= 1e-9
    base, step = np.where(poisson, mean, base), np.where(poisson, 0.0, step)
    total, term, k = np.ones(len(counts)), np.ones(len(counts)), counts.copy()
    for _ in range(_MOST):
        term *= (base + step * k) / (k + 1)
        total += term
        k += 1
        if not np.any(term > 1e-12 * total):
            break
    found = np.minimum(1.0, total * np.exp(_first(counts, mean, variance, poisson)))
    for n in np.flatnonzero(term > 1e-12 * total):
        found[n] = tail(int(counts[n]), float(mean[n]), float(variance[n]))
    return found


def _by_fraction(counts: Array, mean: Array, variance: Array) -> Array:
    """The incomplete beta function, as in `osawatch.chance.beta`."""
    a, b, x = counts, mean * mean / (variance - mean), (variance - mean) / variance
    front = _each(math.lgamma, a + b) - _each(math.lgamma, a) - _each(math.lgamma, b)
    front = np.exp(front + a * np.log(x) + b * np.log1p(-x))
    turned = x > (a + 1) / (a + b + 2)
    one, other = np.where(turned, b, a), np.where(turned, a, b)
    found = front * _fraction(one, other, np.where(turned, 1 - x, x)) / one
    return np.asarray(np.clip(np.where(turned, 1 - found, found), 0.0, 1.0))


def _fraction(a: Array, b: Array, x: Array) -> Array:
    """The continued fraction DLMF 8.17.22, by Lentz's method."""
    c, d = np.ones(len(a)), 1 / _off_zero(1 - (a + b) * x / (a + 1))
    value = d.copy()
    for m in range(1, _MOST):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for term in (even, odd):
            d = 1 / _off_zero(1 + term * d)
            c = _off_zero(1 + term / c)
            value *= c * d
        if np.all(np.abs(c * d - 1) < 1e-13):
            break
    return value


def _off_zero(value: Array) -> Array:
    return np.where(np.abs(value) > _TINY, value, _TINY)


def _first(n: Array, mean: Array, variance: Array, poisson: NDArray[np.bool_]) -> Array:
    """The logarithm of P(Y = n)."""
    spread = np.where(poisson, 2 * mean, variance)
    size = mean * mean / (spread - mean)
    found = _each(math.lgamma, n + size) - _each(math.lgamma, size)
    found += size * np.log(mean / spread) + n * np.log((spread - mean) / spread)
    found = np.where(poisson, n * np.log(mean) - mean, found)
    return np.asarray(found - _each(math.lgamma, n + 1))


def _each(function: Callable[[float], float], values: Array) -> Array:
    return np.fromiter(map(function, values.tolist()), float, len(values))
