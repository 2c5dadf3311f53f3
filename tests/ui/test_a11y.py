"""Every page speaks to a screen reader, is walked in reading order, and cuts no word when small.

The window at its smallest is the window at 200 %: Qt scales letters and what is around them alike.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from osawatch.core import Core
from ui import paint
from ui.bridge import Bridge
from ui.contrast import CONTRAST
from ui.frame import look
from ui.main_window import LEAST, MainWindow
from ui.pages import KEYS, START
from ui.settings_dialog import SettingsDialog
from ui.settings_form import Check
from ui.sources.health import _TABLE
from ui.tasks import Tasks
from ui.theme import DARK, LIGHT, Level

PAGES = ("inbox", *(key for key in KEYS if key != START))

LEEWAY = 2  # pixels: a focus frame is one wider than none


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample desk; nothing in here changes it."""
    folder = tmp_path_factory.mktemp("desk") / "profile"
    with Core(folder) as core:
        core.init_profile(sample=True)
        core.save_settings(replace(core.settings(), name="Ada", post="Post", ready=True))
    return folder


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, desk: Path) -> Iterator[MainWindow]:
    """A window of its own for each walk over all pages."""
    with Core(desk) as core:
        owner = QWidget()
        qtbot.addWidget(owner)
        tasks, bridge = Tasks(owner), Bridge(core, owner)
        look.dress(qapp, LIGHT)
        shown = MainWindow(core, tasks, bridge, LIGHT, offline=True)
        qtbot.addWidget(shown, before_close_func=MainWindow.leave)
        shown.show()
        shown.begin()
        yield shown
        shown.polling.stop()
        bridge.close()
        tasks.close()


def page(qtbot: QtBot, window: MainWindow, key: str) -> QWidget:
    window.go(key)
    found = window.pages.currentWidget()
    qtbot.waitUntil(lambda: found.ready() and not window._tasks.pending(), timeout=10_000)
    QApplication.processEvents()
    return found


