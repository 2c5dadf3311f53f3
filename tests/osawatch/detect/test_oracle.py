"""The detectors of public health against R's own answers, number by number."""

from __future__ import annotations

import csv
from functools import cache
from typing import get_args

import pytest

from osawatch.detect import ears, farrington
from osawatch.detect.point import Point
from tests.shared import SHARED, needs_shared

FOLDER = SHARED / "samples" / "statistics"
EARS = sorted(path.stem.removeprefix("ears_") for path in FOLDER.glob("ears_*.csv"))
FARRINGTON = sorted(
    path.stem.removeprefix("farrington_")
    for path in FOLDER.glob("farrington_*.csv")
    if path.stem != "farrington_controls"
)
COLUMNS = [("c1", 7), ("c1", 28), ("c2", 7), ("c2", 28), ("c3", 7)]

pytestmark = needs_shared


@cache
def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def counts(name: str) -> list[float]:
    return [float(row["observed"]) for row in rows(f"series_{name}")]


def same(points: list[Point], truth: list[dict[str, str]], column: str, within: float) -> None:
    for place, (point, row) in enumerate(zip(points, truth, strict=True)):
        line, alarm = row[f"{column}upper"], row[f"{column}alarm"]
        where = f"{column} row {place}: {point} {row}"
        assert (point.upper is None) == (line == ""), where
        if line:
            assert abs((point.upper or 0.0) - float(line)) <= within, where
            assert point.alarm == (alarm == "1"), where


@pytest.mark.parametrize("name", EARS)
def test_ears_is_that_of_r(name: str) -> None:
    for method, baseline in COLUMNS:
        kind: ears.Method = next(one for one in get_args(ears.Method) if one == method)
        found = ears.judge(counts(name), kind, baseline=baseline, variant="r")

        same(found, rows(f"ears_{name}"), f"{method.upper()}_b{baseline}_", 1e-9)


@pytest.mark.parametrize("name", EARS)
def test_a_floor_under_the_deviation_is_that_of_r(name: str) -> None:
    found = ears.judge(counts(name), "c2", least_sigma=0.5)

    lines = [row["C2_b7_minsigma0.5_upper"] for row in rows(f"ears_{name}")]
    assert [one.upper is None for one in found] == [not line for line in lines]
    assert all(
        abs((one.upper or 0.0) - float(line)) <= 1e-9
        for one, line in zip(found, lines, strict=True)
        if line
    )


@pytest.mark.parametrize("name", FARRINGTON)
def test_farrington_is_that_of_r(name: str) -> None:
    series, control = name.rsplit("_", 1)
    truth = rows(f"farrington_{name}")
    shares = series.endswith("_pop")
    series = series.removesuffix("_pop")
    totals = [float(row["population"]) for row in rows(f"series_{series}")] if shares else None

    found = farrington.judge(counts(series), farrington.CONTROLS[control], totals=totals)

    judged = [found[int(row["t"]) - 1] for row in truth]
    same(judged, truth, "", 1e-6)
    for point, row in zip(judged, truth, strict=True):
        assert point.alarm == (row["alarm"] == "1")
        if point.expected is not None:
            assert abs(point.expected - float(row["expected"])) <= 1e-6
            assert point.p == pytest.approx(float(row["pvalue"]), abs=1e-6)


def test_the_settings_are_those_that_r_was_given() -> None:
    told = {(row["control"], row["parameter"]): row["value"] for row in rows("farrington_controls")}

    for name, control in farrington.CONTROLS.items():
        assert told[name, "b"] == str(control.years)
        assert told[name, "w"] == str(control.half)
        assert told[name, "noPeriods"] == str(control.periods)
        assert told[name, "pastWeeksNotIncluded"] == str(control.left_out)
        assert float(told[name, "alpha"]) == control.alpha
        assert told[name, "limit54"] == ";".join(map(str, control.cases))
        assert told[name, "reweight"] == str(control.unusual is not None).upper()
        assert told[name, "trend"] == str(control.trend is not None).upper()
