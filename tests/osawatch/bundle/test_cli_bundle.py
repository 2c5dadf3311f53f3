"""`bundle`: keys, create, verify, apply at the command line."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from osawatch.model import Filter
from tests.fakes import Clock, Network, source
from tests.osawatch.commands import Commands


@pytest.fixture
def run(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
) -> Commands:
    monkeypatch.setenv("OSAWATCH_PROFILE", str(tmp_path / "profile"))
    network = Network(clock)
    network.publish("https://wire.example/feed", "China sets a licence duty for gallium")
    made = Commands(tmp_path / "profile", capsys, clock, network)
    made.run("bundle", "keygen", "-o", tmp_path / "keys")
    made.run("init", "--name", "Ann", "--post", "Astana")
    with made.open() as core:
        core.sources.add(source("wire"))
        core.poll(["wire"])
    return made


def test_a_bundle_goes_from_one_profile_to_another(run: Commands, tmp_path: Path) -> None:
    keys, file, other = tmp_path / "keys", tmp_path / "a.osw", tmp_path / "other"
    recipient = (keys / "osawatch.recipient").read_text().strip()
    made = run.run(
        "bundle", "create", "--key", keys / "osawatch.key", "--to", recipient, "-o", file, "--json"
    )
    assert (made.code, made.json["seq"], made.json["counts"]["items"]) == (0, 1, 1)
    lock = ["--signer", keys / "osawatch.pub", "--identity", keys / "osawatch.identity"]
    verified = run.run("bundle", "verify", file, *lock, "--json")
    assert (verified.code, verified.json["ok"], verified.json["encrypted"]) == (0, True, True)
    assert verified.json["author"] == "Ann · Astana"

    stranger = run.run("--profile", other, "bundle", "apply", file, *lock[2:])
    assert stranger.code == 1
    assert "does not know" in stranger.err
    run.run("--profile", other, "bundle", "trust", keys / "osawatch.pub", "--name", "Astana")
    dry = run.run("--profile", other, "bundle", "apply", file, *lock[2:], "--dry-run", "--json")
    assert (dry.code, dry.json["dry"], dry.json["items"]) == (0, True, 1)
    assert run.run("--profile", other, "bundle", "apply", file, *lock[2:]).code == 0
    with run.open(other) as core:
        assert len(core.alerts(Filter())) == 1
    assert run.run("--profile", other, "bundle", "apply", file, *lock[2:]).code == 1
    assert run.run("--profile", other, "bundle", "undo").code == 0
    assert [
        one["name"] for one in run.run("--profile", other, "bundle", "signers", "--json").json
    ] == ["Astana"]


def test_keys_are_closed_to_others_and_never_overwritten(run: Commands, tmp_path: Path) -> None:
    keys = tmp_path / "keys"
    assert stat.S_IMODE((keys / "osawatch.key").stat().st_mode) == 0o600
    before = (keys / "osawatch.key").read_bytes()
    again = run.run("bundle", "keygen", "-o", keys)
    assert again.code == 2
    assert "never overwritten" in again.err
    assert (keys / "osawatch.key").read_bytes() == before


@pytest.mark.parametrize("body", [b"", b"no bundle", b"PK\x03\x04" + bytes(100)])
def test_a_file_that_is_no_bundle_is_refused_with_exit_code_1(
    run: Commands, tmp_path: Path, body: bytes
) -> None:
    file = tmp_path / "odd.osw"
    file.write_bytes(body)
    said = run.run(
        "bundle", "verify", file, "--signer", tmp_path / "keys" / "osawatch.pub", "--json"
    )
    assert said.code == 1
    assert said.json["ok"] is False
    assert "refused" in said.err


def test_a_file_that_is_missing_is_bad_usage(run: Commands, tmp_path: Path) -> None:
    pub = tmp_path / "keys" / "osawatch.pub"
    assert run.run("bundle", "verify", tmp_path / "none.osw", "--signer", pub).code == 2
    assert run.run("bundle", "verify", pub, "--signer", tmp_path / "none.pub").code == 2
