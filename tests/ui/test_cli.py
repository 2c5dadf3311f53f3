"""The pen of the command line: a trend as a picture, or one line that says why not."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtWidgets import QApplication

from osawatch.store.series import Count
from osawatch.trends import trend
from ui.cli import render

DAYS = [
    Count(date(2026, 1, 5) + timedelta(n), n % 4, 1.0, {"export-ban": n % 4}, {}) for n in range(40)
]


def names(_kind: str, key: str) -> str:
    return key.title()


def test_a_trend_is_drawn_into_a_png(qapp: QApplication, tmp_path: Path) -> None:
    path = tmp_path / "gallium.png"

    problem = render(trend(DAYS, good="gallium"), path, names)

    assert problem == ""
    assert path.read_bytes().startswith(b"\x89PNG")


def test_a_trend_without_days_is_drawn_too(qapp: QApplication, tmp_path: Path) -> None:
    assert render(trend([]), tmp_path / "empty.png", names) == ""


def test_a_place_that_cannot_be_written_is_named(qapp: QApplication, tmp_path: Path) -> None:
    problem = render(trend(DAYS), tmp_path / "no such folder" / "x.png", names)

    assert problem.startswith("cannot draw")
    assert "no such folder" in problem


def test_without_qt_there_is_one_line_and_exit_code_2(tmp_path: Path) -> None:
    script = (
        "import sys\n"
        "for name in ('PySide6', 'pyqtgraph'): sys.modules[name] = None\n"
        "from ui.cli import main\n"
        f"sys.exit(main(['--profile', {str(tmp_path)!r}, 'trends', '--png', 'x.png']))"
    )

    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )

    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "cannot draw" in done.stderr


def test_a_picture_needs_no_screen(tmp_path: Path) -> None:
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "ui.cli", "trends", "--png", str(tmp_path / "x.png"), "--profile",
         str(tmp_path / "profile")],
        capture_output=True, text=True, check=False, env={"PATH": ""},
    )  # fmt: skip

    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "x.png").exists()
