"""Small charts as a picture, and all pairs with all their days as a table for a file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from osawatch.core import Core
from osawatch.pairs import Daily, Ranked
from ui import paint
from ui.theme import T11, T16, Theme, font
from ui.trends.export import Table
from ui.trends.pairs import cell
from ui.trends.pairs.reading import Pair, Seen, days_of
from ui.trends.pairs.words import bars, ends, foot, text, told
from ui.trends.pairs.words import days_of as dates_of
from ui.trends.words import text as trends_text

COLUMNS, ROWS = 4, 5
SIZE, SCALE = QSize(1200, 60 + ROWS * (cell.HEIGHT + 8) + 56), 2
EDGE, PART = 20.0, 500


@dataclass(frozen=True, slots=True)
class Shown:
    """The pairs of a picture with their days; `top` = one scale for all, 0 = each its own."""

    seen: Seen
    pairs: tuple[Ranked, ...]
    days: dict[Pair, Daily]
    top: int = 0


def shown(core: Core, seen: Seen, *, one_scale: bool) -> Shown:
    """A page of pairs."""
    some = seen.ranking.pairs[: COLUMNS * ROWS]
    days = days_of(core, [(one.good, one.country) for one in some], seen.wanted.days)
    most = max((bar or 0 for one in days.values() for bar in bars(one)), default=1)
    return Shown(seen, some, days, max(1, most) if one_scale else 0)


def table(seen: Seen) -> Table:
    """A row a pair."""
    rows = tuple(
        (seen.name("good", one.good), seen.name("country", one.country), str(one.stories))
        for one in seen.ranking.pairs
    )
    return Table(("good", "country", "stories"), rows)


def head(key: str) -> str:
    """A head in words; the file keeps the keys."""
    return text(key)


def lines(core: Core, seen: Seen) -> Table:
    """A row for each pair and day; an empty count means that nobody looked."""
    rows: list[tuple[str, ...]] = []
    pairs = [(one.good, one.country) for one in seen.ranking.pairs]
    for start in range(0, len(pairs), PART):
        found = days_of(core, pairs[start : start + PART], seen.wanted.days)
        for good, country in pairs[start : start + PART]:
            names = (seen.name("good", good), country)
            rows += [
                (*names, day.isoformat(), "" if count is None else str(count))
                for day, count in zip(dates_of(seen.ranking), found[good, country], strict=True)
            ]
    return Table(("good", "country", "day_utc", "stories"), tuple(rows))


def image(of: Shown, theme: Theme, at: datetime | None = None) -> QImage:
    """The picture, twice as fine as a screen."""
    out = QImage(SIZE * SCALE, QImage.Format.Format_RGB32)
    out.setDevicePixelRatio(SCALE)
    p = QPainter(out)
    draw(p, of, theme, at or datetime.now(UTC))
    p.end()
    return out


def svg(of: Shown, theme: Theme, at: datetime | None = None) -> bytes:
    """The same as a drawing that stays sharp at any size."""
    held = QBuffer()
    held.open(QIODevice.OpenModeFlag.WriteOnly)
    drawing = QSvgGenerator()
    drawing.setOutputDevice(held)
    drawing.setSize(SIZE)
    drawing.setViewBox(QRect(QPoint(0, 0), SIZE))
    drawing.setTitle(text("pairs"))
    p = QPainter(drawing)
    draw(p, of, theme, at or datetime.now(UTC))
    p.end()
    return bytes(held.data().data())


def draw(p: QPainter, of: Shown, theme: Theme, at: datetime) -> None:
    """Heading, days, the charts, and the small print."""
    width = SIZE.width() - 2 * EDGE
    ranking = of.seen.ranking
    p.fillRect(QRectF(0, 0, SIZE.width(), SIZE.height()), theme.c("surface"))
    paint.text(p, QRectF(EDGE, 12, width, 24), text("pairs"), font(T16, 600), theme.text)
    when = f"{ranking.first} – {ranking.last} (UTC)"
    paint.text(p, QRectF(EDGE, 36, width, 16), when, font(T11), theme.text2)
    for n, pair in enumerate(of.pairs):
        _cell(p, of, theme, n, pair)
    below = SIZE.height() - 48.0
    said = foot(ranking, len(of.pairs))
    paint.lines(p, QRectF(EDGE, below, width, 18), said, font(T11), theme.text3, 1)
    drawn = trends_text("print_source", f"{at:%Y-%m-%d %H:%M}")
    paint.text(p, QRectF(EDGE, below + 18, width, 16), drawn, font(T11), theme.text3)


def _cell(p: QPainter, of: Shown, theme: Theme, n: int, pair: Ranked) -> None:
    step = (SIZE.width() - 2 * EDGE + 8) / COLUMNS
    x, y = EDGE + (n % COLUMNS) * step, 60 + (n // COLUMNS) * (cell.HEIGHT + 8.0)
    at, seen = QRectF(x, y, step - 8, cell.HEIGHT), of.seen
    p.fillRect(at, theme.c("sunken"))
    daily = of.days[pair.good, pair.country]
    top = of.top or max(1, *(bar or 0 for bar in bars(daily)))
    name = text("name", seen.name("good", pair.good), seen.name("country", pair.country))
    words = cell.Words(name, told(pair, daily), *ends(seen.ranking))
    cell.draw(p, at, theme, words, daily, top)
