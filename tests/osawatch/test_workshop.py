"""Writing rules: the text of one, what is wrong with it, its tests, saving it."""

from __future__ import annotations

from pathlib import Path

import pytest

from osawatch.core import Core
from osawatch.errors import BadInput, UnknownId
from osawatch.workshop import NEW, document
from rules.model import Text

GOOD = """schema: 1
id: gallium-talk
title: Anything about gallium
status: stable
level: low
guidance: Read it.
match:
  good: {watchlist: goods, items: [gallium]}
condition: good
tests:
  - name: gallium fires
    item: {title: Gallium again, language: en}
    expect: match
  - name: copper does not
    item: {title: Copper again, language: en}
    expect: no-match
"""


def test_the_text_of_a_shipped_rule_is_its_own_document_and_says_it_is_shipped(
    tmp_path: Path,
) -> None:
    with Core(tmp_path / "p") as core:
        for row in core.rules()[:10]:
            found = core.workshop.text(row.id)
            assert f"id: {row.id}" in found.text
            assert found.text.count("\nid: ") + found.text.startswith("id: ") == 1
            assert not found.own
            assert core.workshop.try_out(found.text).id == row.id
        with pytest.raises(UnknownId):
            core.workshop.text("no-such-rule")


def test_a_document_is_cut_out_at_its_markers() -> None:
    text = "a: 1\n---\nb: 2\nc: 3\n\n---\nd: 4\n"
    assert document(text, 1) == "a: 1\n"
    assert document(text, 3) == "b: 2\nc: 3\n"
    assert document(text, 4) == "b: 2\nc: 3\n"
    assert document(text, 7) == "d: 4\n"


def test_a_draft_tells_its_mistakes_by_line_and_how_its_tests_end(tmp_path: Path) -> None:
    with Core(tmp_path / "p") as core:
        sound = core.workshop.try_out(GOOD)
        failing = core.workshop.try_out(GOOD.replace("Copper again", "Gallium and copper"))
        wrong = core.workshop.try_out(GOOD.replace("condition: good", "condition: goods"))
        broken = core.workshop.try_out("id: [")

        assert sound.sound
        assert [one.passed for one in sound.tests] == [True, True]
        assert [one.passed for one in failing.tests] == [True, False]
        assert not failing.sound
        assert [(one.line, one.level) for one in wrong.problems if one.level == "error"] == [
            (9, "error")
        ]
        assert not wrong.sound
        assert broken.problems
        assert not broken.sound
        assert not core.workshop.try_out(
            f"{GOOD}---\n{GOOD.replace('gallium-talk', 'other')}"
        ).sound


def test_a_sound_rule_is_saved_and_runs_and_one_that_is_not_is_refused(tmp_path: Path) -> None:
    with Core(tmp_path / "p") as core:
        with pytest.raises(BadInput, match="expected no match"):
            core.workshop.save(GOOD.replace("Copper again", "Gallium and copper"))
        with pytest.raises(BadInput):
            core.workshop.save("id: [")
        assert core.workshop.save(GOOD) == "gallium-talk"
    with Core(tmp_path / "p") as core:
        assert "gallium-talk" in {row.id for row in core.rules()}
        assert core.workshop.text("gallium-talk").own
        fired = {hit.id for hit in core.rulebook.match(Text("Gallium again")).rules}
        assert "gallium-talk" in fired


def test_a_rule_of_the_post_stands_in_the_place_of_the_shipped_one_with_its_id(
    tmp_path: Path,
) -> None:
    with Core(tmp_path / "p") as core:
        shipped = core.rules()[0].id
        core.workshop.save(GOOD.replace("gallium-talk", shipped))
    with Core(tmp_path / "p") as core:
        [row] = [row for row in core.rules() if row.id == shipped]
        assert row.title == "Anything about gallium"
        assert not [one for one in core.rulebook.pack.findings if one.level == "error"]


def test_the_text_of_a_new_rule_says_what_is_still_missing(tmp_path: Path) -> None:
    with Core(tmp_path / "p") as core:
        tried = core.workshop.try_out(NEW.format(id="my-rule"))
        assert not tried.sound
        assert tried.problems or not all(one.passed for one in tried.tests)
