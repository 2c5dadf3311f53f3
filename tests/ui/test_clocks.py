"""Clocks of the window: in the zone that is set, and in The Hague where that is another time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from osawatch.core import Core
from tests.fakes import Network
from tests.ui import stage
from ui import i18n, words
from ui.main_window import MainWindow
from ui.theme import LIGHT

EVENING = datetime(2026, 11, 28, 21, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    language, before = QLocale(), i18n.zone()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    i18n._clocks[0] = before
    QLocale.setDefault(language)


def test_a_clock_is_that_of_the_zone_that_is_set_not_of_the_machine() -> None:
    i18n.use_zone("Asia/Almaty")
    assert words.clock(EVENING) == "29 Nov 02:30"
    i18n.use_zone("America/Bogota")
    assert words.clock(EVENING) == "28 Nov 16:30"


def test_the_hague_stands_beside_the_clock_of_a_post_with_its_day_where_it_is_another() -> None:
    i18n.use_zone("Africa/Kinshasa")
    assert words.both(EVENING) == words.clock(EVENING)  # the same clock in winter
    i18n.use_zone("Asia/Almaty")
    assert words.both(EVENING) == "29 Nov 02:30 (28 Nov 22:30 in The Hague)"
    i18n.use_zone("America/Bogota")
    assert words.both(EVENING) == "28 Nov 16:30 (22:30 in The Hague)"
    summer = datetime(2026, 7, 1, 10, 0, tzinfo=UTC)
    i18n.use_zone("Africa/Kinshasa")
    assert words.both(summer) == "01 Jul 11:00 (12:00 in The Hague)"


def test_a_zone_that_is_not_known_leaves_clocks_in_utc() -> None:
    i18n.use_zone("Mars/Olympus")
    assert words.clock(EVENING) == "28 Nov 21:30"


def test_the_window_shows_clocks_in_the_zone_that_its_status_bar_names(
    tmp_path: Path, qtbot: QtBot
) -> None:
    with Core(tmp_path / "p", fetch=Network()) as core:
        settings = replace(core.settings(), name="Ann", post="A", time_zone="Asia/Almaty")
        core.save_settings(replace(settings, ready=True))
        with stage.parts(core) as parts:
            window = MainWindow(*parts, LIGHT, offline=True)
            qtbot.addWidget(window, before_close_func=MainWindow.leave)
            window.begin()
            assert "Asia/Almaty" in window.status.zone.text()
            assert words.clock(EVENING) == "29 Nov 02:30"
            window.polling.stop()
