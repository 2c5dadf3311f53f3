"""What a person takes apart stays apart, and what is told later of either side finds it."""

from __future__ import annotations

import random
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osawatch import triage
from osawatch.core import Core
from osawatch.errors import BadInput
from osawatch.model import Action, Filter
from osawatch.store import events
from osawatch.tellings import Line, place
from tests.fakes import NOON, Clock, Network, Pack, json_feed, source
from tests.osawatch.test_tellings import FIRST, FIRST_TEXT, OTHER, OTHER_TEXT, PAPER, WIRE, said

THIRD = "Makers of chips fear for gallium as Beijing wants a licence for each cargo from April"
FOURTH = "Optics: germanium under licence duty in Beijing, each cargo of the metal needs papers"


def sides(core: Core) -> dict[str, str]:
    """The card of each alert, by its title."""
    return {one.title: one.card for one in core.alerts(Filter(view="all"))}


def apart(core: Core) -> None:
    [card] = core.cards(core.card_ids(Filter()))
    core.triage(Action("unmerge", card.alerts))


@pytest.fixture
def parted(core: Core, network: Network, clock: Clock) -> Core:
    """One event told twice, for two goods, and taken apart."""
    network.publish(WIRE, FIRST, content_text=FIRST_TEXT)
    clock.forward(hours=5)
    network.publish(PAPER, OTHER, content_text=OTHER_TEXT)
    core.poll(["wire", "paper"])
    apart(core)
    assert len(set(sides(core).values())) == 2
    return core


def test_what_is_told_later_of_either_side_finds_its_card(
    parted: Core, network: Network, clock: Clock
) -> None:
    parted.sources.add(source("daily"))
    before = sides(parted)
    clock.forward(hours=30)
    network.publish("https://daily.example/feed", f"{FOURTH}, copper", content_text=OTHER_TEXT)
    network.publish("https://daily.example/feed", f"{THIRD}, cobalt", content_text=FIRST_TEXT)
    parted.poll(["daily"])

    after = {one.goods[0]: one.card for one in parted.alerts(Filter(view="all"))}

    assert (after["gallium"], after["germanium"]) == (before[FIRST], before[OTHER])
    assert (after["cobalt"], after["copper"]) == (before[FIRST], before[OTHER])
    assert before[FIRST] != before[OTHER]
    assert parted.care.doctor() == []


def test_another_good_of_the_same_text_stands_with_the_side_that_told_it(
    parted: Core, network: Network, clock: Clock
) -> None:
    parted.sources.add(source("daily"))
    before = sides(parted)
    clock.forward(hours=3)
    more = f"{FIRST} and cobalt"
    network.publish("https://daily.example/feed", more, content_text=FIRST_TEXT)
    parted.poll(["daily"])

    cobalt = next(one for one in parted.alerts(Filter(view="all")) if "cobalt" in one.goods)

    assert cobalt.card == before[FIRST]
    assert parted.care.doctor() == []


def test_undo_makes_one_story_of_both_and_of_what_came_later(
    parted: Core, network: Network, clock: Clock
) -> None:
    parted.sources.add(source("daily"))
    clock.forward(hours=3)
    more = f"{FIRST} and cobalt"
    network.publish("https://daily.example/feed", more, content_text=FIRST_TEXT)
    parted.poll(["daily"])

    parted.undo()

    assert len(set(sides(parted).values())) == 1
    assert parted.care.doctor() == []


def test_what_was_merged_by_hand_and_taken_off_again_leaves_the_story_where_it_was(
    core: Core, network: Network, clock: Clock
) -> None:
    core.sources.add(source("daily"))
    network.publish(WIRE, f"{FIRST} and germanium", content_text=FIRST_TEXT)
    core.poll(["wire"])
    by_good = {one.goods[0]: one for one in core.alerts(Filter(view="all"))}
    story = by_good["gallium"].card
    core.merge([by_good["germanium"].id], by_good["gallium"].id)
    core.triage(Action("unmerge", (by_good["gallium"].id,)))
    clock.forward(hours=3)
    more = f"{FIRST} and cobalt"
    network.publish("https://daily.example/feed", more, content_text=FIRST_TEXT)
    core.poll(["daily"])

    found = {one.goods[0]: one.card for one in core.alerts(Filter(view="all"))}

    assert found["gallium"] == found["cobalt"] == story
    assert found["germanium"] != story
    assert core.care.doctor() == []


