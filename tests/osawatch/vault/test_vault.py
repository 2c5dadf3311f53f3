"""The encrypted profile: nothing plain on the disk, nothing lost on the way."""

from __future__ import annotations

import json
import logging
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from osawatch import log, sealed
from osawatch.core import Core
from osawatch.errors import BadInput
from osawatch.model import Filter
from osawatch.safekeeping import backup
from osawatch.sealed import Locked
from osawatch.vault import door, sealing, slots
from tests.fakes import Network, Pack, source
from tests.osawatch.vault import planting
from tests.osawatch.vault.planting import PLANTED, found_in

SECRET, OTHER = "correct horse battery", "another horse battery"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The stretching of a passphrase is what it costs; here it may cost little."""
    monkeypatch.setattr(slots, "TIME", 1)
    monkeypatch.setattr(slots, "MEMORY", 8192)
    yield
    for folder in list(sealed._keys):
        sealed.forget(folder)


@pytest.fixture
def plain(core: Core, network: Network, tmp_path: Path) -> Path:
    """A plain profile with planted words wherever somebody writes."""
    planting.plant(core, network, tmp_path)
    assert found_in(core.profile.folder) == set(PLANTED[: -planting.LIVE])
    return core.profile.folder


def state(folder: Path, network: Network) -> list[object]:
    with Core(folder, clock=network.clock, fetch=network, pack=Pack()) as core:
        assert core.care.doctor() == []
        own = sealed.read_text(folder / "watchlist" / "own.yaml")
        return [core.alerts(Filter(view="all")), core.settings(), own]


def test_an_encrypted_profile_holds_the_same_and_nothing_of_it_in_clear(
    plain: Path, network: Network
) -> None:
    before = state(plain, network)
    door.create(plain, SECRET, "Ann")
    assert found_in(plain) == set()
    assert state(plain, network) == before
    with Core(plain, clock=network.clock, fetch=network, pack=Pack()) as core:
        planting.plant_running(core, network)
        assert found_in(plain) == set()  # while it runs, the write-ahead log included
    told = "".join(sealed.log_lines(plain / "logs" / "osawatch.log"))
    assert f"ValueError: {PLANTED[-1]}" in told
    door.decrypt(plain, SECRET)
    assert found_in(plain) == set(PLANTED) - set(planting.LOGGED)
    assert not (plain / "vault.json").exists()


def test_without_the_key_nothing_opens_and_nothing_is_written(
    plain: Path, network: Network
) -> None:
    door.create(plain, SECRET, "Ann")
    sealed.forget(plain)
    files = {path: path.read_bytes() for path in plain.rglob("*") if path.is_file()}
    with pytest.raises(Locked, match="locked"):
        Core(plain, clock=network.clock, fetch=network, pack=Pack())
    with pytest.raises(Locked, match="passphrase is wrong"):
        door.enter(plain, OTHER)
    assert {path: path.read_bytes() for path in plain.rglob("*") if path.is_file()} == files
    assert door.enter(plain, SECRET).name == "Ann"


def test_a_cut_and_a_swapped_key_file_are_told(
    plain: Path, network: Network, tmp_path: Path
) -> None:
    door.create(plain, SECRET, "Ann")
    other = tmp_path / "other"
    with Core(other, clock=network.clock, fetch=network, pack=Pack()):
        pass
    door.create(other, SECRET, "Ann")
    whole = (plain / "vault.json").read_bytes()
    sealed.forget(plain)
    (plain / "vault.json").write_bytes(whole[:100])
    with pytest.raises(Locked, match=r"damaged; vault.bak beside it"):
        door.enter(plain, SECRET)
    shutil.copy(other / "vault.json", plain / "vault.json")
    door.enter(plain, SECRET)
    with pytest.raises(Locked, match="key file of another profile"):
        Core(plain, clock=network.clock, fetch=network, pack=Pack())
    sealed.forget(plain)
    shutil.copy(plain / "vault.bak", plain / "vault.json")
    door.enter(plain, SECRET)
    assert state(plain, network)


def test_a_sealed_file_in_another_place_or_changed_is_refused(plain: Path) -> None:
    door.create(plain, SECRET, "Ann")
    one, other = plain / "rules" / "own.yaml", plain / "watchlist" / "own.yaml"
    body = one.read_bytes()
    other.write_bytes(body)
    with pytest.raises(Locked, match="or it was changed"):
        sealed.read_bytes(other)
    one.write_bytes(body[:-1] + bytes([body[-1] ^ 1]))
    with pytest.raises(Locked):
        sealed.read_bytes(one)


def test_a_passphrase_is_changed_without_encrypting_anew(plain: Path) -> None:
    door.create(plain, SECRET, "Ann")
    database = (plain / "osawatch.db").read_bytes()
    door.change_passphrase(plain, SECRET, OTHER)
    assert (plain / "osawatch.db").read_bytes() == database
    with pytest.raises(Locked):
        door.enter(plain, SECRET)
    assert door.enter(plain, OTHER).name == "Ann"


def opens(folder: Path, secret: str) -> bool:
    """Whether a secret opens the key file, or the copy that stands beside it."""
    whole = (folder / "vault.json").read_bytes()
    found = False
    for name in ("vault.json", "vault.bak"):
        (folder / "vault.json").write_bytes((folder / name).read_bytes())
        try:
            slots.opened(slots.read(folder), secret, folder)
        except Locked:
            pass
        else:
            found = True
        (folder / "vault.json").write_bytes(whole)
    return found


def test_what_was_taken_away_opens_neither_the_key_file_nor_its_copy(plain: Path) -> None:
    _, code = door.create(plain, SECRET, "Ann")
    slot = door.add_slot(plain, SECRET, "passphrase", "Bo", OTHER)
    assert opens(plain, OTHER)
    door.drop_slot(plain, SECRET, slot.id)
    assert not opens(plain, OTHER)
    door.change_passphrase(plain, SECRET, "a third horse battery")
    assert not opens(plain, SECRET)
    door.recover(plain, code, OTHER, "Ann")
    assert not opens(plain, code)
    assert opens(plain, OTHER)
    door.rekey(plain, OTHER)
    assert not opens(plain, "a third horse battery")


def test_a_file_that_nobody_foresaw_is_sealed_as_well(plain: Path) -> None:
    (plain / "new-room").mkdir()
    (plain / "new-room" / "a.txt").write_text(PLANTED[9])
    door.create(plain, SECRET, "Ann")
    assert found_in(plain) == set()
    assert sealed.read_text(plain / "new-room" / "a.txt") == PLANTED[9]


def test_users_of_a_laptop_have_slots_of_their_own(plain: Path) -> None:
    door.create(plain, SECRET, "Ann")
    slot = door.add_slot(plain, SECRET, "passphrase", "Bo", OTHER)
    assert door.enter(plain, OTHER).name == "Bo"
    door.drop_slot(plain, SECRET, slot.id)
    with pytest.raises(Locked):
        door.enter(plain, OTHER)
    for one in slots.read(plain).slots:
        if one.kind == "recovery":
            door.drop_slot(plain, SECRET, one.id)
    with pytest.raises(BadInput, match="last passphrase"):
        door.drop_slot(plain, SECRET, slots.read(plain).slots[0].id)
    with pytest.raises(BadInput, match="fewer than"):
        door.add_slot(plain, SECRET, "passphrase", "Cy", "short")


def test_a_recovery_code_opens_once_and_is_replaced(plain: Path) -> None:
    _, code = door.create(plain, SECRET, "Ann")
    _, again = door.recover(plain, code.lower(), OTHER, "Ann")
    assert door.enter(plain, OTHER)
    with pytest.raises(Locked):
        door.recover(plain, code, OTHER, "Ann")
    door.recover(plain, again, OTHER, "Ann")


def test_headquarters_opens_its_escrow_with_its_own_identity(plain: Path) -> None:
    pyrage = pytest.importorskip("pyrage")
    identity = pyrage.x25519.Identity.generate()
    door.create(plain, SECRET, "Ann")
    door.add_slot(plain, SECRET, "escrow", "HQ", str(identity.to_public()))
    door.recover(plain, str(identity), OTHER, "Bo")
    assert door.enter(plain, OTHER).name == "Bo"
    with pytest.raises(Locked):
        door.recover(plain, str(pyrage.x25519.Identity.generate()), OTHER, "Cy")


def test_a_new_key_shuts_out_the_old_one(plain: Path, network: Network) -> None:
    before = state(plain, network)
    door.create(plain, SECRET, "Ann")
    old = sealed.key_of(plain)
    door.add_slot(plain, SECRET, "passphrase", "Bo", OTHER)
    door.rekey(plain, SECRET)
    assert sealed.key_of(plain) != old
    assert state(plain, network) == before
    with pytest.raises(Locked):
        door.enter(plain, OTHER)
    sealed.unlock(plain, old or b"")
    with pytest.raises(Locked):
        Core(plain, clock=network.clock, fetch=network, pack=Pack())


def test_a_copy_of_an_encrypted_profile_is_encrypted(
    plain: Path, network: Network, tmp_path: Path
) -> None:
    before = state(plain, network)
    door.create(plain, SECRET, "Ann")
    file, target = tmp_path / "copy.zip", tmp_path / "new"
    with Core(plain, clock=network.clock, fetch=network, pack=Pack()) as core:
        core.care.backup(file)
    with zipfile.ZipFile(file) as box:
        body = b"".join(box.read(name) for name in box.namelist())
    assert not any(word.encode() in body for word in PLANTED)
    with pytest.raises(Locked):
        backup.restore(file, target, unlock=lambda room: door.enter(room, OTHER))
    assert not target.exists()
    backup.restore(file, target, unlock=lambda room: door.enter(room, SECRET))
    door.enter(target, SECRET)
    assert state(target, network)[0] == before[0]


@pytest.mark.parametrize("way", ["seal", "rekey", "unseal"])
def test_a_change_that_is_killed_at_any_step_is_finished_or_taken_back(
    plain: Path, network: Network, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, way: str
) -> None:
    before = state(plain, network)
    if way != "seal":
        door.create(plain, SECRET, "Ann")
    kept = tmp_path / "kept"
    shutil.copytree(plain, kept)
    sealed.forget(plain)
    for step in range(60):
        shutil.rmtree(plain)
        shutil.copytree(kept, plain)
        if not _killed_at(step, way, plain, monkeypatch):
            break
        sealed.forget(plain)
        door.resume(plain)
        if sealed.encrypted(plain):
            door.enter(plain, SECRET)
        assert state(plain, network) == before, step
        assert not list(plain.rglob(f"*{sealing.NEW}")), step
        sealed.forget(plain)
    assert 8 < step < 59


def _killed_at(step: int, way: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Do it, and die before the n-th thing that touches the disk; whether it came so far."""

    class Killed(BaseException):
        """Nothing catches it, as nothing catches SIGKILL."""

    left = [step]

    def dying(real):
        def do(*args, **more):
            if left[0] == 0:
                raise Killed
            left[0] -= 1
            return real(*args, **more)

        return do

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", dying(Path.replace))
        patch.setattr(sealing, "_write", dying(sealing._write))
        patch.setattr(sealing.copying, "export", dying(sealing.copying.export))
        patch.setattr(sealing, "_take_back", lambda *_: None)  # the dead mend nothing
        try:
            {"seal": lambda: door.create(folder, SECRET, "Ann"),
             "rekey": lambda: door.rekey(folder, SECRET),
             "unseal": lambda: door.decrypt(folder, SECRET)}[way]()  # fmt: skip
        except Killed:
            return True
    return False


