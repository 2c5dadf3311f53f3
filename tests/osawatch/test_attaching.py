"""Files of alerts are kept whole, capped, found after a merge, and sealed with the profile."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from osawatch import attaching, sealed
from osawatch.core import Core
from osawatch.errors import BadInput, UnknownId
from osawatch.model import Filter
from tests.fakes import Network


@pytest.fixture
def alerts(core: Core, network: Network) -> list[str]:
    network.publish("https://wire.example/feed", "Gallium needs a licence")
    network.publish("https://paper.example/feed", "Cobalt: a ban")
    core.poll(["wire", "paper"])
    return [one.id for one in core.alerts(Filter())]


def test_a_file_is_kept_whole_and_the_history_names_its_hash(
    core: Core, alerts: list[str], tmp_path: Path
) -> None:
    file = tmp_path / "annex.pdf"
    file.write_bytes(b"%PDF-1.4 invented")

    kept = core.attaching.put(alerts[0], file)
    again = core.attaching.put(alerts[0], file)

    assert again == kept
    assert core.attaching.of(alerts[0]) == [kept]
    assert core.attaching.body(kept.id) == file.read_bytes()
    assert kept.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()
    notes = [one for one in core.history(alerts[0]) if one.kind == "note"]
    assert [kept.sha256 in str(one.data["text"]) for one in notes] == [True]


def test_files_go_with_their_alert_into_a_merge(
    core: Core, alerts: list[str], tmp_path: Path
) -> None:
    file = tmp_path / "a.txt"
    file.write_text("one")
    core.attaching.put(alerts[0], file)

    core.merge([alerts[0]], alerts[1])

    assert [one.name for one in core.attaching.of(alerts[1])] == ["a.txt"]


def test_what_is_too_large_empty_or_unknown_is_refused(
    core: Core, alerts: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attaching, "MOST", 10)
    monkeypatch.setattr(attaching, "MOST_ALL", 15)
    large, empty, fits, more = (tmp_path / name for name in ("l", "e", "f", "m"))
    large.write_bytes(b"x" * 11)
    empty.write_bytes(b"")
    fits.write_bytes(b"1" * 10)
    more.write_bytes(b"2" * 10)
    core.attaching.put(alerts[0], fits)

    for file in (large, empty, more, tmp_path / "absent"):
        with pytest.raises(BadInput):
            core.attaching.put(alerts[0], file)
    with pytest.raises(UnknownId):
        core.attaching.put("nobody", fits)
    with pytest.raises(UnknownId):
        core.attaching.body(99)
    assert len(core.attaching.of(alerts[0])) == 1


def test_a_name_that_would_leave_its_folder_or_turn_letters_is_cleaned() -> None:
    assert attaching._clean("../../etc/\u202epasswd") == "etcpasswd"
    assert attaching._clean("...") == "file"
    assert len(attaching._clean("x" * 300 + ".pdf")) == attaching.LONGEST


def test_in_an_encrypted_profile_no_byte_of_it_stands_in_clear(tmp_path: Path) -> None:
    from osawatch.sample import load
    from osawatch.vault import door

    profile = tmp_path / "profile"
    with Core(profile) as core:
        core.init_profile()
    door.create(profile, "correct horse battery", "Ann")
    sealed.forget(profile)
    door.enter(profile, "correct horse battery")
    file = tmp_path / "secret.txt"
    file.write_bytes(b"WORDS-THAT-STAND-NOWHERE")
    with Core(profile) as core:
        load(core.news, core.now())
        alert = core.alerts(Filter())[0].id
        core.attaching.put(alert, file)

    stored = b"".join(path.read_bytes() for path in profile.rglob("*") if path.is_file())
    sealed.forget(profile)
    assert b"WORDS-THAT-STAND-NOWHERE" not in stored
    assert b"secret.txt" not in stored
