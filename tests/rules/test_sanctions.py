"""Rules that look for names of sanctions lists: the names are found before a text comes here."""

from __future__ import annotations

from pathlib import Path

import pytest

from rules.matcher import Matcher
from rules.model import ListedName, Text
from rules.testing import run
from tests.rules.samples import pack

RULE = """\
schema: 1
id: listed
title: A listed name and an export ban
level: high
match:
  who: {watchlist: sanctions%s}
  measure: {watchlist: measures, items: [export-ban]}
condition: who and measure
tests:
- {name: yes, item: {title: Export ban for Invented Metals, listed: {un-sc: [Invented Metals]}}, expect: match}
- {name: no, item: {title: Export ban for Invented Metals}, expect: no-match}
"""  # noqa: E501
TITLE = "Export ban for Invented Metals"
NAME = ListedName("title", 15, 30, "un-sc", "QDe.1")


def matcher(folder: Path, more: str = "") -> Matcher:
    found = pack(folder, RULE % more)
    assert [one for one in found.findings if one.level == "error"] == []
    return Matcher(found)


def rules(found: Matcher, text: Text) -> list[str]:
    return [one.id for one in found.match(text).rules if one.id == "listed"]


@pytest.mark.parametrize(
    ("more", "listed", "fires"),
    [
        ("", (NAME,), True),
        ("", (), False),
        (", items: [un-sc, eu-fsf]", (NAME,), True),
        (", items: [eu-fsf]", (NAME,), False),
        (", fields: [summary]", (NAME,), False),
        (", min: 2", (NAME,), False),
        (", min: 2", (NAME, ListedName("title", 15, 23, "eu-fsf", "1")), True),
    ],
)
def test_a_rule_sees_the_listed_names_it_asks_for(
    tmp_path: Path, more: str, listed: tuple[ListedName, ...], fires: bool
) -> None:
    assert bool(rules(matcher(tmp_path, more), Text(TITLE, listed=listed))) == fires


def test_the_evidence_is_the_name_with_its_list_and_key(tmp_path: Path) -> None:
    found = matcher(tmp_path).match(Text(TITLE, listed=(NAME,))).rules[0].evidence

    named = [one for one in found if one.selection == "who"]
    assert [(one.start, one.end, one.text, one.concept) for one in named] == [
        (15, 30, "Invented Metals", "sanctions:un-sc:QDe.1")
    ]


def test_a_list_that_there_is_not_is_an_error_with_its_place(tmp_path: Path) -> None:
    found = [
        one for one in pack(tmp_path, RULE % ", items: [un-cs]").findings if one.level == "error"
    ]

    assert [(one.line, one.code) for one in found] == [(6, "unknown-id")]


def test_the_tests_in_a_rule_may_say_which_words_are_a_listed_name(tmp_path: Path) -> None:
    results = run(pack(tmp_path, RULE % ""))

    assert [one.passed for one in results] == [True, True]
