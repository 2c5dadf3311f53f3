"""A bar keeps all that stands in it whole and in sight, however narrow the window is."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.theme import LIGHT
from ui.widgets import HIGH, Button, Search, Segments, TopBar


def bar_of(words: list[str], springs: int) -> tuple[TopBar, list[QWidget]]:
    bar = TopBar(LIGHT, "Page")
    parts: list[QWidget] = [Search("Search", LIGHT, 160)]
    parts += [Segments([("a", "All"), ("b", "Some")], "a", LIGHT, "which")]
    parts += [Button(one, LIGHT) for one in words]
    for at, part in enumerate(parts):
        bar.add(part)
        if at < springs:
            bar.stretch()
    return bar, parts


def in_page(qtbot: QtBot, bar: TopBar, width: int) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(bar)
    column.addWidget(QWidget(), 1)
    page.resize(width, 600)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    return page


@pytest.mark.parametrize("width", [320, 480, 700, 1000, 1600])
def test_no_button_is_cut_or_lies_over_another(qtbot: QtBot, width: int) -> None:
    bar, parts = bar_of(["Take back", "Look at a bundle…", "Make a bundle…"], 1)
    page = in_page(qtbot, bar, width)
    assert page.isVisible()

    for part in parts:
        assert part.width() >= part.minimumSizeHint().width()
        assert bar.rect().contains(part.geometry())
    for one, other in combinations(parts, 2):
        assert not one.geometry().intersects(other.geometry())


def test_a_bar_with_room_has_one_line_and_its_end_at_the_right(qtbot: QtBot) -> None:
    bar, parts = bar_of(["Take back"], 2)
    page = in_page(qtbot, bar, 1200)
    assert page.isVisible()

    assert bar.height() == HIGH
    assert parts[-1].geometry().right() == 1200 - 16 - 1


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.text("abc de", min_size=1, max_size=24), max_size=6), st.integers(0, 2),
    st.integers(260, 1800),
)  # fmt: skip
def test_the_height_it_asks_for_holds_its_lines(words: list[str], springs: int, width: int) -> None:
    bar, parts = bar_of(words, springs)
    row = bar.layout()
    assert row is not None
    bar.resize(width, row.heightForWidth(width))
    row.activate()

    shown = [part.geometry() for part in parts]
    assert all(bar.rect().adjusted(0, 0, 1, 1).contains(one) for one in shown)
    assert not any(one.intersects(other) for one, other in combinations(shown, 2))
