"""Rules tried on an archive give what they give on the store, wherever they run."""

from __future__ import annotations

import os
import shutil
import signal
import threading
import warnings
from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from osawatch.backtest import Asked
from osawatch.core import Core
from osawatch.errors import BadInput
from osawatch.parquet import archive, runs, scan
from osawatch.parquet.runs import Where
from osawatch.rulebook import Rulebook
from osawatch.store.replay import Past
from rules.model import Text
from tests.fakes import Clock, source

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
SINCE = NOON - timedelta(days=120)
RULE = """schema: 1
id: gallium-news
title: Gallium is named
level: low
guidance: Read.
match: {word: {any: {en: [gallium]}}}
condition: word
alert: {group_by: [publisher], merge_window: 24h}
tests:
  - {name: yes, item: {title: Gallium again, language: en}, expect: match}
  - {name: no, item: {title: Copper again, language: en}, expect: no-match}
"""


@pytest.fixture
def rule(tmp_path: Path) -> Path:
    path = tmp_path / "gallium.yml"
    path.write_text(RULE.replace("group_by: [publisher], ", ""))
    return path


@pytest.fixture
def core(tmp_path: Path) -> Iterator[Core]:
    """The shipped rules, and a hundred items over four months."""
    from feeds.model import Document, Item
    from osawatch import intake

    with Core(tmp_path / "profile", clock=Clock(NOON)) as made:
        spec = source("wire")
        made.sources.add(spec)
        items = tuple(
            Item(
                "rss", f"g{number}", f"https://wire.example/{number}",
                f"{'Gallium' if number % 3 else 'Copper'} shipment number {number} leaves port",
                published=NOON - timedelta(days=number),
            )
            for number in range(100)
        )  # fmt: skip
        intake.take_in(made._house.desk(), spec, [Document("rss", items)], NOON)
        yield made


def told(report: Any) -> dict[str, Any]:
    """A report without the span that only today decides, and without what only archives give."""
    found = asdict(report)
    for name in ("until", "cards", "bursts", "untold"):
        del found[name]
    for one in found["rules"]:
        del one["a_week"]
    return found


def test_an_archive_holds_every_item_as_it_was(core: Core, tmp_path: Path) -> None:
    index = core.backtests.export(tmp_path / "archive")
    assert index.items == 100
    assert [one.file for one in index.partitions] == sorted(one.file for one in index.partitions)
    assert archive.read_index(tmp_path / "archive") == index
    found = [
        one
        for part in index.partitions
        for one in archive.items(tmp_path / "archive" / part.file, SINCE)
    ]
    from osawatch.store import replay

    with core._store.reading() as connection:
        stored = replay.page(connection, SINCE, NOON)
    # when an item came in is no column of an archive: there an exception goes by its day alone
    here = [replace(one, n=0, text=replace(one.text, seen=None)) for one in stored]
    assert [replace(one, n=0) for one in found] == here


def test_the_same_items_are_the_same_bytes(core: Core, tmp_path: Path) -> None:
    first, second = (core.backtests.export(tmp_path / name) for name in ("one", "two"))
    assert first == second


def test_rules_give_on_the_archive_what_they_give_on_the_store(
    core: Core, tmp_path: Path, rule: Path
) -> None:
    core.backtests.export(tmp_path / "archive")
    asked = Asked((rule,), SINCE)
    mine = core.backtests.over_archive(asked, Where(tmp_path / "archive"))
    assert mine.items == 100
    assert mine.rules[0].hits == 66
    assert told(mine) == told(core.backtests.run(asked))


def test_a_run_that_was_stopped_goes_on_and_gives_the_same(
    core: Core, tmp_path: Path, rule: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    core.backtests.export(tmp_path / "archive")
    asked, where = Asked((rule,), SINCE), Where(tmp_path / "archive")
    stop, read = threading.Event(), []
    whole = scan.scan
    monkeypatch.setattr(scan, "scan", lambda *some: (read.append(some), whole(*some))[1])
    cut = core.backtests.over_archive(asked, where, lambda _done, _all: stop.set(), stop)
    assert not cut.complete
    assert len(read) == 1
    again = core.backtests.over_archive(asked, where)
    assert len(read) == len(archive.read_index(where.folder).partitions)
    assert again.complete
    assert told(again) == told(core.backtests.run(asked))
    (next((core.profile.folder / "archive-runs").rglob("*.txt"))).write_text("{cut off")
    assert told(core.backtests.over_archive(asked, where)) == told(again)


@pytest.mark.slow
def test_two_worker_processes_give_the_same_bytes_and_one_may_be_killed(
    core: Core, tmp_path: Path, rule: Path
) -> None:
    distributed = pytest.importorskip(
        "distributed", reason="Dask is not installed: osawatch[archive]"
    )
    core.backtests.export(tmp_path / "archive")
    asked = Asked((rule,), SINCE)
    here = runs.run(core.rulebook, asked, Where(tmp_path / "archive"), tmp_path / "kept-here")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        cluster = distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None,
            host="127.0.0.1",
        )  # fmt: skip
        with cluster, distributed.Client(cluster) as client:
            pids = list(client.run(os.getpid).values())

            def kill(_done: int, _all: int) -> None:
                if pids:
                    os.kill(pids.pop(), signal.SIGKILL)
                    pids.clear()

            where = Where(tmp_path / "archive", cluster.scheduler_address)
            there = runs.run(core.rulebook, asked, where, tmp_path / "kept-there", kill)
    assert repr(there) == repr(here)
    for path in (tmp_path / "kept-here").rglob("*.txt"):
        other = tmp_path / "kept-there" / path.relative_to(tmp_path / "kept-here")
        assert other.read_bytes() == path.read_bytes()


