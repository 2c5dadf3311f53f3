"""The score: the table of the design, the vector that recomputes it, and what it may never do."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from types import SimpleNamespace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from osawatch.errors import BadInput
from osawatch.exposure import exposure
from osawatch.model import band
from osawatch.score import Facts, facts_for, rate, reach, recompute, told
from osawatch.vector import numbers
from rules.watchlist import Good, Indicators, Supplier

STAGES = sorted(numbers()["stage"])
MEASURES = sorted(numbers()["severity"])
NOTICE = Facts(
    ("export-licensing",), "adopted", "all", 0.94, (0.03, 0.03), 0.98, 0.0, 0.97, "ABB",
    official=True, novelty=1.0, p=1e-12,
)  # fmt: skip
unit = st.floats(0, 1)
facts = st.builds(
    Facts,
    measures=st.lists(st.sampled_from([*MEASURES, "something-new"]), max_size=3).map(tuple),
    status=st.sampled_from([*STAGES, "", "nonsense"]),
    reach=st.sampled_from(["all", "eu", "group", "firms", "exempt", "?"]),
    share=st.none() | unit,
    others=st.lists(unit, max_size=5).map(tuple),
    ir=unit,
    eol=unit,
    si=unit,
    grades=st.text("ABCDEFx", max_size=6),
    official=st.booleans(),
    novelty=unit,
    p=st.floats(0, 1),
    age_days=st.floats(0, 4000),
)


@pytest.mark.parametrize(
    ("case", "score"),
    [
        (NOTICE, 99.9),
        (replace(NOTICE, status="rumour", grades="E", official=False, p=0.2), 29.7),
        (replace(NOTICE, status="considered", grades="BBC", official=False, p=1e-6), 73.5),
        (
            Facts(("export-ban",), "in_force", "all", 0.04, (0.5, 0.3, 0.16), 0.9, grades="A",
                  official=True, p=1e-4, novelty=1),
            39.7,
        ),
        (
            Facts(("export-ban",), "in_force", "exempt", 0.4, (0.3, 0.3), 0.9, grades="A",
                  official=True, p=1e-5, novelty=1),
            32.6,
        ),
        (
            replace(NOTICE, status="proposed", grades="AB", official=False, p=1.0, novelty=0,
                    age_days=60),
            17.5,
        ),
    ],
)  # fmt: skip
def test_the_score_is_that_of_the_worked_examples(case: Facts, score: float) -> None:
    assert rate(case).value == pytest.approx(score, abs=0.1)


def test_a_notice_of_the_main_supplier_is_critical_and_a_blog_about_it_is_not() -> None:
    assert band(rate(NOTICE).value) == "critical"
    assert band(rate(replace(NOTICE, grades="E", official=False, status="rumour")).value) == "low"


@given(facts)
def test_the_vector_alone_gives_the_same_score(some: Facts) -> None:
    score = rate(some)

    again = recompute(score.vector)

    assert (again.value, again.low, again.high) == (score.value, score.low, score.high)
    assert again.vector == score.vector
    assert again.parts == score.parts


@given(facts)
def test_a_score_lies_between_0_and_100_and_within_its_band(some: Facts) -> None:
    score = rate(some)

    assert 0 <= score.value <= 100
    if score.low is not None and score.high is not None:
        assert score.low <= score.value <= score.high


@given(facts)
def test_the_two_words_of_a_saved_value_are_those_of_its_parts(some: Facts) -> None:
    known = replace(some, share=0.5 if some.share is None else some.share)
    score, bare = rate(known), replace(known, share=None, others=(), ir=1.0, eol=0.0, si=1.0)
    table, parts = numbers()["words"], score.parts
    assume(all(abs(parts["impact"] - least) > 1e-6 for least in table["impact"].values()))

    expected = tuple(
        next(word for word, least in table[part].items() if parts[part] >= least)
        for part in ("impact", "confidence")
    )

    assert told(bare, score.value) == expected  # without what a list does not know


@given(facts, unit, unit)
def test_a_larger_share_never_lowers_the_score(some: Facts, one: float, other: float) -> None:
    small, large = sorted((one, other))

    assert rate(replace(some, share=small)).value <= rate(replace(some, share=large)).value


@given(facts)
def test_a_measure_that_comes_nearer_never_lowers_the_score(some: Facts) -> None:
    order = ["rumour", "considered", "proposed", "adopted", "in_force"]

    values = [rate(replace(some, status=stage)).value for stage in order]

    assert values == sorted(values)


@given(facts, st.sampled_from("ABCDEF"))
def test_one_more_source_never_lowers_the_score(some: Facts, grade: str) -> None:
    assert rate(replace(some, grades=some.grades + grade)).value >= rate(some).value


@given(facts)
def test_a_better_source_and_an_official_one_never_lower_the_score(some: Facts) -> None:
    values = [rate(replace(some, grades=grade, official=False)).value for grade in "EDCBA"]
    official = rate(replace(some, official=True)).value

    assert values == sorted(values)
    assert official >= max(values[-1], rate(some).value)


@given(facts, st.text("ABC", min_size=1, max_size=30))
def test_a_rumour_without_an_official_source_is_never_above_medium(
    some: Facts, grades: str
) -> None:
    rumour = replace(some, status="rumour", official=False, grades=grades)

    score = rate(rumour)

    assert band(score.value) in ("info", "low", "medium")
    assert score.parts["impact"] < 60
    assert recompute(score.vector).value == score.value


def test_a_rumour_that_is_held_at_medium_says_so() -> None:
    loud = replace(NOTICE, status="rumour", official=False, grades="AAAA", share=1.0, age_days=0)
    grave = replace(loud, measures=("export-ban",))

    assert rate(grave).reasons["cap"] == "rumour"
    assert band(rate(grave).value) == "medium"
    assert "cap" not in rate(replace(grave, official=True)).reasons


@given(facts, unit)
def test_an_unknown_share_gives_the_band_of_all_possible_scores(some: Facts, share: float) -> None:
    open_ = rate(replace(some, share=None, bounds=(0.0, 1.0)))

    possible = rate(replace(some, share=share)).value

    assert open_.low is not None
    assert open_.high is not None
    assert open_.low <= possible <= open_.high
    assert open_.reasons["dependency"] == "share-unknown"


@given(facts, st.floats(0, 400), st.floats(0, 400))
def test_news_fades_but_a_measure_in_force_does_not(some: Facts, one: float, other: float) -> None:
    young, old = sorted((one, other))
    at = [rate(replace(some, age_days=age)).value for age in (young, old)]
    standing = [rate(replace(some, status="in_force", age_days=age)).value for age in (young, old)]

    assert at[1] <= at[0]
    assert standing[0] == standing[1]


@pytest.mark.parametrize(
    ("vector", "says"),
    [
        ("", "starts with"),
        ("CVSS:3.1/AV:N", "starts with"),
        ("OSW:1/M:export-ban", "missing"),
        (rate(NOTICE).vector.replace("SH:0.94", "SH:nan"), "SH"),
        (rate(NOTICE).vector.replace("SV:0.75", "SV:-1"), "SV"),
        (rate(NOTICE).vector.replace("ST:adopted", "ST:shouted"), "shouted"),
        (rate(NOTICE).vector.replace("ABB*", "AXB"), "SRC"),
    ],
)
def test_a_broken_vector_is_refused_by_the_part_that_is_wrong(vector: str, says: str) -> None:
    with pytest.raises(BadInput, match=says):
        recompute(vector)


@given(st.text(max_size=80))
def test_no_text_breaks_the_reader_of_vectors(text: str) -> None:
    for candidate in (text, "OSW:1/" + text, rate(NOTICE).vector + text):
        with suppress(BadInput):
            assert 0 <= recompute(candidate).value <= 100


# -- from the watchlist


def good(*suppliers: tuple[str, float | None, str, str], **indicators: float | None) -> Good:
    return Good(
        "metal",
        {},
        suppliers=tuple(Supplier(*one) for one in suppliers),
        indicators=Indicators(**indicators),
    )


def test_what_we_buy_goes_before_what_the_world_makes() -> None:
    metal = good(("CN", 0.9, "world-supply", "w"), ("CN", 0.6, "eu-sourcing", "e"), ir=0.3)

    found = exposure(metal, "CN")

    assert (found.share, found.scope, found.source) == (0.6, "eu-sourcing", "e")
    assert found.ir == 1.0  # such a share counts home production already


def test_one_link_is_enough_to_break_a_chain() -> None:
    metal = Good(
        "metal",
        {},
        suppliers=(
            Supplier("CD", 0.02, "eu-sourcing", "e", "processing"),
            Supplier("FI", 0.9, "eu-sourcing", "e", "processing"),
            Supplier("CD", 0.9, "world-supply", "w", "processing"),
            Supplier("CD", 0.6, "world-supply", "w", "extraction"),
        ),
    )

    assert exposure(metal, "CD").share == 0.6
    assert exposure(metal, "FI").share == 0.9


def test_a_supplier_without_a_figure_is_not_known() -> None:
    assert exposure(good(("CN", None, "world-supply", "w")), "CN").share is None


def test_a_share_of_imports_is_weighed_with_the_reliance_on_imports() -> None:
    found = exposure(good(("CN", 0.6, "eu-imports-value", "e"), ir=0.3, eol=0.1), "CN")

    assert (found.share, found.ir, found.eol, found.unknown) == (0.6, 0.3, 0.1, ("si",))


def test_of_two_lists_of_one_link_only_the_better_bounds_the_rest() -> None:
    metal = good(("CN", 0.5, "eu-sourcing", "e"), ("CN", 0.2, "world-supply", "w"))

    assert exposure(metal, "RU").bounds == (0.0, 0.5)


def test_a_country_that_is_on_no_list_has_at_most_what_the_others_leave() -> None:
    found = exposure(good(("CN", 0.6, "eu-sourcing", "e"), ("US", 0.3, "eu-sourcing", "e")), "RU")

    assert found.share is None
    assert found.bounds == (0.0, 0.1)


def test_a_good_that_nobody_knows_can_have_any_share() -> None:
    score = rate(facts_for(None, "CN", measures=["export-ban"], status="adopted", grades="B"))

    assert score.low is not None
    assert score.high is not None
    assert score.high - score.low > 50
    assert "share" in score.reasons["unknown"]


def test_the_watchlist_speaks_where_the_table_is_silent() -> None:
    watched = {"export-ban": SimpleNamespace(severity=0.1), "flood": SimpleNamespace(severity=0.5)}

    flood = rate(facts_for(None, "CN", watched=watched, measures=["flood"]))
    both = rate(facts_for(None, "CN", watched=watched, measures=["flood", "export-ban"]))

    assert flood.parts["measure"] == 0.5
    assert both.parts["measure"] == 1.0
    assert both.reasons["severity"] == "export-ban"


def test_of_several_goods_and_countries_the_gravest_pair_counts() -> None:
    small, large = good(("CN", 0.1, "eu-sourcing", "e")), good(("RU", 0.8, "eu-sourcing", "e"))

    found = facts_for([small, large, None], ["CN", "RU"], measures=["export-ban"])

    assert found.share == 0.8


def test_an_official_document_announces_what_it_does_not_call_a_plan() -> None:
    stages = [
        rate(replace(NOTICE, status=status, official=official)).reasons["stage"]
        for status, official in (("", True), ("", False), ("proposed", True), ("unknown", True))
    ]

    assert stages == ["adopted", "unknown", "proposed", "adopted"]


def test_a_measure_against_others_alone_reaches_us_less() -> None:
    assert [reach(named) for named in ([], ["US"], ["US", "NL"], ["EU"])] == [
        "all", "group", "eu", "eu"
    ]  # fmt: skip
