"""All that a desk has is in the folder, in forms that any program reads, or there is no folder."""

from __future__ import annotations

import csv
import io
import json
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from osawatch.cli import archive_all
from osawatch.cli.main import main
from osawatch.core import Core
from osawatch.errors import BadInput
from osawatch.model import Filter
from osawatch.parquet import archive
from osawatch.registers.model import SHAPES
from osawatch.sample import load
from osawatch.store import events
from tests.worked import work


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Core]:
    """The sample desk, worked; read once, since it takes seconds."""
    room = tmp_path_factory.mktemp("desk")
    with Core(room / "p") as core:
        load(core.news, core.now())
        work(core)
        alert = core.alerts(Filter(view="all"))[0].id
        file = room / "letter.txt"
        file.write_text("from the sector")
        core.attaching.put(alert, file)
        yield core


def lines(folder: Path, name: str) -> list[dict[str, Any]]:
    text = (folder / f"{name}.jsonl").read_text("utf-8")
    return [json.loads(line) for line in text.split("\n") if line]


def test_everything_of_a_worked_desk_is_there(desk: Core, tmp_path: Path) -> None:
    folder = tmp_path / "out" / "all"
    given = archive_all.give(desk, folder)
    stats = desk.care.stats()
    index = archive.read_index(folder)
    assert index.items == given.counts["items"] == stats["items"]
    with desk._store.reading() as connection:
        log = events.everything(connection)
    assert [(one["id"], one["data"]) for one in lines(folder, "events")] == [
        (one.id, dict(one.data)) for one in log
    ]
    every = {one.id for one in desk.alerts(Filter(view="all"))}
    assert every <= {one["id"] for one in lines(folder, "alerts")}
    assert {one["alert"] for one in lines(folder, "stories")} >= every
    cases = {one["id"]: one for one in lines(folder, "cases")}
    assert set(cases) == {one.id for one in desk.cases.every(closed=True)}
    assert all(one["log"] for one in cases.values())
    assert len(lines(folder, "measures")) == len(desk.records.every()) > 0
    assert [one["title"] for one in lines(folder, "situations")] == ["Strait closed"]
    for name in SHAPES:
        text = (folder / "registers" / f"{name}.csv").read_text("utf-8-sig")
        assert len(list(csv.reader(io.StringIO(text)))) - 1 == len(desk.registers.every(name)) > 0
    assert (folder / "sources.opml").read_bytes().count(b"<outline") >= len(desk.sources.rows())
    assert json.loads((folder / "setup.json").read_bytes())
    [attached] = lines(folder, "attachments")
    assert (folder / attached["file"]).read_text() == "from the sector"
    readme = (folder / "README.txt").read_text("utf-8")
    for path in set(folder.iterdir()) - {folder / "README.txt"}:
        assert path.name.split("-2")[0].split(".")[0] in readme, path.name


def test_a_folder_that_is_there_or_a_stop_leaves_nothing(desk: Core, tmp_path: Path) -> None:
    here = tmp_path / "here"
    here.mkdir()
    with pytest.raises(BadInput, match="is there already"):
        archive_all.give(desk, here)
    stop = threading.Event()
    stop.set()
    with pytest.raises(BadInput, match="stopped"):
        archive_all.give(desk, tmp_path / "new", cancel=stop)
    assert {path.name for path in tmp_path.iterdir()} == {"here"}


def test_it_is_not_written_above_the_limit_of_the_desk(desk: Core, tmp_path: Path) -> None:
    case = desk.cases.every()[0]
    before = desk.settings()
    desk.cases.paper(case.id, "memo", "txt", "TLP:AMBER", "0" * 64)
    given = archive_all.give(desk, tmp_path / "one")
    assert given.marking == "TLP:AMBER"
    assert "at least: TLP:AMBER" in (tmp_path / "one" / "README.txt").read_text("utf-8")
    desk.save_settings(replace(desk.settings(), highest_marking="TLP:GREEN"))
    with pytest.raises(BadInput, match="above what this desk may write"):
        archive_all.give(desk, tmp_path / "two")
    desk.save_settings(before)


def test_the_command_says_how_many_of_each_and_warns(
    desk: Core, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = ["--profile", str(desk.profile.folder), "archive", "export", str(tmp_path / "a")]
    assert main([*given, "--all", "--json"]) == 0
    told = capsys.readouterr()
    assert json.loads(told.out)["cases"] == 3
    assert "more sensitive than each alone" in told.err
    assert main([*given, "--all"]) == 2
