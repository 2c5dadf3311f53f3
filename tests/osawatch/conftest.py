"""A core over real SQLite with a fake network, a fake clock and a pack of one rule."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from osawatch.core import Core
from osawatch.model import Alert, Filter
from tests.fakes import Clock, Network, Pack, source


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def network(clock: Clock) -> Network:
    return Network(clock)


@pytest.fixture
def pack() -> Pack:
    return Pack()


@pytest.fixture
def core(tmp_path: Path, clock: Clock, network: Network, pack: Pack) -> Iterator[Core]:
    with Core(tmp_path / "profile", clock=clock, fetch=network, pack=pack) as made:
        made.save_settings(replace(made.settings(), name="Ann", post="The Hague"))
        made.sources.add(source("wire"))
        made.sources.add(source("paper"))
        made.sources.add(source("gazette", kind="official-gazette", grade="A", official=True))
        yield made


@pytest.fixture
def alert(core: Core, network: Network) -> Alert:
    network.publish("https://wire.example/feed", "China considers a licence duty for gallium")
    core.poll()
    return core.alerts(Filter())[0]
