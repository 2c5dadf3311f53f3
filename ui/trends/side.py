"""Beside the chart: what the chosen days hold, their stories, or the strongest movers."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from osawatch.model import Card, Trend
from ui import paint
from ui.direction import from_right
from ui.i18n import figure
from ui.theme import T11, T13, T16, T20, Theme, font
from ui.trends import series
from ui.trends.bursts import Budget, Standing
from ui.trends.legend import pointed, star, triangle
from ui.trends.movers import Mover
from ui.trends.reading import PAGE, Stories
from ui.trends.siderows import ROW, Index, Row, Rows
from ui.trends.words import burst_name, burst_words, chance_words, day_month, span, text
from ui.widgets import Button, Ground, ink, label

WIDTH, LEAST, HEIGHT = 376, 264, 72


class RowDelegate(QStyledItemDelegate):
    """A story: level, title of two lines, publishers, time. A burst: level. A mover: bars."""

    def __init__(self, theme: Theme, model: Rows, parent: QObject) -> None:
        super().__init__(parent)
        self.theme, self._model = theme, model

    def paint(self, p: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, hairline, then the one or the other."""
        t, r = self.theme, QRectF(option.rect)
        flags = option.state
        on = bool(flags & QStyle.StateFlag.State_Selected)
        over = bool(flags & QStyle.StateFlag.State_MouseOver)
        p.fillRect(r, t.c("select" if on else "hover" if over else "surface"))
        p.fillRect(QRectF(r.x() + 16, r.bottom() - 1, r.width() - 16, 1), t.c("line"))
        row = index.data(ROW)
        if isinstance(row, Card):
            self._card(p, r, row)
        elif isinstance(row, Standing):
            self._burst(p, r, row)
        elif isinstance(row, Mover):
            self._mover(p, r, row)

    def _card(self, p: QPainter, r: QRectF, card: Card) -> None:
        t, title = self.theme, font(T13, 500)
        if QFontMetricsF(title).horizontalAdvance(card.title) < r.width() - 58:
            r = r.translated(0, 8)  # one line stands in the middle of the fixed height
        paint.shape(p, card.level, r.x() + 24, r.y() + 17, 5.5, t)
        room = QRectF(r.x() + 42, r.y() + 8, r.width() - 58, 36)
        rtl = from_right(card.language, card.title)
        lines = paint.lines(p, room, card.title, title, t.text, 2, rtl=rtl)
        y = r.y() + 8 + 18 * lines + 12
        many = text("publishers", card.publishers)
        words = text("publishers_one") if card.publishers == 1 else many
        words += f", {text('official')}" if card.official else ""
        x = r.x() + 42
        x += paint.text(p, QRectF(x, y - 8, 200, 16), words, font(T11), t.text2) + 8
        if card.language:
            paint.code(p, x, y, card.language, t)
        when = QRectF(r.right() - 96, y - 8, 80, 16)
        day = day_month(card.last_seen.date())
        paint.text(p, when, day, font(T11, tnum=True), t.text3, Qt.AlignmentFlag.AlignRight)

    def _burst(self, p: QPainter, r: QRectF, burst: Standing) -> None:
        t = self.theme
        mark = pointed(star, 7) if burst.level == "alert" else pointed(triangle, 6)
        mark(p, QRectF(r.x() + 16, r.y() + 16, 16, 16), t)
        width = r.width() - 58
        name = burst_name(burst, self._model.names)
        room = QRectF(r.x() + 42, r.y() + 14, width, 20)
        paint.text(p, room, name, font(T13, 500), t.text)
        below = QRectF(r.x() + 42, r.y() + 36, width, 18)
        paint.text(p, below, burst_words(burst), font(T11, tnum=True), t.text2)

    def _mover(self, p: QPainter, r: QRectF, mover: Mover) -> None:
        t = self.theme
        name = self._model.names.get(("good", mover.good), mover.good)
        room = QRectF(r.x() + 16, r.y() + 14, r.width() - 160, 20)
        paint.text(p, room, name, font(T13, 500), t.text)
        words = text("mover", mover.stories, figure(mover.expected, 1))
        below = QRectF(r.x() + 16, r.y() + 36, r.width() - 160, 18)
        paint.text(p, below, words, font(T11, tnum=True), t.text2)
        spark = QRectF(r.right() - 128, r.y() + 20, 112, 30)
        paint.sparkline(p, spark, mover.daily, t, alert=mover.strength >= 3)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Rows of one height."""
        return QSize(WIDTH - 20, HEIGHT)


class Summary(QWidget):
    """The chosen days: how many stories, how many expected, how likely by chance."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._title = ""
        self._figures: list[tuple[str, str]] = []
        self.setFixedHeight(92)

    def show_movers(self, *, bursts: bool = False) -> None:
        """The head over the movers, with or without bursts above them."""
        self.setFixedHeight(64)
        self._title = text("bursts" if bursts else "movers")
        self._figures = [("", text("bursts_more" if bursts else "movers_more"))]
        self._changed()

    def show_days(self, trend: Trend) -> None:
        """The head over the stories of some days."""
        self.setFixedHeight(92)
        days = trend.days
        self._title = span(days[0].day, days[-1].day) if days else ""
        seen = [d for d in days if d.total is not None]
        figures = [(str(sum(d.total or 0 for d in seen)) if seen else "–", text("stories"))]
        expected = [d.expected for d in seen if d.expected is not None]
        if expected:
            figures.append((f"{sum(expected):.0f}", text("expected_count")))
        p = series.chance(trend)
        if p is not None:
            figures.append((chance_words(p), text("by_chance")))
        self._figures = figures
        self._changed()

    def _changed(self) -> None:
        figures = ", ".join(f"{big} {small}".strip() for big, small in self._figures)
        self.setAccessibleName(f"{self._title}: {figures}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Title, then the figures with their captions."""
        p, t = QPainter(self), self.theme
        width = self.width() - 32.0
        paint.text(p, QRectF(16, 12, width, 22), self._title, font(T16, 600), t.text)
        x = 16.0
        for big, small in self._figures:
            if not big:
                paint.text(p, QRectF(x, 36, width, 16), small, font(T11), t.text3)
                continue
            used = paint.text(p, QRectF(x, 40, 140, 26), big, font(T20, 600, tnum=True), t.text)
            paint.text(p, QRectF(x, 66, 140, 16), small, font(T11), t.text3)
            x += max(used, 60) + 28
        p.fillRect(0, self.height() - 1, self.width(), 1, t.c("line"))


class Side(Ground):
    """Bursts and movers until days are chosen, then their stories.

    Signals: card_chosen(id), good_chosen(id), pair_chosen(good, country) of a burst, list_asked()
    for all items of these days, cleared().
    """

    card_chosen = Signal(str)
    good_chosen = Signal(str)
    pair_chosen = Signal(str, str)
    list_asked = Signal()
    cleared = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "surface", edge="left")
        self.setMinimumWidth(LEAST)
        self.setMaximumWidth(WIDTH)
        self.summary = Summary(theme)
        self.model = Rows(self)
        self.list = QListView()
        self._delegate = RowDelegate(theme, self.model, self.list)
        self.note = label("", wrap=True)
        self.note.setContentsMargins(16, 12, 16, 12)
        self.budget = label("", T11, wrap=True)
        self.budget.setContentsMargins(16, 8, 16, 12)
        self.budget.hide()
        self.more = Button(text("show_in_list"), theme, "quiet", "open")
        self.clear = Button(text("movers"), theme, "quiet", "undo")
        self._set_up()
        self.set_theme(theme)

    def sizeHint(self) -> QSize:
        """As wide as it may be; beside a map that needs the room it is narrower."""
        return QSize(WIDTH, super().sizeHint().height())

    def _set_up(self) -> None:
        view = self.list
        view.setModel(self.model)
        view.setItemDelegate(self._delegate)
        view.setFrameShape(QListView.Shape.NoFrame)
        view.setUniformItemSizes(True)
        view.setMouseTracking(True)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.activated.connect(self._on_row)
        view.clicked.connect(self._on_row)
        self.more.clicked.connect(self.list_asked)
        self.clear.clicked.connect(self.cleared)
        foot = QWidget()
        row = QVBoxLayout(foot)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(0)
        for button in (self.more, self.clear):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.summary)
        column.addWidget(self.note)
        column.addWidget(view, 1)
        column.addWidget(self.budget)
        column.addWidget(foot)

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        super().set_theme(theme)
        self.summary.theme = self._delegate.theme = theme
        ink(self.note, theme.text2)
        ink(self.budget, theme.text3)
        for button in (self.more, self.clear):
            button.set_theme(theme)
        self.list.viewport().update()

    def show_movers(
        self,
        movers: tuple[Mover, ...],
        names: dict[tuple[str, str], str],
        bursts: tuple[Standing, ...] = (),
    ) -> None:
        """What stands out, then the week's strongest."""
        self.summary.show_movers(bursts=bool(bursts))
        note = "" if movers or bursts else text("movers_none")
        self._show([*bursts, *movers], names, note, days=False)

    def show_budget(self, of: Budget | None) -> None:
        """How many of all alerts are chance; nothing while nothing was judged."""
        if of:
            words = text("budget", of.series, figure(of.expected, 1), of.told, of.false)
            self.budget.setText(words)
        self.budget.setVisible(of is not None)

    def show_stories(self, found: Stories, trend: Trend) -> None:
        """The stories of the chosen days; the list reads on as it is scrolled."""
        self.summary.show_days(trend)
        watched = any(d.total is not None for d in trend.days)
        note = "" if found.cards else text("no_stories" if watched else "no_stories_gap")
        rest = found.ids[PAGE:]
        self._show(list(found.cards), self.model.names, note, days=True, ids=rest)

    def _show(
        self,
        rows: list[Row],
        names: dict[tuple[str, str], str],
        note: str,
        *,
        days: bool,
        ids: tuple[str, ...] = (),
    ) -> None:
        self.model.show_rows(rows, names, ids)
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.more.setVisible(days)
        self.clear.setVisible(days)
        self.list.setAccessibleName(self.summary.accessibleName())

    def _on_row(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, Card):
            self.card_chosen.emit(row.id)
        elif isinstance(row, Mover):
            self.good_chosen.emit(row.good)
        elif isinstance(row, Standing):
            self.pair_chosen.emit(row.good, row.country)
