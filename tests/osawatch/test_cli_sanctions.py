"""`sanctions`: list versions, their differences, and who stands on them. All names invented."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.osawatch.commands import Commands
from tests.shared import SHARED, needs_shared

UN = SHARED / "samples/sanctions/un_sc"
CLASSES = {"added", "removed", "renamed", "measure_changed", "detail", "free_text"}


@pytest.fixture
def commands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Commands:
    return Commands(tmp_path / "profile", capsys)


def un_list(*entities: str) -> str:
    """A UN list; an entity is given as «key name comment»."""
    records = "".join(
        f"<ENTITY><DATAID>{key}</DATAID><FIRST_NAME>{name}</FIRST_NAME>"
        f"<UN_LIST_TYPE>Test</UN_LIST_TYPE><COMMENTS1>{comment}</COMMENTS1></ENTITY>"
        for key, name, comment in (one.split(" ", 2) for one in entities)
    )
    return f"<CONSOLIDATED_LIST><ENTITIES>{records}</ENTITIES></CONSOLIDATED_LIST>"


def written(folder: Path, name: str, text: str) -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def test_two_files_are_compared_by_key_each_record_in_its_gravest_class(
    commands: Commands, tmp_path: Path
) -> None:
    old = written(tmp_path, "old.xml", un_list("1 Alfa x", "2 Bravo x", "3 Charlie x", "4 Delta x"))
    new = written(
        tmp_path, "new.xml", un_list("1 Alfa x", "2 Bravissimo y", "3 Charlie y", "5 Echo x")
    )

    said = commands.run("sanctions", "diff", old, new, "--format", "un-sc", "--json")

    assert said.code == 0
    assert {name: said.json[name] for name in CLASSES} == {
        "added": ["5"],
        "removed": ["4"],
        "renamed": ["2"],
        "measure_changed": [],
        "detail": [],
        "free_text": ["3"],
    }
    assert said.json["schema_noise"] == 0
    assert not commands.profile.exists()


def test_a_broken_file_is_compared_with_nothing(commands: Commands, tmp_path: Path) -> None:
    whole = un_list("1 Alfa x", "2 Bravo x")
    old = written(tmp_path, "old.xml", whole)
    new = written(tmp_path, "new.xml", whole[:-60])

    said = commands.run("sanctions", "diff", old, new, "--format", "un-sc", "--json")

    assert (said.code, said.out) == (1, "")
    assert f"{new}: refused: damaged" in said.err


def test_another_list_than_the_promised_one_is_refused(commands: Commands, tmp_path: Path) -> None:
    file = written(tmp_path, "list.xml", un_list("1 Alfa x"))

    said = commands.run("sanctions", "diff", file, file, "--format", "eu-fsf", "--json")

    assert (said.code, said.out) == (1, "")
    assert "is un-sc, not eu-fsf" in said.err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["missing.xml", "missing.xml"], "missing.xml: cannot be read"),
        (["a.xml", "b.xml", "--format", "un"], "there is no list 'un'"),
        (["a.xml", "b.xml", "c.xml"], "give the old file and the new file"),
    ],
)
def test_bad_usage_is_one_line_and_code_2(commands: Commands, words: list[str], told: str) -> None:
    said = commands.run("sanctions", "diff", *words, "--json")

    assert (said.code, said.out) == (2, "")
    assert told in said.err


@needs_shared
def test_the_real_un_lists_differ_as_is_known(commands: Commands) -> None:
    truth = json.loads((UN / "un_delta_ground_truth.json").read_text("utf-8"))[-1]
    files = [UN.parent / truth[side] for side in ("old", "new")]

    said = commands.run("sanctions", "diff", *files, "--format", "un-sc", "--json")

    known = {name: {x["dataid"] for x in truth[name]} for name in ("added", "removed")}
    assert {name: set(said.json[name]) for name in known} == known
    material = {x["dataid"] for x in truth["changed"] if x["cls"] == "material"}
    found = said.json["renamed"] + said.json["measure_changed"] + said.json["detail"]
    assert set(found) == material
    assert said.json["schema_noise"] == truth["changed_by_class"]["schema_noise"]
