"""All that was seen: lists, what became of an item and why, an alert raised by hand."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from osawatch.core import Core
from osawatch.errors import BadInput, UnknownId
from osawatch.model import Filter
from osawatch.seen import SeenFilter
from rules.model import Text

TITLES = {
    "alert": "China bans exports of gallium to the United States",
    "found": "Gallium prices rise in Rotterdam",
    "nothing": "Local football club wins again",
}


def desk(folder: Path) -> Core:
    items = [
        {"id": key, "title": title, "url": f"https://wire.example/{key}"}
        for key, title in TITLES.items()
    ]
    file = folder / "feed.json"
    file.write_text(json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items}))
    core = Core(folder / "profile")
    core.ingest([file])
    return core


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Core]:
    with desk(tmp_path_factory.mktemp("seen")) as core:
        yield core


def number(core: Core, fate: str) -> int:
    rows = core.archive.page(core.archive.ids(SeenFilter()))
    return next(row.n for row in rows if row.title == TITLES[fate])


def test_each_item_says_what_became_of_it(read: Core) -> None:
    rows = read.archive.page(read.archive.ids(SeenFilter()))
    assert {row.title: row.fate for row in rows} == {title: fate for fate, title in TITLES.items()}


def test_lists_are_narrowed_by_words_by_source_and_by_what_became_of_items(read: Core) -> None:
    assert read.archive.ids(SeenFilter(text="football")) == [number(read, "nothing")]
    assert read.archive.ids(SeenFilter(source="no-such")) == []
    assert read.archive.ids(SeenFilter(only="raised")) == [number(read, "alert")]
    assert read.archive.ids(SeenFilter(only="silent")) == [number(read, "found")]
    assert read.archive.ids(SeenFilter(text='"')) == []


def test_an_item_tells_the_rules_that_fired_and_what_became_of_each(read: Core) -> None:
    found = read.archive.item(number(read, "alert"))
    assert found is not None
    assert found.rules
    assert all(one.became[0][0] == "new" for one in found.rules)
    assert any(mark.concept == "good:gallium" for one in found.rules for mark in one.marks)
    assert read.archive.item(10**6) is None


def test_a_rule_that_lacked_one_thing_is_named_with_what_it_lacked(read: Core) -> None:
    nearly = read.archive.nearly(number(read, "found"))
    assert nearly
    assert all(one.lacks and one.has for one in nearly)
    fired = {hit.id for hit in read.rulebook.match(Text(TITLES["found"])).rules}
    assert not fired & {one.rule for one in nearly}


def test_rules_that_fired_or_nearly_did_are_named_in_the_language_of_the_desk(read: Core) -> None:
    spoken = read.settings().language
    read.speak("nl")
    try:
        said = read.rulebook.said("nl")
        found = read.archive.item(number(read, "alert"))
        nearly = read.archive.nearly(number(read, "found"))
        assert found is not None
        told = [(one.rule, one.title) for one in (*found.rules, *nearly)]
        assert told == [(rule, said[rule][0]) for rule, _title in told]
        assert any(title != read.rulebook.said("en")[rule][0] for rule, title in told)
    finally:
        read.speak(spoken)


def test_an_alert_raised_by_hand_stands_in_the_inbox_with_who_raised_it_and_why(
    tmp_path: Path,
) -> None:
    with desk(tmp_path) as core:
        n = number(core, "found")
        changes = core.archive.raise_by_hand(n, "high", "The supplier told the post so")
        again = core.archive.raise_by_hand(n, "high", "The supplier told the post so")

        [alert] = [one for one in core.alerts(Filter()) if one.rule == "by-hand"]
        detail = core.alert(alert.id)
        assert changes.alerts == again.alerts == {alert.id}
        assert (alert.level, alert.goods) == ("high", ("gallium",))
        assert detail is not None
        assert detail.because == "The supplier told the post so"
        assert [entry.kind for entry in detail.history] == ["raised"]
        assert core.archive.page([n])[0].fate == "alert"
        assert core.care.doctor() == []


def test_an_alert_raised_by_hand_needs_a_known_item_and_a_known_level(read: Core) -> None:
    with pytest.raises(UnknownId):
        read.archive.raise_by_hand(10**6, "high", "")
    with pytest.raises(BadInput, match="level"):
        read.archive.raise_by_hand(number(read, "nothing"), "dire", "")
