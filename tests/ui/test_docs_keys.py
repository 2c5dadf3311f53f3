"""The reference names every key of the window, and none that does nothing."""

from __future__ import annotations

import re
from pathlib import Path

from ui.window_keys import shipped

PAGE = (Path(__file__).parents[2] / "docs" / "reference.md").read_text(encoding="utf-8")
INBOX = PAGE.partition("\n## The inbox\n")[2].partition("\n## ")[0]


def named() -> set[str]:
    """The keys in the first column of the tables of keys; `A1` … `A5` are all between."""
    found: set[str] = set()
    for row in re.findall(r"(?m)^\| (`[^|]*) \|", INBOX):
        for first, last in re.findall(r"`(\S+\d)` … `\S+(\d)`", row):
            found |= {f"{first[:-1]}{n}" for n in range(int(first[-1]), int(last) + 1)}
        found |= set(re.findall(r"`([^`]+)`", row))
    return found


def known() -> set[str]:
    """The keys as they come; one row may have several."""
    return {key for row in shipped() for key in row.key.split()}


def test_every_key_of_the_window_stands_in_the_reference() -> None:
    assert sorted(known() - named()) == []


def test_the_reference_names_no_key_that_does_nothing() -> None:
    assert sorted(named() - known()) == []
