"""The Sources page: broken first, in words, and every button does what it says."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, timedelta

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QScrollBar, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from osawatch.errors import StoreError
from osawatch.model import Changes, SourceRow
from tests.ui.desk_fake import NOW, FakeCore, source
from ui import faces
from ui.bridge import Bridge
from ui.sources import health, words
from ui.sources.model import AGE, NEXT, ROW, STATE, SourcesModel
from ui.sources.page import SourcesPage
from ui.tasks import Tasks
from ui.theme import DARK, LIGHT


@pytest.fixture
def core() -> FakeCore:
    return FakeCore(
        [
            source(id="fine", title="Fine feed"),
            source(id="gone", title="Gone feed", outcome="gone", outcome_detail="410"),
            source(id="moved", title="Moved feed", outcome="moved", kind="news", language="de"),
            source(id="html", title="Page", format="html", supported=False, outcome=""),
        ]
    )


@pytest.fixture
def page(core: FakeCore, qtbot: QtBot, owner: QObject) -> SourcesPage:
    out = SourcesPage(core, Tasks(owner), Bridge(core, owner), LIGHT, clock=lambda: NOW)
    qtbot.addWidget(out)
    with qtbot.waitSignal(out.loaded):
        out.show()
    return out


def shown(page: SourcesPage) -> list[str]:
    model = page.model
    rows = [model.data(model.index(i, 0), ROW) for i in range(model.rowCount())]
    return [row.id for row in rows if isinstance(row, SourceRow)]


def test_the_model_keeps_the_rules_of_qt(qtmodeltester: ModelTester, qapp: object) -> None:
    model = SourcesModel(None, clock=lambda: NOW)  # type: ignore[arg-type]  # no owner is needed
    model.set_rows([source(), source(id="b", outcome="gone")])

    qtmodeltester.check(model)


def test_broken_sources_stand_first_and_the_first_one_is_told_below(page: SourcesPage) -> None:
    assert shown(page) == ["gone", "moved", "fine", "html"]
    assert page.detail.title.text() == "\u2068Gone feed\u2069: Gone"
    assert "410" in page.detail.why.text()


def test_a_kind_of_source_that_cannot_be_read_says_so(page: SourcesPage) -> None:
    page.choose("html")

    assert "html" in page.detail.why.text()
    assert not page.detail.buttons["try"].isEnabled()


def test_typing_and_choosing_narrow_the_table(page: SourcesPage) -> None:
    page.search.setText("moved")
    assert shown(page) == ["moved"]

    page.search.setText("nothing has this name")
    assert shown(page) == []
    assert page.detail.isHidden()

    page.search.setText("")
    page.attention.setChecked(True)
    assert shown(page) == ["gone", "moved"]


def test_try_now_asks_the_window_for_a_poll_of_that_source_alone(
    page: SourcesPage, qtbot: QtBot
) -> None:
    page.choose("moved")

    with qtbot.waitSignal(page.poll_asked) as told:
        page.detail.buttons["try"].click()

    assert told.args == [("moved",)]


def test_poll_all_names_no_source(page: SourcesPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.poll_asked) as told:
        page.poll_all.click()

    assert told.args == [()]


@pytest.mark.parametrize(
    ("button", "source_id", "asked"),
    [
        ("toggle", "fine", ("enable", "fine", False)),
        ("accept", "moved", ("accept", "moved")),
        ("remove", "gone", ("remove", "gone")),
    ],
)
def test_a_button_does_what_it_says_and_says_what_it_did(
    page: SourcesPage, core: FakeCore, qtbot: QtBot, button: str, source_id: str, asked: object
) -> None:
    page.choose(source_id)

    with qtbot.waitSignal(page.said) as told:
        page.detail.buttons[button].click()

    assert core.asked == [asked]
    assert "feed" in told.args[0]


def test_only_a_moved_source_offers_its_new_address(page: SourcesPage) -> None:
    page.choose("fine")
    assert page.detail.buttons["accept"].isHidden()

    page.choose("moved")
    assert not page.detail.buttons["accept"].isHidden()


def test_the_choice_survives_a_reading_that_changes_the_order(
    page: SourcesPage, core: FakeCore, qtbot: QtBot
) -> None:
    page.choose("fine")
    core.rows = [replace(row, outcome="ok", supported=True) for row in core.rows]

    with qtbot.waitSignal(page.loaded):
        page.refresh()

    chosen = page.chosen()
    assert chosen is not None
    assert chosen.id == "fine"
    assert page.model.find("fine") == page.table.currentIndex().row()


def test_a_change_of_sources_is_read_at_once_and_others_are_not(
    page: SourcesPage, core: FakeCore, qtbot: QtBot
) -> None:
    core.rows = [source(id="new")]

    page._on_changed(Changes(alerts=frozenset({"a"})))
    with qtbot.waitSignal(page.loaded):
        page._on_changed(Changes(sources=frozenset({"new"})))

    assert shown(page) == ["new"]


def test_rows_stay_put_while_a_poll_tells_of_them_and_are_sorted_when_it_is_over(
    page: SourcesPage, core: FakeCore, qtbot: QtBot
) -> None:
    before = shown(page)
    core.rows = [replace(row, outcome="gone") for row in core.rows]

    with qtbot.waitSignal(page.loaded):
        page._renew()
    assert shown(page) == before
    assert page.model.cell(page.model.rows()[2], STATE) == "Gone"

    with qtbot.waitSignal(page.loaded):
        page.refresh()
    assert shown(page) == ["fine", "gone", "moved", "html"]


def test_a_core_that_fails_is_said_in_words(
    page: SourcesPage, core: FakeCore, qtbot: QtBot
) -> None:
    core.broken = StoreError("the disk is full")

    with qtbot.waitSignal(page.loaded):
        page.refresh()

    assert page._empty.more.text() == "the disk is full"


def test_every_widget_that_takes_the_keyboard_has_a_name(page: SourcesPage) -> None:
    nameless = [
        widget
        for widget in page.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and widget.isVisible()
        and not isinstance(widget, QHeaderView | QScrollBar)
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]

    assert nameless == []


def test_both_themes_paint_without_a_warning(page: SourcesPage) -> None:
    for theme in (DARK, LIGHT):
        page.set_theme(theme)
        assert not page.grab().isNull()
    assert page.table.selectionMode() == QAbstractItemView.SelectionMode.SingleSelection


def test_cells_are_words_for_a_screen_reader(page: SourcesPage) -> None:
    model, row = page.model, page.model.find("fine")

    said = [model.data(model.index(row, column)) for column in (STATE, AGE, NEXT)]

    assert said == ["OK", "12 h, daily", "in 18 min"]


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        (None, "rhythm not known yet"),
        (1, "hourly"),
        (24, "daily"),
        (168, "weekly"),
        (0.33, "every 20 min"),
        (6, "every 6 h"),
        (72, "every 3 d"),
    ],
)
def test_a_rhythm_is_said_as_people_say_it(qapp: object, hours: float | None, said: str) -> None:
    assert words.rhythm(hours) == said


@pytest.mark.parametrize(
    ("wait", "said"),
    [
        (timedelta(seconds=-5), "now"),
        (timedelta(minutes=18), "in 18 min"),
        (timedelta(hours=4), "16:00"),
        (timedelta(hours=20), "tomorrow"),
        (timedelta(days=3), "7 Mar"),
    ],
)
def test_the_next_poll_is_told_by_how_far_it_is(qapp: object, wait: timedelta, said: str) -> None:
    assert words.next_poll(source(next_poll=NOW + wait), NOW, UTC) == said


def test_a_source_that_is_off_is_never_asked(qapp: object) -> None:
    assert words.next_poll(source(enabled=False), NOW, UTC) == "never"


@pytest.mark.parametrize("width", [400, 700, 1180])
def test_however_much_is_wrong_no_count_hides_another(page: SourcesPage, width: int) -> None:
    page.tally.show_counts([(state, 10) for state in health.STATES.values()])
    page.tally.resize(width, 52)

    places = [button.geometry() for button in page.tally._buttons.values()]
    assert len(places) == len(health.STATES)
    assert not [
        (one, other)
        for n, one in enumerate(places)
        for other in places[:n]
        if one.intersects(other)
    ]
    assert all(place.right() <= width and place.bottom() < page.tally.height() for place in places)


def test_a_script_that_no_font_writes_is_said_above_the_table(
    page: SourcesPage, core: FakeCore, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert page.boxes.isHidden()
    monkeypatch.setattr(faces, "lacking", lambda _languages: [faces.SCRIPTS[0]])

    with qtbot.waitSignal(page.loaded):
        page.refresh()

    assert "Arabic" in page.boxes.text()
    assert not page.boxes.isHidden()
