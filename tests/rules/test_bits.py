"""Sets of small numbers as bits."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rules.bits import bits, marked

_SETS = st.frozensets(st.integers(0, 3_000), max_size=40)


def _number(places: frozenset[int]) -> int:
    return sum(1 << place for place in places)


@given(_SETS)
def test_a_number_gives_back_the_places_that_made_it_in_order(places: frozenset[int]) -> None:
    assert list(bits(_number(places))) == sorted(places)


@given(_SETS, _SETS)
def test_so_it_does_with_marks(places: frozenset[int], marks: frozenset[int]) -> None:
    expected = [(place, place in marks) for place in sorted(places)]
    assert list(marked(_number(places), _number(marks))) == expected
