"""`vault` at the command line: exit code 3 without the key, and every command with it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from osawatch import sealed
from osawatch.vault import slots
from tests.osawatch.commands import Commands


@pytest.fixture
def desk(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Commands]:
    monkeypatch.setattr(slots, "TIME", 1)
    monkeypatch.setattr(slots, "MEMORY", 8192)
    monkeypatch.setenv("OSAWATCH_PROFILE", str(tmp_path / "profile"))
    for name, text in (
        ("one", "correct horse battery\n"),
        ("two", "another horse battery\n"),
        ("bad", "wrong horse battery\n"),
        ("empty", "\n"),
    ):
        (tmp_path / name).write_text(text)
    yield Commands(tmp_path / "profile", capsys)
    for folder in list(sealed._keys):
        sealed.forget(folder)


def again(desk: Commands) -> None:
    """Each command of a person is a process of its own."""
    sealed.forget(desk.profile)


def test_an_encrypted_profile_from_its_first_byte_to_plain_again(
    desk: Commands, tmp_path: Path
) -> None:
    one, two = ("--passphrase-file", tmp_path / "one"), ("--passphrase-file", tmp_path / "two")
    made = desk.run("vault", "create", *one, "--name", "Ann", "--json")
    assert made.code == 0
    code = made.json["recovery_code"]
    again(desk)
    locked = desk.run("alerts", "list")
    assert locked.code == 3
    assert "passphrase" in locked.err
    assert desk.run("alerts", "list", "--passphrase-file", tmp_path / "bad").code == 3
    assert desk.run("alerts", "list", "--passphrase-file", tmp_path / "empty").code == 2
    assert desk.run("init", "--name", "Ann", *one).code == 0
    again(desk)
    fresh = ("--new-passphrase-file", tmp_path / "two")
    assert desk.run("vault", "passphrase", *one, *fresh).code == 0
    assert desk.run("stats", *one).code == 3
    assert desk.run(*two, "stats").code == 0  # before the command as well as after it
    again(desk)
    (tmp_path / "code").write_text(code + "\n")
    back = ("--new-passphrase-file", tmp_path / "one")
    recovered = desk.run("vault", "recover", "--recovery-file", tmp_path / "code", *back, "--json")
    assert recovered.code == 0
    assert recovered.json["recovery_code"] not in ("", code)
    assert [row["kind"] for row in desk.run("vault", "slots", "--json").json] == [
        "passphrase", "passphrase", "recovery",
    ]  # fmt: skip
    assert desk.run("vault", "rekey", *one).code == 0
    again(desk)
    assert desk.run("stats", *two).code == 3
    assert desk.run("vault", "decrypt", *one).code == 0
    assert desk.run("stats").code == 0
    assert desk.run("vault", "slots").code == 2


def test_the_environment_names_the_passphrase_file_as_well(
    desk: Commands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OSAWATCH_PASSPHRASE_FILE", str(tmp_path / "one"))
    assert desk.run("vault", "create").code == 0
    again(desk)
    assert desk.run("stats").code == 0


def test_a_passphrase_file_that_is_not_there_is_named_once(desk: Commands, tmp_path: Path) -> None:
    absent = tmp_path / "none"
    said = desk.run("vault", "create", "--passphrase-file", absent)
    assert said.code == 2
    assert said.err.count(str(absent)) == 1


def test_a_cut_and_a_swapped_key_file_end_with_three_and_are_told_apart(
    desk: Commands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = ("--passphrase-file", tmp_path / "one"), tmp_path / "other"
    assert desk.run("vault", "create", *one).code == 0
    again(desk)
    monkeypatch.setenv("OSAWATCH_PROFILE", str(other))
    assert desk.run("--profile", other, "vault", "create", *one).code == 0
    sealed.forget(other)
    key = desk.profile / "vault.json"
    whole = key.read_bytes()
    key.write_bytes(whole[:100])
    cut = desk.run("--profile", desk.profile, "stats", *one)
    assert cut.code == 3
    assert "vault.json: is damaged" in cut.err
    again(desk)
    shutil.copy(other / "vault.json", key)
    swapped = desk.run("--profile", desk.profile, "stats", *one)
    assert swapped.code == 3
    assert "key file of another profile" in swapped.err
    again(desk)
    key.write_bytes(whole)
    assert desk.run("--profile", desk.profile, "stats", *one).code == 0
