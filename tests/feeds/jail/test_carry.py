"""What passes between the process that reads and its owner."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.jail import carry
from feeds.model import Document, Item, Problem
from feeds.parse import parse

DATA = Path(__file__).parents[2] / "data/feeds"
TEXT = st.text(max_size=30) | st.just("\ud800 alone")
TIMES = st.none() | st.datetimes(timezones=st.just(UTC))
ITEMS = st.builds(
    Item, TEXT, TEXT, TEXT, TEXT, TEXT, TIMES, TIMES, st.sampled_from(["second", "day"]), TEXT,
    TEXT, st.lists(TEXT, max_size=3).map(tuple), st.lists(TEXT, max_size=3).map(tuple),
)  # fmt: skip
DOCUMENTS = st.builds(
    Document, TEXT, st.lists(ITEMS, max_size=3).map(tuple),
    st.sampled_from(["parsed", "partial", "refused"]), TEXT, TEXT, TEXT,
    st.lists(st.builds(Problem, TEXT, st.integers(), TEXT), max_size=2).map(tuple), TEXT,
    st.integers(), st.frozensets(st.integers(0, 167)), st.booleans(), TEXT,
)  # fmt: skip


@given(DOCUMENTS)
def test_a_document_arrives_as_it_was_sent(document: Document) -> None:
    assert carry.unpacked(carry.packed(document)) == document


@pytest.mark.parametrize("path", sorted(DATA.iterdir()), ids=lambda path: path.name)
def test_every_real_shape_arrives_as_it_was_read(path: Path) -> None:
    document = parse(path.read_bytes(), now=datetime(2026, 11, 26, tzinfo=UTC))
    assert carry.unpacked(carry.packed(document)) == document


GOOD = json.loads(carry.packed(Document("rss", (Item("rss", title="A"),))))


STRANGE = (
    st.none() | st.integers() | st.text(max_size=5) | st.booleans()
    | st.lists(st.integers() | st.lists(st.text(max_size=3), max_size=13), max_size=3)
)  # fmt: skip


@given(st.integers(0, 11), STRANGE)
def test_an_answer_of_another_shape_is_unfit_or_still_a_document(place: int, value: object) -> None:
    answer = [*GOOD]
    answer[place] = value
    try:
        found = carry.unpacked(json.dumps(answer).encode())
    except carry.Unfit:
        return
    assert carry.unpacked(carry.packed(found)) == found


@given(st.binary(max_size=200))
def test_bytes_that_are_no_answer_are_unfit(body: bytes) -> None:
    with pytest.raises(carry.Unfit):
        carry.unpacked(body)


def test_a_time_without_a_zone_is_unfit() -> None:
    answer = json.loads(carry.packed(Document("rss", (Item("rss", title="A"),))))
    answer[1][0][5] = "2026-01-01T00:00:00"
    with pytest.raises(carry.Unfit):
        carry.unpacked(json.dumps(answer).encode())
