"""Cards are the same however the news came in: in parts, in any order, with a look in between."""

from __future__ import annotations

import random
from datetime import timedelta
from pathlib import Path

import pytest

from osawatch.core import Core
from osawatch.model import Filter
from tests.fakes import NOON, Clock, Network, Pack, json_feed, source

FEEDS, ENTRIES = 16, 10
EVENTS = [
    "China sets a licence duty for gallium",
    "China considers a licence for germanium and gallium",
    "Congo puts a ban on cobalt exports",
    "Congo and China: a ban on cobalt and gallium",
    "Miners in Chile vote, says a ban on copper exports is near",
]
Cards = list[tuple[str, tuple[str, ...], int]]


def entries(feed: int) -> list[dict[str, str]]:
    """Events of three weeks, told by many papers."""
    rng = random.Random(feed)
    return [
        {
            "id": f"{feed}-{n}",
            "url": f"https://paper-{feed}.example/{n}",
            "title": f"{rng.choice(EVENTS)}, writes {feed}-{n}",
            "content_text": " ".join(f"w{rng.randrange(10**6)}" for _ in range(12)),
            "date_published": (NOON - timedelta(hours=rng.randrange(500))).isoformat(),
        }
        for n in range(ENTRIES)
    ]


def cards(profile: Path, parts: list[list[str]]) -> Cards:
    network = Network(Clock())
    network.bodies = {f"https://f{n}.example/feed": json_feed(entries(n)) for n in range(FEEDS)}
    with Core(profile, clock=network.clock, fetch=network, pack=Pack()) as core:
        for n in range(FEEDS):
            core.sources.add(source(f"f{n}"))
        for part in parts:
            core.poll(part)
            assert core.care.doctor() == []
        found = core.cards(core.card_ids(Filter(view="all")))
    return sorted((one.id, tuple(sorted(one.alerts)), one.items) for one in found)


@pytest.mark.parametrize("seed", range(4))
def test_the_cards_are_the_same_in_whatever_parts_the_news_came(tmp_path: Path, seed: int) -> None:
    names = [f"f{n}" for n in range(FEEDS)]
    expected = cards(tmp_path / "whole", [names])
    rng = random.Random(seed)
    rng.shuffle(names)
    cuts = sorted(rng.sample(range(1, FEEDS), 4))
    parts = [names[a:b] for a, b in zip([0, *cuts], [*cuts, FEEDS], strict=True)]

    assert cards(tmp_path / "parts", parts) == expected
    assert len(expected) > 1