def test_a_file_in_the_place_of_another_is_refused_and_leaves_no_result_behind(
    core: Core, tmp_path: Path, rule: Path
) -> None:
    core.backtests.export(tmp_path / "good")
    shutil.copytree(tmp_path / "good", tmp_path / "bad")
    first, second = sorted((tmp_path / "bad").glob("*.parquet"))[:2]
    shutil.copyfile(first, second)
    asked = Asked((rule,), SINCE)

    with pytest.raises(BadInput, match=rf"{second.name}: is not the file that index.json tells of"):
        core.backtests.over_archive(asked, Where(tmp_path / "bad"))

    good = core.backtests.over_archive(asked, Where(tmp_path / "good"))
    assert told(good) == told(core.backtests.run(asked))


def test_a_file_that_is_gone_or_cut_is_named(core: Core, tmp_path: Path, rule: Path) -> None:
    core.backtests.export(tmp_path / "archive")
    last = max((tmp_path / "archive").glob("*.parquet"))
    last.write_bytes(last.read_bytes()[:-100])
    asked, where = Asked((rule,), SINCE), Where(tmp_path / "archive")

    with pytest.raises(BadInput, match=f"{last.name}: is not the file"):
        core.backtests.over_archive(asked, where)
    last.unlink()
    with pytest.raises(BadInput, match=f"{last.name}: cannot be read: "):
        core.backtests.over_archive(asked, where)


@pytest.mark.slow
def test_a_scheduler_without_workers_is_told(
    core: Core, tmp_path: Path, rule: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    distributed = pytest.importorskip(
        "distributed", reason="Dask is not installed: osawatch[archive]"
    )
    core.backtests.export(tmp_path / "archive")
    monkeypatch.setattr(runs, "PATIENCE_S", 0.3)
    cluster = distributed.LocalCluster(n_workers=0, dashboard_address=None, host="127.0.0.1")
    where = Where(tmp_path / "archive", cluster.scheduler_address)
    with cluster, pytest.raises(BadInput, match="--scheduler: has no workers: start some"):
        core.backtests.over_archive(Asked((rule,), SINCE), where)


def test_a_folder_that_is_no_archive_is_told(core: Core, tmp_path: Path, rule: Path) -> None:
    asked = Asked((rule,), SINCE)
    for name, why in (("none", "no folder"), ("empty", "no Parquet files")):
        if name == "empty":
            (tmp_path / name).mkdir()
        with pytest.raises(BadInput, match=why):
            core.backtests.over_archive(asked, Where(tmp_path / name))
    (tmp_path / "empty" / "x.parquet").write_bytes(b"no parquet")
    with pytest.raises(BadInput, match="columns of an archive"):
        core.backtests.over_archive(asked, Where(tmp_path / "empty"))
    (tmp_path / "empty" / "index.json").write_text(
        '{"format":"osawatch-archive/1","partitions":'
        '[{"file":"../x","items":1,"first":"2026-01-01","last":"2026-01-01","sha256":"0"}],"days":null}'
    )
    with pytest.raises(BadInput, match="names a file outside"):
        core.backtests.over_archive(asked, Where(tmp_path / "empty"))


def test_files_of_others_with_our_columns_are_read_without_an_index(
    tmp_path: Path, rule: Path, core: Core
) -> None:
    rows = [
        Past(0, f"i{n}", NOON - timedelta(days=n), True, Text("Gallium", language="en"))
        for n in range(3)
    ]
    (tmp_path / "theirs").mkdir()
    archive.write(tmp_path / "theirs" / "a.parquet", rows)
    assert isinstance(core.rulebook, Rulebook)
    found = core.backtests.over_archive(Asked((rule,), SINCE), Where(tmp_path / "theirs"))
    assert found.rules[0].hits == 3


def test_an_authority_stays_one_and_archives_that_did_not_keep_it_are_read(tmp_path: Path) -> None:
    import polars as pl

    rows = [
        Past(0, f"i{n}", NOON - timedelta(days=n), True, Text("Gallium", language="en"), n == 1)
        for n in range(3)
    ]
    path = tmp_path / "a.parquet"
    archive.write(path, rows)
    assert [one.official for one in archive.items(path, SINCE)] == [False, True, False]
    pl.read_parquet(path).drop("official").write_parquet(path)
    assert [one.id for one in archive.items(path, SINCE)] == ["i2", "i1", "i0"]
    assert not any(one.official for one in archive.items(path, SINCE))


def test_a_rule_over_time_hears_an_authority_at_once_on_an_archive_too(
    core: Core, tmp_path: Path, rule: Path
) -> None:
    over_time = tmp_path / "often.yml"
    over_time.write_text(
        RULE.replace("group_by: [publisher], merge_window: 24h", "type: frequency, window: 24h,"
                     " threshold: 5").replace("gallium-news", "gallium-often")
    )  # fmt: skip
    rows = [
        Past(n, f"i{n}", NOON - timedelta(days=9 - n), True,
             Text("Gallium", language="en", kind="news", publisher="p"), n == 4)
        for n in range(8)
    ]  # fmt: skip
    (tmp_path / "mixed").mkdir()
    archive.write(tmp_path / "mixed" / "a.parquet", rows)
    (found,) = core.backtests.over_archive(
        Asked((over_time,), SINCE), Where(tmp_path / "mixed")
    ).rules
    assert (found.hits, found.alerts) == (8, 1)
    assert found.examples[0].because == "official"
