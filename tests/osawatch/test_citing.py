"""«Citing X» counts as X: who only passes on a report is no second source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osawatch.citing import AGENCIES, canonical, cited, origins
from osawatch.core import Core
from osawatch.model import Filter
from tests.fakes import Clock, Network, source

HERE = ("The Courier", "Daily Post", "Nieuwsblad")


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("Beijing may stop sales, Reuters reported on Monday", "Reuters"),
        ("Beijing may stop sales, citing news agency Reuters", "Reuters"),
        ("Sales may stop, according to the Financial Times.", "Financial Times"),
        ("BEIJING (Reuters) - sales may stop", "Reuters"),
        ("Sales may stop, the Daily Post said", "Daily Post"),
        ("China overweegt een verbod, meldt persbureau Bloomberg", "Bloomberg"),
        ("Volgens Nieuwsblad komt er een verbod", "Nieuwsblad"),
        ("Laut dem Daily Post droht ein Verbot", "Daily Post"),
        ("China prüft ein Verbot, berichtet Reuters unter Berufung auf Kreise", "Reuters"),
        ("La Chine songe à une interdiction, selon l'AFP", "AFP"),
        ("China estudia un veto, según EFE", "EFE"),
        ("Запрет возможен, сообщает ТАСС", "TASS"),
        ("Запрет возможен, пишет агентство Рейтер", "Reuters"),
        ("据路透社报道，中国考虑禁令", "Reuters"),
        ("ロイターによると、中国は禁輸を検討", "Reuters"),
        ("로이터에 따르면 중국은 금수를 검토", "Reuters"),
        ("Sales may stop, according to officials who asked not to be named", ""),
        ("The ministry said on Monday that sales stop", ""),
        ("Reuters shares fell on Monday", ""),
        ("According to plans, APEC ministers meet", ""),
        ("Sales may stop, sources said. The Courier has seen no proof", ""),
        ("", ""),
    ],
)  # fmt: skip
def test_the_origin_is_read_from_the_words_beside_it(text: str, origin: str) -> None:
    assert cited(text, "", "Some Paper", HERE) == origin
    assert cited("Gallium", text, "Some Paper", HERE) == origin


def test_nobody_cites_himself() -> None:
    assert cited("Sales may stop, Reuters reported", "", "Thomson Reuters", HERE) == ""
    assert cited("Sales may stop, the Daily Post said", "", "Daily Post", HERE) == ""


def test_who_passes_on_what_was_passed_on_leads_to_the_first() -> None:
    told = [("B", "A"), ("C", "B"), ("A", ""), ("D", "C")]

    assert origins(told) == ["A", "A", "A", "A"]


def test_who_has_a_report_of_his_own_is_an_origin_and_a_circle_counts_once() -> None:
    assert origins([("A", ""), ("A", "B"), ("B", "")]) == ["A", "B", "B"]
    assert len(set(origins([("A", "B"), ("B", "A")]))) == 1


names = st.sampled_from(["A", "B", "C", "D", *AGENCIES])


@given(st.lists(st.tuples(names, names | st.just("")), max_size=10))
def test_citing_makes_no_more_sources_than_there_are_names(
    said: list[tuple[str, str]],
) -> None:
    found = origins(said)

    assert len(found) == len(said)
    assert len(set(found)) <= len({canonical(one) for pair in said for one in pair if one})
    assert {canonical(one) for one, other in said if not other} <= set(found)


@given(st.text(), st.text(max_size=200), st.text(max_size=40), st.lists(st.text(max_size=9)))
def test_any_text_is_read(title: str, summary: str, publisher: str, others: list[str]) -> None:
    found = cited(title, summary, publisher, others)

    assert found == "" or found in AGENCIES or found in others


def grades(core: Core) -> str:
    [alert] = core.alerts(Filter(view="all"))
    detail = core.alert(alert.id)
    assert detail is not None
    return detail.score.reasons["confidence"]


def test_a_rumour_that_others_pass_on_stays_one_source(
    core: Core, network: Network, clock: Clock
) -> None:
    core.sources.add(source("daily", grade="C"))
    network.publish(
        "https://wire.example/feed", "Beijing considers a ban on gallium for all buyers"
    )
    core.poll(["wire"])
    assert grades(core) == "B"

    clock.forward(hours=1)
    told = "Shares of makers fell, Wire reported"
    network.publish("https://daily.example/feed", "Gallium ban is near", content_text=told)
    core.poll(["daily"])
    assert grades(core) == "B"

    clock.forward(hours=1)
    own = "An official of the ministry told this paper of a ban on gallium after the summer"
    network.publish("https://paper.example/feed", "New rules for metals", content_text=own)
    core.poll(["paper"])
    assert grades(core) == "BB"
    assert core.care.doctor() == []
