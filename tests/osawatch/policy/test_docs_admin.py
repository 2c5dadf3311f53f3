"""The administrator's guide names every field of a policy and every setting, with its default."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from osawatch.model import Settings
from osawatch.policy import files
from osawatch.policy.checks import MODES, SIGNS
from osawatch.policy.model import Policy
from osawatch.settings import CHOICES

GUIDE = (Path(__file__).parents[3] / "docs" / "admin.md").read_text(encoding="utf-8")
EMPTY = {"": ("empty", "no limit"), (): ("none", "all", "empty")}


def table(heading: str) -> dict[str, list[str]]:
    """The rows of the table below a heading, by the fields that each names."""
    found: dict[str, list[str]] = {}
    for line in GUIDE.partition(f"## {heading}\n")[2].partition("\n## ")[0].splitlines():
        first, *rest = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("| `"):
            found |= dict.fromkeys(re.findall(r"`(\w+)`", first), rest)
    return found


POLICY, SETTINGS = table("The policy file"), table("The settings of a profile")


def test_every_field_of_a_policy_has_a_row_and_no_row_is_invented() -> None:
    assert set(POLICY) == {one.name for one in fields(Policy)} - {"file"} | {"schema"}
    for name, words in (("network", MODES), ("signs_as", SIGNS)):
        assert POLICY[name][0] == ", ".join(words)


def test_the_example_of_a_policy_is_read_and_has_every_field(tmp_path: Path) -> None:
    shown = re.search(r"```toml\n(.*?)```", GUIDE, re.DOTALL)
    assert shown
    path = tmp_path / "policy.toml"
    path.write_text(shown[1], encoding="utf-8")
    read = files.read(path)
    assert all(getattr(read, one.name) != one.default for one in fields(Policy))


def test_every_setting_has_a_row_and_no_row_is_invented() -> None:
    assert set(SETTINGS) == {one.name for one in fields(Settings)}


@pytest.mark.parametrize("setting", fields(Settings), ids=lambda one: one.name)
def test_a_setting_has_the_default_that_the_guide_tells(setting: object) -> None:
    name, default = setting.name, setting.default  # type: ignore[attr-defined]
    takes, told = SETTINGS[name]
    if default in EMPTY:
        assert told in EMPTY[default]
    else:
        assert told == str(default).lower() or told == str(default)
    for word in CHOICES.get(name, ()):
        assert re.search(rf"\b{word}\b", takes), f"{name}: {word}"
