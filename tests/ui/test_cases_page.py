"""The page of cases: opened, worked on by its menu, and read again after each act."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from osawatch.core import Core
from osawatch.model import Filter
from osawatch.sample import load
from osawatch.searches import named
from ui import theme
from ui.bridge import Bridge
from ui.cases.forms import NewCase, WeighCase
from ui.cases.page import CasesPage
from ui.inbox.choices import Choices
from ui.inbox.page import InboxPage
from ui.tasks import Tasks


@pytest.fixture
def page(tmp_path: Path, qtbot: QtBot) -> Iterator[CasesPage]:
    owner = QObject()
    core = Core(tmp_path / "p")
    tasks, bridge = Tasks(owner), Bridge(core, owner)
    made = CasesPage(core, tasks, bridge, theme.LIGHT)
    qtbot.addWidget(made)
    made.refresh()
    qtbot.waitUntil(made.ready, timeout=20_000)
    yield made
    bridge.close()
    tasks.close()
    core.close()


def answering(*said: str | None) -> Callable[[str], str | None]:
    left = list(said)
    return lambda _question: left.pop(0)


def opened_case(page: CasesPage, qtbot: QtBot, title: str) -> None:
    page.open_case()
    qtbot.waitUntil(lambda: isinstance(page.life.form, NewCase), timeout=20_000)
    form = page.life.form
    assert isinstance(form, NewCase)
    form.title.setText(title)
    form.keep()
    qtbot.waitUntil(lambda: page.chosen() is not None, timeout=20_000)
    qtbot.waitUntil(page.ready, timeout=20_000)


def picked(page: CasesPage, qtbot: QtBot, *words: str) -> None:
    page.fill_menu()
    menu: QMenu = page.menu
    for word in words[:-1]:
        menu = next(one for one in menu.findChildren(QMenu) if one.title() == word)
    next(one for one in menu.actions() if one.text() == words[-1]).trigger()
    qtbot.waitUntil(page.ready, timeout=20_000)


def test_a_case_is_opened_given_a_step_and_the_answer_ends_it(
    page: CasesPage, qtbot: QtBot
) -> None:
    assert page.chosen() is None
    assert not page.act.isEnabled()
    opened_case(page, qtbot, "Visit <b>Chile</b>")
    page.ask_text = answering("call & ask", "2020-01-01", "all is well")
    assert page.detail.toPlainText().startswith("Visit <b>Chile</b>\n")
    picked(page, qtbot, "Add a step…")
    qtbot.waitUntil(lambda: "call & ask · late since 2020-01-01" in shown(page), timeout=20_000)
    picked(page, qtbot, "Answer received", "call && ask")
    qtbot.waitUntil(lambda: "answer: all is well" in shown(page), timeout=20_000)
    picked(page, qtbot, "Weigh…")
    qtbot.waitUntil(lambda: isinstance(page.life.form, WeighCase), timeout=20_000)
    form = page.life.form
    assert isinstance(form, WeighCase)
    form.keep()
    qtbot.waitUntil(lambda: "changes nothing" in form.problem.text(), timeout=20_000)
    form.answers["eu-first"].setCurrentIndex(1)
    form.reasons["eu-first"].setText("with others")
    form.options["reshoring"].setChecked(True)
    form.keep()
    qtbot.waitUntil(lambda: "possible: yes (with others)" in shown(page), timeout=20_000)
    assert "Reshoring: bring production back (last resort)" in shown(page)
    qtbot.waitUntil(page.ready, timeout=20_000)
    page.undo.click()
    qtbot.waitUntil(lambda: "Reshoring" not in shown(page), timeout=20_000)
    qtbot.waitUntil(page.ready, timeout=20_000)


def test_a_case_is_copied_as_text_and_saved_to_print(
    page: CasesPage, qtbot: QtBot, tmp_path: Path
) -> None:
    assert not page.take.copy.isEnabled()
    opened_case(page, qtbot, "Visit <b>Chile</b>")
    page.ask_text = answering("call & ask", "2020-01-01")
    picked(page, qtbot, "Add a step…")
    qtbot.waitUntil(lambda: "call & ask" in shown(page), timeout=20_000)
    qtbot.waitUntil(page.ready, timeout=20_000)
    page.take.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Visit <b>Chile</b>\nopen")
    assert "\n- call & ask" in copied
    page.take.save(tmp_path / "case.html")
    qtbot.waitUntil((tmp_path / "case.html").exists, timeout=20_000)
    qtbot.waitUntil(page.ready, timeout=20_000)
    assert "Visit &lt;b&gt;Chile&lt;/b&gt;" in (tmp_path / "case.html").read_text("utf-8")


def test_a_case_for_a_visit_has_its_day_and_a_silence_that_needs_a_search(
    page: CasesPage, qtbot: QtBot
) -> None:
    page._core.searches.keep(named("Chile", Filter(countries=("CL",))))
    page.open_case()
    qtbot.waitUntil(lambda: isinstance(page.life.form, NewCase), timeout=20_000)
    form = page.life.form
    assert isinstance(form, NewCase)
    form.title.setText("Visit to Chile")
    form.kind.setCurrentIndex(form.kind.findData("visit"))
    form.silence.setText("soon")
    form.keep()
    assert "soon" in form.problem.text()
    form.silence.setText("30")
    form.keep()
    qtbot.waitUntil(lambda: "needs a search" in form.problem.text(), timeout=20_000)
    form.search.setCurrentIndex(form.search.findData("Chile"))
    form.day.setText("2099-12-01")
    form.text.setText("the minister in Santiago")
    form.keep()
    qtbot.waitUntil(lambda: "About: a visit" in shown(page), timeout=20_000)
    assert "2099-12-01 · the minister in Santiago" in shown(page)
    assert "Search: Chile" in shown(page)
    assert "silent from" in shown(page)
    qtbot.waitUntil(page.ready, timeout=20_000)


def test_a_closed_case_leaves_the_list_and_comes_back_when_asked_for(
    page: CasesPage, qtbot: QtBot
) -> None:
    opened_case(page, qtbot, "Gallium")
    page.ask_text = answering("licence granted")
    picked(page, qtbot, "Status", "closed")
    qtbot.waitUntil(lambda: page.list.count() == 0, timeout=20_000)
    page.closed.setChecked(True)
    qtbot.waitUntil(lambda: "Outcome: licence granted" in shown(page), timeout=20_000)
    qtbot.waitUntil(page.ready, timeout=20_000)


def test_a_day_that_is_none_is_refused_and_said(page: CasesPage, qtbot: QtBot) -> None:
    opened_case(page, qtbot, "Gallium")
    page.ask_text = answering("ask", "soon")
    with qtbot.waitSignal(page.said, timeout=20_000) as told:
        picked(page, qtbot, "Add a step…")
    assert "soon" in told.args[0]
    assert "ask" not in shown(page)


def opened(inbox: InboxPage, before: Choices | None) -> bool:
    now = inbox.doing.choices
    return now is not None and now is not before and now.count() > 0


def shown(page: CasesPage) -> str:
    return page.detail.toPlainText()


def test_a_story_of_the_inbox_goes_into_a_new_case_and_then_into_an_old_one(
    tmp_path: Path, qtbot: QtBot
) -> None:
    owner = QObject()
    core = Core(tmp_path / "p")
    load(core.news, core.now())
    tasks, bridge = Tasks(owner), Bridge(core, owner)
    inbox = InboxPage(core, tasks, bridge, theme.LIGHT)
    qtbot.addWidget(inbox)
    inbox.show_view("inbox")
    qtbot.waitUntil(lambda: inbox.card() is not None, timeout=20_000)
    inbox.doing.ask_text = lambda _question: "Magnets"
    kept: set[str] = set()
    for place in (0, 1):
        card = inbox.card()
        assert card is not None
        before = inbox.doing.choices
        inbox.doing.do("case")
        qtbot.waitUntil(partial(opened, inbox, before), timeout=20_000)
        choices = inbox.doing.choices
        assert choices is not None
        with qtbot.waitSignal(inbox.doing.said, timeout=20_000) as told:
            choices.pick(place)
        assert told.args[0] == "In the case: Magnets"
        kept |= set(card.alerts)
        assert {alert for case in core.cases.every() for alert in case.alerts} == kept
        inbox.doing.do("next")
    assert len(core.cases.every()) == 1
    bridge.close()
    tasks.close()
    core.close()
