"""Saved searches are kept, found and checked; a damaged file is told and never overwritten."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osawatch.core import Core
from osawatch.errors import BadInput
from osawatch.model import Action, Changes, Filter
from osawatch.searches import SavedSearch, Searches, named, plain, sound
from tests.fakes import NOON, Network

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["name", "view", "days", "goods", "level", "text", "x"]),
            inner,
            max_size=5,
        )
    ),
    max_leaves=12,
)


def test_a_search_is_kept_under_its_name_and_let_go(tmp_path: Path) -> None:
    told: list[Changes] = []
    searches = Searches(tmp_path, lambda changes: told.append(changes) or changes)  # type: ignore[func-returns-value]

    searches.keep(named(" My  gallium ", Filter(goods=("gallium",)), 28))
    searches.keep(named("Licences", Filter(view="closed", text="licence")))
    searches.keep(named("My gallium", Filter(goods=("gallium",), level="high"), 7))

    assert [one.name for one in searches.every()] == ["Licences", "My gallium"]
    mine = searches.every()[1]
    assert mine.wanted(NOON) == Filter(
        goods=("gallium",), level="high", since=NOON - timedelta(days=7)
    )
    searches.drop("Licences")
    assert searches.every() == (mine,)
    assert len(told) == 4


def test_a_damaged_file_is_told_and_not_written_over(core: Core) -> None:
    path = core.profile.folder / "searches.json"
    path.write_text('[{"name": "a", "days": -1}]')

    assert core.searches.sound() == ()
    assert "days" in "".join(core.care.doctor())
    with pytest.raises(BadInput):
        core.searches.keep(SavedSearch("b"))
    assert "-1" in path.read_text()


@given(JSON)
def test_what_a_stranger_wrote_is_sound_or_refused_with_its_place(stored: object) -> None:
    try:
        found = sound(stored)
    except BadInput:
        return
    assert sound(plain(found)) == found


def test_a_list_is_filtered_by_source_and_by_tag(core: Core, network: Network) -> None:
    network.publish("https://wire.example/feed", "Gallium needs a licence")
    network.publish("https://paper.example/feed", "Cobalt: a ban")
    core.poll(["wire", "paper"])
    first = next(one for one in core.alerts(Filter()) if "gallium" in one.goods)
    core.triage(Action("tag", (first.id,), {"tag": "minister", "on": True}))

    assert core.card_ids(Filter(sources=("wire",))) == [first.card]
    assert core.card_ids(Filter(tags=("minister",))) == [first.card]
    assert core.card_ids(Filter(tags=("other",))) == []
    facets = core.facets()
    assert [one.name for one in facets.tags] == ["minister"]
    assert {one.id for one in facets.sources} == {"wire", "paper"}
