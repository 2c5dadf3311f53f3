"""Names against lists of our own invention: what must be found, what must not, and why."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.lists.model import Birth, Identifier, Kind, ListEntry, Name
from osawatch.screening.model import Hit, Subject
from osawatch.screening.screener import Screener
from osawatch.screening.spelling import latin, skeleton, sound, spell
from osawatch.screening.why import why

IMO, WRONG_IMO = "9074729", "9074720"
LEI = "5493000IBP32UQZ0KL24"


def entry(key: str, name: str, kind: Kind = "entity", *more: Name, **facts: object) -> ListEntry:
    return ListEntry("un-sc", key, kind, (Name(name), *more), **facts)  # type: ignore[arg-type]


PERSON = entry(
    "p1",
    "Sergei Ivanovich Vymyslov",
    "person",
    Name("Сергей Иванович Вымыслов", "original", script="Cyrillic"),
    Name("Grey Heron", "alias", "weak"),
    births=(Birth("1970-02-03"),),
    countries=("RU",),
)
LIST = (
    PERSON,
    entry("p2", "Muhammad Husayn AL-RUMAYSANI", "person"),
    entry("e1", "Invented Metals LLC", identifiers=(Identifier("Reg. No.", "77-012345"),)),
    entry("e2", "Vymetallurg Holding", identifiers=(Identifier("LEI", LEI),)),
    entry("e3", "HAMARAT"),
    entry("v1", "OCEAN MADE UP", "vessel", identifiers=(Identifier("IMO", IMO),)),
    entry("c1", "虚构金属有限公司"),
    entry("g1", "General Trading Company"),
)  # fmt: skip
SCREENER = Screener(LIST)


def hits(name: str, **known: object) -> dict[str, Hit]:
    subject = Subject("", name, **known)  # type: ignore[arg-type]
    return {hit.entry.id: hit for hit in SCREENER.screen(subject)}


@pytest.mark.parametrize(
    ("asked", "key", "relation"),
    [
        ("Invented Metals LLC", "e1", "exact"),
        ("invented metals gmbh", "e1", "legal"),
        ("Vymyslov, Sergei Ivanovich", "p1", "order"),
        ("Sergey Vymyslov", "p1", "part"),
        ("Sergei Ivanovitch Wymyslow", "p1", "sound"),
        ("Sergei Ivanovich Vymislov", "p1", "sound"),
        ("Segei Ivanovich Vymyslov", "p1", "close"),
        ("СЕРГЕЙ ИВАНОВИЧ ВЫМЫСЛОВ", "p1", "exact"),
        ("Сергий Вымыслов", "p1", "part"),
        ("Mohammed Hussein el-Rumaysani", "p2", "sound"),
        ("محمد حسين الرميساني", "p2", "sound"),
        ("Invnted Metals", "e1", "close"),
        ("Oceanmade Up", "v1", "spacing"),
        ("虚构金属有限公司", "c1", "native"),
        ("Hamarat", "e3", "exact"),
    ],
)
def test_a_listed_name_is_found_in_any_spelling_and_says_how(
    asked: str, key: str, relation: str
) -> None:
    found = hits(asked)

    assert key in found
    assert found[key].likeness is not None
    assert found[key].likeness.relation == relation


@pytest.mark.parametrize(
    "asked",
    ["Petr Vymyslov", "Metals Trading", "General Shipping Company", "Invented Chemicals", "Hamarad",
     "Holding", "ооо", "金属", "?!", "x"],
)  # fmt: skip
def test_a_name_that_only_shares_what_many_bear_is_no_hit(asked: str) -> None:
    assert hits(asked) == {}


def test_a_weak_alias_needs_a_second_fact() -> None:
    assert hits("Grey Heron") == {}
    assert "p1" in hits("Grey Heron", countries=("RU",))
    assert "p1" in hits("Grey Heron", births=("1970",))
    assert hits("Grey Heron", countries=("PE",), births=("1999",)) == {}


def test_a_contradiction_lowers_a_score_but_never_hides_an_exact_name() -> None:
    name = "Sergei Ivanovich Vymyslov"
    same, other = hits(name, births=("1970-02-03",))["p1"], hits(name, births=("1999",))["p1"]

    assert other.score < same.score
    assert [(fact.about, fact.agrees) for fact in other.facts] == [("birth", False)]
    assert hits("Sergey Vymyslov", births=("1999-01-01",)) == {}


def test_no_score_is_full_that_is_not_the_same_name() -> None:
    found = hits("Sergey Ivanovitch Vymyslov", births=("1970-02-03",), countries=("RU",))

    assert 0.95 < found["p1"].score < 1


@pytest.mark.parametrize(
    ("known", "key"),
    [
        ({"identifiers": (Identifier("IMO", f"IMO{IMO}"),)}, "v1"),
        ({"identifiers": (Identifier("lei", LEI),)}, "e2"),
        ({"identifiers": (Identifier("company number", "77 012345"),)}, "e1"),
    ],
)
def test_a_number_decides_alone(known: dict[str, object], key: str) -> None:
    found = hits("Quite Another Name", **known)

    assert (found[key].score, found[key].ground) == (1.0, "identifier")


def test_a_ship_number_in_the_name_counts_when_its_check_digit_is_right() -> None:
    assert "v1" in hits(f"Renamed Again (IMO {IMO})")
    assert hits(f"Renamed Again (IMO {WRONG_IMO})") == {}


def test_each_hit_says_why() -> None:
    told = why(hits("Sergey Vymyslov", births=("1970",))["p1"])

    assert "«Sergei Ivanovich Vymyslov»" in told
    assert "sergey/sergei" in told
    assert "born 1970 on both sides" in told


def test_an_entry_that_was_delisted_is_not_screened() -> None:
    gone = entry("x", "Delisted Inventions", active=False)

    assert Screener([gone]).screen(Subject("", "Delisted Inventions")) == ()


def test_many_at_once_are_answered_as_one_by_one() -> None:
    asked = [Subject(str(n), name) for n, name in enumerate(["Invented Metals", "Nobody At All",
             "Vymyslov Sergei", "Hamarat", "?"])]  # fmt: skip

    assert SCREENER.screen_all(asked) == [SCREENER.screen(one) for one in asked]


@given(st.text(max_size=60))
def test_no_name_breaks_the_screener(name: str) -> None:
    for hit in SCREENER.screen(Subject("", name)):
        assert 0.85 <= hit.score <= 1


@given(st.text(max_size=40))
def test_a_name_is_always_found_under_itself(name: str) -> None:
    spelled = spell(name)
    found = Screener([entry("1", name)]).screen(Subject("", name))

    assert bool(found) == bool(spelled.core)


def test_sounds_and_skeletons_join_spellings() -> None:
    assert sound("husayn") == sound("hussein")
    assert skeleton("mohammed") == skeleton("muhamad")
    assert sound("alrumaysani") == sound("rumaysani")
    assert latin("JinZhengEn").split() == ["jin", "zheng", "en"]
    assert latin("L.L.C. «Ёжик»").split()[0] == "llc"


@pytest.mark.parametrize(
    "asked",
    [
        "nIvented Metals LLC",  # its words stand in another order now
        "Vymetallurg oHlding",
        "Invented Metals Comapny",  # an error in the legal form
        "Invented Metals Limited Liabiltiy Company",
    ],
)
def test_an_error_at_the_beginning_of_a_word_or_in_the_legal_form_hides_no_organisation(
    asked: str,
) -> None:
    assert hits(asked, kind="entity").keys() & {"e1", "e2"}


def test_a_word_like_a_legal_form_stays_as_it_is_in_a_name() -> None:
    assert spell("Speed Limiter Works").core == ("speed", "limiter", "works")
    assert spell("Vymysel Limitde").core == ("vymysel",)
