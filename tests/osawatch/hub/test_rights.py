"""What an account may not do, tried for real by SQL of its own: the program is no guard."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import psycopg
import pytest
from psycopg import errors

from osawatch.errors import BadInput
from osawatch.hub.address import checked
from osawatch.hub.link import Link
from osawatch.hub.model import HubDown, HubRefused
from osawatch.store.hub import Cursor
from tests.osawatch.hub.conftest import Post
from tests.osawatch.hub.lines import line
from tests.postgres import Postgres

Posts = Callable[..., Post]
EVENT = (
    "INSERT INTO osawatch.event(id, hlc, device, dev_seq, actor, post, kind, subject, data{more})"
    " VALUES ('{id}', '{hlc}', '{device}', 7, 'A', '{post}', 'note', 's', '{{{{}}}}'{values})"
)
HLC = "001764000000000.00000"
DENIED = (errors.InsufficientPrivilege, errors.RaiseException)
# who tries, what it tries, the words of it
ATTEMPTS = (
    ("post", "change an event", "UPDATE osawatch.event SET actor = 'x'"),
    ("post", "delete an event", "DELETE FROM osawatch.event"),
    ("post", "empty the log", "TRUNCATE osawatch.event CASCADE"),
    ("post", "lock the log", "BEGIN; LOCK TABLE osawatch.event"),
    ("post", "write as another post", EVENT.format(
        id="n1", hlc=HLC, device="{mine}", post="{other}", more="", values="")),
    ("post", "write for another's device", EVENT.format(
        id="n2", hlc=HLC, device="{theirs}", post="{me}", more="", values="")),
    ("post", "say that another sent it", EVENT.format(
        id="n3", hlc=HLC, device="{mine}", post="{me}", more=", sent_by", values=", 'x'")),
    ("post", "file it under another post", EVENT.format(
        id="n4", hlc=HLC, device="{mine}", post="{me}", more=", desk", values=", '{other}'")),
    ("post", "choose its place in the log", EVENT.format(
        id="n5", hlc=HLC, device="{mine}", post="{me}", more=", xid", values=", '1'")),
    ("post", "move the clocks on", EVENT.format(
        id="n6", hlc="009999999999999.00000", device="{mine}", post="{me}", more="", values="")),
    ("post", "make itself headquarters", "UPDATE osawatch.member SET role = 'hq'"),
    ("post", "read more posts", "UPDATE osawatch.member SET reads = '{{*}}'"),
    ("post", "let somebody in", "INSERT INTO osawatch.member VALUES ('x', 'x', 'hq', '{{*}}')"),
    ("post", "take another's device", "UPDATE osawatch.device SET usr = session_user"),
    ("post", "claim a device for another", "INSERT INTO osawatch.device VALUES ('d', 'x', 'x')"),
    ("post", "publish rules",
     "INSERT INTO osawatch.pack(digest, body) VALUES (repeat('a', 64), '')"),
    ("post", "change an item", "UPDATE osawatch.item SET line = '{{}}'"),
    ("post", "delete an item", "DELETE FROM osawatch.item"),
    ("post", "change a source", "UPDATE osawatch.source SET spec = '{{}}'"),
    ("post", "hide a conflict", "DELETE FROM osawatch.conflict"),
    ("post", "hide that it came", "UPDATE osawatch.contact SET at = now()"),
    ("post", "see the turns", "SELECT * FROM osawatch.turn"),
    ("post", "take turns", "SELECT osawatch.take_turns('{{a}}', '{{1}}', 1)"),
    ("post", "drop the guard", "ALTER TABLE osawatch.event DISABLE ROW LEVEL SECURITY"),
    ("post", "drop the trigger", "DROP TRIGGER frozen ON osawatch.event"),
    ("post", "be the owner", "SET ROLE hub"),
    ("post", "be headquarters", "SET ROLE osawatch_hq"),
    ("post", "make a table there", "CREATE TABLE osawatch.mine(a int)"),
    ("post", "read a file of the server", "SELECT pg_read_file('postgresql.conf')"),
    ("post", "run a program there", "COPY osawatch.member TO PROGRAM 'cat'"),
    ("reader", "write", EVENT.format(
        id="n7", hlc=HLC, device="{mine}", post="{me}", more="", values="")),
    ("reader", "write by the function", "SELECT * FROM osawatch.push('[]')"),
    ("reader", "bring an item", "INSERT INTO osawatch.source VALUES ('x', '{{}}')"),
    ("worker", "read events", "SELECT * FROM osawatch.event"),
    ("worker", "read conflicts", "SELECT * FROM osawatch.conflict"),
    ("worker", "read rule packs", "SELECT * FROM osawatch.pack"),
    ("worker", "write", "SELECT * FROM osawatch.push('[]')"),
    ("hq", "change an event", "UPDATE osawatch.event SET actor = 'x'"),
    ("hq", "delete an event", "DELETE FROM osawatch.event"),
    ("hq", "change a rule pack", "UPDATE osawatch.pack SET body = ''"),
    ("hq", "let somebody in", "INSERT INTO osawatch.member VALUES ('x', 'x', 'hq', '{{*}}')"),
    ("owner", "change an event", "UPDATE osawatch.event SET actor = 'x'"),
    ("owner", "delete an event", "DELETE FROM osawatch.event"),
    ("owner", "empty the log", "TRUNCATE osawatch.event CASCADE"),
    ("owner", "change a rule pack", "UPDATE osawatch.pack SET body = ''"),
)  # fmt: skip


def test_every_attempt_is_refused(posts: Posts, cluster: Postgres) -> None:
    mine = {role: posts(role, role, []) for role in ("post", "hq", "reader", "worker")}
    other = posts("other")
    for one in (mine["post"], mine["hq"], other):
        with Link(one.address) as link:
            assert link.push([line(f"e-{one.name}", one, 1)]) == []
    with Link(mine["hq"].address) as link:
        link.publish(b"rules")
    addresses = {role: one.address for role, one in mine.items()} | {"owner": cluster.address}
    allowed = []
    for role, what, words in ATTEMPTS:
        me = mine.get(role, other)
        told = words.format(
            me=me.name, other=other.name, mine=f"device-{me.name}", theirs=f"device-{other.name}"
        )
        with psycopg.connect(addresses[role], autocommit=True) as connection:
            try:
                connection.execute(told)
            except DENIED:
                continue
            allowed.append((role, what))
    assert allowed == []
    assert len({(role, what) for role, what, _ in ATTEMPTS}) == len(ATTEMPTS)
    with psycopg.connect(cluster.address) as connection:
        rows = connection.execute("SELECT id, actor FROM osawatch.event ORDER BY id").fetchall()
    assert rows == sorted((f"e-{one.name}", "A") for one in (mine["post"], mine["hq"], other))


def test_a_post_reads_its_own_events_and_those_it_was_given(posts: Posts) -> None:
    alone, paired, other, hq = (
        posts("alone", reads=[]), posts("paired", reads=["alone"]), posts("other", reads=[]),
        posts("hq", "hq", ["*"]),
    )  # fmt: skip
    everyone = (alone, paired, other, hq)
    for one in everyone:
        with Link(one.address) as link:
            link.push([line(f"e-{one.name}", one, 1)])

    def read(who: Post) -> set[str]:
        with Link(who.address) as link:
            return {str(row["id"]) for _, row in link.events(Cursor(), 100)}

    def members(who: Post) -> set[str]:
        with Link(who.address) as link:
            rows = link.connection.execute("SELECT usr::text FROM osawatch.member").fetchall()
            return {row[0] for row in rows}

    names = {one.name: f"e-{one.name}" for one in everyone}
    assert read(alone) == {names[alone.name]}
    assert read(paired) == {names[alone.name], names[paired.name]}
    assert read(hq) == set(names.values())
    assert members(alone) == {alone.name}
    assert members(paired) == {paired.name}  # what others may read is not its business
    assert members(hq) == set(names)


def test_an_account_that_is_moved_is_last_in_contact_under_its_new_post(
    posts: Posts, cluster: Postgres
) -> None:
    ann, hq = posts("ann"), posts("hq", "hq")
    rome, oslo = posts("rome", reads=()), posts("oslo", reads=())
    for one in (ann, rome):
        assert one.sync().down == ""

    def seen(who: Post) -> dict[str, tuple[str, datetime]]:
        with Link(who.address) as link:
            return {one.user: (one.post, one.at) for one in link.contacts()}

    before = seen(hq)
    cluster.member(ann.name, rome.name)
    assert seen(hq) == before | {ann.name: (rome.name, before[ann.name][1])}
    assert set(seen(rome)) == {ann.name, rome.name}
    cluster.member(ann.name, oslo.name)
    assert set(seen(rome)) == {rome.name}  # it left, and is followed there no more
    assert set(seen(oslo)) == {ann.name}
    assert ann.sync().down == ""
    post, at = seen(hq)[ann.name]
    assert (post, at > before[ann.name][1]) == (oslo.name, True)
    assert seen(hq)[rome.name] == before[rome.name]


def test_an_account_that_is_no_member_and_a_wrong_password_are_told(
    posts: Posts, cluster: Postgres
) -> None:
    rome = posts("rome")
    with psycopg.connect(cluster.address) as connection:
        connection.execute("DELETE FROM osawatch.member WHERE usr = %s", (rome.name,))
    assert "does not know the account" in rome.sync().down
    with pytest.raises((HubDown, HubRefused), match="password authentication failed"):
        Link(cluster.for_(rome.name, "guess"))
    with psycopg.connect(cluster.address) as connection:
        connection.execute("DROP SCHEMA osawatch CASCADE")
    with pytest.raises(HubRefused, match="is no hub"), Link(rome.address) as link:
        link.hello()


@pytest.mark.parametrize(
    "address",
    [
        "host=hub.example user=a", "host=hub.example sslmode=require", "host=10.0.0.1",
        "host=127.0.0.1,hub.example", "hostaddr=10.0.0.1 host=localhost", "postgresql://hub/x",
        "no address",
    ],
)  # fmt: skip
def test_an_address_that_would_leave_this_machine_unchecked_is_refused(address: str) -> None:
    with pytest.raises(BadInput):
        checked(address)


def test_an_address_with_certificates_or_on_this_machine_is_taken() -> None:
    for address in ("host=127.0.0.1 user=a", "host=/run/postgresql", "dbname=x",
                    "host=hub.example sslmode=verify-full"):  # fmt: skip
        assert checked(address) == address


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not on this machine")
def test_a_certificate_lets_its_own_account_in_and_nobody_else(
    posts: Posts, cluster: Postgres, tmp_path: Path
) -> None:
    rome = posts("rome")
    certificates(tmp_path, "localhost", rome.name, "rogue")
    put(cluster, tmp_path, rome.name)
    base = f"host=localhost port={cluster.port} dbname=postgres user={rome.name} connect_timeout=5"
    tls = f"{base} sslmode=verify-full sslrootcert={tmp_path}/ca.pem"

    def held(name: str) -> str:
        return f" sslcert={tmp_path}/{name}.pem sslkey={tmp_path}/{name}.key"

    try:
        with Link(tls + held(rome.name)) as link:
            assert link.hello().user == rome.name
        for address in (
            tls + held("rogue"), tls, f"{base} sslmode=disable",
            f"{base} sslmode=verify-full sslrootcert={tmp_path}/rogue.pem" + held(rome.name),
        ):  # fmt: skip
            with pytest.raises((HubDown, HubRefused)):
                Link(address)
    finally:
        put_back(cluster)


def certificates(folder: Path, *names: str) -> None:
    key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
    openssl(folder, "req", "-x509", *key, "-keyout", "ca.key", "-out", "ca.pem", "-subj", "/CN=ca")
    for name in names:
        openssl(
            folder, "req", *key, "-keyout", f"{name}.key", "-out", "csr", "-subj", f"/CN={name}"
        )
        (folder / "names").write_text(f"subjectAltName=DNS:{name}")
        openssl(
            folder, "x509", "-req", "-in", "csr", "-CA", "ca.pem", "-CAkey", "ca.key",
            "-CAcreateserial", "-out", f"{name}.pem", "-extfile", "names",
        )  # fmt: skip
        (folder / f"{name}.key").chmod(0o600)


def openssl(folder: Path, *words: str) -> None:
    subprocess.run(  # noqa: S603 # our own words
        ["openssl", *words],  # noqa: S607
        cwd=folder, check=True, capture_output=True,
    )  # fmt: skip


def put(cluster: Postgres, folder: Path, user: str) -> None:
    data = cluster.folder / "data"
    names = {"localhost.pem": "server.crt", "localhost.key": "server.key", "ca.pem": "root.crt"}
    for name, target in names.items():
        shutil.copy(folder / name, data / target)
        (data / target).chmod(0o600)
        shutil.chown(data / target, data.owner())
    shutil.copy(data / "pg_hba.conf", data / "pg_hba.before")
    (data / "pg_hba.conf").write_text(
        "host all hub 127.0.0.1/32 scram-sha-256\n"
        f"hostssl all {user} localhost cert\nhost all all all reject\n"
    )
    with psycopg.connect(cluster.address, autocommit=True) as connection:
        for words in (
            "ssl = on",
            "ssl_ca_file = 'root.crt'",
            "ssl_min_protocol_version = 'TLSv1.3'",
        ):
            connection.execute(f"ALTER SYSTEM SET {words}")  # type: ignore[call-overload]
    cluster.restart()


def put_back(cluster: Postgres) -> None:
    data = cluster.folder / "data"
    shutil.copy(data / "pg_hba.before", data / "pg_hba.conf")
    with psycopg.connect(cluster.address, autocommit=True) as connection:
        connection.execute("ALTER SYSTEM RESET ALL")
    cluster.restart()
