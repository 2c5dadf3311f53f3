"""The condition grammar, against what is written down and against pySigma's own parser."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules.conditions import ConditionError, holds, names, needed, parse

SELECTIONS = ("good", "measure", "sel_a", "sel_b", "filter_x")


def value(condition: str, *true: str) -> bool:
    return holds(parse(condition, SELECTIONS), lambda name: name in true)


@pytest.mark.parametrize(
    ("condition", "true", "expected"),
    [
        ("good and measure", ("good",), False),
        ("good and measure", ("good", "measure"), True),
        ("good or measure and sel_a", ("good",), True),
        ("(good or measure) and sel_a", ("good",), False),
        ("not good and measure", ("measure",), True),
        ("not (good or measure)", (), True),
        ("not not good", ("good",), True),
        ("1 of sel_*", ("sel_b",), True),
        ("all of sel_*", ("sel_b",), False),
        ("any of them", ("filter_x",), True),
        ("all of them", SELECTIONS, True),
        ("good and not 1 of filter_*", ("good", "filter_x"), False),
        ("GOOD" and "good AND NOT measure", ("good",), True),
    ],
)
def test_a_condition_means_what_sigma_says(
    condition: str, true: tuple[str, ...], expected: bool
) -> None:
    assert value(condition, *true) is expected


@pytest.mark.parametrize(
    ("condition", "message", "column"),
    [
        ("good and mesure", "selection «mesure» is not defined", 9),
        ("good and", "ends too early", 8),
        ("(good or measure", "this bracket is not closed", 0),
        ("good measure", "«measure» is not expected here", 5),
        ("good and )", "a selection is missing before «)»", 9),
        ("1 of x_*", "no selection fits «x_*»", 5),
        ("good and or measure", "a selection is missing before «or»", 9),
        ("good; measure", "«good;» is no name of a selection", 0),
        ("1 of", "«of» needs", 4),
        ("", "ends too early", 0),
    ],
)
def test_a_mistake_in_a_condition_has_its_column(condition: str, message: str, column: int) -> None:
    with pytest.raises(ConditionError) as caught:
        parse(condition, SELECTIONS)
    assert message in str(caught.value)
    assert caught.value.column == column


def test_what_a_condition_cannot_do_without_is_known() -> None:
    assert needed(parse("good and (sel_a or sel_b) and not filter_x", SELECTIONS)) == [
        frozenset(["good"]),
        frozenset(["sel_a", "sel_b"]),
    ]
    assert needed(parse("not good", SELECTIONS)) == []
    assert needed(parse("good or not measure", SELECTIONS)) == []
    assert names(parse("all of sel_* or good", SELECTIONS)) == ("sel_a", "sel_b", "good")


def test_a_selection_that_begins_with_an_underscore_is_not_among_them() -> None:
    tree = parse("all of them", ("_note", "good"))
    assert holds(tree, lambda name: name == "good")


def test_endless_brackets_are_a_mistake_not_a_crash() -> None:
    with pytest.raises(ConditionError, match="too deep"):
        parse("(" * 5000 + "good", SELECTIONS)


NAMES = (*SELECTIONS, "_own", "_other")
WORLDS = [set(world) for size in range(len(NAMES) + 1) for world in combinations(NAMES, size)]
PATTERNS = st.sampled_from(["them", "*", "sel_*", "filter_*", "_o*", "*_x", "good"])
_ATOMS = st.one_of(
    st.sampled_from(NAMES),
    st.tuples(st.sampled_from(["1", "any", "all"]), PATTERNS).map(" of ".join),
)
_CONDITIONS = st.recursive(
    _ATOMS,
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from([" and ", " or ", "  and  "]), inner).map("".join),
        inner.map(lambda one: f"not {one}"),
        inner.map(lambda one: f"({one})"),
        inner.map(lambda one: f"( {one} )"),
    ),
    max_leaves=8,
)
_WORDS = st.sampled_from(
    [*NAMES, "and", "or", "not", "(", ")", "1 of", "all of", "any of", "of", "1", "all", "them",
     "sel_*", "*", "nope", "x_*"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(_CONDITIONS)
def test_pysigma_finds_every_condition_true_in_the_same_worlds(condition: str) -> None:
    assert truths(condition) == sigma(condition)


@settings(max_examples=300, deadline=None)
@given(st.lists(_WORDS, min_size=1, max_size=7).map(" ".join))
def test_what_pysigma_refuses_we_refuse_and_the_other_way_round(condition: str) -> None:
    assert truths(condition) == sigma(condition)


def truths(condition: str) -> list[bool] | None:
    """Whether a condition is true in each world, None when it is refused."""
    try:
        tree = parse(condition, NAMES)
    except ConditionError:
        return None
    return [holds(tree, world.__contains__) for world in WORLDS]


def sigma(condition: str) -> list[bool] | None:
    """What pySigma makes of a condition."""
    rule = pytest.importorskip("sigma.rule")
    errors = pytest.importorskip("sigma.exceptions")
    try:
        found = rule.SigmaRule.from_dict(
            {
                "title": "x",
                "logsource": {"category": "x"},
                "detection": {**{name: {"field": name} for name in NAMES}, "condition": condition},
            }
        )
        tree = found.detection.parsed_condition[0].parsed
    except errors.SigmaError:
        return None
    return [_value(tree, world) for world in WORLDS]


def _value(node: object, true: set[str]) -> bool:
    kind = type(node).__name__
    if kind == "ConditionFieldEqualsValueExpression":
        return str(node.value) in true  # type: ignore[attr-defined]
    parts = [_value(one, true) for one in node.args]  # type: ignore[attr-defined]
    return {"ConditionNOT": not parts[0], "ConditionAND": all(parts), "ConditionOR": any(parts)}[
        kind
    ]


@given(st.text(max_size=60))
def test_whatever_stands_there_is_read_or_refused(condition: str) -> None:
    refused = None
    try:
        parse(condition, SELECTIONS)
    except ConditionError as error:
        refused = error
    assert refused is None or 0 <= refused.column <= len(condition)
