"""A desk with years of news, made through the real intake with matches made up beforehand.

Only the matcher is left out: reading a million texts for words would measure the matcher.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from feeds.model import Document, Item, SourceSpec
from osawatch import intake
from osawatch.core import Core
from osawatch.intake import Desk
from osawatch.model import Person
from rules.model import Evidence, Level, Match, Role, RuleHit, Text

SEED = 20260101
DOCUMENT = 500  # items that come together
YEARS = 3
SOURCES = 200
LEVELS: tuple[Level, ...] = ("info", "low", "medium", "high", "critical")
MEASURES = ("export-ban", "export-licensing", "export-quota", "import-tariff")
HIT = "%%"  # stands in the title of an item for which the made-up matcher raises an alert


@dataclass(frozen=True, slots=True)
class Made:
    """The matcher: what an item is about is drawn from its title."""

    goods: tuple[str, ...]
    countries: tuple[str, ...]

    def match(self, text: Text) -> Match:
        """An alert of one good, one country and one measure for a title with the sign."""
        if HIT not in text.title:
            return Match()
        draw = random.Random(text.title)
        good, country = draw.choice(self.goods), draw.choice(self.countries)
        measure = draw.choice(MEASURES)
        start = text.title.index(HIT)
        seen = Evidence("title", start, start + 2, HIT, f"good:{good}")
        group = ((("country", country), ("good", good)),)
        hit = RuleHit(
            f"made-{measure}", "Made up", draw.choice(LEVELS), "stable", "A", group, (seen,)
        )
        return Match(
            goods=(good,), countries=(country,), measures=(measure,),
            roles=(Role(country, "imposing"),), measure_status={measure: "in_force"},
            rules=(hit,), evidence=(seen,),
        )  # fmt: skip


def fill(folder: Path, items: int, alerts: int, *, told: bool = True) -> None:
    """Makes a profile with so many items, about so many of which raise an alert."""
    with Core(folder) as core:
        core.save_settings(replace(core.settings(), ready=True, name="Ada", post="The Hague"))
        watchlist = core.rulebook.pack.watchlist
        goods, countries = tuple(watchlist.goods), tuple(watchlist.countries)
        desk = Desk(
            core._store, Made(goods, countries), core.rulebook.rater, Person("osawatch", ""), {}
        )
        for number in range(SOURCES):
            core.sources.add(_spec(number))
            core.sources.enable(_spec(number).id, on=False)
        started, done = time.perf_counter(), 0
        for spec, document, at in documents(items, alerts):
            intake.take_in(desk, spec, [document], at)
            intake.index(core._store, least=10_000)
            done += len(document.items)
            if told and done % 50_000 < DOCUMENT:
                rate = done / (time.perf_counter() - started)
                sys.stderr.write(f"  {done:,} of {items:,} items, {rate:,.0f} a second\n")
        intake.index(core._store)


def documents(items: int, alerts: int) -> Iterator[tuple[SourceSpec, Document, datetime]]:
    """Documents by day, oldest first."""
    draw = random.Random(SEED)
    words = ["".join(draw.choices("bdfgklmnprstvz", k=2)) + a for a in "aeiou" for _ in range(4000)]
    parts = max(items // DOCUMENT, 1)
    begin = datetime.now(UTC).replace(microsecond=0) - timedelta(days=365 * YEARS)
    share = alerts / items
    for part in range(parts):
        at = begin + timedelta(days=365 * YEARS * (part + 1) / parts)
        found = []
        for one in range(DOCUMENT):
            title = " ".join(draw.choices(words, k=9))
            title = f"{title} {HIT}" if draw.random() < share else title
            url = f"https://paper-{part % SOURCES}.example/{part}-{one}"
            body = " ".join(draw.choices(words, k=40))
            when = at - timedelta(minutes=draw.randrange(1, 1440))
            found.append(Item("rss", url, url, title, body, when, language="en"))
        yield _spec(part % SOURCES), Document("rss", tuple(found)), at


def _spec(number: int) -> SourceSpec:
    return SourceSpec(
        f"paper-{number}", f"Paper {number}", f"https://paper-{number}.example/feed", grade="B"
    )
