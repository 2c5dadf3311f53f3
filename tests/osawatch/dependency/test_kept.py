"""What is kept of trade: whole histories, and files that no spreadsheet takes for a program."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from osawatch.dependency import kept
from osawatch.dependency.history import lines
from osawatch.dependency.model import Dependency, Supplier
from osawatch.workbook import workbook
from ui.cli import main

ONE = Dependency(
    2024, "252890", "EU27_2020", "value", 90, 10, 5, 5, 0.65, 0.9, 18, 18, True, True, 0.8, 5,
    tuple(Supplier(land, 0.2, near=land == "NO") for land in ("TR", "CN", "US", "NO", "PE")),
)  # fmt: skip
CALM = replace(ONE, dependent=False, steady=None)


def test_all_years_of_a_product_are_kept_when_one_year_depends() -> None:
    rows = [replace(CALM, year=2022), replace(CALM, year=2023), ONE, replace(CALM, hs6="010121")]
    found = kept.watched(rows, {})
    assert [(one.year, len(one.suppliers)) for one in found] == [(2022, 3), (2023, 3), (2024, 5)]
    assert kept.watched(rows, {"010121": ("x",)})[-1].hs6 == "010121"


def test_a_line_knows_its_last_three_years_and_which_are_not_in_the_files() -> None:
    rows = [replace(CALM, year=2021), ONE, replace(CALM, year=2022), replace(ONE, basis="quantity")]
    value, quantity = lines(rows)
    assert [one.year for one in value.years] == [2021, 2022, 2024]
    assert value.recent == ((2022, False), (2023, None), (2024, True))
    assert quantity.recent == ((2022, None), (2023, None), (2024, True))
    assert value.last is ONE


@given(st.text(max_size=40))
def test_no_text_becomes_a_formula(words: str) -> None:
    body = workbook([["head"], [words], ["=1+1"], ["@sum(a1)"], [1.5], [None], [float("inf")]])
    with zipfile.ZipFile(BytesIO(body)) as box:
        sheet = box.read("xl/worksheets/sheet1.xml").decode()
    assert "<f" not in sheet
    assert 't="str"' not in sheet
    assert sheet.count('t="inlineStr"') == 4
    rows = CalamineWorkbook.from_filelike(BytesIO(body)).get_sheet_by_index(0).to_python()
    assert rows[2:5] == [["=1+1"], ["@sum(a1)"], [1.5]]


def test_near_suppliers_and_coverage_are_written_too() -> None:
    rows = CalamineWorkbook.from_filelike(
        BytesIO(kept.as_xlsx([ONE], {"252890": "=cmd()"}))
    ).get_sheet_by_index(0).to_python()  # fmt: skip
    row = dict(zip(rows[0], rows[1], strict=True))
    assert row["name"] == "=cmd()"
    assert (row["coverage"], row["steady"]) == (0.8, "yes")
    assert "NO (near) 0.2000" in str(row["suppliers"])


def test_the_command_keeps_lists_and_exports(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("OSAWATCH_PROFILE", str(tmp_path / "p"))
    trade, out = tmp_path / "t.csv", tmp_path / "o.xlsx"
    trade.write_text(
        "t,i,j,k,v,q\n2022,792,528,252890,99,9\n2023,792,528,252890,98,9\n2023,579,528,252890,1,1\n"
    )
    assert main(["dependency", "export", "-o", str(out)]) == 2
    assert "compute --keep" in capsys.readouterr().err
    assert main(["dependency", "compute", str(trade), "--keep"]) == 0
    capsys.readouterr()
    assert main(["dependency", "list"]) == 0
    told = capsys.readouterr()
    assert "TR 99%, NO* 1%" in told.out
    assert "2 of 2 years" in told.out
    assert "t.csv" in told.err
    assert main(["dependency", "export", "-o", str(out)]) == 0
    assert out.read_bytes().startswith(b"PK")
    assert main(["dependency", "export", "-o", str(tmp_path / "o.doc")]) == 2
