"""The hub on the exchange page: how it stands, a sync, and one that is down."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from osawatch.core import Core
from osawatch.model import Filter
from tests.fakes import Network, Pack, source
from tests.postgres import REASON, Postgres, postgres, programs
from tests.ui.stage import staged
from ui.exchange.page import ExchangePage

FEED = "https://wire.example/feed"


@pytest.fixture(scope="module")
def cluster() -> Iterator[Postgres]:
    if programs() is None:
        pytest.skip(REASON)
    with postgres() as made:
        yield made


def desk(folder: Path, network: Network) -> Core:
    core = Core(folder, fetch=network, pack=Pack())
    core.save_settings(replace(core.settings(), name="Ann", post=folder.name))
    core.sources.add(source("wire"))
    return core


def address(cluster: Postgres, user: str, folder: Path) -> str:
    cluster.member(user, user, "post", ["*"])
    passes = folder / f"{user}.pass"
    passes.write_text(f"127.0.0.1:{cluster.port}:*:{user}:word of {user}\n")
    passes.chmod(0o600)
    return f"host=127.0.0.1 port={cluster.port} dbname=postgres user={user} passfile={passes}"


@pytest.fixture
def page(tmp_path: Path, qtbot: QtBot) -> Iterator[ExchangePage]:
    with desk(tmp_path / "near", Network()) as core, staged(core, ExchangePage, qtbot) as made:
        yield made


def test_a_profile_without_a_hub_says_so_and_misses_nothing(page: ExchangePage) -> None:
    assert "no hub" in page.hub.state.text()
    assert page.hub.buttons["sync"].isHidden()


def test_a_sync_brings_what_others_have_and_shows_who_has_come_how_far(
    page: ExchangePage, cluster: Postgres, tmp_path: Path, qtbot: QtBot
) -> None:
    network = Network()
    network.publish(FEED, "China sets a licence duty for gallium")
    with desk(tmp_path / "far", network) as far:
        far.poll(["wire"])
        far.hub.join(address(cluster, "far", tmp_path))
        assert far.hub.sync().items_sent == 1
    page.hub.join(address(cluster, "near", tmp_path))
    qtbot.waitUntil(page.ready)
    assert "near" in page.hub.state.text()
    told: list[str] = []
    page.said.connect(told.append)
    page.hub.sync()
    assert not page.hub.buttons["cancel"].isHidden()
    qtbot.waitUntil(lambda: page.ready() and len(told) > 0)
    assert told == ["Synced: 0 events sent, 0 received, 1 new items"]
    assert len(page._core.alerts(Filter())) == 1
    posts = {page.hub.table.item(row, 0).text() for row in range(page.hub.table.rowCount())}
    assert posts == {"far", "near"}
    assert page.hub.buttons["cancel"].isHidden()


def test_a_hub_that_is_down_is_told_and_work_goes_on(
    page: ExchangePage, tmp_path: Path, qtbot: QtBot
) -> None:
    page.hub.join("host=127.0.0.1 port=1 dbname=x user=y")
    qtbot.waitUntil(page.ready)
    assert "Work goes on here" in page.hub.state.text()
    told: list[str] = []
    page.said.connect(told.append)
    page.hub.sync()
    qtbot.waitUntil(lambda: page.ready() and len(told) > 0)
    assert "Nothing is lost" in told[0]


def test_no_hub_is_asked_where_the_settings_say_no_network(
    page: ExchangePage, cluster: Postgres, tmp_path: Path, qtbot: QtBot
) -> None:
    page.hub.join(address(cluster, "near", tmp_path))
    qtbot.waitUntil(page.ready)
    page._core.save_settings(replace(page._core.settings(), network="offline"))
    page.refresh()
    qtbot.waitUntil(page.ready)
    assert "no network" in page.hub.state.text()
    told: list[str] = []
    page.said.connect(told.append)
    page.hub.sync()
    assert told == ["the settings say: no network"]


def test_within_its_hours_a_hub_is_asked_and_outside_them_it_is_said_until_when(
    page: ExchangePage, cluster: Postgres, tmp_path: Path, qtbot: QtBot
) -> None:
    page.hub.join(address(cluster, "near", tmp_path))
    qtbot.waitUntil(page.ready)
    now = datetime.now(UTC)
    for day, words in (
        (now, "near as near"),
        (now + timedelta(days=3), "outside the hours of the network"),
    ):
        hours = f"{day:%a} 00:00-24:00"
        page._core.save_settings(
            replace(page._core.settings(), network="scheduled", hours=hours, time_zone="UTC")
        )
        page.refresh()
        qtbot.waitUntil(page.ready)
        assert words in page.hub.state.text()
    told: list[str] = []
    page.said.connect(told.append)
    page.hub.sync()
    assert told == [f"outside the hours of the network ({hours})"]


def test_an_address_that_can_never_be_right_leaves_the_hub_as_it_was(
    page: ExchangePage, cluster: Postgres, tmp_path: Path, qtbot: QtBot
) -> None:
    before = address(cluster, "near", tmp_path)
    page.hub.join(before)
    qtbot.waitUntil(page.ready)
    shown = page.hub.state.text()
    told: list[str] = []
    page.said.connect(told.append)
    for number in ("0", "99999", "543z"):
        page.hub.join(before.replace(f"port={cluster.port}", f"port={number}"))
        qtbot.waitUntil(lambda: page.ready() and len(told) > 0)
        words = "Not set: port: is no number from 1 to 65535. The hub stays as it was."
        assert told == [words]
        told.clear()
        assert (page._core.hub.address, page.hub.state.text()) == (before, shown)
    page.hub.sync()
    qtbot.waitUntil(lambda: page.ready() and len(told) > 0)
    assert told[0].startswith("Synced")


def test_a_password_is_not_left_in_a_profile_that_anybody_can_read(
    page: ExchangePage, qtbot: QtBot
) -> None:
    told: list[str] = []
    page.said.connect(told.append)
    page.hub.join("host=127.0.0.1 password=secret")
    qtbot.waitUntil(lambda: len(told) > 0)
    assert "is not encrypted" in told[0]
    assert page._core.hub.address == ""
