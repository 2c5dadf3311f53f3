"""What the packages bring beside the program: menu, types of files, manual pages, completion."""

from __future__ import annotations

import argparse
import configparser
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from osawatch.cli import tongue
from osawatch.cli.main import FAMILIES
from osawatch.cli.main import parser as commands
from tests.packaging.test_packages import tool
from ui import options

LINUX = Path(__file__).parents[2] / "packaging/linux"
KIND, SEALED = "application/x-osawatch-bundle", "application/x-osawatch-bundle-encrypted"
SPEC = "{http://www.freedesktop.org/standards/shared-mime-info}"


@pytest.fixture(autouse=True)
def english_again(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in ("OSAWATCH_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    yield
    tongue.speak("en")


def walked(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """All that can be said to a program, with what may follow each command."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for one in action.choices.values():
                yield from walked(one)
        else:
            yield action


def test_a_file_manager_opens_a_bundle_with_the_window() -> None:
    entry = configparser.ConfigParser(interpolation=None, delimiters=("=",))
    entry.read(LINUX / "osawatch.desktop", encoding="utf-8")
    main = entry["Desktop Entry"]

    assert main["Exec"] == "osawatch %f"
    assert main["MimeType"] == f"{KIND};{SEALED};"


def test_both_kinds_of_bundle_have_a_type_and_only_the_plain_one_is_a_zip() -> None:
    root = ET.parse(LINUX / "osawatch-bundle.xml").getroot()  # noqa: S314 # ours
    kinds = {one.get("type"): one for one in root.iter(f"{SPEC}mime-type")}
    told = (LINUX / "osawatch.metainfo.xml.in").read_text("utf-8")

    globs = {
        name: [g.get("pattern") for g in one.iter(f"{SPEC}glob")] for name, one in kinds.items()
    }
    assert globs == {KIND: ["*.osw"], SEALED: ["*.osw.age"]}
    assert kinds[KIND].find(f"{SPEC}sub-class-of") is not None
    assert kinds[SEALED].find(f"{SPEC}sub-class-of") is None
    assert all(f"<mediatype>{kind}</mediatype>" in told for kind in kinds)


def test_each_option_of_the_window_has_help_in_both_languages() -> None:
    known = tongue.catalogue("nl")

    for action in walked(options.parser()):
        assert action.help, action.dest
        assert action.help in known, action.help


def test_the_window_helps_in_dutch(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        options.read(["--help", "--lang", "nl"])

    told = capsys.readouterr().out
    assert ended.value.code == 0
    assert told.startswith("gebruik: osawatch")
    assert "show this help" not in told


def test_what_is_no_size_is_refused_in_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        options.read(["--size", "wide"])

    assert ended.value.code == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_file_is_known_by_its_whole_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    asked = options.read(["a b.osw"])

    assert (asked.given, asked.file) == ("a b.osw", str(tmp_path / "a b.osw"))
    assert options.read([]).file == ""


@pytest.mark.parametrize("program", ["osawatch", "osawatch-cli"])
def test_each_option_and_command_stands_in_the_manual_page(program: str) -> None:
    page = tool("manpage").page(program).replace("\\-", "-")
    top = options.parser() if program == "osawatch" else commands(tuple(FAMILIES))

    named = {name for action in walked(top) for name in action.option_strings}
    missing = [name for name in named if not re.search(rf"(?<![\w-]){name}(?![\w-])", page)]

    assert missing == []
    for name in FAMILIES if program == "osawatch-cli" else ():
        assert f"\n.B {name}\n" in page


def test_each_variable_of_the_environment_that_is_read_stands_in_a_manual_page() -> None:
    root = LINUX.parents[1]
    text = "\n".join(
        path.read_text("utf-8")
        for room in ("osawatch", "feeds", "rules", "ui")
        for path in (root / room).rglob("*.py")
    )
    pages = tool("manpage").page("osawatch-cli") + tool("manpage").page("osawatch")

    for name in set(re.findall(r'"(OSAWATCH_[A-Z_]+)"', text)):
        assert name in pages, name


def test_the_manual_pages_are_read_without_a_complaint(tmp_path: Path) -> None:
    groff = shutil.which("groff")
    if not groff:
        pytest.skip("groff is not installed")
    for program in ("osawatch", "osawatch-cli"):
        (tmp_path / "page.1").write_text(tool("manpage").page(program), "utf-8")
        words = [groff, "-man", "-Tutf8", "-K", "utf8", "-ww", "-z", str(tmp_path / "page.1")]
        told = subprocess.run(words, capture_output=True, text=True, check=False)  # noqa: S603
        assert (told.returncode, told.stderr) == (0, ""), program


@pytest.fixture
def offered(tmp_path: Path) -> Callable[..., set[str]]:
    """What bash offers for a line, the last word being the one that is typed."""
    bash = shutil.which("bash")
    if not bash or sys.platform == "win32":
        pytest.skip("bash is not installed")
    for program, entry in (("osawatch-cli", "ui.cli"), ("osawatch", "ui")):
        (tmp_path / program).write_text(f'#!/bin/sh\nexec "{sys.executable}" -m {entry} "$@"\n')
        (tmp_path / program).chmod(0o755)
    (tmp_path / "here.osw").touch()
    root = str(LINUX.parents[1])
    script = (
        f'. "{LINUX}/osawatch-cli.bash"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1));'
        " _osawatch; printf '%s\\n' \"${COMPREPLY[@]}\""
    )
    path = f"{tmp_path}:{os.environ['PATH']}"
    environment = os.environ | {"PATH": path, "PYTHONPATH": root, "QT_QPA_PLATFORM": "offscreen"}

    def ask(*line: str) -> set[str]:
        words = [bash, "--norc", "-c", script, "bash", *line]
        told = subprocess.run(  # noqa: S603
            words, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
        )
        assert told.stderr == ""
        return set(told.stdout.split())

    return ask


@pytest.mark.parametrize(
    ("line", "there"),
    [
        (("osawatch-cli", "al"), {"alerts"}),
        (("osawatch-cli", "--profile", "desk", "al"), {"alerts"}),
        (("osawatch-cli", "--lang", "nl", "--passphrase-file", "w", "alerts", "sh"), {"show"}),
        (("osawatch-cli", "--lang", "=", "nl", "al"), {"alerts"}),
        (("osawatch-cli", "--lang", ""), {"en", "nl"}),
        (("osawatch-cli", "--lang", "=", "n"), {"nl"}),
        (("osawatch-cli", "alerts", "show", "he"), {"here.osw"}),
        (("osawatch-cli", "--passphrase-file", "he"), {"here.osw"}),
        (("osawatch-cli", "alerts", "list", "--jsonl"), {"--jsonl"}),
        (("osawatch", "he"), {"here.osw"}),
        (("osawatch", "--scr"), {"--screenshot"}),
        (("osawatch", "--theme", "d"), {"dark"}),
    ],
    ids=" ".join,
)
def test_bash_offers_what_may_stand_there(
    line: tuple[str, ...], there: set[str], offered: Callable[..., set[str]]
) -> None:
    assert offered(*line) == there
