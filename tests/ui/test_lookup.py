"""The look-up in a real window: where lines lead, what is copied, and what «nothing» is worth."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from osawatch.lookup import Checked, Coverage
from osawatch.seen import SeenFilter
from tests.ui.driven import settled
from ui.lookup.dialog import LookupDialog
from ui.lookup.parts import ages
from ui.main_window import MainWindow
from ui.morning.title import Title


def looked_up(qtbot: QtBot, window: MainWindow, typed: str) -> LookupDialog:
    window.dialogs.look_up_name(typed)
    dialog = window.dialogs.lookup
    qtbot.waitUntil(lambda: bool(dialog.read or dialog.missed), timeout=30_000)
    return dialog


def words(dialog: LookupDialog) -> str:
    body = dialog.page.widget()
    assert body is not None
    return "\n".join(one.text() for one in body.findChildren(QLabel))


def links(dialog: LookupDialog) -> list[Title]:
    body = dialog.page.widget()
    assert body is not None
    return body.findChildren(Title)


def test_what_nothing_is_called_names_where_it_was_looked_for_and_the_texts_can_be_searched(
    qtbot: QtBot,
    window: MainWindow,
) -> None:
    dialog = looked_up(qtbot, window, "Shenzhen")
    said = words(dialog)
    assert dialog.missed
    known = dialog.missed.searched
    assert f"{known.goods} goods, {known.countries} countries" in said
    kept = len(window._core.archive.ids(SeenFilter()))
    assert kept
    assert f"Not searched: the texts of {kept} items" in said  # those of sources that are off too
    assert "sources are off" in said or "Never answered (" in said
    dialog.copy_text()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Nothing found: «Shenzhen»\nNothing on the watchlist")
    assert "Not searched" in copied

    links(dialog)[0].click()
    assert window.pages.currentWidget() is window.pages.items
    qtbot.waitUntil(lambda: window.pages.items.search.text() == "Shenzhen")
    settled(qtbot, window)


def test_an_alert_of_the_look_up_opens_and_its_copy_carries_source_and_link(
    qtbot: QtBot,
    window: MainWindow,
) -> None:
    dialog = looked_up(qtbot, window, "gallium")
    assert dialog.read
    first = dialog.read.alerts[0]
    item = dialog.read.items[first.id]
    assert item.url
    dialog.copy_text()
    copied = QGuiApplication.clipboard().text()
    assert item.url in copied
    assert "In force" in copied
    assert "Next dates" in copied
    assert "Open cases" in copied
    for told in dialog.read.dossier.coverage.silent[:8]:
        assert told in copied

    next(one for one in links(dialog) if first.title in one.accessibleName()).click()
    assert not dialog.isVisible()
    settled(qtbot, window)
    card = window.inbox.card()
    assert card is not None
    assert card.id == first.card


def test_an_open_case_of_the_subject_leads_to_the_cases(
    qtbot: QtBot,
    window: MainWindow,
) -> None:
    core = window._core
    found = core.lookup.dossier(core.lookup.subjects("gallium")[0])
    core.cases.open("Gallium for the chip plant", [found.alerts[0].id])
    dialog = looked_up(qtbot, window, "gallium")

    next(one for one in links(dialog) if "chip plant" in one.accessibleName()).click()
    assert window.pages.currentWidget() is window.pages.cases
    qtbot.waitUntil(window.pages.cases.ready, timeout=30_000)


def test_a_country_has_a_button_to_its_page_and_a_good_has_none(
    qtbot: QtBot,
    window: MainWindow,
) -> None:
    dialog = looked_up(qtbot, window, "gallium")
    assert dialog.land.isHidden()
    dialog.reject()

    dialog = looked_up(qtbot, window, "Chile")
    assert not dialog.land.isHidden()
    dialog.land.click()
    page = window.pages.country
    qtbot.waitUntil(lambda: page.found is not None, timeout=30_000)
    qtbot.waitUntil(page.ready, timeout=30_000)
    assert page.found
    assert page.found.code == "CL"


def test_where_no_alert_is_known_each_source_stands_with_its_age(
    qtbot: QtBot,
    window: MainWindow,
) -> None:
    dialog = looked_up(qtbot, window, "New Zealand")
    assert dialog.read
    assert not dialog.read.dossier.alerts
    assert "None was raised. Looked at:" in words(dialog)
    on = dialog.read.dossier.coverage
    assert len(on.checked) == on.on
    for one in on.checked:
        assert one.title in words(dialog)
    dialog.reject()


def test_sources_are_told_by_how_long_ago_they_answered(window: MainWindow) -> None:
    now = window._core.now()
    checked = (
        Checked("A", now - timedelta(hours=3)), Checked("B", now - timedelta(days=3)),
        Checked("C", now - timedelta(days=40)), Checked("D", None),
    )  # fmt: skip
    said = ages(Coverage(4, 3, ("D",), now, 9, checked, off=2), now)
    assert [one.partition(":")[0] for one in said[:4]] == [
        "Answered in the last day (1)", "Answered in the last 7 days (1)",
        "Answered longer ago (1)", "Never answered (1)",
    ]  # fmt: skip
    assert "(3 h)" in said[0]
    assert "(40 d)" in said[2]
    assert said[4].startswith("2 sources are off")