def test_a_parted_story_begins_a_story_and_takes_what_is_most_like_it() -> None:
    first = said(1, FIRST, FIRST_TEXT, goods=("gallium",), acting=("CN",))
    other = said(2, OTHER, OTHER_TEXT, day=0.2, goods=("gallium",), acting=("CN",))
    third = said(3, THIRD, FIRST_TEXT, day=0.4, goods=("gallium",), acting=("CN",))
    fourth = said(4, FOURTH, OTHER_TEXT, day=0.5, goods=("gallium",), acting=("CN",))
    line = Line(frozenset({"001", "002"}))

    assert [line.place(one) for one in (first, other, third, fourth)] == [
        "001",
        "002",
        "001",
        "002",
    ]
    assert {Line().place(one) for one in (first,)} == {"001"}


told = st.lists(
    st.builds(
        lambda n, title, text, day, good: (n, title, text, day, good),
        st.integers(1, 60), st.sampled_from([FIRST, OTHER, THIRD, FOURTH, "Copper on strike"]),
        st.sampled_from([FIRST_TEXT, OTHER_TEXT, ""]), st.integers(0, 40),
        st.sampled_from(["gallium", "germanium"]),
    ),
    max_size=14,
    unique_by=lambda row: row[0],
)  # fmt: skip


@given(told, st.sets(st.integers(1, 60)))
def test_parted_stories_never_meet_and_part_of_a_line_placed_anew_is_the_whole(
    rows: list, parted: set[int]
) -> None:
    items = sorted(
        (said(n, title, text, day=day / 4, goods=(good,), acting=("CN",))
         for n, title, text, day, good in rows),
        key=lambda one: (one.at, one.id),
    )  # fmt: skip
    names = frozenset(f"{n:03}" for n in parted)
    line = Line(names)

    whole = {one.id: line.place(one) for one in items}

    for one in items:
        if one.copies in names:
            assert whole[one.id] == one.copies
    anew = dict(whole)
    moved = place([], [(one, "") for one in items], items[-1].at if items else 0, names)
    anew |= {one.id: topic for one, topic in moved}
    assert anew == whole


FEEDS, ENTRIES = 8, 10
EVENTS = [
    "China sets a licence duty for gallium",
    "China considers a licence for germanium and gallium",
    "Congo and China: a ban on cobalt and gallium",
    "Copper and gallium: China and Chile put a ban on shipments",
    "Beijing speaks of a ban on germanium and copper",
]


def entries(feed: int, seed: int) -> list[dict[str, str]]:
    rng = random.Random(100 * seed + feed)
    return [
        {
            "id": f"{feed}-{n}",
            "url": f"https://paper-{feed}.example/{n}",
            "title": f"{rng.choice(EVENTS)}, writes {feed}-{n}",
            "content_text": " ".join(f"w{rng.randrange(10**6)}" for _ in range(12)),
            "date_published": (NOON - timedelta(hours=rng.randrange(1500))).isoformat(),
        }
        for n in range(ENTRIES)
    ]


def placed(core: Core) -> dict[str, str]:
    return {one.id: one.card for one in core.alerts(Filter(view="all"))}


def feeds(folder: Path, seed: int) -> Core:
    network = Network(Clock())
    network.bodies = {
        f"https://f{n}.example/feed": json_feed(entries(n, seed)) for n in range(FEEDS)
    }
    core = Core(folder, clock=network.clock, fetch=network, pack=Pack())
    for n in range(FEEDS):
        core.sources.add(source(f"f{n}"))
    return core


@pytest.mark.parametrize("seed", range(5))
def test_desks_that_part_the_same_stories_agree_in_whatever_order_news_and_partings_came(
    tmp_path: Path, seed: int
) -> None:
    rng = random.Random(seed)
    names = [f"f{n}" for n in range(FEEDS)]
    with feeds(tmp_path / "one", seed) as core:
        core.poll(names[: FEEDS // 2])
        shown = core.cards(core.card_ids(Filter(view="all")))
        several = [one.alerts for one in shown if len(one.alerts) > 1]
        for alerts in rng.sample(several, min(4, len(several))):
            with suppress(BadInput):  # all of one text
                core.triage(Action("unmerge", alerts))
        parted = {one.id for one in core.alerts(Filter(view="all"))}
        taken = placed(core)
        core.poll(names[FEEDS // 2 :])
        assert core.care.doctor() == []
        first = placed(core)
        with core._store.reading() as connection:
            log = events.everything(connection)
    with feeds(tmp_path / "two", seed) as other:  # all news first, in another order, then the log
        rng.shuffle(names)
        for name in names:
            other.poll([name])
        triage.receive(other._store, other.rulebook.rater, log, other.now())
        other.news.settled()
        assert other.care.doctor() == []
        assert placed(other) == first
    unmerged = {one.subject for one in log if one.kind == "unmerge"} & parted & first.keys()
    assert unmerged
    for one in unmerged:
        for two in unmerged:
            if taken[one] != taken[two]:
                assert first[one] != first[two]
