"""A copy of a profile is whole or not there; a profile comes back from it, or nothing does."""

from __future__ import annotations

import json
import random
import sqlite3
import threading
import zipfile
from pathlib import Path

import pytest

from osawatch.core import Core
from osawatch.errors import BadInput, ProfileError, StoreError
from osawatch.model import Action, Filter
from osawatch.safekeeping import backup
from osawatch.searches import SavedSearch
from osawatch.store import copying
from tests.fakes import Network, Pack

FEED = "https://wire.example/feed"


@pytest.fixture
def worked(core: Core, network: Network) -> Core:
    """A desk with an alert that somebody has taken, and a rule of its own."""
    network.publish(FEED, "China sets a licence duty for gallium")
    core.poll(["wire"])
    [alert] = core.alerts(Filter())
    core.triage(Action("take", (alert.id,)))
    rules = core.profile.folder / "rules"
    rules.mkdir()
    (rules / "mine.yml").write_text("schema: 1\n")
    return core


def reopened(folder: Path, core: Core) -> Core:
    return Core(folder, clock=core._clock, fetch=Network(core._clock), pack=Pack())


def test_a_restored_profile_holds_all_that_was_there(worked: Core, tmp_path: Path) -> None:
    file, annex = tmp_path / "copy.zip", tmp_path / "annex.txt"
    annex.write_text("an annex")
    [alert] = worked.alerts(Filter(view="all"))
    kept = worked.attaching.put(alert.id, annex)
    worked.searches.keep(SavedSearch("Gallium", goods=("gallium",)))
    told = worked.care.backup(file)
    assert told.files == 4
    backup.restore(file, tmp_path / "new")
    with reopened(tmp_path / "new", worked) as other:
        assert other.alerts(Filter(view="all")) == worked.alerts(Filter(view="all"))
        assert other.settings() == worked.settings()
        assert other.care.doctor() == []
        assert other.searches.every() == worked.searches.every()
        assert other.attaching.body(kept.id) == b"an annex"
        assert (other.profile.folder / "rules" / "mine.yml").read_text() == "schema: 1\n"


def test_a_copy_and_its_original_count_their_events_under_different_names(
    worked: Core, tmp_path: Path
) -> None:
    file = tmp_path / "copy.zip"
    worked.care.backup(file)
    backup.restore(file, tmp_path / "new")
    [alert] = worked.alerts(Filter(view="all"))
    with reopened(tmp_path / "new", worked) as other:
        for core in (worked, other):
            core.triage(Action("note", (alert.id,), {"text": "hm"}))
        newest = [core.alert(alert.id).history[-1] for core in (worked, other)]  # type: ignore[union-attr]
        assert newest[0].id != newest[1].id
        with other._store.reading() as connection:
            devices = connection.execute("SELECT count(DISTINCT device) FROM events").fetchone()
        assert devices == (2,)


def test_a_profile_that_is_there_is_never_overwritten(worked: Core, tmp_path: Path) -> None:
    file = tmp_path / "copy.zip"
    worked.care.backup(file)
    before = worked.profile.database.read_bytes()
    with pytest.raises(ProfileError, match="not empty"):
        backup.restore(file, worked.profile.folder)
    assert worked.profile.database.read_bytes() == before


def test_a_copy_that_is_stopped_leaves_the_one_before(worked: Core, tmp_path: Path) -> None:
    file = tmp_path / "copy.zip"
    worked.care.backup(file)
    before = file.read_bytes()
    stop = threading.Event()
    stop.set()
    with pytest.raises(backup.Stopped):
        worked.care.backup(file, cancel=stop)
    assert file.read_bytes() == before
    assert sorted(one.name for one in tmp_path.iterdir()) == ["copy.zip", "profile"]


def test_any_byte_that_changed_is_told_or_makes_no_difference(worked: Core, tmp_path: Path) -> None:
    file, rng = tmp_path / "copy.zip", random.Random(3)
    worked.care.backup(file)
    whole, alerts = file.read_bytes(), worked.alerts(Filter(view="all"))
    refused = 0
    for number in range(60):
        broken = bytearray(whole)
        broken[rng.randrange(len(broken))] ^= 0xFF
        file.write_bytes(broken)
        target = tmp_path / f"new{number}"
        try:
            backup.restore(file, target)
        except BadInput:
            refused += 1
            assert not target.exists()
            continue
        with reopened(target, worked) as other:
            assert other.alerts(Filter(view="all")) == alerts
    assert refused > 40
    assert not list(tmp_path.glob(".new*"))


