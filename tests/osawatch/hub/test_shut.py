"""A hub while the network is off or outside its hours, or one on no list: nobody is asked."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import psycopg
import pytest

from osawatch.core import Core
from osawatch.errors import BadInput
from osawatch.hub.address import checked, far
from osawatch.hub.desk import Hub
from osawatch.hub.model import HubDown, HubRefused
from osawatch.model import Action, Filter
from osawatch.store.hub import FILE
from tests.fakes import Clock, Network
from tests.osawatch.commands import Commands
from tests.osawatch.hub.conftest import Post
from tests.postgres import Postgres

Posts = Callable[..., Post]
WIRE = "https://wire.example/feed"
AWAY = "host=hub.example dbname=osawatch user=ann sslmode=verify-full sslrootcert=ca.pem"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Whatever connects to a PostgreSQL is written down, and gets none."""
    told: list[str] = []

    def connect(address: str, **_more: object) -> None:
        told.append(address)
        raise psycopg.OperationalError("connection refused")

    monkeypatch.setattr(psycopg, "connect", connect)
    return told


@pytest.fixture
def run(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], clock: Clock, network: Network
) -> Commands:
    return Commands(tmp_path / "profile", capsys, clock, network)


def joined(core: Core, address: str) -> None:
    (core.profile.folder / FILE).write_text(json.dumps({"address": address}))


def shut(core: Core, clock: Clock, mode: str) -> None:
    """Offline, or with hours that are not now."""
    away = clock() + timedelta(days=3)
    core.save_settings(
        replace(core.settings(), network=mode, hours=f"{away:%a} 10:00-11:00", time_zone="UTC")
    )


@pytest.mark.parametrize("mode", ["offline", "scheduled"])
def test_while_the_network_is_shut_a_poll_says_so_once_and_is_caught_up_later(
    posts: Posts,
    cluster: Postgres,
    network: Network,
    clock: Clock,
    caplog: pytest.LogCaptureFixture,
    mode: str,
) -> None:
    rome, oslo = posts("rome"), posts("oslo")
    joined(rome.core, rome.address)
    network.publish(WIRE, "China sets a licence duty for gallium")
    rome.core.poll(["wire"])
    (alert,) = rome.core.alerts(Filter())
    shut(rome.core, clock, mode)
    rome.core.triage(Action("take", (alert.id,)))
    for _ in range(3):
        rome.core.poll(due=True)
        clock.forward(minutes=1)
    told = [one.getMessage() for one in caplog.records if "caught up later" in one.getMessage()]
    assert len(told) == 1
    assert oslo.sync().got == 0
    rome.core.save_settings(replace(rome.core.settings(), network="online"))
    rome.core.poll(due=True)
    assert oslo.sync().got == 1
    assert [one.status for one in oslo.core.alerts(Filter())] == ["in_hand"]


def test_a_sync_while_the_network_is_shut_is_told_why_and_asks_nobody(
    run: Commands, asked: list[str]
) -> None:
    with run.open() as core:
        joined(core, AWAY)
        assert "cannot be reached" in core.hub.sync().down
        assert len(asked) == 1
        core.save_settings(replace(core.settings(), network="offline"))
        assert core.hub.sync().down == "the network is switched off"
        assert core.hub.status().down == "the network is switched off"
        for call in calls(core.hub):
            with pytest.raises(HubDown, match="switched off"):
                call()
        assert len(asked) == 1


def calls(hub: Hub) -> Iterator[Callable[[], object]]:
    """What can be asked of a hub beside a sync."""
    yield lambda: hub.turns({"wire": 60}, 8)
    yield lambda: hub.wait(1)


def test_commands_end_as_ever_where_the_network_is_off(run: Commands, asked: list[str]) -> None:
    with run.open() as core:
        joined(core, AWAY)
        core.save_settings(replace(core.settings(), network="offline"))
    lead = ("--profile", run.profile)
    due = run.run(*lead, "poll", "--due", "--json")
    assert (due.code, due.json["totals"]["failed"]) == (0, 0)
    worker = run.run(*lead, "poll", "--hub", "--json")
    assert (worker.code, worker.json["sources"]) == (1, [])
    assert "switched off" in worker.err
    synced = run.run(*lead, "hub", "sync")
    assert synced.code == 1
    assert "switched off; nothing is lost" in synced.err
    assert asked == []


