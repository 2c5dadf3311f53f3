"""The fold of events."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from osawatch.fold import effective, fold, undone
from osawatch.stages import Event, State

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
KINDS = ["seen", "take", "assign", "close", "reopen", "snooze", "wake", "tag", "merge", "note"]
DATA = {
    "assign": {"who": "Bo"},
    "close": {"relevant": True, "reason": ""},
    "snooze": {"until": "2026-03-09T00:00:00+00:00"},
    "tag": {"tag": "x", "on": True},
    "merge": {"into": "other"},
    "note": {"text": "hm"},
}


def event(number: int, kind: str, device: str = "d", **data: object) -> Event:
    return Event(
        f"{device}{number}", f"{number:015d}.00000", device, number, "Ann", "Post", kind, "a",
        data or DATA.get(kind, {}),
    )  # fmt: skip


steps = st.lists(st.sampled_from(KINDS), max_size=12)


@given(steps)
def test_undoing_every_action_gives_the_first_state(kinds: list[str]) -> None:
    log = [event(n, kind) for n, kind in enumerate(kinds, 1)]
    undos = [event(100 + n, "undo", events=[one.id]) for n, one in enumerate(reversed(log))]

    assert fold([*log, *undos]) == State()


@given(steps, steps, st.randoms())
def test_two_logs_merged_in_any_order_give_one_state(
    one: list, other: list, chance: object
) -> None:
    log = [event(n, kind) for n, kind in enumerate(one, 1)]
    log += [event(n, kind, "e") for n, kind in enumerate(other, 1)]
    mixed = list(log)
    chance.shuffle(mixed)  # type: ignore[attr-defined]

    assert fold(mixed) == fold(log)


def test_an_undo_can_be_undone() -> None:
    log = [event(1, "take"), event(2, "undo", events=["d1"]), event(3, "undo", events=["d2"])]

    assert undone(log) == {"d2"}
    assert fold(log).status == "in_hand"


def test_taking_and_closing_say_who_and_why() -> None:
    taken = fold([event(1, "seen"), event(2, "take")])
    closed = fold([event(1, "take"), event(2, "close", relevant=False, reason="old-news")])

    assert (taken.status, taken.assignee) == ("in_hand", "Ann")
    assert (closed.status, closed.relevant, closed.reason) == ("closed", False, "old-news")


def test_news_that_breaks_through_is_unread_again() -> None:
    log = [event(1, "seen"), event(2, "close", relevant=True), event(3, "reopened", reason="level")]

    assert fold(log).status == "new"


def test_two_desks_that_hear_an_alert_speak_again_make_it_unread_once() -> None:
    mine = [event(1, "again", at="2026-03-02T12:00:00Z"), event(2, "seen")]
    late = event(3, "again", "e", at="2026-03-02T12:00:00Z")
    anew = event(4, "again", "e", at="2026-03-03T12:00:00Z")

    assert fold(mine).status == "seen"
    assert fold([*mine, late]).status == "seen"
    assert fold([*mine, late, anew]).status == "new"
    assert fold([event(1, "take"), anew]).status == "in_hand"


def test_a_snooze_ends_by_time() -> None:
    state = fold([event(1, "seen"), event(2, "snooze")])
    week = timedelta(days=8)

    assert effective(state, NOON, NOON) == "snoozed"
    assert effective(state, NOON + week, NOON + week) == "seen"


def test_a_snooze_may_wait_for_an_event_instead() -> None:
    state = fold([event(1, "snooze", until="official")])

    assert effective(state, NOON, NOON + timedelta(days=30)) == "snoozed"
    assert fold([event(1, "snooze", until="official"), event(2, "reopened")]).status == "new"


def test_what_nobody_took_expires_after_ninety_quiet_days() -> None:
    late = NOON + timedelta(days=91)

    assert effective(State(), NOON, late) == "expired"
    assert effective(fold([event(1, "take")]), NOON, late) == "in_hand"
    assert effective(fold([event(1, "close", relevant=True)]), NOON, late) == "closed"
