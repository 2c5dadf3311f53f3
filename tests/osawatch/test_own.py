"""What a post adds beside the shipped pack: switches, own entries, files that are wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osawatch.errors import BadInput
from osawatch.own import Own
from osawatch.watchfile import read, write
from rules.load import SHIPPED, load

words = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=20)


@pytest.fixture
def own(tmp_path: Path) -> Own:
    return Own(tmp_path)


def test_a_rule_is_off_until_it_is_switched_on_again(own: Own) -> None:
    own.switch_rule("export-ban", on=False)
    own.switch_rule("strike", on=False)
    own.switch_rule("strike", on=True)

    stored = read(own.folder / "rules.local.yaml")
    assert stored == {"export-ban": {"enabled": "false"}}


def test_an_alias_is_refused_with_its_line_as_a_few_of_them_hold_billions(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("a: &a [zinc]\nb: [*a, *a]\n")

    with pytest.raises(BadInput, match="alias") as told:
        read(path)
    assert told.value.line == 2


def test_what_is_nested_without_end_is_refused_and_a_star_in_words_is_none(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("a: " + "[" * 20_000)
    with pytest.raises(BadInput):
        read(path)

    path.write_text("a: '*'\nb: zinc*\n")
    assert read(path) == {"a": "*", "b": "zinc*"}


def test_what_else_is_said_of_a_rule_stays(own: Own) -> None:
    write(own.folder / "rules.local.yaml", {"strike": {"level": "low"}})

    own.switch_rule("strike", on=False)
    own.switch_rule("strike", on=True)

    assert read(own.folder / "rules.local.yaml") == {"strike": {"level": "low", "enabled": "true"}}


def test_own_entries_are_put_replaced_and_dropped(own: Own) -> None:
    own.put("goods", {"id": "quartz", "terms": {"en": ["quartz sand"]}})
    own.put("goods", {"id": "quartz", "terms": {"en": ["high-purity quartz"]}})
    own.put("companies", {"id": "acme", "names": ["Acme"]})

    assert [one["terms"] for one in own.entries("goods")] == [{"en": ["high-purity quartz"]}]
    assert own.drop("goods", "quartz")
    assert not own.drop("goods", "quartz")
    assert [one["id"] for one in own.entries("companies")] == ["acme"]


def test_norway_stays_norway(own: Own) -> None:
    own.put("companies", {"id": "acme", "names": ["Acme"], "country": "NO"})

    assert own.entries("companies")[0]["country"] == "NO"


@given(st.dictionaries(words, st.dictionaries(words, words, max_size=3), max_size=4))
def test_what_is_written_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, stored: dict[str, dict[str, str]]
) -> None:
    path = tmp_path_factory.mktemp("own") / "file.yaml"

    write(path, stored)

    assert read(path) == stored


def test_files_of_a_post_are_its_own_to_read(own: Own) -> None:
    own.switch_rule("strike", on=False)

    assert (own.folder / "rules.local.yaml").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("text", ["a: [1", "- a\n- b\n", "\x00", "a: b: c"])
def test_a_broken_file_stops_nothing_and_is_named(text: str, own: Own) -> None:
    (own.folder / "watchlist.local.yaml").write_text(text, encoding="utf-8")

    assert not any(own.entries_off().values())
    (fault,) = own.faults()
    assert "watchlist.local.yaml" in fault
    with pytest.raises(BadInput, match=r"watchlist\.local\.yaml"):
        own.switch_entry("goods", "gallium", on=False)


def test_own_entries_go_out_into_one_file_and_come_in_from_it(own: Own, tmp_path: Path) -> None:
    own.put("goods", {"id": "quartz", "terms": {"en": ["quartz sand"]}})
    own.put("companies", {"id": "acme", "names": ["Acme"]})
    other = Own(tmp_path / "other")

    assert own.give(tmp_path / "out.yaml") == 2
    other.take(tmp_path / "out.yaml")

    assert other.entries("goods") == own.entries("goods")
    assert other.entries("companies") == own.entries("companies")


def test_an_imported_file_never_hides_the_one_that_is_written_here(
    own: Own, tmp_path: Path
) -> None:
    own.put("goods", {"id": "quartz", "terms": {"en": ["quartz sand"]}})
    write(tmp_path / "in" / "own.yaml", {"goods": [{"id": "sand", "terms": {"en": ["sand"]}}]})

    own.take(tmp_path / "in" / "own.yaml")

    assert {one["id"] for one in own.entries("goods")} == {"quartz", "sand"}


def test_a_place_that_cannot_be_written_is_named(own: Own, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(BadInput, match="cannot be written"):
        own.give(tmp_path / "file" / "out.yaml")


def test_own_files_beside_the_loaded_pack_make_the_same_pack_as_all_files_read_anew(
    tmp_path: Path,
) -> None:
    own = Own(tmp_path)
    own.put("goods", {"id": "gallium", "terms": {"en": ["smart metal"]}})
    own.put("countries", {"iso2": "NO", "aliases": {"en": ["Norseland"]}})
    own.put("groups", {"id": "nato", "members": ["NO"]})
    more = tmp_path / "watchlist" / "words.yaml"
    write(more, {"negation": {"en": ["gainsays"]}, "lists": {"recall": {"en": ["yore"]}}})
    rule = next(one for one in load().rules if one.id == "export-ban")
    (tmp_path / "rules").mkdir()
    text = Path(rule.file).read_text("utf-8").split("\n---\n")[0]
    (tmp_path / "rules" / "mine.yml").write_text(text, "utf-8")
    own.switch_rule("strike", on=False)

    quick, slow = own.load(), load([*own.rules, SHIPPED], own.watchlists, own.local)

    # entries of the post's own stand as the post wrote them; files read anew add the pack's words
    for kind, key in (("goods", "gallium"), ("countries", "NO")):
        mine, anew = (getattr(one.watchlist, kind).pop(key) for one in (quick, slow))
        said = "terms" if kind == "goods" else "aliases"
        assert getattr(mine, said)["en"] == getattr(anew, said)["en"]
    assert quick.watchlist == slow.watchlist
    assert [one.id for one in quick.rules] == [one.id for one in slow.rules]
    assert quick.rules == slow.rules
    assert set(quick.files) == set(slow.files)
    assert not quick.failed
    assert "gainsays" not in str(load().watchlist.negation)
