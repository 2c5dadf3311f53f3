"""`hub` at the command line: made, joined, synced, down."""

from __future__ import annotations

from pathlib import Path

import psycopg
import pytest

from osawatch.hub.address import possible
from osawatch.model import Filter
from osawatch.store.hub import FILE
from tests.fakes import Clock, Network, source
from tests.osawatch.commands import Commands
from tests.postgres import Postgres


@pytest.fixture
def run(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    clock: Clock,
    network: Network,
    monkeypatch: pytest.MonkeyPatch,
) -> Commands:
    monkeypatch.setenv("OSAWATCH_PROFILE", str(tmp_path / "profile"))
    network.publish("https://wire.example/feed", "China sets a licence duty for gallium")
    return Commands(tmp_path / "profile", capsys, clock, network)


def joined(run: Commands, cluster: Postgres, folder: Path, name: str) -> tuple[str, Path]:
    """A profile with an account; the words that name it."""
    profile, passes = folder / name, folder / f"{name}.pass"
    (folder / "word").write_text("a long word\n")
    told = run.run("hub", "member", cluster.address, name, "--post", name, "--reads", "*",
                   "--password-file", folder / "word")  # fmt: skip
    assert told.code == 0
    passes.write_text(f"127.0.0.1:{cluster.port}:*:{name}:a long word\n")
    passes.chmod(0o600)
    run.run("--profile", profile, "init", "--name", name, "--post", name)
    address = f"host=127.0.0.1 port={cluster.port} dbname=postgres user={name} passfile={passes}"
    found = run.run("--profile", profile, "hub", "init", address, "--json")
    assert (found.code, found.json["hello"]["post"]) == (0, name)
    return ("--profile", profile)


def test_two_profiles_share_what_they_know_by_commands(
    run: Commands, cluster: Postgres, tmp_path: Path
) -> None:
    with psycopg.connect(cluster.address) as connection:
        connection.execute("DROP SCHEMA IF EXISTS osawatch CASCADE")
    made = run.run("hub", "init", "--server", cluster.address, "--json")
    assert (made.code, made.json["steps"][0]) == (0, "001_log")
    assert run.run("hub", "init", "--server", cluster.address, "--json").json == {"steps": []}
    assert run.run("hub", "sync").code == 2  # no hub yet
    ann, bob = (joined(run, cluster, tmp_path, name) for name in ("ann", "bob"))
    with run.open(ann[1]) as core:
        core.sources.add(source("wire"))
        core.poll(["wire"])
        (alert,) = core.alerts(Filter())
    run.run(*ann, "alerts", "take", alert.id)
    assert run.run(*ann, "hub", "sync", "--json").json["items_sent"] == 1
    assert run.run(*bob, "hub", "sync").code == 0
    with run.open(bob[1]) as core:
        assert [(one.id, one.assignee) for one in core.alerts(Filter())] == [(alert.id, "ann")]
    told = run.run(*bob, "hub", "status")
    assert (told.code, "ann" in told.out) == (0, True)
    down_and_left(run, cluster, bob)


def down_and_left(run: Commands, cluster: Postgres, bob: tuple[str, Path]) -> None:
    cluster.stop()
    try:
        down = run.run(*bob, "hub", "sync")
        assert down.code == 1
        assert "nothing is lost" in down.err
        assert run.run(*bob, "alerts", "list").code == 0
        assert run.run(*bob, "hub", "status", "--json").json["down"]
    finally:
        cluster.start()
    assert run.run(*bob, "hub", "leave").code == 0
    assert run.run(*bob, "hub", "status").code == 0


def test_an_address_with_a_password_is_refused_where_anybody_may_read_it(run: Commands) -> None:
    run.run("init")
    told = run.run("hub", "init", "host=127.0.0.1 password=x")
    assert told.code == 2
    assert "not encrypted" in told.err


def test_a_server_that_is_down_or_says_no_is_a_fault_and_not_bad_usage(
    run: Commands, cluster: Postgres, tmp_path: Path
) -> None:
    member = cluster.member("plain", "Plain")
    away = cluster.address.replace(f"port={cluster.port}", "port=1")
    for address, said in ((away, "cannot be reached"), (member, "permission denied")):
        for words in (("init", "--server", address), ("member", address, "eve", "--post", "Eve")):
            told = run.run("hub", *words)
            assert told.code == 1
            assert said in told.err
            assert "LINE 1" not in told.err
    none = tmp_path / "none.osw"
    none.write_bytes(b"")
    run.run("init")
    told = run.run("hub", "publish", none)
    assert (told.code, f"{none}: is no bundle" in told.err) == (1, True)


def test_an_account_that_the_server_would_cut_or_not_hear_is_not_let_in(
    run: Commands, cluster: Postgres, tmp_path: Path
) -> None:
    empty = tmp_path / "empty"
    empty.write_text("\n")
    before = members(cluster)
    for user, post, more in (
        ("u" * 64, "Rome", ()),
        ("я" * 32, "Rome", ()),
        ("", "Rome", ()),
        ("osawatch_hq", "Rome", ()),
        ("rome", " ", ()),
        ("rome", "Rome ", ()),
        ("rome", "R" * 201, ()),
        ("rome", "Rome", ("--password-file", empty)),
    ):
        told = run.run("hub", "member", cluster.address, user, "--post", post, *more)
        assert told.code == 2, (user, post)
        assert "violates" not in told.err
    assert members(cluster) == before
    odd = "o'b\"я; --"
    assert run.run("hub", "member", cluster.address, odd, "--post", "Ал\"маты'; --").code == 0
    assert members(cluster) == before | {(odd, "Ал\"маты'; --")}


