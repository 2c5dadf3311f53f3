"""The store: connections, search, what it refuses."""

from __future__ import annotations

import sqlite3
import stat
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osawatch.errors import StoreError
from osawatch.store import search
from osawatch.store.database import Store, connect


@pytest.fixture
def store(tmp_path: Path):
    made = Store(tmp_path / "a.db")
    yield made
    made.close()


def put(store: Store, key: str) -> None:
    with store.writing() as connection:
        connection.execute("INSERT INTO meta VALUES(?, '')", (key,))


def keys(store: Store) -> list[str]:
    with store.reading() as connection:
        return [row[0] for row in connection.execute("SELECT key FROM meta ORDER BY key")]


@pytest.mark.skipif(sys.platform == "win32", reason="file modes are a thing of POSIX")
def test_only_the_owner_can_read_the_files_of_a_store(store: Store, tmp_path: Path) -> None:
    put(store, "a")

    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}

    assert set(modes.values()) == {0o600}
    assert len(modes) == 3


def test_a_transaction_is_all_or_nothing(store: Store) -> None:
    def half() -> None:
        with store.writing() as connection:
            connection.execute("INSERT INTO meta VALUES('a', '')")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        half()

    assert keys(store) == []


def test_every_thread_writes_and_none_is_lost(store: Store) -> None:
    threads = [
        threading.Thread(target=lambda n=n: [put(store, f"{n}-{i}") for i in range(20)])
        for n in range(6)
    ]

    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(keys(store)) == 120


def test_a_reader_sees_one_moment_while_others_write(store: Store) -> None:
    put(store, "a")
    with store.reading() as connection:
        before = connection.execute("SELECT count(*) FROM meta").fetchone()
        writer = threading.Thread(target=put, args=(store, "b"))
        writer.start()
        writer.join()
        after = connection.execute("SELECT count(*) FROM meta").fetchone()

    assert before == after == (1,)
    assert keys(store) == ["a", "b"]


def test_errors_of_sqlite_come_out_as_ours(store: Store) -> None:
    with pytest.raises(StoreError, match="syntax") as caught, store.reading() as connection:
        connection.execute("SELEC")

    assert not caught.value.fatal
    assert isinstance(caught.value.__cause__, sqlite3.Error)


def test_a_file_that_is_no_database_is_refused_in_words(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    path.write_bytes(b"this is not a database, but a note of some length" * 40)

    with pytest.raises(StoreError, match="not a database") as caught:
        Store(path)

    assert caught.value.fatal


def test_a_profile_of_a_newer_program_is_refused_in_words(store: Store, tmp_path: Path) -> None:
    with store.writing() as connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations(migration_set, name, applied_at)"
            " VALUES('osawatch', 'm999_future', '')"
        )

    with pytest.raises(StoreError, match="newer OSAwatch"):
        Store(tmp_path / "a.db")


def test_a_closed_store_says_so_and_leaves_no_connection_open(tmp_path: Path) -> None:
    store = Store(tmp_path / "a.db")
    thread = threading.Thread(target=keys, args=(store,))
    thread.start()
    thread.join()

    store.close()

    with pytest.raises(StoreError, match="closed"):
        keys(store)


def test_connections_of_finished_threads_are_closed(store: Store) -> None:
    for _ in range(10):
        thread = threading.Thread(target=keys, args=(store,))
        thread.start()
        thread.join()

    assert len(store._open) <= 2


@pytest.mark.parametrize("statement", ["UPDATE events SET actor = 'x'", "DELETE FROM events"])
def test_the_event_log_cannot_be_changed(store: Store, statement: str) -> None:
    with store.writing() as connection:
        connection.execute(
            "INSERT INTO events(id, hlc, device, dev_seq, actor, post, kind, subject, data)"
            " VALUES('a', '', 'd', 1, '', '', 'seen', 's', '{}')"
        )

    with pytest.raises(StoreError, match="append-only"), store.writing() as connection:
        connection.execute(statement)


TEXTS = {
    1: ("China beschränkt Gallium-Ausfuhr", "Lizenzpflicht für Händler"),
    2: ("公告：对镓、锗实施出口许可管理", "自四月一日起"),
    3: ("Côte d'Ivoire limite le cacao", "Énergie et matières"),
    4: ("ガリウムの輸出規制", "経済産業省"),
    5: ("Экспорт галлия ограничен", "Министерство"),
}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("gall", {1}),
        ("beschrankt", {1}),
        ("CÔTE", {3}),
        ("energie", {3}),
        ("出口", {2}),
        ("出口许可", {2}),
        ("许出", set()),
        ("規制", {4}),
        ("галл", {5}),
        ('"lizenzpflicht für"', {1}),
        ("china lizenz", {1}),
        ("china cacao", set()),
        ("limite -cacao", set()),
        ("", set()),
        ("   ", set()),
        ("-", set()),
        ("'\"; DROP TABLE items", set()),
        ("gallium OR", set()),
    ],
)
def test_search_finds_what_is_typed_in_any_script(
    store: Store, typed: str, found: set[int]
) -> None:
    with store.writing() as connection:
        for n, (title, summary) in TEXTS.items():
            search.add(connection, "items_fts", n, title, summary)

    assert matching(store, typed) == found


def test_a_text_taken_out_of_the_index_is_no_longer_found(store: Store) -> None:
    with store.writing() as connection:
        search.add(connection, "items_fts", 1, *TEXTS[2])
        search.drop(connection, "items_fts", 1, *TEXTS[2])

    assert matching(store, "出口") == set()


@given(st.text(max_size=60))
def test_nothing_that_is_typed_breaks_the_search(typed: str) -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE t USING fts5(a)")
    wanted = search.query(typed)
    found = connection.execute("SELECT * FROM t WHERE t MATCH ?", (wanted,)) if wanted else ()
    assert list(found) == []
    connection.close()


def matching(store: Store, typed: str) -> set[int]:
    wanted = search.query(typed)
    if not wanted:
        return set()
    with store.reading() as connection:
        rows = connection.execute("SELECT rowid FROM items_fts WHERE items_fts MATCH ?", (wanted,))
        return {row[0] for row in rows}


def test_the_log_of_writes_is_on_and_keys_are_checked(tmp_path: Path) -> None:
    connection = connect(tmp_path / "a.db")

    found = [
        connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("journal_mode", "foreign_keys", "synchronous")
    ]
    connection.close()

    assert found == ["wal", 1, 2]