def focusable(of: QWidget) -> list[QWidget]:
    """What Tab comes to, in Tab's order."""
    out, one = [], of.nextInFocusChain()
    while one is not of:
        tab = bool(one.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
        if tab and one.isVisibleTo(of) and one.isEnabled() and of.isAncestorOf(one):
            out.append(one)
        one = one.nextInFocusChain()
    return out


def spoken(widget: QWidget) -> str:
    """What a screen reader says of it: its own name, else the words on it."""
    words = widget.text() if isinstance(widget, QAbstractButton) else ""
    return (widget.accessibleName() or words).strip()


def test_everything_that_takes_keys_has_a_name(qtbot: QtBot, window: MainWindow) -> None:
    found = {key: nameless(page(qtbot, window, key)) for key in PAGES}

    assert {key: told for key, told in found.items() if told} == {}
    assert nameless(window.rail) == nameless(window.status) == []


def nameless(shown: QWidget) -> list[str]:
    return [
        f"{type(one).__name__} in {type(one.parent()).__name__} {one.geometry()}"
        for one in focusable(shown)
        if not spoken(one)
        and one.focusProxy() is None
        and not isinstance(one, QAbstractSpinBox | QScrollBar)
        and type(one.parentWidget()) is not QComboBox
    ]


def place(widget: QWidget, of: QWidget) -> QRect:
    return QRect(widget.mapTo(of, QPoint(0, 0)), widget.size())


def backwards(first: QRect, then: QRect) -> bool:
    """Whether the second stands before the first for a reader: above it, or left in its row.

    What stands above and to the right is the next column, and in order.
    """
    above = then.bottom() <= first.top() and then.left() < first.right()
    row = then.top() < first.bottom() and first.top() < then.bottom()
    return above or (row and then.right() <= first.left())


@pytest.mark.parametrize("view", ["map", "pairs"])
def test_each_view_of_the_trends_is_named_walked_and_whole_when_small(
    qtbot: QtBot, window: MainWindow, view: str
) -> None:
    window.resize(LEAST)
    trends = page(qtbot, window, "trends")
    trends.show_view(view)
    qtbot.waitUntil(
        lambda: (
            trends.ready()
            and trends._stack.currentWidget() is getattr(trends, {"map": "world"}.get(view, view))
        )
    )
    if view == "map":
        qtbot.waitUntil(lambda: trends.world.canvas is not None)

    assert (nameless(trends), out_of_order(trends), cut(trends)) == ([], [], [])


def test_tab_goes_as_one_reads(qtbot: QtBot, window: MainWindow) -> None:
    found = {key: out_of_order(page(qtbot, window, key)) for key in PAGES}

    assert {key: told for key, told in found.items() if told} == {}


def out_of_order(shown: QWidget) -> list[str]:
    walked = [one for one in focusable(shown) if one.focusProxy() is None]

    return [
        f"{spoken(one)!r} {place(one, shown)} then {spoken(other)!r} {place(other, shown)}"
        for one, other in itertools.pairwise(walked)
        if backwards(place(one, shown), place(other, shown))
    ]


def test_no_word_is_cut_at_200_percent(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(LEAST)
    found = {key: cut(page(qtbot, window, key)) for key in PAGES}

    assert {key: told for key, told in found.items() if told} == {}


def cut(shown: QWidget) -> list[str]:
    """What is narrower than its words, or stands beyond the edge where nothing scrolls."""
    labels = [one for kind in (QLabel, QAbstractButton) for one in shown.findChildren(kind)]
    return [
        f"{one.text()!r}: {place(one, shown)}, needs {one.minimumSizeHint().width()}"
        for one in labels
        if one.isVisibleTo(shown)
        and one.text()
        and not getattr(one, "wordWrap", bool)()
        and (one.width() + LEEWAY < one.minimumSizeHint().width() or beyond(one, shown))
    ]


def beyond(one: QWidget, shown: QWidget) -> bool:
    at = one.parentWidget()
    while at is not None and at is not shown:
        if isinstance(at, QScrollArea):
            return False
        at = at.parentWidget()
    return place(one, shown).right() > shown.width()


def test_the_settings_have_names_and_scroll_on_a_small_screen(
    qtbot: QtBot, window: MainWindow
) -> None:
    dialog = SettingsDialog(window._core.settings(), LIGHT, window)
    dialog.resize(640, 400)
    dialog.show()
    fields = [
        one
        for one in dialog.findChildren(QWidget)
        if isinstance(one, QLineEdit | QComboBox | Check)
    ]

    assert all(spoken(one) for one in fields if not isinstance(one.parent(), QComboBox))
    assert dialog.save.isVisible()
    dialog.close()


def drawn(level: str, word: str) -> QImage:
    one = Level("#FFFFFF", "#000000", "#FFFFFF", "#000000")
    grey = replace(LIGHT, levels=dict.fromkeys(LIGHT.levels, one))
    image = QImage(80, 24, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    paint.chip(painter, 0, 0, level, word, grey)
    painter.end()
    return image


def test_levels_differ_by_shape_alone(qapp: QApplication) -> None:
    shapes = [drawn(level, "") for level in LIGHT.levels]

    assert all(one != other for one, other in itertools.combinations(shapes, 2))


def test_each_tone_of_a_source_has_shapes_of_its_own() -> None:
    """A source that needs a person never has the shape of one that is well."""
    shapes = {tone: {shape for _, shape, one in _TABLE if one == tone} for _, _, tone in _TABLE}

    assert not shapes["ok"] & (shapes["bad"] | shapes["warn"] | shapes["accent"])


@pytest.mark.parametrize("theme", [DARK, CONTRAST], ids=lambda theme: theme.name)
def test_an_empty_box_is_seen(qapp: QApplication, theme: object) -> None:
    look.dress(qapp, theme)  # type: ignore[arg-type]
    box = Check("Quiet", theme)  # type: ignore[arg-type]
    box.resize(box.sizeHint())
    image = box.grab().toImage()
    ground = image.pixelColor(image.width() - 1, 0)
    edge = max(
        (image.pixelColor(x, image.height() // 2) for x in range(4)),
        key=lambda colour: abs(colour.lightness() - ground.lightness()),
    )
    look.dress(qapp, LIGHT)

    assert abs(edge.lightness() - ground.lightness()) > 80


def test_the_third_theme_is_worn_by_every_page(qtbot: QtBot, window: MainWindow) -> None:
    for key in PAGES:
        page(qtbot, window, key)
    window.wear(CONTRAST)
    page(qtbot, window, "inbox")
    image = window.grab().toImage()
    window.wear(LIGHT)

    assert image.pixelColor(2, 300).name() == CONTRAST.rail
