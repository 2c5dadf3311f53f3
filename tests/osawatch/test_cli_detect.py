"""`detect`: the columns, what is left empty, and what a wrong file is told."""

from __future__ import annotations

import csv
import io
import json
import math
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest

from osawatch import gpd
from osawatch.detect import ears, farrington
from tests.osawatch.commands import Commands, Said

MONDAY = date(2020, 1, 6)


@pytest.fixture
def commands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Commands:
    return Commands(tmp_path / "profile", capsys)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "counts.csv"


def write(
    file: Path, counts: Sequence[int | None], *, step: int = 1, totals: list[int] | None = None
) -> None:
    head = "date,count,total" if totals else "date,count"
    lines = [
        f"{MONDAY + timedelta(step * n)},{'' if y is None else y}"
        + (f",{totals[n]}" if totals else "")
        for n, y in enumerate(counts)
    ]
    file.write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")


def table(said: Said) -> list[dict[str, str]]:
    assert said.code == 0, said.err
    return list(csv.DictReader(said.out.splitlines()))


COUNTS: list[int | None] = [*([1, 0, 2, 1, 0, 0, 3] * 6), None, 9, 1]


def test_gpd_is_asked_unless_another_method_is_named(commands: Commands, file: Path) -> None:
    write(file, COUNTS)

    found = table(commands.run("detect", file))

    days = [gpd.Observed(y or 0, 0.0 if y is None else 1.0) for y in COUNTS]
    truth = gpd.judge(days, MONDAY.weekday())
    assert list(found[0]) == ["date", "count", "expected", "upper", "score", "alarm"]
    assert [row["count"] for row in found] == ["" if y is None else str(y) for y in COUNTS]
    assert found[-2]["alarm"] == "1"
    assert float(found[-2]["expected"]) == truth[-2].expected
    assert 10 ** -float(found[-2]["score"]) == pytest.approx(truth[-2].p)


def test_a_day_that_was_not_observed_has_no_verdict(commands: Commands, file: Path) -> None:
    write(file, COUNTS)

    for method in ("gpd", "ears-c1", "ears-c2", "ears-c3"):
        row = table(commands.run("detect", file, "--method", method))[-3]
        assert (row["count"], row["expected"], row["upper"], row["score"], row["alarm"]) == (
            "",
        ) * 5


def test_a_date_that_the_file_leaves_out_is_not_observed_either(
    commands: Commands, file: Path
) -> None:
    write(file, COUNTS)
    whole = table(commands.run("detect", file))
    lines = file.read_text(encoding="utf-8").splitlines()
    file.write_text("\n".join(line for line in lines if not line.endswith(",")), encoding="utf-8")

    assert table(commands.run("detect", file)) == [row for row in whole if row["count"]]


def test_ears_prints_its_lines_in_full(commands: Commands, file: Path) -> None:
    write(file, COUNTS)

    found = table(commands.run("detect", file, "--method", "ears-c2", "--min-sigma", "0.5"))

    values = [None if y is None else float(y) for y in COUNTS]
    for row, one in zip(found, ears.judge(values, "c2", least_sigma=0.5), strict=True):
        assert row["upper"] == ("" if one.upper is None else repr(one.upper))
        assert row["alarm"] == ("" if one.alarm is None else str(int(one.alarm)))


def test_c3_is_the_cdcs_unless_rs_is_asked_for(commands: Commands, file: Path) -> None:
    write(file, [1, 2, 0, 1, 2, 1, 1, 0, 2, 1, 1, 1, 9])

    cdc, r = (
        table(commands.run("detect", file, "--method", "ears-c3", "--variant", one))[-1]
        for one in ("cdc", "r")
    )

    assert (cdc["alarm"], r["alarm"]) == ("1", "0")
    assert table(commands.run("detect", file, "--method", "ears-c3"))[-1] == cdc


def test_dates_a_week_apart_are_weeks(commands: Commands, file: Path) -> None:
    weeks: list[int | None] = [10 + n % 3 for n in range(52 * 5)]
    write(file, weeks, step=7)

    found = table(commands.run("detect", file, "--method", "farrington", "--farrington", "far"))

    truth = farrington.judge([float(y or 0) for y in weeks], farrington.CONTROLS["far"])
    assert found[-1]["upper"] == repr(truth[-1].upper)
    assert table(commands.run("detect", file, "--period", "week"))[-1]["alarm"] == "0"


