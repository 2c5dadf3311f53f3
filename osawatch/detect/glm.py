"""A log-linear model of counts, fitted by weighted least squares again and again.

Written from McCullagh and Nelder, Generalized Linear Models (1989), sections 2.5 and 9.2. Where
the numbers of R's `glm` depend on how it goes about it, this goes about it in the same way: its
dispersion, hat values and errors come from the working weights that the last step *began* with.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
_CLOSE = 1e-8  # relative change of the deviance that ends the fitting
_STEPS = 25


@dataclass(frozen=True, slots=True)
class Fit:
    """A fitted model: n counts, k columns.

    `mean` (n), `hat` (n), `coefficients` (k), `covariance` (k x k, to be multiplied by the
    dispersion), `residuals` (n, relative to the mean), `dispersion` (Pearson's).
    """

    coefficients: Array
    covariance: Array
    mean: Array
    hat: Array
    residuals: Array
    dispersion: float
    freedom: int


def fit(columns: Array, counts: Array, offset: Array, weights: Array) -> Fit | None:
    """Counts by columns (n x k) with a log link; None if it cannot be fitted."""
    with np.errstate(all="ignore"):  # what runs away is not finite in the end
        found = _iterated(columns, counts, offset, weights)
    if found is None or not np.isfinite([found.dispersion, *found.covariance.flat]).all():
        return None
    return found


def _iterated(columns: Array, counts: Array, offset: Array, weights: Array) -> Fit | None:
    eta = np.log(counts + 0.1)
    mean = np.exp(eta)
    before = _deviance(counts, mean, weights)
    for _ in range(_STEPS):
        working = np.sqrt(weights * mean)
        wanted = eta - offset + (counts - mean) / mean
        q, r = np.linalg.qr(columns * working[:, None])
        if np.min(np.abs(np.diag(r))) < 1e-9 * np.max(np.abs(np.diag(r))):
            return None
        coefficients = np.linalg.solve(r, q.T @ (working * wanted))
        eta = columns @ coefficients + offset
        mean = np.exp(np.clip(eta, -700, 700))
        now = _deviance(counts, mean, weights)
        if not math.isfinite(now):
            return None
        if abs(now - before) / (abs(now) + 0.1) < _CLOSE:
            return _fitted(counts, mean, working, q, r, coefficients)
        before = now
    return None


def _fitted(counts: Array, mean: Array, working: Array, q: Array, r: Array, found: Array) -> Fit:
    residuals = (counts - mean) / mean
    freedom = len(counts) - len(found)
    spread = float(np.sum(working**2 * residuals**2)) / freedom if freedom else math.nan
    inverse = np.linalg.inv(r)
    hat = np.minimum(np.sum(q**2, axis=1), 1.0)
    return Fit(found, inverse @ inverse.T, mean, hat, residuals, spread, freedom)


def _deviance(counts: Array, mean: Array, weights: Array) -> float:
    logs = np.where(counts > 0, counts * np.log(counts / mean), 0.0)
    return float(2 * np.sum(weights * (logs - (counts - mean))))
