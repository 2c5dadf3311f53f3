"""A seeded part of `./dev sim`: whatever happens to desks, in the end they agree."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.sim.world import Story

SECONDS = 15
pytestmark = pytest.mark.slow


def test_desks_that_work_apart_and_exchange_files_end_with_the_same_state(tmp_path: Path) -> None:
    end, seed = time.monotonic() + SECONDS, 0
    while seed < 2 or time.monotonic() < end:
        seed += 1
        assert Story(seed, tmp_path / str(seed)).run()["lines of log"] > 0
