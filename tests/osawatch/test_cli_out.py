"""What the command line prints: in columns, as JSON, and never more than text."""

from __future__ import annotations

import io
import json
import sys
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osawatch.cli import out

NASTY = "\x1b[2J\x9b31m\u202egniht\u2066 \u200b\ufeff\r\nnext\x07\U000e0041\ud800"


@given(st.text())
def test_no_text_of_a_stranger_moves_the_terminal(words: str) -> None:
    cleaned = out.clean(words + NASTY)

    assert not any(ord(letter) < 0x20 or 0x7F <= ord(letter) < 0xA0 for letter in cleaned)
    assert not set(cleaned) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028")
    cleaned.encode("utf-8")


@given(st.text())
def test_json_says_the_same_with_everything_dangerous_escaped(words: str) -> None:
    told = out.as_json({"title": words + NASTY})

    assert json.loads(told) == {"title": words + NASTY}
    assert not set(told) & set("\x1b\x9b\u202e\u2066\r\n\x07\x7f")
    told.encode("utf-8")


@pytest.mark.parametrize(
    ("words", "columns"),
    [("gallium", 7), ("镓 锗", 5), ("é", 1), ("e\u0301", 1), ("한국", 4), ("", 0)],
)
def test_wide_characters_take_two_columns(words: str, columns: int) -> None:
    assert out.width(words) == columns


@given(st.text(st.characters(codec="utf-8")), st.integers(1, 40))
def test_a_cut_text_fits(words: str, room: int) -> None:
    assert out.width(out.cut(words, room)) <= room


def test_a_table_stands_straight_also_in_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    columns = (out.column("good"), out.column("n", right=True), out.column("title"))

    out.rows(
        [{"good": "镓", "n": 5, "title": "a\nb"}, {"good": "germanium", "n": 12, "title": None}],
        columns,
        "table",
    )

    assert capsys.readouterr().out.splitlines() == [
        "good        n  title",
        "镓          5  a b",
        "germanium  12",
    ]


def test_a_time_in_a_table_is_rfc_3339(capsys: pytest.CaptureFixture[str]) -> None:
    moment = datetime(2026, 3, 1, 12, 0, 0, 5, UTC)
    out.rows([{"id": "a", "added": moment}], (out.column("added"),), "table")

    assert capsys.readouterr().out == "added\n2026-03-01T12:00:00Z\n"


def test_nothing_found_is_said_beside_the_results(capsys: pytest.CaptureFixture[str]) -> None:
    out.rows([], (out.column("id"),), "table", none="no alerts")

    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "osawatch-cli: no alerts\n")


@pytest.mark.parametrize(("form", "told"), [("json", "[]\n"), ("jsonl", "")])
def test_nothing_found_is_valid_for_programs(
    form: out.Form, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out.rows([], (out.column("id"),), form)

    assert capsys.readouterr() == (told, "")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_shown_on_a_terminal_only(monkeypatch: pytest.MonkeyPatch) -> None:
    for stream, shown in ((Terminal(), True), (io.StringIO(), False)):
        monkeypatch.setattr(sys, "stderr", stream)
        line = out.Progress()

        line.show(1, 3, "wire\x1b[2J ok")
        line.end()

        assert ("1/3 wire" in stream.getvalue()) is shown
        assert "\x1b[2J" not in stream.getvalue()


def test_on_a_terminal_a_row_stays_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Terminal()
    monkeypatch.setattr(sys, "stdout", stream)
    monkeypatch.setenv("COLUMNS", "60")

    out.rows(
        [{"id": "a" * 24, "goods": "b" * 30, "title": "商" * 90}],
        (out.column("id"), out.column("goods"), out.column("title")),
        "table",
    )

    lines = stream.getvalue().splitlines()
    assert all(out.width(line) <= 60 for line in lines)
    assert "a" * 24 in lines[1]
