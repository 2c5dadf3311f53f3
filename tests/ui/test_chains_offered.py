"""«China stops gallium: what is hit?», from the inbox, with no word typed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from osawatch.core import Core
from osawatch.model import Card, Filter
from tests.ui import stage
from ui.chains.offered import MOST, about, proposals
from ui.chains.page import ChainsPage
from ui.chains.texts import text
from ui.frame import look
from ui.main_window import MainWindow
from ui.theme import LIGHT

COUNTRY, GOOD = "CN", "gallium"


@pytest.fixture(scope="module")
def core(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Core]:
    with Core(tmp_path_factory.mktemp("offered") / "p") as made:
        made.init_profile(sample=True)
        yield made


@pytest.fixture
def window(core: Core, qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    with stage.parts(core) as (_, tasks, bridge):
        owner = QWidget()
        qtbot.addWidget(owner)
        look.dress(qapp, LIGHT)
        shown = MainWindow(core, tasks, bridge, LIGHT, offline=True)
        qtbot.addWidget(shown, before_close_func=MainWindow.leave)
        shown.resize(stage.SIZE)
        shown.show()
        shown.begin()
        qtbot.waitUntil(shown.inbox.ready, timeout=stage.PATIENCE_MS)
        shown.activateWindow()
        yield shown
        shown.polling.stop()


def story(core: Core) -> Card:
    ids = core.card_ids(Filter(goods=(GOOD,), countries=(COUNTRY,)))
    return core.cards(ids)[0]


class Hands:
    """Presses keys and counts them."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self._qtbot, self._window, self.pressed = qtbot, window, 0

    def press(
        self,
        key: Qt.Key,
        how: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> ChainsPage:
        self.pressed += 1
        self._qtbot.keyClick(QApplication.focusWidget() or self._window, key, how)
        page = self._window.pages.chains
        self._qtbot.waitUntil(page.ready, timeout=stage.PATIENCE_MS)
        return page


def choose(window: MainWindow, qtbot: QtBot, card: Card) -> None:
    window.inbox.show_card(card.id)

    def there() -> bool:
        chosen = window.inbox.card()
        return chosen is not None and chosen.id == card.id

    qtbot.waitUntil(there, timeout=stage.PATIENCE_MS)
    window.inbox.list.setFocus()


def is_the_answer(page: ChainsPage, card: Card) -> None:
    assert page.answer
    assert page.answer.cut
    assert page.answer.cut.country == COUNTRY
    assert GOOD in page.answer.goods
    assert set(page.answer.goods) <= set(card.goods)
    told = page.beside.detail.toPlainText()
    assert told.count(text("estimate")) == 1
    for key in ("others", "static", "gravest", "known", "kept"):
        assert text(f"assumed_{key}") in told
    names = {row.reach.node for row in page.beside.nodes.rows}
    assert "compound-semiconductor-wafers" in names
    assert page.canvas.isVisible()


def test_from_the_chosen_story_it_is_one_key(window: MainWindow, core: Core, qtbot: QtBot) -> None:
    card = story(core)
    choose(window, qtbot, card)
    hands = Hands(qtbot, window)
    page = hands.press(Qt.Key.Key_V)
    assert hands.pressed == 1
    assert window.pages.current() == "chains"
    is_the_answer(page, card)


def test_from_the_page_of_chains_it_is_two(window: MainWindow, core: Core, qtbot: QtBot) -> None:
    card = story(core)
    choose(window, qtbot, card)
    hands = Hands(qtbot, window)
    page = hands.press(Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert not page.offered.isHidden()
    assert "China" in page.offered.buttons[0].accessibleName()
    hands.press(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert hands.pressed == 2
    is_the_answer(page, card)


def test_without_a_story_the_highest_ones_are_asked_about(core: Core) -> None:
    found = proposals(core, None)
    assert 0 < len(found) <= MOST
    pairs = [(one.question.country, one.question.node) for one in found]
    assert len(set(pairs)) == len(pairs)
    assert all((core.chain.holds(*pair) or 0) >= 0.1 for pair in pairs)
    assert (COUNTRY, GOOD) in pairs


def test_a_story_without_a_good_or_a_country_makes_no_question(core: Core) -> None:
    from dataclasses import replace

    card = story(core)
    assert about(core, card)
    assert about(core, replace(card, goods=())) is None
    assert about(core, replace(card, countries=())) is None
    assert about(core, replace(card, goods=("not-there",))) is None


def test_of_several_countries_the_one_that_holds_most_is_asked_about(core: Core) -> None:
    from dataclasses import replace

    found = about(core, replace(story(core), goods=(GOOD,), countries=("NL", COUNTRY)))
    assert found
    assert found.question.country == COUNTRY


def test_a_code_of_the_dependency_page_opens_a_new_entry_with_it(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.go("dependency")
    window.pages.dependency.code_asked.emit("252890")
    assert window.pages.current() == "watchlist"
    form = window.pages.watchlist.side.form
    qtbot.waitUntil(lambda: "codes" in form.editors, timeout=stage.PATIENCE_MS)
    assert form.editors["codes"].toPlainText() == "252890"
