"""What an archive tells of stories is what a desk that took in the same items made of them."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from feeds.model import Document, Item
from osawatch import intake, upkeep
from osawatch.backtest import Asked, packed
from osawatch.core import Core
from osawatch.parquet import archive, result, runs, together
from osawatch.parquet.model import Index, Partition
from osawatch.parquet.runs import Where
from osawatch.store import replay, series
from osawatch.store.rows import DAY, seconds
from rules.load import SHIPPED
from tests.fakes import Clock, source

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
LANDS = ("China", "Indonesia", "Chile", "Russia")
ACTS = ("bans exports of", "sets an export quota on", "buys", "suspends its export ban on")
GOODS = ("gallium", "cobalt", "nickel ore", "copper")
WORDS = tuple(
    f"{a}{b}{c}" for a in ("ba", "ko", "ri") for b in ("len", "mos", "tar") for c in "aeiou"
)


def items(seed: int, number: int, days: int) -> list[Item]:
    """News of so many days; a quarter are copies of what came in the days before."""
    draw = random.Random(seed)
    found: list[Item] = []
    for n in range(number):
        at = NOW - timedelta(days=days) * (number - n) / number
        head = f"{draw.choice(LANDS)} {draw.choice(ACTS)} {draw.choice(GOODS)}"
        title = head if draw.random() < 0.7 else " ".join(draw.choices(WORDS, k=6))
        title, text = f"{title} {draw.choice(WORDS)}", " ".join(draw.choices(WORDS, k=25))
        if found and draw.random() < 0.25:
            title, text = (lambda one: (one.title, one.summary))(draw.choice(found[-40:]))
        found.append(Item("rss", f"g{n}", f"https://x.example/{n}", title, text, at))
    return found


@dataclass(frozen=True)
class Told:
    """A desk with news, an archive of it in parts, and what was kept of each part."""

    core: Core
    index: Index
    folder: Path
    asked: Asked

    def read(self) -> Iterator[result.Partial]:
        parts = [
            runs.Part(one, runs._before(self.index.partitions, number))
            for number, one in enumerate(self.index.partitions)
        ]
        room = self.core.profile.folder / "archive-runs"
        return result._read([next(room.rglob(one.kept)) for one in parts])


def split(core: Core, folder: Path, cuts: Sequence[datetime]) -> Index:
    """The items of a desk as an archive, cut at these times."""
    with core._store.reading() as connection:
        after, found = None, list[replay.Past]()
        while page := replay.page(connection, datetime(2020, 1, 1, tzinfo=UTC), NOW, after):
            found, after = found + page, replay.mark(page[-1])
    folder.mkdir()
    edges, parts = [*cuts, NOW + timedelta(days=1)], []
    for number, end in enumerate(edges):
        low = edges[number - 1] if number else datetime(2020, 1, 1, tzinfo=UTC)
        some = [one for one in found if low <= one.at < end]
        if some:
            path = folder / f"part-{number:03}.parquet"
            archive.write(path, some)
            parts.append(
                Partition(path.name, len(some), some[0].at, some[-1].at, archive.digest(path))
            )
    index = Index(tuple(parts), None)
    archive.put_index(folder, index)
    return index


SOME_DAYS = ("a file in four days", 4)


@pytest.fixture(params=[("a file a day", 1), SOME_DAYS, ("a file a month", 30)])
def told(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Told]:
    """Three hundred items of forty days by five papers, taken in as they came."""
    _, step = request.param
    with Core(tmp_path / "profile", clock=Clock(NOW)) as core:
        papers = [source(f"paper-{n}") for n in range(5)]
        for one in papers:
            core.sources.add(one)
        for n, item in enumerate(items(step, 300, 40)):
            spec = papers[n % len(papers)]
            intake.take_in(core._house.desk(), spec, [Document("rss", (item,))], item.published)

        with core._store.writing() as connection:
            upkeep.sweep(connection, core.rulebook.rater, NOW)
        cuts = [NOW - timedelta(days=n) for n in range(39, 0, -step)]
        index = split(core, tmp_path / "archive", cuts)
        asked = Asked((SHIPPED / "rules",), NOW - timedelta(days=100))
        yield Told(core, index, tmp_path / "archive", asked)


def test_stories_cards_and_counts_are_those_of_the_desk(told: Told) -> None:
    core = told.core
    report = core.backtests.over_archive(told.asked, Where(told.folder))
    counted = together.counted(told.read(), result._reaches(told.index.partitions))
    topics = together.topics(told.read(), counted.copies)
    hits = [hit for part in told.read() for hit in part.hits()]
    with core._store.reading() as connection:
        stood = dict(connection.execute("SELECT id, topic FROM tellings"))
        copies = dict(connection.execute("SELECT id, story FROM items"))
        cards = connection.execute("SELECT count(*) FROM cards").fetchone()[0]
        pairs, table = series.table(connection, NOW, 60)
    assert len(hits) > 100
    assert {hit.id: counted.copies.get(hit.copies, hit.copies) for hit in hits} == {
        hit.id: copies[hit.id] for hit in hits
    }
    assert {hit.id: hits[topic].id for hit, topic in zip(hits, topics, strict=True)} == stood
    first = seconds(NOW) // DAY - 59
    assert {
        (pair, day): stories
        for day, found in counted.days.items()
        for pair, stories in found.items()
        if pair[0] != "*" and any(pair)
    } == {
        (pair, first + day): int(table[day, n])
        for n, pair in enumerate(pairs)
        for day in range(60)
        if table[day, n]
    }
    assert report.cards is not None
    assert report.cards.cards == cards
    assert report.cards.hits == len(hits)


def test_a_burst_is_told_with_its_titles(tmp_path: Path) -> None:
    with Core(tmp_path / "profile", clock=Clock(NOW)) as core:
        papers = [source(f"paper-{n}") for n in range(5)]
        for one in papers:
            core.sources.add(one)
        burst = [
            Item(
                "rss", f"b{n}", f"https://b.example/{n}",
                f"Ghana {act} exports of manganese: {WORDS[n]} {WORDS[n + 7]} {WORDS[n + 20]}",
                "", NOW - timedelta(days=2, hours=n),
            )
            for n, act in enumerate(("bans", "halts", "stops", "limits", "taxes", "bars"))
        ]  # fmt: skip
        found = sorted([*items(5, 600, 60), *burst], key=lambda one: str(one.published))
        for n, item in enumerate(found):
            spec = papers[n % len(papers)]
            intake.take_in(core._house.desk(), spec, [Document("rss", (item,))], item.published)
        index = split(core, tmp_path / "archive", [])
        asked = Asked((SHIPPED / "rules",), NOW - timedelta(days=100))
        report = core.backtests.over_archive(asked, Where(tmp_path / "archive"))
    assert index.items == 606
    assert report.bursts is not None
    mine = [one for one in report.bursts.examples if one.country == "GH"]
    assert mine
    assert any("manganese" in title for title in mine[-1].titles)


@pytest.mark.parametrize("told", [SOME_DAYS], indirect=True)
def test_files_that_overlap_in_time_have_alerts_but_no_stories(told: Told, tmp_path: Path) -> None:
    index = split(told.core, tmp_path / "twice", [])
    (tmp_path / "twice" / "again.parquet").write_bytes(
        (tmp_path / "twice" / index.partitions[0].file).read_bytes()
    )
    (tmp_path / "twice" / "index.json").unlink()
    report = told.core.backtests.over_archive(told.asked, Where(tmp_path / "twice"))
    assert report.cards is None
    assert report.untold["cards"] == result.OVERLAP
    assert sum(one.alerts for one in report.rules)


@pytest.mark.parametrize("told", [SOME_DAYS], indirect=True)
def test_a_rule_that_asks_for_list_names_is_told_to_be_deaf(told: Told) -> None:
    pack, names = packed(told.core.rulebook, told.asked.paths)
    deaf = {one.id for one in pack.rules if any(x.kind == "sanctions" for x in one.selections)}
    report = told.core.backtests.over_archive(told.asked, Where(told.folder))
    assert deaf & set(names) == {name for name, why in report.untold.items() if why == result.LISTS}
