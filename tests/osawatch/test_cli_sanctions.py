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
def commands(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Commands:
    monkeypatch.setenv("OSAWATCH_PROFILE", str(tmp_path / "profile"))
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


def desk(commands: Commands, folder: Path) -> None:
    """A profile with two versions of a list."""
    for number, records in enumerate((["1 Alfa x"], ["1 Alfa x", "2 Bravo y"])):
        file = written(folder, f"un{number}.xml", un_list(*records))
        assert commands.run("sanctions", "update", "un-sc", "--file", file).code == 0
        commands.clock.forward(days=1)


def test_a_list_is_updated_from_a_file_and_its_age_is_counted(
    commands: Commands, tmp_path: Path
) -> None:
    desk(commands, tmp_path)

    stats = commands.run("stats", "--json").json

    assert stats["lists"]["un-sc"]["records"] == 2
    assert stats["lists"]["un-sc"]["hours"] == 24


def test_a_refused_list_is_a_fault_and_the_last_good_copy_stays(
    commands: Commands, tmp_path: Path
) -> None:
    desk(commands, tmp_path)
    broken = written(tmp_path, "un2.xml", un_list("1 Alfa x", "2 Bravo y")[:-30])

    said = commands.run("sanctions", "update", "un-sc", "--file", broken, "--json")

    assert (said.code, said.json[0]["outcome"]) == (1, "refused")
    assert "the last good copy of 2 records stays" in said.err


def test_versions_of_a_profile_are_compared(commands: Commands, tmp_path: Path) -> None:
    desk(commands, tmp_path)

    said = commands.run("sanctions", "diff", "un-sc", "--since", "30d", "--json")

    assert (said.code, said.json["added"], said.json["removed"]) == (0, ["2"], [])


def test_a_record_is_shown_by_key_or_name(commands: Commands, tmp_path: Path) -> None:
    desk(commands, tmp_path)

    by_key = commands.run("sanctions", "show", "un-sc:2", "--json")
    by_name = commands.run("sanctions", "show", "bravo", "--json")
    unknown = commands.run("sanctions", "show", "un-sc:3", "--json")

    assert by_key.json == by_name.json
    assert (by_key.json[0]["name"], by_key.json[0]["programmes"]) == ("Bravo", ["Test"])
    assert unknown.code == 2


def test_a_person_is_screened_for_a_purpose_and_a_hit_waits_for_a_word(
    commands: Commands, tmp_path: Path
) -> None:
    desk(commands, tmp_path)

    refused = commands.run("sanctions", "screen", "Bravo", "--kind", "person", "--json")
    said = commands.run("sanctions", "screen", "Bravo", "--purpose", "a visa", "--json")
    (hit,) = said.json[0]["hits"]
    commands.run("sanctions", "confirm", hit["hit"])

    assert (refused.code, refused.out) == (2, "")
    assert "--purpose" in refused.err
    assert (hit["list"], hit["entity_id"], hit["state"]) == ("un-sc", "2", "open")
    assert commands.run("sanctions", "hits", "--json").json == []
    assert len(commands.run("sanctions", "hits", "--state", "confirmed", "--json").json) == 1
    assert commands.run("sanctions", "log", "--json").json[0]["purpose"] == "a visa"


def test_a_company_needs_no_purpose_and_the_stateless_command_can_use_the_profile(
    commands: Commands, tmp_path: Path
) -> None:
    desk(commands, tmp_path)
    asked = written(tmp_path, "names.txt", "Bravo\n")

    said = commands.run("sanctions", "screen", "Bravo", "--kind", "entity", "--json")
    bare = commands.run("screen", asked, "--jsonl")

    assert said.json[0]["hits"][0]["entity_id"] == "2"
    assert bare.lines[0]["hits"][0]["entity_id"] == "2"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["update", "atlantis"], "there is no list 'atlantis'"),
        (["update", "--file", "x.xml"], "name the one list that the file is"),
        (["diff", "un-sc"], "is not kept yet"),
        (["screen", "A B", "--kind", "entity"], "no list is kept yet"),
        (["screen", "A B", "--country", "Atlantis"], "--country: 'Atlantis' is no country"),
        (["confirm", "0000"], "there is no hit '0000'"),
    ],
)
def test_a_slip_on_a_profile_is_one_line_and_code_2(
    commands: Commands, words: list[str], told: str
) -> None:
    said = commands.run("sanctions", *words)

    assert (said.code, said.out) == (2, "")
    assert told in said.err
