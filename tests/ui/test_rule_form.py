"""A rule written by fields and keys: the text follows, findings stand beside, nothing is lost."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from osawatch.ruleform.model import TIMES
from rules.alertschema import TYPES
from tests.ui.test_rule_writing import left
from ui.main_window import MainWindow
from ui.rules.form.chosen import Chosen
from ui.rules.form.words import TEXTS
from ui.rules.page import RulesPage
from ui.rules.writing import differing

CONTROL = Qt.KeyboardModifier.ControlModifier


def opened(qtbot: QtBot, window: MainWindow, rule: str = "export-ban") -> RulesPage:
    window.activateWindow()
    window.go("rules")
    page = window.pages.rules
    qtbot.waitUntil(lambda: page.ready() and page.side._tried is not None, timeout=60_000)
    page.list.setCurrentIndex(page.model.index(page.model.row(rule)))
    qtbot.waitUntil(lambda: page.ready() and page.writing.form.form.id == rule, timeout=60_000)
    return page


def tried(qtbot: QtBot, page: RulesPage) -> None:
    done = lambda: page.ready() and page.side._tried is not None  # noqa: E731
    qtbot.waitUntil(done, timeout=60_000)


def chosen(qtbot: QtBot, field: Chosen, typed: str) -> None:
    qtbot.keyClicks(field.line, typed)
    target: QWidget = field.popup() if field.popup().isVisible() else field.line
    qtbot.keyClick(target, Qt.Key.Key_Return)


def test_a_shipped_rule_opens_as_a_form_and_its_text_is_untouched(
    qtbot: QtBot,
    window: MainWindow,
) -> None:
    page = opened(qtbot, window)
    form = page.writing.form
    assert form.heads.lines["title"].text() == form.form.title != ""
    assert page.editor.said() == window._core.workshop.text("export-ban").text
    assert not page.editor.document().isModified()
    assert "translations" in form.rest.text()
    assert form.parts.cards["recall"].use.key() == "never"
    assert form.samples.cards[0].title.text().startswith("China bans")
    left(qtbot, page)


def test_a_change_in_the_form_changes_only_its_line_and_can_be_taken_back(
    qtbot: QtBot,
    window: MainWindow,
) -> None:
    page = opened(qtbot, window)
    before = page.editor.said()
    box = page.writing.form.heads.boxes["level"]
    box.setCurrentIndex(box.findData("low"))
    box.activated.emit(box.currentIndex())

    assert page.editor.said() == before.replace("level: high", "level: low")
    assert page.editor.document().isModified()
    page.editor.undo()
    assert page.editor.said() == before
    qtbot.waitUntil(lambda: box.key() == "high")
    left(qtbot, page)


def test_a_new_rule_is_written_by_keyboard_tried_and_saved(
    qtbot: QtBot,
    window: MainWindow,
    tmp_path: Path,
) -> None:
    page = opened(qtbot, window)
    qtbot.keyClick(page.list, Qt.Key.Key_N, CONTROL)
    form = page.writing.form
    qtbot.keyClicks(form.heads.lines["title"], "Gallium under licence")
    assert form.form.id == "gallium-under-licence"
    tried(qtbot, page)
    assert not page.save.isEnabled()

    chosen(qtbot, form.parts.cards["good"]._chosen["chosen"], "galli")
    assert form.form.parts[0].chosen == ("gallium",)
    qtbot.keyClicks(form.samples.cards[0].title, "China bans exports of gallium")
    qtbot.keyClicks(form.samples.cards[1].title, "The price of gallium was steady")
    qtbot.waitUntil(page.save.isEnabled, timeout=60_000)
    qtbot.keyClick(form.heads.lines["title"], Qt.Key.Key_S, CONTROL)
    saved = tmp_path / "profile/rules/gallium-under-licence.yml"
    qtbot.waitUntil(lambda: saved.exists() and page.ready(), timeout=60_000)

    text = saved.read_text(encoding="utf-8")
    assert "good: {watchlist: goods, items: [gallium]}" in text
    assert page.writing.form.form.title == "Gallium under licence"
    left(qtbot, page)


def test_what_is_wrong_stands_beside_its_field(qtbot: QtBot, window: MainWindow) -> None:
    page = opened(qtbot, window)
    form = page.writing.form
    line = form.times.lines["merge_window"]
    line.clear()
    qtbot.keyClicks(line, "3 days")
    field = form.times.fields["merge_window"]
    qtbot.waitUntil(lambda: "no duration" in field.wrong.text(), timeout=60_000)
    assert not page.save.isEnabled()

    line.clear()
    qtbot.keyClicks(line, "72h")
    qtbot.waitUntil(lambda: field.wrong.text() == "", timeout=60_000)
    title = form.samples.cards[0].title
    title.clear()
    qtbot.keyClicks(title, "Nothing happened")
    qtbot.waitUntil(lambda: form.samples.cards[0].wrong.text() != "", timeout=60_000)
    left(qtbot, page)


def test_parts_exceptions_and_titles_come_and_go_by_their_buttons(
    qtbot: QtBot,
    window: MainWindow,
) -> None:
    page = opened(qtbot, window)
    before, form = page.editor.said(), page.writing.form
    form.add_part("words")
    area = form.parts.cards["words"]._area("xx")
    qtbot.keyClicks(area, "ore")
    form._on_add_exempt()
    qtbot.keyClicks(form.exempts.cards[0].lines["values"], "ASML | Nexperia")
    form._on_add_sample()
    qtbot.keyClicks(form.samples.cards[-1].title, "Tin")

    text = page.editor.said()
    assert "  words: {any: {xx: [ore]}}\n" in text
    assert " and words and not recall" in text
    assert "    when: {title|contains: [ASML, Nexperia]}\n" in text
    assert text.rstrip().endswith("expect: no-match")
    form.parts.cards["words"].away.click()
    form.exempts.cards[0].away.click()
    form.samples.cards[-1].away.click()
    assert page.editor.said() == before
    left(qtbot, page)


def test_a_text_that_is_no_rule_says_so_instead_of_a_form(
    qtbot: QtBot,
    window: MainWindow,
) -> None:
    page = opened(qtbot, window)
    page.editor.setPlainText("title: [")
    assert page.writing.form.body.isHidden()
    assert "YAML has an error" in page.writing.form.why.text()
    page.writing.form.to_yaml.click()
    assert page.writing.view() == "yaml"
    page.editor.setPlainText("export-ban: {level: low}\n")
    page.writing.turn("form")
    assert "changes in a shipped rule" in page.writing.form.why.text()
    left(qtbot, page)


def test_texts_differ_from_the_first_to_the_last_letter_that_is_another() -> None:
    assert differing("abcd", "abXd") == (2, 1)
    assert differing("aa", "aaa") == (2, 0)
    assert differing("", "x") == (0, 0)
    assert differing("same", "same") == (4, 0)


def test_each_alert_type_and_setting_has_its_words() -> None:
    assert {f"t_{one}" for one in TYPES} <= set(TEXTS)
    assert set(TIMES) - {"type"} <= set(TEXTS)
