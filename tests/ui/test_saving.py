"""No file of the window leaves past the policy: one place asks where to save."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from osawatch.errors import BadInput
from ui import saving
from ui.main_window import MainWindow

UI = Path(__file__).parents[2] / "ui"
DIALOGS = {"getSaveFileName", "getSaveFileUrl", "saveFileContent", "AcceptSave", "setAcceptMode"}
STICK = "/media/ada/stick/out.csv"


@dataclass(slots=True)
class Closed:
    """Removable media are closed."""

    asked: list[Path] = field(default_factory=list)

    def refuse_media(self, path: Path) -> None:
        self.asked.append(path)
        raise BadInput("removable media are closed by the policy P", file=str(path))


def files() -> Iterator[tuple[Path, ast.Module]]:
    for path in sorted(UI.rglob("*.py")):
        yield path, ast.parse(path.read_text(encoding="utf-8"))


def test_only_one_file_of_the_window_opens_dialogs_to_save() -> None:
    found = {
        path.relative_to(UI).as_posix()
        for path, tree in files()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in DIALOGS
    }
    assert found == {"saving.py"}


def test_each_place_that_asks_hands_over_the_policies_of_its_core() -> None:
    calls = [
        (path, node)
        for path, tree in files()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "ask"
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id == "saving"
    ]
    assert len(calls) > 12
    for path, call in calls:
        said = ast.unparse(call.args[1])
        assert said.endswith("policies"), path


@pytest.fixture
def stick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (STICK, ""))


def test_a_closed_medium_is_refused_in_words_and_nothing_is_answered(
    qtbot: QtBot, stick: None
) -> None:
    parent, told, closed = QWidget(), [], Closed()
    qtbot.addWidget(parent)
    answer = saving.ask(parent, closed, told.append, "Save", "out.csv", "*.csv")
    assert answer is None
    assert closed.asked == [Path(STICK)]
    assert told == [f"{STICK}: removable media are closed by the policy P"]


def test_who_leaves_the_dialog_is_told_nothing(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    parent, told = QWidget(), []
    qtbot.addWidget(parent)
    assert saving.ask(parent, Closed(), told.append, "Save", "out.csv") is None
    assert told == []


def test_the_pages_save_nothing_to_a_stick_that_is_closed(
    qtbot: QtBot,
    window: MainWindow,
    stick: None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    closed, told = Closed(), []
    monkeypatch.setattr(window, "say", lambda words, **_: told.append(words))
    pages = window.pages
    asks: dict[str, Callable[[], object]] = {
        "deadlines": pages.deadlines._ask,
        "watchlist": lambda: pages.watchlist._ask_target(everything=False),
        "dependency": pages.dependency._ask_export,
        "sources": pages.sources.doing.opml_out,
        "trends": lambda: pages.trends._ask_save("csv"),
        "diagnosing": window.diagnosing.ask,
        "setup": window.setup.ask_export,
    }
    for name in ("watchlist", "trends"):
        pages.at(name)  # made while the policies still are those of the core
    monkeypatch.setattr(window._core, "policies", closed)
    for name, ask in asks.items():
        before = len(closed.asked)
        ask()
        assert len(closed.asked) == before + 1, name
    assert not Path(STICK).exists()
