"""The door: triage, undo, merging."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from osawatch.core import Core
from osawatch.errors import BadInput, UnknownId
from osawatch.model import Action, Alert, Changes, Filter
from tests.fakes import NOON, Clock, Network
from tests.osawatch.deeds import act, status

WIRE, PAPER, GAZETTE = (f"https://{name}.example/feed" for name in ("wire", "paper", "gazette"))


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
