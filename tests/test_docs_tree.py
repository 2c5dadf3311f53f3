"""What the docs say of this tree is so: paths, rooms, and commands of `./dev`."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
PATH = re.compile(r"`((?:osawatch|ui|feeds|rules|tests|packaging|docs)/[\w./*-]*)`")
NEARER = ("osawatch", "ui", "feeds", "feeds/formats", "rules", "rules/packs/osa")
# A page names a file of its subject by what stands below a room: `store/partings.py`, `fold.py`.
SHORT = re.compile(r"`([\w-]+(?:/[\w-]+)*\.(?:py|yaml|csv)|[\w-]+/)`")
OF_A_PERSON = {"osawatch/policy.toml", "osawatch/text-size", "docs/manual", "rules/*.yml"}
COMMAND = re.compile(r"\./dev ([a-z]+)")
ARCHITECTURE = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")


def ids(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("page", PAGES, ids=ids)
def test_every_path_that_a_page_names_is_there(page: Path) -> None:
    named = set(PATH.findall(page.read_text(encoding="utf-8"))) - OF_A_PERSON
    pack = ROOT / "rules/packs/osa"
    there = {one for one in named for at in (ROOT, pack) if list(at.glob(one.rstrip("/")))}
    assert sorted(named - there) == []


@pytest.mark.parametrize(
    "page", [ROOT / "ARCHITECTURE.md", *sorted((ROOT / "docs/notes").glob("*.md"))], ids=ids
)
def test_every_file_and_room_that_the_house_and_its_decisions_name_is_there(page: Path) -> None:
    named = set(SHORT.findall(page.read_text(encoding="utf-8")))
    places = [ROOT, *(ROOT / one for one in NEARER), *(ROOT / "osawatch").glob("*/")]
    assert [one for one in sorted(named) if not any((at / one).exists() for at in places)] == []


def test_the_architecture_names_every_room_of_the_core_and_of_the_feeds() -> None:
    rooms = [
        folder.name
        for room in ("osawatch", "feeds")
        for folder in (ROOT / room).iterdir()
        if (folder / "__init__.py").exists() or folder.name == "data"
    ]
    assert [one for one in sorted(rooms) if f"`{one}/`" not in ARCHITECTURE] == []


def test_every_command_of_dev_that_a_page_names_exists() -> None:
    named = {
        (ids(page), command)
        for page in PAGES
        for command in COMMAND.findall(page.read_text(encoding="utf-8"))
    }
    assert sorted(one for one in named if one[1] not in commands()) == []


def test_every_measurement_that_a_page_names_exists() -> None:
    named = {
        (ids(page), name)
        for page in PAGES
        for name in re.findall(r"\./dev\s+bench\s+([a-z_]+)", page.read_text(encoding="utf-8"))
    }
    known = {path.stem.removeprefix("bench_") for path in (ROOT / "tests/bench").glob("bench_*.py")}
    assert sorted(one for one in named if one[1] not in known) == []


def test_every_command_of_dev_is_explained_where_a_contributor_looks() -> None:
    told = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert commands() - set(re.findall(r"(?m)^    \./dev ([a-z]+)", told)) == set()


def commands() -> set[str]:
    """The commands that ./dev takes."""
    script = (ROOT / "dev").read_text(encoding="utf-8")
    cases = script.rpartition("case $command in")[2].partition("esac")[0]
    return set(re.findall(r"(?m)^    ([a-z]+)\)", cases))


def test_the_list_of_changes_has_its_parts_in_order_and_nothing_between_its_points() -> None:
    newest = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").split("\n## ")[1]
    parts = newest.split("\n### ")[1:]

    assert [part.split("\n", 1)[0] for part in parts] == ["Added", "Changed", "Fixed"]
    for part in parts:
        lines = part.splitlines()[1:]
        assert [one for one in lines if one and not one.startswith(("- ", "  "))] == []
