"""The map with what belongs to it: what is counted, legend, what is not on it, the watch.

asked -> figures.lands.world (in a task) -> map | legend | table | picture
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QVBoxLayout

from osawatch.core import Core
from ui.tasks import Tasks
from ui.theme import T11, Theme
from ui.trends.export import Table, to_csv
from ui.trends.saving import File
from ui.trends.world import printing
from ui.trends.world.canvas import Canvas
from ui.trends.world.key import Key
from ui.trends.world.pen import figures
from ui.trends.world.reading import Seen, Wanted, world_of
from ui.trends.world.scale import WHATS, What
from ui.trends.world.table import table
from ui.trends.world.words import elsewhere, observed, text
from ui.widgets import Ground, Segments, ink, label


class WorldView(Ground):
    """Signals: land_chosen(code), land_opened(code), drawn() once it stands there, failed(why)."""

    land_chosen = Signal(str)
    land_opened = Signal(str)
    drawn = Signal()
    failed = Signal(Exception)

    def __init__(self, core: Core, tasks: Tasks, theme: Theme) -> None:
        super().__init__(theme)
        self._core, self._tasks, self._theme = core, tasks, theme
        self._wanted: Wanted | None = None
        self.seen: Seen | None = None
        self.canvas: Canvas | None = None
        self._chosen = ""
        whats = [(what, text(what)) for what in WHATS]
        self.what = Segments(whats, "score", theme, text("what"), wraps=True)
        self.key = Key(theme)
        self.rest, self.watch, self.borders = (label("", T11, wrap=True) for _ in range(3))
        self.what.picked.connect(lambda _: self._show())
        self._lay_out()
        self._colour()

    def _lay_out(self) -> None:
        self._room = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.what)
        column.addLayout(self._room, 1)
        column.addWidget(self.key)
        for words in (self.rest, self.watch, self.borders):
            column.addWidget(words)
        self.borders.setText(text("borders"))

    def ask(self, wanted: Wanted, *, anew: bool = False) -> None:
        """Reads the world, unless it is the one that is shown."""
        if wanted == self._wanted and not anew:
            if self.ready():
                self.drawn.emit()
            return
        self._wanted = wanted
        call = partial(world_of, self._core, wanted, QLocale().name()[:2])
        self._tasks.run(self, call, self._on_read, self.failed.emit)

    def ready(self) -> bool:
        """Whether what was asked for last is what is shown."""
        return self.seen is not None and self.seen.wanted == self._wanted

    def counted(self) -> What:
        """What the colours say."""
        return next(what for what in WHATS if what == self.what.on)

    def choose(self, code: str) -> None:
        """Marks a country; "" = none."""
        self._chosen = code
        if self.canvas:
            self.canvas.choose(code)

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        super().set_theme(theme)
        self.what.set_theme(theme)
        if self.canvas:
            self.canvas.set_theme(theme)
        self._colour()
        self._show()

    def _colour(self) -> None:
        for words in (self.rest, self.watch, self.borders):
            ink(words, self._theme.text3)

    def _on_read(self, seen: Seen) -> None:
        if seen.wanted != self._wanted:
            return  # a later question is on its way
        self.seen = seen
        if self.canvas is None:
            self.canvas = Canvas(self._theme, seen.atlas)
            self.canvas.land_chosen.connect(self.land_chosen)
            self.canvas.land_opened.connect(self.land_opened)
            self._room.addWidget(self.canvas)
            self.setTabOrder(self.what.last(), self.canvas)
            self.canvas.choose(self._chosen)
        self._show()
        self.drawn.emit()

    def _show(self) -> None:
        seen, what = self.seen, self.counted()
        if seen is None or self.canvas is None:
            return
        self.canvas.show_world(seen.world, what, seen.names)
        self.key.show_scale(figures(seen.world, what).scale, self._theme)
        rest = elsewhere(seen.world, what, seen.names, seen.atlas.lands)
        self.rest.setText(rest)
        self.rest.setVisible(bool(rest))
        self.watch.setText(observed(seen.world))

    def table(self) -> Table:
        """Every figure of the map."""
        if self.seen is None:
            return Table((), ())
        seen = self.seen
        return table(seen.world, self.counted(), seen.names, seen.atlas.notes)

    def file(self, kind: str) -> File | None:
        """The map as it is shown, for a file; None while there is none."""
        seen, what, theme = self.seen, self.counted(), self._theme
        if seen is None or not self.ready():
            return None
        if kind == "csv":
            return File(lambda: None, lambda _: to_csv(self.table()))
        draw = printing.svg if kind == "svg" else printing.image
        return File(lambda: None, lambda _: draw(seen, what, theme))
