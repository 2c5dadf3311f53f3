"""How well items that tell of one event are put together: B3 F1 on invented, labelled stories.

    ./dev bench stories

`tests/data/stories.txt` holds events told in several wordings and languages, with others close by
that resemble them. Those "kept apart" were written after the thresholds had been chosen on the
others. B3 (Bagga and Baldwin 1998): the mean over items of precision and recall of the
group an item stands in. Then the cost of placing items, and of finding near-copies where all texts
share a small vocabulary.
"""

from __future__ import annotations

import random
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from osawatch import stories, tellings
from osawatch.stages import Entry, Telling
from osawatch.store import copies, items, sources
from osawatch.store.database import Store
from osawatch.tellings import Line
from rules.load import load
from rules.matcher import Matcher
from rules.model import Match, Text
from tests.fakes import source

FILE = Path(__file__).parents[1] / "data" / "stories.txt"
START = datetime(2026, 6, 1, tzinfo=UTC)
ROLES = ("imposing", "supplier", "affected")


@dataclass(frozen=True, slots=True)
class Told:
    """A line of the file, with what the shipped pack finds in it."""

    label: str
    text: Text
    telling: Telling


def read(matcher: Matcher) -> list[Told]:
    """The labelled items by time."""
    found = []
    for number, line in enumerate(FILE.read_text(encoding="utf-8").splitlines()):
        if not line or line.startswith("#"):
            continue
        label, day, language, title, summary = (part.strip() for part in line.split("|"))
        when = START + timedelta(days=float(day))
        text = Text(title, summary, language, published=when)
        found.append(Told(label, text, telling(number, text, matcher.match(text))))
    return sorted(found, key=lambda one: (one.telling.at, one.telling.id))


def telling(number: int, text: Text, match: Match) -> Telling:
    """An item with its concepts."""
    when, name = int((text.published or START).timestamp()), f"{number:04}"
    return tellings.telling(
        number, name, when, name, (text.title, text.summary, text.language), match
    )


def b3(
    labels: Sequence[str], groups: Sequence[str], chosen: Sequence[int]
) -> tuple[float, float, float]:
    """Precision, recall and F1 over the chosen items, in groups of all items."""
    by_label, by_group = _places(labels), _places(groups)
    both = [len(by_label[labels[n]] & by_group[groups[n]]) for n in chosen]
    precision = statistics.mean(
        shared / len(by_group[groups[n]]) for shared, n in zip(both, chosen, strict=True)
    )
    recall = statistics.mean(
        shared / len(by_label[labels[n]]) for shared, n in zip(both, chosen, strict=True)
    )
    return precision, recall, 2 * precision * recall / (precision + recall)


def _places(names: Sequence[str]) -> dict[str, set[int]]:
    found = defaultdict[str, set[int]](set)
    for n, name in enumerate(names):
        found[name].add(n)
    return found


def alone(told: Sequence[Told]) -> list[str]:
    """Each item a story of its own."""
    return [one.telling.id for one in told]


def copies_only(told: Sequence[Told]) -> list[str]:
    """Near-copies only."""
    groups: list[str] = []
    for n, one in enumerate(told):
        mine = stories.sketch(one.text.title, one.text.summary)
        twin = next(
            (
                groups[before]
                for before in range(n)
                if stories.near_copy(
                    mine,
                    stories.sketch(told[before].text.title, told[before].text.summary),
                    same_source=False,
                )
            ),
            one.telling.id,
        )
        groups.append(twin)
    return groups


def placed(told: Sequence[Told]) -> list[str]:
    """Words and concepts, as the desk does it."""
    line = Line()
    return [line.place(one.telling) for one in told]


def words_only(told: Sequence[Told]) -> list[str]:
    """The cosine alone: no concept joins, none keeps apart."""
    plain = frozenset[str]()
    return placed(
        [
            replace(
                one,
                telling=replace(
                    one.telling, goods=plain, acting=plain, named=plain, measures=plain, ended=False
                ),
            )
            for one in told
        ]
    )


def concepts_only(told: Sequence[Told]) -> list[str]:
    """The same good, country and measure; words say nothing."""
    return placed([replace(one, telling=replace(one.telling, title="", text="")) for one in told])


