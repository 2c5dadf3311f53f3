"""Political stability of countries as a weight from 0 (best) to 10 (worst)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib import resources


@lru_cache(maxsize=1)
def weights() -> Mapping[str, float]:
    """By country: (2.5 - estimate) * 2, the scaling that fits the Commission's study of 2023.

    Source of the estimates: World Bank, Worldwide Governance Indicators (governance.csv); one of
    its six dimensions, so it is near the Commission's own weight and not the same.
    """
    table = resources.files("osawatch.chain").joinpath("governance.csv").read_text("utf-8")
    rows = [line.split(",") for line in table.splitlines() if line[:1] != "#"][1:]
    return {land: min(10.0, max(0.0, (2.5 - float(estimate)) * 2)) for land, estimate in rows}
