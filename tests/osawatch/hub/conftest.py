"""One server for all tests of this room; each test uses accounts and posts of its own."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest

from osawatch import settings as settings_file
from osawatch.core import Core
from osawatch.hub import sync
from osawatch.hub.desk import Hub
from osawatch.hub.model import Synced
from osawatch.hub.server import prepare as prepare_hub
from osawatch.paths import prepare
from tests.fakes import Clock, Network, Pack, source
from tests.postgres import REASON, Postgres, postgres, programs


@pytest.fixture(scope="session")
def cluster() -> Iterator[Postgres]:
    if programs() is None:
        pytest.skip(REASON)
    with postgres() as made:
        yield made


@dataclass
class Post:
    """A desk with an account."""

    core: Core
    address: str
    name: str

    def sync(self, progress: sync.Progress = lambda _what, _count: None) -> Synced:
        hub: Hub = self.core.hub
        return sync.synced(self.address, hub.desk, progress, threading.Event())


@pytest.fixture
def posts(
    cluster: Postgres, tmp_path: Path, clock: Clock, network: Network
) -> Iterator[Callable[..., Post]]:
    """Desks by name; names are made unique, so that tests do not meet on the server."""
    with psycopg.connect(cluster.address) as connection:
        connection.execute("DROP SCHEMA IF EXISTS osawatch CASCADE")
    prepare_hub(cluster.address)
    tail, made = secrets.token_hex(3), []

    def make(name: str, role: str = "post", reads: Sequence[str] = ("*",)) -> Post:
        post = f"{name}_{tail}"
        seen = [one if one == "*" else f"{one}_{tail}" for one in reads]
        address = cluster.member(post, post, role, seen)
        folder = tmp_path / post
        paths = prepare(folder)
        plain, _ = settings_file.read(paths.settings)
        settings_file.write(paths.settings, replace(plain, name=f"Officer {name}", post=post))
        core = Core(folder, clock=clock, fetch=network, pack=Pack())
        core.sources.add(source("wire"))
        found = Post(core, address, post)
        made.append(found)
        return found

    yield make
    for one in made:
        one.core.close()


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime.now(UTC))


@pytest.fixture
def network(clock: Clock) -> Network:
    return Network(clock)
