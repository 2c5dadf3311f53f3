"""Stories told in other words and other languages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osawatch import tellings
from osawatch.core import Core
from osawatch.errors import BadInput
from osawatch.model import Action, Filter
from osawatch.stages import Telling
from osawatch.tellings import DAY, REACH, Line, place, terms
from tests.fakes import Clock, Network, Pack, source

HALTED = "Jakarta halts shipments of nickel matte"
HALTED_TEXT = "The mining minister wants the metal to be refined at home."
TRADERS = "Smelters scramble as nickel matte from Jakarta dries up"
TRADERS_TEXT = "Buyers look for other feed after the minister stopped shipments of the metal."


def said(
    number: int, title: str, text: str = "", *, day: float = 0.0, language: str = "en",
    goods: Iterable[str] = ("nickel",), acting: Iterable[str] = ("ID",),
    measures: Iterable[str] = ("export-ban",), ended: bool = False, copies: str = "",
    act: str = "",
) -> Telling:  # fmt: skip
    name = f"{number:03}"
    lands = frozenset(acting)
    return Telling(
        number, name, int(1000 * DAY + day * DAY), copies or name, title, text, language,
        frozenset(goods), lands, lands, frozenset(measures), ended, act,
    )  # fmt: skip


def stories(*told: Telling) -> list[str]:
    line = Line()
    return [line.place(one) for one in told]


def together(*told: Telling) -> bool:
    return len(set(stories(*told))) == 1


def test_an_event_told_in_other_words_is_one_story() -> None:
    plain = said(1, HALTED, HALTED_TEXT, measures=())

    assert together(plain, said(2, TRADERS, TRADERS_TEXT, measures=(), day=0.3))
    assert not together(plain, said(2, "Copper mine on strike in Chile", goods=(), acting=()))


def test_the_same_good_country_and_measure_join_across_languages() -> None:
    dutch = said(2, "Indonesië verbiedt de uitvoer van nikkelmatte", language="nl", day=1)

    assert together(said(1, HALTED, HALTED_TEXT), dutch)
    assert not together(said(1, HALTED, HALTED_TEXT), replace(dutch, goods=frozenset({"tin"})))


def test_two_of_the_three_are_enough_in_another_language_on_the_same_day() -> None:
    first = said(1, HALTED, HALTED_TEXT)
    dutch = said(2, "Indonesië verbiedt de uitvoer", language="nl", goods=(), day=0.5)

    assert together(first, dutch)
    assert not together(first, replace(dutch, language="en"))
    assert not together(first, said(2, dutch.title, language="nl", goods=(), day=2))


def test_another_country_or_good_needs_far_more_of_the_same_words() -> None:
    manila = said(
        2, "Manila mulls a tax on shipments of nickel", "The minister wants revenue.",
        acting=("PH",), measures=("export-tax",), day=0.2,
    )  # fmt: skip

    assert not together(said(1, HALTED, HALTED_TEXT), manila)
    assert together(
        said(1, HALTED, HALTED_TEXT), said(2, HALTED, "The minister wants it.", acting=("PH",))
    )


def test_the_end_of_a_measure_is_not_its_beginning() -> None:
    lifted = said(2, "Indonesien hebt Verbot auf", language="de", ended=True, day=1)

    assert not together(said(1, HALTED, HALTED_TEXT), lifted)
    assert together(said(1, HALTED, HALTED_TEXT), replace(lifted, ended=False))


def test_two_numbered_acts_are_two_stories_though_they_share_all_else() -> None:
    first = replace(said(1, "Notice 56", HALTED_TEXT), act="CN:2025/56")
    other = replace(said(2, "Notice 57", HALTED_TEXT, day=0.1), act="CN:2025/57")

    assert not together(first, other)
    assert together(first, replace(other, act=""))
    assert together(first, replace(other, act=first.act))


def test_a_story_takes_nothing_a_week_after_it_began_or_three_days_after_it_paused() -> None:
    def told(*days: float) -> list[str]:
        return stories(*(said(n, HALTED, HALTED_TEXT, day=day) for n, day in enumerate(days)))

    assert len(set(told(0, 2.9, 5.8, 6.9))) == 1
    assert told(0, 3.1) == ["000", "001"]
    assert told(0, 2.9, 5.8, 7.1) == ["000", "000", "000", "003"]


def test_a_copy_is_in_the_story_of_what_it_copies() -> None:
    first = said(1, HALTED, HALTED_TEXT)

    assert together(first, said(2, "Quite other words", goods=(), acting=(), copies="001"))


def test_only_the_first_paragraph_and_no_small_word_counts() -> None:
    assert set(terms("The ban", "Nickel from here.\n\nTomatoes")) == {"ban", "nickel", "here"}
    assert set(terms("镍出口", "")) == {"镍出", "出口"}


WORDS = st.sampled_from(["nickel", "matte", "ban", "strike", "chile", "jakarta", "quota", "mine"])
TOLD = st.builds(
    said,
    number=st.integers(0, 10_000),
    title=st.lists(WORDS, min_size=1, max_size=4).map(" ".join),
    day=st.floats(0, 20),
    language=st.sampled_from(["en", "nl"]),
    goods=st.sets(st.sampled_from(["nickel", "copper"])),
    acting=st.sets(st.sampled_from(["ID", "CL"])),
    measures=st.sets(st.sampled_from(["export-ban", "strike"])),
    ended=st.booleans(),
    copies=st.sampled_from(["", "a", "b"]),
    act=st.sampled_from(["", "", "CN:1", "CN:2"]),
)
MANY = st.lists(TOLD, max_size=25, unique_by=lambda one: one.n)


class Shelf:
    """What the store does: keeps items by time and id, places the stretch that may have changed."""

    def __init__(self) -> None:
        self.topics: dict[Telling, str] = {}

    def add(self, batch: Sequence[Telling]) -> None:
        self.topics |= dict.fromkeys(batch, "")
        by_time = sorted(self.topics.items(), key=lambda pair: (pair[0].at, pair[0].id))
        first = min((one.at, one.id) for one in batch)
        known = [pair for pair in by_time if (pair[0].at, pair[0].id) < first]
        known = [pair for pair in known if pair[0].at >= first[0] - 2 * REACH]
        known = known[-2 * tellings.WEEK :]
        stretch = [pair for pair in by_time if (pair[0].at, pair[0].id) >= first]
        self.topics |= dict(place(known, stretch, max(one.at for one in batch)))


@given(MANY, st.randoms(use_true_random=False), st.integers(1, 6), st.sampled_from([4, 1500]))
def test_the_same_stories_stand_in_whatever_order_items_arrive(
    told: list[Telling], chance: object, size: int, week: int
) -> None:
    with mock.patch.object(tellings, "WEEK", week):
        by_time = sorted(told, key=lambda one: (one.at, one.id))
        expected = dict(zip(by_time, stories(*by_time), strict=True))
        chance.shuffle(told)  # type: ignore[attr-defined]
        shelf = Shelf()
        for start in range(0, len(told), size):
            shelf.add(told[start : start + size])

        assert shelf.topics == expected


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_text_has_terms_and_is_like_itself(title: str, text: str) -> None:
    plain = said(1, title, text, goods=(), acting=(), measures=())

    assert together(plain, replace(plain, id="002")) or not terms(title, text)


# -- at the desk

WIRE, PAPER = "https://wire.example/feed", "https://paper.example/feed"
FIRST = "Beijing sets a licence duty for gallium in chips"
FIRST_TEXT = "The commerce ministry wants to know the user of each cargo from April."
OTHER = "Chips: Beijing licence duty from April also for germanium"
OTHER_TEXT = "Each cargo of the metal needs papers of the commerce ministry."


def tell(network: Network, clock: Clock) -> None:
    network.publish(WIRE, FIRST, content_text=FIRST_TEXT)
    clock.forward(hours=5)
    network.publish(PAPER, OTHER, content_text=OTHER_TEXT)


def cards(core: Core) -> list[tuple[str, ...]]:
    ids = core.card_ids(Filter(view="all"))
    by_id = {one.id: one for one in core.alerts(Filter(view="all"))}
    return sorted(
        tuple(sorted(by_id[alert].goods[0] for alert in card.alerts)) for card in core.cards(ids)
    )


def test_alerts_of_one_event_in_other_words_stand_on_one_card(
    core: Core, network: Network, clock: Clock
) -> None:
    tell(network, clock)

    core.poll(["wire", "paper"])

    assert cards(core) == [("gallium", "germanium")]
    assert core.care.doctor() == []


def test_the_cards_are_the_same_in_whatever_order_sources_are_asked(
    tmp_path: Path, network: Network, clock: Clock
) -> None:
    tell(network, clock)
    for order in (("wire", "paper"), ("paper", "wire")):
        with Core(tmp_path / order[0], clock=clock, fetch=network, pack=Pack()) as core:
            for name in order:
                core.sources.add(source(name))
                core.poll([name])
            assert cards(core) == [("gallium", "germanium")]
            assert core.care.doctor() == []


def test_what_a_person_took_apart_stays_apart(core: Core, network: Network, clock: Clock) -> None:
    tell(network, clock)
    core.poll(["wire", "paper"])
    [card] = core.cards(core.card_ids(Filter()))

    core.triage(Action("unmerge", card.alerts))

    assert cards(core) == [("gallium",), ("germanium",)]
    clock.forward(hours=3)
    network.publish(WIRE, f"{FIRST} and more", content_text=f"{FIRST_TEXT} {OTHER_TEXT}")
    core.poll(["wire", "paper"])
    assert cards(core) == [("gallium",), ("germanium",)]
    assert core.care.doctor() == []


def test_undo_puts_together_what_was_taken_apart(
    core: Core, network: Network, clock: Clock
) -> None:
    tell(network, clock)
    core.poll(["wire", "paper"])
    [card] = core.cards(core.card_ids(Filter()))
    core.triage(Action("unmerge", card.alerts))

    core.undo()

    assert cards(core) == [("gallium", "germanium")]


def test_an_alert_that_stands_alone_cannot_be_taken_apart(core: Core, network: Network) -> None:
    network.publish(WIRE, FIRST, content_text=FIRST_TEXT)
    core.poll(["wire"])
    [card] = core.cards(core.card_ids(Filter()))

    with pytest.raises(BadInput, match="nothing was merged"):
        core.triage(Action("unmerge", card.alerts))


def test_what_a_person_merged_draws_later_news_to_it(
    core: Core, network: Network, clock: Clock
) -> None:
    network.publish(WIRE, "Cobalt: a ban in Kinshasa")
    clock.forward(hours=1)
    network.publish(WIRE, FIRST, content_text=FIRST_TEXT)
    core.poll(["wire"])
    by_good = {one.goods[0]: one.id for one in core.alerts(Filter())}
    core.merge([by_good["gallium"]], by_good["cobalt"])

    clock.forward(hours=5)
    network.publish(PAPER, OTHER, content_text=OTHER_TEXT)
    core.poll(["paper"])

    assert cards(core) == [("cobalt", "germanium")]
    assert core.care.doctor() == []


def test_a_report_a_month_later_is_another_card(core: Core, network: Network, clock: Clock) -> None:
    tell(network, clock)
    core.poll(["wire", "paper"])
    clock.now += timedelta(days=30)
    network.publish(PAPER, f"{OTHER} again", content_text=OTHER_TEXT)

    core.poll(["paper"])

    assert cards(core) == [("gallium", "germanium"), ("germanium",)]
