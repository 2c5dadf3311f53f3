"""A title in another language gets a line in the reader's, in the preview and over the row."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QLabel, QListView, QStyleOptionViewItem, QToolTip
from pytestqt.qtbot import QtBot

from osawatch.core import Core
from osawatch.model import Card, CardDetail
from rules.model import Dated
from tests.ui.desk_fake import card
from ui.inbox.delegate import CardDelegate
from ui.inbox.model import CardsModel
from ui.inbox.preview import Preview
from ui.names import Names
from ui.theme import LIGHT

SOON = Dated("effective", date(datetime.now().astimezone().year, 12, 1), "day", "title", 0, 1)
LINE = "CN, export licensing, antimony, from 1 Dec"


def chinese() -> Card:
    return replace(
        card("锑出口管制"), language="zh", goods=("antimony",), countries=("CN",),
        measures=("export-licensing",), measure_status="adopted", dates=(SOON,),
    )  # fmt: skip


def test_the_preview_has_the_line_under_a_foreign_title_only(qtbot: QtBot) -> None:
    preview = Preview(LIGHT, Names(), "en")
    qtbot.addWidget(preview)

    preview.show_detail(CardDetail(chinese(), (), (), ()))
    assert any(one.text().startswith(LINE) for one in preview.findChildren(QLabel))

    preview.show_detail(CardDetail(replace(chinese(), language="en"), (), (), ()))
    assert not any(one.text().startswith(LINE) for one in preview.findChildren(QLabel))


def test_the_tip_over_a_foreign_row_is_the_line(qtbot: QtBot) -> None:
    view = QListView()
    qtbot.addWidget(view)
    model = CardsModel(_OneCard(), view)
    model.show(["one"], [replace(chinese(), id="one")])
    view.setModel(model)
    delegate = CardDelegate(LIGHT, Names(), "en", view)
    view.show()
    event = QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), view.mapToGlobal(QPoint(5, 5)))

    assert delegate.helpEvent(event, view, QStyleOptionViewItem(), model.index(0))
    assert QToolTip.text().startswith(LINE)
    QToolTip.hideText()


class _OneCard(Core):
    """A core that is asked nothing."""

    def __init__(self) -> None:
        pass