def members(cluster: Postgres) -> set[tuple[str, str]]:
    with psycopg.connect(cluster.address) as connection:
        return set(connection.execute("SELECT usr::text, post FROM osawatch.member").fetchall())


def test_a_database_that_belongs_to_something_else_stays_as_it_is(
    run: Commands, cluster: Postgres
) -> None:
    with psycopg.connect(cluster.address, autocommit=True) as connection:
        connection.execute("CREATE DATABASE elsewhere")
    address = cluster.address.replace("dbname=postgres", "dbname=elsewhere")
    for made in ("CREATE SCHEMA osawatch", "CREATE TABLE osawatch.migration(step int)"):
        with psycopg.connect(address) as connection:
            connection.execute(made)
        told = run.run("hub", "init", "--server", address)
        assert told.code == 1
        assert "holds a schema osawatch that is no hub" in told.err


WRONG = [
    ("", "address"),
    ("no address", "address"),
    ("host=127.0.0.1 user=\udcff", "address"),
    ("service=elsewhere", "address"),
    ("host=hub.example", "address"),
    ("host=127.0.0.1 password=secret", "address"),
    ("host=127.0.0.1 port=0", "port"),
    ("host=127.0.0.1 port=99999", "port"),
    ("host=127.0.0.1 port=-1", "port"),
    ("host=127.0.0.1 port=543z", "port"),
    ("host=127.0.0.1 port=٥٤٣٢", "port"),
    ("host=127.0.0.1 port=5432,", "port"),
    ("host=127.0.0.1,localhost,::1 port=5432,5433", "port"),
    ("postgresql://127.0.0.1:99999/osawatch", "port"),
    ("postgresql://localhost:secret/word@127.0.0.1/osawatch", "port"),
    ("host=hub.example:5432 sslmode=verify-full", "host"),
    ("host=hub..example sslmode=verify-full", "host"),
    ("host='hub example' sslmode=verify-full", "host"),
    ("host=https://hub.example sslmode=verify-full", "host"),
    ("host=[::1] sslmode=verify-full", "host"),
    ("hostaddr=192.0.2.256 sslmode=verify-full", "hostaddr"),
    ("host=localhost,::1 hostaddr=127.0.0.1", "hostaddr"),
    ("host=127.0.0.1 sslmode=verify", "sslmode"),
]


def test_an_address_that_is_refused_leaves_the_earlier_connection_in_force(
    run: Commands, cluster: Postgres, tmp_path: Path
) -> None:
    zoe = joined(run, cluster, tmp_path, "zoe")
    kept = (zoe[1] / FILE).read_bytes()
    for address, field in WRONG:
        told = run.run(*zoe, "hub", "init", address)
        assert (told.code, f"{field}: " in told.err) == (2, True), (address, told.err)
        assert "secret" not in told.err
        assert (zoe[1] / FILE).read_bytes() == kept
    assert [one.name for one in zoe[1].glob(f"{FILE}*")] == [FILE]
    assert run.run(*zoe, "hub", "sync").code == 0
    told = run.run(*zoe, "--lang", "nl", "hub", "init", "host=127.0.0.1 port=99999")
    assert "poort: is geen getal van 1 tot en met 65535" in told.err


def test_a_desk_of_no_hub_has_none_after_an_address_that_is_refused(
    run: Commands, tmp_path: Path
) -> None:
    run.run("init")
    for address, _ in WRONG:
        assert run.run("hub", "init", address).code == 2
        assert not (run.profile / FILE).exists()


def test_the_owner_of_a_hub_is_told_of_an_address_that_can_never_be_right(
    run: Commands, cluster: Postgres
) -> None:
    before = members(cluster)
    away = cluster.address.replace(f"port={cluster.port}", "port=99999")
    for words in (("init", "--server", away), ("member", away, "eve", "--post", "Eve")):
        told = run.run("hub", *words)
        assert (told.code, "port: is no number from 1 to 65535" in told.err) == (2, True)
    assert members(cluster) == before


@pytest.mark.parametrize(
    "address",
    [
        "dbname=x", "host=/run/postgresql port=5433", "host=@osawatch", "port=''",
        "host=127.0.0.1 port=1", "host=127.0.0.1 port=65535", "host=127.0.0.1,::1 port=5432",
        "host=127.0.0.1,::1 port=,5433", "host=, port=5432,5433", "postgresql://[::1]:5433/x",
        "host=fe80::1%eth0 hostaddr=fe80::1", "host=münchen.example hostaddr=192.0.2.1",
        "host=hub_1.example. sslmode=verify-full", "host=localhost sslmode=verify-ca",
    ],
)  # fmt: skip
def test_an_address_that_may_be_right_is_taken_as_it_is(address: str) -> None:
    assert possible(address) == address


def test_an_address_of_nothing_is_refused_and_the_hub_stays(
    run: Commands, cluster: Postgres, tmp_path: Path
) -> None:
    ann = joined(run, cluster, tmp_path, "anna")
    told = run.run(*ann, "hub", "init", "")
    assert (told.code, "address: is empty" in told.err) == (2, True)
    assert run.run(*ann, "hub", "status", "--json").json["hello"]["post"] == "anna"
