"""One connection to a hub: questions and answers, no state of ours.

The server decides what an account may do (sql/*.sql); nothing here is a check of rights.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC
from typing import Any, Self

import psycopg
from psycopg import errors, sql

from osawatch.hub.address import checked, line
from osawatch.hub.model import Conflict, Contact, Hello, HubDown, HubRefused
from osawatch.store.hub import Cursor, Row

PATIENCE = {
    "connect_timeout": 10, "keepalives_idle": 20, "keepalives_interval": 5,
    "keepalives_count": 3, "tcp_user_timeout": 30_000, "application_name": "osawatch",
}  # fmt: skip
EVENT = ("id", "hlc", "device", "dev_seq", "actor", "post", "kind", "subject", "data")


class Link:
    """An open connection; use it in a `with`."""

    def __init__(self, address: str) -> None:
        with translated():
            try:
                self.connection = psycopg.connect(checked(address), autocommit=True, **PATIENCE)  # type: ignore[arg-type]
            except UnicodeError as error:  # a host's name, kept by an older program or from outside
                raise HubDown(f"the hub cannot be reached: {line(error)}") from error
            self.connection.execute("SET statement_timeout = '120s'; SET search_path = osawatch")

    def hello(self) -> Hello:
        """Who we are there, and which hub it is."""
        row = self._one(
            "SELECT osawatch.identity(), session_user::text, my_post(), my_role(), my_reads(),"
            " clock_timestamp()"
        )
        if row[2] is None:
            raise HubRefused(f"the hub does not know the account {row[1]!r} as a member")
        return Hello(row[0], row[1], row[2], row[3], tuple(row[4] or ()), row[5].astimezone(UTC))

    def push(self, events: Sequence[Row]) -> list[tuple[str, str]]:
        """Events in, once each; (id, why) of those that the hub did not take."""
        with translated(), self.connection.transaction():
            found = self.connection.execute(
                "SELECT event, why FROM osawatch.push(%s::jsonb)", (_json(events),)
            ).fetchall()
        return [(str(event), str(why)) for event, why in found]

    def events(self, after: Cursor, limit: int) -> list[tuple[Cursor, Row]]:
        """The next events that this account may read."""
        return self._after("event", EVENT, after, limit)

    def items(self, after: Cursor, limit: int) -> list[tuple[Cursor, Row]]:
        """The next items."""
        return self._after("item", ("line",), after, limit)

    def packs(self, after: Cursor, limit: int) -> list[tuple[Cursor, Row]]:
        """The next signed bundles of headquarters."""
        return self._after("pack", ("body",), after, limit)

    def _after(
        self, table: str, fields: Sequence[str], after: Cursor, limit: int
    ) -> list[tuple[Cursor, Row]]:
        """Rows of transactions that ended before every one that still runs: none comes later.

        By transaction, then number: a late commit has a low number and a place behind the cursor
        of whoever pages by number alone. (`AS place`: ORDER BY xid would take the text of it.)
        """
        names = sql.SQL(", ").join(map(sql.Identifier, fields))
        ask = sql.SQL(
            "SELECT xid::text AS place, seq, {} FROM osawatch.{} WHERE (xid, seq) > (%s::xid8, %s)"
            " AND xid < pg_snapshot_xmin(pg_current_snapshot()) ORDER BY xid, seq LIMIT %s"
        ).format(names, sql.Identifier(table))
        with translated():
            rows = self.connection.execute(ask, (after.xid, after.seq, limit)).fetchall()
        return [(Cursor(row[0], row[1]), dict(zip(fields, row[2:], strict=True))) for row in rows]

    def lacks(self, hashes: Sequence[str]) -> set[str]:
        """Those that the hub does not have."""
        with translated():
            rows = self.connection.execute(
                "SELECT one FROM unnest(%s::text[]) one"
                " WHERE NOT EXISTS (SELECT FROM osawatch.item WHERE hash = one)",
                (list(hashes),),
            ).fetchall()
        return {row[0] for row in rows}

    def put_items(self, specs: Sequence[Row], items: dict[str, Row]) -> None:
        """Items with the sources they came from; what is there already stays as it is."""
        with translated(), self.connection.transaction(), self.connection.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO osawatch.source(id, spec) VALUES(%s, %s) ON CONFLICT DO NOTHING",
                [(one["id"], _json(one)) for one in specs],
            )
            cursor.executemany(
                "INSERT INTO osawatch.item(hash, source, line) VALUES(%s, %s, %s)"
                " ON CONFLICT DO NOTHING",
                [(name, one["source"], _json(one)) for name, one in sorted(items.items())],
            )

    def specs(self, ids: Sequence[str]) -> list[Row]:
        """Sources as they are described."""
        with translated():
            rows = self.connection.execute(
                "SELECT spec FROM osawatch.source WHERE id = ANY(%s) ORDER BY id", (list(ids),)
            ).fetchall()
        return [row[0] for row in rows]

    def publish(self, body: bytes) -> None:
        """A signed bundle for everybody; the same one again is one."""
        with translated():
            self.connection.execute(
                "INSERT INTO osawatch.pack(digest, body) VALUES(%s, %s) ON CONFLICT DO NOTHING",
                (hashlib.sha256(body).hexdigest(), body),
            )

    def note_contact(self, sent: int, got: int, behind: int) -> None:
        """Say how far this account has come."""
        with translated():
            self.connection.execute("SELECT osawatch.note_contact(%s, %s, %s)", (sent, got, behind))

    def contacts(self) -> tuple[Contact, ...]:
        """How far those stand whom this account may see."""
        with translated():
            rows = self.connection.execute(
                "SELECT usr::text, post, at, events_sent, events_got, behind"
                " FROM osawatch.contact ORDER BY post, usr"
            ).fetchall()
        return tuple(Contact(row[0], row[1], row[2].astimezone(UTC), *row[3:]) for row in rows)

    def conflicts(self) -> tuple[Conflict, ...]:
        """Numbers that stand for two events; workers see none."""
        with translated():
            try:
                rows = self.connection.execute(
                    "SELECT event, device, dev_seq, usr::text, at FROM osawatch.conflict"
                    " ORDER BY at DESC, event LIMIT 500"
                ).fetchall()
            except errors.InsufficientPrivilege:
                return ()
        return tuple(
            Conflict(row[0], row[1], row[2], row[3], row[4].astimezone(UTC)) for row in rows
        )

    def turns(self, wanted: dict[str, int], most: int) -> list[str]:
        """Sources that this worker is to ask now; `wanted`: minutes between two questions."""
        with translated(), self.connection.transaction():
            rows = self.connection.execute(
                "SELECT osawatch.take_turns(%s::text[], %s::int[], %s)",
                (list(wanted), list(wanted.values()), most),
            ).fetchall()
        return [row[0] for row in rows]

    def heard(self, seconds: float) -> bool:
        """Wait until somebody adds something; False when nobody did."""
        with translated():
            self.connection.execute("LISTEN osawatch")
            return any(True for _ in self.connection.notifies(timeout=seconds, stop_after=1))

    def _one(self, ask: str) -> tuple[Any, ...]:
        with translated():
            row = self.connection.execute(ask).fetchone()
        return tuple(row or ())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.connection.close()


@contextmanager
def translated() -> Iterator[None]:
    """Faults of the server and of the line, told in our words."""
    try:
        yield
    except (errors.InsufficientPrivilege, errors.InvalidAuthorizationSpecification) as error:
        raise HubRefused(f"the hub refused: {line(error)}") from error
    except (errors.UndefinedTable, errors.UndefinedFunction, errors.InvalidSchemaName) as error:
        raise HubRefused(f"this server is no hub of this version: {line(error)}") from error
    except (psycopg.OperationalError, psycopg.InterfaceError) as error:
        raise HubDown(f"the hub cannot be reached: {line(error)}") from error
    except psycopg.Error as error:
        raise HubRefused(f"the hub refused: {line(error)}") from error


def _json(value: object) -> str:
    """JSON that PostgreSQL takes: it keeps no NUL and no half of a pair."""
    return json.dumps(_kept(value), ensure_ascii=False, sort_keys=True)


def _kept(value: object) -> object:
    if isinstance(value, str):
        return value.replace("\0", "").encode("utf-8", "replace").decode()
    if isinstance(value, dict):
        return {str(_kept(key)): _kept(one) for key, one in value.items()}
    return [_kept(one) for one in value] if isinstance(value, list | tuple) else value
