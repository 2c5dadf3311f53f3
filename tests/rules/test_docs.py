"""The author's guide: its example works, and it names every mistake the reader can find."""

from __future__ import annotations

import re
from pathlib import Path

from rules.check import check
from rules.lints import LINTS
from rules.load import SHIPPED, load
from rules.testing import run
from tests.labelled import FILE, items

ROOT = Path(__file__).resolve().parents[2]
GUIDE = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")


def test_the_example_of_the_guide_is_sound_and_passes_its_tests(tmp_path: Path) -> None:
    example = re.search(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)
    assert example
    path = tmp_path / "example.yaml"
    path.write_text(example[1], encoding="utf-8")
    assert check([path]) == []
    results = run(load([path]))
    assert len(results) == 2
    assert all(one.passed for one in results)


RULE = """\
schema: 1
id: guide-{type}
title: Gallium over time
level: low
match: {{good: {{watchlist: goods, items: [gallium]}}}}
condition: good
alert: {{type: {type}, {options}}}
tests:
"""
SPIKE = "window: 3d, baseline: 28d, ratio: 3, min_current: 6, min_baseline: 4"


def test_the_tests_over_time_of_the_guide_pass(tmp_path: Path) -> None:
    shown = re.search(r"```\ntests:\n(.*?)```", GUIDE, re.DOTALL)
    assert shown
    burst, nobody = re.split(r"(?m)^(?=  - name: nobody)", shown[1])
    path = tmp_path / "guide.yaml"
    path.write_text(
        RULE.format(type="spike", options=SPIKE) + burst + "---\n"
        + RULE.format(type="silence", options="window: 2d") + nobody,
        encoding="utf-8",
    )  # fmt: skip
    assert [(one.rule, one.message) for one in run(load([path]))] == [
        ("guide-spike", ""), ("guide-silence", ""),
    ]  # fmt: skip


def test_the_guide_and_the_table_name_every_mistake_that_is_reported() -> None:
    told = set()
    for file in (ROOT / "rules").glob("*.py"):
        text = file.read_text(encoding="utf-8")
        told |= set(re.findall(r'\.(?:error|warn|note)\(\s*[^,]*,\s*"([a-z][a-z-]+)"', text))
    told |= {"condition", "unknown-selection"}  # chosen by the reader of conditions
    assert told - set(LINTS) == set()
    assert {code for code in LINTS if f"`{code}`" not in GUIDE} == set()


def test_the_note_on_the_pack_counts_what_is_in_it() -> None:
    note = (ROOT / "docs/notes/003-pack.md").read_text(encoding="utf-8")
    pack = load()
    told = re.search(
        r"(\d+) goods, (\d+) countries, (\d+) measures, (\d+) companies and (\d+) rules", note
    )
    assert told
    said = (SHIPPED / "countries.yaml").read_text(encoding="utf-8").count("- iso2:")
    watched = pack.watchlist
    assert [int(one) for one in told.groups()] == [
        len(watched.goods), said, len(watched.measures), len(watched.companies), len(pack.rules),
    ]  # fmt: skip


def test_the_note_on_the_pack_counts_its_labelled_texts() -> None:
    note = " ".join((ROOT / "docs/notes/003-pack.md").read_text(encoding="utf-8").split())
    found = items(FILE)
    assert f"{len(found)} texts of our own" in note
    assert f"{sum(one.trap for one in found)} of them traps" in note


def test_the_note_on_matching_has_a_place_for_every_file_of_the_room() -> None:
    note = (ROOT / "docs/notes/002-matching.md").read_text(encoding="utf-8")
    files = {path.name for path in (ROOT / "rules").glob("*.py")} - {"__init__.py"}
    assert sorted(one for one in files if f"`{one}`" not in note) == []


def test_the_local_changes_of_the_guide_are_taken(tmp_path: Path) -> None:
    shown = re.search(r"```yaml\n(price-spike:.*?)```", GUIDE, re.DOTALL)
    assert shown
    path = tmp_path / "rules.local.yaml"
    path.write_text(shown[1], encoding="utf-8")
    found = {one.id: one for one in load(local=path).rules}
    assert load(local=path).findings == ()
    assert not found["price-spike"].enabled
    assert found["export-ban"].level == "critical"


def test_the_words_of_a_language_in_the_guide_are_taken(tmp_path: Path) -> None:
    shown = re.search(r"\n\n((?:    .*\n)+)\nThe states are those", GUIDE)
    assert shown
    path = tmp_path / "words.yaml"
    path.write_text(shown[1].replace("\n    ", "\n").removeprefix("    "), encoding="utf-8")
    assert [one.message for one in check([path]) if one.level == "error"] == []
