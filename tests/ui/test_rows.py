"""A long list: ids, and pages of rows that are read when they are painted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QListView, QWidget

from ui.rows import ROW, RowsModel


class Reads:
    """Reads rows, and remembers which."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, ids: Sequence[str]) -> list[str]:
        self.asked += ids
        return [f"row of {one}" for one in ids]


@pytest.fixture
def owner(qapp: QApplication) -> Iterator[QWidget]:
    made = QWidget()
    yield made
    made.deleteLater()
    qapp.processEvents()


def model(owner: QWidget, reads: Reads) -> RowsModel:
    return RowsModel(owner, reads, lambda row: row.removeprefix("row of "), lambda row: row.upper())


def test_only_the_pages_in_sight_of_a_long_list_are_read(owner: QWidget) -> None:
    reads = Reads()
    rows = model(owner, reads)
    view = QListView(owner)
    view.setUniformItemSizes(True)
    view.setModel(rows)
    rows.show([str(n) for n in range(100_000)])
    owner.resize(300, 200)
    view.resize(300, 200)
    owner.show()
    view.scrollTo(rows.index(99_999))
    QApplication.processEvents()
    assert rows.rowCount() == 100_000
    assert len(reads.asked) < 500
    assert rows.data(rows.index(99_999), ROW) == "row of 99999"


def test_a_row_is_chosen_and_never_written_into(owner: QWidget) -> None:
    rows = model(owner, Reads())
    rows.show(["a"])
    flags = rows.flags(rows.index(0))
    assert flags & Qt.ItemFlag.ItemIsSelectable
    assert not flags & (Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDropEnabled)
    assert rows.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags


def test_a_row_says_to_a_screen_reader_what_it_is_and_shows_no_text_of_its_own(
    owner: QWidget,
) -> None:
    rows = model(owner, Reads())
    rows.show(["a"])
    assert rows.data(rows.index(0), Qt.ItemDataRole.AccessibleTextRole) == "ROW OF A"
    assert rows.data(rows.index(0)) is None


def test_counting_the_rows_of_a_layout_never_calls_into_python() -> None:
    assert "rowCount" not in vars(RowsModel)
