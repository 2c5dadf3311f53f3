"""Beside the text: findings, tests, and what a backtest counted."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from osawatch.workshop import Tried
from ui import paint
from ui.i18n import figure, finding
from ui.rules.words import text
from ui.strips import Painted, section
from ui.theme import T11, Theme, font
from ui.widgets import Button, ink, label

if TYPE_CHECKING:
    from osawatch.backtest import Report, RuleRun

CHART, WEEKS = 120, 26


class Side(QScrollArea):
    """`line_asked` carries the line of a finding or test."""

    line_asked = Signal(int, int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._tried: Tried | None = None
        self._report: Report | None = None
        self._running = ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setMinimumWidth(264)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(text("tests"))
        self._draw()

    def show_tried(self, tried: Tried | None) -> None:
        """Findings and tests of the text; None = being tried."""
        self._tried = tried
        self._draw()

    def show_report(self, report: Report | None) -> None:
        """What the backtest counted; None = not run for this text."""
        self._report, self._running = report, ""
        self._draw()

    def show_progress(self, done: int, total: int) -> None:
        """How far the backtest is."""
        self._running = text("back_running", done, total)
        self._draw()

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._theme = theme
        self._draw()

    def _draw(self) -> None:
        body = QWidget()
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(16, 12, 16, 16)
        self._column.setSpacing(4)
        self._findings()
        self._tests()
        self._backtest()
        self._column.addStretch(1)
        self.setWidget(body)

    def _add(self, widget: QWidget) -> None:
        self._column.addWidget(widget)

    def _quiet(self, said: str, colour: str = "") -> None:
        line = label(said, wrap=True)
        ink(line, colour or self._theme.text2)
        self._add(line)

    def _findings(self) -> None:
        self._add(section(text("findings"), "", self._theme))
        if self._tried is None:
            self._quiet(text("trying"))
            return
        if not self._tried.problems:
            self._quiet(text("no_findings"))
        for one in self._tried.problems:
            colour = self._theme.bad if one.level == "error" else self._theme.text
            self._quiet(finding(one.message), colour)
            self._link(text("place", one.line, one.column, one.code), one.line, one.column)

    def _tests(self) -> None:
        tried = self._tried
        passed = sum(one.passed for one in tried.tests) if tried else 0
        counts = text("counts", passed, len(tried.tests) - passed) if tried and tried.tests else ""
        self._add(section(text("tests"), counts, self._theme))
        if tried is not None and not tried.tests:
            broken = any(one.level == "error" for one in tried.problems)
            self._quiet(text("tests_later" if broken else "no_tests"))
        for one in tried.tests if tried else ():
            took = text("passed", round(one.seconds * 1000)) if one.passed else text("failed")
            self._quiet(f"{'✓' if one.passed else '✗'} {one.name}, {took}",
                        self._theme.text if one.passed else self._theme.bad)  # fmt: skip
            if not one.passed:
                self._quiet(finding(one.message))
                if one.line:
                    self._link(text("line_of", one.line), one.line, 1)

    def _link(self, said: str, line: int, column: int) -> None:
        button = Button(said, self._theme, "quiet")
        button.clicked.connect(lambda: self.line_asked.emit(line, column))
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _backtest(self) -> None:
        self._add(section(text("back_title"), "", self._theme))
        if self._running:
            self._quiet(self._running)
        elif self._report is None or not self._report.rules:
            self._quiet(text("back_none"))
        else:
            self._counted(self._report, self._report.rules[0])

    def _counted(self, report: Report, run: RuleRun) -> None:
        weeks = max((report.until - report.since).days // 7, 1)
        self._quiet(text("back_span", weeks, report.items))
        self._add(histogram(run, report.until.date(), self._theme))
        figures = (run.alerts, figure(run.a_week, 1), run.merged, run.excepted, run.inhibited)
        self._add(label(text("back_figures", *figures), wrap=True))
        self._quiet(text("back_hits", run.hits))
        for name, count in run.exceptions.items():
            self._quiet(text("excepted", name, count))
        if run.noisy:
            self._quiet(text("back_noisy", 10), self._theme.warn)
        for one in run.examples[:5]:
            self._quiet(f"{one.raised:%d %b}: {one.title}")


def histogram(run: RuleRun, until: date, theme: Theme) -> Painted:
    """Alerts of each week, the last ones at the right."""
    last = until.toordinal() - until.weekday()
    counts = [
        run.weeks.get(date.fromordinal(last - 7 * back).isoformat(), 0)
        for back in reversed(range(WEEKS))
    ]
    top = max([*counts, 3])

    def face(p: QPainter, r: QRectF, t: Theme) -> None:
        step, base = (r.width() - 24) / WEEKS, r.height() - 16
        for grid in (0.5, 1.0):
            p.fillRect(QRectF(24, base - (base - 8) * grid, r.width() - 24, 1), t.c("grid"))
        paint.text(p, QRectF(0, 0, 20, 16), str(top), font(T11, tnum=True), t.text3)
        for i, count in enumerate(counts):
            height = (base - 8) * count / top
            bar = QRectF(24 + i * step, base - height, max(step - 2, 2), height)
            p.fillRect(bar, t.c("accent"))
        p.fillRect(QRectF(24, base, r.width() - 24, 1), t.c("line2"))

    said = ", ".join(str(count) for count in counts)
    return Painted(CHART, face, theme, said)
