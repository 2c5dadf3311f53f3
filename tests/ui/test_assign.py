"""A story goes into the hands of a function, a post or a person, in the real window."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.driven import settled
from ui.main_window import MainWindow


def offered(qtbot: QtBot, window: MainWindow) -> list[str]:
    """The choices that A opens."""
    doing = window.inbox.doing
    doing.choices = None
    qtbot.keyClick(window.inbox.list, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: doing.choices is not None and doing.choices.count() > 0, timeout=10_000)
    assert doing.choices is not None
    return doing.choices.rows()


def holder(window: MainWindow) -> str:
    card = window.inbox.card()
    assert card is not None
    return card.assignee


def test_a_gives_a_story_to_the_function_or_the_post_and_mine_holds_it(
    qtbot: QtBot,
    window: MainWindow,
) -> None:
    core = window._core
    core.save_settings(
        replace(core.settings(), name="Ada", post="Astana", role="Trade desk", signs_as="post")
    )
    settled(qtbot, window)
    assert offered(qtbot, window) == [
        "1   Trade desk, Astana (function)",
        "2   Astana (post)",
        "0   Another name…",
    ]
    choices = window.inbox.doing.choices
    assert choices is not None
    qtbot.keyClick(choices, Qt.Key.Key_1)
    settled(qtbot, window)
    qtbot.waitUntil(lambda: holder(window) == "Trade desk, Astana", timeout=10_000)
    assert core.counts()["mine"] == 1

    window.inbox.doing.ask_text = lambda _question: "R&D"
    offered(qtbot, window)
    choices = window.inbox.doing.choices
    assert choices is not None
    qtbot.keyClick(choices, Qt.Key.Key_0)
    settled(qtbot, window)
    qtbot.waitUntil(lambda: holder(window) == "R&D", timeout=10_000)
    assert core.counts()["mine"] == 0
    assert offered(qtbot, window)[2:] == ["3   R&D", "0   Another name…"]
