"""The shapes of the lands, read once. Made by packaging/atlas/build.py, which says how and why.

ui/assets/world.json -> chains of points -> a path for each land, borders; a point inside each
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from math import hypot

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

from ui.icons import ASSETS

FILE = ASSETS / "world.json"
NOBODYS = ""  # the key of what belongs to no land
Chain = list[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Atlas:
    """Lands by code, in units of the plane (10 000 wide); all borders, each drawn once.

    `notes`: what the hover text says of a land beside its figures, as keys of words.
    """

    lands: dict[str, QPainterPath]
    points: dict[str, QPointF]
    borders: QPainterPath
    dashed: QPainterPath
    bounds: QRectF
    notes: dict[str, tuple[str, ...]]
    source: str

    def at(self, where: QPointF) -> str | None:
        """The code of the land at a point, None on the sea; "" where it is nobody's."""
        for code, path in self.lands.items():
            if path.boundingRect().contains(where) and path.contains(where):
                return code
        return None

    def nearest(self, where: QPointF, reach: float) -> str | None:
        """The land whose point is nearest, if it is within reach: islands are small."""
        code = min(self.points, key=lambda one: distance(self.points[one], where))
        return code if distance(self.points[code], where) <= reach else None

    def towards(self, code: str, step: tuple[int, int]) -> str:
        """The next land in a direction (x, y); the same one at the edge of the world."""
        start = self.points[code]
        best, found = float("inf"), code
        for other, point in self.points.items():
            ahead = (point.x() - start.x()) * step[0] + (point.y() - start.y()) * step[1]
            aside = abs((point.x() - start.x()) * step[1]) + abs((point.y() - start.y()) * step[0])
            if ahead > 0 and aside <= ahead and ahead + 2 * aside < best:
                best, found = ahead + 2 * aside, other
        return found


def distance(a: QPointF, b: QPointF) -> float:
    """Between two points of the plane."""
    return hypot(a.x() - b.x(), a.y() - b.y())


@lru_cache(maxsize=1)
def load() -> Atlas:
    """The atlas; about 30 ms the first time, so call it in a task."""
    told = json.loads(FILE.read_text("utf-8"))
    chains = [_points(steps) for steps in told["chains"]]
    dashed = set(told["dashed"])
    lands = {code: _path(rings, chains) for code, rings in told["lands"].items()}
    everything = QRectF()
    for path in lands.values():
        everything = everything.united(path.boundingRect())
    return Atlas(
        lands,
        {code: QPointF(x, y) for code, (x, y) in told["points"].items()},
        _lines(points for n, points in enumerate(chains) if n not in dashed),
        _lines(chains[n] for n in sorted(dashed)),
        everything,
        {code: tuple(keys) for code, keys in told["notes"].items()},
        told["source"],
    )


def _points(steps: list[int]) -> Chain:
    x, y = float(steps[0]), float(steps[1])
    out = [(x, y)]
    for dx, dy in zip(steps[2::2], steps[3::2], strict=True):
        x, y = x + dx, y + dy
        out.append((x, y))
    return out


def _path(rings: list[list[int]], chains: list[Chain]) -> QPainterPath:
    path = QPainterPath()
    for ring in rings:
        parts = (chains[n] if n >= 0 else chains[~n][::-1] for n in ring)
        points = list(chain.from_iterable(part[:-1] for part in parts))
        path.addPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
        path.closeSubpath()
    return path


def _lines(chains: Iterable[Chain]) -> QPainterPath:
    path = QPainterPath()
    for points in chains:
        path.addPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
    return path
