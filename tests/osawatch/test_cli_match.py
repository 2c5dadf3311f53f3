"""`match`: a line in, a line out, in order, always the same; bad lines lose nothing else."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from osawatch import score
from tests.osawatch.commands import Commands, Said

LINES = [
    {"id": "a", "title": "China announces an export licence requirement for gallium."},
    {"id": 2, "title": "The museum opens a new wing", "summary": "Visitors were pleased."},
    {"id": "c", "title": "China bans exports of germanium", "grade": "A", "official": True},
    {"id": "d", "title": "Indonesia bans exports of nickel ore", "published": "2026-01-02"},
]


@pytest.fixture
def commands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Commands:
    return Commands(tmp_path / "profile", capsys)


def write(path: Path, lines: list[dict[str, object]] | list[object]) -> Path:
    path.write_text(
        "".join(
            (one if isinstance(one, str) else json.dumps(one, ensure_ascii=False)) + "\n"
            for one in lines
        ),
        encoding="utf-8",
    )
    return path


def matched(commands: Commands, tmp_path: Path, *lines: object) -> Said:
    return commands.run("match", write(tmp_path / "in.jsonl", list(lines)), "--jsonl")


def test_each_line_is_answered_in_its_place(commands: Commands, tmp_path: Path) -> None:
    said = matched(commands, tmp_path, *LINES)

    assert said.code == 0
    assert [line["id"] for line in said.lines] == ["a", 2, "c", "d"]
    assert list(said.lines[0])[:2] == ["id", "goods"]
    assert {"goods", "mentions", "countries", "measures", "roles", "measure_status", "entities",
            "rules", "score", "score_parts", "vector"} <= set(said.lines[1])  # fmt: skip


def test_evidence_is_cut_from_the_field_as_given(commands: Commands, tmp_path: Path) -> None:
    titles = ["𝐍ews 🇨🇳: China bans exports of gallium", "商务部公布对镓、锗相关物项实施出口管制。"]

    said = matched(commands, tmp_path, *({"id": n, "title": t} for n, t in enumerate(titles)))

    for title, line in zip(titles, said.lines, strict=True):
        assert line["rules"]
        for hit in line["rules"]:
            for mark in hit["evidence"]:
                assert title[mark["start"] : mark["end"]] == mark["text"]


def test_the_vector_recomputes_the_score(commands: Commands, tmp_path: Path) -> None:
    for line in matched(commands, tmp_path, *LINES).lines:
        if line["rules"]:
            assert score.recompute(line["vector"]).value == line["score"] > 0
        else:
            assert (line["score"], line["vector"], line["score_parts"]) == (0.0, "", {})


def test_without_more_a_text_is_one_report_of_grade_c(commands: Commands, tmp_path: Path) -> None:
    more: list[dict[str, object]] = [{}, {"grade": "B"}, {"official": True, "p": 1e-9}]
    said = matched(
        commands, tmp_path, *({"id": 1, "title": "China bans exports of gallium"} | m for m in more)
    )
    plain, graded, official = said.lines

    assert "/SRC:C/P:1.0e+00/NV:0/" in plain["vector"]
    assert plain["score"] < graded["score"] < official["score"]


BAD = {
    "{not json": "is not JSON",
    "[1]": "is not a JSON object",
    '{"title": "no id"}': "id: is missing",
    '{"id": true, "title": "x"}': "id: is neither",
    '{"id": 1}': "title: is missing",
    '{"id": 1, "title": ["x"]}': "title: is not a text",
    '{"id": 1, "title": "x", "summary": 3}': "summary: is not a text",
    '{"id": 1, "title": "x", "published": "soon"}': "published: 'soon'",
    '{"id": 1, "title": "x", "grade": "AB"}': "grade",
    '{"id": 1, "title": "x", "p": 7}': "p: is not a number",
    '{"id": 1, "title": "x", "official": "yes"}': "official",
    '{"id": ' + "9" * 5000 + "}": "is not JSON",
    "[" * 100_000: "is nested too deeply",
}


def test_bad_lines_are_named_and_lose_no_other(commands: Commands, tmp_path: Path) -> None:
    said = matched(commands, tmp_path, LINES[0], *BAD, LINES[2])

    assert said.code == 2
    assert [one["id"] for one in said.lines] == ["a", "c"]
    for number, says in enumerate(BAD.values(), 2):
        assert f"in.jsonl:{number}: {says}" in said.err
    assert f"{len(BAD)} lines could not be read" in said.err


def test_bytes_that_are_no_text_are_named_by_line(commands: Commands, tmp_path: Path) -> None:
    file = tmp_path / "in.jsonl"
    file.write_bytes(b'\xef\xbb\xbf{"id": 1, "title": "x"}\r\n\n{"id": 2, "title": "\xff"}\n')

    said = commands.run("match", file, "--jsonl")

    assert [one["id"] for one in said.lines] == [1]
    assert "in.jsonl:3: is not UTF-8" in said.err


def test_lone_surrogates_come_out_as_they_came_in(commands: Commands, tmp_path: Path) -> None:
    said = matched(commands, tmp_path, '{"id": "\\ud800", "title": "gallium \\udfff"}')

    assert said.lines[0]["id"] == "\ud800"


def test_stdin_is_read_without_a_file(commands: Commands, monkeypatch: pytest.MonkeyPatch) -> None:
    body = json.dumps(LINES[0]).encode()
    for words in (["match", "--jsonl"], ["match", "-", "--jsonl"]):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(body)))
        assert commands.run(*words).lines[0]["id"] == "a"


def test_a_file_after_a_list_of_paths_is_still_the_file(
    commands: Commands, tmp_path: Path, rule: Path
) -> None:
    file = write(tmp_path / "in.jsonl", [LINES[2]])

    said = commands.run("match", "--jsonl", "--rules", rule, file)

    assert [hit["id"] for hit in said.lines[0]["rules"]] == ["any-good"]


def test_a_rule_that_cannot_be_read_is_named_and_the_others_count(
    commands: Commands, tmp_path: Path, rule: Path
) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text(RULE.replace("any-good", "other").replace("condition: good", "condition: g"))
    file = write(tmp_path / "in.jsonl", [LINES[2]])

    said = commands.run("match", file, "--jsonl", "--rules", broken, rule)

    assert said.code == 1
    assert str(broken) in said.err
    assert [hit["id"] for hit in said.lines[0]["rules"]] == ["any-good"]


def test_two_files_are_one_too_many(commands: Commands, tmp_path: Path, rule: Path) -> None:
    file = write(tmp_path / "in.jsonl", [LINES[2]])

    said = commands.run("match", file, "--rules", rule, tmp_path / "other.jsonl")

    assert said.code == 2
    assert "only one file" in said.err


@pytest.mark.parametrize("words", [["none.jsonl"], ["--rules", "none.yaml"]])
def test_a_path_that_is_not_there_is_exit_code_2(words: list[str], commands: Commands) -> None:
    said = commands.run("match", *words)

    assert said.code == 2
    assert "none" in said.err


def test_a_second_run_says_the_same_byte_for_byte(tmp_path: Path) -> None:
    file = write(tmp_path / "in.jsonl", LINES * 5)
    command = [sys.executable, "-m", "ui.cli", "match", "--jsonl", str(file)]

    outs = [
        subprocess.run(  # noqa: S603
            command, capture_output=True, check=True, env={**os.environ, "PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("1", "2")
    ]

    assert outs[0] == outs[1]
    assert outs[0].count(b"\n") == len(LINES) * 5


def test_for_people_lines_are_a_table(commands: Commands, tmp_path: Path) -> None:
    said = commands.run("match", write(tmp_path / "in.jsonl", LINES))

    assert said.out.splitlines()[0].split()[:2] == ["id", "score"]
    assert "gallium" in said.out


@pytest.fixture
def rule(tmp_path: Path) -> Path:
    path = tmp_path / "rule.yaml"
    path.write_text(RULE, encoding="utf-8")
    return path


RULE = """
schema: 1
id: any-good
title: A watched good is named
level: low
status: stable
description: Any word on a watched good.
match:
  good: {watchlist: goods}
condition: good
alert: {type: any, group_by: [good]}
tests:
  - {name: names it, item: {title: Gallium is rare}, expect: match}
  - {name: names none, item: {title: Tea is not}, expect: no-match}
"""
