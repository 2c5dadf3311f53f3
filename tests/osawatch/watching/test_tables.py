"""Files of watch entries: told before they are taken, and given as they can be taken again."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from osawatch.core import Core
from osawatch.errors import BadInput
from osawatch.watching.model import Plan

CSV = """\
list,id,names.en,terms.en,suppliers,colour
good,green-tea,Green tea,"green tea, matcha","CN; 80 %; eu-imports; post",red
good,Bad Id,x,xyz,,
firm,acme,,,,
good,,,,,
good,coffee,Coffee,coffee,"CN; lots",
good,green-tea,Twice,twice,,
company,asml,,,,
"""


def plan(core: Core, tmp_path: Path, said: str, name: str = "list.csv", **more: bool) -> Plan:
    file = tmp_path / name
    file.write_text(said, encoding="utf-8")
    return core.watching.plan(file, **more)


def refused(found: Plan) -> list[tuple[int, str]]:
    return sorted((one.line, one.field) for one in found.refused)


def ids(core: Core) -> set[str]:
    return {row.id for row in core.watching.rows() if row.state in ("own", "override")}


def test_a_table_is_told_row_by_row_and_nothing_is_written_before(
    core: Core, tmp_path: Path
) -> None:
    found = plan(core, tmp_path, CSV)

    assert [(one.kind, one.id) for one in found.added] == [("goods", "green-tea")]
    assert refused(found) == [
        (1, "colour"), (3, "id"), (4, "list"), (5, "id"), (6, "suppliers"), (7, "id"),
    ]  # fmt: skip
    assert found.same == 1
    assert ids(core) == set()
    core.watching.apply(found)
    assert ids(core) == {"green-tea"}
    assert core.watching.undo()
    assert ids(core) == set()


def test_a_second_time_nothing_changes_and_a_change_names_its_fields(
    core: Core, tmp_path: Path
) -> None:
    core.watching.apply(plan(core, tmp_path, CSV))
    assert plan(core, tmp_path, CSV).empty

    found = plan(core, tmp_path, "list;id;terms\ngood;green-tea;en: green tea, sencha\n")

    (change,) = found.changed
    assert (change.id, change.fields) == ("green-tea", ("terms",))
    core.watching.apply(found)
    opened = core.watching.open("goods", "green-tea")
    assert opened.texts["terms"] == "en: green tea, sencha"
    assert opened.texts["suppliers"].startswith("CN; 80 %")  # no column said anything of them


def test_a_file_that_is_the_whole_list_drops_what_it_lacks_but_never_for_a_fault(
    core: Core, tmp_path: Path
) -> None:
    core.watching.apply(plan(core, tmp_path, CSV))
    core.rulebook.own.put("companies", {"id": "acme", "names": ["Acme"]})
    salt = "list,id,terms.en\ngood,salt,rock salt\n"

    assert not plan(core, tmp_path, salt).dropped
    found = plan(core, tmp_path, salt, whole=True)
    assert [(one.kind, one.id) for one in found.dropped] == [("goods", "green-tea")]
    wrong = plan(core, tmp_path, salt + "good,green-tea,t*\n", whole=True)
    assert (wrong.dropped, refused(wrong)) == ((), [(3, "terms")])
    unclear = plan(core, tmp_path, salt + "godo,green-tea,tea\n", whole=True)
    assert unclear.dropped == ()
    core.watching.apply(found)
    assert ids(core) == {"salt", "acme"}


@pytest.mark.parametrize("ending", [".csv", ".xlsx", ".yaml"])
def test_what_is_given_is_taken_again_without_a_change(
    core: Core, tmp_path: Path, ending: str
) -> None:
    core.watching.apply(plan(core, tmp_path, CSV))
    core.rulebook.own.put("groups", {"id": "far", "title": "Far", "members": ["US", "NO"]})
    core.rulebook.refresh()
    file = tmp_path / f"given{ending}"

    assert core.watching.give(file) == 2
    again = core.watching.plan(file, whole=True)
    assert (again.empty, again.same, again.refused) == (True, 2, ())
    everything = core.watching.give(file, everything=True)
    again = core.watching.plan(file)
    assert (again.empty, again.same, again.refused) == (True, everything, ())


def test_a_cell_that_a_spreadsheet_would_compute_is_given_as_text(
    core: Core, tmp_path: Path
) -> None:
    core.rulebook.own.put("goods", {"id": "x1", "sector": "=1+1", "terms": {"en": ["some words"]}})
    core.rulebook.refresh()
    file = tmp_path / "given.csv"
    core.watching.give(file)

    assert ",'=1+1" in file.read_text("utf-8-sig")
    assert core.watching.plan(file).empty


def test_a_yaml_file_is_told_entry_by_entry(core: Core, tmp_path: Path) -> None:
    said = """\
schema: 1
goods:
- id: green-tea
  terms: {en: [green tea]}
- id: salt
  terms: {en: [s*]}
status: {lifted: {en: [over]}}
groups: {far: {title: Far, members: [US]}}
"""
    found = plan(core, tmp_path, said, "list.yaml")

    assert {(one.kind, one.id) for one in found.added} == {
        ("goods", "green-tea"),
        ("groups", "far"),
    }
    assert refused(found) == [(5, "terms"), (7, "status")]


@pytest.mark.parametrize(
    ("name", "said", "why"),
    [
        ("a.csv", "name,words\ntea,tea\n", "list"),
        ("a.yaml", "goods: [", "a.yaml"),
        ("a.xlsx", "no sheet", "spreadsheet"),
    ],
)
def test_a_file_that_is_none_of_ours_is_refused_whole(
    core: Core, tmp_path: Path, name: str, said: str, why: str
) -> None:
    with pytest.raises(BadInput, match=why):
        plan(core, tmp_path, said, name)


def test_a_file_that_is_not_there_and_an_ending_nobody_knows_are_told(
    core: Core, tmp_path: Path
) -> None:
    with pytest.raises(BadInput, match="cannot be read"):
        core.watching.plan(tmp_path / "none.csv")
    with pytest.raises(BadInput, match="is none of"):
        core.watching.give(tmp_path / "list.docx")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.text(max_size=200), st.sampled_from(["csv", "yaml"]))
def test_whatever_stands_in_a_file_it_is_told_and_not_taken(
    core: Core, tmp_path: Path, said: str, ending: str
) -> None:
    head = "list,id,terms,suppliers\ngood," if ending == "csv" else "goods:\n- id: "
    file = tmp_path / f"any.{ending}"
    file.write_bytes((head + said).encode("utf-8", "surrogatepass"))
    try:
        found = core.watching.plan(file, whole=True)
    except BadInput:
        return
    assert all(one.file and one.message for one in found.refused)
