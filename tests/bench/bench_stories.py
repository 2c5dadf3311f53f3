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
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from unittest import mock

from osawatch import stories, tellings
from osawatch.tellings import Line, Telling
from rules.load import load
from rules.matcher import Matcher
from rules.model import Match, Text

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


if __name__ == "__main__":
    main()
