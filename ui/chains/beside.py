"""Beside the drawing: the nodes as a table, and below it all that is known of the chosen one."""

from __future__ import annotations

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.chains import parts
from ui.chains.model import COLUMNS, OF_CUT, Nodes
from ui.chains.reading import Answer
from ui.chains.words import detail
from ui.tables import SORT
from ui.widgets import split


class Beside(QWidget):
    """`chosen` when a row is, `asked` when the chain from it is wanted; both carry its node."""

    chosen = Signal(str)
    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.nodes = Nodes(self)
        self.sorted = QSortFilterProxyModel(self)
        self.sorted.setSourceModel(self.nodes)
        self.sorted.setSortRole(SORT)
        self.table, self.detail = parts.table(self.sorted), parts.told()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        upright = Qt.Orientation.Vertical
        whole.addWidget(split(upright, self.table, self.detail, [430, 350]))
        self.table.selectionModel().currentRowChanged.connect(lambda now, _: self._on_row(now))
        self.table.doubleClicked.connect(lambda at: self.asked.emit(self._node(at)))

    def show_answer(self, answer: Answer) -> None:
        """Other rows, the gravest first; the start is told of."""
        self.nodes.show_answer(answer)
        for key in OF_CUT:
            self.table.setColumnHidden(COLUMNS.index(key), answer.cut is None)
        if answer.cut:
            self.table.sortByColumn(COLUMNS.index("left"), Qt.SortOrder.AscendingOrder)
        else:
            self.table.sortByColumn(COLUMNS.index("strength"), Qt.SortOrder.DescendingOrder)
        self._tell(answer.node)

    def choose(self, node: str) -> None:
        """The row of a node that was chosen elsewhere; the start has none."""
        rows = [row.reach.node for row in self.nodes.rows]
        self.table.clearSelection()
        if node in rows:
            index = self.sorted.mapFromSource(self.nodes.index(rows.index(node), 0))
            flag = QItemSelectionModel.SelectionFlag
            self.table.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)
        self._tell(node)

    def _on_row(self, now: QModelIndex) -> None:
        if node := self._node(now):
            self._tell(node)
            self.chosen.emit(node)

    def _node(self, at: QModelIndex) -> str:
        row = self.sorted.mapToSource(at).row()
        return self.nodes.rows[row].reach.node if 0 <= row < len(self.nodes.rows) else ""

    def _tell(self, node: str) -> None:
        if self.nodes.answer:
            self.detail.setPlainText(detail(self.nodes.answer, node))
