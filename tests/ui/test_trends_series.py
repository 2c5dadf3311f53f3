"""What a chart shows: stacks that add up, gaps that are no noughts, marks, ticks, movers."""

from __future__ import annotations

import csv
import io
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from osawatch.model import Trend, TrendDay
from ui.trends import movers, series
from ui.trends.export import safe, table, to_csv

START = date(2026, 3, 2)  # a Monday


def name(kind: str, key: str) -> str:
    return f"{kind} {key}"


def day(i: int, total: int | None, **counts: int) -> TrendDay:
    return TrendDay(START + timedelta(i), counts, total, 0.0 if total is None else 1.0)


def trend(*days: TrendDay, good: str = "gallium") -> Trend:
    return Trend(good, "", "", days)


counts = st.dictionaries(
    st.sampled_from(["ban", "licence", "tax", "quota", "strike", ""]), st.integers(0, 9)
)
drawn_days = st.lists(st.tuples(st.none() | st.integers(0, 20), counts), max_size=40)


@given(drawn_days)
def test_every_bar_ends_at_the_total_of_its_day(
    drawn: list[tuple[int | None, dict[str, int]]],
) -> None:
    shown = trend(*(TrendDay(START + timedelta(i), c, n, 1.0) for i, (n, c) in enumerate(drawn)))

    found = series.stacks(shown)

    for i, one in enumerate(shown.days):
        assert sum(stack.values[i] for stack in found) == (one.total or 0)
        assert all(stack.values[i] >= 0 for stack in found)


@given(drawn_days)
def test_gaps_are_exactly_the_days_without_observation(
    drawn: list[tuple[int | None, dict[str, int]]],
) -> None:
    shown = trend(*(TrendDay(START + timedelta(i), {}, n, 1.0) for i, (n, _) in enumerate(drawn)))

    found = [i for first, last in series.gaps(shown) for i in range(first, last + 1)]

    assert found == [i for i, one in enumerate(shown.days) if one.total is None]


def test_the_biggest_three_have_their_own_colour_and_the_rest_shares_one() -> None:
    shown = trend(day(0, 15, a=5, b=4, c=3, d=2, e=1))

    assert [stack.key for stack in series.stacks(shown)] == ["a", "b", "c", "other"]


def test_a_story_without_a_measure_is_among_the_others() -> None:
    shown = trend(TrendDay(START, {"": 2, "ban": 1}, 3, 1.0))

    assert [(s.key, s.values) for s in series.stacks(shown)] == [("ban", (1,)), ("other", (2,))]


def test_a_day_is_marked_only_when_it_had_stories_and_a_small_p() -> None:
    quiet = TrendDay(START, {}, 0, 1.0, p=1e-9)
    watch = TrendDay(START + timedelta(1), {}, 4, 1.0, p=1e-4)
    loud = TrendDay(START + timedelta(2), {}, 9, 1.0, p=0.0)
    gap = TrendDay(START + timedelta(3), {}, None, 0.0, p=1e-9)

    found = series.marks(trend(quiet, watch, loud, gap))

    assert [(mark.index, mark.kind) for mark in found] == [(1, "watch"), (2, "alert")]


def test_a_line_is_broken_at_a_gap() -> None:
    assert series.runs_of([1.0, 2.0, None, 3.0, None]) == ((0, (1.0, 2.0)), (3, (3.0,)))


@given(st.floats(1, 100_000))
def test_the_axis_starts_at_nought_and_has_few_ticks(high: float) -> None:
    found = series.ticks(high)

    assert found[0] == 0
    assert len(found) <= 6
    assert found[-1] <= high


def test_the_calendar_begins_on_a_monday_and_ends_with_the_last_day() -> None:
    cells = series.weeks(trend(day(0, 1), day(1, 2)).days)

    assert cells[0][0].weekday() == 0
    assert cells[-1] == (START + timedelta(1), day(1, 2))
    assert cells[0][1] is None


def test_an_unobserved_day_is_an_empty_cell_and_never_a_nought() -> None:
    shown = table(trend(day(0, 2, ban=2), day(1, None)), name)

    assert shown.rows[1][1] == ""
    assert "0" not in shown.rows[1][1:-1]


def test_the_csv_reads_back_and_holds_no_formula() -> None:
    shown = trend(TrendDay(START, {"=1+1": 2, "-x": 1}, 3, 1.0, 1.5, 4.25, 1e-7))

    text = to_csv(table(shown, lambda _kind, key: key))
    rows = list(csv.reader(io.StringIO(text)))

    assert rows[0][:4] == ["day_utc", "stories", "'=1+1", "'-x"]
    assert rows[1][0] == "2026-03-02"
    assert rows[1][-4:] == ["1.50", "4.25", "1e-07", "1"]


@given(st.text())
def test_no_cell_begins_as_a_formula(cell: str) -> None:
    assert not safe(cell).lstrip(" ").startswith(("=", "+", "-", "@", "|", "%", "\t", "\r", "\n"))


def test_a_week_above_its_past_is_a_mover_and_a_single_story_is_none() -> None:
    before = [day(i, 1) for i in range(56)]
    loud = trend(*before, *(day(56 + i, 4) for i in range(7)), good="gallium")
    single = trend(*(day(i, 0) for i in range(62)), day(62, 1), good="tin")

    found = movers.rank([single, loud])

    assert [(m.good, m.stories, m.expected) for m in found] == [("gallium", 28, 7.0)]


def test_days_nobody_watched_neither_raise_nor_lower_what_is_expected() -> None:
    before = [day(i, None if i % 2 else 2) for i in range(56)]
    week = [day(56 + i, 2 if i < 3 else None) for i in range(7)]

    found = movers.weigh(trend(*before, *week))

    assert found is not None
    assert (found.stories, found.expected) == (6, 6.0)


def test_a_series_too_short_to_compare_is_not_weighed() -> None:
    assert movers.weigh(trend(*(day(i, 5) for i in range(9)))) is None
