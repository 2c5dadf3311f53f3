"""Pairs of good and country: the most told first, their days apart from silence."""

from __future__ import annotations

from datetime import timedelta

from osawatch.core import Core
from osawatch.store.series import DayCount
from tests.fakes import NOON, Network

WIRE = "https://wire.example/feed"


def test_the_most_told_pair_comes_first(core: Core, network: Network) -> None:
    network.publish(WIRE, "Congo sets a cobalt ban")
    network.publish(WIRE, "China sets a gallium licence", id="2")
    network.publish(WIRE, "China: gallium licence for all, says minister in Shanghai", id="3")
    core.poll()

    found = core.figures.pairs.ranking(days=28)

    assert [(one.good, one.country) for one in found.pairs] == [("gallium", "CN"), ("cobalt", "CD")]
    assert found.pairs[0].stories >= found.pairs[1].stories
    assert (found.observed, found.days) == (1, 28)
    assert [one.good for one in core.figures.pairs.ranking(country="CD").pairs] == ["cobalt"]


def test_days_that_nobody_looked_at_are_none(core: Core, network: Network) -> None:
    network.publish(WIRE, "China sets a gallium licence")
    core.poll()

    days = core.figures.pairs.daily([("gallium", "CN"), ("cobalt", "CD")], 5)

    assert days["gallium", "CN"] == (None, None, None, None, 1)
    assert days["cobalt", "CD"] == (None, None, None, None, 0)


def test_imported_history_counts_too(core: Core) -> None:
    day = NOON.date() - timedelta(days=2)
    core.news.import_counts([DayCount(day, "tin", "MM", "", "news", 4)])

    assert [(one.good, one.stories) for one in core.figures.pairs.ranking(days=28).pairs] == [
        ("tin", 4)
    ]
    assert core.figures.pairs.daily([("tin", "MM")], 4)["tin", "MM"] == (None, 4, None, None)


def test_no_pairs_are_no_fault(core: Core) -> None:
    assert core.figures.pairs.ranking(days=7).pairs == ()
    assert core.figures.pairs.daily([], 7) == {}
