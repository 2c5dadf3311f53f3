"""A database file that is not what was written is told by name, with what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from osawatch import sealed
from osawatch.core import Core
from osawatch.errors import StoreError
from osawatch.vault import door
from tests.fakes import Network, Pack, source

PAGE = 4096
SECRET = "a passphrase of a test"  # noqa: S105


@pytest.fixture
def profile(tmp_path: Path, network: Network) -> Path:
    folder = tmp_path / "profile"
    with Core(folder, fetch=network, pack=Pack()) as core:
        core.sources.add(source("wire"))
        for number in range(30):
            network.publish("https://wire.example/feed", f"China: a licence for gallium {number}")
        core.poll()
    return folder


def leaf(profile: Path) -> int:
    """The root of the table of items."""
    from osawatch.store.database import raw

    connection = raw(profile / "osawatch.db")
    row = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'items'").fetchone()
    connection.close()
    return int(row[0])


def test_the_doctor_names_a_spoilt_page_and_says_what_to_do(profile: Path) -> None:
    page = leaf(profile)
    with (profile / "osawatch.db").open("rb+") as file:
        file.seek((page - 1) * PAGE)
        file.write(b"\xff" * PAGE)

    with Core(profile, pack=Pack()) as core:
        *places, advice = core.care.doctor()

    assert any(f"page {page}" in line or f"Tree {page}" in line for line in places)
    assert "restore FILE" in advice


def test_one_changed_bit_of_an_encrypted_profile_is_seen(profile: Path) -> None:
    door.create(profile, SECRET, "Ann")
    sealed.forget(profile)
    database = profile / "osawatch.db"
    body = bytearray(database.read_bytes())
    body[-PAGE // 2] ^= 1
    database.write_bytes(body)

    try:
        door.enter(profile, SECRET)
        with Core(profile, pack=Pack()) as core:
            found = core.care.doctor()
    finally:
        sealed.forget(profile)

    assert any("page" in line for line in found)
    assert "restore FILE" in found[-1]


def test_a_file_that_is_no_database_any_more_is_told_when_it_is_opened(profile: Path) -> None:
    (profile / "osawatch.db").write_bytes(b"\x00garbage" * 2000)

    with pytest.raises(StoreError, match="restore FILE"):
        Core(profile, pack=Pack())


def test_a_whole_file_gives_the_doctor_nothing_to_say(profile: Path) -> None:
    with Core(profile, pack=Pack()) as core:
        assert core.care.doctor() == []


@pytest.mark.parametrize("sealed_too", [False, True])
@pytest.mark.parametrize("gone", [False, True])
def test_a_database_that_went_is_told_and_no_empty_one_takes_its_place(
    profile: Path, *, sealed_too: bool, gone: bool
) -> None:
    if sealed_too:
        door.create(profile, SECRET, "Ann")
    database = profile / "osawatch.db"
    database.unlink() if gone else database.write_bytes(b"")

    with pytest.raises(StoreError, match="restore FILE"):
        Core(profile, pack=Pack())

    assert database.exists() is not gone
    sealed.forget(profile)


def test_a_key_file_that_went_is_named_with_the_copy_beside_it(profile: Path) -> None:
    door.create(profile, SECRET, "Ann")
    sealed.forget(profile)
    (profile / "vault.json").unlink()

    with pytest.raises(sealed.Locked, match=r"vault\.bak beside it"):
        Core(profile, pack=Pack())

    (profile / "vault.bak").rename(profile / "vault.json")
    door.enter(profile, SECRET)
    with Core(profile, pack=Pack()) as core:
        assert core.care.doctor() == []
    sealed.forget(profile)
