"""The morning page and the page of dates in a real window over the sample desk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from osawatch.core import Core
from osawatch.sample import load
from tests.ui import stage
from ui import theme
from ui.bridge import Bridge
from ui.deadlines.page import DeadlinesPage
from ui.morning.page import MorningPage
from ui.morning.title import Title
from ui.tasks import Tasks

Parts = tuple[Core, Tasks, Bridge]


@pytest.fixture
def parts(tmp_path: Path, qtbot: QtBot) -> Iterator[Parts]:
    with Core(tmp_path / "p") as core:
        load(core.news, core.now())
        with stage.parts(core) as made:
            yield made


def words(page: MorningPage) -> str:
    return " | ".join(one.text() for one in page.area.widget().findChildren(QLabel))


def test_a_visit_ends_and_then_nothing_is_new(parts: Parts, qtbot: QtBot) -> None:
    page = MorningPage(*parts, theme.LIGHT)
    qtbot.addWidget(page)
    page.refresh()
    qtbot.waitUntil(page.ready, timeout=20_000)
    titles = page.area.widget().findChildren(Title)
    assert titles
    with qtbot.waitSignal(page.card_asked):
        titles[0].click()
    assert "this is no quiet day" in words(page)  # the sample was never polled
    assert "answer as they should" not in words(page)
    with qtbot.waitSignal(page.said):
        page.mark_seen()
    qtbot.waitUntil(lambda: "Nothing new." in words(page), timeout=20_000)
    page.set_theme(theme.DARK)
    assert "That is all since" in words(page)


def test_dates_ahead_are_shown_and_written_as_a_calendar(
    parts: Parts, qtbot: QtBot, tmp_path: Path
) -> None:
    page = DeadlinesPage(*parts, theme.LIGHT)
    qtbot.addWidget(page)
    page.refresh()
    qtbot.waitUntil(page.ready, timeout=20_000)
    rows = page.table.rowCount()
    if not rows:
        assert not page.export.isEnabled()
        return
    with qtbot.waitSignal(page.said, timeout=20_000):
        page.save(tmp_path / "a.ics")
    assert (tmp_path / "a.ics").read_bytes().count(b"BEGIN:VEVENT") == rows


def test_a_page_in_large_letters_never_scrolls_sideways(parts: Parts, qtbot: QtBot) -> None:
    page = MorningPage(*parts, theme.LIGHT)
    qtbot.addWidget(page)
    page.resize(280, 500)
    page.show()
    page.refresh()
    qtbot.waitUntil(page.ready, timeout=20_000)
    titles = page.area.widget().findChildren(Title)

    qtbot.waitUntil(lambda: max(one.height() for one in titles) > 40)  # of more lines than one

    assert page.area.horizontalScrollBar().maximum() == 0
    assert all(one.height() >= one.heightForWidth(one.width()) for one in titles)
