"""Words twice as long break no layout: no button clips its words, on any page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QTranslator
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desk_fake import NOW, FakeCore, source
from ui.bridge import Bridge
from ui.sources.page import SourcesPage
from ui.start.page import StartPage
from ui.tasks import Tasks
from ui.theme import LIGHT, stylesheet
from ui.trends.page import TrendsPage
from ui.trends.words import TEXTS, text


class Twice(QTranslator):
    """Says everything twice."""

    def translate(self, _context: str, words: str, *_more: object) -> str:
        return f"{words} {words}" if "{" not in words else f"{words} ................"

    def isEmpty(self) -> bool:
        return False


@pytest.fixture(autouse=True)
def stretched(qapp: QApplication) -> Iterator[None]:
    twice = Twice()
    QCoreApplication.installTranslator(twice)
    qapp.setStyleSheet(stylesheet(LIGHT))
    yield
    qapp.setStyleSheet("")
    QCoreApplication.removeTranslator(twice)


def test_the_words_really_are_twice_as_long() -> None:
    assert text("title") == f"{TEXTS['title']} {TEXTS['title']}"


@pytest.mark.parametrize("make", [SourcesPage, StartPage, TrendsPage])
def test_no_button_or_line_is_clipped(make: type[QWidget], qtbot: QtBot) -> None:
    core, owner = FakeCore([source(outcome="moved"), source(id="b")]), QObject()
    tasks = Tasks(owner)
    more = {"clock": lambda: NOW} if make is SourcesPage else {}
    page = make(core, tasks, Bridge(core, owner), LIGHT, **more)
    qtbot.addWidget(page)
    page.resize(1232, 872)

    with qtbot.waitSignal(page.loaded, timeout=20_000):
        page.show()

    words = [*page.findChildren(QPushButton), *page.findChildren(QLabel)]
    clipped = [
        widget.text()
        for widget in words
        if widget.isVisible()
        and widget.text()
        and not getattr(widget, "wordWrap", bool)()
        and widget.width() < widget.minimumSizeHint().width()
    ]
    tasks.close()
    assert clipped == []
