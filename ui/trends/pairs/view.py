"""Small charts of the pairs that were most in the news; only what is in sight is read and drawn.

asked -> figures.pairs.ranking (a task) -> cells -> painted -> figures.pairs.daily of those (a task)
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QLocale, QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from osawatch.core import Core
from osawatch.pairs import Daily, Ranked
from ui.tasks import Tasks
from ui.theme import T11, Theme
from ui.trends.export import Table, to_csv
from ui.trends.pairs import cell, printing
from ui.trends.pairs.model import DAILY, PAIR, Cells, Index
from ui.trends.pairs.reading import Pair, Seen, Wanted, days_of, ranking_of
from ui.trends.pairs.words import bars, foot, text, told
from ui.trends.saving import File
from ui.widgets import Ground, Segments, ink, label


class CellDelegate(QStyledItemDelegate):
    """A small chart; selected and pointed-at ones have the ground of a list's row."""

    def __init__(self, theme: Theme, cells: Cells, grid: QListView) -> None:
        super().__init__(grid)
        self.theme, self._cells, self._grid, self.one_scale = theme, cells, grid, False

    def paint(self, p: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, then the chart as far as its days are here."""
        t, at = self.theme, QRectF(option.rect).adjusted(0, 0, -8, -8)
        on = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        p.fillRect(at, t.c("select" if on else "hover" if over else "sunken"))
        pair, daily = index.data(PAIR), index.data(DAILY)
        words = cell.Words(self._cells.name(pair), told(pair, daily), *self._cells.ends())
        cell.draw(p, at, t, words, daily, self._top(daily))

    def _top(self, daily: Daily | None) -> int:
        if daily is None:
            return 1
        if self.one_scale:
            return max(1, self._cells.most())
        return max(1, *(bar or 0 for bar in bars(daily)))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Cells of one size, which fill the rows of the grid."""
        return self._grid.gridSize()


class Grid(QListView):
    """A list in rows and columns, walked with the arrows."""

    def __init__(self) -> None:
        super().__init__()
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setMovement(QListView.Movement.Static)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as there is room for, of one width."""
        room = self.viewport().width() - 2
        columns = max(1, room // cell.WIDTH)
        self.setGridSize(QSize(room // columns, cell.HEIGHT + 8))
        super().resizeEvent(event)


class PairsView(Ground):
    """Signals: pair_chosen(good, country), drawn() once the pairs stand there, failed(why)."""

    pair_chosen = Signal(str, str)
    drawn = Signal()
    failed = Signal(Exception)

    def __init__(self, core: Core, tasks: Tasks, theme: Theme) -> None:
        super().__init__(theme)
        self._core, self._tasks, self._theme = core, tasks, theme
        self._wanted: Wanted | None = None
        self.seen: Seen | None = None
        self.cells = Cells(self)
        self.grid = Grid()
        self._delegate = CellDelegate(theme, self.cells, self.grid)
        scales = [("own", text("own")), ("one", text("one"))]
        self.scale = Segments(scales, "own", theme, text("scale"))
        self.note, self.watch = label("", T11, wrap=True), label("", T11, wrap=True)
        self._set_up()
        self._colour()

    def _set_up(self) -> None:
        self.grid.setModel(self.cells)
        self.grid.setItemDelegate(self._delegate)
        self.grid.setAccessibleName(text("pairs"))
        self.grid.activated.connect(self._on_cell)
        self.grid.clicked.connect(self._on_cell)
        self.cells.wanted.connect(self._on_wanted)
        self.scale.picked.connect(self._on_scale)
        top = QHBoxLayout()
        top.addWidget(self.scale)
        top.addWidget(self.note, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 8, 12)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.grid, 1)
        column.addWidget(self.watch)

    def ask(self, wanted: Wanted, *, anew: bool = False) -> None:
        """Reads the ranking, unless it is the one that is shown."""
        if wanted == self._wanted and not anew:
            if self.ready():
                self.drawn.emit()
            return
        self._wanted = wanted
        call = partial(ranking_of, self._core, wanted, QLocale().name()[:2])
        self._tasks.run(self, call, self._on_read, self.failed.emit)

    def ready(self) -> bool:
        """Whether what was asked for last is what is shown, days in sight included."""
        shown = self.seen is not None and self.seen.wanted == self._wanted
        return shown and not self.cells.waiting()

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        super().set_theme(theme)
        self._delegate.theme = theme
        self.scale.set_theme(theme)
        self._colour()
        self.grid.viewport().update()

    def _colour(self) -> None:
        for words in (self.note, self.watch):
            ink(words, self._theme.text3)

    def _on_read(self, seen: Seen) -> None:
        if seen.wanted != self._wanted:
            return  # a later question is on its way
        self.seen = seen
        self.cells.show_seen(seen)
        many = len(seen.ranking.pairs)
        self.note.setText(text("more", many) if many else text("none"))
        self.watch.setText(foot(seen.ranking, many))
        self.drawn.emit()

    def _on_wanted(self, asked: list[Pair]) -> None:
        seen = self.seen
        if seen is None:
            return
        self._tasks.run(
            self,
            partial(days_of, self._core, asked, seen.wanted.days),
            lambda days: self._on_days(seen, days),
            self.failed.emit,
        )

    def _on_days(self, seen: Seen, days: dict[Pair, Daily]) -> None:
        self.cells.take(seen, days)
        if self._delegate.one_scale:
            self.grid.viewport().update()  # a higher bar lowers all others
        if self.ready():
            self.drawn.emit()

    def _on_scale(self, key: str) -> None:
        self._delegate.one_scale = key == "one"
        self.grid.viewport().update()

    def _on_cell(self, index: QModelIndex) -> None:
        pair = index.data(PAIR)
        if isinstance(pair, Ranked):
            self.pair_chosen.emit(pair.good, pair.country)

    def table(self) -> Table:
        """All pairs and their stories; the file has their days as well."""
        return printing.table(self.seen) if self.seen else Table((), ())

    def file(self, kind: str) -> File | None:
        """The first pairs as a picture, or all of them with all their days; None without pairs."""
        seen, theme = self.seen, self._theme
        if seen is None or seen.wanted != self._wanted:
            return None
        if kind == "csv":
            return File(partial(printing.lines, self._core, seen), to_csv)
        read = partial(printing.shown, self._core, seen, one_scale=self._delegate.one_scale)
        draw = printing.svg if kind == "svg" else printing.image
        return File(read, lambda of: draw(of, theme))
