"""An archive that is written again loses nothing that the desk let go meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from osawatch.core import Core
from osawatch.errors import BadInput
from osawatch.filing.model import Schedule
from osawatch.parquet import archive
from tests.fakes import Clock, Network, Pack, source

FEED = "https://wire.example/feed"
PAST = ("An invented fair opens", "Zinnia prices fall", "A third invented thing")


@pytest.fixture
def core(tmp_path: Path, clock: Clock, network: Network) -> Iterator[Core]:
    """Three items of March, and one of May."""
    with Core(tmp_path / "profile", clock=clock, fetch=network, pack=Pack()) as made:
        made.sources.add(source("wire"))
        for title in PAST:
            network.publish(FEED, title, summary=f"Words of {title}")
        made.poll()
        clock.forward(days=60)
        network.publish(FEED, "Something of today")
        made.poll()
        yield made


def let_go(core: Core) -> int:
    core.filing.set_schedule(Schedule(items=30))
    return core.filing.thinning.end("the term is over").items


def titles(folder: Path) -> list[tuple[str, str]]:
    """What the files hold that the index tells of, by file."""
    return sorted(
        (part.file, one.text.title)
        for part in archive.read_index(folder).partitions
        for one in archive.items(archive.checked(folder, part), archive.START)
    )


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_what_the_desk_let_go_stays_in_an_archive_that_is_written_again(
    core: Core, tmp_path: Path
) -> None:
    core.backtests.export(tmp_path / "archive")
    before = bytes_of(tmp_path / "archive")
    assert let_go(core) == 3

    index = core.backtests.export(tmp_path / "archive")
    assert index.items == 4
    assert bytes_of(tmp_path / "archive") == before  # index and sums too
    assert {title for _, title in titles(tmp_path / "archive")} == {*PAST, "Something of today"}


def test_a_month_of_which_some_went_and_some_came_holds_both(
    core: Core, tmp_path: Path, network: Network, clock: Clock
) -> None:
    core.backtests.export(tmp_path / "archive")
    assert let_go(core) == 3
    month = archive.read_index(tmp_path / "archive").partitions[0]
    network.publish(FEED, "Told late of that time", date_published=month.first.isoformat())
    core.poll()

    index = core.backtests.export(tmp_path / "archive")
    assert index.partitions[0].items == 4
    assert index.items == 5
    again = core.backtests.export(tmp_path / "archive")
    assert again == index


def test_an_item_that_came_back_stands_there_once_as_it_is_now(
    core: Core, tmp_path: Path, network: Network
) -> None:
    core.backtests.export(tmp_path / "archive")
    assert let_go(core) == 3
    network.feeds[FEED][-1]["summary"] = "Other words of the same"
    core.poll()

    core.backtests.export(tmp_path / "archive")
    found = [title for _, title in titles(tmp_path / "archive")]
    assert sorted(found) == sorted([*PAST, "Something of today"])


def test_an_archive_of_another_desk_is_refused_and_nothing_of_it_is_replaced(
    core: Core, tmp_path: Path, clock: Clock, network: Network
) -> None:
    with Core(tmp_path / "other", clock=clock, fetch=network, pack=Pack()) as other:
        other.sources.add(source("paper"))
        network.publish("https://paper.example/feed", "Only the other desk has this")
        other.poll()
        other.backtests.export(tmp_path / "archive")
    before = bytes_of(tmp_path / "archive")

    with pytest.raises(BadInput, match="new folder"):
        core.backtests.export(tmp_path / "archive")
    assert bytes_of(tmp_path / "archive") == before


def test_a_file_of_a_month_that_cannot_be_read_is_not_replaced(core: Core, tmp_path: Path) -> None:
    path = tmp_path / "archive" / core.backtests.export(tmp_path / "archive").partitions[0].file
    path.write_bytes(b"no parquet")

    with pytest.raises(BadInput, match="cannot be read"):
        core.backtests.export(tmp_path / "archive")
    assert path.read_bytes() == b"no parquet"
