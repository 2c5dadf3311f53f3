"""The server's side: tables that are made by its owner, and who may come in."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import resources

import psycopg
from psycopg import sql

from osawatch.errors import BadInput
from osawatch.hub.address import checked, possible
from osawatch.hub.link import PATIENCE, translated
from osawatch.hub.model import HubRefused

ROLES = ("post", "hq", "reader", "worker")
OLDEST = 150_000
LONGEST_USER = 63
LONGEST_POST = 200  # of an event, by the tables


def prepare(address: str) -> list[str]:
    """Make or renew the tables as their owner; the result names the steps that were new."""
    with translated(), psycopg.connect(_given(address), **PATIENCE) as connection:  # type: ignore[arg-type]
        if connection.info.server_version < OLDEST:
            raise HubRefused("the server is older than PostgreSQL 15")
        connection.execute("SELECT pg_advisory_xact_lock(hashtextextended('osawatch/migrate', 0))")
        there = _applied(connection)
        done = []
        for name, text in _steps():
            if name not in there:
                connection.execute(text)  # our own file
                connection.execute("INSERT INTO osawatch.migration(name) VALUES(%s)", (name,))
                done.append(name)
        return done


def admit(
    address: str, user: str, post: str, role: str, reads: Sequence[str], password: str = ""
) -> None:
    """Let an account in, or change what it may do. Without a password: by its certificate."""
    if role not in ROLES:
        raise BadInput(f"{role!r} is not one of {', '.join(ROLES)}", field="role")
    _fits(user, post)
    with translated(), psycopg.connect(_given(address), **PATIENCE) as connection:  # type: ignore[arg-type]
        name = sql.Identifier(user)
        known = connection.execute("SELECT FROM pg_roles WHERE rolname = %s", (user,)).fetchone()
        if known is None:
            connection.execute(sql.SQL("CREATE ROLE {} LOGIN").format(name))
        if password:
            said = connection.pgconn.encrypt_password(
                password.encode(), user.encode(), b"scram-sha-256"
            )  # the server, and its log, never see it
            connection.execute(
                sql.SQL("ALTER ROLE {} PASSWORD {}").format(name, sql.Literal(said.decode()))
            )
        connection.execute(
            sql.SQL("ALTER ROLE {} SET idle_in_transaction_session_timeout = '60s'").format(name)
        )
        for one in ROLES:
            words = "GRANT {} TO {}" if one == role else "REVOKE {} FROM {}"
            connection.execute(sql.SQL(words).format(sql.Identifier(f"osawatch_{one}"), name))
        connection.execute(
            "INSERT INTO osawatch.member VALUES(%s, %s, %s, %s) ON CONFLICT (usr) DO UPDATE"
            " SET post = excluded.post, role = excluded.role, reads = excluded.reads",
            (user, post, role, list(reads)),
        )
        # Who reads the post it left sees no more of it, and who reads the new one does at once.
        connection.execute(
            "UPDATE osawatch.contact SET post = %s WHERE usr = %s AND post <> %s",
            (post, user, post),
        )


def _given(address: str) -> str:
    return possible(checked(address))


def _fits(user: str, post: str) -> None:
    """What the server would cut off, or let in and then take no event of."""
    if not 0 < len(user.encode()) <= LONGEST_USER:  # it cuts a longer one, and lets that one in
        raise BadInput(f"a name has 1 to {LONGEST_USER} bytes", field="user")
    if user in {f"osawatch_{role}" for role in ROLES}:
        raise BadInput("is the name of a role of the hub", field="user")
    if not 0 < len(post) <= LONGEST_POST or post != post.strip():
        raise BadInput(
            f"a post has 1 to {LONGEST_POST} characters, and no space at an end", field="--post"
        )


def _steps() -> list[tuple[str, str]]:
    folder = resources.files("osawatch.hub") / "sql"
    files = sorted(
        (one for one in folder.iterdir() if one.name.endswith(".sql")), key=lambda one: one.name
    )
    return [(one.name.removesuffix(".sql"), one.read_text("utf-8")) for one in files]


def _applied(connection: psycopg.Connection) -> set[str]:
    there, ours = connection.execute(
        "SELECT to_regnamespace('osawatch') IS NOT NULL, EXISTS (SELECT FROM pg_attribute"
        " WHERE attrelid = to_regclass('osawatch.migration') AND attname = 'name')"
    ).fetchone() or (False, False)
    if not there:
        return set()
    if not ours:
        raise HubRefused(
            "the database holds a schema osawatch that is no hub; give the hub one of its own"
        )
    return {one[0] for one in connection.execute("SELECT name FROM osawatch.migration")}
