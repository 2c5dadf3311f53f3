"""Runs a command of the command line over a real core with a fake network, clock and pack."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from osawatch.cli.main import main
from osawatch.core import Core
from tests.fakes import Clock, Network, Pack


@dataclass(frozen=True, slots=True)
class Said:
    """What came of a command."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]


@dataclass
class Commands:
    """A person at a terminal: `run("alerts", "list")`."""

    profile: Path
    capsys: pytest.CaptureFixture[str]
    clock: Clock = field(default_factory=Clock)
    network: Network = field(default_factory=Network)
    pack: Pack = field(default_factory=Pack)

    def run(self, *words: object) -> Said:
        code = main([*map(str, words)], core=self.open)
        said = self.capsys.readouterr()
        assert "Traceback" not in said.out + said.err
        return Said(code, said.out, said.err)

    def open(self, folder: Path | None = None) -> Core:
        return Core(folder or self.profile, clock=self.clock, fetch=self.network, pack=self.pack)
