"""Finding near-copies in the store."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from osawatch import stories
from osawatch.stages import Entry
from osawatch.store import copies, items, sources
from osawatch.store.database import Store
from tests.fakes import source

START = datetime(2026, 6, 1, tzinfo=UTC)
PHRASES = "The office gives notice that the form for the licence has changed and can be had from it"


def entry(number: int, who: str, when: datetime) -> Entry:
    title = f"Notice number {number} of the office for licences"
    return Entry(
        f"{number:06}", who, "rss", "", "", title, PHRASES, "en", "news", who, when, None,
        "second", when, when, title,
    )  # fmt: skip


def filled(folder: Path, others: int) -> Store:
    """Three hundred notices of one source with the same phrases, and some of another source."""
    store = Store(folder / "store.sqlite")
    with store.writing() as connection:
        sources.add(connection, [source("wire"), source("paper")], origin="test", on=False)
        for number in range(300 + others):
            who = "wire" if number < 300 else "paper"
            one = entry(number, who, START + timedelta(minutes=number))
            n = items.add(connection, one)
            copies.add(connection, n, stories.sketch(one.title, one.summary).hashes, one.at)
    return store


def test_a_crowd_of_its_own_source_does_not_hide_a_copy(tmp_path: Path) -> None:
    store = filled(tmp_path, others=1)
    mine = stories.sketch("Another notice of the office for licences", PHRASES)

    with store.reading() as connection:
        found = copies.candidates(connection, mine.hashes, START, stories.REACH, "wire")

    assert [one.source for one in found] == ["paper"]
    store.close()


def test_no_more_texts_are_read_than_can_be_compared_soon(tmp_path: Path) -> None:
    store = filled(tmp_path, others=200)
    mine = stories.sketch("Another notice of the office for licences", PHRASES)

    with store.reading() as connection:
        found = copies.candidates(connection, mine.hashes, START, stories.REACH, "wire")

    assert len(found) == copies.MOST
    store.close()


def test_the_same_title_is_a_candidate_in_its_own_source_too(tmp_path: Path) -> None:
    store = filled(tmp_path, others=0)
    title = entry(7, "wire", START).title
    mine = stories.sketch(title, PHRASES)

    with store.reading() as connection:
        found = copies.candidates(connection, mine.hashes, START, stories.REACH, "wire")

    assert [one.title for one in found] == [title]
    store.close()