def test_with_totals_growth_of_all_is_no_alarm(commands: Commands, file: Path) -> None:
    counts = [3] * 60 + [12] * 5
    write(file, counts)
    alone = table(commands.run("detect", file))
    write(file, counts, totals=[100] * 60 + [400] * 5)
    shared = table(commands.run("detect", file))

    assert alone[-1]["alarm"] == "1"
    assert {row["alarm"] for row in shared} == {"", "0"}


def test_a_stricter_alpha_alarms_less(commands: Commands, file: Path) -> None:
    write(file, COUNTS)

    for method in ("gpd", "ears-c1", "ears-c2"):
        alarms = [
            sum(
                row["alarm"] == "1"
                for row in table(commands.run("detect", file, "--method", method, "--alpha", one))
            )
            for one in ("0.2", "1e-12")
        ]
        assert alarms[0] > alarms[1] == 0


def test_json_says_the_same_and_null_where_there_is_no_word(commands: Commands, file: Path) -> None:
    write(file, [0] * 12 + [None, 4])

    found = commands.run("detect", file, "--method", "ears-c1", "--jsonl").lines

    assert found[12] == {
        "date": "2020-01-18", "count": None, "expected": None, "upper": None, "score": None,
        "alarm": None,
    }  # fmt: skip
    assert found[13]["alarm"] is True
    assert math.isfinite(found[13]["score"])  # JSON knows no infinity
    assert json.loads(commands.run("detect", file, "--json").out)[13]["alarm"] is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("day,count\n2020-01-01,1\n", "date"),
        ("date,count\n01/02/2020,1\n", "2: date"),
        ("date,count\n2020-01-01,many\n", "2: count"),
        ("date,count\n2020-01-01,-1\n", "2: count"),
        ("date,count\n2020-01-01,1.5\n", "2: count"),
        ("date,count\n2020-01-02,1\n2020-01-02,1\n", "3: date"),
        ("date,count\n2020-01-02,1\n2020-01-01,1\n", "3: date"),
        ("date,count,total\n2020-01-02,1,x\n", "2: total"),
        ("date,count\n0001-01-01,1\n9999-01-01,1\n", "3: date"),
        ("", "date"),
    ],
)
def test_a_file_that_is_wrong_is_told_where(
    commands: Commands, file: Path, text: str, told: str
) -> None:
    file.write_text(text, encoding="utf-8")

    said = commands.run("detect", file)

    assert (said.code, said.out) == (2, "")
    assert str(file) in said.err
    assert told in said.err
    assert said.err.count("\n") == 1


def test_days_are_no_weeks(commands: Commands, file: Path) -> None:
    write(file, COUNTS)

    said = commands.run("detect", file, "--period", "week")

    assert said.code == 2
    assert "--period day" in said.err


def test_a_file_that_is_not_there_or_no_text_is_told(commands: Commands, tmp_path: Path) -> None:
    (tmp_path / "binary.csv").write_bytes(b"date,count\n\xff\xfe,1\n")

    assert commands.run("detect", tmp_path / "none.csv").code == 2
    assert commands.run("detect", tmp_path / "binary.csv").code == 2


def test_a_file_without_rows_has_no_rows(commands: Commands, file: Path) -> None:
    file.write_text("date,count\n", encoding="utf-8")

    for method in ("gpd", "ears-c1", "ears-c3", "farrington"):
        assert table(commands.run("detect", file, "--method", method)) == []


def test_counts_come_from_standard_input_too(
    commands: Commands, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(file, [3, 4, 5])
    said = commands.run("detect", file)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(file.read_bytes())))
    assert commands.run("detect", "-").out == said.out


@pytest.mark.parametrize("words", ["2", "0", "nan", "much"])
def test_an_alpha_that_is_none_is_told_what_it_may_be(
    commands: Commands, file: Path, words: str
) -> None:
    write(file, [3, 4, 5])
    said = commands.run("detect", file, "--alpha", words)
    assert said.code == 2
    assert f"'{words}' is not a number between 0 and 1" in said.err
