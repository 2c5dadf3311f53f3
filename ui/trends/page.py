"""The Trends page.

    choosers -> core.figures.trend (a year, in a task) -> cut to the days asked -> chart and sheet
    choosers -> figures.lands.world, figures.pairs (in tasks, once a view is on) -> map, pairs
    chosen days -> core.card_ids + cards (a page, in a task) -> the list beside the chart
pyqtgraph and numpy are imported in a task after the first paint: nobody waits for them.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from osawatch.core import Core
from osawatch.model import Changes, Trend
from ui.bridge import Bridge
from ui.i18n import wrong
from ui.tasks import Tasks
from ui.theme import Theme
from ui.trends import saving, series
from ui.trends.days import Days
from ui.trends.export import Table, table, to_csv
from ui.trends.head import Head
from ui.trends.listing import Listing
from ui.trends.noting import Noting
from ui.trends.pairs.printing import head as pairs_head
from ui.trends.pairs.reading import Wanted as Ranking
from ui.trends.pairs.view import PairsView
from ui.trends.reading import Asked, Choices, Found, choices_of, series_of
from ui.trends.series import Split
from ui.trends.sheet import SheetModel, sheet
from ui.trends.side import Side
from ui.trends.words import text
from ui.trends.world.reading import Wanted as World
from ui.trends.world.table import head as world_head
from ui.trends.world.view import WorldView
from ui.widgets import Empty

if TYPE_CHECKING:
    from ui.trends.chart import Chart


class TrendsPage(QWidget):
    """A daily series of stories, and what stands behind its days.

    Signals:
        card_chosen: the id of a story to open.
        stories_asked: a Filter; the window shows its inbox with it.
        lookup_asked: the name of a good or country whose measures to look up.
        said: a sentence about what was done, for the window's toast.
        loaded: all that was asked for has been drawn.
    """

    loaded = Signal()
    card_chosen = Signal(str)
    stories_asked = Signal(object)
    lookup_asked = Signal(str)
    said = Signal(str)

    def __init__(self, core: Core, tasks: Tasks, bridge: Bridge, theme: Theme) -> None:
        super().__init__()
        self._core, self._tasks, self._theme = core, tasks, theme
        self._asked, self._found = Asked(), Found(Asked(), Trend("", "", "", ()), {})
        self._days = 90
        self._split: Split = "measure"
        self._choices = Choices()
        self._reading: set[str] = set()
        self._stale = False
        self._view = "days"
        self.chart: Chart | None = None
        self.ask_save = self._ask_save
        self._build(theme)
        self._lay_out()
        self._connect()
        bridge.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Reads the series, the choices and the movers again, in tasks."""
        self._stale = False
        self._reading.add("choices")
        self._read_series()
        self._read_view(anew=True)
        language = QLocale().name()[:2]
        call = partial(choices_of, self._core, language)
        self._tasks.run(self, call, self._on_choices, self._on_failed)

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._theme = theme
        for part in (*self._views, self.head, self.side, self.chart):
            if part:
                part.set_theme(theme)

    def ask(self, asked: Asked) -> None:
        """Another series; the choosers follow."""
        self._asked = asked
        self.good.choose(asked.good, tell=False)
        self.country.choose(asked.country, tell=False)
        self.measure.choose(asked.measure, tell=False)
        self._read_series()
        self._read_view()

    def show_view(self, view: str) -> None:
        """Days, map or pairs, as if its segment had been pressed."""
        self.head.view.pick(view)

    def shown(self) -> Trend:
        """The days the chart shows."""
        return series.cut(self._found.year, self._days)

    def ready(self) -> bool:
        """Whether all that was asked for has come and been drawn."""
        return self.chart is not None and not self._reading

    def _read_view(self, *, anew: bool = False) -> None:
        asked = self._asked
        if self._view == "map":
            self._reading.add("map")
            self.world.ask(World(asked.good, asked.measure, self._days), anew=anew)
        elif self._view == "pairs":
            self._reading.add("pairs")
            self.pairs.ask(Ranking(asked.good, asked.country, self._days), anew=anew)

    def _on_view_drawn(self, view: str) -> None:
        self._show_view()
        self._arrived(view)

    def _read_series(self) -> None:
        self._reading.add("series")
        call = partial(series_of, self._core, self._asked, QLocale().name()[:2])
        self._tasks.run(self, call, self._on_read, self._on_failed)

    def _on_read(self, found: Found) -> None:
        if found.asked != self._asked:
            return  # a later question is on its way
        self._found = found
        if self.chart is None:
            from ui.trends import chart  # loaded by the task that read the series

            chart.build(self, self._theme, self._name, self._on_chart)
        else:
            self._draw()
            self._arrived("series")

    def _on_chart(self, chart: Chart) -> None:
        if self.chart is None:
            self.chart = chart
            chart.days_chosen.connect(lambda *_: self._list_days())
            chart.note_chosen.connect(self._on_note)
            self.charts.hold(chart)
            QWidget.setTabOrder(self.split.last(), chart)  # it came last and stands here
            self.setFocusProxy(chart)
            if self.isVisible():
                chart.setFocus()
        else:
            chart.deleteLater()  # two readings were on their way
        self.chart.set_theme(self._theme)
        self._draw()
        self._arrived("series")

    def _on_choices(self, found: Choices) -> None:
        self._choices = found
        self.good.set_choices(found.goods)
        self.country.set_choices(found.countries)
        self.measure.set_choices(found.measures)
        self.side.show_budget(found.budget)
        if self.chart is None or self.chart.chosen()[0] < 0:
            self._show_movers()
        self._arrived("choices")

    def _show_movers(self) -> None:
        found = self._choices
        self.listing.drop()
        self.side.show_movers(found.movers, found.labels(), found.bursts)

    def _arrived(self, part: str) -> None:
        self._reading.discard(part)
        if not self._reading:
            self.loaded.emit()

    def _on_failed(self, error: Exception) -> None:
        self._reading.clear()
        self._empty.say(text("failed"), wrong(error))
        self._stack.setCurrentWidget(self._empty)
        self.loaded.emit()

    def _name(self, kind: str, key: str) -> str:
        found = self._found.names.get((kind, key))
        return found or (key.replace("-", " ").capitalize() if key else text("no_kind"))

    def _draw(self) -> None:
        shown = self.shown()
        blank = not any(d.total for d in self._found.year.days)
        if blank and self._asked == Asked():
            self._empty.say(text("empty"), text("empty_more"))
            self._stack.setCurrentWidget(self._empty)
            return
        if self.chart:
            self.chart.show_trend(shown, self._split)
        self.calendar.show_trend(self._found.year)
        self._show_movers()
        self._show_view()
        if self._view == "map":
            self.world.choose(self._asked.country)
            self._list_days()

    def _show_view(self) -> None:
        self.split.setVisible(self._view == "days" and series.has_kinds(self._found.year))
        as_table = self.as_table.isChecked()
        self.as_table.set_kind("filter-on" if as_table else "")
        if self._view == "map":
            self.sheet_model.show_table(self.table(), world_head, turned=False, words=(1, 7, 8))
        elif self._view == "pairs":
            self.sheet_model.show_table(self.table(), pairs_head, turned=False, words=(1,))
        else:
            self.sheet_model.show_table(self.table())
        pictures = {"map": self.world, "pairs": self.pairs}
        picture = pictures.get(self._view, self.charts)
        self._stack.setCurrentWidget(self.sheet if as_table else picture)

    def table(self) -> Table:
        """Every figure of the view that is on; of pairs one line each."""
        if self._view == "map":
            return self.world.table()
        if self._view == "pairs":
            return self.pairs.table()
        return table(self.shown(), self._name, self._split)

    def _build(self, theme: Theme) -> None:
        self.head = head = Head(theme, self._days)
        self.good, self.country, self.measure = head.good, head.country, head.measure
        self.range, self.split, self.as_table = head.range, head.split, head.as_table
        self.export = head.export
        self.world = WorldView(self._core, self._tasks, theme)
        self.pairs = PairsView(self._core, self._tasks, theme)
        self.charts = Days(theme)
        self.calendar = self.charts.calendar
        self.side = Side(theme)
        self.listing = Listing(self._core, self._tasks, self.side)
        self.noting = Noting(self._core, self._tasks, self)
        self.sheet_model = SheetModel(self)
        self.sheet = sheet(self.sheet_model)
        self._empty = Empty(theme, "trends", text("empty"), text("empty_more"))

    def _lay_out(self) -> None:
        middle = QWidget()
        self._stack = QStackedLayout(middle)
        self._views = (self.charts, self._empty, self.world, self.pairs)
        for part in (*self._views, self.sheet):
            self._stack.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(middle, 1)
        row.addWidget(self.side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(row, 1)

    def _connect(self) -> None:
        for chooser in (self.good, self.country, self.measure):
            chooser.picked.connect(lambda _: self._on_chosen())
        self.range.picked.connect(self._on_range)
        self.split.picked.connect(self._on_split)
        self.as_table.toggled.connect(lambda _: self._show_view())
        self.head.view.picked.connect(self._on_view)
        self.world.land_chosen.connect(self._on_land)
        self.world.land_opened.connect(
            lambda code: self._on_opened(replace(self._asked, country=code))
        )
        self.pairs.pair_chosen.connect(
            lambda good, land: self._on_opened(Asked(good, land, self._asked.measure))
        )
        for view, part in (("map", self.world), ("pairs", self.pairs)):
            part.drawn.connect(partial(self._on_view_drawn, view))
            part.failed.connect(self._on_failed)
        self.sheet.activated.connect(lambda index: self._on_row(index.row()))
        self.export.clicked.connect(lambda: saving.offer(self, self.export, self.save))
        self.calendar.day_chosen.connect(self._on_calendar)
        self.side.card_chosen.connect(self.card_chosen)
        self.side.good_chosen.connect(lambda good: self.ask(Asked(good=good)))
        self.side.pair_chosen.connect(lambda good, land: self.ask(Asked(good, land)))
        self.listing.stories_asked.connect(self.stories_asked)
        self.listing.failed.connect(self._on_failed)
        self.noting.card_chosen.connect(self.card_chosen)
        self.noting.lookup_asked.connect(self.lookup_asked)
        self.side.cleared.connect(self._on_cleared)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self._on_cleared)

    def _on_chosen(self) -> None:
        self.ask(Asked(self.good.chosen(), self.country.chosen(), self.measure.chosen()))

    def _on_range(self, days: str) -> None:
        self._days = int(days)
        self._draw()
        self._read_view()

    def _on_view(self, view: str) -> None:
        self._view = view
        self._draw()
        self._read_view()

    def _on_land(self, code: str) -> None:
        self.ask(replace(self._asked, country=code))

    def _on_opened(self, asked: Asked) -> None:
        self.ask(asked)
        self.show_view("days")

    def _on_row(self, row: int) -> None:
        if self._view == "map":
            self._on_land(self.sheet_model.cell(row, 0))
        elif self._view == "pairs":
            pair = self.pairs.cells.pair(row)
            self._on_opened(Asked(pair.good, pair.country, self._asked.measure))

    def _on_split(self, split: Split) -> None:
        self._split = split
        self._draw()

    def _chosen_days(self) -> Trend:
        shown = self.shown()
        if self._view == "map" and self._asked.country:
            return shown  # a country of the map is chosen: all its days
        first, last = self.chart.chosen() if self.chart else (-1, -1)
        if first < 0 or last >= len(shown.days):
            return Trend(shown.good, shown.country, shown.measure, ())
        return series.between(shown, shown.days[first].day, shown.days[last].day)

    def _list_days(self) -> None:
        self.listing.show(self._asked, self._chosen_days())

    def _on_note(self, i: int) -> None:
        of = self.shown()
        if 0 <= i < len(of.days):
            self.noting.open(of.good, of.country, of.days[i].day, self._name)

    def _on_calendar(self, day: date) -> None:
        days = [d.day for d in self.shown().days]
        if day not in days:
            self.range.pick("365")
            days = [d.day for d in self.shown().days]
        if self.chart and day in days:
            self.chart.choose(days.index(day), days.index(day))

    def _on_cleared(self) -> None:
        if self._view == "map" and self._asked.country:
            self._on_land("")
        elif self.chart:
            self.chart.show_trend(self.shown(), self._split)
        self._show_movers()

    def save(self, kind: str) -> None:
        """Asks where to and writes the picture or the table of the view that is on."""
        views = {"map": self.world.file, "pairs": self.pairs.file}
        file = views.get(self._view, self._file)(kind)
        path = self.ask_save(kind) if file else ""
        if file and path:
            saving.save(self, self._tasks, path, file, self.said.emit)

    def _file(self, kind: str) -> saving.File:
        if kind == "csv":
            return saving.File(lambda: None, lambda _: to_csv(self.table()))
        return saving.days(kind, self.shown(), self._theme, self._name, self._split)

    def _ask_save(self, kind: str) -> str:
        asked, view = self._asked, self._view
        land = "" if view == "map" else asked.country
        kind_of = "" if view == "pairs" else asked.measure
        name = "trend" if view == "days" else view
        parts = [name, asked.good, land, kind_of, str(self._days)]
        return saving.asked_for(self, self._core, self.said.emit, parts, kind)

    def _on_changed(self, changes: Changes) -> None:
        if not (changes.items or changes.cards or changes.settings):
            return
        if self.isVisible() and not (self.chart and self.chart.chosen()[0] >= 0):
            self.refresh()
        else:
            self._stale = True

    def showEvent(self, event: object) -> None:
        """Reads when it was told of changes while hidden, or never read before."""
        super().showEvent(event)  # type: ignore[arg-type]  # a QShowEvent
        if self._stale or not self._found.year.days:
            self.refresh()
