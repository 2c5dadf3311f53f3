"""A template says what it needs, and one that asks for what is not there is refused by line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osawatch.briefing.blocks import Heading, Item, Items, Paragraph, Run
from osawatch.briefing.model import Table
from osawatch.errors import BadInput, UnknownId
from osawatch.papers import layout
from osawatch.papers.model import FIELDS, LANGUAGES
from osawatch.papers.shelf import ORDER, Shelf, shipped
from osawatch.papers.template import fill, parse, plain

HEAD = "name: Note\nfor: case, alert\n---\n"


def made(body: str, head: str = HEAD) -> str:
    template = parse(head + body, "note", "en", "en/note.md")
    return fill(template, {"title": "Gallium", "facts": ("one", "two"), "steps": ()}, "none")


def test_every_shipped_template_is_sound_in_both_languages_and_for_the_same_subjects() -> None:
    english, dutch = (list(shipped(language)) for language in LANGUAGES)
    assert [one.key for one in english] == [one.key for one in dutch] == list(ORDER)
    assert [one.subjects for one in english] == [one.subjects for one in dutch]
    assert all(one.name for one in (*english, *dutch))


def test_a_list_alone_in_a_line_becomes_points_and_within_a_line_it_is_named() -> None:
    assert made("# {{title}}\n{{facts}}\nAll: {{facts}}.") == (
        "# Gallium\n- one\n- two\nAll: one, two.\n"
    )


def test_what_is_not_known_is_said() -> None:
    assert made("{{goods}}\nGoods: {{goods}}") == "none\nGoods: none\n"


@pytest.mark.parametrize(
    ("text", "line", "field"),
    [
        (f"{HEAD}fine\n{{{{goodz}}}}", 5, "goodz"),
        ("name: Note\nfor: alert\n---\n{{steps}}", 4, "steps"),
        ("name: Note\nfor: alerts\n---\n", 2, "for"),
        ("name: Note\ncolour: red\n---\n", 2, "colour"),
        ("for: case\n---\n", 1, "name"),
        (f"{HEAD}{{{{title}}", 4, ""),
        ("no head at all", 1, ""),
    ],
)
def test_a_fault_is_told_with_file_line_and_field(text: str, line: int, field: str) -> None:
    with pytest.raises(BadInput) as told:
        parse(text, "note", "en", "en/note.md")
    assert (told.value.file, told.value.line, told.value.field) == ("en/note.md", line, field)


@given(st.text(), st.sampled_from(sorted(FIELDS)))
def test_no_word_of_a_stranger_becomes_a_mark_or_a_field(words: str, field: str) -> None:
    has = sorted(FIELDS[field])
    template = parse(f"name: N\nfor: {', '.join(has)}\n---\n{{{{{field}}}}}", "n", "en", "n")
    text = fill(template, {field: words}, "none")
    found = layout.document(text, "en", "", title="T")
    assert found.title == "T"
    assert all(isinstance(one, Paragraph) for one in found.blocks[1:])
    assert "\n" not in plain(words)


def test_own_text_stands_for_the_shipped_one_and_goes_again(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    shelf.put("memo", "en", f"{HEAD}# Ours\n")
    memo = shelf.one("memo", "en")
    assert (memo.own, memo.lines[0]) == (True, "# Ours")
    assert not shelf.one("memo", "nl").own
    assert shelf.reset("memo", "en")
    assert not shelf.one("memo", "en").own
    assert not shelf.reset("memo", "en")


def test_an_own_text_with_a_fault_is_never_kept_and_one_on_the_disk_is_told_of(
    tmp_path: Path,
) -> None:
    shelf = Shelf(tmp_path)
    with pytest.raises(BadInput, match="goodz"):
        shelf.put("memo", "en", f"{HEAD}{{{{goodz}}}}")
    assert shelf.faults() == []
    path = tmp_path / "templates" / "en" / "memo.md"
    path.parent.mkdir(parents=True)
    path.write_text(f"{HEAD}{{{{goodz}}}}")
    assert shelf.faults() == ["en/memo.md:4: goodz: is no field"]
    assert not next(one for one in shelf.every("en") if one.key == "memo").own
    with pytest.raises(BadInput):
        shelf.one("memo", "en")


def test_a_template_of_another_name_stands_beside_the_shipped_ones(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    shelf.put("cable", "en", f"{HEAD}x")
    assert [one.key for one in shelf.every("en")] == [*ORDER, "cable"]
    with pytest.raises(UnknownId):
        shelf.one("cable", "nl")
    with pytest.raises(BadInput):
        shelf.put("../cable", "en", HEAD)


def test_headings_points_tables_and_addresses_are_read_from_what_a_person_wrote() -> None:
    table = "|a|b|\n|---|---|\n|1|2|\n|3|\n"
    text = f"# T\nlead https://a.example/x\n## A\n- one\n- *two*\n### sub\n{table}"
    found = layout.document(text, "en", "TLP:GREEN")
    assert (found.title, found.marking) == ("T", "TLP:GREEN")
    assert found.blocks[2:] == (
        Paragraph((Run("lead "), Run("https://a.example/x", url="https://a.example/x"))),
        Heading(2, (Run("A"),)),
        Items((Item((Run("one"),)), Item((Run("*two*"),)))),
        Heading(3, (Run("sub"),)),
        Table("", ("a", "b"), (("1", "2"), ("3", ""))),
    )


@given(st.text())
def test_whatever_a_person_writes_can_be_laid_out(text: str) -> None:
    layout.document(text, "nl", "", title="T")
    assert layout.bare(text, "TLP:RED", "w").startswith("TLP:RED\n")
