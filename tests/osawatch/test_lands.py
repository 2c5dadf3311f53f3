"""What is counted by country, and which countries nobody watched."""

from __future__ import annotations

from datetime import timedelta

from osawatch.core import Core
from osawatch.lands import as_json
from osawatch.model import Action, Filter
from osawatch.store.series import DayCount
from tests.fakes import NOON, Clock, Network, source

ALL = Filter(view="all")
WIRE = "https://wire.example/feed"


def test_a_country_has_its_stories_alerts_and_highest_open_score(
    core: Core, network: Network
) -> None:
    network.publish(WIRE, "China sets a gallium licence")
    network.publish(WIRE, "China: another gallium licence, and a ban of gallium", id="2")
    core.poll()

    china = core.figures.lands.world(days=28).of("CN")

    cards = core.cards(core.card_ids(ALL))
    assert china.stories == 2
    assert china.imposing == len(cards)
    assert china.score == max(card.score for card in cards)
    assert china.covered


def test_silence_is_a_nought_only_where_a_source_was_asked(core: Core, network: Network) -> None:
    core.sources.add(source("kinshasa", country="CD"))
    network.publish("https://kinshasa.example/feed", "Rain in the capital")
    core.poll()

    world = core.figures.lands.world(days=28)

    assert world.of("CD").covered
    assert (world.of("CD").stories, world.of("CD").score) == (0, None)
    assert not world.of("PE").covered
    assert world.of("PE") not in world.lands


def test_a_closed_alert_leaves_its_count_and_takes_its_score_along(
    core: Core, network: Network
) -> None:
    network.publish(WIRE, "China sets a gallium licence")
    core.poll()
    alerts = [one for card in core.cards(core.card_ids(ALL)) for one in card.alerts]
    core.triage(Action("close", tuple(alerts), {"relevant": True, "reason": "reported"}))

    china = core.figures.lands.world(days=28).of("CN")

    assert china.imposing == 1
    assert china.score is None


def test_another_good_or_a_time_before_is_not_counted(
    core: Core, network: Network, clock: Clock
) -> None:
    network.publish(WIRE, "China sets a gallium licence")
    core.poll()

    assert core.figures.lands.world(good="cobalt", days=28).of("CN").stories == 0
    assert (
        core.figures.lands.world(good="gallium", measure="export-licensing", days=28)
        .of("CN")
        .stories
        == 1
    )
    clock.forward(days=40)
    assert core.figures.lands.world(days=28).of("CN").stories == 0


def test_imported_history_counts_too(core: Core) -> None:
    day = NOON.date() - timedelta(days=3)
    core.news.import_counts([DayCount(day, "gallium", "JP", "", "news", 4)])

    world = core.figures.lands.world(days=28)

    assert world.of("JP").stories == 4
    assert world.observed == 1


def test_the_json_says_what_is_covered(core: Core, network: Network) -> None:
    network.publish(WIRE, "China sets a gallium licence")
    core.poll()

    told = as_json(core.figures.lands.world(days=7))

    lands = {one["code"]: one for one in told["lands"]}  # type: ignore[attr-defined, index]
    assert lands["CN"]["covered"] is True
    assert (told["days"], told["observed"]) == (7, 1)
