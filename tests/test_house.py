"""The law of the house, held by the tests as well as by `./dev check`."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
TEXTS = {".py", ".md", ".toml", ".sh", ".yaml", ".yml", ".txt", ".json", ".jsonl", ".cfg", ""}
# Spelled in parts, so that this file does not find itself.
HOSTS = re.compile(
    "|".join(["pypi" + r"\.org", "python" + "hosted", r"deb\." + "debian", "/wo" + "rk/"])
)

LONGER = {"osawatch/core.py": 650}  # the door: one property a room, one method a use case


def tracked() -> list[Path]:
    try:
        names = subprocess.run(
            ["git", "ls-files"],  # noqa: S607
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git checkout")
    return [ROOT / name for name in names.splitlines()]


def test_imports_run_down_only() -> None:
    # In a process of its own: it sets up logging anew, and would silence our loggers.
    command = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports())"

    told = subprocess.run(  # noqa: S603  our own interpreter
        [sys.executable, "-c", command], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert told.returncode == 0, told.stdout


def test_no_file_names_a_package_registry_or_a_path_of_one_machine() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in tracked()
        if path.suffix in TEXTS and path.is_file()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if HOSTS.search(line)
    ]

    assert found == []


def test_every_dependency_says_why_it_is_here() -> None:
    page = (ROOT / "docs/dependencies.md").read_text(encoding="utf-8").casefold()

    names = [re.split(r"[><=~ ]", line)[0] for line in PROJECT["project"]["dependencies"]]

    assert [name for name in names if name.casefold() not in page] == []


def test_every_dependency_is_locked_with_hashes() -> None:
    lock = (ROOT / "requirements.lock.txt").read_text(encoding="utf-8").casefold()
    pinned = {line.split("==")[0] for line in lock.splitlines() if "==" in line}

    names = [re.split(r"[><=~ ]", line)[0] for line in PROJECT["project"]["dependencies"]]

    assert [name for name in names if name.casefold().replace("_", "-") not in pinned] == []
    assert "sha256:" in lock


def test_the_packaging_folder_never_becomes_a_package() -> None:
    assert not (ROOT / "packaging/__init__.py").exists()


def test_no_file_of_the_program_is_over_400_lines_but_the_door_and_no_test_over_500() -> None:
    long = {}
    for path in tracked():
        name = path.relative_to(ROOT).as_posix()
        if path.suffix == ".py" and path.is_file():
            lines = len(path.read_text(encoding="utf-8").splitlines())
            if lines > LONGER.get(name, 500 if name.startswith("tests/") else 400):
                long[name] = lines

    assert long == {}