PROGRAM = """
import sys
from pathlib import Path
from osawatch.core import Core
from osawatch.model import Action, Filter
from osawatch.vault import door
folder = Path(sys.argv[1])
door.enter(folder, sys.argv[2])
core = Core(folder)
print("open", flush=True)
alert = core.alerts(Filter(view="all"))[0].id
while True:
    core.triage(Action("note", (alert,), {"text": "planted199zq planted198zq"}))
"""


def test_a_killed_program_leaves_nothing_in_clear(plain: Path) -> None:
    door.create(plain, SECRET, "Ann")
    program = subprocess.Popen(  # noqa: S603 # this Python
        [sys.executable, "-c", PROGRAM, str(plain), SECRET], stdout=subprocess.PIPE, text=True
    )
    with program:
        assert program.stdout is not None
        assert program.stdout.readline() == "open\n"
        time.sleep(0.5)
        os.kill(program.pid, signal.SIGKILL)
    assert found_in(plain) == set()
    assert (plain / "osawatch.db-wal").exists()


def test_a_log_of_an_encrypted_profile_is_sealed_line_by_line(plain: Path) -> None:
    door.create(plain, SECRET, "Ann")
    path = plain / "logs" / "osawatch.log"
    handler = log.start(path)
    logging.getLogger("osawatch").warning("said %s", PLANTED[7])
    log.stop(handler)
    assert PLANTED[7] not in path.read_text()
    assert any(PLANTED[7] in line for line in sealed.log_lines(path))


