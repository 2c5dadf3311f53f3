"""A real PostgreSQL on the loopback interface, on a random port, in a folder that goes away.

It runs as an unprivileged user: as `nobody` where the tests run as root, which it refuses.
"""

from __future__ import annotations

import os
import secrets
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

from osawatch.hub import server

REASON = "PostgreSQL is not on this machine (Debian package: postgresql)"


def programs() -> Path | None:
    """The folder with initdb and pg_ctl, the newest where there are several."""
    folders = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"), key=lambda one: int(one.parts[-3])
    )
    found = folders[-1] if folders else shutil.which("pg_ctl")
    return Path(found).parent if found else None


@dataclass
class Postgres:
    """A cluster. `address` is its owner's; `for_` those of members."""

    folder: Path
    bin: Path
    port: int
    password: str

    @property
    def address(self) -> str:
        return self.for_("hub", self.password)

    def for_(self, user: str, password: str = "") -> str:
        """The address of an account."""
        word = password or f"word of {user}"
        return (
            f"host=127.0.0.1 port={self.port} dbname=postgres user={user} password='{word}'"
            " connect_timeout=5"
        )

    def member(self, user: str, post: str, role: str = "post", reads: Sequence[str] = ()) -> str:
        """Let an account in; its address."""
        server.admit(self.address, user, post, role, reads, f"word of {user}")
        return self.for_(user)

    def start(self) -> None:
        told = (
            f"-p {self.port} -c listen_addresses=127.0.0.1 -c fsync=off"
            f" -c unix_socket_directories={self.folder} -c max_connections=200"
        )
        self._run("pg_ctl", "-D", "data", "-w", "-s", "-o", told, "-l", "log", "start")

    def stop(self, how: str = "immediate") -> None:
        self._run("pg_ctl", "-D", "data", "-m", how, "-w", "-s", "stop")

    def restart(self) -> None:
        """As after a power cut: nobody is waited for."""
        self.stop()
        self.start()

    def cut(self) -> int:
        """Cut all connections but ours."""
        with psycopg.connect(self.address, autocommit=True) as connection:
            return connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'"
            ).rowcount

    def init(self) -> None:
        word = self.folder / "word"
        word.write_text(self.password)
        if os.geteuid() == 0:
            shutil.chown(self.folder, "nobody")
            shutil.chown(word, "nobody")
        self._run(
            "initdb", "-D", "data", "-U", "hub", "--auth=scram-sha-256", "--pwfile=word", "-E",
            "UTF8", "--locale=C.UTF-8", "--no-sync",
        )  # fmt: skip

    def _run(self, program: str, *words: str) -> None:
        lead = ["runuser", "-u", "nobody", "--"] if os.geteuid() == 0 else []
        subprocess.run(  # noqa: S603 # our own words
            [*lead, str(self.bin / program), *words], cwd=self.folder, check=True,
            stdout=subprocess.DEVNULL,
        )  # fmt: skip


@contextmanager
def postgres() -> Iterator[Postgres]:
    """A cluster that is a hub."""
    found = programs()
    assert found, REASON
    folder = Path(tempfile.mkdtemp(prefix="osawatch-pg-"))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    made = Postgres(folder, found, port, secrets.token_hex(12))
    try:
        made.init()
        made.start()
        server.prepare(made.address)
        yield made
    finally:
        if (folder / "data" / "postmaster.pid").exists():
            made.stop()
        shutil.rmtree(folder)
