"""What is offered at a cursor: keys and words of the schema, ids of the watchlist."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.complete import NOTHING, Offer, complete
from rules.load import Pack, load
from rules.spot import spot

TEXT = """\
schema: 1
id: my-rule
status: exp|0|
source: {kinds: [ga|1|]}
match:
  good: {watchlist: goods, items: [gallium, germ|2|]}
  land: {watchlist: countries, group: nat|3|, role: |4|}
  act:
    watchlist: measures
    items:
      - export-b|5|
    sta|6|
condition: good and (la|7|
alert: {type: spi|8|, group_by: [a|9|]}
exceptions:
  - name: x
    when: {title|con|10|}
    rea|11|
tests:
  - name: x
    item: {titl|12|}
    expect: no|13|
inhibited_by: [{rule: export-b|14|, equal: [good]}]
# a remark with sta|15|
gui|16|
"""
EXPECTED = (
    "experimental", "official-gazette", "germanium", "nato", "imposing", "export-ban", "status",
    "land", "spike", "act", "title|contains", "reason", "title", "no-match", "export-ban", "",
    "guidance",
)  # fmt: skip
KEYS = (6, 10, 11, 12, 16)


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load()


def placed(number: int) -> tuple[str, int, int]:
    """The text without its marks, and the place of one of them."""
    at = TEXT.index(f"|{number}|")
    text = TEXT
    for one in range(len(EXPECTED)):
        mark = text.index(f"|{one}|")
        at = at - len(f"|{one}|") if mark < at else at
        text = text.replace(f"|{one}|", "", 1)
    before = text[:at]
    return text, before.count("\n") + 1, at - before.rfind("\n")


@pytest.mark.parametrize("number", range(len(EXPECTED)))
def test_what_fits_is_offered_first(pack: Pack, number: int) -> None:
    text, line, column = placed(number)
    found = complete(text, line, column, pack.watchlist, pack.rules)

    assert (*found.words, "")[0] == EXPECTED[number]
    if found != NOTHING:
        assert found.key == (number in KEYS)
        typed = text.split("\n")[line - 1][found.column - 1 : column - 1]
        assert all(typed in one for one in found.words)


def test_a_key_that_stands_there_is_not_offered_again(pack: Pack) -> None:
    text = "match:\n  good: {watchlist: goods, , role: any}\n"
    words = complete(text, 2, 28, pack.watchlist, pack.rules).words

    assert "items" in words
    assert not {"watchlist", "role"} & set(words)


def test_a_change_of_a_shipped_rule_offers_what_can_be_changed(pack: Pack) -> None:
    text = "export-ban:\n  \n  level: \n"
    assert complete(text, 2, 3, pack.watchlist, pack.rules) == Offer(
        3, ("enabled", "exceptions", "tests"), key=True
    )
    assert complete(text, 3, 10, pack.watchlist, pack.rules).words[0] == "info"


@given(st.data())
def test_whatever_stands_there_an_answer_comes(pack: Pack, data: st.DataObject) -> None:
    said = st.text("ab:-[]{}, \n\"'#|", max_size=60) | st.just(placed(0)[0])
    text = data.draw(said) + data.draw(st.text(max_size=10))
    line = data.draw(st.integers(0, 30))
    column = data.draw(st.integers(1, 80))

    found = complete(text, line, column, pack.watchlist, pack.rules)

    at = spot(text, line, column)
    assert found == NOTHING or (at is not None and found.column <= column)
