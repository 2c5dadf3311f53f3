"""The dependency page: files are computed in a task, kept, sorted, searched and written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from osawatch.core import Core
from osawatch.dependency import kept
from osawatch.errors import BadInput
from tests.ui.stage import staged
from ui.dependency.model import COLUMNS
from ui.dependency.page import DependencyPage

# China 156, Norway 579, USA 842, Turkey 792; Netherlands 528, Germany 276. 811292 is gallium's
# heading, 252890 is of no good; what ends in X is confidential.
ROWS = (
    "t,i,j,k,v,q",
    *(f"{year},156,528,811292,{90 - year % 10},6" for year in (2021, 2022, 2023)),
    "2023,579,276,811292,20,2", "2023,276,528,811292,5,1",
    "2023,792,528,252890,99,9", "2022,792,528,252890,99,9", "2023,276,528,252890,1,1",
    "2023,842,528,010121,9,1", "2023,156,528,010121,9,1", "2023,276,528,010121,900,900",
)  # fmt: skip


@pytest.fixture
def page(tmp_path: Path, qtbot: QtBot) -> Iterator[DependencyPage]:
    with (
        Core(tmp_path / "p") as core,
        staged(core, DependencyPage, qtbot, shown=True) as made,
    ):
        yield made


@pytest.fixture
def trade(tmp_path: Path) -> Path:
    path = tmp_path / "trade.csv"
    path.write_text("\n".join(ROWS) + "\n")
    return path


def take(page: DependencyPage, files: list[Path], qtbot: QtBot) -> str:
    with qtbot.waitSignal(page.said, timeout=20_000) as told:
        page.take(files)
    qtbot.waitUntil(page.ready, timeout=20_000)
    return str(told.args[0])


def codes(page: DependencyPage) -> list[str]:
    return [line.last.hs6 for line in page.chosen.shown()]


def choose(page: DependencyPage, hs6: str) -> None:
    page.table.selectRow(codes(page).index(hs6))


def test_a_file_is_computed_kept_and_shown_with_its_source(
    page: DependencyPage, trade: Path, qtbot: QtBot
) -> None:
    assert page.chosen.rowCount() == 0
    assert "products computed" in take(page, [trade], qtbot)
    assert "trade.csv" in page.state.full
    assert sorted(codes(page)) == ["252890", "811292"]  # 010121 is neither dependent nor watched
    role = Qt.ItemDataRole.UserRole
    column = COLUMNS.index("cdi1")
    figures = [page.chosen.index(row, column).data(role) for row in range(2)]
    assert figures == sorted(figures, reverse=True)
    names = {page.chosen.index(row, 0).data() for row in range(2)}
    assert "252890" in names
    assert any("gallium" in name and "811292" in name for name in names)


def test_each_column_sorts_by_its_figures(page: DependencyPage, trade: Path, qtbot: QtBot) -> None:
    take(page, [trade], qtbot)
    for column in range(len(COLUMNS)):
        page.table.sortByColumn(column, Qt.SortOrder.AscendingOrder)
        up = codes(page)
        page.table.sortByColumn(column, Qt.SortOrder.DescendingOrder)
        assert sorted(up) == sorted(codes(page))


def test_words_kinds_reporters_and_bases_narrow_the_table(
    page: DependencyPage, trade: Path, qtbot: QtBot
) -> None:
    take(page, [trade], qtbot)
    page.search.setText("norway")
    assert codes(page) == ["811292"]
    page.search.setText("norway 999")
    assert codes(page) == []
    page.search.setText("")
    page.segments.pick("steady")
    assert sorted(codes(page)) == ["252890", "811292"]
    page.whose.pick("NL")
    assert all(line.last.reporter == "NL" for line in page.chosen.shown())
    page.basis.pick("quantity")
    assert all(line.last.basis == "quantity" for line in page.chosen.shown())


def test_the_chosen_product_shows_its_suppliers_years_and_what_was_not_seen(
    page: DependencyPage, trade: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    own = tmp_path / "own.csv"
    own.write_text(
        "year,reporter,partner,product,flow,value\n2023,NL,CN,811292,M,60\n2023,NL,NO,811292,M,15\n"
        "2022,NL,CN,811292,M,60\n2023,NL,CN,81XXXXXX,M,25\n"
    )
    take(page, [own], qtbot)
    choose(page, "811292")
    panel = page.panel
    assert "China 80 %" in panel.bars.accessibleDescription()
    assert "Norway (EEA, CH or UK) 20 %" in panel.bars.accessibleDescription()
    assert "2022: 1.00" in panel.history.accessibleDescription()
    told = panel.facts.toPlainText()
    assert "25.0 % of the imports of chapter 81 stand under confidential codes" in told
    assert "20 % comes from the EEA" in told
    assert "gallium: supply risk 3.9, economic importance 3.7 (European Commission, 2023)" in told
    assert "Own estimate of supply risk" in told
    column = COLUMNS.index("recent")
    words = page.chosen.index(codes(page).index("811292"), column).data()
    assert words == "2 of 2 years"
    assert page.chosen.index(0, COLUMNS.index("coverage")).data() == "75 %"


def test_one_year_makes_no_label(page: DependencyPage, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "one.csv"
    path.write_text("t,i,j,k,v,q\n2023,156,528,811292,60,6\n")
    take(page, [path], qtbot)
    assert page.chosen.index(0, COLUMNS.index("recent")).data() == "one year is known: no label"


def test_a_code_can_go_on_the_watchlist_and_a_good_leads_to_its_chain(
    page: DependencyPage, trade: Path, qtbot: QtBot
) -> None:
    take(page, [trade], qtbot)
    choose(page, "252890")
    assert page.panel.add.isVisible()
    assert not page.panel.chain.isVisible()
    with qtbot.waitSignal(page.code_asked) as asked:
        page.panel.add.click()
    assert asked.args == ["252890"]
    choose(page, "811292")
    assert not page.panel.add.isVisible()
    with qtbot.waitSignal(page.chain_asked) as asked:
        page.panel.chain.click()
    assert asked.args[0] in page._core.trade.goods()["811292"]


def test_a_bad_file_is_told_and_what_was_kept_stays(
    page: DependencyPage, trade: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    take(page, [trade], qtbot)
    before = page.chosen.rowCount()
    bad = tmp_path / "bad.csv"
    bad.write_text(ROWS[0] + "\n2023,156,528,811292,many,6\n")
    told = take(page, [bad], qtbot)
    assert "bad.csv:2" in told
    assert page.chosen.rowCount() == before
    assert kept.load(page._core.profile.folder) is not None


def test_the_rows_that_are_shown_are_written_with_all_their_years(
    page: DependencyPage, trade: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    take(page, [trade], qtbot)
    page.search.setText("252890")
    for name in ("out.csv", "out.xlsx"):
        with qtbot.waitSignal(page.said, timeout=20_000):
            page.save(tmp_path / name)
    lines = (tmp_path / "out.csv").read_text("utf-8-sig").splitlines()
    assert lines[0].startswith("year,hs6")
    assert [line.split(",")[0] for line in lines[1:]] == ["2022", "2023"]
    sheet = CalamineWorkbook.from_path(str(tmp_path / "out.xlsx")).get_sheet_by_index(0)
    rows = sheet.to_python()
    assert [row[0] for row in rows] == ["year", 2022, 2023]
    assert rows[1][rows[0].index("hs6")] == "252890"  # a code, not a figure
    with qtbot.waitSignal(page.said, timeout=20_000) as told:
        page.save(tmp_path / "out.pdf")
    assert "is none of .csv, .xlsx" in told.args[0]


def test_a_kept_file_that_is_damaged_is_told_and_not_taken_for_none(
    page: DependencyPage, qtbot: QtBot
) -> None:
    folder = page._core.profile.folder
    assert kept.load(folder) is None
    (folder / kept.FILE).write_text('{"rows": [1]}')
    with pytest.raises(BadInput, match="damaged"):
        kept.load(folder)
    with qtbot.waitSignal(page.said, timeout=20_000) as told:
        page.refresh()
    assert "damaged" in told.args[0]
