"""The counts that are kept as items come in are those that all items add up to."""

from __future__ import annotations

import random
from collections import Counter
from datetime import timedelta

import pytest

from osawatch.core import Core
from osawatch.store import counts, series
from osawatch.store.counts import ALL_TOPICS, NO_MEASURE
from tests.fakes import NOON, Clock, Network, source

WIRE, PAPER, GAZETTE = (f"https://{name}.example/feed" for name in ("wire", "paper", "gazette"))
TEXT = "The ministry said exports need a licence from the first of April, a spokesman told us."
FEEDS = (WIRE, PAPER, GAZETTE)


def stored(core: Core) -> Counter[tuple[counts.Cell, int]]:
    with core._store.reading() as connection:
        rows = connection.execute(
            "SELECT s.good, s.country, s.measure, d.day, d.stories FROM series s"
            " JOIN series_days d ON d.series = s.n"
        ).fetchall()
    return Counter({((good, land, kind), day): n for good, land, kind, day, n in rows})


def counted(core: Core) -> Counter[tuple[counts.Cell, int]]:
    with core._store.reading() as connection:
        return counts.count(connection)


def total(core: Core, *cell: str) -> int:
    return sum(n for (one, _), n in stored(core).items() if one == cell)


def test_one_story_printed_by_forty_publishers_is_one_story(core: Core, network: Network) -> None:
    for n in range(40):
        core.sources.add(source(f"daily{n}"))
        when = (NOON - timedelta(hours=n)).isoformat()  # over two days
        network.publish(
            f"https://daily{n}.example/feed", "China: gallium licence", content_text=TEXT,
            date_published=when,
        )  # fmt: skip
    core.poll()

    assert total(core, "gallium", "CN", "export-licensing") == 1
    assert total(core, ALL_TOPICS, "", "") == 1
    assert total(core, "", "", "") == 1


def test_a_story_counts_on_its_first_day_however_late_that_day_is_learnt(
    core: Core, network: Network, clock: Clock
) -> None:
    network.publish(WIRE, "China: gallium licence", content_text=TEXT)
    core.poll()
    late = (NOON - timedelta(days=2)).isoformat()
    network.publish(PAPER, "Gallium licence in China", content_text=TEXT, date_published=late)
    clock.forward(hours=2)
    core.poll()

    today = int(NOON.timestamp()) // 86_400
    assert [day for (cell, day), n in stored(core).items() if cell == ("gallium", "", "")] == [
        today - 2
    ]


def test_a_text_that_comes_to_name_more_counts_there_too(
    core: Core, network: Network, clock: Clock
) -> None:
    network.publish(WIRE, "Gallium is a metal", id="a", url="https://wire.example/a")
    core.poll()
    assert total(core, "gallium", "", NO_MEASURE) == 1
    assert total(core, "gallium", "CN", "export-ban") == 0

    network.feeds[WIRE] = []
    network.publish(WIRE, "A gallium ban", id="a", url="https://wire.example/a")
    clock.forward(hours=2)
    core.poll()

    assert total(core, "gallium", "CN", "export-ban") == 1
    assert stored(core) == counted(core)


def test_what_names_nothing_of_ours_is_a_part_of_all_topics(core: Core, network: Network) -> None:
    network.publish(WIRE, "A football match")
    network.publish(WIRE, "China sets a gallium licence")
    core.poll()

    with core._store.reading() as connection:
        seen = series.polled(connection, core.now(), 3)
    assert list(seen.values()) == [2]
    assert total(core, "", "", "") == 1


@pytest.mark.parametrize("seed", range(6))
def test_whatever_comes_in_the_counts_are_what_the_items_say(
    core: Core, network: Network, clock: Clock, seed: int
) -> None:
    draw = random.Random(seed)
    goods = ["gallium", "germanium", "cobalt", "copper", "football"]
    for _ in range(5):
        for _ in range(12):
            good, other = draw.choice(goods), draw.choice(goods)
            title = draw.choice(["{} licence", "a {} ban", "{} and " + other, "{} news"])
            day = NOON - timedelta(days=draw.randrange(4))
            network.publish(
                draw.choice(FEEDS), title.format(good), date_published=day.isoformat(),
                content_text=draw.choice([TEXT, TEXT + " More follows.", f"{draw.random()}"]),
                id=f"#{draw.randrange(30)}", url=f"https://x.example/{draw.randrange(30)}",
            )  # fmt: skip
        core.poll()
        clock.forward(hours=3)

        assert stored(core) == counted(core)


def test_counts_that_are_wrong_are_counted_anew(core: Core, network: Network) -> None:
    network.publish(WIRE, "China sets a gallium licence")
    core.poll()
    truth = stored(core)
    with core._store.writing() as connection:
        connection.execute("UPDATE series_days SET stories = 7 WHERE series = 1")
        connection.execute("DELETE FROM series_days WHERE series = 2")
        assert counts.differences(connection) == 2

        steps: list[tuple[int, int]] = []
        assert counts.rebuild(connection, lambda *step: steps.append(step)) == 2
        assert counts.rebuild(connection) == 0

    assert stored(core) == truth
    assert steps[-1] == (1, 1)


def test_the_doctor_mends_counts_and_says_so(core: Core, network: Network) -> None:
    network.publish(WIRE, "China sets a gallium licence")
    core.poll()
    assert core.care.doctor() == []
    with core._store.writing() as connection:
        connection.execute("DELETE FROM series_days WHERE series = 2")

    assert core.care.doctor() == ["trends: 1 daily counts were wrong and were counted anew"]
    assert core.care.doctor() == []


def test_an_empty_store_has_nothing_to_count(core: Core) -> None:
    with core._store.writing() as connection:
        assert counts.rebuild(connection) == 0
        assert counts.differences(connection) == 0


def test_the_curves_of_many_cards_are_what_each_series_says(core: Core, network: Network) -> None:
    network.publish(WIRE, "China sets a gallium licence")
    network.publish(WIRE, "Congo sets a cobalt ban")
    core.poll()
    wanted = [("gallium", "CN"), ("cobalt", "CD"), ("cobalt", ""), ("", "CN"), ("", ""), ("x", "")]
    with core._store.reading() as connection:
        found = series.pairs(connection, wanted, core.now(), 28)
        for good, country in wanted:
            days = series.daily(connection, core.now(), 28, good=good, country=country)
            assert found[good, country] == [one.total for one in days]
        assert series.pairs(connection, [], core.now(), 28) == {}