def test_an_address_that_is_damaged_stops_no_poll_by_the_clock(
    run: Commands, caplog: pytest.LogCaptureFixture
) -> None:
    with run.open() as core:
        (core.profile.folder / FILE).write_text("{")
        for _ in range(3):
            assert not core.poll(due=True).cancelled
    assert sum("say `hub init` again" in one.getMessage() for one in caplog.records) == 1


def test_a_kept_address_that_can_never_be_right_is_told_as_a_hub_that_is_down(
    run: Commands,
) -> None:
    for address in (
        "host=hub..example sslmode=verify-full", "host=127.0.0.1 port=99999",
        "host=127.0.0.1 port=x",
    ):  # fmt: skip
        with run.open() as core:
            joined(core, address)
            for told in (core.hub.sync().down, core.hub.status().down):
                assert told.startswith("the hub cannot be reached: ")


def test_a_hub_that_is_on_no_list_of_hosts_is_never_asked(
    run: Commands, asked: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with run.open() as core:
        joined(core, AWAY)
        core.save_settings(replace(core.settings(), hosts=("*.europa.eu",)))
        for told in (core.hub.sync().down, core.hub.status().down):
            assert told.startswith("hub.example is not on the list of hosts")
            assert "Settings" in told
        for call in (*calls(core.hub), lambda: core.hub.join(AWAY)):
            with pytest.raises(HubRefused, match=r"hub\.example is not on the list"):
                call()
        core.hub.join("host=127.0.0.1 dbname=x user=y")  # stays here: on no list
        assert len(asked) == 1
        core.save_settings(replace(core.settings(), hosts=("*.europa.eu", "hub.example")))
        core.hub.join(AWAY)
        assert len(asked) == 2
    policy = tmp_path / "policy.toml"
    policy.write_text('hosts = ["hub.example"]\n', encoding="utf-8")
    monkeypatch.setenv("OSAWATCH_POLICY", str(policy))
    with run.open() as core:
        assert "cannot be reached" in core.hub.sync().down
    policy.write_text('hosts = ["*.europa.eu"]\n', encoding="utf-8")
    with run.open() as core:  # a person's list and the policy's must both have it
        assert core.hub.sync().down.startswith("hub.example is not on the list")
    assert len(asked) == 3


@pytest.mark.parametrize(
    ("address", "hosts"),
    [
        ("host=a.example,b.example", ("a.example", "b.example")),
        ("host=a.example hostaddr=192.0.2.1", ("a.example", "192.0.2.1")),
        ("postgresql://a.example,127.0.0.1/x", ("a.example",)),
        ("host=/run/postgresql", ()),
        ("dbname=x", ("outside.example",)),
    ],
)
def test_all_hosts_that_an_address_asks_are_known(
    address: str, hosts: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PGHOST", "outside.example")
    assert far(address) == hosts


def test_an_address_that_another_file_completes_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(BadInput, match="service"):
        checked("service=elsewhere")
    monkeypatch.setenv("PGSERVICE", "elsewhere")
    with pytest.raises(BadInput, match="service"):
        checked("host=127.0.0.1")


def test_the_owner_of_a_hub_keeps_to_the_policy_of_the_machine_too(
    run: Commands, asked: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    policy = tmp_path / "policy.toml"
    monkeypatch.setenv("OSAWATCH_POLICY", str(policy))
    for words, told in (
        ('hosts = ["*.europa.eu"]', "hub.example is not on the list"),
        ('network = "offline"', "switched off"),
    ):
        policy.write_text(words, encoding="utf-8")
        for command in (("init", "--server", AWAY), ("member", AWAY, "ann", "--post", "ann")):
            said = run.run("hub", *command)
            assert said.code == 2
            assert told in said.err
    assert asked == []
