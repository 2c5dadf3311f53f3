"""The page of chains in the real window: asked by a few keys, drawn, walked over, printed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QPointF, Qt, QTranslator
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from osawatch.core import Core
from ui import i18n
from ui.bridge import Bridge
from ui.chains.model import COLUMNS
from ui.chains.page import ChainsPage
from ui.chains.texts import KEYS, TEXTS, text
from ui.chains.words import hovered
from ui.frame import look
from ui.main_window import MainWindow
from ui.tasks import Tasks
from ui.theme import DARK, LIGHT

Window = tuple[MainWindow, ChainsPage]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("chains") / "profile"
    with Core(folder) as core:
        core.init_profile()
        core.save_settings(replace(core.settings(), name="Ada", post="Post", ready=True))
    return folder


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, desk: Path, tmp_path: Path) -> Iterator[MainWindow]:
    shutil.copytree(desk, tmp_path / "profile")
    with Core(tmp_path / "profile") as core:
        owner = QWidget()
        qtbot.addWidget(owner)
        tasks, bridge = Tasks(owner), Bridge(core, owner)
        look.dress(qapp, LIGHT)
        shown = MainWindow(core, tasks, bridge, LIGHT, offline=True)
        qtbot.addWidget(shown, before_close_func=MainWindow.leave)
        shown.show()
        shown.begin()
        qtbot.waitUntil(shown.inbox.ready, timeout=20_000)
        yield shown
        shown.polling.stop()
        bridge.close()
        tasks.close()


class Hands:
    """Presses keys on whatever has the focus, and counts them."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self._qtbot, self._window, self.pressed = qtbot, window, 0

    def press(self, key: Qt.Key, how: Qt.KeyboardModifier | None = None) -> None:
        self.pressed += 1
        at = QApplication.focusWidget() or self._window
        self._qtbot.keyClick(at, key, how or Qt.KeyboardModifier.NoModifier)

    def type(self, letters: str) -> None:
        for letter in letters:
            self.pressed += 1
            self._qtbot.keyClicks(QApplication.focusWidget(), letter)

    def settle(self) -> ChainsPage:
        page = self._window.pages.chains
        self._qtbot.waitUntil(page.ready, timeout=20_000)
        return page


@pytest.fixture
def hands(qtbot: QtBot, window: MainWindow) -> Hands:
    qtbot.waitExposed(window)
    window.activateWindow()
    return Hands(qtbot, window)


def go(hands: Hands) -> None:
    hands.press(Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)


def test_what_is_in_a_wind_turbine_and_who_supplies_it_takes_three_keys(hands: Hands) -> None:
    go(hands)
    hands.type("wi")
    page = hands.settle()

    assert hands.pressed == 3
    assert page.answer
    assert (page.answer.node, page.answer.way) == ("wind-turbines", "down")
    rows = {
        str(page.beside.sorted.index(row, 0).data()): str(
            page.beside.sorted.index(row, COLUMNS.index("first")).data()
        )
        for row in range(page.beside.sorted.rowCount())
    }
    assert rows["neodymium"] == "China"
    assert page.canvas.isVisible()


def test_what_is_hit_when_gallium_stops_takes_three_keys(hands: Hands) -> None:
    go(hands)
    hands.type("ga")
    page = hands.settle()

    assert hands.pressed == 3
    assert page.answer
    assert (page.answer.node, page.answer.way) == ("gallium", "up")
    assert "China" in page.head.text()  # who stops, and how much that is
    assert page.beside.nodes.rows[0].reach.node == "compound-semiconductor-wafers"


def test_china_stops_gallium_is_understood_as_a_sentence_and_marked_as_an_estimate(
    hands: Hands,
) -> None:
    go(hands)
    hands.type("China stops gallium")
    hands.press(Qt.Key.Key_Return)
    page = hands.settle()

    assert page.answer
    assert page.answer.cut
    assert page.answer.cut.country == "CN"
    assert "not understood: stops" in page.head.text()
    told = page.beside.detail.toPlainText()
    assert text("estimate") in told
    assert text("assumed_static") in told
    first = page.beside.sorted.index(0, COLUMNS.index("left")).data()
    assert first == "45 %"  # 1 - .69 * .8
    assert text("home_unknown", "gallium") in told  # no Dutch trade figures were read
    owners = {row.reach.node: page.beside.nodes.words(row, "owner") for row in page.answer.rows}
    assert owners["hospital-care"] == "VWS"
    assert owners["defence-systems"] == "DEF"
    assert not page.beside.table.isColumnHidden(COLUMNS.index("left"))
    assert QApplication.focusWidget() is page.canvas


