"""A title in a script from the right is drawn from the right, in lists and in previews."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from pytestqt.qtbot import QtBot

from osawatch.core import Core
from osawatch.model import CardDetail
from tests.ui.desk_fake import card
from ui.direction import from_right
from ui.inbox.delegate import CardDelegate
from ui.inbox.model import CardsModel
from ui.inbox.preview import Preview
from ui.marked import MarkedText
from ui.names import Names
from ui.theme import LIGHT

WRITTEN = {"ar": "حظر تصدير", "fa": "ممنوعیت صادرات", "he": "איסור יצוא", "ur": "برآمد پر پابندی"}
MIXED = "حظر تصدير GaN 6N"
WIDTH, HEIGHT = 700, 84
LEFT, RIGHT = 116, WIDTH - 128 - 12  # where a row of the inbox has its title


class _NoCore(Core):
    """A core that is asked nothing."""

    def __init__(self) -> None:
        pass


def ink(image: QImage, plain: QImage) -> tuple[int, int]:
    """The first and the last column in which two pictures differ."""
    found = [
        x
        for x in range(image.width())
        if any(image.pixel(x, y) != plain.pixel(x, y) for y in range(image.height()))
    ]
    return found[0], found[-1]


def row(qtbot: QtBot, title: str, language: str) -> QImage:
    """A row of the inbox, its title alone."""
    view = QListView()
    qtbot.addWidget(view)
    model = CardsModel(_NoCore(), view)
    model.show(["one"], [replace(card(title), id="one", language=language)])
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.surface))
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, WIDTH, HEIGHT)  # type: ignore[attr-defined] # not in the stubs
    painter = QPainter(image)
    painter.setClipRect(QRect(0, 0, WIDTH, 28))  # its first line
    delegate: QStyledItemDelegate = CardDelegate(LIGHT, Names(), "en", view)
    delegate.paint(painter, option, model.index(0))
    painter.end()
    return image


@pytest.mark.parametrize("language", WRITTEN)
def test_a_row_of_the_inbox_begins_at_the_right(qtbot: QtBot, language: str) -> None:
    first, last = ink(row(qtbot, WRITTEN[language], language), row(qtbot, " ", language))

    assert last > RIGHT - 12
    assert first > (LEFT + RIGHT) // 2


def test_a_row_whose_language_nobody_knows_goes_by_its_letters(qtbot: QtBot) -> None:
    first, _ = ink(row(qtbot, WRITTEN["ar"], ""), row(qtbot, " ", ""))

    assert first > (LEFT + RIGHT) // 2


@pytest.mark.parametrize(
    ("language", "said", "right"),
    [("", "2025: حظر", True), ("", "Export حظر", False), ("", "123", False), ("ar", "EU", True)],
)
def test_the_language_goes_before_the_letters(language: str, said: str, *, right: bool) -> None:
    assert from_right(language, said) is right


def test_a_row_in_a_script_from_the_left_begins_at_the_left(qtbot: QtBot) -> None:
    first, last = ink(row(qtbot, "Export ban", "en"), row(qtbot, " ", "en"))

    assert first < LEFT + 12
    assert last < (LEFT + RIGHT) // 2


def drawn(widget: QWidget) -> tuple[int, int]:
    """Columns of a widget from the first to the last with ink."""
    image = widget.grab().toImage()
    plain = QImage(image.size(), image.format())
    plain.fill(image.pixelColor(0, 0))
    return ink(image, plain)


@pytest.mark.parametrize("language", WRITTEN)
def test_the_title_of_the_preview_begins_at_the_right(qtbot: QtBot, language: str) -> None:
    preview = Preview(LIGHT, Names(), "en")
    qtbot.addWidget(preview)
    preview.resize(600, 700)
    said = replace(card(WRITTEN[language]), language=language)
    preview.show_detail(CardDetail(said, (), (), ()))
    preview.show()

    title = next(
        one for one in preview.findChildren(MarkedText) if one.accessibleName() == said.title
    )
    first, last = drawn(title)

    assert last > title.width() - 12
    assert first > title.width() // 2


def test_words_from_the_left_within_such_a_title_follow_its_first_words(qtbot: QtBot) -> None:
    assert _place(qtbot, 0, rtl=True) > _place(qtbot, MIXED.index("G"), rtl=True)
    assert _place(qtbot, 0, rtl=True) > 380
    assert _place(qtbot, 0, rtl=False) < 200  # what it would be without its language


def _place(qtbot: QtBot, letter: int, *, rtl: bool) -> float:
    """Where a letter begins, in pixels."""
    shown = MarkedText(LIGHT, MIXED, language="ar" if rtl else "en")
    qtbot.addWidget(shown)
    shown.resize(400, 30)
    shown.heightForWidth(400)
    found = shown._layout.lineAt(0).cursorToX(letter)
    return float(found[0] if isinstance(found, tuple) else found)
