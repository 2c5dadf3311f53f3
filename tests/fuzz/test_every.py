"""A seeded short round of every reader: tries are counted, so that a slow machine tries no less."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.fuzz.__main__ import campaign
from tests.fuzz.targets import targets

SEED = 20261126
SLOW = ("documents", "files by hand", "PDF files", "trade files", "copies", "manifests of copies",
        "Outlook messages", "spreadsheets", "lists")  # fmt: skip
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a hang is told by SIGPROF")


@pytest.mark.parametrize("name", [one.name for one in targets()])
def test_no_reader_breaks_or_hangs_on_changed_bytes(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # where what was found is kept

    tally = campaign(name, 60, 3 if name in SLOW else 10, SEED)

    assert (tally.crashes, tally.hangs) == (0, 0)
    assert tally.whole
    assert tally.used + tally.refused == tally.tried
