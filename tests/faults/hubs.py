"""A hub for each trial: a database of a real PostgreSQL, copied from one that has two members."""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import psycopg

from osawatch.core import Core
from osawatch.hub import server
from tests.fakes import Pack
from tests.postgres import Postgres

READY, MEMBERS = "ready", {"ann": "The Hague", "bo": "Bern"}
_NUMBERS = count(1)


@dataclass
class Hub:
    """The cluster, and the file that holds the words of its members."""

    cluster: Postgres
    passfile: Path

    def begin(self, other: Path) -> None:
        """The database that is copied: two members, and what the other desk sent."""
        self._do(f"CREATE DATABASE {READY}")
        owner = self._named(self.cluster.address, READY)
        server.prepare(owner)
        for user, post in MEMBERS.items():
            server.admit(owner, user, post, "post", ["*"], f"word of {user}")
        words = [f"*:*:*:{user}:word of {user}\n" for user in MEMBERS]
        self.passfile.write_text("".join(words))
        self.passfile.chmod(0o600)
        self._point(other, "bo", READY)
        with Core(other, pack=Pack()) as core:
            done = core.hub.sync()
        assert not done.down, done.down
        assert done.sent, "the other desk sent nothing"

    def join(self, profile: Path) -> None:
        """A hub of its own for a profile that is going to be harmed."""
        name = f"trial{next(_NUMBERS)}"
        self._do(f"CREATE DATABASE {name} TEMPLATE {READY}")
        self._point(profile, "ann", name)

    def doubles(self, profile: Path) -> list[str]:
        """Lines that stand on the profile's hub under two ids; ids are its keys."""
        name = (
            json.loads((profile / "hub.json").read_text())["address"].split("dbname=")[1].split()[0]
        )
        with psycopg.connect(self._named(self.cluster.address, name)) as connection:
            rows = connection.execute(
                "SELECT data->>'text' FROM osawatch.event WHERE kind = 'note'"
                " GROUP BY 1 HAVING count(*) > 1"
            ).fetchall()
            apart = connection.execute("SELECT count(*) FROM osawatch.conflict").fetchone()
        told = [f"conflicts on the hub: {apart[0]}"] if apart and apart[0] else []
        return [*told, *(f"note {row[0]}" for row in rows)]

    def _point(self, profile: Path, user: str, name: str) -> None:
        address = (
            f"host=127.0.0.1 port={self.cluster.port} dbname={name} user={user}"
            f" passfile={self.passfile}"
        )
        (profile / "hub.json").write_text(json.dumps({"address": address}))

    def _named(self, address: str, name: str) -> str:
        return address.replace("dbname=postgres", f"dbname={name}")

    def _do(self, statement: str) -> None:
        with psycopg.connect(self.cluster.address, autocommit=True) as connection:
            connection.execute(statement)  # type: ignore[call-overload]