@pytest.mark.parametrize("name", ["../evil", "rules/../../evil", "/etc/evil", "other.txt"])
def test_a_copy_cannot_write_outside_the_profile(worked: Core, tmp_path: Path, name: str) -> None:
    file = tmp_path / "copy.zip"
    worked.care.backup(file)
    with zipfile.ZipFile(file) as box:
        members = {one: box.read(one) for one in box.namelist()}
    manifest = json.loads(members["manifest.json"])
    manifest["files"].append({"path": name, "size": 1, "sha256": "0" * 64})
    members |= {"manifest.json": json.dumps(manifest).encode(), name: b"x"}
    with zipfile.ZipFile(file, "w") as box:
        for one, body in members.items():
            box.writestr(one, body)
    with pytest.raises(BadInput, match="no profile has"):
        backup.restore(file, tmp_path / "new")
    assert not (tmp_path / "evil").exists()


def again(file: Path, **other: object) -> Path:
    """The same copy with another manifest, packed soundly."""
    target = file.with_name("again.zip")
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            body = old.read(name)
            if name == backup.MANIFEST:
                body = json.dumps({**json.loads(body), **other}).encode()
            new.writestr(name, body)
    return target


@pytest.mark.parametrize("made", ["", "yesterday", None, 5])
def test_a_copy_that_does_not_say_when_it_was_made_is_refused_before_anything_is_restored(
    worked: Core, tmp_path: Path, made: object
) -> None:
    worked.care.backup(tmp_path / "copy.zip")

    with pytest.raises(BadInput, match="damaged"):
        backup.restore(again(tmp_path / "copy.zip", made=made), tmp_path / "new")

    assert not (tmp_path / "new").exists()


def test_a_place_that_cannot_be_written_is_told_in_words(worked: Core, tmp_path: Path) -> None:
    worked.care.backup(tmp_path / "copy.zip")
    (tmp_path / "file").write_text("no folder")

    with pytest.raises(BadInput, match="cannot be restored"):
        backup.restore(tmp_path / "copy.zip", tmp_path / "file" / "new")


def test_a_manifest_that_is_a_list_is_refused_in_words(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "copy.zip", "w") as made:
        made.writestr(backup.MANIFEST, "[]")

    with pytest.raises(BadInput, match="no copy of a profile"):
        backup.restore(tmp_path / "copy.zip", tmp_path / "new")


def test_a_database_page_that_was_flipped_is_found_before_anything_is_restored(
    worked: Core, tmp_path: Path
) -> None:
    path = tmp_path / "flipped.db"
    copying.copy(worked._store, path, lambda _done, _all: None)
    copying.verify(path)
    body = bytearray(path.read_bytes())
    body[4096 * 3 : 4096 * 3 + 200] = bytes(200)
    path.write_bytes(body)
    with pytest.raises(StoreError):
        copying.verify(path)


def test_another_database_is_no_profile(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE t(x)")
    connection.close()
    with pytest.raises(StoreError, match="not of this program"):
        copying.verify(path)


def test_what_is_derived_is_made_anew_and_facts_stay(worked: Core) -> None:
    before = worked.alerts(Filter(view="all"))
    with worked._store.writing() as connection:
        connection.execute("INSERT INTO items_fts(items_fts) VALUES('delete-all')")
        connection.execute("UPDATE alerts SET status = 'closed', state = 'closed', title = 'x'")
        connection.execute("UPDATE cards SET title = 'x', inbox = 0, closed = 1")
        connection.execute("UPDATE series_days SET stories = stories + 3")
        log = connection.execute("SELECT * FROM events").fetchall()
    assert worked.care.doctor() != []
    worked.care.repair()
    assert worked.care.doctor() == []
    assert worked.alerts(Filter(view="all")) == before
    with worked._store.reading() as connection:
        assert connection.execute("SELECT * FROM events").fetchall() == log
