"""What the map asks of the core, without a widget; the call runs in a task."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from osawatch.core import Core
from osawatch.lands import World
from ui.trends.world.atlas import Atlas, load


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is counted, and over how many days."""

    good: str = ""
    measure: str = ""
    days: int = 90


@dataclass(frozen=True, slots=True)
class Seen:
    """A world, the shapes to draw it on, and the names of its countries."""

    wanted: Wanted
    world: World
    atlas: Atlas
    names: dict[str, str]
    titles: tuple[str, ...] = ()  # of the good and the measure that were asked for


def world_of(core: Core, wanted: Wanted, language: str) -> Seen:
    """Counts by country, the shapes, and a name for each code."""
    world = core.figures.lands.world(good=wanted.good, measure=wanted.measure, days=wanted.days)
    return seen_of(world, lambda kind, key: core.names(kind, key, language))


def seen_of(world: World, names: Callable[[str, str], str]) -> Seen:
    """A world with its shapes and names."""
    atlas = load()
    codes = {*atlas.points, *(one.code for one in world.lands)}
    asked = (("good", world.good), ("measure", world.measure))
    return Seen(
        Wanted(world.good, world.measure, world.days),
        world,
        atlas,
        {code: names("country", code) for code in sorted(codes)},
        tuple(names(kind, key) for kind, key in asked if key),
    )
