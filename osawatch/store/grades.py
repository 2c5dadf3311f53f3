"""The desk's own grades of sources: a line a decision, the last one counts."""

from __future__ import annotations

from osawatch.graded import Given, Wrong
from osawatch.store.database import Connection
from osawatch.store.rows import at, seconds

GRADE = "coalesce(nullif(s.own_grade, ''), s.grade)"  # of `sources s`: the one in use
FIELDS = "source, grade, actor, post, at, why, what"


def shipped(connection: Connection, source: str) -> str | None:
    """The grade that a source came with, None = there is no such source."""
    row = connection.execute("SELECT grade FROM sources WHERE id = ?", (source,)).fetchone()
    return None if row is None else str(row[0])


def keep(connection: Connection, given: Given) -> None:
    """Write a decision down; a grade that it changes makes open alerts wait for a new score."""
    connection.execute(
        f"INSERT INTO grades({FIELDS}) VALUES(?, ?, ?, ?, ?, ?, ?)",
        (given.source, given.grade, given.who, given.post, seconds(given.at), given.why,
         given.what),
    )  # fmt: skip
    if given.what == "rejected":
        return
    connection.execute("UPDATE sources SET own_grade = ? WHERE id = ?", (given.grade, given.source))
    rate_again(connection, given.source)


def rate_again(connection: Connection, source: str) -> None:
    """Open alerts that hold its items wait for a new score."""
    connection.execute(
        "INSERT INTO regrade SELECT DISTINCT a.id FROM items i"
        " JOIN alert_items ai ON ai.item = i.n JOIN alerts a ON a.id = ai.alert"
        " WHERE i.source = ? AND a.status IN ('new', 'seen', 'in_hand', 'snoozed')"
        " ON CONFLICT DO NOTHING",
        (source,),
    )


def history(connection: Connection, source: str) -> list[Given]:
    """All decisions on a source, the newest first."""
    rows = connection.execute(
        f"SELECT {FIELDS} FROM grades WHERE source = ? ORDER BY n DESC", (source,)
    )
    return [_given(row) for row in rows]


def standing(connection: Connection) -> dict[str, Given]:
    """By source, the decision that gave it the desk's own grade."""
    rows = connection.execute(
        f"SELECT {FIELDS} FROM grades g WHERE n = (SELECT max(n) FROM grades o"
        " WHERE o.source = g.source AND o.what <> 'rejected') AND grade <> ''"
    )
    return {row[0]: _given(row) for row in rows}


def wrong(connection: Connection) -> list[tuple[str, str, str, tuple[Wrong, ...]]]:
    """(source, title, grade in use, what it got wrong since its grade was last decided).

    Copies are not blamed: the first to report is. Nor is what a person closed for another reason.
    """
    rows = connection.execute(
        f"SELECT DISTINCT s.id, s.title, {GRADE}, a.id, a.title, a.closed_at FROM alerts a"
        " JOIN alerts f ON f.id = a.id OR f.merged_into = a.id"
        " JOIN alert_items ai ON ai.alert = f.id JOIN items i ON i.n = ai.item"
        " JOIN sources s ON s.id = i.source"
        " WHERE a.status = 'closed' AND a.reason = 'was-wrong' AND i.copy_of = ''"
        " AND s.removed = 0 AND a.closed_at >"
        " coalesce((SELECT max(at) FROM grades g WHERE g.source = s.id), -1)"
        " ORDER BY s.id, a.closed_at DESC, a.id"
    )
    found: dict[str, tuple[str, str, list[Wrong]]] = {}
    for source, title, grade, alert, about, closed in rows:
        _, _, told = found.setdefault(source, (title, grade, []))
        told.append(Wrong(alert, about, at(closed)))
    return [(source, title, grade, tuple(told)) for source, (title, grade, told) in found.items()]


def marked(connection: Connection) -> list[str]:
    """The subjects of whose items some were called wrong, one by one."""
    rows = connection.execute("SELECT DISTINCT subject FROM events WHERE kind = 'wrong'")
    return [row[0] for row in rows]


def reporter(connection: Connection, item: str) -> tuple[str, str, str, str, int] | None:
    """Who reported an item: source, title, grade in use; its title; when that was decided last."""
    row = connection.execute(
        f"SELECT s.id, s.title, {GRADE}, i.title, coalesce((SELECT max(at) FROM grades g"
        " WHERE g.source = s.id), -1) FROM items i JOIN sources s ON s.id = i.source"
        " WHERE i.id = ? AND s.removed = 0",
        (item,),
    ).fetchone()
    return None if row is None else (row[0], row[1], row[2], row[3], row[4])


def waiting(connection: Connection) -> int:
    """How many alerts wait for a score by other grades."""
    return int(connection.execute("SELECT count(*) FROM regrade").fetchone()[0])


def take(connection: Connection, most: int) -> list[str]:
    """Some that wait; they wait no longer."""
    found = [row[0] for row in connection.execute("SELECT alert FROM regrade LIMIT ?", (most,))]
    connection.executemany("DELETE FROM regrade WHERE alert = ?", [(one,) for one in found])
    return found


def _given(row: tuple[str, str, str, str, int, str, str]) -> Given:
    source, grade, who, post, when, why, what = row
    return Given(source, grade, who, post, at(when), why, what)  # type: ignore[arg-type]
