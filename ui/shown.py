"""What a page shows, read off its lists and texts: for pages that have no sheet of their own.

page on the screen -> its visible lists, row by row, and its read-only texts -> Sheet
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QPlainTextEdit, QTableView, QWidget

from ui.i18n import mark, say
from ui.sheet import Line, Part, Sheet
from ui.words import both

MOST = 1_000  # rows: a list of all items is endless, and reads what it shows
TEXTS = {
    "at": mark("shown", "As shown on {0}."),
    "cut": mark("shown", "The first {0} rows of {1}."),
}
ROOT = QModelIndex()
SAYS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


def sheet_of(page: QWidget, title: str) -> Sheet | None:
    """Its lists and texts, in the order they were built; None when it shows neither."""
    parts = [
        *(_listed(view, title) for view in page.findChildren(QAbstractItemView) if _full(view)),
        *(_written(one) for one in page.findChildren(QPlainTextEdit) if _told(one)),
    ]
    notes = (say("shown", TEXTS["at"]).format(both(datetime.now(UTC))),)
    return Sheet(title, tuple(parts), notes) if parts else None


def _full(view: QAbstractItemView) -> bool:
    """Whether it is a list that shows something; the heads of a table are views as well."""
    if not view.isVisible() or isinstance(view, QHeaderView) or view.model() is None:
        return False
    return view.model().rowCount(ROOT) > 0


def _told(edit: QPlainTextEdit) -> bool:
    return edit.isVisible() and edit.isReadOnly() and bool(edit.toPlainText().strip())


def _listed(view: QAbstractItemView, title: str) -> Part:
    model, heading = view.model(), view.accessibleName() or title
    columns = [
        column
        for column in range(_wide(model))
        if not (isinstance(view, QTableView) and view.isColumnHidden(column))
    ]
    count = model.rowCount(ROOT)
    lines = [Line(_row(model, row, columns)) for row in range(min(count, MOST))]
    if heads := _heads(view, model, columns):
        lines.insert(0, Line(heads))
    if count > MOST:
        lines.append(Line(say("shown", TEXTS["cut"]).format(MOST, count)))
    return Part(heading, tuple(one for one in lines if one.said))


def _wide(model: QAbstractItemModel) -> int:
    """Its columns; a plain list has one, and Qt keeps that to itself."""
    return 1 if isinstance(model, QAbstractListModel) else model.columnCount(ROOT)


def _row(model: QAbstractItemModel, row: int, columns: Iterable[int]) -> str:
    """What the cells say; where a cell is painted, what a screen reader is told."""
    said = (_cell(model, row, column) for column in columns)
    return "  ·  ".join(one for one in said if one)


def _cell(model: QAbstractItemModel, row: int, column: int) -> str:
    index = model.index(row, column)
    said = (model.data(index, role) for role in SAYS)
    return next((" ".join(str(one).split()) for one in said if one not in (None, "")), "")


def _heads(view: QAbstractItemView, model: QAbstractItemModel, columns: Iterable[int]) -> str:
    if not isinstance(view, QTableView):
        return ""
    side = Qt.Orientation.Horizontal
    said = (model.headerData(column, side, Qt.ItemDataRole.DisplayRole) for column in columns)
    return "  ·  ".join(str(one) for one in said if one)


def _written(edit: QPlainTextEdit) -> Part:
    lines = (Line(one.strip()) for one in edit.toPlainText().splitlines())
    return Part(edit.accessibleName(), tuple(one for one in lines if one.said))
