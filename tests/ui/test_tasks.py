"""Work is done in a thread and told on the GUI thread; who is gone hears nothing."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui.tasks import Tasks


@pytest.fixture
def tasks(qapp: QObject) -> Iterator[Tasks]:
    out = Tasks(qapp)
    yield out
    out.close()


def test_the_call_runs_elsewhere_and_the_answer_comes_back_here(tasks: Tasks, qtbot: QtBot) -> None:
    heard: list[tuple[str, str]] = []

    with qtbot.waitSignal(tasks.idle):
        tasks.run(
            tasks,
            lambda: threading.current_thread().name,
            lambda name: heard.append((name, threading.current_thread().name)),
        )

    assert heard[0][0].startswith("task")
    assert heard[0][1] == "MainThread"
    assert tasks.pending() == 0


def test_a_failure_is_told_as_a_value(tasks: Tasks, qtbot: QtBot) -> None:
    heard: list[Exception] = []

    with qtbot.waitSignal(tasks.idle):
        tasks.run(tasks, lambda: 1 // 0, heard.append, heard.append)

    assert isinstance(heard[0], ZeroDivisionError)


def test_a_failure_nobody_waits_for_is_logged(
    tasks: Tasks, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    with qtbot.waitSignal(tasks.idle):
        tasks.run(tasks, lambda: 1 // 0, lambda _: None)

    assert "a task failed" in caplog.text


def test_an_owner_that_is_gone_hears_nothing(tasks: Tasks, qtbot: QtBot) -> None:
    import shiboken6

    owner, gate, heard = QObject(), threading.Event(), []

    with qtbot.waitSignal(tasks.idle):
        tasks.run(owner, gate.wait, heard.append)
        shiboken6.delete(owner)
        gate.set()

    assert heard == []


def test_a_timer_that_rings_while_the_program_ends_starts_nothing(qapp: QObject) -> None:
    tasks = Tasks(qapp)
    tasks.close()

    tasks.run(tasks, lambda: 1, lambda _: None)

    assert tasks.pending() == 0