WAYS: tuple[tuple[str, Callable[[Sequence[Told]], list[str]]], ...] = (
    ("each alone", alone),
    ("near-copies", copies_only),
    ("words", words_only),
    ("concepts", concepts_only),
    ("both", placed),
)


def _stored(folder: Path, words: int, count: int) -> tuple[Store, list[tuple[str, str]]]:
    """A store with so many items of sixty words, drawn from so many different ones."""
    draw = random.Random(words)
    lexicon = [f"word{n}" for n in range(words)]
    texts = [
        (f"Notice {n} of the day", " ".join(draw.choices(lexicon, k=60))) for n in range(count)
    ]
    store = Store(folder / f"{words}.sqlite")
    with store.writing() as connection:
        sources.add(connection, [source("wire"), source("paper")], origin="bench", on=False)
        for n, (title, text) in enumerate(texts):
            entry = _entry(n, title, text)
            number = items.add(connection, entry)
            copies.add(connection, number, stories.sketch(title, text).hashes, entry.at)
    return store, texts


def _entry(n: int, title: str, text: str) -> Entry:
    when = START + timedelta(minutes=n)
    return Entry(
        f"{n:06}", "wire", "rss", "", "", title, text, "en", "news", "Wire", when, None, "second",
        when, when, title,
    )  # fmt: skip


def _search_ms(store: Store, texts: Sequence[tuple[str, str]], rounds: int = 5) -> float:
    """Milliseconds to find the near-copies of one new text; median of rounds of 40."""
    figures = []
    with store.reading() as connection:
        for _ in range(rounds):
            stories.sketch.cache_clear()
            started = time.process_time()
            for title, text in texts[-40:]:
                mine = stories.sketch(title, text)
                found = copies.candidates(connection, mine.hashes, START, stories.REACH, "paper")
                for one in found:
                    stories.near_copy(
                        mine, stories.sketch(one.title, one.summary), same_source=False
                    )
            figures.append(1000 * (time.process_time() - started) / 40)
    return statistics.median(figures)


def _place_us(told: Sequence[Told], rounds: int = 5) -> float:
    """Microseconds to place one item in a full week."""
    many = [told[n % len(told)].telling for n in range(tellings.WEEK)]
    week = [
        replace(one, n=n, id=f"{n:05}", copies=f"{n:05}", at=one.at // 7 + n)
        for n, one in enumerate(many)
    ]
    week.sort(key=lambda one: (one.at, one.id))
    line = Line()
    for one in week:
        line.place(one)
    figures = []
    for turn in range(rounds):
        later = [
            replace(one, at=week[-1].at + 60, id=f"{one.id}+{turn}", copies=f"{one.id}+{turn}")
            for one in week[-50:]
        ]
        started = time.process_time()
        for one in later:
            line.place(one)
        figures.append(1e6 * (time.process_time() - started) / len(later))
    return statistics.median(figures)


def cost(told: Sequence[Told]) -> None:
    """What placing and searching take, beside each other."""
    print(f"placing an item in a week of 1,500: {_place_us(told):.0f} us")
    with tempfile.TemporaryDirectory() as folder:
        figures = {}
        for words in (20_000, 200, 12):
            store, texts = _stored(Path(folder), words, 4000)
            figures[words] = _search_ms(store, texts)
            store.close()
        usual = figures[20_000]
        for words, figure in figures.items():
            print(
                f"near-copies among 4,000 texts of {words:6,} different words:"
                f" {figure:6.2f} ms, {figure / usual:.1f} x"
            )


def main() -> None:
    told = read(Matcher(load()))
    names = sorted({one.label for one in told})
    labels = [one.label for one in told]
    halves = {
        "chosen on": [n for n, label in enumerate(labels) if label[0] != "~"],
        "kept apart": [n for n, label in enumerate(labels) if label[0] == "~"],
        "all": range(len(labels)),
    }
    print(f"{len(told)} items, {len(names)} stories")
    for name, way in WAYS:
        groups, figures = way(told), []
        for half, members in halves.items():
            p, r, f1 = b3(labels, groups, members)
            figures.append(f"{half} P {p:.3f} R {r:.3f} F1 {f1:.3f}")
        print(f"{name:12} " + "   ".join(figures))
    cost(told)


if __name__ == "__main__":
    main()
