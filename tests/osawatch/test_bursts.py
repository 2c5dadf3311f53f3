"""A burst of press: found among all series, told once, and a part of the score."""

from __future__ import annotations

import json
import random
from dataclasses import asdict
from datetime import timedelta

import pytest

from osawatch import bursts
from osawatch.cli.main import main
from osawatch.core import Core
from osawatch.detect import episodes
from osawatch.model import Action, Filter
from osawatch.store import series, signals
from osawatch.vector import read
from tests.fakes import NOON, Clock, Network, Pack, source

DAYS = 100
WORDS = ("bridge", "harbour", "orchard", "minister", "factory", "river", "winter", "letter")


def sentence(draw: random.Random, about: str) -> dict[str, str]:
    """A text that is nobody's copy."""
    words = " ".join(f"{draw.choice(WORDS)}{draw.randrange(999)}" for _ in range(30))
    return {"title": f"{about} {words[:40]}", "content_text": words}


def publish(network: Network, draw: random.Random, feed: str, about: str, ago: float) -> None:
    when = NOON - timedelta(days=ago)
    text = sentence(draw, about)
    network.publish(feed, text.pop("title"), date_published=when.isoformat(), **text)


def background(network: Network, draw: random.Random, feed: str, first: int, last: int = 0) -> None:
    """Four stories of the world a day, and one of gallium on every fifth."""
    for ago in range(first, last - 1, -1):
        for n in range(4):
            publish(network, draw, feed, "Football", ago + 0.1 * n)
        if ago % 5 == 0:
            publish(network, draw, feed, "Gallium", ago)


@pytest.fixture
def draw() -> random.Random:
    return random.Random(8)


@pytest.fixture
def busy(core: Core, network: Network, draw: random.Random) -> Core:
    for name in ("wire", "paper"):
        background(network, draw, f"https://{name}.example/feed", DAYS)
    core.news.observed(["wire", "paper"], NOON - timedelta(days=DAYS), NOON)
    return core


def burst(network: Network, draw: random.Random, ago: float = 0.0) -> None:
    for n in range(8):
        feed = f"https://{('wire', 'paper')[n % 2]}.example/feed"
        publish(network, draw, feed, "China sets a gallium licence,", ago + 0.01 * n)


def unusual(core: Core) -> dict[tuple[str, str], str]:
    with core._store.reading() as connection:
        return {
            (one.good, one.country): one.level
            for one in signals.since(connection, core.now(), 90)
            if one.level
        }


def test_ordinary_news_raises_nothing(busy: Core) -> None:
    busy.poll()

    assert unusual(busy) == {}


def test_a_burst_is_found_for_the_pair_and_for_its_good_and_country(
    busy: Core, network: Network, draw: random.Random
) -> None:
    burst(network, draw)
    busy.poll()

    found = unusual(busy)

    assert found["gallium", "CN"] == "alert"
    assert ("gallium", "") in found
    assert ("", "CN") in found
    assert not any("cobalt" in pair for pair in found)


def test_a_burst_lifts_the_score_of_its_alert(
    busy: Core, network: Network, draw: random.Random
) -> None:
    burst(network, draw)
    busy.poll()

    [alert] = busy.alerts(Filter(goods=("gallium",)))[:1]
    detail = busy.alert(alert.id)

    assert detail is not None
    assert read(detail.score.vector).p < 1e-4
    assert detail.score.parts["burst"] > 0


def test_an_official_notice_does_not_wait_for_a_burst(core: Core, network: Network) -> None:
    network.publish("https://gazette.example/feed", "China sets a gallium licence")
    core.poll()

    assert unusual(core) == {}
    assert len(core.alerts(Filter())) == 1


def test_twice_as_many_sources_raise_nothing(
    busy: Core, network: Network, clock: Clock, draw: random.Random
) -> None:
    busy.poll()
    for name in ("herald", "courier"):
        busy.sources.add(source(name))
        background(network, draw, f"https://{name}.example/feed", 12)
    busy.news.observed(["herald", "courier"], NOON - timedelta(days=12), NOON)
    clock.forward(hours=1)
    busy.poll()

    assert unusual(busy) == {}
    with busy._store.reading() as connection:
        looked = series.exposure(connection, busy.now(), 60)
    assert sum(looked[-11:-1]) > 1.4 * sum(looked[-40:-30])


