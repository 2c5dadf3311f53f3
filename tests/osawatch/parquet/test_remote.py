"""An archive at an address is the same archive, or it is told why it is none."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osawatch.backtest import Asked
from osawatch.core import Core
from osawatch.errors import BadInput
from osawatch.parquet import archive
from osawatch.parquet.model import Index, Partition
from osawatch.parquet.runs import Where
from osawatch.store.replay import Past
from rules.model import Text
from tests.fakes import Clock
from tests.servers import Handler, running

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
SINCE = NOON - timedelta(days=365)
RULE = """schema: 1
id: gallium-news
title: Gallium is named
level: low
guidance: Read.
match: {word: {any: {en: [gallium]}}}
condition: word
alert: {merge_window: 24h}
tests:
  - {name: yes, item: {title: Gallium again, language: en}, expect: match}
  - {name: no, item: {title: Copper again, language: en}, expect: no-match}
"""


@dataclass
class Site:
    """A server of a folder. `cut`: files whose answer breaks off halfway; `asked`: what was."""

    url: str = ""
    cut: set[str] = field(default_factory=set)
    asked: list[str] = field(default_factory=list)


@contextmanager
def site(folder: Path) -> Iterator[Site]:
    told = Site()

    class Files(Handler):
        def do_GET(self) -> None:
            name = self.path.rpartition("/")[2]
            told.asked.append(name)
            path = folder / name
            if not path.is_file():
                return self.answer(404)
            body = path.read_bytes()
            if name not in told.cut:
                return self.answer(200, body)
            head = f"HTTP/1.1 200 OK\r\nContent-Length: {len(body)}\r\n\r\n".encode()
            self.wfile.write(head + body[: len(body) // 2])
            self.close_connection = True
            return None

    with running(Files) as server:
        told.url = f"http://127.0.0.1:{server.server_address[1]}/news"
        yield told


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three months of forty items each."""
    made, parts = tmp_path / "served", []
    made.mkdir()
    for month in (3, 2, 1):
        rows = [
            Past(
                n, f"{month}-{n:03}", NOON - timedelta(days=30 * month, hours=-n), True,
                Text(f"{'Gallium' if n % 2 else 'Copper'} {month} {n}", language="en"),
            )
            for n in range(40)
        ]  # fmt: skip
        path = made / f"items-{month}.parquet"
        archive.write(path, rows)
        parts.append(
            Partition(
                path.name, 40, rows[0].at, rows[-1].at, archive.digest(path), path.stat().st_size
            )
        )
    archive.put_index(made, Index(tuple(parts), None))
    return made


@pytest.fixture
def rule(tmp_path: Path) -> Path:
    path = tmp_path / "gallium.yml"
    path.write_text(RULE)
    return path


@pytest.fixture
def core(tmp_path: Path) -> Iterator[Core]:
    with Core(tmp_path / "profile", clock=Clock(NOON)) as made:
        yield made


def test_an_archive_at_an_address_gives_what_the_folder_gives(
    core: Core, folder: Path, rule: Path
) -> None:
    asked = Asked((rule,), SINCE)
    near = core.backtests.over_archive(asked, Where(folder))
    with site(folder) as served:
        far = core.backtests.over_archive(asked, Where(Path(), url=served.url))
        again = core.backtests.over_archive(asked, Where(Path(), url=f"{served.url}/index.json"))
    assert far.items == 120
    assert repr(far) == repr(near) == repr(again)
    parts = [f"items-{month}.parquet" for month in (3, 2, 1)]
    assert served.asked == ["index.json", *parts, "index.json"]


def test_only_the_months_that_are_asked_for_are_fetched(
    core: Core, folder: Path, rule: Path
) -> None:
    asked = Asked((rule,), NOON - timedelta(days=40))
    with site(folder) as served:
        assert core.backtests.over_archive(asked, Where(Path(), url=served.url)).items == 40
    assert served.asked == ["index.json", "items-1.parquet"]


def test_a_part_that_is_not_what_the_index_says_is_not_used(
    core: Core, folder: Path, rule: Path
) -> None:
    part = folder / "items-2.parquet"
    whole = part.read_bytes()
    asked = Asked((rule,), SINCE)
    with site(folder) as served:
        where = Where(Path(), url=served.url)
        part.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
        with pytest.raises(BadInput, match=r"items-2\.parquet.*another SHA-256"):
            core.backtests.over_archive(asked, where)
        part.write_bytes(whole[:-1])
        with pytest.raises(BadInput, match=r"bytes for .*not used"):
            core.backtests.over_archive(asked, where)
        part.write_bytes(whole + b"x")
        with pytest.raises(BadInput, match="too big"):
            core.backtests.over_archive(asked, where)
        part.write_bytes(whole)
        assert core.backtests.over_archive(asked, where).items == 120
    assert served.asked.count("items-3.parquet") == 1