def test_a_key_file_that_asks_for_an_hour_is_refused_at_once(plain: Path) -> None:
    door.create(plain, SECRET, "Ann")
    sealed.forget(plain)
    said = json.loads((plain / "vault.json").read_text())
    for name, value in (("t", 10**6), ("m", 1 << 30), ("p", 1000), ("m", 1)):
        said["slots"][0]["head"][name] = value
        (plain / "vault.json").write_text(json.dumps(said))
        with pytest.raises(Locked, match="damaged"):
            door.enter(plain, SECRET)
        said = json.loads((plain / "vault.bak").read_text())


def test_a_source_added_to_a_new_encrypted_profile_is_never_plain(
    tmp_path: Path, network: Network
) -> None:
    folder = tmp_path / "fresh"
    door.create(folder, SECRET, "Ann")
    with Core(folder, clock=network.clock, fetch=network, pack=Pack()) as core:
        core.sources.add(source(PLANTED[3]))
    assert found_in(folder) == set()
    assert b"SQLite format 3" not in (folder / "osawatch.db").read_bytes()


def test_the_key_file_of_an_encrypted_database_is_never_taken_back(plain: Path) -> None:
    door.create(plain, SECRET, "Ann")
    sealed.forget(plain)
    slots.write(plain, replace(slots.read(plain), state="sealing"))

    assert door.enter(plain, SECRET).name == "Ann"

    with Core(plain, pack=Pack()) as core:
        assert core.care.doctor() == []
