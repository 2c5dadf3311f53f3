"""Do the charts keep up with a hand? Frames of pan and zoom, of the map, and the change of page.

Drawn offscreen by the window's own plots and its own Trends page; a frame is the change of range
and the repaint after it, without waiting for a screen.
Medians on the clock, the slowest tenth, and the median of the processor alone: a busy machine is
slow on the clock. In ms.
"""

from __future__ import annotations

import math
import os
import random
import statistics
import time
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import cast

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEventLoop, QObject, QPointF, QTimer
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from osawatch.core import Core
from osawatch.lands import Land, World
from osawatch.model import Trend, TrendDay
from tests.ui.desk_fake import FakeCore
from ui.bridge import Bridge
from ui.tasks import Tasks
from ui.theme import LIGHT, font, palette, stylesheet
from ui.trends.chart import Chart
from ui.trends.page import TrendsPage
from ui.trends.plots import Plot
from ui.trends.world import atlas
from ui.trends.world.canvas import Canvas
from ui.trends.world.scale import WHATS

DAYS, LINES, FRAMES, SEED = 3_653, 50, 40, 20260302
SIZE = (1_400, 800)
VIEWS = ("days", "map", "pairs")
MEASURES = ("export-ban", "export-licensing", "export-quota", "export-tax", "customs")


def main() -> None:
    """Prints all figures with the limit of each."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    app.setStyle("Fusion")
    app.setFont(font())
    app.setPalette(palette(LIGHT))
    app.setStyleSheet(stylesheet(LIGHT))
    print(f"{'what':<44}{'median':>8}{'9 in 10':>9}{'cpu':>7}{'limit':>7}  ms")
    lines(app)
    bars(app)
    maps(app)
    for view in VIEWS:
        pages(app, view)


class Took:
    """How long acts took, in ms: on the clock, and of the processor alone."""

    def __init__(self) -> None:
        self.clock: list[float] = []
        self.cpu: list[float] = []

    def time(self, act: Callable[[], object]) -> None:
        """One more."""
        wall, cpu = time.perf_counter(), time.process_time()
        act()
        self.clock.append(1000 * (time.perf_counter() - wall))
        self.cpu.append(1000 * (time.process_time() - cpu))


def told(what: str, took: Took, limit: float) -> None:
    """A line of the table; the median on the clock is what the limit is about."""
    ordered = sorted(took.clock)
    middle, late = statistics.median(ordered), ordered[int(len(ordered) * 0.9)]
    cpu = statistics.median(took.cpu)
    over = "" if middle <= limit else "OVER"
    print(f"{what:<44}{middle:>8.1f}{late:>9.1f}{cpu:>7.1f}{limit:>7.0f}  {over}")


def frames(app: QApplication, plot: Plot, ranges: list[tuple[float, float]]) -> Took:
    """How long each frame took."""
    took = Took()

    def frame(first: float, last: float) -> None:
        plot.getPlotItem().setXRange(first, last, padding=0)
        plot.viewport().repaint()

    for first, last in ranges:
        took.time(partial(frame, first, last))
        app.processEvents()
    return took


def panned(width: float) -> list[tuple[float, float]]:
    """A window of `width` days that moves over the ten years."""
    step = (DAYS - width) / FRAMES or 1.0
    return [(n * step, n * step + width) for n in range(FRAMES)]


def zoomed() -> list[tuple[float, float]]:
    """From all ten years down to a month."""
    widths = [DAYS * (30 / DAYS) ** (n / FRAMES) for n in range(FRAMES)]
    return [((DAYS - width) / 2, (DAYS + width) / 2) for width in widths]


def shown(app: QApplication, widget: QWidget) -> None:
    """On the invisible screen, painted once."""
    widget.resize(*SIZE)
    widget.show()
    for _ in range(3):
        app.processEvents()


def lines(app: QApplication) -> None:
    """Fifty series in one plot of the window's kind; no page shows that many in one yet."""
    draw = np.random.default_rng(SEED)
    plot = Plot(LIGHT, bottom=True)
    plot.start(LIGHT, DAYS, 40)
    for n in range(LINES):
        pen = pg.mkPen(LIGHT.series[n % len(LIGHT.series)], width=1)
        y = draw.poisson(4, DAYS) + 10 * math.sin(n) ** 2
        plot.getPlotItem().addItem(pg.PlotCurveItem(np.arange(DAYS), y, pen=pen))
    shown(app, plot)
    told("50 lines, 10 years: pan by ten years", frames(app, plot, panned(DAYS)), 40)
    told("50 lines, 10 years: pan by one year", frames(app, plot, panned(365)), 40)
    told("50 lines, 10 years: zoom", frames(app, plot, zoomed()), 40)
    plot.close()