def test_all_goods_that_were_named_count_in_the_table(hands: Hands) -> None:
    go(hands)
    hands.type("China gallium germanium")
    page = hands.settle()

    assert page.answer
    assert page.answer.goods == ("gallium", "germanium")
    listed = {row.reach.node for row in page.beside.nodes.rows}
    assert "infrared-optics" in listed  # made with germanium alone
    assert "infrared-optics" not in (page.canvas.plan.boxes if page.canvas.plan else {})
    assert "germanium" in page.head.text()
    at = next(
        i for i, row in enumerate(page.beside.nodes.rows) if row.reach.node == "infrared-optics"
    )
    page.beside.table.selectRow(
        page.beside.sorted.mapFromSource(page.beside.nodes.index(at, 0)).row()
    )
    assert page.beside.detail.toPlainText().startswith("infrared optics")


def test_less_is_lost_when_less_is_withheld_and_nothing_when_nobody_stops(hands: Hands) -> None:
    go(hands)
    hands.type("China gallium")
    page = hands.settle()
    page.cutting.share.setValue(50)
    page = hands.settle()
    assert page.answer
    assert page.answer.cut
    assert page.answer.cut.hits[0].left[0] == pytest.approx(1 - 0.345 * 0.8)

    page.cutting.country.setCurrentIndex(0)
    page.cutting.country.activated.emit(0)
    page = hands.settle()
    assert page.answer
    assert page.answer.cut is None
    assert page.beside.table.isColumnHidden(COLUMNS.index("left"))


def test_the_search_line_has_the_focus_on_entry(hands: Hands) -> None:
    go(hands)
    page = hands.settle()

    assert QApplication.focusWidget() is page.search
    hands.type("steel")
    hands.settle()
    go(hands)
    assert page.search.selectedText() == "steel"  # the next word replaces it


def test_arrows_walk_over_the_chain_and_the_table_follows(hands: Hands) -> None:
    go(hands)
    hands.type("wi")
    hands.press(Qt.Key.Key_Return)
    page = hands.settle()
    hands.press(Qt.Key.Key_Right)
    hands.press(Qt.Key.Key_Right)

    assert page.canvas.node == "boron"
    assert page.beside.sorted.index(page.beside.table.currentIndex().row(), 0).data() == "boron"
    assert "permanent magnets" in page.beside.detail.toPlainText()
    assert "permanent magnets" in page.canvas.accessibleDescription()

    hands.press(Qt.Key.Key_Return)  # the chain from here
    page = hands.settle()
    assert page.answer
    assert page.answer.node == "boron"
    hands.press(Qt.Key.Key_Backspace)
    page = hands.settle()
    assert page.answer
    assert page.answer.node == "wind-turbines"


def test_the_table_moves_the_drawing_and_the_mouse_names_what_is_under_it(
    hands: Hands, qtbot: QtBot
) -> None:
    go(hands)
    hands.type("wi")
    page = hands.settle()
    page.beside.table.selectRow(2)
    assert page.canvas.node == page.beside.nodes.rows[2].reach.node

    spot = page.canvas.rect_of("copper").center()
    assert page.canvas.at(spot) == "copper"
    assert page.canvas.at(QPointF(-5, -5)) == ""
    assert page.answer
    assert "copper" in hovered(page.answer, "copper")
    qtbot.mouseMove(page.canvas, spot.toPoint())
    qtbot.mouseDClick(page.canvas, Qt.MouseButton.LeftButton, pos=spot.toPoint())
    page = hands.settle()
    assert page.answer
    assert page.answer.node == "copper"


def test_another_meaning_and_the_other_way_are_one_step_away(hands: Hands) -> None:
    go(hands)
    hands.type("811292")
    page = hands.settle()
    assert page.answer
    first = page.answer.node
    assert len(page.strip.buttons) > 1
    hands.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    page = hands.settle()
    assert page.answer
    assert page.answer.node != first

    page.ways.pick("down")
    page = hands.settle()
    assert page.answer
    assert page.answer.way == "down"


