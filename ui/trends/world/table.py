"""The table behind the map: a row a country, on the screen and as CSV."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from osawatch.lands import World
from ui.trends.export import Table
from ui.trends.world.scale import What, ranked
from ui.trends.world.words import note, text

HEADS = (
    "code", "country", "score", "imposing", "affected", "stories", "sources", "covered", "note",
)  # fmt: skip


def head(key: str) -> str:
    """A head in words; the CSV keeps the keys."""
    return text(f"head_{key}")


def table(
    world: World,
    what: What,
    names: Mapping[str, str],
    notes: Mapping[str, Iterable[str]],
) -> Table:
    """The highest first, then by code. A figure that nobody could know is empty, not nought."""
    order = [one.code for one in ranked(world, what)]
    order += sorted({*names, *(one.code for one in world.lands)} - set(order))
    return Table(HEADS, tuple(_row(world, code, names, notes) for code in order))


def _row(
    world: World, code: str, names: Mapping[str, str], notes: Mapping[str, Iterable[str]]
) -> tuple[str, ...]:
    land = world.of(code)
    score = "" if land.score is None else str(int(land.score))
    counts = (land.imposing, land.affected, land.stories) if land.covered else ("", "", "")
    said = " ".join(note(key) for key in notes.get(code, ()))
    seen = text("yes" if land.covered else "no")
    name = names.get(code, code)
    return (code, name, score, *(str(one) for one in counts), str(land.sources), seen, said)
