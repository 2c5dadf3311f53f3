"""A sample desk can be taken off again, and nothing of the world goes with it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from osawatch.cli.main import main
from osawatch.core import Core
from osawatch.model import Filter
from tests.osawatch.commands import Said

FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>T</title>
<link>https://a.example/</link><item><title>Gallium: exports need a licence</title>
<link>https://a.example/1</link><guid>1</guid></item></channel></rss>"""


Run = Callable[..., Said]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "desk"


@pytest.fixture
def desk(folder: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*words: str) -> Said:
        code = main(["--profile", str(folder), "--lang", "en", *words])
        return Said(code, *capsys.readouterr())

    assert run("init", "--sample", "--name", "Ada").code == 0
    return run


def held(folder: Path) -> int:
    with Core(folder) as core:
        return len(core.alerts(Filter()))


def test_the_desk_is_empty_again_and_the_sample_lies_aside(desk: Run, folder: Path) -> None:
    before = held(folder)
    settings = (folder / "settings.json").read_bytes()
    assert before

    assert desk("sample", "remove").code == 0

    assert held(folder) == 0
    assert (folder / "settings.json").read_bytes() == settings
    (aside,) = folder.glob("sample-*.db")
    with sqlite3.connect(aside) as connection:
        assert connection.execute("SELECT count(*) FROM items").fetchone()[0] > 0
    connection.close()
    assert desk("doctor").code == 0
    again = desk("sample", "remove")
    assert again.code == 2
    assert "holds no sample desk" in again.err


def test_a_desk_that_holds_items_of_the_world_stays_as_it_is(
    desk: Run, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "feed.xml").write_text(FEED)
    assert desk("ingest", str(tmp_path / "feed.xml")).code == 0
    before = held(folder)

    refused = desk("sample", "remove")

    assert refused.code == 2
    assert "holds 1 items that are not of the sample" in refused.err
    assert held(folder) == before


def test_a_measure_that_ended_meanwhile_does_not_keep_the_sample(desk: Run, folder: Path) -> None:
    with closing(sqlite3.connect(folder / "osawatch.db")) as connection, connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("UPDATE items SET source = 'calendar' WHERE n = 1")

    assert desk("sample", "remove").code == 0
    assert held(folder) == 0


def test_a_desk_that_is_open_elsewhere_stays_as_it_is(desk: Run, folder: Path) -> None:
    with Core(folder) as core:
        before = len(core.alerts(Filter()))

        refused = desk("sample", "remove")

        assert refused.code == 2
        assert "is open in a window" in refused.err
        assert len(core.alerts(Filter())) == before
    assert not list(folder.glob("sample-*.db"))
