"""The last polls of a source, one by one: a short list, so that a profile does not grow by it."""

from __future__ import annotations

from osawatch.model import PollLine
from osawatch.store.database import Connection
from osawatch.store.rows import at, moment, seconds, stamp

MOST = 50  # of a source; what older ones came to, `source_days` knows by the day
FIELDS = "at, outcome, detail, http, new, seconds, next_poll"


def keep(connection: Connection, source: str, line: PollLine) -> None:
    """Note a poll; the oldest one beyond the limit goes."""
    connection.execute(
        f"INSERT OR REPLACE INTO source_polls(source, {FIELDS}) VALUES(?, ?, ?, ?, ?, ?, ?, ?)",
        (
            source, seconds(line.at), line.outcome, line.detail, line.http, line.new,
            line.seconds, stamp(line.next_poll),
        ),
    )  # fmt: skip
    connection.execute(
        "DELETE FROM source_polls WHERE source = ?1 AND at <= (SELECT at FROM source_polls"
        " WHERE source = ?1 ORDER BY at DESC LIMIT 1 OFFSET ?2)",
        (source, MOST),
    )


def lines(connection: Connection, source: str) -> list[PollLine]:
    """The last polls of a source, the newest first."""
    found = connection.execute(
        f"SELECT {FIELDS} FROM source_polls WHERE source = ? ORDER BY at DESC", (source,)
    )
    return [
        PollLine(at(row[0]), row[1], row[2], row[3], row[4], row[5], moment(row[6]))
        for row in found
    ]
