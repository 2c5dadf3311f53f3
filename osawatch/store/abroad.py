"""Where lines of the log have gone: hubs, bundles, and the desks that wrote them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from osawatch.store import events
from osawatch.store.database import Connection
from osawatch.store.rows import at, marks, moment


@dataclass(frozen=True, slots=True)
class Abroad:
    """Lines of the log that others have. All of it counts lines, but `bundles`.

    `hubs`: (identity, lines sent there, last contact); `bundles`: (channel, how many that took
    some of the lines, the newest); `posts`: (post, lines that its desk wrote and has itself).
    """

    hubs: tuple[tuple[str, int, datetime | None], ...] = ()
    bundles: tuple[tuple[str, int, datetime], ...] = ()
    posts: tuple[tuple[str, int], ...] = ()


def of(connection: Connection, names: Sequence[str]) -> Abroad:
    """Where the lines with these ids have gone, as far as this desk knows."""
    if not names:
        return Abroad()
    mine = events.device_id_if_any(connection)
    rows = [
        row
        for start in range(0, len(names), 500)
        for row in connection.execute(
            f"SELECT n, device, post FROM events WHERE id IN ({marks(names[start : start + 500])})",
            tuple(names[start : start + 500]),
        )
    ]
    return Abroad(_hubs(connection, rows, mine), _bundles(connection, rows), _posts(rows, mine))


def _hubs(
    connection: Connection, rows: Sequence[tuple[int, str, str]], mine: str
) -> tuple[tuple[str, int, datetime | None], ...]:
    found = connection.execute("SELECT identity, sent_event, contact FROM hubs ORDER BY identity")
    counted = [
        (identity, sum(device == mine and n <= sent for n, device, _ in rows), moment(contact))
        for identity, sent, contact in found
    ]
    return tuple(one for one in counted if one[1])


def _bundles(
    connection: Connection, rows: Sequence[tuple[int, str, str]]
) -> tuple[tuple[str, int, datetime], ...]:
    """Of each channel the bundles that took a span of the log with some of the lines in it."""
    counted: dict[str, tuple[int, datetime]] = {}
    before: dict[str, int] = {}
    for channel, event, created in connection.execute(
        "SELECT channel, event, created FROM bundles_made ORDER BY channel, seq"
    ):
        first, before[channel] = before.get(channel, 0), event
        if any(first < n <= event for n, _, _ in rows):
            counted[channel] = counted.get(channel, (0, at(created)))[0] + 1, at(created)
    return tuple((channel, *found) for channel, found in counted.items())


def _posts(rows: Sequence[tuple[int, str, str]], mine: str) -> tuple[tuple[str, int], ...]:
    counted: dict[str, int] = {}
    for _, device, post in rows:
        if device != mine:
            counted[post] = counted.get(post, 0) + 1
    return tuple(sorted(counted.items()))
