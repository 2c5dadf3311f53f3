"""Words twice as long clip no button of the watchlist, while one looks and while one writes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from osawatch.core import Core
from tests.osawatch.watching.conftest import core, small_pack  # noqa: F401 # fixtures
from tests.ui.stage import staged
from tests.ui.test_stretch import stretched  # noqa: F401 # a fixture
from ui.watchlist.page import WatchlistPage


@pytest.fixture
def page(core: Core, qtbot: QtBot) -> Iterator[WatchlistPage]:  # noqa: F811
    with staged(core, WatchlistPage, qtbot, shown=True) as made:
        yield made


def clipped(page: WatchlistPage) -> list[str]:
    shown = [one for one in page.findChildren(QPushButton) if one.isVisible()]
    return [
        one.text()
        for one in shown
        if one.width() < one.sizeHint().width() - 1  # of a border that only the last segment has
        or one.mapTo(page, one.rect().topRight()).x() > page.width()
    ]


def test_no_button_is_clipped(page: WatchlistPage, qtbot: QtBot) -> None:
    page.table.selectRow(0)
    qtbot.waitUntil(page.ready, timeout=30_000)
    qtbot.waitUntil(lambda: clipped(page) == [], timeout=5_000)
    page.side.edit()
    qtbot.waitUntil(page.ready, timeout=30_000)
    qtbot.waitUntil(lambda: clipped(page) == [], timeout=5_000)
    overlapping = [
        (one.text(), other.text())
        for one in page.side.findChildren(QPushButton)
        for other in page.side.findChildren(QPushButton)
        if one is not other and one.isVisible() and other.isVisible()
        and one.parent() is other.parent() and one.geometry().intersects(other.geometry())
    ]  # fmt: skip
    assert overlapping == []
    page.side.leave()
