"""Grades on the Sources page: the desk's own, and what is proposed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from osawatch.core import Core
from osawatch.model import Action, Filter
from ui.bridge import Bridge
from ui.inbox import explain, reports
from ui.inbox.actions import KEYS
from ui.inbox.explain import called_wrong
from ui.inbox.page import InboxPage
from ui.inbox.parts import StoryRow
from ui.sources.grading import GradeDialog
from ui.sources.page import SourcesPage
from ui.tasks import Tasks
from ui.theme import DARK, LIGHT


@pytest.fixture
def core(tmp_path: Path) -> Iterator[Core]:
    with Core(tmp_path / "p") as made:
        made.init_profile(sample=True)
        yield made


@pytest.fixture
def page(core: Core, qtbot: QtBot) -> Iterator[SourcesPage]:
    app = QCoreApplication.instance()
    tasks = Tasks(app)
    made = SourcesPage(core, tasks, Bridge(core, app), LIGHT)
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.loaded, timeout=20_000):
        made.show()
    yield made
    tasks.close()


@pytest.fixture
def inbox(core: Core, qtbot: QtBot) -> Iterator[InboxPage]:
    """With a story open; what is asked of a person is answered «no such act»."""
    app = QCoreApplication.instance()
    tasks = Tasks(app)
    made = InboxPage(core, tasks, Bridge(core, app), LIGHT)
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.loaded, timeout=20_000):
        made.show()
    qtbot.waitUntil(lambda: made.detail() is not None, timeout=20_000)
    made.doing.ask_text = lambda _question: "no such act"
    yield made
    qtbot.waitUntil(lambda: not tasks.pending(), timeout=20_000)
    tasks.close()


def first(core: Core) -> tuple[str, str]:
    """An alert of an unofficial source, and that source."""
    for one in core.alerts(Filter()):
        detail = core.alert(one.id)
        if detail and detail.story[0].grade in "BCD" and not detail.story[0].official:
            return one.id, detail.story[0].source
    raise AssertionError("the sample has a paper")


def opened(page: SourcesPage, qtbot: QtBot, source: str) -> GradeDialog:
    page.choose(source)
    page.detail.buttons["grade"].click()
    qtbot.waitUntil(lambda: page.grades.dialog is not None, timeout=10_000)
    assert page.grades.dialog is not None
    return page.grades.dialog


def test_a_grade_is_set_with_a_reason_and_the_page_says_both(
    core: Core, page: SourcesPage, qtbot: QtBot
) -> None:
    _, source = first(core)
    dialog = opened(page, qtbot, source)
    assert not dialog.set.isEnabled()

    dialog.grade.pick("E")
    dialog.why.setText("invents things")
    with qtbot.waitSignal(page.said, timeout=20_000):
        dialog.set.click()

    [given] = core.grading.of(source)
    assert (given.grade, given.why) == ("E", "invents things")
    qtbot.waitUntil(lambda: "E (" in page.detail.more.full, timeout=10_000)
    page.set_theme(DARK)
    page.grab()


def test_a_proposal_waits_on_the_page_until_a_person_rejects_it(
    core: Core, page: SourcesPage, qtbot: QtBot
) -> None:
    alert, source = first(core)
    assert page.grades.button.isHidden()

    core.triage(Action("close", (alert,), {"relevant": False, "reason": "was-wrong"}))
    qtbot.waitUntil(lambda: not page.grades.button.isHidden(), timeout=10_000)
    assert core.grading.standing() == {}
    dialog = opened(page, qtbot, source)
    assert not dialog.accept_it.isHidden()
    dialog.why.setText("a slip of one day")
    with qtbot.waitSignal(page.said, timeout=20_000):
        dialog.reject_it.click()

    assert source not in [one.source for one in core.grading.proposals()]
    assert core.grading.of(source)[0].what == "rejected"


def test_a_report_of_a_story_is_called_wrong_from_its_menu_and_says_so(
    inbox: InboxPage, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: bool(inbox.preview.widget().findChildren(StoryRow)), timeout=20_000)
    row = inbox.preview.widget().findChildren(StoryRow)[0]

    with qtbot.waitSignal(inbox.doing.said, timeout=20_000):
        row.wrong_asked.emit(True)

    def marked() -> bool:
        rows = inbox.preview.widget().findChildren(StoryRow)
        return bool(rows) and rows[0].wrong

    qtbot.waitUntil(marked, timeout=20_000)


def test_one_key_calls_a_report_of_the_story_wrong_and_takes_it_back(
    inbox: InboxPage, qtbot: QtBot
) -> None:
    def wrong() -> set[str]:
        detail = inbox.detail()
        return called_wrong(detail.history) if detail else set()

    def say_it() -> None:
        inbox.doing.do(dict(KEYS)["Q"])
        choices, inbox.doing.choices = inbox.doing.choices, None
        if choices is not None:  # several reports: the first of them
            choices.pick(0)

    say_it()
    first = inbox.detail().story[0].id
    qtbot.waitUntil(lambda: wrong() == {first}, timeout=20_000)
    assert explain.text("not_wrong") in reports.choices(inbox.detail())[0][1]
    say_it()
    qtbot.waitUntil(lambda: not wrong(), timeout=20_000)


def test_an_accepted_proposal_lowers_the_grade(core: Core, page: SourcesPage, qtbot: QtBot) -> None:
    alert, source = first(core)
    core.triage(Action("close", (alert,), {"relevant": False, "reason": "was-wrong"}))
    before = next(row.grade for row in core.sources.rows() if row.id == source)

    dialog = opened(page, qtbot, source)
    dialog.why.setText("twice wrong")
    with qtbot.waitSignal(page.said, timeout=20_000):
        dialog.accept_it.click()

    after = next(row.grade for row in core.sources.rows() if row.id == source)
    assert (before, after) in (("B", "C"), ("C", "D"), ("D", "E"))
