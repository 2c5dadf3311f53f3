"""A set-up goes from one desk to another: seen first, all of it or nothing, with a way back."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osawatch.core import Core
from osawatch.errors import BadInput
from osawatch.model import Filter
from osawatch.searches import named
from osawatch.setup.model import FORMAT, read, written
from tests.fakes import source

RULE = """\
id: OWN-1
title: Own rule
status: experimental
level: low
match: {word: {terms: [zorb]}}
condition: word
"""
WATCH = "schema: 1\ngoods:\n  - id: zorb\n    names: {en: Zorb}\n    terms: {en: [zorb]}\n"


@pytest.fixture
def first(tmp_path: Path) -> Core:
    core = Core(tmp_path / "first")
    core.save_settings(
        replace(
            core.settings(), name="Ann", post="Astana", notify_level="high", proxy="http://u:p@x"
        )
    )
    core.sources.add(source("wire"))
    core.sources.add(source("inner", local=True))
    core.searches.keep(named("Gallium", Filter(goods=("gallium",)), 7))
    (core.profile.folder / "watchlist").mkdir(exist_ok=True)
    (core.profile.folder / "watchlist" / "own.yaml").write_text(WATCH)
    return core


def test_what_one_desk_gives_another_takes_after_seeing_it(first: Core, tmp_path: Path) -> None:
    body = first.setup.give()
    with Core(tmp_path / "second") as other:
        steps = other.setup.plan(body, "s.json")
        assert {(one.part, one.name) for one in steps} >= {
            ("settings", "post"), ("settings", "notify_level"), ("searches", "Gallium"),
            ("rules", "watchlist/own.yaml"), ("sources", "wire"), ("switches", "wire"),
        }  # fmt: skip
        assert other.settings().post == ""

        _steps, kept = other.setup.take(body, "s.json")

        assert other.settings().post == "Astana"
        assert [one.name for one in other.searches.every()] == ["Gallium"]
        assert {row.id: row.enabled for row in other.sources.rows()} == {
            "wire": True,
            "inner": False,
        }
        assert "zorb" in other.rulebook.pack.watchlist.goods
        assert read(kept.read_bytes(), "kept").settings["post"] == ""
        assert [one.name for one in other.setup.plan(body, "s.json")] == []
    first.close()


def test_nothing_of_a_person_or_a_machine_stands_in_the_file(first: Core) -> None:
    body = first.setup.give()

    assert b"Ann" not in body
    assert b"u:p@" not in body
    first.close()


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"settings": {"theme": "pink"}}, "settings.theme"),
        ({"settings": {"name": "Eve"}}, "belongs to a person"),
        ({"files": {"../settings.json": "{}"}}, "no place"),
        ({"files": {"rules/a.yml": "id: [", "watchlist/b.yaml": WATCH}}, "rules/a.yml"),
        ({"sources": [{"id": "x", "title": "X", "url": "file:///etc/passwd"}]}, "x.url"),
        ({"sources": [{"id": "x", "title": "X", "url": 3}]}, "x.url"),
        ({"searches": [{"name": "a", "days": "7"}]}, "days"),
        ({"switches": {"wire": "on"}}, "switches.wire"),
        ({"more": 1}, "more"),
        ({"format": "osawatch-setup/9"}, FORMAT),
    ],
)
def test_a_file_with_one_wrong_thing_is_refused_and_changes_nothing(
    tmp_path: Path, changed: dict[str, object], told: str
) -> None:
    body = json.dumps({"format": FORMAT, "settings": {"post": "X"}, **changed}).encode()
    with Core(tmp_path / "profile") as core:
        before = core.setup.give()

        with pytest.raises(BadInput, match=r"s\.json") as error:
            core.setup.take(body, "s.json")

        assert told in str(error.value)
        assert core.setup.give() == before


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=9),
        lambda inner: st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["settings", "searches", "files", "sources", "switches", "id", "url"]),
            inner, max_size=5,
        ),
        max_leaves=15,
    )
)  # fmt: skip
def test_what_a_stranger_wrote_is_sound_or_refused(stored: object) -> None:
    raw = {"format": FORMAT, **stored} if isinstance(stored, dict) else stored
    try:
        found = read(json.dumps(raw).encode(), "s.json")
    except BadInput:
        return
    assert read(written(found), "s.json") == found
