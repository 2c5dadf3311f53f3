"""What must hold after any fault: it opens, nothing confirmed is lost, nothing is double."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from osawatch import sealed
from osawatch.core import Core
from osawatch.errors import OsawatchError
from osawatch.model import Filter
from osawatch.vault import door
from tests.fakes import Pack
from tests.faults.scene import ENTRIES, Scene, entries
from tests.faults.work import SECRET, notes

Content = dict[str, list[object]]
DOUBLE = {
    "events": "SELECT id FROM events GROUP BY id HAVING count(*) > 1",
    "counts of a device": "SELECT device FROM events GROUP BY device, dev_seq HAVING count(*) > 1",
    "items": "SELECT id FROM items GROUP BY id HAVING count(*) > 1",
    "addresses": "SELECT url FROM items WHERE url <> '' GROUP BY url HAVING count(*) > 1",
    "alerts": "SELECT id FROM alerts GROUP BY id HAVING count(*) > 1",
    "raised": "SELECT subject FROM events WHERE kind = 'raised' GROUP BY subject, device"
    " HAVING count(*) > 1",
}


@contextmanager
def opened(profile: Path) -> Iterator[Core]:
    """The profile as its user opens it."""
    try:
        door.resume(profile)
        if sealed.encrypted(profile):
            door.enter(profile, SECRET)
        with Core(profile, pack=Pack()) as core:
            yield core
    finally:
        sealed.forget(profile)


def wrong(scene: Scene, operation: str, profile: Path, acked: Sequence[str]) -> list[str]:
    """What does not hold; empty when all is well."""
    try:
        with opened(profile) as core:
            found = [f"doctor: {line}" for line in core.doctor()]
            found += [f"double {what}: {one}" for what, one in doubles(core)]
            return found + [f"lost: {one}" for one in lost(scene, operation, core, acked)]
    except OsawatchError as error:
        return [f"does not open: {error}"]


def unfinished(scene: Scene, operation: str, profile: Path) -> list[str]:
    """What is not as if nothing had happened once the same is done again, undisturbed."""
    wanted = expected(scene, operation)
    if operation in ("encrypt", "rekey"):
        again: list[str] = []
    else:
        again = scene.undisturbed(operation, profile)
    with opened(profile) as core:
        have = content(core)
    differ = [
        f"after doing it again, {name} differ: {row}"
        for name in wanted
        for row in set(have[name]) ^ set(wanted[name])
    ]
    told = [one for one in again if one.startswith("told ") and "taken already" not in one]
    return differ[:5] + told


def expected(scene: Scene, operation: str) -> Content:
    """What the operation leads to when nobody disturbs it."""
    key = f"{scene.room}/{operation}"
    if key not in _EXPECTED:
        profile = scene.copy(operation)
        if operation not in ("encrypt", "rekey", "triage"):
            scene.undisturbed(operation, profile)
        with opened(profile) as core:
            _EXPECTED[key] = content(core)
    return _EXPECTED[key]


_EXPECTED: dict[str, Content] = {}


def content(core: Core) -> Content:
    """All that must be equal however the profile came about."""
    with core._store.reading() as connection:
        items = connection.execute(
            "SELECT id, title, url, source, story, version FROM items"
        ).fetchall()
        seen = connection.execute(
            "SELECT s.source, i.id FROM sightings s JOIN items i ON i.n = s.item"
        ).fetchall()
    alerts = [
        (one.id, one.card, one.title, one.goods, one.items, one.publishers, one.level)
        for one in core.alerts(Filter(view="all"))
    ]
    files = [path.name for path in (core.profile.folder / "rules").rglob("*.yaml")]
    return {
        "items": [*items], "sightings": [*seen], "alerts": [*alerts], "files": [*files],
        "lists": [*core.lists.ages()],
    }  # fmt: skip


def doubles(core: Core) -> Iterator[tuple[str, str]]:
    with core._store.reading() as connection:
        for what, statement in DOUBLE.items():
            for row in connection.execute(statement):
                yield what, str(row[0])
    written = notes(core)
    yield from (("note", one) for one in set(written) if written.count(one) > 1)


def lost(scene: Scene, operation: str, core: Core, acked: Sequence[str]) -> list[str]:
    """What was confirmed on the way and is not there."""
    if operation == "triage":
        return sorted(set(acked) - set(notes(core)))
    have = content(core)
    if operation == "poll":
        return [one for one in acked if _carried(have, one) != ENTRIES + 1]
    if operation == "ingest":
        urls = {row[2] for row in have["items"]}  # type: ignore[index]
        return [
            one for one in acked
            if not {entry["url"] for entry in entries(100 + int(Path(one).stem))} <= urls
        ]  # fmt: skip
    if operation == "bundle":
        return (acked and missing(have, expected(scene, operation))) or []  # type: ignore[return-value]
    if operation in ("encrypt", "rekey") and acked and not core.encrypted:
        return [*acked]
    return missing(have, expected(scene, operation))


def missing(have: Content, wanted: Content) -> list[str]:
    return [f"{name} {row}" for name in wanted for row in set(wanted[name]) - set(have[name])][:5]


def _carried(have: Content, source: str) -> int:
    return sum(row[0] == source for row in have["sightings"])  # type: ignore[index]
