"""A window opens before what it does not show: what is slow to load is loaded when it is used."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SLOW = (
    "httpx", "httpcore", "feedparser", "lxml", "numpy", "pyqtgraph", "polars", "duckdb", "psycopg",
    "openpyxl", "markdown_it", "ahocorasick_rs", "rapidfuzz", "rules.matcher", "feeds.parse",
    "feeds.lists.read", "osawatch.intake", "osawatch.screening.index",
)  # fmt: skip
ASK = f"""
import sys
import ui.app, ui.main_window
print([name for name in {SLOW!r} if name in sys.modules])
"""


def test_what_a_window_does_not_need_is_not_loaded_before_it_opens() -> None:
    said = subprocess.run(  # noqa: S603 # our own program
        [sys.executable, "-c", ASK], capture_output=True, text=True, check=True, timeout=60,
        cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert said.stdout.strip() == "[]"
