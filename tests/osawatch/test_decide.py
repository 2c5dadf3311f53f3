"""Decisions on items and alerts."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.model import Item
from osawatch import decide
from osawatch.stages import Known, Span, Wish
from rules.model import Match

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
WISH = Wish("r", "Rule", "high", "A", False, "", "", (("country", "CN"), ("good", "gallium")))


def known(item_id: str, *, source: str = "a", guid: str = "", title: str = "T") -> Known:
    return Known(1, item_id, source, guid, title, frozenset({"hash"}))


def nothing(_: str) -> None:
    return None


def span(hours: float, *, status: str = "new", closed: float | None = None, **more: object) -> Span:
    at = NOON + timedelta(hours=hours)
    values: dict[str, object] = {
        "id": decide.alert_id(WISH.rule, WISH.group, at),
        "start": at,
        "stop": at,
        "level": "high",
        "official": False,
        "stage": "",
        "publishers": 1,
        "status": status,
        "closed_at": None if closed is None else NOON + timedelta(hours=closed),
    }
    return Span(**(values | more))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "url",
    [
        "https://News.example/a/b?utm_source=x&id=7",
        "http://www.news.example/a/b/?id=7&at_medium=rss#top",
        "https://news.example:443/a/b?id=7&maca=en-rss&qid=1",
    ],
)
def test_an_address_is_the_same_however_it_was_shared(url: str) -> None:
    assert decide.canonical(url) == "news.example/a/b?id=7"


WEB = r"https?://[a-z0-9]{1,8}\.example(/[A-Za-z0-9._~-]{0,8}){0,3}(\?[a-z]=[a-z0-9]{0,4})?"


@given(st.from_regex(WEB, fullmatch=True))
def test_the_canonical_form_of_an_address_stays_when_it_is_read_again(url: str) -> None:
    once = decide.canonical(url)

    assert decide.canonical(f"https://{once}") == once


@given(st.text())
def test_blanks_around_any_text_make_no_other_address(url: str) -> None:
    assert decide.canonical(f" {url}\n") == decide.canonical(url)


def test_two_desks_give_an_item_the_same_id() -> None:
    item = Item("rss-2.0", guid="x", url="https://a.example/1", title="One")
    later = NOON + timedelta(days=3)

    ids = {
        decide.identify(item, source, seen, nothing) for source, seen in [("a", NOON), ("b", later)]
    }

    assert len(ids) == 1


def test_a_front_page_identifies_nothing_so_the_guid_does() -> None:
    first = Item("rss-2.0", guid="1", url="https://a.example/", title="One")
    second = Item("rss-2.0", guid="2", url="https://a.example/", title="Two")

    assert decide.identify(first, "a", NOON, nothing) != decide.identify(second, "a", NOON, nothing)


def test_an_address_that_carries_two_texts_loses_neither() -> None:
    old = Item("rss-2.0", guid="1", url="https://a.example/notices", title="Gallium licence notice")
    new = Item(
        "rss-2.0", guid="2", url="https://a.example/notices", title="Copper strike ends today"
    )
    there = known(decide.identify(old, "a", NOON, nothing), guid="1", title=old.title)

    found = decide.identify(new, "a", NOON, {there.id: there}.get)

    assert found != there.id


def test_a_guid_that_carries_several_texts_loses_none_of_them() -> None:
    titles = ["Gallium licence notice", "Copper strike ends", "Work plan for the schools"]
    items = [Item("rss-2.0", guid="x", url="https://a.example/n", title=one) for one in titles]
    shared = decide.shared_names(items)

    ids = {decide.identify(one, "a", NOON, nothing, shared=shared) for one in items}

    assert len(ids) == 3


def test_items_that_are_only_text_are_told_apart_by_it() -> None:
    items = [Item("rss-2.0", summary=f"Entry number {n}") for n in range(3)]

    assert len({decide.identify(one, "a", NOON, nothing) for one in items}) == 3


def test_a_headline_that_was_edited_is_still_the_same_item() -> None:
    old = Item("rss-2.0", guid="u#0", url="https://a.example/1", title="China limits gallium sales")
    new = Item(
        "rss-2.0", guid="u#1", url="https://a.example/1", title="China limits all gallium sales"
    )
    there = known(decide.identify(old, "a", NOON, nothing), guid="u#0", title=old.title)

    assert decide.identify(new, "a", NOON, {there.id: there}.get) == there.id


def test_without_address_and_guid_title_and_day_identify_an_item() -> None:
    item = Item("rss-2.0", title="Notice", published=NOON)
    folded = Item("rss-2.0", title="  NOTICE ", published=NOON + timedelta(hours=3))
    other = Item("rss-2.0", title="Notice", published=NOON - timedelta(days=1))

    ids = [
        decide.identify(one, "a", NOON + timedelta(days=9), nothing)
        for one in (item, folded, other)
    ]

    assert ids[0] == ids[1] != ids[2]


def test_an_item_from_the_future_happened_when_it_was_seen() -> None:
    item = Item("rss-2.0", published=NOON + timedelta(days=400))

    assert decide.happened(item, NOON) == NOON


def test_freshness_looks_at_the_text_and_not_at_dates() -> None:
    there = known("i")

    assert decide.fresh("hash", None) == "new"
    assert decide.fresh("hash", there) == "seen"
    assert decide.fresh("other", there) == "changed"


@given(st.permutations([0.0, 20.0, 50.0, 110.0, 200.0]))
def test_alerts_are_the_same_in_whatever_order_items_arrive(order: list[float]) -> None:
    assert settled(order) == settled(sorted(order))


def settled(order: list[float]) -> dict[str, tuple[float, float]]:
    """Ids and extents of the alerts that items at these hours make."""
    standing: dict[str, Span] = {}
    for hours in order:
        at = NOON + timedelta(hours=hours)
        verdict = decide.settle(WISH, at, list(standing.values()))
        parts = [standing.pop(one) for one in (*verdict.absorbed, verdict.alert) if one in standing]
        start = min([at, *(part.start for part in parts)])
        stop = max([at, *(part.stop for part in parts)])
        standing[verdict.alert] = span(0, id=verdict.alert, start=start, stop=stop)
    return {one.id: (one.start.timestamp(), one.stop.timestamp()) for one in standing.values()}


def test_items_of_one_window_make_one_alert_and_later_ones_another() -> None:
    assert len(settled([0, 70, 140])) == 1
    assert len(settled([0, 73])) == 2


def test_a_late_item_between_two_alerts_folds_them_into_the_earlier() -> None:
    verdict = decide.settle(WISH, NOON + timedelta(hours=60), [span(0), span(120)])

    assert verdict.code == "merged"
    assert verdict.alert == span(0).id
    assert verdict.absorbed == (span(120).id,)


def test_a_new_alert_says_why_it_stays_aside() -> None:
    aside = Wish("r", "Rule", "high", "C", False, "tier-c", "", WISH.group)
    trial = Wish("r", "Rule", "high", "A", True, "", "", WISH.group)

    assert decide.settle(aside, NOON, []).reason == "tier-c"
    assert decide.settle(trial, NOON, []).reason == "trial"


def test_an_exception_leaves_a_trace_among_the_suppressed() -> None:
    match = Match(silences=("litho: exception asml: known case", "measure export-ban: denied"))

    [wish] = decide.wishes(match)

    assert (wish.rule, wish.suppressed) == ("litho", "exception")
    assert decide.settle(wish, NOON, []).reason == "exception"


def test_a_copy_does_not_reopen_what_a_person_closed() -> None:
    verdict = decide.settle(WISH, NOON, [span(-1, status="closed", closed=-0.5)], copy=True)

    assert (verdict.code, verdict.reason) == ("merged", "copy")


@pytest.mark.parametrize(
    ("standing", "more", "reason"),
    [
        (span(-1, status="closed", closed=-0.5, level="low"), {}, "level"),
        (span(-1, status="snoozed"), {"official": True}, "official"),
        (span(-1, status="closed", closed=-0.5, stage="rumour"), {"stage": "adopted"}, "stage"),
    ],
)
def test_worse_or_official_news_breaks_through(standing: Span, more: dict, reason: str) -> None:
    verdict = decide.settle(WISH, NOON, [standing], **more)

    assert (verdict.code, verdict.reason) == ("realert", reason)


def test_a_snooze_that_waits_for_a_publisher_ends_with_one() -> None:
    waiting = span(-1, status="snoozed", snooze="publisher")

    assert decide.settle(WISH, NOON, [waiting], new_publisher=True).reason == "publisher"
    assert decide.settle(WISH, NOON, [waiting]).code == "merged"


def test_an_official_source_breaks_through_once() -> None:
    closed = span(-1, status="closed", closed=-0.5, official=True)

    assert decide.settle(WISH, NOON, [closed], official=True).code == "merged"


def test_a_closed_alert_does_not_swallow_news_for_ever() -> None:
    long = span(-500, stop=NOON - timedelta(hours=1), status="closed", closed=-100)

    assert decide.settle(WISH, NOON, [long]).code == "new"


@pytest.mark.parametrize("aside", [{"status": "closed", "closed": -10}, {"status": "snoozed"}])
def test_news_that_join_an_open_alert_and_one_put_aside_leave_it_all_open(
    aside: dict[str, object],
) -> None:
    old, new = span(-20, **aside), span(5)  # type: ignore[arg-type]

    verdict = decide.settle(WISH, NOON, [old, new])

    assert (verdict.code, verdict.reason, verdict.alert) == ("realert", "joined", old.id)
    assert verdict.absorbed == (new.id,)