def test_what_lies_deeper_is_counted_and_can_be_shown(hands: Hands) -> None:
    go(hands)
    hands.type("defence systems")
    page = hands.settle()
    assert page.answer
    deeper = page.answer.walk.deeper
    assert deeper
    assert str(deeper) in page.deeper.text()
    before = len(page.answer.rows)
    page.deeper.click()
    page = hands.settle()
    assert page.answer
    assert len(page.answer.rows) == before + deeper
    assert not page.deeper.isVisible()


def test_the_toolbox_shows_what_fits_the_good_in_both_themes(hands: Hands) -> None:
    go(hands)
    hands.type("gallium")
    page = hands.settle()
    page.ways.pick("tools")
    assert page.tools.isVisible()
    assert "Critical Raw Materials Act" in page.tools.toPlainText()
    page.set_theme(DARK)
    assert DARK.text2 in page.tools.toHtml().upper()
    hands.type("s")  # typing leaves the toolbox for a chain
    page = hands.settle()
    assert not page.tools.isVisible()


def test_what_nobody_knows_is_said(hands: Hands) -> None:
    go(hands)
    hands.type("moonstone")
    page = hands.settle()

    assert page.answer is None
    assert page._empty.title.text() == text("nothing")
    assert "moonstone" in page.head.text()
    assert not page.page.isEnabled()


@pytest.mark.parametrize("ending", ["pdf", "html", "docx"])
def test_a_scan_is_printed_on_one_page(
    hands: Hands, qtbot: QtBot, tmp_path: Path, ending: str
) -> None:
    go(hands)
    hands.type("defence systems")
    page = hands.settle()
    target = tmp_path / f"scan.{ending}"
    with qtbot.waitSignal(page.said, timeout=20_000) as told:
        page.save(target)
    assert target.name in told.args[0]
    body = target.read_bytes()
    assert body
    if ending == "pdf":
        assert body.count(b"/Type /Page\n") + body.count(b"/Type /Page ") == 1


def test_an_own_link_is_drawn_and_named_as_own(hands: Hands, window: MainWindow) -> None:
    window._core.chain.link("gallium", "electrolysers", "minor", "a visit")
    go(hands)
    hands.type("electrolysers")
    page = hands.settle()
    page.canvas.choose("gallium")

    assert text("own") in page.beside.detail.toPlainText()
    assert "a visit" in page.beside.detail.toPlainText()
    page.canvas.grab()


def test_an_own_link_is_added_in_the_window_and_taken_back(hands: Hands, qtbot: QtBot) -> None:
    go(hands)
    hands.type("ga")
    page = hands.settle()
    page.own.trigger()
    dialog = page.own_dialog
    qtbot.waitUntil(dialog.ready, timeout=20_000)
    assert dialog.input.currentData() == "gallium"
    dialog.output.setCurrentIndex(dialog.output.findData("gallium"))
    dialog.add.click()
    qtbot.waitUntil(dialog.ready, timeout=20_000)
    assert dialog.said.text()  # a good does not go into itself
    assert dialog.list.count() == 0

    dialog.output.setCurrentIndex(dialog.output.findData("electrolysers"))
    dialog.weight.setCurrentIndex(dialog.weight.findData("important"))
    dialog.note.setText("a maker said so")
    with qtbot.waitSignal(dialog.changed, timeout=20_000):
        dialog.add.click()
    page = hands.settle()
    assert page.answer
    assert any(row.reach.node == "electrolysers" and row.reach.own for row in page.answer.rows)
    assert "a maker said so" in dialog.list.item(0).text()

    dialog.list.setCurrentRow(0)
    with qtbot.waitSignal(dialog.changed, timeout=20_000):
        dialog.drop.click()
    page = hands.settle()
    assert page.answer
    assert not any(row.reach.own for row in page.answer.rows)
    dialog.close()


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_page_fits_into_the_window_in_both_languages(
    hands: Hands, qapp: QApplication, language: str
) -> None:
    before = QLocale()
    i18n.speak(qapp, language)
    try:
        hands._window._core.speak(language)
        go(hands)
        hands.type("China gallium")
        page = hands.settle()
        assert page.canvas.isVisible()
        assert page.minimumSizeHint().width() <= 1440 - 208
        assert page.drawing.legend.needed() <= page.drawing.width()
    finally:
        for translator in qapp.findChildren(QTranslator):
            qapp.removeTranslator(translator)
            translator.deleteLater()
        QLocale.setDefault(before)


def test_the_keys_of_the_page_stand_on_the_sheet() -> None:
    assert {what for _, what in KEYS} <= set(TEXTS)
