"""The door: triage, undo, lists, search, sources, settings."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from osawatch.core import Core
from osawatch.errors import BadInput, UnknownId
from osawatch.model import Action, Alert, Changes, Filter, Settings
from tests.fakes import NOON, Clock, Network, Pack, source

WIRE, PAPER, GAZETTE = (f"https://{name}.example/feed" for name in ("wire", "paper", "gazette"))


@pytest.fixture
def alert(core: Core, network: Network) -> Alert:
    network.publish(WIRE, "China considers a licence duty for gallium")
    core.poll()
    return core.alerts(Filter())[0]


def status(core: Core, name: str) -> str:
    found = core.alert(name)
    assert found is not None
    return found.alert.status


def act(core: Core, alert: Alert, kind: str, **data: object) -> Changes:
    return core.triage(Action(kind, (alert.id,), data))


def test_the_life_of_an_alert_is_written_down_with_its_author(core: Core, alert: Alert) -> None:
    act(core, alert, "seen")
    act(core, alert, "take")
    act(core, alert, "note", text="Asked the trade desk")
    act(core, alert, "close", relevant=True, note="Reported")

    detail = core.alert(alert.id)
    assert detail is not None
    assert detail.alert.status == "closed"
    assert [entry.kind for entry in detail.history] == ["raised", "seen", "take", "note", "close"]
    assert {entry.actor for entry in detail.history[1:]} == {"Ann"}
    assert {entry.post for entry in detail.history} == {"The Hague"}
    assert [entry.kind for entry in detail.notes] == ["note", "close"]


def test_undo_takes_back_a_persons_actions_one_by_one(core: Core, alert: Alert) -> None:
    act(core, alert, "seen")
    act(core, alert, "take")
    act(core, alert, "close", relevant=False, reason="old-news")

    seen = [(core.undo(), status(core, alert.id))[1] for _ in range(3)]

    assert seen == ["in_hand", "seen", "new"]
    assert core.undo() == Changes()


def test_undo_leaves_the_actions_of_others_alone(core: Core, alert: Alert) -> None:
    act(core, alert, "take")
    core.save_settings(replace(core.settings(), name="Bo"))
    act(core, alert, "tag", tag="asia")
    core.save_settings(replace(core.settings(), name="Ann"))

    core.undo()

    found = core.alert(alert.id)
    assert found is not None
    assert (found.alert.status, found.alert.tags) == ("new", ("asia",))


def test_what_was_seen_in_passing_is_not_what_undo_looks_for(core: Core, alert: Alert) -> None:
    act(core, alert, "take")
    act(core, alert, "seen", passive=True)

    core.undo()

    assert status(core, alert.id) == "seen"


def test_a_key_on_a_card_acts_on_all_its_alerts_and_undo_on_all_of_them(
    core: Core, network: Network
) -> None:
    network.publish(WIRE, "China sets a licence duty for gallium and germanium")
    core.poll()
    [card] = core.cards(core.card_ids(Filter()))

    core.triage(Action("close", card.alerts, {"relevant": True}))
    after = core.counts()
    core.undo()

    assert (after["inbox"], after["closed"]) == (0, 1)
    assert core.counts()["inbox"] == 1
    assert [one.status for one in core.alerts(Filter())] == ["new", "new"]


@pytest.mark.parametrize(
    ("kind", "data", "field"),
    [
        ("close", {}, "relevant"),
        ("close", {"relevant": False, "reason": "because"}, "reason"),
        ("close", {"relevant": True, "reason": "duplicate"}, "reason"),
        ("close", {"relevant": False, "reason": "known", "to": "X"}, "to"),
        ("snooze", {"until": "soon"}, "until"),
        ("note", {"text": "  "}, "text"),
        ("explode", {}, "kind"),
        ("merge", {}, "into"),
    ],
)
def test_a_wrong_action_names_its_field_and_changes_nothing(
    core: Core, alert: Alert, kind: str, data: dict, field: str
) -> None:
    with pytest.raises(BadInput) as caught:
        act(core, alert, kind, **data)

    assert caught.value.field == field
    assert len(core.history(alert.id)) == 1


def test_an_unknown_alert_stops_the_whole_action(core: Core, alert: Alert) -> None:
    with pytest.raises(UnknownId, match="nothing"):
        core.triage(Action("take", (alert.id, "nothing")))

    assert status(core, alert.id) == "new"


def test_a_snoozed_alert_comes_back_by_itself(core: Core, alert: Alert, clock: Clock) -> None:
    act(core, alert, "snooze", until=(NOON + timedelta(days=2)).isoformat())
    assert core.counts()["snoozed"] == 1
    assert core.card_ids(Filter(view="snoozed"))

    clock.forward(days=2, minutes=1)
    core.poll()

    assert status(core, alert.id) == "new"
    assert core.counts()["inbox"] == 1


def test_a_snooze_can_wait_for_an_official_source(
    core: Core, alert: Alert, network: Network, clock: Clock
) -> None:
    act(core, alert, "snooze", until="official")
    clock.forward(hours=3)
    network.publish(PAPER, "Traders say China considers a licence for gallium")
    core.poll()
    assert status(core, alert.id) == "snoozed"

    network.publish(GAZETTE, "China considers licence rules, says notice on gallium")
    core.poll()

    assert status(core, alert.id) == "new"
    assert core.history(alert.id)[-1].data["reason"] == "official"


def test_a_snooze_can_wait_for_a_new_publisher(
    core: Core, alert: Alert, network: Network, clock: Clock
) -> None:
    act(core, alert, "snooze", until="publisher")
    clock.forward(hours=3)
    network.publish(PAPER, "Traders say China considers a licence for gallium")
    core.poll()

    assert status(core, alert.id) == "new"


def test_a_closed_rumour_is_reopened_by_the_act(
    core: Core, alert: Alert, network: Network, clock: Clock
) -> None:
    act(core, alert, "close", relevant=False, reason="old-news")
    clock.forward(hours=5)
    network.publish(PAPER, "China sets a licence duty for gallium")
    core.poll()

    assert status(core, alert.id) == "new"
    assert [entry.kind for entry in core.history(alert.id)][-1] == "reopened"


def test_more_of_the_same_does_not_reopen_what_was_closed(
    core: Core, alert: Alert, network: Network, clock: Clock
) -> None:
    act(core, alert, "close", relevant=True)
    clock.forward(hours=5)
    network.publish(PAPER, "Again: China considers a gallium licence")
    core.poll()

    found = core.alert(alert.id)
    assert found is not None
    assert (found.alert.status, found.alert.items) == ("closed", 2)


def test_quiet_alerts_expire_and_stand_aside(core: Core, alert: Alert, clock: Clock) -> None:
    clock.forward(days=91)
    core.poll()

    assert status(core, alert.id) == "expired"
    assert core.counts()["inbox"] == 0
    assert core.card_ids(Filter(view="all"))


def test_a_clock_that_ran_ahead_hides_nothing_once_it_is_right(
    core: Core, alert: Alert, clock: Clock
) -> None:
    clock.forward(days=400)
    core.poll()
    assert status(core, alert.id) == "expired"

    clock.forward(days=-400)
    core.poll()

    assert status(core, alert.id) == "new"
    assert core.care.doctor() == []


def test_a_snooze_that_a_clock_ahead_ended_goes_on(core: Core, alert: Alert, clock: Clock) -> None:
    act(core, alert, "snooze", until=(NOON + timedelta(days=2)).isoformat())
    clock.forward(days=30)
    core.poll()
    assert status(core, alert.id) == "new"

    clock.forward(days=-30)
    core.poll()

    assert status(core, alert.id) == "snoozed"


def test_alerts_merge_and_come_apart_again(core: Core, alert: Alert, network: Network) -> None:
    network.publish(PAPER, "Congo puts a ban on cobalt exports")
    core.poll()
    [other] = [one for one in core.alerts(Filter()) if one.goods == ("cobalt",)]

    core.merge([other.id], alert.id)
    merged = core.alert(alert.id)
    listed = [one.id for one in core.alerts(Filter(view="all"))]
    core.undo()

    assert merged is not None
    assert {item.publisher for item in merged.story} == {"Wire", "Paper"}
    assert merged.alert.items == 2
    assert listed == [alert.id]
    assert len(core.alerts(Filter())) == 2
    assert core.alert(alert.id).alert.items == 1  # type: ignore[union-attr]
    assert core.care.doctor() == []


def test_a_merge_survives_that_its_target_gets_another_id(
    core: Core, alert: Alert, network: Network
) -> None:
    network.publish(PAPER, "Congo puts a ban on cobalt exports")
    core.poll()
    [other] = [one for one in core.alerts(Filter()) if one.goods == ("cobalt",)]
    core.merge([other.id], alert.id)
    day_before = (NOON - timedelta(days=1)).isoformat()
    network.publish(GAZETTE, "China considers gallium licence duty", date_published=day_before)
    core.poll()

    [left] = core.alerts(Filter(view="all"))
    assert left.id != alert.id
    assert left.items == 3
    assert core.care.doctor() == []


def test_official_news_on_a_merged_alert_reopens_the_one_that_shows_it(
    core: Core, alert: Alert, network: Network
) -> None:
    network.publish(PAPER, "Congo considers a ban on cobalt exports")
    core.poll()
    [other] = [one for one in core.alerts(Filter()) if one.goods == ("cobalt",)]
    core.merge([other.id], alert.id)
    act(core, alert, "close", relevant=False, reason="old-news")

    network.publish(GAZETTE, "Notice: Congo considers a ban on cobalt exports")
    core.poll()

    assert status(core, alert.id) == "new"
    assert core.care.doctor() == []


def test_alerts_are_not_merged_in_a_circle(core: Core, alert: Alert, network: Network) -> None:
    network.publish(PAPER, "Congo puts a ban on cobalt exports")
    core.poll()
    [other] = [one for one in core.alerts(Filter()) if one.goods == ("cobalt",)]
    core.merge([other.id], alert.id)

    with pytest.raises(BadInput):
        core.merge([alert.id], other.id)
    with pytest.raises(BadInput):
        core.merge([alert.id], alert.id)


def test_a_former_id_leads_to_the_alert_that_took_it_in(
    core: Core, alert: Alert, network: Network
) -> None:
    act(core, alert, "take")
    day_before = (NOON - timedelta(days=1)).isoformat()
    network.publish(PAPER, "China considers gallium licence duty", date_published=day_before)
    core.poll()

    found = core.alert(alert.id)
    assert found is not None
    assert found.alert.id != alert.id
    assert found.alert.status == "in_hand"
    assert core.triage(Action("tag", (alert.id,), {"tag": "x"})).alerts == {found.alert.id}
    assert core.card(alert.id) is not None
    assert core.care.doctor() == []


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
