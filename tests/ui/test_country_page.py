"""The page of one country: typed, read, opened from, copied and printed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from ui.country.page import CountryPage
from ui.links import Links
from ui.main_window import MainWindow


def shown(qtbot: QtBot, window: MainWindow, typed: str = "") -> CountryPage:
    window.go("country")
    page = window.pages.country
    qtbot.waitUntil(page.ready, timeout=60_000)
    if typed:
        qtbot.keyClicks(page.line, typed)
        qtbot.keyClick(page.line, Qt.Key.Key_Return)
        qtbot.waitUntil(page.ready, timeout=60_000)
    return page


def words(page: CountryPage) -> str:
    body = page.area.widget()
    assert body is not None
    return "\n".join(one.text() for one in body.findChildren(QLabel))


def test_without_a_country_of_the_post_the_page_asks_for_one(
    qtbot: QtBot,
    window: MainWindow,
) -> None:
    page = shown(qtbot, window)
    assert page.found is None
    assert not page.empty.isHidden()
    assert not page.take.copy.isEnabled()


def test_the_country_of_the_post_comes_first(qtbot: QtBot, window: MainWindow) -> None:
    window._core.save_settings(replace(window._core.settings(), countries=("CL",)))
    page = shown(qtbot, window)
    assert page.found is not None
    assert page.found.code == "CL"


def test_a_typed_name_or_code_is_shown_and_a_story_opens_in_the_inbox(
    qtbot: QtBot,
    window: MainWindow,
) -> None:
    page = shown(qtbot, window, "chin")
    assert page.found
    assert page.found.code == "CN"
    assert "In force, imposed by China" in words(page)
    body = page.area.widget()
    assert body is not None
    story = page.found.cards[0]
    links = next(one for one in body.findChildren(Links) if one.lines[0].card)
    assert story.title in links.lines[0].said
    links.setCurrentIndex(links.model().index(0, 0))
    qtbot.keyClick(links, Qt.Key.Key_Return)
    assert window.pages.currentWidget() is window.inbox
    qtbot.waitUntil(lambda: window.inbox.card() is not None, timeout=60_000)


def test_where_nothing_is_known_the_page_says_what_was_looked_at(
    qtbot: QtBot,
    window: MainWindow,
) -> None:
    page = shown(qtbot, window, "NZ")
    said = words(page)
    for told in ("Looked at: all open alerts", "Looked at: destinations", "the next 365 days",
                 "The watchlist names no company there.", "sources that are on"):  # fmt: skip
        assert told in said
    told_of: list[str] = []
    page.said.connect(told_of.append)
    qtbot.keyClicks(page.line, "Atlantis")
    qtbot.keyClick(page.line, Qt.Key.Key_Return)
    assert told_of == ["No country is called «Atlantis»."]


def test_the_page_goes_out_as_text_and_to_print_with_its_sources(
    qtbot: QtBot,
    window: MainWindow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = shown(qtbot, window, "CN")
    page.take.copy_text()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("China\n\nIn force, imposed by China\n- ")
    assert "Gallium:" in copied
    assert "As of " in copied

    for name in ("china.pdf", "china.html"):
        target = tmp_path / name
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, t=target: (str(t), ""))
        page.take.ask()
        qtbot.waitUntil(target.exists, timeout=60_000)
        qtbot.waitUntil(page.ready, timeout=60_000)
    assert (tmp_path / "china.pdf").read_bytes().startswith(b"%PDF")
    assert "Goods it supplies" in (tmp_path / "china.html").read_text(encoding="utf-8")
