"""Old news waits for a hub that takes it, for no other, and the desk says what it waits for."""

from __future__ import annotations

import threading
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from osawatch.cli.main import main
from osawatch.core import Core
from osawatch.hub.model import Hello
from osawatch.hub.sync import Sync
from osawatch.store.hub import FILE
from tests.fakes import Clock, Network, Pack
from tests.osawatch.filing.test_thinning import FAIR, PRICE, TERM, let_go, old


def joined(core: Core, sent: int) -> Path:
    """A hub that has taken so many items."""
    with core._store.writing() as connection:
        connection.execute("INSERT INTO hubs(identity, sent_item) VALUES('a hub', ?)", (sent,))
    path: Path = core.profile.folder / FILE
    path.write_text('{"address": "host=nowhere.example"}')
    return path


def synced(core: Core, role: str) -> None:
    """A sync with a hub that has nothing and takes all."""

    def nothing(*_: object) -> list[Any]:
        return []

    link: Any = SimpleNamespace(
        hello=lambda: Hello("a hub", "u", "p", role, (), core.now()),
        items=nothing, packs=nothing, events=nothing, lacks=nothing, push=nothing,
        put_items=nothing, note_contact=nothing,
    )  # fmt: skip
    Sync(link, core.bundles, lambda _what, _done: None, threading.Event()).run()


def test_a_hub_that_was_left_holds_nothing_back(core: Core, network: Network, clock: Clock) -> None:
    old(core, network, clock, PRICE, FAIR)
    path = joined(core, 0)
    core.filing.set_schedule(TERM)
    found = core.filing.thinning.over()
    assert (found.items, found.held, found.by) == (0, 2, "hub")

    path.unlink()  # as `hub leave` does
    found = core.filing.thinning.over()
    assert (found.items, found.held, found.by) == (2, 0, "")
    assert let_go(core) == 2


@pytest.mark.parametrize(("role", "held"), [("reader", 0), ("post", 2)])
def test_a_desk_that_only_reads_at_its_hub_waits_for_no_sending(
    core: Core, network: Network, clock: Clock, role: str, held: int
) -> None:
    old(core, network, clock, PRICE, FAIR)
    joined(core, 0)
    synced(core, role)
    with core._store.writing() as connection:
        connection.execute("UPDATE hubs SET sent_item = 0")
    core.filing.set_schedule(TERM)
    assert core.filing.thinning.over().held == held

    synced(core, "post")  # the hub gave it another role: now it has sent them
    assert core.filing.thinning.over().items == 2


def test_what_a_channel_of_bundles_holds_back_is_told(
    core: Core, network: Network, clock: Clock, capsys: pytest.CaptureFixture[str]
) -> None:
    old(core, network, clock, PRICE, FAIR)
    with core._store.writing() as connection:
        made = int(clock.now.timestamp())
        connection.execute("INSERT INTO bundles_made VALUES('all', 1, '', ?, 1, 0)", (made,))
    core.filing.set_schedule(TERM)
    found = core.filing.thinning.over()
    assert (found.items, found.held, found.by) == (1, 1, "bundles")
    folder = core.profile.folder
    core.close()

    made = lambda _=None: Core(folder, clock=clock, fetch=network, pack=Pack())  # noqa: E731
    assert main(["records", "retention"], core=made) == 0
    assert "1 more stay until a bundle of each channel took them" in capsys.readouterr().err
