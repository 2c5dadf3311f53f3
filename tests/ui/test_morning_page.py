"""The morning page and the page of dates in a real window over the sample desk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from osawatch.agenda.morning import Morning
from osawatch.agenda.work import Due
from osawatch.core import Core
from osawatch.sample import load
from osawatch.unseen import Month, Silence
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


def shown(page: MorningPage, found: Morning, hid: Month | None = None) -> list[Title]:
    page._show((found, {}, hid))
    return page.area.widget().findChildren(Title)


def test_with_more_than_the_page_shows_the_end_does_not_say_that_is_all(
    parts: Parts, qtbot: QtBot
) -> None:
    page = MorningPage(*parts, theme.LIGHT)
    qtbot.addWidget(page)
    now = parts[0].now()
    shown(page, Morning(now, now, (), 7, (), (), None))
    assert "That is not all since" in words(page)
    assert "7 more stories stand in the inbox" in words(page)
    assert "That is all since" not in words(page)
    told: list[str] = []
    page.said.connect(told.append)
    page._on_seen()
    assert "7 stories that were not shown" in told[0]
    shown(page, Morning(now, now, (), 0, (), (), None))
    assert "That is all since" in words(page)


def test_lines_of_dates_cases_and_silent_sources_lead_to_their_page(
    parts: Parts, qtbot: QtBot
) -> None:
    page = MorningPage(*parts, theme.LIGHT)
    qtbot.addWidget(page)
    now = parts[0].now()
    due = Due(now.date(), "step", "case:1", "Gallium", "Call the ministry")
    silent = replace(parts[0].sources.rows()[0], title="Gazette", outcome="timeout")
    links = shown(page, Morning(now, now, (), 2, (), (silent,), now, (due,)))
    gone: list[str] = []
    page.place_asked.connect(gone.append)
    for link in links:
        link.click()
    assert gone == ["inbox", "cases", "sources"]
    assert "Gazette" in links[-1].accessibleName()


def test_in_the_first_days_of_a_month_it_says_what_was_not_seen_in_the_last_one(
    parts: Parts, qtbot: QtBot
) -> None:
    page = MorningPage(*parts, theme.LIGHT)
    qtbot.addWidget(page)
    late, early = datetime(2026, 3, 8, tzinfo=UTC), datetime(2026, 3, 7, tzinfo=UTC)
    assert page._hid(late) is None
    month = page._hid(early)
    assert month
    assert (month.year, month.month) == (2026, 2)

    lines = (
        Silence("r", "R", "rings", "", None, "own", 3, ()),
        Silence("r", "R", "idle", "", None, "own", 0, ()),
    )
    links = shown(page, Morning(early, early, (), 0, (), (), None), Month(2026, 2, lines))
    assert "February 2026: 3 items by 1 exceptions" in words(page)
    with qtbot.waitSignal(page.unseen_asked) as told:
        links[-1].click()
    assert told.args == [2026, 2]


def test_the_page_is_copied_with_its_end(parts: Parts, qtbot: QtBot) -> None:
    page = MorningPage(*parts, theme.LIGHT)
    qtbot.addWidget(page)
    page.refresh()
    qtbot.waitUntil(page.ready, timeout=20_000)
    page.take.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Morning\nsince ")
    assert "this is no quiet day" in copied
    assert "That is all since" in copied or "That is not all since" in copied


def test_dates_ahead_are_shown_and_written_as_a_calendar(
    parts: Parts, qtbot: QtBot, tmp_path: Path
) -> None:
    page = DeadlinesPage(*parts, theme.LIGHT)
    qtbot.addWidget(page)
    page.refresh()
    qtbot.waitUntil(page.ready, timeout=20_000)
    assert page.take.copy.isEnabled() == bool(page.table.rowCount())
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
