"""The page of all commands has each of them, and tells of no command or option that is invented."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from osawatch.cli.main import FAMILIES
from tests.commands_page import commands

PAGE = Path(__file__).parents[2] / "docs" / "commands.md"
RENEW = "renew it: python -m tests.commands_page > docs/commands.md"


def rows() -> dict[str, str]:
    """The commands of the page, each with what it takes."""
    found = {}
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        if line.startswith("| `"):
            name, takes, *_ = re.split(r"(?<!\\) \| ", line.removeprefix("| "))
            found[name.strip("`")] = takes
    return found


@pytest.mark.parametrize("family", FAMILIES)
def test_every_command_of_a_family_stands_on_the_page_and_no_other(family: str) -> None:
    known = {name for name, _told, _parser in commands(family)}
    told = {name for name in rows() if name.split()[0] == family}
    assert told == known, RENEW


@pytest.mark.parametrize("family", FAMILIES)
def test_no_option_of_the_page_is_invented(family: str) -> None:
    told = rows()
    for name, _told, parser in commands(family):
        known = {one for act in parser._actions for one in act.option_strings}
        named = set(re.findall(r"`(--[a-z-]+)", told.get(name, "")))
        assert named <= known, f"{name}: {RENEW}"
