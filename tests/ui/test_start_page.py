"""The first page: answers with defaults, three ways to begin, progress and a way to stop."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLabel, QLineEdit, QScrollArea
from pytestqt.qtbot import QtBot

from osawatch.model import Changes, Settings
from osawatch.settings import CHOICES
from tests.ui.desk_fake import FakeCore, source
from ui.bridge import Bridge
from ui.settings_dialog import SettingsDialog
from ui.settings_fields import FIELDS, GROUPS
from ui.settings_form import SettingsForm, read_countries, sensible, territories
from ui.start import work
from ui.start.page import StartPage
from ui.tasks import Tasks
from ui.theme import DARK, LIGHT


@pytest.fixture
def core() -> FakeCore:
    return FakeCore([source(), source(id="b", language="zh"), source(id="off", enabled=False)])


@pytest.fixture
def page(core: FakeCore, qtbot: QtBot, owner: QObject) -> StartPage:
    out = StartPage(core, Tasks(owner), Bridge(core, owner), LIGHT)
    qtbot.addWidget(out)
    out.resize(1232, 872)
    with qtbot.waitSignal(out.loaded):
        out.show()
    return out


def done(page: StartPage, qtbot: QtBot) -> str:
    qtbot.waitUntil(lambda: not page.progress.busy())
    return page.progress.words.text()


def test_every_question_has_an_answer_before_it_is_asked(page: StartPage) -> None:
    answers = page.form.value()

    assert answers.name
    assert answers.language in CHOICES["language"]
    assert answers.network == "online"
    assert answers.time_zone


def test_the_cards_say_what_they_give_and_what_they_cost(page: StartPage) -> None:
    said = page.cards["poll"].accessibleDescription()

    assert "2 public feeds in 2 languages" in said
    assert "Uses the network" in said


def test_a_new_profile_counts_no_feeds_until_the_shipped_ones_have_joined(
    core: FakeCore, qtbot: QtBot, owner: QObject
) -> None:
    core.rows = []
    page = StartPage(core, Tasks(owner), Bridge(core, owner), LIGHT)
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.loaded):
        page.show()
    poll = page.cards["poll"]
    assert "0 public feeds" not in poll.accessibleDescription()
    page.form.input("post").setText("typed meanwhile")

    core.rows = [source(), source(id="b", language="zh")]
    core.listeners[0](Changes(sources=frozenset({"b"})))

    qtbot.waitUntil(lambda: "2 public feeds in 2 languages" in poll.accessibleDescription())
    assert page.form.value().post == "typed meanwhile"


def test_a_page_that_opens_offline_shows_its_title(
    core: FakeCore, qtbot: QtBot, owner: QObject
) -> None:
    core.kept = Settings(network="offline")
    page = StartPage(core, Tasks(owner), Bridge(core, owner), LIGHT)
    qtbot.addWidget(page)
    page.resize(814, 560)
    with qtbot.waitSignal(page.loaded):
        page.show()
        page.activateWindow()

    scroll = page.findChild(QScrollArea)
    assert scroll is not None
    assert scroll.verticalScrollBar().maximum() > 0
    assert scroll.verticalScrollBar().value() == 0


def test_key_one_polls_and_tells_what_came_of_it(
    page: StartPage, core: FakeCore, qtbot: QtBot
) -> None:
    qtbot.keyClick(page, Qt.Key.Key_1)

    said = done(page, qtbot)
    assert "1 sources asked, 3 new items, 1 alerts; 0 did not answer well" in said
    assert core.kept.ready


def test_answers_are_kept_whatever_card_is_taken(
    page: StartPage, core: FakeCore, qtbot: QtBot
) -> None:
    countries, post = page.form.input("countries"), page.form.input("post")
    assert isinstance(countries, QLineEdit)
    assert isinstance(post, QLineEdit)
    countries.setText("kz, Kyrgyzstan")
    post.setText("Astana")

    page.begin("poll")
    done(page, qtbot)

    assert core.kept.countries == ("KZ", "KG")
    assert core.kept.post == "Astana"


def test_a_figure_typed_into_a_line_starts_nothing(page: StartPage, qtbot: QtBot) -> None:
    post = page.form.input("post")
    post.setFocus()

    qtbot.keyClick(post, Qt.Key.Key_2)

    assert isinstance(post, QLineEdit)
    assert post.text() == "2"
    assert not page.progress.busy()


def test_an_import_reads_folders_and_names_what_it_refused(
    page: StartPage, core: FakeCore, qtbot: QtBot, tmp_path: Path
) -> None:
    for name in ("a.xml", "b.html"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    page.ask_paths = lambda: [str(tmp_path)]

    qtbot.keyClick(page, Qt.Key.Key_2)

    assert "1 files read, 1 refused" in done(page, qtbot)
    assert "b.html: not_a_feed" in page.progress.words.text()
    assert core.asked == [("ingest", str(tmp_path / "a.xml"), str(tmp_path / "b.html"))]


def test_no_file_chosen_starts_nothing(page: StartPage, core: FakeCore, qtbot: QtBot) -> None:
    page.ask_paths = list

    qtbot.keyClick(page, Qt.Key.Key_2)

    assert core.asked == []
    assert not page.progress.busy()


def test_progress_says_how_far_it_is_and_can_be_stopped(
    page: StartPage, core: FakeCore, qtbot: QtBot
) -> None:
    core.gate = threading.Event()

    page.begin("poll")
    qtbot.waitUntil(lambda: page.progress.words.text() == "Polling 1 of 2")
    assert not page.cards["sample"].isEnabled()
    page.progress.cancel.click()
    core.gate.set()

    assert done(page, qtbot).startswith("Stopped")
    assert page.cards["sample"].isEnabled()


def test_the_inbox_can_be_opened_while_it_goes_on(
    page: StartPage, core: FakeCore, qtbot: QtBot
) -> None:
    core.gate = threading.Event()
    page.begin("poll")

    with qtbot.waitSignal(page.finished):
        page.progress.go.click()

    core.gate.set()
    done(page, qtbot)


def test_offline_the_card_that_needs_the_network_says_so(page: StartPage, qtbot: QtBot) -> None:
    network = page.form.input("network")
    assert isinstance(network, QComboBox)

    network.setCurrentIndex(network.findData("offline"))
    network.activated.emit(network.currentIndex())

    assert not page.cards["poll"].isEnabled()
    assert "offline" in page.cards["poll"].accessibleDescription()
    page._on_card("poll")
    assert not page.progress.busy()


def test_a_job_that_fails_says_why(page: StartPage, qtbot: QtBot, monkeypatch: object) -> None:
    page._on_failed(OSError("no room left"))

    assert page.progress.words.text() == "Not done: no room left"


def test_both_themes_paint_without_a_warning(page: StartPage) -> None:
    for theme in (DARK, LIGHT):
        page.set_theme(theme)
        assert not page.grab().isNull()


def test_hidden_files_of_a_folder_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / ".DS_Store").write_text("x", encoding="utf-8")
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "b.xml").write_text("x", encoding="utf-8")

    assert work.spread([str(tmp_path)]) == [tmp_path / "below" / "b.xml"]


def test_countries_are_read_as_codes_and_as_names() -> None:
    assert read_countries("nl; Kazakhstan, XK, Narnia") == (("NL", "KZ", "XK"), ("Narnia",))
    assert read_countries("") == ((), ())
    assert {"EU", "XK", "NL", "CN", "TW"} <= set(territories())


def test_every_setting_that_is_asked_exists_and_every_choice_is_allowed() -> None:
    settings = Settings()

    for field in FIELDS:
        assert hasattr(settings, field.name)
        allowed = CHOICES.get(field.name)
        if allowed:
            assert {key for key, _ in field.choices} == set(allowed)


def test_every_setting_stands_in_one_group() -> None:
    grouped = [name for _, names in GROUPS for name in names]
    assert sorted(grouped) == sorted(field.name for field in FIELDS)


def test_the_form_works_on_a_copy_and_gives_back_what_came_in(qtbot: QtBot) -> None:
    before = Settings(name="A", countries=("NL", "CN"), time_zone="Europe/Amsterdam", proxy="p")
    form = SettingsForm(GROUPS, LIGHT)
    qtbot.addWidget(form)

    form.show_settings(before)

    assert form.value() == before
    assert form.problems() == ()


def test_what_cannot_be_understood_is_said_and_changes_nothing(qtbot: QtBot) -> None:
    form = SettingsForm([("", ("countries", "time_zone"))], LIGHT)
    qtbot.addWidget(form)
    form.show_settings(Settings(time_zone="Asia/Almaty"))
    countries, zone = form.input("countries"), form.input("time_zone")
    assert isinstance(countries, QLineEdit)
    assert isinstance(zone, QComboBox)

    countries.setText("Narnia")
    zone.setEditText("Middle/Earth")

    assert len(form.problems()) == 2
    assert form.value().time_zone == "Asia/Almaty"


def test_a_ready_profile_keeps_its_answers() -> None:
    kept = Settings(name="", time_zone="Asia/Almaty", ready=True)

    assert sensible(kept, "someone") == kept


def test_the_dialog_saves_only_when_told_to(qtbot: QtBot) -> None:
    dialog = SettingsDialog(Settings(name="A"), LIGHT)
    qtbot.addWidget(dialog)
    name = dialog.form.input("name")
    assert isinstance(name, QLineEdit)
    name.setText("B")

    assert dialog.answer() is None
    dialog.save.click()

    assert dialog.result() == QDialog.DialogCode.Accepted
    answer = dialog.answer()
    assert answer is not None
    assert answer.name == "B"


def test_encrypting_is_offered_and_nobody_has_to_answer(
    page: StartPage, core: FakeCore, qtbot: QtBot
) -> None:
    assert page.guard.isVisible()
    assert "advised" in page.guard.seal.text()

    qtbot.keyClick(page, Qt.Key.Key_3)
    done(page, qtbot)

    assert core.kept.ready


def test_what_was_answered_is_kept_before_the_profile_is_encrypted(
    page: StartPage, core: FakeCore, qtbot: QtBot
) -> None:
    post = page.form.input("post")
    assert isinstance(post, QLineEdit)
    post.setText("Astana")

    with qtbot.waitSignal(page.seal_asked):
        page.guard.seal.click()

    assert core.kept.post == "Astana"
    assert not core.kept.ready, "the first page comes again, in the encrypted profile"


def test_a_profile_that_is_left_plain_says_so_and_asks_no_more(
    page: StartPage, qtbot: QtBot
) -> None:
    page.guard.plain.click()

    assert not page.guard.seal.isVisible()
    assert any("stays plain" in one.text() for one in page.guard.findChildren(QLabel))
    with qtbot.waitSignal(page.loaded):
        page.refresh()
    assert not page.guard.seal.isVisible()


def test_an_encrypted_profile_is_not_asked(page: StartPage, core: FakeCore, qtbot: QtBot) -> None:
    core.encrypted = True

    with qtbot.waitSignal(page.loaded):
        page.refresh()

    assert not page.guard.isVisible()


def test_the_page_stands_in_the_middle_of_a_large_window(page: StartPage) -> None:
    QApplication.processEvents()
    first, last = page.cards["poll"], page.cards["sample"]
    before = first.mapTo(page, first.rect().topLeft()).x()
    after = page.width() - last.mapTo(page, last.rect().topRight()).x()

    assert before > 100
    assert abs(before - after) < 8


def test_the_three_ways_stand_beside_each_other_at_twice_the_size(page: StartPage) -> None:
    page.resize(752, 520)  # beside the rail of a full HD screen at 200 %

    area = page.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    QApplication.processEvents()

    assert area.horizontalScrollBar().maximum() == 0
    tops = {card.mapTo(page, card.rect().topLeft()).y() for card in page.cards.values()}
    assert len(tops) == 1
