"""The rows of the sources table. A few hundred sources at most, so they are held whole."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, tzinfo

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from osawatch.model import SourceRow
from ui.sources import health
from ui.sources.health import Wanted
from ui.sources.words import (
    kind_word,
    marks_words,
    next_poll,
    reason,
    rhythm,
    short,
    spoken,
    state_word,
    text,
)

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
ROW = int(Role.UserRole)
STATE, SOURCE, KIND, AGE, NEXT, DAYS = range(6)
HEADS = ("head_state", "head_source", "head_kind", "head_age", "head_next", "head_days")


def utc_now() -> datetime:
    """The time, aware."""
    return datetime.now(UTC)


class SourcesModel(QAbstractTableModel):
    """Sources, broken first, those that fit the filters."""

    def __init__(
        self, parent: QObject, *, clock: Callable[[], datetime] = utc_now, zone: tzinfo = UTC
    ) -> None:
        super().__init__(parent)
        self._clock, self.zone = clock, zone
        self._all: list[SourceRow] = []
        self._shown: list[SourceRow] = []
        self._wanted = Wanted()

    def now(self) -> datetime:
        """The time all ages are told against."""
        return self._clock()

    def set_rows(self, rows: list[SourceRow]) -> None:
        """Other rows, in the order of their health."""
        self._all = health.order(rows)
        self._show([row for row in self._all if self._wanted.takes(row)])

    def renew_rows(self, rows: list[SourceRow]) -> None:
        """The same sources, told anew: each stays where it is, only changed rows are painted.

        While a poll runs nothing jumps under the pointer; `set_rows` sorts when it is over.
        """
        news = {row.id: row for row in rows}
        if news.keys() != {row.id for row in self._all}:
            self.set_rows(rows)
            return
        self._all = [news[row.id] for row in self._all]
        for i, row in enumerate(self._shown):
            if news[row.id] != row:
                self._shown[i] = news[row.id]
                self.dataChanged.emit(self.index(i, 0), self.index(i, DAYS))

    def set_wanted(self, wanted: Wanted) -> None:
        """Another choice of rows."""
        self._wanted = wanted
        self._show([row for row in self._all if wanted.takes(row)])

    def _show(self, rows: list[SourceRow]) -> None:
        same = [row.id for row in rows] == [row.id for row in self._shown]
        if same and rows:
            self._shown = rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, DAYS))
            return
        self.beginResetModel()
        self._shown = rows
        self.endResetModel()

    def rows(self) -> list[SourceRow]:
        """All rows, in the order of the table, whatever the filter."""
        return self._all

    def at(self, row: int) -> SourceRow | None:
        """The source of a row."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def find(self, source: str) -> int:
        """The row of a source, -1 when it is not shown."""
        return next((i for i, row in enumerate(self._shown) if row.id == source), -1)

    def tick(self) -> None:
        """Time has passed: ages and next polls are told anew."""
        if self._shown:
            self.dataChanged.emit(self.index(0, AGE), self.index(len(self._shown) - 1, NEXT))

    def cell(self, row: SourceRow, column: int) -> str:
        """A cell in words; also what a screen reader says."""
        now = self._clock()
        if column == AGE:
            age = health.age(row, now)
            return f"{short(age) if age is not None else '–'}, {rhythm(row.rhythm_hours)}"
        return {
            STATE: lambda: state_word(health.state(row).name),
            SOURCE: lambda: row.title,
            KIND: lambda: f"{kind_word(row.kind)}, {row.language}",
            NEXT: lambda: next_poll(row, now, self.zone),
            DAYS: lambda: marks_words(row, now.date()),
        }[column]()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One row a source."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Six columns."""
        return 0 if parent.isValid() else len(HEADS)

    def data(self, index: Index, role: int = int(Role.DisplayRole)) -> object:
        """The row itself for the delegate, words for everyone else."""
        row = self.at(index.row())
        if row is None:
            return None
        if role == ROW:
            return row
        if role in (Role.DisplayRole, Role.AccessibleTextRole):
            return self.cell(row, index.column())
        if role in (Role.ToolTipRole, Role.AccessibleDescriptionRole):
            tip = index.column() != DAYS
            return spoken(row, self.now()) if tip else marks_words(row, self.now().date())
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Role.DisplayRole)
    ) -> object:
        """The heads, to the left as the cells are."""
        if role == Role.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if orientation == Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return text(HEADS[section])
        return None


__all__ = ["AGE", "DAYS", "KIND", "NEXT", "ROW", "SOURCE", "STATE", "SourcesModel", "reason"]
