"""The post's own watchlist: added, changed, taken out, undone; shipped files stay as they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from osawatch.core import Core
from osawatch.errors import BadInput, UnknownId
from osawatch.model import Changes
from osawatch.watchfile import write
from rules.model import Text

TEA = {"id": "green-tea", "names": "en: Green tea", "terms": "en: green tea"}


def new(core: Core, kind: str = "goods", **texts: str) -> str:
    opened = core.watching.new(kind, texts)
    return core.watching.save(opened, opened.texts)


def states(core: Core) -> dict[str, str]:
    return {row.id: row.state for row in core.watching.rows() if row.state != "shipped"}


def goods(core: Core, title: str) -> tuple[str, ...]:
    found = core.rulebook.match(Text(title, language="en"))
    return (*found.goods, *found.mentions)


def test_a_new_good_is_found_in_texts_at_once_and_undone_it_is_not(core: Core) -> None:
    core.warm()
    heard: list[Changes] = []
    core.watch(heard.append)

    assert new(core, **TEA) == "green-tea"
    assert goods(core, "Green tea is dear") == ("green-tea",)
    assert heard == [Changes(settings=True)]
    assert states(core) == {"green-tea": "own"}

    assert core.watching.undo()
    assert goods(core, "Green tea is dear") == ()
    assert states(core) == {}
    assert not core.watching.undo()


def test_a_changed_shipped_entry_stands_in_its_place_with_all_it_had(
    core: Core, tmp_path: Path
) -> None:
    file = tmp_path / "shipped" / "watchlist.yaml"
    before = file.read_bytes()
    opened = core.watching.open("goods", "gallium")
    texts = dict(opened.texts) | {"terms": "en: gallium, smart metal"}

    core.watching.save(opened, texts)

    assert states(core) == {"gallium": "override"}
    assert goods(core, "Smart metal is rare") == ("gallium",)
    assert core.rulebook.pack.watchlist.goods["gallium"].cas == "7440-55-3"
    assert not core.rulebook.faults()
    core.watching.remove("goods", "gallium")
    assert states(core) == {}
    assert goods(core, "Smart metal is rare") == ()
    assert file.read_bytes() == before


def test_a_shipped_entry_is_taken_out_and_put_back(core: Core) -> None:
    core.watching.remove("goods", "lithium")
    assert states(core) == {"lithium": "off"}
    assert core.watching.open("goods", "lithium").state == "off"
    assert goods(core, "Lithium is rare") == ()

    core.watching.put_back("goods", "lithium")
    assert states(core) == {}


def test_a_group_of_the_posts_own_stands_in_the_place_of_a_shipped_one(core: Core) -> None:
    opened = core.watching.open("groups", "near")
    assert opened.texts == {"id": "near", "title": "Neighbours", "members": "CN, TR"}

    core.watching.save(opened, {**opened.texts, "members": "CN, TR, NO"})

    assert core.rulebook.pack.watchlist.groups["near"] == ("CN", "TR", "NO")
    assert new(core, "groups", id="far", members="US") == "far"
    assert states(core) == {"near": "override", "far": "own"}
    assert not core.rulebook.faults()


def test_a_shipped_group_is_not_taken_out_since_rules_name_it(core: Core) -> None:
    with pytest.raises(BadInput, match="named by shipped rules"):
        core.watching.remove("groups", "near")


@pytest.mark.parametrize(
    ("kind", "texts", "field", "line"),
    [
        ("goods", {"id": "Green Tea", "terms": "en: tea leaf"}, "id", 1),
        ("goods", {"id": "tea", "terms": "en: tea leaf\nnl: te*"}, "terms", 2),
        ("goods", {"id": "tea", "terms": "en: tea leaf", "suppliers": "CN; 5 %\nZZ; 4 %"},
         "suppliers", 2),
        ("goods", {"id": "tea", "terms": "en: tea leaf", "codes": "123"}, "codes", 1),
        ("companies", {"id": "acme", "names": "Acme", "country": "ZZ"}, "country", 1),
        ("groups", {"id": "far", "members": "NL\nHolland"}, "members", 2),
        ("goods", {"id": ""}, "id", 1),
    ],
)  # fmt: skip
def test_bad_input_is_told_at_its_field_and_changes_nothing(
    core: Core, kind: str, texts: dict[str, str], field: str, line: int
) -> None:
    opened = core.watching.new(kind, texts)
    found = core.watching.check(opened, opened.texts)

    errors = [one for one in found.problems if one.level == "error"]
    assert [(one.field, one.line) for one in errors] == [(field, line)]
    with pytest.raises(BadInput) as caught:
        core.watching.save(opened, opened.texts)
    assert caught.value.field == field
    assert states(core) == {}


def test_a_company_of_a_good_that_is_not_watched_is_only_warned_of(core: Core) -> None:
    opened = core.watching.new("companies", {"id": "acme", "names": "Acme", "goods": "tea"})
    found = core.watching.check(opened, opened.texts)

    assert found.sound
    assert [(one.field, one.level) for one in found.problems] == [("goods", "warning")]


def test_a_new_entry_takes_no_other_ones_place_unseen(core: Core) -> None:
    new(core, **TEA)
    opened = core.watching.new("goods", TEA)
    found = core.watching.check(opened, opened.texts)

    assert [(one.field, one.level) for one in found.problems] == [("id", "error")]
    shipped = core.watching.new("goods", {**TEA, "id": "gallium"})
    assert core.watching.check(shipped, shipped.texts).replaces


def test_a_renamed_entry_leaves_nothing_behind(core: Core) -> None:
    new(core, **TEA)
    opened = core.watching.open("goods", "green-tea")

    core.watching.save(opened, {**opened.texts, "id": "tea"})

    assert states(core) == {"tea": "own"}


def test_what_somebody_else_changed_since_is_not_undone(core: Core) -> None:
    new(core, **TEA)
    core.rulebook.own.put("goods", {"id": "salt", "terms": {"en": ["rock salt"]}})

    with pytest.raises(BadInput, match="changed elsewhere"):
        core.watching.undo()
    core.rulebook.refresh()
    assert states(core) == {"green-tea": "own", "salt": "own"}


def test_a_broken_file_hides_nothing_of_the_others(core: Core, tmp_path: Path) -> None:
    new(core, **TEA)
    broken = core.profile.folder / "watchlist" / "more.yaml"
    broken.write_text("goods: [", encoding="utf-8")
    core.rulebook.refresh()

    assert states(core) == {"green-tea": "own"}
    assert any("more.yaml" in fault for fault in core.watching.faults())


def test_an_unknown_entry_is_said_to_be_unknown(core: Core) -> None:
    with pytest.raises(UnknownId):
        core.watching.open("goods", "unobtainium")
    with pytest.raises(UnknownId):
        core.watching.remove("goods", "unobtainium")


def test_what_is_saved_here_holds_over_a_file_that_headquarters_sends_again(core: Core) -> None:
    theirs = core.profile.folder / "watchlist" / "hq.yaml"
    entry = {"id": "green-tea", "terms": {"en": ["green tea"]}}
    write(theirs, {"schema": "1", "goods": [entry]})
    core.rulebook.refresh()
    opened = core.watching.open("goods", "green-tea")
    core.watching.save(opened, {**opened.texts, "terms": "en: green tea, sencha"})
    write(theirs, {"schema": "1", "goods": [entry]})
    core.rulebook.refresh()

    assert core.watching.open("goods", "green-tea").texts["terms"] == "en: green tea, sencha"
    assert goods(core, "Sencha is dear") == ("green-tea",)
    opened = core.watching.open("goods", "green-tea")
    core.watching.save(opened, {**opened.texts, "terms": "en: green tea, sencha, matcha"})
    assert goods(core, "Matcha is dear") == ("green-tea",)


def test_a_country_tells_the_groups_that_hold_it(core: Core) -> None:
    new(core, "groups", id="far", members="CN")
    china = next(row for row in core.watching.rows() if row.id == "CN")

    assert china.more == "near, far" or china.more == "far, near"
    assert "groups" not in core.watching.open("countries", "CN").texts
