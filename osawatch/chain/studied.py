"""Tables of the Commission's study of critical raw materials: assessments, uses, trade factors.

Facts with their source in the head of each file. By id of a good of the watchlist.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

LARGEST_ADDED = 204_200  # million euros, NACE C28: the sector that counts 10 in the study of 2023


class Assessed(NamedTuple):
    """What a study found: supply risk and economic importance."""

    year: int
    sr: float
    ei: float


class Use(NamedTuple):
    """A share of a good's use, 0..1, and what its sector adds, scaled to 10."""

    sector: str
    share: float
    added: float


@lru_cache(maxsize=1)
def assessments() -> Mapping[str, tuple[Assessed, ...]]:
    """All studies of a good, the earliest first."""
    found: dict[str, list[Assessed]] = {}
    for row in _rows("assessed.csv"):
        one = Assessed(int(row["year"]), float(row["sr"]), float(row["ei"]))
        found.setdefault(row["good"], []).append(one)
    return {good: tuple(sorted(those)) for good, those in found.items()}


@lru_cache(maxsize=1)
def uses() -> Mapping[str, tuple[Use, ...]]:
    """Who uses a good, the largest share first; they need not add up to 1."""
    found: dict[str, list[Use]] = {}
    for row in _rows("uses.csv"):
        added = 10 * float(row["added"]) / LARGEST_ADDED
        one = Use(row["sector"], float(row["share"]), added)
        found.setdefault(row["good"], []).append(one)
    return {good: tuple(sorted(those, key=lambda x: -x.share)) for good, those in found.items()}


@lru_cache(maxsize=1)
def factors() -> Mapping[tuple[str, str, str], Mapping[str, float]]:
    """The trade factor t by (good, scope, stage), for countries where it is above 1."""
    found: dict[tuple[str, str, str], dict[str, float]] = {}
    for row in _rows("trade_factor.csv"):
        key = (row["good"], row["scope"], row["stage"])
        found.setdefault(key, {})[row["country"]] = float(row["t"])
    return found


def _rows(file: str) -> Iterator[dict[str, str]]:
    text = resources.files("osawatch.chain").joinpath(file).read_text("utf-8")
    return csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
