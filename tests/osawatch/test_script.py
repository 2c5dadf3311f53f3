"""Scripts of SQL inside an open transaction."""

from __future__ import annotations

import sqlite3

import pytest
from sqlite_utils import Database

from osawatch.store import script

TRIGGER = """
CREATE TABLE said(words TEXT); -- one; with a remark
CREATE TABLE heard(words TEXT);
CREATE TRIGGER told AFTER INSERT ON said BEGIN
  INSERT INTO heard VALUES (new.words || ';');
  INSERT INTO heard VALUES ('again; ' || new.words);
END;
INSERT INTO said VALUES ('one; two');
"""


@pytest.fixture
def db() -> Database:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute("BEGIN")
    return Database(connection)


def test_a_script_with_a_trigger_and_stops_in_its_texts_is_run_whole(db: Database) -> None:
    script.execute(db, TRIGGER)
    assert [row[0] for row in db.execute("SELECT words FROM heard")] == [
        "one; two;",
        "again; one; two",
    ]


def test_the_transaction_stays_open_and_takes_all_of_a_script_back(db: Database) -> None:
    script.execute(db, TRIGGER)
    db.conn.rollback()
    assert db.table_names() == []


def test_a_statement_without_a_stop_is_run_and_one_without_an_end_is_an_error(db: Database) -> None:
    script.execute(db, "CREATE TABLE one(x)")
    assert db.table_names() == ["one"]
    with pytest.raises(sqlite3.OperationalError):
        script.execute(db, "CREATE TABLE two(x);\nCREATE TABLE three(x DEFAULT 'no end")
