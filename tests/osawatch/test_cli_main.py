"""The command line as a whole: help, exit codes, what happens when something goes wrong."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from pathlib import Path

import pytest

from osawatch.cli import out
from osawatch.cli.main import FAMILIES, main, parser
from osawatch.core import Core
from osawatch.errors import Busy, Holder, StoreError
from tests.osawatch.commands import Commands
from tests.shared import SHARED

VERBS = {
    "rules": ["list", "enable", "disable", "check", "test", "explain"],
    "alerts": [
        "list", "show", "seen", "take", "reopen", "close", "undo", "assign", "snooze", "merge",
        "note", "history",
    ],
    "sources": [
        "list", "add", "remove", "enable", "disable", "import-opml", "export-opml", "health",
    ],
    "watchlist": ["list", "add", "remove", "import", "export", "check"],
    "sample": ["load"],
}  # fmt: skip
COMMANDS = [[name] for name in FAMILIES] + [
    [name, verb] for name, verbs in VERBS.items() for verb in verbs
]


@pytest.fixture
def commands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Commands:
    return Commands(tmp_path / "profile", capsys)


def run_apart(*words: str) -> subprocess.CompletedProcess[str]:
    """In a process of its own."""
    return subprocess.run(  # noqa: S603
        [sys.executable, *words], capture_output=True, text=True, check=False, encoding="utf-8"
    )


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_explains_itself(command: list[str], commands: Commands) -> None:
    said = commands.run(*command, "--help")

    assert said.code == 0
    assert said.out.startswith("usage: osawatch-cli " + " ".join(command))
    assert said.err == ""


def test_help_names_every_command() -> None:
    told = parser().format_help()

    assert all(name in told for name in FAMILIES)


@pytest.mark.skipif(not (SHARED / "design/cli.md").exists(), reason="the contract is not here")
def test_every_command_of_the_contract_is_here(commands: Commands) -> None:
    page = (SHARED / "design/cli.md").read_text(encoding="utf-8")
    tables = re.findall(r"^\| (`.*?)\|", page, re.M)
    named = {word for cell in tables for word in re.findall(r"`(?:\|?)([a-z]+)[ |`]", cell)}
    commands_ = {word for word in named if word not in {"create", "verify", "apply"}}

    missing = commands_ - set(FAMILIES)

    assert {"parse", "match", "poll", "ingest", "alerts", "trends", "hub"} <= commands_
    assert not missing


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["nonsense"],
        ["alerts"],
        ["alerts", "list", "--view", "attic"],
        ["alerts", "close", "x"],
        ["alerts", "close", "x", "--relevant", "--not-relevant"],
        ["trends", "--days", "0"],
        ["trends", "--days", "many"],
        ["poll", "--whatever"],
        ["stats", "extra"],
        ["stats", "--json", "--jsonl"],
    ],
)
def test_bad_usage_is_one_line_and_exit_code_2(words: list[str], commands: Commands) -> None:
    said = commands.run(*words)

    assert said.code == 2
    assert said.out == ""
    assert said.err.count("\n") == 1


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (Busy(Path("p"), Holder(7, "host", None, "osawatch")), 3),
        (StoreError("the disk is full"), 1),
    ],
)
def test_expected_errors_are_one_line(
    error: Exception, code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(_folder: Path) -> Core:
        raise error

    assert main(["stats"], core=broken) == code

    said = capsys.readouterr().err
    assert str(error) in said
    assert said.count("\n") == 1


def test_a_bug_is_one_line_and_leaves_its_traceback_in_a_file(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    def broken(_folder: Path) -> Core:
        raise ZeroDivisionError("a fault\x1b[2J of ours")

    assert main(["stats"], core=broken) == 1

    said = capsys.readouterr().err
    log = next(tmp_path.glob("osawatch-*.log"))
    assert said.count("\n") == 1
    assert "\x1b" not in said
    assert str(log) in said
    assert "ZeroDivisionError" in log.read_text(encoding="utf-8")


def test_ctrl_c_is_one_line_and_exit_code_130(capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(_folder: Path) -> Core:
        raise KeyboardInterrupt

    assert main(["stats"], core=interrupted) == 130
    assert capsys.readouterr().err == "osawatch-cli: stopped\n"


def test_a_reader_that_has_gone_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    class Gone(io.StringIO):
        def write(self, _words: str) -> int:
            raise BrokenPipeError

    monkeypatch.setattr(sys, "stdout", Gone())

    assert main(["--help"]) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX pipes")
def test_a_closed_pipe_is_quiet_in_a_shell() -> None:
    done = subprocess.run(  # noqa: S603
        ["sh", "-c", f"{sys.executable} -m ui.cli --help | true"],  # noqa: S607
        capture_output=True,
        check=False,
    )

    assert done.stderr == b""


def test_qt_is_not_imported_without_a_picture_to_draw() -> None:
    done = run_apart(
        "-c",
        "import sys, ui.cli; from osawatch.cli.main import FAMILIES\n"
        "import importlib\n"
        "for family, _ in FAMILIES.values(): importlib.import_module(f'osawatch.cli.{family}')\n"
        "print({m.split('.')[0] for m in sys.modules} & {'PySide6', 'shiboken6', 'pyqtgraph'})",
    )

    assert done.stdout == "set()\n"


def test_help_loads_neither_the_store_nor_the_network() -> None:
    done = run_apart(
        "-c",
        "import sys; from ui.cli import main; main(['--help'])\n"
        "heavy = ('numpy', 'httpx', 'sqlite_utils', 'lxml', 'yaml', 'babel', 'feedparser')\n"
        "print([m for m in heavy if m in sys.modules])",
    )

    assert done.stdout.endswith("\n[]\n")


def test_the_version_is_that_of_the_package(commands: Commands) -> None:
    assert commands.run("--version").out.startswith("osawatch 0.")


@pytest.mark.parametrize("before", [True, False])
def test_the_profile_may_stand_before_or_after_the_command(
    before: bool, commands: Commands, tmp_path: Path
) -> None:
    where = ["--profile", str(tmp_path / "chosen")]

    words = [*where, "stats", "--json"] if before else ["stats", "--json", *where]
    said = commands.run(*words)

    assert said.code == 0
    assert (tmp_path / "chosen" / "osawatch.db").exists()


def test_progress_lines_never_reach_a_file() -> None:
    assert out.Progress()._on is False
