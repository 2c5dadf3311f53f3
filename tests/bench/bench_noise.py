"""How much noise the shipped pack makes on real documents, and what it finds there.

    python -m tests.bench.bench_noise [--read]

`--read` prints the titles, to be read by a person.
"""

from __future__ import annotations

import csv
import gzip
import json
import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from feeds.parse import parse
from rules.load import load
from rules.matcher import Matcher
from rules.model import LEVELS, RuleHit, Text
from tests.shared import SHARED

TRADE = SHARED / "samples" / "trade"
GAZETTE = TRADE / "federalregister"
WEEK = 5000
SEED = 11
LANGUAGES = {"Japanese": "ja", "Chinese": "zh", "Russian": "ru", "Spanish": "es", "French": "fr"}


@dataclass(frozen=True, slots=True)
class Raised:
    """A text and the rules of the inbox that fired on it."""

    text: Text
    hits: tuple[RuleHit, ...]

    @property
    def alerts(self) -> frozenset[tuple[str, ...]]:
        """What the inbox would merge by: the rule and the values of its groups."""
        return frozenset(
            (hit.id, *(f"{name}={value}" for name, value in group))
            for hit in self.hits
            for group in hit.groups
        )

    @property
    def notifies(self) -> bool:
        """Whether this interrupts somebody: best tier and at least the level high."""
        loud = LEVELS.index("high")
        return any(hit.tier == "A" and LEVELS.index(hit.level) >= loud for hit in self.hits)


def gazette(name: str) -> list[Text]:
    """Real documents of the US gazette: `noise` or `trade`."""
    with gzip.open(GAZETTE / f"{name}_2020-2023.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [Text(row["title"], row.get("abstract") or "", "en", "official-gazette") for row in rows]


def documents(files: Iterable[Path]) -> Iterator[Text]:
    """The entries of feeds and API pages on disk."""
    for file in files:
        document = parse(file.read_bytes())
        for item in document.items:
            yield Text(item.title, item.summary, item.language[:2], published=item.published)


def october_2022() -> list[Text]:
    """The pages of October 2022, when the chip export rules came out."""
    return list(documents(sorted((GAZETTE / "derived").glob("api_2022-10_*.json"))))


def mofcom() -> list[Text]:
    """Thirteen Chinese export-control announcements, as a feed."""
    return list(documents([TRADE / "feeds-derived" / "mofcom_announcements_utf8.xml"]))


def headlines() -> Iterator[Text]:
    """Foreign and Korean press of July 2026."""
    file = TRADE / "worldnews-headlines" / "2026-07-11_07-25.jsonl"
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row.get("title_original"):
            yield Text(row["title_original"])
        if row.get("title_ko"):
            yield Text(row["title_ko"], row.get("summary_ko") or "", "ko")


def gdelt() -> Iterator[Text]:
    """Titles of a news index: seafood and an epidemic, nothing for the desk."""
    for file in sorted((TRADE / "gdelt" / "doc-api").glob("artlist*")):
        text = file.read_text(encoding="utf-8", errors="replace")
        rows = csv.DictReader(text.splitlines()) if file.suffix == ".csv" else _rows(text)
        for row in rows:
            if row.get("title"):
                yield Text(row["title"], language=LANGUAGES.get(row.get("language", ""), ""))


def _rows(text: str) -> list[dict[str, str]]:
    found: list[dict[str, str]] = []
    waiting = [json.loads(text)]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            found += [node] if isinstance(node.get("title"), str) else []
            waiting += node.values()
        elif isinstance(node, list):
            waiting += node
    return found


def dutch() -> list[Text]:
    """Sentences of Dutch newspapers."""
    file = TRADE / "text-nl" / "alpino_cdbl_sentences.txt"
    lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    return [Text(line, language="nl") for line in lines if len(line) > 30]


def week(seed: int = SEED) -> list[Text]:
    """An ordinary week: 5,000 different real items of all kinds, drawn by a fixed seed."""
    draw = random.Random(seed)
    feeds = sorted(file for file in (TRADE / "feeds").rglob("*") if file.is_file())
    pool = [
        *documents(file for file in feeds if file.suffix not in {".tsv", ".md"}),
        *headlines(),
        *gdelt(),
        *draw.sample(gazette("noise"), 800),
        *draw.sample(gazette("trade"), 400),
        *draw.sample(dutch(), 800),
    ]
    return draw.sample(list({text.title: text for text in pool if text.title}.values()), WEEK)


def raised(matcher: Matcher, texts: Iterable[Text]) -> list[Raised]:
    """What reaches the inbox: stable rules on goods that are not for trends only."""
    found = []
    for text in texts:
        hits = tuple(
            hit for hit in matcher.match(text).rules if hit.status == "stable" and hit.tier != "C"
        )
        if hits:
            found.append(Raised(text, hits))
    return found


def cards(found: Iterable[Raised]) -> list[list[Raised]]:
    """Items that share an alert stand on one card."""
    groups: list[tuple[set[tuple[str, ...]], list[Raised]]] = []
    for one in found:
        keys, members = set(one.alerts), [one]
        apart = []
        for group in groups:
            if group[0] & keys:
                keys |= group[0]
                members = group[1] + members
            else:
                apart.append(group)
        groups = [*apart, (keys, members)]
    return [members for _, members in groups]


def _show(name: str, texts: list[Text], found: list[Raised], read: bool) -> None:
    share = 100 * len(found) / len(texts)
    alerts = 100 * len({alert for one in found for alert in one.alerts}) / len(texts)
    print(f"{name}: {len(found)} of {len(texts)} items raise an alert ({share:.2f} %),")
    print(f"    {alerts:.2f} different alerts per hundred items")
    print("   ", dict(Counter(hit.id for one in found for hit in one.hits).most_common(12)))
    if read:
        for one in found[:60]:
            ids = ", ".join(hit.id for hit in one.hits)
            print(f"    {'!' if one.notifies else ' '} {one.text.title[:110]} [{ids}]")


def main() -> None:
    """Print the figures of every sample."""
    read = "--read" in sys.argv
    matcher = Matcher(load())
    for name, texts in (
        ("gazette, noise", gazette("noise")),
        ("gazette, trade", gazette("trade")),
        ("gazette, October 2022", october_2022()),
        ("Chinese announcements", mofcom()),
    ):
        _show(name, texts, raised(matcher, texts), read)
    texts = list({text.title: text for text in headlines()}.values())
    _show("foreign and Korean press", texts, raised(matcher, texts), read)
    texts = week()
    found = raised(matcher, texts)
    _show("ordinary week", texts, found, read)
    stories = cards(found)
    loud = sum(any(one.notifies for one in story) for story in stories)
    print(f"ordinary week: {len(stories)} cards, {loud} notifications")


if __name__ == "__main__":
    main()
