"""The door: lists, search, sources, settings."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from osawatch.core import Core
from osawatch.errors import BadInput, UnknownId
from osawatch.model import Action, Alert, Changes, Filter, Settings
from tests.fakes import NOON, Clock, Network, Pack, source
from tests.osawatch.deeds import act

WIRE, PAPER, GAZETTE = (f"https://{name}.example/feed" for name in ("wire", "paper", "gazette"))


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Filter(), {"gallium", "cobalt"}),
        (Filter(text="cobal"), {"cobalt"}),
        (Filter(text="nothing"), set()),
        (Filter(goods=("gallium",)), {"gallium"}),
        (Filter(countries=("CD",)), {"cobalt"}),
        (Filter(measures=("export-ban",)), {"cobalt"}),
        (Filter(level="critical"), set()),
        (Filter(level="high"), {"gallium", "cobalt"}),
        (Filter(kinds=("official-gazette",)), {"cobalt"}),
        (Filter(statuses=("new",)), {"gallium", "cobalt"}),
        (Filter(statuses=("closed",)), set()),
        (Filter(since=NOON + timedelta(hours=1)), {"cobalt"}),
        (Filter(until=NOON + timedelta(hours=1)), {"gallium"}),
        (Filter(view="closed"), set()),
        (Filter(view="mine"), set()),
        (Filter(order="score"), {"gallium", "cobalt"}),
    ],
)
def test_lists_show_what_their_filter_asks_for(
    core: Core, alert: Alert, network: Network, clock: Clock, wanted: Filter, found: set[str]
) -> None:
    clock.forward(hours=2)
    network.publish(GAZETTE, "Congo puts a ban on cobalt exports")
    core.poll()

    cards = core.cards(core.card_ids(wanted))

    assert {good for card in cards for good in card.goods} == found
    assert {good for one in core.alerts(wanted) for good in one.goods} == found


def test_lists_are_newest_first_or_gravest_first(
    core: Core, alert: Alert, network: Network, clock: Clock
) -> None:
    clock.forward(days=20)
    network.publish(PAPER, "Congo puts a ban on cobalt exports")
    core.poll()

    newest = core.cards(core.card_ids(Filter()))
    gravest = core.cards(core.card_ids(Filter(order="score")))

    assert [card.last_seen for card in newest] == sorted(
        (c.last_seen for c in newest), reverse=True
    )
    assert [card.score for card in gravest] == sorted((c.score for c in gravest), reverse=True)


def test_mine_is_what_i_took(core: Core, alert: Alert) -> None:
    act(core, alert, "take")

    assert core.card_ids(Filter(view="mine")) == core.card_ids(Filter())
    assert core.counts()["mine"] == 1
    act(core, alert, "assign", who="Bo")
    assert core.card_ids(Filter(view="mine")) == []
    assert core.alerts(Filter())[0].assignee == "Bo"


def test_the_inbox_starts_with_the_posts_countries(core: Core) -> None:
    core.save_settings(replace(core.settings(), countries=("CD", "RW")))

    assert core.start_filter() == Filter(countries=("CD", "RW"))


def test_a_card_shows_a_curve_with_gaps_where_nobody_looked(
    core: Core, alert: Alert, clock: Clock
) -> None:
    [card] = core.cards(core.card_ids(Filter()))

    assert len(card.daily) == 28
    assert card.daily[-1] == 1
    assert card.daily[0] is None


def test_cards_that_are_gone_are_left_out_of_a_page(core: Core, alert: Alert) -> None:
    [known] = core.card_ids(Filter())

    assert [card.id for card in core.cards(["gone", known])] == [known]
    assert core.card("gone") is None
    assert core.alert("gone") is None


def test_facets_say_what_is_there(core: Core, alert: Alert) -> None:
    found = core.facets()

    assert [(one.id, one.count) for one in found.goods] == [("gallium", 1)]
    assert [(one.id, one.name) for one in found.countries] == [("CN", "China")]
    assert core.names("country", "DE", "nl") == "Duitsland"
    assert core.names("country", "EU", "nl") == "Europese Unie"


def test_a_source_that_is_removed_leaves_its_items(core: Core, alert: Alert) -> None:
    core.sources.remove("wire")

    assert "wire" not in [row.id for row in core.sources.rows()]
    assert core.alerts(Filter())
    with pytest.raises(UnknownId):
        core.sources.enable("wire", True)
    core.sources.add(source("wire"))
    assert "wire" in [row.id for row in core.sources.rows()]


def test_a_source_that_is_there_is_not_added_twice(core: Core) -> None:
    with pytest.raises(BadInput, match="wire"):
        core.sources.add(source("wire", url="https://other.example/"))


def test_a_mended_catalogue_reaches_an_old_profile_and_decisions_stay(
    core: Core, monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped = [source("a", start=True), source("b", start=True)]
    monkeypatch.setattr("feeds.catalogue.load", lambda: shipped)
    core.init_profile()
    core.sources.enable("a", False)
    core.sources.remove("b")
    shipped[0] = source("a", start=True, url="https://moved.example/feed")

    core.init_profile()

    rows = {row.id: row for row in core.sources.rows()}
    assert (rows["a"].url, rows["a"].enabled) == ("https://moved.example/feed", False)
    assert "b" not in rows


def test_a_source_tells_its_health(core: Core, alert: Alert) -> None:
    row = {one.id: one for one in core.sources.rows()}["wire"]

    assert (row.outcome, row.items, row.newest_item, row.last_polled) == ("ok", 1, NOON, NOON)
    assert row.next_poll is not None
    assert [(outcome, items) for _, outcome, items in row.days if outcome] == [("ok", 1)]


def test_listeners_hear_of_writes_until_they_leave(core: Core, alert: Alert) -> None:
    heard: list[Changes] = []

    def broken(_: Changes) -> None:
        raise RuntimeError

    core.watch(broken)
    leave = core.watch(heard.append)
    act(core, alert, "seen")
    leave()
    act(core, alert, "take")

    assert [one.alerts for one in heard] == [{alert.id}]


def test_a_listener_hears_of_a_write_when_it_is_done(core: Core, alert: Alert) -> None:
    """A listener that reads must see what it was told of."""
    seen: list[bool] = []
    core.watch(lambda _: seen.append(core.sources.rows()[0].enabled))

    core.sources.enable("gazette", False)

    assert seen == [False]


def test_settings_survive_and_wrong_ones_are_told(tmp_path: Path) -> None:
    with Core(tmp_path, pack=Pack()) as core:
        core.save_settings(Settings(name="Ann", countries=("NL",), language="nl", ready=True))
        with pytest.raises(BadInput, match="countries"):
            core.save_settings(Settings(countries=("Nederland",)))
    with Core(tmp_path, pack=Pack()) as core:
        assert core.settings() == Settings(name="Ann", countries=("NL",), language="nl", ready=True)
    (tmp_path / "settings.json").write_text('{"name": 7, "colour": "red", "post": "Bern"}')
    with Core(tmp_path, pack=Pack()) as core:
        assert core.settings() == Settings(post="Bern")
        assert [line.split(": ")[1] for line in core.care.doctor()] == ["name", "colour"]


def test_everything_is_there_again_after_closing(
    tmp_path: Path, network: Network, clock: Clock, pack: Pack
) -> None:
    network.publish(WIRE, "China sets a licence duty for gallium")
    with Core(tmp_path, clock=clock, fetch=network, pack=pack) as core:
        core.sources.add(source("wire"))
        core.poll()
        core.triage(Action("take", (core.alerts(Filter())[0].id,)))
    with Core(tmp_path, clock=clock, fetch=network, pack=pack) as core:
        assert core.alerts(Filter())[0].status == "in_hand"
        assert core.care.doctor() == []
        assert core.care.stats()["items"] == 1


def test_the_doctor_finds_what_was_tampered_with(core: Core, alert: Alert) -> None:
    assert core.care.doctor() == []
    with core._store.writing() as connection:
        connection.execute("UPDATE alerts SET status = 'closed', items = 7")
        connection.execute("DELETE FROM sightings")

    found = " ".join(core.care.doctor())

    assert "events add up" in found
    assert "items say" in found
    assert "nobody carried" in found


def test_the_sample_desk_goes_through_the_real_pipeline_once(tmp_path: Path) -> None:
    with Core(tmp_path, pack=Pack()) as core:
        core.init_profile(sample=True)
        before = core.care.stats()
        core.init_profile(sample=True)

        assert core.care.stats()["items"] == before["items"]
        assert int(str(before["items"])) > 80
        assert core.care.doctor() == []
        assert len(core.sources.rows()) > 30
