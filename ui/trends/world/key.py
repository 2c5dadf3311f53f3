"""The legend of the map, for a widget or a picture: every step with its limits in figures."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import paint
from ui.theme import T11, T13, Theme, font
from ui.trends.world.scale import Scale
from ui.trends.world.words import limits, text

ROW, SWATCH, GAP = 22.0, 14.0, 14.0
Place = tuple[str, str, QPointF]  # words, colour or kind of swatch, where


def entries(scale: Scale, theme: Theme) -> list[tuple[str, str]]:
    """Words and the colour beside them, the lowest step first; then "hatch" and "dash"."""
    nothing = text("nothing_score" if scale.what == "score" else "nothing")
    steps = [
        (words, theme.ramp[scale.colour(n, len(theme.ramp))])
        for n, words in enumerate(limits(scale), 1)
    ]
    rest = [(text("not_covered"), "hatch"), (text("unsettled"), "dash")]
    return [(nothing, theme.ramp[0]), *steps, *rest]


def placed(scale: Scale, theme: Theme, width: float) -> list[Place]:
    """Where each stands; the row wraps."""
    metrics = QFontMetricsF(font(T11, tnum=True))
    x = QFontMetricsF(font(T13, 600)).horizontalAdvance(text(scale.what)) + 20
    y, out = 0.0, []
    for words, kind in entries(scale, theme):
        need = SWATCH + 5 + metrics.horizontalAdvance(words) + 1
        if x + need > width and x > 0:
            x, y = 0.0, y + ROW
        out.append((words, kind, QPointF(x, y)))
        x += need + GAP
    return out


def draw(p: QPainter, at: QRectF, scale: Scale, theme: Theme) -> None:
    """The title, then the steps."""
    paint.text(
        p, QRectF(at.x(), at.y(), at.width(), ROW), text(scale.what), font(T13, 600), theme.text
    )
    for words, kind, place in placed(scale, theme, at.width()):
        box = QRectF(at.x() + place.x(), at.y() + place.y() + 5, SWATCH, 12)
        _swatch(p, box, kind, theme)
        where = QRectF(box.right() + 5, at.y() + place.y(), at.width(), ROW)
        paint.text(p, where, words, font(T11, tnum=True), theme.text2, elide=False)


def _swatch(p: QPainter, box: QRectF, kind: str, theme: Theme) -> None:
    if kind == "hatch":
        paint.box(p, box, theme.sunken, 2)
        paint.hatch(p, box, theme.hatch)
    elif kind == "dash":
        p.setPen(QPen(theme.c("text3"), 1, Qt.PenStyle.DashLine))
        p.drawLine(QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y()))
    else:
        paint.box(p, box, kind, 2, theme.line2)


class Key(QWidget):
    """The legend below the map; it grows downwards."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._scale = Scale("score", (1,))
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_scale(self, scale: Scale, theme: Theme) -> None:
        """Other steps or other colours."""
        self._scale, self._theme = scale, theme
        words = ", ".join(words for words, _ in entries(scale, theme))
        self.setAccessibleName(f"{text(scale.what)}: {words}")
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """It wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """A row of 22 px for each line."""
        return int(placed(self._scale, self._theme, width)[-1][2].y() + ROW)

    def sizeHint(self) -> QSize:
        """As high as its present width asks."""
        return QSize(400, self.heightForWidth(max(1, self.width())))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Title and steps."""
        draw(QPainter(self), QRectF(self.rect()), self._scale, self._theme)