def test_a_missing_part_and_a_cut_line_are_told_and_made_good_the_next_time(
    core: Core, folder: Path, rule: Path
) -> None:
    asked = Asked((rule,), SINCE)
    (folder / "items-1.parquet").rename(folder / "away")
    with site(folder) as served:
        where = Where(Path(), url=served.url)
        served.cut.add("items-2.parquet")
        with pytest.raises(BadInput, match=r"items-2\.parquet.*cannot be fetched"):
            core.backtests.over_archive(asked, where)
        served.cut.clear()
        with pytest.raises(BadInput, match=r"items-1\.parquet.*404"):
            core.backtests.over_archive(asked, where)
        (folder / "away").rename(folder / "items-1.parquet")
        assert core.backtests.over_archive(asked, where).items == 120
    assert served.asked.count("items-3.parquet") == 1
    assert served.asked.count("items-2.parquet") == 2


def test_a_run_that_is_stopped_keeps_what_has_come(core: Core, folder: Path, rule: Path) -> None:
    asked, stop = Asked((rule,), SINCE), threading.Event()
    with site(folder) as served:
        where = Where(Path(), url=served.url)
        with pytest.raises(BadInput, match="stopped"):
            core.backtests.over_archive(asked, where, lambda _done, _all: stop.set(), stop)
        assert served.asked == ["index.json", "items-3.parquet"]
        assert core.backtests.over_archive(asked, where).items == 120


def test_a_part_that_was_changed_here_is_fetched_anew(core: Core, folder: Path, rule: Path) -> None:
    asked = Asked((rule,), SINCE)
    with site(folder) as served:
        where = Where(Path(), url=served.url)
        core.backtests.over_archive(asked, where)
        kept = next((core.profile.folder / "archive-cache").rglob("items-2.parquet"))
        kept.write_bytes(b"spoilt")
        assert core.backtests.over_archive(asked, where).items == 120
    assert served.asked.count("items-2.parquet") == 2


def test_what_the_index_no_longer_names_is_thrown_away(
    core: Core, folder: Path, rule: Path
) -> None:
    asked = Asked((rule,), SINCE)
    index = archive.read_index(folder)
    with site(folder) as served:
        where = Where(Path(), url=served.url)
        core.backtests.over_archive(asked, where)
        archive.put_index(folder, replace(index, partitions=index.partitions[1:]))
        assert core.backtests.over_archive(asked, where).items == 80
    assert not list((core.profile.folder / "archive-cache").rglob("items-3.parquet"))


def test_offline_nothing_is_asked_and_it_is_said(core: Core, folder: Path, rule: Path) -> None:
    core.save_settings(replace(core.settings(), network="offline"))
    with site(folder) as served, pytest.raises(BadInput, match="the network is switched off"):
        core.backtests.over_archive(Asked((rule,), SINCE), Where(Path(), url=served.url))
    assert served.asked == []


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("http://archive.example/news", "not https"),
        ("ftp://archive.example/news", "no https address"),
        ("https://archive.example/news?key=1", "leave out"),
        ("https:///news", "no https address"),
    ],
)
def test_addresses_that_nobody_vouches_for_are_refused(
    core: Core, rule: Path, url: str, why: str
) -> None:
    with pytest.raises(BadInput, match=why):
        core.backtests.over_archive(Asked((rule,), SINCE), Where(Path(), url=url))


def test_a_cluster_is_not_sent_to_a_folder_it_cannot_see(core: Core, rule: Path) -> None:
    where = Where(Path(), "tcp://10.0.0.1:8786", url="https://archive.example/news")
    with pytest.raises(BadInput, match="mount it"):
        core.backtests.over_archive(Asked((rule,), SINCE), where)


def test_an_index_that_names_files_outside_or_is_none_is_refused(
    core: Core, folder: Path, rule: Path
) -> None:
    text = (folder / "index.json").read_text()
    with site(folder) as served:
        where = Where(Path(), url=served.url)
        for bad, why in (
            (text.replace("items-2.parquet", "../items-2.parquet"), "outside"),
            (text.replace("items-2.parquet", "..\\\\items-2.parquet"), "outside"),
            (text.replace("archive/1", "archive/9"), "another form"),
            ("[" * 100_000, "cannot be read"),
            ("{}", "cannot be read"),
            (text.replace('"items": 40', '"items": Infinity'), "cannot be read"),
        ):
            (folder / "index.json").write_text(bad)
            with pytest.raises(BadInput, match=why):
                core.backtests.over_archive(Asked((rule,), SINCE), where)
        assert set(served.asked) == {"index.json"}


@given(st.binary(max_size=400) | st.text(max_size=200).map(str.encode))
def test_whatever_an_index_holds_it_is_one_or_refused(body: bytes) -> None:
    with suppress(BadInput):
        assert archive.index_of(body, "index.json").items >= 0


def test_in_an_encrypted_profile_parts_are_kept_sealed(
    tmp_path: Path, folder: Path, rule: Path
) -> None:
    from osawatch import sealed

    profile = tmp_path / "sealed"
    with Core(profile, clock=Clock(NOON)):
        pass
    (profile / sealed.VAULT).write_text("{}")
    sealed.unlock(profile, bytes(32))
    try:
        path = profile / "archive-cache" / "x" / "items-2.parquet"
        sealed.write_bytes(path, (folder / "items-2.parquet").read_bytes())
        assert path.read_bytes().startswith(sealed.MAGIC)
        assert len(list(archive.items(path, SINCE))) == 40
    finally:
        sealed.forget(profile)
