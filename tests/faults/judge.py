"""What must hold after any fault: it opens, nothing confirmed is lost, nothing is double."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from osawatch import sealed
from osawatch.core import Core
from osawatch.errors import OsawatchError
from osawatch.model import Filter
from osawatch.vault import door
from tests.fakes import Pack
from tests.faults.scene import ENTRIES, KEYED, Scene, entries
from tests.faults.work import COPY, DESK, SECRET, notes

AT_ONCE = ("bundle", "hub", "list")  # nothing of it is promised before all of it
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
    if operation == "restore":
        profile = profile / DESK
        if not profile.exists():
            return [f"lost: {one}" for one in acked]
    try:
        with opened(profile) as core:
            found = [f"doctor: {line}" for line in core.care.doctor()]
            found += [f"double {what}: {one}" for what, one in doubles(core)]
            found += [f"lost: {one}" for one in lost(scene, operation, core, acked)]
        if operation == "hub" and scene.hub is not None:
            found += [f"double on the hub: {one}" for one in scene.hub.doubles(profile)]
        return found + (_copied(scene, profile) if operation == "backup" else [])
    except OsawatchError as error:
        return [f"does not open: {error}"]


def _copied(scene: Scene, profile: Path) -> list[str]:
    """A copy that stands under its name is whole, confirmed or not."""
    if not (profile / COPY).exists():
        return []
    room = profile.with_name(f"{profile.name}-again")
    room.mkdir()
    shutil.copy(profile / COPY, room / Path(COPY).name)
    scene.undisturbed("restore", room)
    with opened(room / DESK) as core:
        have = content(core)
    shutil.rmtree(room)
    return [f"the copy lacks {one}" for one in missing(have, expected(scene, "backup"))]


def unfinished(scene: Scene, operation: str, profile: Path) -> list[str]:
    """What is not as if nothing had happened once the same is done again, undisturbed."""
    wanted = expected(scene, operation)
    again: list[str] = []
    if operation == "restore":
        if not (profile / DESK).exists():
            again = scene.undisturbed(operation, profile)
        profile = profile / DESK
    elif operation not in KEYED:
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
    """What the operation leads to today when nobody disturbs it: news of a list bear the day."""
    key = f"{scene.room}/{operation}/{datetime.now(UTC).date()}"
    if key not in _EXPECTED:
        profile = scene.copy(operation)
        if operation not in (*KEYED, "triage", "triage-sealed"):
            scene.undisturbed(operation, profile)
        profile = profile / DESK if operation == "restore" else profile
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
        "lists": [
            (version.list, entry.names[0].text if entry.names else "")
            for version, found in core.lists.current() for entry in found
        ],
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
    name = operation.removesuffix("-sealed")
    if name == "triage":
        return sorted(set(acked) - set(notes(core)))
    if name in ("poll", "ingest"):
        return _unread(name, content(core), acked)
    if name == "backup":
        return [] if not acked or (core.profile.folder / COPY).exists() else [*acked]
    if name in KEYED and acked and core.encrypted == (name == "decrypt"):
        return [*acked]
    if name in AT_ONCE and not acked:
        return []
    return missing(content(core), expected(scene, operation))


def _unread(name: str, have: Content, acked: Sequence[str]) -> list[str]:
    if name == "poll":
        return [one for one in acked if _carried(have, one) != ENTRIES + 1]
    urls = {row[2] for row in have["items"]}  # type: ignore[index]
    return [
        one for one in acked
        if not {entry["url"] for entry in entries(100 + int(Path(one).stem))} <= urls
    ]  # fmt: skip


def missing(have: Content, wanted: Content) -> list[str]:
    return [f"{name} {row}" for name in wanted for row in set(wanted[name]) - set(have[name])][:5]


def _carried(have: Content, source: str) -> int:
    return sum(row[0] == source for row in have["sightings"])  # type: ignore[index]
