"""A helper's file says how the desk is, and holds nothing of what was typed, read or fetched."""

from __future__ import annotations

import json
import logging
from dataclasses import replace
from pathlib import Path

import pytest

from osawatch import diagnose, log
from osawatch.cli.main import main
from osawatch.core import Core
from osawatch.model import Settings
from tests.fakes import Clock, Network, Pack, source

SECRETS = [f"Zq{n:02d}secret" for n in range(50)]


def planted(core: Core, network: Network, secret: list[str]) -> None:
    """Fifty secrets where a desk holds words of its own."""
    s = iter(secret)
    core.save_settings(
        replace(
            core.settings(), name=next(s), post=next(s), contact=f"{next(s)}@x.example",
            proxy=f"http://{next(s)}:{next(s)}@proxy.example:3128", hosts=(f"{next(s)}.example",),
            certificate=f"/home/{next(s)}/a.pem", certificate_hosts=(f"{next(s)}.example",),
        )
    )  # fmt: skip
    core.sources.add(replace(source("wire"), title=next(s), notes=next(s), publisher=next(s)))
    network.publish("https://wire.example/feed", f"Gallium: {next(s)} a licence in Beijing")
    core.poll(["wire"])
    network.publish("https://wire.example/feed", f"Gallium again: {next(s)}")
    core.poll(["wire"])
    held = logging.getLogger("osawatch.poll")
    trick = logging.getLogger("osawatch")
    while (one := next(s, "")) and (two := next(s, one)):
        held.warning("source %s: https://%s.example/a?b=%s", one, two, one)
        trick.info("a line\n2026-01-01T00:00:00Z INFO osawatch.%s %s", one, two)
        trick.info('x\n  File "/home/a/osawatch/%s.py", line 3, in %s\n%s: bad', one, two, one)
        trick.info("x\nValueError: %s /home/%s/desk", one, two)
        try:
            {}[one]
        except KeyError:
            held.exception("of %s", two)


@pytest.fixture
def desk(tmp_path: Path, clock: Clock, network: Network) -> Path:
    folder = tmp_path / "profile"
    with Core(folder, clock=clock, fetch=network, pack=Pack()) as core:
        handler = log.start(core.profile.log)
        try:
            planted(core, network, SECRETS)
        finally:
            log.stop(handler)
        written = core.profile.log.read_text("utf-8")
    assert sum(one in written for one in SECRETS) > 30  # they were there to be found
    return folder


def test_none_of_fifty_planted_secrets_is_in_the_file(
    desk: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "d.json"

    assert main(["--profile", str(desk), "diagnose", str(target)]) == 0

    body = target.read_text("utf-8")
    assert [one for one in SECRETS if one.casefold() in body.casefold()] == []
    assert str(tmp_path) not in body
    assert "wire" not in body


def test_it_says_what_a_helper_needs(desk: Path, tmp_path: Path) -> None:
    target = tmp_path / "d.json"
    assert main(["--profile", str(desk), "diagnose", str(target)]) == 0
    told = json.loads(target.read_text("utf-8"))
    assert told["counts"]["items"] >= 1
    assert told["sources"]["enabled"] >= 1
    assert told["settings"]["proxy"] is True
    assert told["settings"]["hosts"] == 1
    assert any(line.endswith("WARNING osawatch.poll") for line in told["log"])
    assert "  KeyError" in told["log"]
    assert "left out" in told["log"][-1]


def test_every_setting_is_a_choice_or_only_said_to_be_there() -> None:
    typed = Settings(name="Ada", post="P", proxy="http://a:b@c", keys=("a.b=C",))
    told = diagnose.settings(typed)
    assert set(told) == set(Settings.__dataclass_fields__)
    assert told["keys"] == 1
    assert all(isinstance(told[name], bool | int) for name in set(told) - set(diagnose.PLAIN))
