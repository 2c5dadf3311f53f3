"""Every text can be read on every ground it stands on, and every icon can be drawn."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPalette
from PySide6.QtWidgets import QApplication, QCheckBox, QListWidget, QListWidgetItem, QSpinBox
from pytestqt.qtbot import QtBot

from ui import icons
from ui.contrast import CONTRAST
from ui.frame import look
from ui.theme import DARK, LIGHT, Theme, contrast, palette, stylesheet

GROUNDS = ("window", "rail", "surface", "sunken", "raised", "select", "hover")
INKS = ("text", "text2", "text3", "accent", "ok", "bad", "warn")


@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST], ids=lambda theme: theme.name)
def test_every_ink_is_readable_on_every_ground(theme: Theme) -> None:
    pairs = [(ink, ground) for ink in INKS for ground in GROUNDS]
    pairs += [("on_fill", "fill"), ("text", "mark")]
    pairs += [("toast_ink", "toast"), ("toast_accent", "toast")]

    low = [
        (ink, ground)
        for ink, ground in pairs
        if contrast(getattr(theme, ink), getattr(theme, ground)) < 4.5
    ]

    assert low == []


@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST], ids=lambda theme: theme.name)
def test_levels_and_bars_can_be_told_from_their_ground(theme: Theme) -> None:
    assert all(contrast(level.ink, level.ground) >= 4.5 for level in theme.levels.values())
    assert all(contrast(level.edge, level.ground) >= 3 for level in theme.levels.values())
    bars = (*theme.series, theme.mute, theme.hatch)
    assert all(contrast(bar, theme.surface) >= 3 for bar in bars)


@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST], ids=lambda theme: theme.name)
def test_no_role_of_the_palette_is_left_to_the_system(theme: Theme, qapp: object) -> None:
    found = palette(theme)

    assert found.color(QPalette.ColorRole.PlaceholderText).name().upper() == theme.text3
    assert found.color(QPalette.ColorRole.Accent).name().upper() == theme.accent
    assert "{" in stylesheet(theme)


def test_every_icon_can_be_drawn(qapp: object) -> None:
    names = [path.stem for path in (icons.ASSETS / "icons").glob("*.svg")]

    assert len(names) > 30
    assert all(icons.renderer(name, LIGHT.text).isValid() for name in [*names, icons.APP])
    assert not icons.icon("search", LIGHT.text3).isNull()


def test_the_third_theme_has_more_contrast_than_the_others() -> None:
    pairs = [(ink, ground) for ink in INKS for ground in GROUNDS]
    low = [p for p in pairs if contrast(getattr(CONTRAST, p[0]), getattr(CONTRAST, p[1])) < 7]

    assert low == []
    assert contrast(CONTRAST.line2, CONTRAST.surface) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST], ids=lambda theme: theme.name)
def test_an_empty_box_has_an_edge_that_is_seen(theme: Theme) -> None:
    assert contrast(theme.text3, theme.surface) >= 3
    assert contrast(theme.text3, theme.window) >= 3


def inks(picture: QImage) -> list[str]:
    """The colours of a picture."""
    across, down = range(picture.width()), range(picture.height())
    return [picture.pixelColor(x, y).name() for x in across for y in down]


@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST], ids=lambda theme: theme.name)
def test_an_empty_box_to_tick_and_the_arrows_of_a_number_are_seen(
    theme: Theme, qapp: QApplication, qtbot: QtBot
) -> None:
    look.dress(qapp, theme)
    box, rows, number = QCheckBox(), QListWidget(), QSpinBox()
    item = QListWidgetItem(rows)
    item.setCheckState(Qt.CheckState.Unchecked)
    number.setValue(9)
    for part in (box, rows, number):
        qtbot.addWidget(part)
        part.show()
    ends = number.rect().adjusted(number.width() - 20, 2, -2, -2)
    shown = (box.grab(), rows.grab(rows.visualItemRect(item)), number.grab(ends))

    for part in shown:
        most = max(contrast(ink, theme.surface) for ink in set(inks(part.toImage())))
        assert most >= 3

    look.dress(qapp, LIGHT)
