"""`screen`: names against list files, without a profile. All names invented."""

from __future__ import annotations

import gzip
import io
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.osawatch.commands import Commands, Said
from tests.osawatch.test_cli_sanctions import un_list

PLAIN = """id,kind,name,aliases,country,birth
E1,person,Anatoly Vymyslovich Fiktsionov,Anatolij Fikcionov;Tolya,RU,1970-02-03
E2,entity,Invented Metals LLC,Vymetal,CN,
"""


@pytest.fixture
def commands(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Commands:
    monkeypatch.setenv("OSAWATCH_PROFILE", str(tmp_path / "profile"))
    return Commands(tmp_path / "profile", capsys)


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    file = tmp_path / "own.csv"
    file.write_text(PLAIN, encoding="utf-8")
    return file


def ask(commands: Commands, monkeypatch: pytest.MonkeyPatch, asked: str, *words: object) -> Said:
    stdin = SimpleNamespace(buffer=io.BytesIO(asked.encode()))
    monkeypatch.setattr("sys.stdin", stdin)
    return commands.run("screen", *words)


def test_names_and_records_are_answered_in_order(
    commands: Commands, monkeypatch: pytest.MonkeyPatch, plain: Path
) -> None:
    record = '{"id":"q","name":"Invented Metal GmbH","country":"China"}'
    asked = f"Fiktsionov Anatoli\n{record}\nNobody Known\n"

    said = ask(commands, monkeypatch, asked, "--list", plain, "--jsonl")

    assert said.code == 0
    assert [line["query"] for line in said.lines] == [
        "Fiktsionov Anatoli", "Invented Metal GmbH", "Nobody Known",
    ]  # fmt: skip
    assert [line["id"] for line in said.lines] == ["1", "q", "3"]
    assert [[hit["entity_id"] for hit in line["hits"]] for line in said.lines] == [
        ["E1"],
        ["E2"],
        [],
    ]
    hit = said.lines[0]["hits"][0]
    assert {"list", "entity_id", "name", "score", "why"} <= set(hit)
    assert (hit["list"], hit["name"]) == ("own", "Anatoly Vymyslovich Fiktsionov")
    assert 0.85 <= hit["score"] <= 1
    assert not commands.profile.exists()


def test_lists_of_any_format_stand_side_by_side_packed_or_not(
    commands: Commands, monkeypatch: pytest.MonkeyPatch, plain: Path, tmp_path: Path
) -> None:
    packed = tmp_path / "un.xml.gz"
    packed.write_bytes(gzip.compress(un_list("9 Inventia x").encode()))

    said = ask(commands, monkeypatch, "Inventia\nVymetal\n", "--list", plain, packed, "--jsonl")

    found = [(hit["list"], hit["entity_id"]) for line in said.lines for hit in line["hits"]]
    assert found == [("un-sc", "9"), ("own", "E2")]


def test_the_threshold_is_the_users(
    commands: Commands, monkeypatch: pytest.MonkeyPatch, plain: Path
) -> None:
    asked = "Anatoly Fiktsionov\n"

    loose = ask(commands, monkeypatch, asked, "--list", plain, "--threshold", "0.85", "--jsonl")
    strict = ask(commands, monkeypatch, asked, "--list", plain, "--threshold", "0.99", "--jsonl")

    assert (len(loose.lines[0]["hits"]), len(strict.lines[0]["hits"])) == (1, 0)


def test_a_bad_line_stops_no_other(
    commands: Commands, monkeypatch: pytest.MonkeyPatch, plain: Path
) -> None:
    asked = '{bad\n{"id":1}\n{"name":"Vymetal","birth":{}}\nVymetal\n'

    said = ask(commands, monkeypatch, asked, "--list", plain, "--jsonl")

    assert said.code == 2
    assert [line["query"] for line in said.lines] == ["Vymetal"]
    assert "-:1: is not JSON" in said.err
    assert "-:2: name: is missing" in said.err
    assert "-:3: birth: is neither" in said.err


def test_a_damaged_list_is_screened_as_far_as_it_goes_and_said(
    commands: Commands, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "un.xml"
    file.write_text(un_list("1 Inventia x", "2 Fictoria x")[:-60], encoding="utf-8")

    said = ask(commands, monkeypatch, "Inventia\n", "--list", file, "--jsonl")

    assert said.code == 1
    assert said.lines[0]["hits"]
    assert "damaged" in said.err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], "--list: give at least one list file"),
        (["--list", "missing.xml"], "missing.xml: cannot be read"),
        (["--list", __file__], "is no list that this program knows"),
        (["--threshold", "7"], "--threshold"),
    ],
)
def test_bad_usage_is_one_line_and_code_2(
    commands: Commands, monkeypatch: pytest.MonkeyPatch, words: list[str], told: str
) -> None:
    said = ask(commands, monkeypatch, "Inventia\n", *words)

    assert (said.code, said.out) == (2, "")
    assert told in said.err
