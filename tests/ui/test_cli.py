"""The pen of the command line: a trend as a picture, or one line that says why not."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

from lxml import etree
from PySide6.QtWidgets import QApplication

from osawatch.cli.args import Picture
from osawatch.lands import Land, World
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

    problem = render(Picture(trend(DAYS, good="gallium")), path, names)

    assert problem == ""
    assert path.read_bytes().startswith(b"\x89PNG")


def test_a_trend_without_days_is_drawn_too(qapp: QApplication, tmp_path: Path) -> None:
    assert render(Picture(trend([])), tmp_path / "empty.png", names) == ""


def test_a_place_that_cannot_be_written_is_named(qapp: QApplication, tmp_path: Path) -> None:
    problem = render(Picture(trend(DAYS)), tmp_path / "no such folder" / "x.png", names)

    assert problem.startswith("cannot draw")
    assert "no such folder" in problem


def test_a_trend_and_a_map_are_drawn_as_svg_with_what_they_say(
    qapp: QApplication, tmp_path: Path
) -> None:
    found = {"CN": Land("CN", 9, 2, 0, 61.0, 1)}
    world = World(
        DAYS[0].day, DAYS[-1].day, "gallium", "", tuple(found.values()), 40, 40, 1, 0, found
    )
    for of in (trend(DAYS, good="gallium"), world):
        path = tmp_path / f"{type(of).__name__}.svg"

        assert render(Picture(of, "imposing", "svg"), path, names) == ""

        said = " ".join(" ".join(etree.parse(path).getroot().itertext()).split())
        assert "OSAwatch, drawn" in said
        assert "40 of 40 days" in said
        assert "Gallium" in said
    assert "CN 2" in said


def test_a_map_is_drawn_without_a_display_and_in_dutch(tmp_path: Path) -> None:
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "ui.cli", "trends", "--map", "--lang", "nl", "--svg",
         str(tmp_path / "kaart.svg"), "--png", str(tmp_path / "kaart.png"),
         "--profile", str(tmp_path / "profile")],
        capture_output=True, text=True, check=False, env={"PATH": ""},
    )  # fmt: skip

    assert (done.returncode, done.stderr) == (0, "")
    assert "niet gedekt" in (tmp_path / "kaart.svg").read_text("utf-8")
    assert (tmp_path / "kaart.png").read_bytes().startswith(b"\x89PNG")


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
