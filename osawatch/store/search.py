"""Full-text search. Words fold case and accents.

Chinese and Japanese are indexed sign by sign, so that any run of signs is found as a phrase
(a trigram index cannot find two signs, and most Chinese words have two).

The index holds no text of its own (contentless): an entry is removed by giving its words again.
"""

from __future__ import annotations

import re

from osawatch.store.database import Connection

UNSPACED = re.compile(r"([\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff])")
BATCH = 500
TIDY = 200  # pages of the index in one transaction


def spaced(text: str) -> str:
    """Unspaced signs set apart, each a word of its own."""
    return UNSPACED.sub(r" \1 ", text) if UNSPACED.search(text) else text


def query(typed: str) -> str:
    """What a person typed as a query: all words, the last one as a beginning; "" = nothing.

    "Quoted words" are a phrase; a leading minus excludes.
    """
    terms = _terms(typed)
    wanted = [_quoted(text, last) for text, last, minus in terms if not minus]
    unwanted = [_quoted(text, last) for text, last, minus in terms if minus]
    if not wanted:
        return ""
    return " ".join(["(" + " AND ".join(wanted) + ")", *(f"NOT {one}" for one in unwanted)])


def add(connection: Connection, table: str, n: int, title: str, summary: str) -> None:
    """Index an item."""
    connection.execute(
        f"INSERT INTO {table}(rowid, title, summary) VALUES(?, ?, ?)",
        (n, spaced(title), spaced(summary)),
    )


def drop(connection: Connection, table: str, n: int, title: str, summary: str) -> None:
    """Take an item out again; the words must be those it was added with."""
    connection.execute(
        f"INSERT INTO {table}({table}, rowid, title, summary) VALUES('delete', ?, ?, ?)",
        (n, spaced(title), spaced(summary)),
    )


def catch_up(connection: Connection, most: int = BATCH) -> int:
    """Index items that are stored but not yet indexed; the result is how many were.

    Five hundred at a time cost a third of what they cost a source at a time. What a crash left
    unindexed comes with the next batch.
    """
    last = indexed(connection)
    rows = connection.execute(
        "SELECT n, title, summary FROM items WHERE n > ? ORDER BY n LIMIT ?", (last, most)
    ).fetchall()
    for n, title, summary in rows:
        add(connection, "items_fts", n, title, summary)
    if rows:
        connection.execute(
            "INSERT INTO meta VALUES('indexed', ?) ON CONFLICT(key) DO UPDATE"
            " SET value = excluded.value",
            (str(rows[-1][0]),),
        )
    return len(rows)


def tidy(connection: Connection, *, first: bool) -> bool:
    """A part of putting the index over items together anew; whether there is more to do.

    Words that were taken out stand in its older parts until then, and take their room.
    """
    before = connection.total_changes
    connection.execute(
        "INSERT INTO items_fts(items_fts, rank) VALUES('merge', ?)", (-TIDY if first else TIDY,)
    )
    return connection.total_changes - before > 1


def behind(connection: Connection) -> int:
    """How many items wait to be indexed."""
    newest = connection.execute("SELECT coalesce(max(n), 0) FROM items").fetchone()[0]
    return int(newest) - indexed(connection)


def indexed(connection: Connection) -> int:
    """The number of the last item in the index."""
    row = connection.execute("SELECT value FROM meta WHERE key = 'indexed'").fetchone()
    return int(row[0]) if row else 0


def rebuild(connection: Connection) -> int:
    """Both indexes anew from the texts there are; the result is how many entries they have."""
    connection.execute("INSERT INTO items_fts(items_fts) VALUES('delete-all')")
    connection.execute("INSERT INTO alert_fts(alert_fts) VALUES('delete-all')")
    connection.execute("DELETE FROM meta WHERE key = 'indexed'")
    found = 0
    while part := catch_up(connection):
        found += part
    held = connection.execute(
        "SELECT n, title, summary FROM items WHERE n IN (SELECT item FROM alert_items)"
    ).fetchall()
    for n, title, summary in held:
        add(connection, "alert_fts", n, title, summary)
    return found + len(held)


def faults(connection: Connection) -> list[str]:
    """What is wrong with the indexes; empty when they are sound and complete."""
    found = []
    for table, there in (
        ("items_fts", f"SELECT count(*) FROM items WHERE n BETWEEN 1 AND {indexed(connection)}"),
        ("alert_fts", "SELECT count(DISTINCT item) FROM alert_items"),
    ):
        connection.execute(f"INSERT INTO {table}({table}) VALUES('integrity-check')")
        held = connection.execute(f"SELECT count(*) FROM {table}_docsize").fetchone()[0]
        wanted = connection.execute(there).fetchone()[0]
        if held != wanted:
            found.append(f"search index {table}: {held} entries for {wanted} items")
    return found


def _terms(typed: str) -> list[tuple[str, bool, bool]]:
    """(text, may be a beginning, excluded) of each word or quoted phrase."""
    found: list[tuple[str, bool, bool]] = []
    for minus, phrase, word in re.findall(r'(-?)(?:"([^"]*)"?|([^\s"]+))', typed):
        text = spaced(phrase or word)
        if re.search(r"\w", text):
            found.append((" ".join(text.split()), not phrase, bool(minus)))
    open_ended = not typed.endswith((" ", '"'))
    return [
        (text, begins and open_ended and number == len(found), minus)
        for number, (text, begins, minus) in enumerate(found, 1)
    ]


def _quoted(text: str, beginning: bool) -> str:  # noqa: FBT001 # private, two callers
    return '"' + text.replace('"', "").replace("\0", "") + '"' + ("*" if beginning else "")