def test_one_story_printed_by_forty_papers_of_a_chain_is_one_story(
    busy: Core, network: Network, draw: random.Random
) -> None:
    told = sentence(draw, "China sets a gallium licence,")

    def printed(first: int, last: int) -> tuple[int, dict[tuple[str, str], str]]:
        """Stories of today and what is unusual, after these papers printed it too."""
        for n in range(first, last):
            busy.sources.add(source(f"local{n}", publisher=f"Local {n}"))
            title = f"{told['title']} | Local {n}"
            text = f"Local {n}: {told['content_text']}"
            network.publish(f"https://local{n}.example/feed", title, content_text=text)
        busy.poll()
        with busy._store.reading() as connection:
            today = series.daily(connection, NOON, 1, good="gallium", country="CN")[-1]
        return today.total, unusual(busy)

    once = printed(0, 1)

    assert once[0] == 1
    assert printed(1, 40) == once


def test_days_nobody_looked_have_no_exposure(busy: Core) -> None:
    busy.poll()
    with busy._store.reading() as connection:
        looked = series.exposure(connection, busy.now(), DAYS + 50)

    assert looked[:40] == [0.0] * 40
    assert min(looked[-90:-1]) > 0.5


def test_a_young_profile_is_not_judged(core: Core, network: Network, draw: random.Random) -> None:
    burst(network, draw)
    core.poll()

    assert bursts.renew(core._store, core.now()) is False
    with core._store.reading() as connection:
        assert signals.last(connection) is None


def test_what_was_told_weeks_ago_stays_as_it_was_told(
    busy: Core, network: Network, clock: Clock, draw: random.Random
) -> None:
    burst(network, draw)
    busy.poll()
    before = unusual(busy)

    busy.news.observed(["wire", "paper"], NOON, clock.forward(days=20))
    busy.poll()

    assert unusual(busy) == before


def test_the_balance_says_what_was_told_and_what_was_called_false(
    busy: Core, network: Network, draw: random.Random
) -> None:
    burst(network, draw)
    busy.poll()
    for alert in busy.alerts(Filter(goods=("gallium",))):
        busy.triage(Action("close", (alert.id,), {"relevant": False, "reason": "old-news"}))

    with busy._store.reading() as connection:
        found = bursts.balance(connection, busy.now())
        told = [
            one
            for pair in unusual(busy)
            for one in episodes.fold(
                episodes.Signal(day.day, day.level, day.p)
                for day in signals.since(connection, busy.now(), 90)
                if (day.good, day.country) == pair
            )
        ]

    assert found.told == len(told) >= 3
    assert found.false == found.told
    assert found.series >= 3
    assert 0 < found.expected < 1
    assert busy.figures.balance() == found
    assert busy.care.stats()["early_warning"] == asdict(found)


def test_the_command_line_lists_what_stands_out(
    busy: Core, network: Network, draw: random.Random, capsys: pytest.CaptureFixture[str]
) -> None:
    burst(network, draw)
    busy.poll()
    folder = busy.profile.folder

    def lines(*words: str) -> str:
        opened = lambda _: Core(folder, clock=busy.now, fetch=network, pack=Pack())  # noqa: E731
        assert main(["--profile", str(folder), "trends", "--bursts", *words], core=opened) == 0
        return capsys.readouterr().out

    found = json.loads(lines("--json"))
    [pair] = [one for one in found if (one["good"], one["country"]) == ("gallium", "CN")]
    assert pair["level"] == "alert"
    assert pair["told"] == [{"date": "2026-03-02", "why": "first"}]
    assert "gallium" in lines()


def test_the_scheduler_does_not_judge_all_series_at_each_poll(
    busy: Core, network: Network, draw: random.Random
) -> None:
    busy.poll()
    burst(network, draw)

    assert not bursts.renew(busy._store, busy.now(), after=timedelta(minutes=30))
    assert bursts.renew(busy._store, busy.now() + timedelta(hours=1), after=timedelta(minutes=30))
