"""Rings of points and what is done to them: decode, split, dissolve, project, simplify. Pure.

TopoJSON arcs -> rings of each shape -> split | dissolve -> chains shared by neighbours -> fewer
points a chain. So two neighbours keep one border, whatever is left out.
"""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

SCANS = 15
Point = tuple[float, float]
Ring = list[Point]  # closed, the first point is not repeated
Box = tuple[float, float, float, float]  # west, south, east, north
Chain = tuple[Point, ...]

MIDDLE = 11.0  # the edge of the map runs through the Bering Strait and cuts nobody in two

# Equal Earth (Savric, Patterson, Jenny 2018): areas stay true, so a big colour is a big land
_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_M = math.sqrt(3) / 2


def decoded(topology: dict) -> list[list[Point]]:
    """The arcs of a TopoJSON, as degrees: deltas are summed, then scaled."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        found.append(points)
    return found


def rings_of(geometry: dict, arcs: Sequence[Sequence[Point]]) -> list[list[Ring]]:
    """The polygons of a shape, each as its rings; an arc ~n is arc n backwards."""
    many = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    return [[_joined(ring, arcs) for ring in polygon] for polygon in many]


def _joined(ring: Sequence[int], arcs: Sequence[Sequence[Point]]) -> Ring:
    out: Ring = []
    for n in ring:
        part = arcs[n] if n >= 0 else arcs[~n][::-1]
        out.extend(part[:-1])
    return _unbroken(out)


def _unbroken(ring: Ring) -> Ring:
    """The shapes run over the 180th meridian; a ring stays whole, where most of it is."""
    out = [ring[0]]
    for x, y in ring[1:]:
        out.append((x - 360 * round((x - out[-1][0]) / 360), y))
    middle = sum(x for x, _ in out) / len(out)
    turn = 360 * math.floor((middle - MIDDLE + 180) / 360)
    return [(x - turn, y) for x, y in out]


def inside(at: Point, ring: Sequence[Point]) -> bool:
    """Whether a point lies in a ring, by crossings."""
    x, y = at
    found = False
    for (ax, ay), (bx, by) in _edges(ring):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            found = not found
    return found


def split(ring: Ring, axis: int, line: float) -> tuple[Ring, Ring]:
    """What of a ring lies below and above a line: axis 0 = a meridian, 1 = a parallel."""
    low: Ring = []
    high: Ring = []
    for a, b in _edges(ring):
        (low if a[axis] < line else high).append(a)
        if (a[axis] < line) != (b[axis] < line):
            share = (line - a[axis]) / (b[axis] - a[axis])
            cut = (a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1]))
            low.append(cut)
            high.append(cut)
    return low, high


def dissolved(rings: Iterable[Ring]) -> list[Ring]:
    """Rings with their common edges taken out: parts of one land become one."""
    following: dict[Point, list[Point]] = defaultdict(list)
    for a, b in sorted(_outer(rings)):
        following[a].append(b)
    out = []
    while following:
        ring = _followed(following)
        if len(ring) > 2:
            out.append(ring)
    return out


def _outer(rings: Iterable[Ring]) -> set[tuple[Point, Point]]:
    edges: set[tuple[Point, Point]] = set()
    for ring in rings:
        for a, b in _edges(ring):
            if (b, a) in edges:
                edges.discard((b, a))
            elif a != b:
                edges.add((a, b))
    return edges


def _followed(following: dict[Point, list[Point]]) -> Ring:
    """One ring, edge by edge, taken out; nothing where the edges lead nowhere."""
    start = at = next(iter(following))
    ring = []
    while following.get(at):
        ring.append(at)
        after = following[at].pop()
        if not following[at]:
            del following[at]
        at = after
    return ring if at == start else []


def projected(at: Point) -> Point:
    """Degrees to the plane, y downwards; the whole world is 10 000 wide."""
    lon, lat = math.radians(at[0] - MIDDLE), math.radians(at[1])
    t = math.asin(_M * math.sin(lat))
    t2, t6 = t * t, t**6
    x = lon * math.cos(t) / (_M * (_A1 + 3 * _A2 * t2 + t6 * (7 * _A3 + 9 * _A4 * t2)))
    y = t * (_A1 + _A2 * t2 + t6 * (_A3 + _A4 * t2))
    scale = 10_000 / (2 * math.pi / (_M * _A1))
    return x * scale, -y * scale


def area(ring: Sequence[Point]) -> float:
    """The area within a ring, whichever way it turns."""
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in _edges(ring))) / 2


def inner(rings: Sequence[Ring]) -> Point:
    """A point well inside the biggest ring: the middle of the widest stretch of some lines."""
    ring = max(rings, key=area)
    low, high = min(y for _, y in ring), max(y for _, y in ring)
    best, found = -1.0, ring[0]
    for n in range(1, SCANS + 1):
        y = low + (high - low) * n / (SCANS + 1) + 1e-3  # no corner lies on the line
        cuts = sorted(
            ax + (y - ay) * (bx - ax) / (by - ay)
            for (ax, ay), (bx, by) in _edges(ring)
            if (ay > y) != (by > y)
        )
        for left, right in zip(cuts[::2], cuts[1::2], strict=False):
            size = min(right - left, 3 * (y - low), 3 * (high - y))
            if size > best:
                best, found = size, ((left + right) / 2, y)
    return found


def chains_of(
    lands: dict[str, list[Ring]], boxes: Sequence[Box] = ()
) -> tuple[list[Chain], dict[str, list[list[int]]]]:
    """Stretches that the same lands border on, and each land as rings of them (~n = backwards).

    A stretch also ends where it enters or leaves one of the boxes (west, south, east, north).
    """
    near: dict[Point, set[Point]] = defaultdict(set)
    for rings in lands.values():
        for ring in rings:
            for a, b in _edges(ring):
                near[a].add(b)
                near[b].add(a)
    joint = {point for point, others in near.items() if len(others) > 2}
    joint |= {
        point
        for point, others in near.items()
        for box in boxes
        if within(point, box) and not all(within(other, box) for other in others)
    }
    numbers: dict[Chain, int] = {}
    out = {
        code: [[_number(part, numbers) for part in _parts(ring, joint)] for ring in rings]
        for code, rings in lands.items()
    }
    return list(numbers), out


def within(at: Point, box: Box) -> bool:
    """Whether a point lies in a box of degrees."""
    west, south, east, north = box
    return west <= at[0] <= east and south <= at[1] <= north


def _parts(ring: Ring, joint: set[Point]) -> list[Chain]:
    at = next((n for n, point in enumerate(ring) if point in joint), None)
    if at is None:
        at = ring.index(min(ring))  # the same beginning for both who share it
        turned = ring[at:] + ring[:at]
        return [(*turned, turned[0])]
    turned = ring[at:] + ring[:at] + [ring[at]]
    parts, part = [], [turned[0]]
    for point in turned[1:]:
        part.append(point)
        if point in joint:
            parts.append(tuple(part))
            part = [point]
    return parts


def _number(part: Chain, numbers: dict[Chain, int]) -> int:
    if part[::-1] in numbers and part not in numbers:
        return ~numbers[part[::-1]]
    return numbers.setdefault(part, len(numbers))


def fewer(chain: Chain, least: float, keep: Callable[[Point], Point] = lambda p: p) -> Chain:
    """Visvalingam: the point whose triangle is smallest goes first, until all are `least` big."""
    points = [keep(p) for p in chain]
    fixed = 4 if points[0] == points[-1] else 2
    before, after = list(range(-1, len(points) - 1)), list(range(1, len(points) + 1))
    left = len(points)
    heap = [(_triangle(points, n - 1, n, n + 1), n) for n in range(1, len(points) - 1)]
    heapq.heapify(heap)
    sizes = {n: size for size, n in heap}
    while heap and left > fixed:
        size, n = heapq.heappop(heap)
        if sizes.get(n) != size:
            continue  # it has another triangle by now
        if size >= least:
            break
        del sizes[n]
        a, b = before[n], after[n]
        after[a], before[b] = b, a
        left -= 1
        for other in (a, b):
            if other in sizes:
                sizes[other] = max(size, _triangle(points, before[other], other, after[other]))
                heapq.heappush(heap, (sizes[other], other))
    return tuple(points[n] for n in sorted({0, len(points) - 1, *sizes}))


def _triangle(points: Sequence[Point], a: int, b: int, c: int) -> float:
    (ax, ay), (bx, by), (cx, cy) = points[a], points[b], points[c]
    return abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2


def _edges(ring: Sequence[Point]) -> Iterable[tuple[Point, Point]]:
    return zip(ring, [*ring[1:], ring[0]], strict=True)