def trend(days: int) -> Trend:
    """Invented counts of five measures, judged, with days off."""
    draw, first = random.Random(SEED), date(2016, 3, 1)
    made = []
    for n in range(days):
        counts = {name: draw.randrange(4) for name in MEASURES}
        off = n % 97 < 3
        made.append(
            TrendDay(
                first + timedelta(n), {} if off else counts, None if off else sum(counts.values()),
                0.0 if off else 1.0, 7.5, 16.0, None if off else draw.random(),
            )
        )  # fmt: skip
    return Trend("gallium", "CN", "", tuple(made))


def bars(app: QApplication) -> None:
    """The chart of the Trends page with ten years of stacked bars, band, line and gaps."""
    chart = Chart(LIGHT, lambda _kind, key: key)
    chart.show_trend(trend(DAYS))
    shown(app, chart)
    told("stacked bars, 10 years: frame of all", frames(app, chart.counts, panned(DAYS)), 20)
    told("stacked bars, 10 years: frame of one year", frames(app, chart.counts, panned(365)), 20)
    chart.close()


def maps(app: QApplication) -> None:
    """The country map with a figure in every second land: whole, zoomed, moved, pointed at."""
    once = Took()
    once.time(atlas.load)
    told("map: shapes read, once", once, 200)
    shapes = atlas.load()
    found = {
        code: Land(code, n, n % 7, n % 5, float(n % 100), 1)
        for n, code in enumerate(shapes.points)
        if n % 2
    }
    day = date(2026, 3, 1)
    world = World(day, day, "", "", tuple(found.values()), 1, 1, 9, 0, found)
    canvas = Canvas(LIGHT, shapes)
    canvas.show_world(world, "score", {})
    shown(app, canvas)
    middle = shapes.bounds.center()
    whats = [lambda n=n: canvas.show_world(world, WHATS[n % 4], {}) for n in range(FRAMES)]
    told("map: frame of the whole world, drawn anew", painted(app, canvas, whats), 30)
    zooms = [lambda n=n: canvas.show_part(1 + n / 4, middle) for n in range(FRAMES)]
    told("map: zoom", painted(app, canvas, zooms), 30)
    moves = [
        lambda n=n: canvas.show_part(4, QPointF(middle.x() + 40 * n, middle.y()))
        for n in range(FRAMES)
    ]
    told("map: pan, four times as large", painted(app, canvas, moves), 30)
    canvas.show_part(1, middle)
    app.processEvents()
    codes = list(shapes.points)
    marks = [lambda n=n: canvas.choose(codes[n * 5]) for n in range(FRAMES)]
    told("map: a country marked", painted(app, canvas, marks), 30)
    canvas.close()


def painted(app: QApplication, widget: QWidget, acts: list[Callable[[], object]]) -> Took:
    """How long each change took until it was painted."""
    took = Took()
    for act in acts:
        took.time(lambda act=act: (act(), widget.repaint()))
        app.processEvents()
    return took


def pages(app: QApplication, view: str) -> None:
    """From another page to Trends and its charts drawn, its series read before."""
    owner = QObject()
    core = cast(Core, FakeCore())  # answers at once: what is measured is the page
    tasks = Tasks(owner)
    page, other, stack = (
        TrendsPage(core, tasks, Bridge(core, owner), LIGHT),
        QWidget(),
        QStackedWidget(),
    )
    stack.addWidget(other)
    stack.addWidget(page)
    shown(app, stack)
    waited(page, lambda: stack.setCurrentWidget(page))
    if view != "days":
        waited(page, lambda: page.show_view(view))
    took = Took()

    def switch() -> None:
        stack.setCurrentWidget(page)
        stack.repaint()
        app.processEvents()

    for _ in range(FRAMES):
        stack.setCurrentWidget(other)
        app.processEvents()
        took.time(switch)
    told(f"page switch to Trends, {view}", took, 200)
    stack.close()


def waited(page: TrendsPage, act: Callable[[], object]) -> None:
    """Until the page has all it asked for."""
    loop = QEventLoop()
    page.loaded.connect(loop.quit)
    QTimer.singleShot(20_000, loop.quit)
    act()
    loop.exec()


if __name__ == "__main__":
    main()
