"""Columns that nobody needs may have any name, or none."""

from __future__ import annotations

from pathlib import Path

from osawatch.dependency.compute import compute


def test_columns_without_a_name_or_with_the_same_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("t,i,j,k,v,q,,note,note\n2023,156,528,010121,7,1,a,b,c\n")
    assert {one.extra_eu_imports for one in compute([path])} == {7, 1}
