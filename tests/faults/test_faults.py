"""A seeded part of `./dev faults`: whatever strikes, what was confirmed is there, and once."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.faults import campaign

SECONDS = 20
SEED = 20261126
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is a thing of POSIX"),
]


def test_whatever_strikes_nothing_confirmed_is_lost_and_nothing_is_double(tmp_path: Path) -> None:
    table = campaign.run(tmp_path, SECONDS, SEED)

    assert sum(cell.caught for cell in table.values()) > 0
    assert {place: cell.bad for place, cell in table.items() if cell.bad} == {}
