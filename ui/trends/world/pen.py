"""The hand that draws the map: on the screen, into a picture, into an SVG, with one code.

Atlas + transform -> paths in pixels (kept until the transform changes) -> fills | borders | tags
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QTransform

from osawatch.lands import Land, World
from ui import paint
from ui.theme import T11, Theme, font
from ui.trends.world.atlas import NOBODYS, Atlas
from ui.trends.world.scale import Scale, What, ranked, scale_of, shown, value

DOT, SMALL = 3.5, 6.0  # radius, and the size in pixels below which a land is drawn as a dot
TAGS = 12  # countries whose figure stands on the map


@dataclass(frozen=True, slots=True)
class Figures:
    """What is drawn: a world under one scale."""

    world: World
    scale: Scale

    def of(self, code: str) -> Land:
        """The land of a shape."""
        return self.world.of(code)


def figures(world: World, what: What) -> Figures:
    """A world with the scale that fits it."""
    return Figures(world, scale_of(world, what))


def fitted(
    atlas: Atlas, room: QRectF, zoom: float = 1.0, middle: QPointF | None = None
) -> QTransform:
    """The plane into a rectangle: whole at zoom 1, `middle` (of the plane) in its centre."""
    bounds = atlas.bounds
    scale = zoom * min(room.width() / bounds.width(), room.height() / bounds.height())
    at = middle or bounds.center()
    out = QTransform()
    out.translate(room.center().x(), room.center().y())
    out.scale(scale, scale)
    out.translate(-at.x(), -at.y())
    return out


class Pen:
    """The atlas under one transform."""

    def __init__(self, atlas: Atlas, transform: QTransform) -> None:
        self.atlas, self.transform = atlas, transform
        self.lands: dict[str, QPainterPath] = {
            code: transform.map(path) for code, path in atlas.lands.items()
        }
        self._borders = transform.map(atlas.borders)
        self._dashed = transform.map(atlas.dashed)

    def draw(self, p: QPainter, of: Figures, theme: Theme, room: QRectF) -> None:
        """Everything but the pointer: grounds, hatching, borders, dots, tags."""
        p.save()
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._fill(p, of, theme, room)
        p.setPen(QPen(theme.c("mute"), 0.6))
        p.setBrush(Qt.BrushStyle.NoBrush)
        p.drawPath(self._borders)
        p.setPen(QPen(theme.c("text3"), 1, Qt.PenStyle.DashLine))
        p.drawPath(self._dashed)
        self._dots(p, of, theme)
        self._tags(p, of, theme, room)
        p.restore()

    def _fill(self, p: QPainter, of: Figures, theme: Theme, room: QRectF) -> None:
        bare = QPainterPath()
        for code, path in self.lands.items():
            if not path.boundingRect().intersects(room):
                continue
            if code == NOBODYS or not of.of(code).covered:
                bare.addPath(path)
            else:
                p.fillPath(path, QColor(self.colour(of, code, theme)))
        # half the world may be bare: smooth edges cost 21 of 27 ms here, and lines hide them
        p.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        ratio = p.device().devicePixelRatioF()
        p.fillPath(bare, QBrush(paint.tile(theme.hatch, 5, ratio, theme.sunken)))
        p.setRenderHint(QPainter.RenderHint.Antialiasing)

    def colour(self, of: Figures, code: str, theme: Theme) -> str:
        """The step of a covered land on the ramp."""
        step = of.scale.step(value(of.of(code), of.scale.what) or 0) if self._some(of, code) else 0
        return theme.ramp[of.scale.colour(step, len(theme.ramp))]

    def _some(self, of: Figures, code: str) -> bool:
        number = value(of.of(code), of.scale.what)
        return number is not None and (number > 0 or of.scale.what == "score")

    def _dots(self, p: QPainter, of: Figures, theme: Theme) -> None:
        p.setPen(QPen(theme.c("text3"), 0.8))
        for code, land in of.world.codes.items():
            if code in self.lands and land.covered and self.small(code):
                p.setBrush(QBrush(QColor(self.colour(of, code, theme))))
                p.drawEllipse(self.point(code), DOT, DOT)

    def _tags(self, p: QPainter, of: Figures, theme: Theme, room: QRectF) -> None:
        face, taken = font(T11, 600, tnum=True), list[QRectF]()
        metrics = QFontMetricsF(face)
        for land in ranked(of.world, of.scale.what)[:TAGS]:
            if land.code not in self.atlas.points:
                continue
            words = f"{land.code} {shown(land, of.scale.what)}"
            box = QRectF(0, 0, metrics.horizontalAdvance(words) + 8, 16)
            box.moveCenter(self.point(land.code))
            if self.small(land.code):
                box.moveLeft(self.point(land.code).x() + DOT + 2)
            if room.contains(box) and not any(box.intersects(other) for other in taken):
                taken.append(box)
                paint.box(p, box, theme.surface, 3, theme.line2)
                middle = Qt.AlignmentFlag.AlignHCenter
                paint.text(p, box, words, face, theme.text, middle, elide=False)

    def point(self, code: str) -> QPointF:
        """Where a land's tag stands, in pixels."""
        return self.transform.map(self.atlas.points[code])

    def small(self, code: str) -> bool:
        """Whether a land would hardly be seen at this size."""
        box = self.lands[code].boundingRect()
        return max(box.width(), box.height()) < SMALL

    def outline(self, p: QPainter, code: str, colour: str, width: float) -> None:
        """A line around a land, for the pointer and the choice."""
        p.save()
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        p.setBrush(Qt.BrushStyle.NoBrush)
        p.setPen(QPen(QColor(colour), width))
        p.drawPath(self.lands[code])
        if self.small(code):
            p.drawEllipse(self.point(code), DOT + 2, DOT + 2)
        p.restore()

    def at(self, where: QPointF) -> str | None:
        """The land at a pixel; small ones also a little beside it."""
        inverse, _ok = self.transform.inverted()
        plane = inverse.map(where)
        reach = (DOT + 1) / self.transform.m11()
        near = self.atlas.nearest(plane, reach)
        return near if near and self.small(near) else self.atlas.at(plane)
