"""What people put to a story stands in its preview, and no section of it ends in silence."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from osawatch.attached import Attachment
from osawatch.model import AlertDetail, CardDetail, HistoryEntry, Score, StoryItem
from tests.ui.desk_fake import NOW, alert, card
from ui.inbox import explain, kept, reports
from ui.inbox.parts import StoryRow
from ui.inbox.preview import Preview
from ui.marked import MarkedText
from ui.names import Names
from ui.theme import DARK, LIGHT

HOSTILE = "<img src=x onerror=y> quota"


def item(n: int) -> StoryItem:
    return StoryItem(
        f"i{n}", f"Report {n}", "", f"https://paper.example/{n}", f"Paper {n}", "s", "S", "news",
        official=False, grade="B", language="en", published=NOW, precision="day", first_seen=NOW,
    )  # fmt: skip


def entry(n: int, kind: str, **data: object) -> HistoryEntry:
    return HistoryEntry(f"e{n}", NOW + timedelta(minutes=n), "Ada", "Post", kind, dict(data))


def story(*history: HistoryEntry, items: int = 1, tags: tuple[str, ...] = ()) -> CardDetail:
    """As the core tells it: an alert's notes are those of its history that stand."""
    told = tuple(item(n) for n in range(items))
    notes = tuple(one for one in history if one.kind == "note" and not one.undone)
    one = AlertDetail(alert("one", tags=tags), Score(50.0, ""), told, history, notes=notes)
    return CardDetail(card(), (one,), told, history)


@pytest.fixture
def preview(qtbot: QtBot) -> Preview:
    made = Preview(LIGHT, Names(), "en")
    qtbot.addWidget(made)
    made.resize(560, 900)
    made.show()
    return made


def said(preview: Preview) -> list[str]:
    return [one.text() for one in preview.findChildren(QLabel)]


def noted(preview: Preview) -> list[str]:
    """What is drawn letter by letter: titles, texts, notes."""
    return [" ".join(one.accessibleName().split()) for one in preview.findChildren(MarkedText)]


def buttons(preview: Preview, name: str) -> list[QPushButton]:
    return preview.findChildren(QPushButton, name)


def is_gone(preview: Preview, name: str) -> bool:
    return not buttons(preview, name)


def test_a_note_is_shown_whole_however_much_came_after_it(preview: Preview) -> None:
    long = "The ministry called back: " + "quota " * 60
    later = [entry(n, "take") for n in range(1, 30)]

    preview.show_detail(story(entry(0, "note", text=long), *later))

    assert " ".join(long.split()) in noted(preview)
    assert any("Ada, Post" in one for one in said(preview))


def test_a_note_that_was_taken_back_is_in_the_history_alone(preview: Preview) -> None:
    gone = replace(entry(0, "note", text="A mistake"), undone=True)

    preview.show_detail(story(gone))

    assert "A mistake" not in noted(preview)
    assert kept.notes(story(gone)) == []
    assert "taken back" in explain.event(gone)[1]


def test_tags_of_the_story_stand_under_its_title_as_plain_text(preview: Preview) -> None:
    preview.show_detail(story(tags=("Rotterdam", HOSTILE)))

    assert {"Rotterdam", HOSTILE} <= set(said(preview))
    assert all(one.textFormat().name == "PlainText" for one in preview.findChildren(QLabel))


def test_the_row_of_files_counts_names_and_opens_them(preview: Preview, qtbot: QtBot) -> None:
    files = [Attachment(n, "0" * 64, f"quota-{n}.pdf", 9, NOW, "Ada") for n in range(2)]

    preview.show_detail(story(), files=files)
    preview.set_theme(DARK)

    button = buttons(preview, "files")[0]
    assert "2" in button.text()
    assert any("quota-0.pdf" in one and "quota-1.pdf" in one for one in said(preview))
    with qtbot.waitSignal(preview.files_asked):
        button.click()


def test_no_long_word_of_a_note_or_a_file_makes_the_preview_wider_than_its_pane(
    preview: Preview,
) -> None:
    files = [Attachment(1, "0" * 64, "x" * 110 + ".pdf", 9, NOW, "Ada")]

    preview.show_detail(story(entry(0, "note", text="a" * 200)), files=files)

    body = preview.widget()
    assert body
    assert body.minimumSizeHint().width() <= 330


def test_each_section_that_has_more_says_so_and_shows_all(preview: Preview, qtbot: QtBot) -> None:
    detail = story(*(entry(n, "take") for n in range(30)), items=20)
    several = replace(detail, alerts=tuple(replace(detail.alerts[0]) for _ in range(6)))

    preview.show_detail(several)
    assert len(preview.findChildren(StoryRow)) == 12
    for part, count in (("alerts", 6), ("story", 20), ("history", 30)):
        button = buttons(preview, f"all-{part}")[0]
        assert str(count) in button.text()
        assert button.accessibleName() != button.text()  # says of which section
        button.click()
        qtbot.waitUntil(partial(is_gone, preview, f"all-{part}"))

    assert len(preview.findChildren(StoryRow)) == 20
    assert sum(one == explain.why(detail.alerts[0], Names()) for one in said(preview)) == 6


def test_all_stays_shown_for_this_story_and_not_for_the_next(
    preview: Preview, qtbot: QtBot
) -> None:
    detail = story(items=20)
    preview.show_detail(detail)
    buttons(preview, "all-story")[0].click()
    qtbot.waitUntil(lambda: len(preview.findChildren(StoryRow)) == 20)

    preview.show_detail(detail)
    assert len(preview.findChildren(StoryRow)) == 20
    preview.show_detail(replace(detail, card=replace(detail.card, id="another")))
    assert len(preview.findChildren(StoryRow)) == 12


def test_a_section_with_no_more_has_no_button(preview: Preview) -> None:
    preview.show_detail(story(entry(0, "take"), items=12))

    names = [one.objectName() for one in preview.findChildren(QPushButton)]
    assert not [name for name in names if name.startswith("all-")]


def test_the_choice_of_reports_leads_to_all_of_them_where_there_are_more() -> None:
    detail = story(items=40)

    first, whole = reports.choices(detail), reports.choices(detail, whole=True)

    assert [key for key, _said, _item in first] == [*"1234567890"]
    assert first[-1][1:] == (explain.text("show_all", 40), reports.ALL)
    assert [item for _key, _said, item in whole] == [one.id for one in detail.story]
    assert whole[9][0] == "A"
    assert reports.choices(story(items=9))[-1][2] == "i8"
