"""A profile of every earlier form opens with all it holds; one of a newer program is refused.

The earlier profiles are made by the steps that made them then: the first K steps run on an empty
file, and the rows of a worked sample desk go into the tables and columns that there were.
"""

from __future__ import annotations

import shutil
import sqlite3
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from osawatch.cli.main import main
from osawatch.core import Core
from osawatch.errors import StoreError
from osawatch.model import Action, Filter
from osawatch.store import schema
from tests.osawatch import schemas

MARKS = {"tellings": "tellings%", "measures": "measures%"}
KEPT = {
    "items": "SELECT n, id, source, title, summary, url, first_seen, version FROM items ORDER BY n",
    "versions": "SELECT * FROM item_versions ORDER BY item, version",
    "events": "SELECT * FROM events ORDER BY n",
    "sources": "SELECT id, url, enabled, etag, last_success FROM sources ORDER BY id",
}


@dataclass(frozen=True, slots=True)
class Desk:
    """A profile of today, and what a person sees of it."""

    folder: Path
    alerts: list[tuple[str, str, str, str]]
    rows: dict[str, list[tuple[object, ...]]]


def seen(core: Core) -> list[tuple[str, str, str, str]]:
    return sorted((a.id, a.status, a.reason, a.assignee) for a in core.alerts(Filter()))


def rows(database: Path) -> dict[str, list[tuple[object, ...]]]:
    with sqlite3.connect(database) as connection:
        found = {name: connection.execute(sql).fetchall() for name, sql in KEPT.items()}
    connection.close()
    return found


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    folder = tmp_path_factory.mktemp("today") / "profile"
    with Core(folder) as core:
        core.init_profile(sample=True)
        core.save_settings(replace(core.settings(), name="Ada", post="Post", ready=True))
        one, two, three, four = [alert.id for alert in core.alerts(Filter())][:4]
        core.triage(Action("take", (one,)))
        core.triage(Action("close", (two,), {"relevant": False, "reason": "old-news"}))
        core.triage(Action("close", (three,), {"relevant": True}))
        core.triage(Action("seen", (four,)))
        alerts, database = seen(core), core.profile.database
    return Desk(folder, alerts, rows(database))


def made_by_the_first(steps: int, desk: Desk, folder: Path) -> Path:
    """The profile as a program with that many steps would have left it."""
    shutil.copytree(desk.folder, folder)
    with Core(folder) as core:
        path = core.profile.database
    today = path.with_name("today.sqlite")
    path.rename(today)
    for rest in path.parent.glob(f"{path.name}-*"):
        rest.unlink()
    connection = sqlite3.connect(path, isolation_level=None)
    early = Migrations(schema.SET)
    for step in schema.STEPS[:steps]:
        early(name=step.__name__)(step)
    early.apply(Database(connection, execute_plugins=False))
    connection.execute("ATTACH ? AS today", (str(today),))
    connection.execute("PRAGMA foreign_keys=OFF")
    _fill(connection)
    connection.execute("DETACH today")
    connection.close()
    today.unlink()
    return folder


def _fill(connection: sqlite3.Connection) -> None:
    sql = (
        "SELECT name FROM {}.sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
    )
    now = {name for (name,) in connection.execute(sql.format("today"))}
    for (table,) in connection.execute(sql.format("main")).fetchall():
        if table in now and not table.startswith(("_sqlite", "sqlite_")):
            columns = ", ".join(_both(connection, table))
            if table != "events":  # what the step itself put there; events refuse to go
                connection.execute(f"DELETE FROM main.{table}")  # noqa: S608
            rows_ = f"SELECT {columns} FROM today.{table}"  # noqa: S608
            connection.execute(f"INSERT INTO main.{table}({columns}) {rows_}")
    for table, keys in MARKS.items():  # no program of then could say that it derived these
        if table not in {name for (name,) in connection.execute(sql.format("main"))}:
            connection.execute("DELETE FROM main.meta WHERE key LIKE ?", (keys,))


def _both(connection: sqlite3.Connection, table: str) -> list[str]:
    then, now = (
        [row[1] for row in connection.execute(f"PRAGMA {part}.table_info({table})")]
        for part in ("main", "today")
    )
    return [f'"{name}"' for name in then if name in now]


@pytest.mark.slow
@pytest.mark.parametrize("steps", range(1, len(schema.STEPS) + 1))
def test_a_profile_of_each_earlier_form_keeps_all_it_holds(
    desk: Desk, tmp_path: Path, steps: int
) -> None:
    folder = made_by_the_first(steps, desk, tmp_path / "profile")

    with Core(folder) as core:
        assert core.care.doctor() == []
        assert seen(core) == desk.alerts
        database = core.profile.database
    assert rows(database) == desk.rows
    assert desk.alerts
    assert all(desk.rows[name] for name in ("items", "events", "sources"))


def test_no_step_that_was_shipped_is_edited_afterwards() -> None:
    """A new step is added by `python -m tests.osawatch.schemas`; an edited one is undone."""
    now, then = schemas.forms(), schemas.frozen()

    assert [name for name in now if name not in then] == [], "run python -m tests.osawatch.schemas"
    assert {name: now.get(name) for name in then} == then
    assert list(now) == sorted(now), "steps run in the order of their names"


def test_a_profile_of_a_newer_program_is_refused_and_stays_as_it_is(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "profile"
    shutil.copytree(desk.folder, folder)
    with Core(folder) as core:
        database = core.profile.database
    with sqlite3.connect(database) as connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations(migration_set, name, applied_at) VALUES(?, ?, '')",
            (schema.SET, "m999_tomorrow"),
        )
    connection.close()

    with pytest.raises(StoreError, match=r"newer OSAwatch .*update the program"):
        Core(folder)
    assert main(["--profile", str(folder), "alerts", "list"]) == 1

    told = capsys.readouterr()
    assert "update the program" in told.err
    assert "Traceback" not in told.err
    assert rows(database) == desk.rows
