"""The source author's guide names every field of a source, its words and its default."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

from feeds import catalogue, recipe
from feeds.model import SourceSpec

GUIDE = (Path(__file__).parents[2] / "docs" / "sources.md").read_text(encoding="utf-8")
PART = GUIDE.partition("## Every field of a source\n")[2].partition("\n## ")[0]
ROWS = {
    name: cells
    for first, *cells in (
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in PART.splitlines()
        if line.startswith("| `")
    )
    for name in re.findall(r"`(\w+)`", first)
}


def test_every_field_of_a_source_has_a_row_and_no_row_is_invented() -> None:
    known = {one.name for one in fields(SourceSpec)} - {"recipe"} | set(recipe.KINDS)
    assert set(ROWS) == known


def test_a_row_names_every_word_that_its_field_may_have() -> None:
    for name, words in catalogue._ALLOWED.items():
        for word in filter(None, words):
            assert re.search(rf"\b{re.escape(word)}\b", ROWS[name][0]), f"{name}: {word}"


def test_a_row_says_what_holds_when_the_field_is_left_out() -> None:
    for one in fields(SourceSpec):
        if one.name in catalogue._REQUIRED:
            assert ROWS[one.name][1] == "must be given"
        elif one.name != "recipe" and one.default not in ("", None):
            assert ROWS[one.name][1] == str(one.default).lower(), one.name


def test_the_parts_of_a_recipe_are_told_whole() -> None:
    for name, part in zip(recipe.KINDS, (recipe.Page, recipe.Columns, recipe.Ask), strict=True):
        told = PART.rpartition(f"| `{name}` |")[2].splitlines()[0]
        known = {one.name for one in fields(part)}
        assert known == set(re.findall(r"`([a-z_]+)`", told)), name
